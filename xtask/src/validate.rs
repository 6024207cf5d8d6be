//! `cargo xtask validate`: sets the routes against journeys that others published, and writes
//! `docs/validation.md`.
//!
//! A row is *calibrated* when a source of its own figures also feeds an assumption or length that its route
//! uses, else *independent*. No range is moved to meet a row.

use crate::artifact::put;
use crate::committed;
use anyhow::ensure;
use atlas::data::read::{self, Checked, Folder, Published};
use atlas::i18n::Lang;
use atlas::model::atlas::Atlas;
use atlas::model::line::Status;
use atlas::model::source::Source;
use atlas::network::{Graph, Query, Route, routes as search};
use std::{collections::BTreeSet, fmt::Write as _, path::Path};

const OUTPUT: &str = "docs/validation.md";

/// Distances by sea should be this near to printed tables.
const NEAR: f64 = 0.03;

/// One figure of one journey: theirs and ours.
struct Figure {
    theirs: [f64; 2],
    ours: [f64; 3],
}

impl Figure {
    /// Whether the two ranges have anything in common.
    fn hit(&self) -> bool {
        self.theirs[0] <= self.ours[2] && self.ours[0] <= self.theirs[1]
    }

    /// How far our middle is from the middle of theirs.
    fn error(&self) -> f64 {
        let mid = (self.theirs[0] + self.theirs[1]) / 2.0;
        (self.ours[1] - mid) / mid
    }
}

struct Row<'p> {
    journey: &'p Published,
    calibrated: bool,
    route: Option<Route>,
    refusal: Option<String>,
    km: Option<Figure>,
    days: Option<Figure>,
    usd: Option<Figure>,
}

/// Runs the command.
///
/// # Errors
///
/// When the data have problems, or under `--check` when the file is stale.
pub fn run(args: &[String]) -> anyhow::Result<()> {
    let check = args == ["--check"];
    ensure!(check || args.is_empty(), "usage: cargo xtask validate [--check]");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Folder::open(&root.join("data"))?;
    let Checked { published, published_sources, .. } =
        read::check(&folder).map_err(|problems| {
            anyhow::anyhow!("data/ has {} problems: run `cargo xtask gen`", problems.len())
        })?;
    let (atlas, graph) = (committed::atlas()?, committed::graph()?);
    let rows: Vec<Row<'_>> = published.iter().map(|journey| row(&graph, journey)).collect();
    let title = |id: &str| {
        let all = atlas.sources.iter().chain(&graph.network.sources).chain(&published_sources);
        all.into_iter().find(|source| source.id.as_str() == id)
    };
    let text = report(&atlas, &rows, &title);
    put(OUTPUT, text.as_bytes(), check, "validate")?;
    print!("{}", text.split("\n## Journeys").next().unwrap_or_default());
    Ok(())
}

fn row<'p>(graph: &Graph, journey: &'p Published) -> Row<'p> {
    let ids = |list: &[atlas::model::id::Id]| list.iter().map(ToString::to_string).collect();
    let query = Query {
        via: ids(&journey.via),
        closed: ids(&journey.closed),
        modes: journey.modes.clone(),
        statuses: journey.statuses.clone(),
        vessel: journey.vessel,
        month: journey.month,
        count: 1,
        ..Query::between(journey.from.as_str(), journey.to.as_str())
    };
    let found = search(graph, &query);
    let refusal = match &found {
        Err(error) => Some(error.to_string()),
        Ok(answer) if answer.routes.is_empty() => Some("no route".to_owned()),
        Ok(_) => None,
    };
    let route = found.ok().and_then(|answer| answer.routes.into_iter().next());
    let calibrated = route
        .as_ref()
        .is_some_and(|route| route.legs.iter().any(|leg| leg.sources.contains(&journey.source)));
    let figure = |theirs: Option<[f64; 2]>, ours: [f64; 3]| Some(Figure { theirs: theirs?, ours });
    let with = |of: &dyn Fn(&Route) -> Option<Figure>| route.as_ref().and_then(of);
    let unit = match journey.per.as_deref() {
        Some("tonne") => 1.0 / 20.0,
        Some("feu") => 2.0,
        _ => 1.0,
    };
    Row {
        km: with(&|route| figure(journey.km, [route.km; 3])),
        days: with(&|route| {
            figure(
                journey.days,
                [route.hours.low, route.hours.mid, route.hours.high].map(|h| h / 24.0),
            )
        }),
        usd: with(&|route| {
            let range = [route.usd.low, route.usd.mid, route.usd.high].map(|usd| usd * unit);
            figure(journey.usd.filter(|_| journey.per.is_some()), range)
        }),
        journey,
        calibrated,
        route,
        refusal,
    }
}

/// A kind of figure, how it is named and taken from a row.
type Kind<'k> = (&'k str, &'k dyn Fn(&'k Row<'k>) -> Option<&'k Figure>);

fn report<'s>(
    atlas: &Atlas,
    rows: &[Row<'_>],
    title: &dyn Fn(&str) -> Option<&'s Source>,
) -> String {
    let mut text = String::from(HEAD);
    let _ =
        writeln!(text, "\nData {} of {}; {} journeys.\n", atlas.version, atlas.date, rows.len());
    summary(&mut text, rows);
    sea(&mut text, rows);
    text.push_str("\n## Journeys\n\nPublished figures first, ours behind the arrow: low – **middle** – high. `=`: the ranges meet.\n\n");
    text.push_str("| journey | kind | km | days | USD | row | why it may differ; source |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    let place = |id: &atlas::model::id::Id| {
        atlas.place(id).map_or(id.to_string(), |place| place.names.get(Lang::En).to_owned())
    };
    for row in rows {
        let journey = row.journey;
        let via: Vec<String> = journey.via.iter().map(place).collect();
        let by = if via.is_empty() { String::new() } else { format!(" by {}", via.join(", ")) };
        let avoid: Vec<String> = journey.closed.iter().map(place).collect();
        let without =
            if avoid.is_empty() { String::new() } else { format!(", not {}", avoid.join(", ")) };
        let built = if journey.statuses.iter().any(|status| *status != Status::Operational) {
            ", planned links"
        } else {
            ""
        };
        let year = journey.year.map(|year| format!(" {year}")).unwrap_or_default();
        let ours = match (&row.route, &row.refusal) {
            (Some(_), _) => if row.calibrated { "calibrated" } else { "independent" }.to_owned(),
            (None, refusal) => refusal.clone().unwrap_or_default(),
        };
        let source = title(journey.source.as_str());
        let source = match source {
            Some(source) => {
                let title = source.title.replace('|', "/").replace(['[', ']'], "");
                match &source.url {
                    Some(url) => format!("[{title}]({url})"),
                    None => title,
                }
            }
            None => journey.source.to_string(),
        };
        let notes = [journey.cargo_note.as_deref(), journey.reason.as_deref()];
        let notes: Vec<String> =
            notes.into_iter().flatten().map(|note| note.replace('|', "/")).collect();
        let _ = writeln!(
            text,
            "| {} – {}{by}{without}{built} | {}{year} | {} | {} | {} | {ours} | {} {source} |",
            place(&journey.from),
            place(&journey.to),
            journey.kind,
            cell(journey.km, &row.km, 0),
            cell(journey.days, &row.days, 1),
            cell(journey.usd, &row.usd, 0),
            notes.join(" "),
        );
    }
    text
}

fn summary(text: &mut String, rows: &[Row<'_>]) {
    text.push_str("| figure | rows | ranges meet | median error of the middle | median size of the error | median of high ÷ low |\n| --- | --- | --- | --- | --- | --- |\n");
    let kinds: [Kind<'_>; 3] = [
        ("km", &|row| row.km.as_ref()),
        ("days", &|row| row.days.as_ref()),
        ("USD", &|row| row.usd.as_ref()),
    ];
    for (name, of) in kinds {
        for calibrated in [false, true] {
            let figures: Vec<&Figure> =
                rows.iter().filter(|row| row.calibrated == calibrated).filter_map(of).collect();
            if figures.is_empty() {
                continue;
            }
            let hits = figures.iter().filter(|figure| match name {
                // Kilometres have no range: near enough is a hit.
                "km" => {
                    let [low, high] = figure.theirs;
                    (low * (1.0 - NEAR)..=high * (1.0 + NEAR)).contains(&figure.ours[1])
                }
                _ => figure.hit(),
            });
            let hits = hits.count();
            let errors: Vec<f64> = figures.iter().map(|figure| figure.error()).collect();
            let sizes: Vec<f64> = errors.iter().map(|error| error.abs()).collect();
            let widths: Vec<f64> =
                figures.iter().map(|figure| figure.ours[2] / figure.ours[0].max(1e-9)).collect();
            let what = if calibrated { "calibrated" } else { "independent" };
            let within = if name == "km" { " (within 3 %)" } else { "" };
            let _ = writeln!(
                text,
                "| {name}, {what} | {} | {hits}, {:.0} %{within} | {:+.0} % | {:.0} % | {:.1} |",
                figures.len(),
                hits as f64 / figures.len() as f64 * 100.0,
                median(errors) * 100.0,
                median(sizes) * 100.0,
                median(widths),
            );
        }
    }
    let refused = rows.iter().filter(|row| row.route.is_none()).count();
    let sources: BTreeSet<_> = rows.iter().map(|row| &row.journey.source).collect();
    let _ = writeln!(
        text,
        "\n{refused} journeys have no route in the network; the rows stand in {} sources.",
        sources.len()
    );
}

/// Distances by sea against printed tables.
fn sea(text: &mut String, rows: &[Row<'_>]) {
    let table = rows.iter().filter(|row| {
        row.journey.modes == [atlas::model::line::Mode::Sea] && row.journey.days.is_none()
    });
    let figures: Vec<&Figure> = table.filter_map(|row| row.km.as_ref()).collect();
    let near = figures.iter().filter(|figure| figure.error().abs() <= NEAR).count();
    let errors: Vec<f64> = figures.iter().map(|figure| figure.error().abs()).collect();
    let _ = writeln!(
        text,
        "\nDistances by sea alone: {near} of {} within {:.0} % of the printed figure, median size of the error {:.1} %.",
        figures.len(),
        NEAR * 100.0,
        median(errors) * 100.0,
    );
}

fn cell(theirs: Option<[f64; 2]>, figure: &Option<Figure>, decimals: usize) -> String {
    let Some([low, high]) = theirs else { return String::new() };
    let printed = match low == high {
        true => format!("{low:.decimals$}"),
        false => format!("{low:.decimals$}–{high:.decimals$}"),
    };
    let Some(figure) = figure else { return printed };
    let [a, b, c] = figure.ours;
    let ours = match a == c {
        true => format!("**{b:.decimals$}** ({:+.0} %)", figure.error() * 100.0),
        false => format!("{a:.decimals$} – **{b:.decimals$}** – {c:.decimals$}"),
    };
    let mark = if a != c && figure.hit() { " =" } else { "" };
    format!("{printed} → {ours}{mark}")
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

const HEAD: &str = "# Routes against published journeys

`cargo xtask validate` writes this page. Each row asks the atlas for the journey that a source describes, by
the way and the modes that it names, best by time, and sets the two side by side. Published times often leave
out what the atlas counts (waiting at ports and borders) or count what it does not (collecting a full train);
many are plans or advertisements. A row is *calibrated* where its source also feeds a length or an assumption
of the route, else *independent*. No range and no assumption was moved to meet a row; how far lanes keep off
the coast was chosen by the distances between ports (docs/routes.md). Places that a source names and the network
does not have are left out of the way.
";
