//! `data/network/rail.toml`, `road.toml` and `water.toml`: stretches of railway, road and water.

use super::super::desk::Thing;
use super::super::entry::Entry;
use super::super::{course, lines};
use super::terms::{self, Kind};
use super::{Build, FOLDER};
use crate::geo::LonLat;
use crate::geo::great_circle::{distance_km, length_km};
use crate::model::fact::Confidence;
use crate::model::id::Id;
use crate::model::line::{Line, Mode, Status};
use crate::model::network::{Day, Gauge, Link, Passage, Season, Vessel};

/// The files of links.
pub(super) const FILES: [&str; 3] = ["rail.toml", "road.toml", "water.toml"];

/// An end of a link may lie this far from the line along which it runs, kilometres.
const BESIDE_KM: f64 = 40.0;

/// All links, in the order of the files.
pub(super) fn read(build: &mut Build<'_, '_>, passages: &[Passage]) -> Vec<Link> {
    let belongs = |file: &str| file.strip_prefix(FOLDER).is_some_and(|name| FILES.contains(&name));
    let entries = build.desk.entries(Thing::Link, belongs);
    entries.iter().filter_map(|entry| link(build, entry, passages)).collect()
}

fn link<'a>(build: &mut Build<'_, 'a>, entry: &Entry<'a>, passages: &[Passage]) -> Option<Link> {
    let desk = build.desk;
    let id = desk.define(Thing::Link, entry);
    let ends =
        [desk.reference(entry, "from", Thing::Place), desk.reference(entry, "to", Thing::Place)];
    let mode = entry.choice("mode", &Mode::ALL, Mode::name);
    let printed = match entry.raw("km") {
        Some(_) => Some(entry.number_in("km", [0.1, 20_000.0], None)?),
        None => None,
    };
    let basis = match (entry.raw("basis"), printed) {
        (Some(_), Some(_)) => {
            entry.choice("basis", &[Confidence::Sourced, Confidence::Computed], Confidence::name)
        }
        (Some(raw), None) => {
            entry.log.report(raw.spot, "`basis` goes with `km`", "leave it out: it is measured");
            None
        }
        (None, Some(_)) => {
            entry.missing("basis");
            None
        }
        (None, None) => Some(Confidence::Computed),
    };
    let source = desk.optional_reference(entry, "source", Thing::Source);
    if printed.is_some() && matches!(source, Some(None)) {
        entry.log.report(entry.spot, "a length needs a `source`", "or leave `km` out");
    }
    let gauge = entry.raw("gauge").and_then(|raw| {
        let width = entry.as_number(&raw)?;
        let found = Gauge::ALL.into_iter().find(|gauge| f64::from(gauge.0) == width);
        if found.is_none() {
            entry.log.report(raw.spot, "no railway here has this gauge", "1435, 1520 or 1676");
        }
        found
    });
    let draught = match entry.raw("draught") {
        Some(_) => Some(entry.number_in("draught", [0.5, 30.0], None)? as f32),
        None => None,
    };
    let draught_source = desk.optional_reference(entry, "draught_source", Thing::Source);
    if draught.is_some() && matches!(draught_source, Some(None)) {
        entry.missing("draught_source");
    }
    let locks = entry.whole_in("locks", [0.0, 40.0], Some(0.0));
    let status = match entry.raw("status") {
        Some(_) => entry.choice("status", &Status::ALL, Status::name),
        None => Some(Status::Operational),
    };
    let status_date = match entry.raw("status_date") {
        Some(_) => Some(desk.past_date(entry, "status_date")?),
        None => None,
    };
    let status_source = desk.optional_reference(entry, "status_source", Thing::Source);
    let season = entry.inner("season").and_then(|inner| season(build, &inner));
    let listed = entry.texts("countries").into_iter().filter_map(|text| desk.country(text));
    let mut countries: Vec<String> = listed.collect();
    let border = entry.optional_text("border");
    let passes = desk.references(entry, "passes", Thing::Place);
    let time = desk.optional_reference(entry, "time", Thing::Assumption);
    let _ = entry.optional_text("remark");
    let along = desk.optional_reference(entry, "line", Thing::Line);
    let mut via = Vec::new();
    for raw in entry.list("via").unwrap_or_default() {
        via.push(lines::point(entry, &raw)?);
    }
    entry.finish();

    let [from, to] = ends.map(|end| end.and_then(|id| build.place(&id)));
    let (from, to, mode, border) = (from?, to?, mode?, border?);
    let (a, b) = (build.at(from), build.at(to));
    let along = along?;
    let points = match &along {
        Some(id) => stretch(build, entry, id, [a, b])?,
        None => [&[a], via.as_slice(), &[b]].concat(),
    };
    let drawn = length_km(&points);
    let afloat = matches!(mode, Mode::Sea | Mode::River | Mode::Ferry);
    if countries.is_empty() && !matches!(mode, Mode::Sea | Mode::Ferry) {
        let of = |node: u16| build.nodes[usize::from(node)].country.clone();
        countries = [of(from), of(to)].into_iter().flatten().collect();
        countries.dedup();
    }
    let crosses = countries.len() > 1 && !afloat;
    if crosses != border.is_some() && !afloat {
        let hint = "`border` names the crossing, where the countries of the ends differ";
        let says = if crosses { "crosses a border without `border`" } else { "crosses no border" };
        entry.log.report(entry.spot, format!("this link {says}: {}", countries.join(", ")), hint);
    }
    let detour = format!("detour-{}", mode.name());
    let km = match printed {
        Some(km) => km,
        None => {
            let factor = build.assumption(entry.spot, &[detour])?;
            drawn * build.assumptions[usize::from(factor)].range[1]
        }
    };
    let shallow = draught.is_some_and(|draught| draught < Vessel::SeaGoing.draught_m());
    let sheltered = mode == Mode::Sea && (shallow || points.iter().all(sheltered));
    let (time, passes) = (time?, passes);
    let ends = [from, to].map(|node| build.nodes[usize::from(node)].id.clone());
    let kind = Kind {
        mode,
        km,
        countries: &countries,
        border: border.filter(|_| crosses).map(|text| text.value),
        locks: u8::try_from(locks?).ok()?,
        time: time.as_ref(),
        passes: &passes,
        ends: ends.each_ref(),
    };
    let (hours, usd) = terms::terms(build, entry.spot, &kind, passages, false)?;
    let (small_hours, small_usd) = match sheltered {
        true => terms::terms(build, entry.spot, &kind, passages, true)?,
        false => Default::default(),
    };
    Some(Link {
        id: id?,
        from,
        to,
        mode,
        line: along,
        km: km as f32,
        basis: basis?,
        source: source?,
        gauge,
        draught,
        draught_source: draught_source?,
        sheltered,
        status: status?,
        status_date,
        status_source: status_source?,
        season,
        countries,
        border: crosses,
        passes,
        hours,
        usd,
        small_hours,
        small_usd,
        course: course::rounded(points),
    })
}

/// Seas on which river-sea ships go: from the Bay of Biscay and the Baltic to the Caspian.
pub(super) fn sheltered(at: &LonLat) -> bool {
    (-12.0..=60.0).contains(&at.lon) && (30.0..=70.0).contains(&at.lat)
}

fn season<'a>(build: &Build<'_, 'a>, entry: &Entry<'a>) -> Option<Season> {
    let (open, close) = (day(entry, "open"), day(entry, "close"));
    let source = build.desk.reference(entry, "source", Thing::Source);
    entry.finish();
    let (open, close) = (open?, close?);
    if open >= close {
        entry.log.report(entry.spot, "the season ends before it begins", None);
    }
    Some(Season { open, close, source: source? })
}

fn day(entry: &Entry<'_>, key: &'static str) -> Option<Day> {
    let text = entry.text(key)?;
    let found = text.value.split_once('-').and_then(|(month, day)| {
        let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Day { month, day })
    });
    if found.is_none() {
        entry.log.report(text.spot, format!("`{}` is no day", text.value), "as \"04-22\"");
    }
    found
}

/// The part of a drawn line between the points nearest to the two ends.
fn stretch(
    build: &Build<'_, '_>,
    entry: &Entry<'_>,
    id: &Id,
    [a, b]: [LonLat; 2],
) -> Option<Vec<LonLat>> {
    let line: &Line = build.lines.iter().find(|line| line.id == *id)?;
    let nearest = |at: LonLat| {
        let offs = line.course.iter().map(|point| distance_km(*point, at)).enumerate();
        offs.min_by(|x, y| x.1.total_cmp(&y.1))
    };
    let ((first, off_a), (last, off_b)) = (nearest(a)?, nearest(b)?);
    if off_a.max(off_b) > BESIDE_KM || first == last {
        let message = format!(
            "the ends lie {off_a:.0} and {off_b:.0} km from the line `{id}`, or at one point of it"
        );
        entry.log.report(entry.spot, message, "choose the line on which both ends lie");
        return None;
    }
    let mut part = line.course[first.min(last)..=first.max(last)].to_vec();
    if first > last {
        part.reverse();
    }
    let mut points = vec![a];
    points.extend(part);
    points.push(b);
    points.dedup();
    Some(points)
}
