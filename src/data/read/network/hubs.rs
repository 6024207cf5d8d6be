//! `data/network/hubs.toml`: where cargo changes between modes and gauges, and what straits take.

use super::super::desk::Thing;
use super::super::entry::Entry;
use super::Build;
use crate::model::line::Mode;
use crate::model::network::{Gauge, GaugeBreak, Hub, Passage};

const FILE: &str = "data/network/hubs.toml";

/// Passages, hubs and breaks of gauge, in the order of the file.
pub(super) fn read(build: &mut Build<'_, '_>) -> (Vec<Passage>, Vec<Hub>, Vec<GaugeBreak>) {
    let Some(file) = build.desk.file(FILE) else { return Default::default() };
    let passages =
        file.tables("passage").iter().filter_map(|entry| passage(build, entry)).collect();
    let hubs = file.tables("hub").iter().filter_map(|entry| hub(build, entry)).collect();
    let gauges = file.tables("gauge").iter().filter_map(|entry| gauge(build, entry)).collect();
    file.finish();
    (passages, hubs, gauges)
}

fn passage<'a>(build: &mut Build<'_, 'a>, entry: &Entry<'a>) -> Option<Passage> {
    let place = build.desk.reference(entry, "place", Thing::Place);
    let (dues, time) = (entry.flag("dues"), entry.flag("time"));
    let one_side = entry.flag("one_side");
    entry.finish();
    let place = place?;
    let mut named = |wanted: bool, word: &str| {
        if !wanted {
            return Some(None);
        }
        let names = [format!("{word}-{place}"), format!("premium-{place}")];
        build.assumption(entry.spot, &names).map(Some)
    };
    let (dues, time) = (named(dues, "dues"), named(time, "time"));
    Some(Passage { place: place.clone(), dues: dues?, time: time?, one_side })
}

fn hub<'a>(build: &mut Build<'_, 'a>, entry: &Entry<'a>) -> Option<Hub> {
    let place = build.desk.reference(entry, "place", Thing::Place);
    let mut joins = Vec::new();
    for text in entry.texts("joins") {
        match Mode::ALL.into_iter().find(|mode| mode.name() == text.value) {
            Some(mode) if mode != Mode::Pipeline && !joins.contains(&mode) => joins.push(mode),
            _ => entry.log.report(text.spot, format!("`{}` cannot be joined", text.value), None),
        }
    }
    let dwell = entry.optional_text("dwell");
    entry.finish();
    let names = match dwell? {
        Some(text) => vec![format!("dwell-{}", text.value)],
        None => vec!["dwell-port".to_owned()],
    };
    let dwell = build.assumption(entry.spot, &names);
    if joins.len() < 2 {
        entry.log.report(entry.spot, "a hub joins at least two modes", None);
        return None;
    }
    let node = build.place(&place?)?;
    Some(Hub { node, joins, dwell: dwell? })
}

fn gauge<'a>(build: &mut Build<'_, 'a>, entry: &Entry<'a>) -> Option<GaugeBreak> {
    let place = build.desk.reference(entry, "place", Thing::Place);
    let mut between = Vec::new();
    for raw in entry.list("between").unwrap_or_default() {
        let width = entry.as_number(&raw);
        match Gauge::ALL.into_iter().find(|gauge| Some(f64::from(gauge.0)) == width) {
            Some(gauge) => between.push(gauge),
            None => entry.log.report(raw.spot, "no railway here has this gauge", None),
        }
    }
    entry.finish();
    let place = place?;
    let hours = build.assumption(entry.spot, &[format!("gauge-{place}"), "gauge".to_owned()]);
    let [one, other] = between[..] else {
        entry.log.report(entry.spot, "a break of gauge has two gauges", None);
        return None;
    };
    Some(GaugeBreak { node: build.place(&place)?, between: [one, other], hours: hours? })
}
