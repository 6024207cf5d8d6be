//! `cargo xtask routes`: the routes of the page, on the command line.
//!
//! The options are the parts of a link: `--from karachi --to moscow --month 1 --closed suez-canal,hormuz`
//! asks what `#from=karachi&to=moscow&month=1&closed=suez-canal,hormuz` asks.

use crate::committed;
use anyhow::{Context, bail, ensure};
use atlas::export::records::routes as records;
use atlas::i18n::Lang;
use atlas::model::atlas::Atlas;
use atlas::network::{self, Graph, Query, Range};
use atlas::present::routes as words;
use atlas::state::{AppState, fragment};
use atlas::verdicts::{Check, Measured};

/// The parts of a link that a question may have.
const OPTIONS: [&str; 11] =
    ["from", "to", "via", "by", "month", "closed", "modes", "statuses", "vessel", "cargo", "n"];

/// Runs the command.
///
/// # Errors
///
/// When the options ask for nothing that can be answered.
pub fn run(args: &[String]) -> anyhow::Result<()> {
    let (atlas, graph) = (committed::atlas()?, committed::graph()?);
    let mut parts = Vec::new();
    let (mut json, mut critical, mut front) = (false, false, false);
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let name = arg.strip_prefix("--").with_context(|| format!("`{arg}` is no option"))?;
        match name {
            "json" => json = true,
            "critical" => critical = true,
            "front" => front = true,
            "verdicts" => {
                verdicts(&graph);
                return Ok(());
            }
            name if OPTIONS.contains(&name) || name.starts_with("as.") => {
                let value = rest.next().with_context(|| format!("`{arg}` needs a value"))?;
                parts.push(format!("{name}={value}"));
            }
            _ => bail!("unknown option {arg}; `cargo xtask help` lists them"),
        }
    }
    let query = query(&atlas, &parts.join("&"))?;
    let refused = |error| anyhow::anyhow!("{error}");
    if critical {
        let losses = network::critical(&graph, &query).map_err(refused)?;
        println!("{}", serde_json::to_string_pretty(&records::losses(query.by, &losses))?);
        return Ok(());
    }
    let answer = if front { network::fronts } else { network::routes };
    let answer = answer(&graph, &query).map_err(refused)?;
    let record = records::answer(&atlas.catalogs, Lang::En, &graph, &answer);
    if json {
        println!("{}", serde_json::to_string_pretty(&record)?);
        return Ok(());
    }
    if let Some(blocked) = record.blocked {
        println!("no route. {}", blocked.message);
    }
    let lang = Lang::En;
    for (index, route) in answer.routes.iter().enumerate() {
        let time = words::durations(&atlas.catalogs, lang, route.hours);
        let mid = words::duration(&atlas.catalogs, lang, route.hours.mid);
        let price = words::moneys(&atlas.catalogs, lang, route.usd);
        println!(
            "{}. {mid} ({time}), {price}, {:.0} km; {:.0} % of the hours sourced, {:.0} % worked out",
            index + 1,
            route.km,
            route.time_share.sourced * 100.0,
            route.time_share.computed * 100.0,
        );
        for leg in &route.legs {
            let node = |index| words::node(&atlas, lang, &graph.network, index);
            let links =
                leg.links.iter().map(|used| graph.network.links[used.0 as usize].id.as_str());
            println!(
                "   {:<6} {} – {}: {:.0} km, {:.0} h of which {:.0} before it, {:.0} USD [{}]",
                leg.mode.name(),
                node(leg.from),
                node(leg.to),
                leg.km,
                leg.hours.mid,
                leg.stop_hours.mid + leg.season,
                leg.usd.mid,
                links.collect::<Vec<_>>().join(" "),
            );
        }
        for notice in &route.notices {
            println!("   ! {}", graph.network.notices[*notice].text.get(lang));
        }
    }
    Ok(())
}

/// Prints what the network says of the claims that can be put to it.
fn verdicts(graph: &Graph) {
    for check in Check::ALL {
        let found = check.run(graph);
        let claims: Vec<String> = check.claims.iter().map(|claim| format!("C{claim:03}")).collect();
        println!("{}: {} ({})", found.id, found.state.name(), claims.join(", "));
        for number in found.numbers {
            let value = match number.value {
                None => "no way".to_owned(),
                Some(Measured::Count(n)) => n.to_string(),
                Some(Measured::Hours(Range { low, mid, high })) => {
                    let [low, mid, high] = [low, mid, high].map(|hours| hours / 24.0);
                    format!("{low:.1} – {mid:.1} – {high:.1} days")
                }
                Some(Measured::Usd(Range { low, mid, high })) => {
                    format!("{low:.0} – {mid:.0} – {high:.0} USD")
                }
            };
            println!("  {}: {value}", number.what);
        }
    }
}

/// The question that parts of a link ask.
pub fn query(atlas: &Atlas, parts: &str) -> anyhow::Result<Query> {
    let (state, problems) = fragment::read(parts, &AppState::default(), atlas);
    ensure!(problems.is_empty(), "this cannot be asked: {problems:?}");
    Ok(state.trip.query)
}
