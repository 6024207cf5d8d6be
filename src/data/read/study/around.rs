//! What stands around the claims: findings, events, figures of trade.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use super::{claim_ids, countries, period_field};
use crate::i18n::{Lang, Names};
use crate::model::study::{Basis, Event, Finding, FindingKind, Origin, Period, TradePoint};

/// `data/study/findings.toml`.
pub(super) fn findings(desk: &Desk<'_>, claims: usize) -> Vec<Finding<Names>> {
    desk.entries(Thing::Finding, |file| file == "data/study/findings.toml")
        .iter()
        .filter_map(|entry| finding(desk, entry, claims))
        .collect()
}

fn finding<'a>(desk: &Desk<'a>, entry: &Entry<'a>, claims: usize) -> Option<Finding<Names>> {
    let id = desk.define(Thing::Finding, entry);
    let kind = entry.choice("kind", FindingKind::ALL, FindingKind::name);
    let text = entry.wording("text");
    let claims = claim_ids(entry, "claims", claims);
    let sources = desk.references(entry, "sources", Thing::Source);
    entry.finish();
    Some(Finding { id: id?, kind: kind?, text: text?, claims, sources })
}

/// `data/study/events.toml`, oldest first.
pub(super) fn events(desk: &Desk<'_>, claims: usize) -> Vec<Event<Names>> {
    let mut latest: Option<Period> = None;
    let mut events = Vec::new();
    for entry in desk.entries(Thing::Event, |file| file == "data/study/events.toml") {
        let Some(event) = event(desk, &entry, claims) else { continue };
        if let Some(before) = latest
            && event.period.from < before.from
        {
            let message = format!("{} stands after {}", event.period, before);
            entry.log.report(entry.spot, message, "events stand oldest first");
        }
        latest = Some(event.period);
        events.push(event);
    }
    events
}

fn event<'a>(desk: &Desk<'a>, entry: &Entry<'a>, claims: usize) -> Option<Event<Names>> {
    let id = desk.define(Thing::Event, entry);
    let period = period_field(entry, "date");
    let origin = entry.choice("origin", Origin::ALL, Origin::name);
    let text = entry.wording("text");
    let claims = claim_ids(entry, "claims", claims);
    let places = desk.references(entry, "places", Thing::Place);
    let projects = desk.references(entry, "projects", Thing::Project);
    let institutions = desk.references(entry, "institutions", Thing::Institution);
    let countries = countries(desk, entry);
    let sources = desk.references(entry, "sources", Thing::Source);
    entry.finish();
    if origin == Some(Origin::Outside) && sources.is_empty() {
        let message = "an event that the paper does not name needs a source";
        entry.log.report(entry.spot, message, "add `sources`");
    }
    Some(Event {
        id: id?,
        period: period?,
        origin: origin?,
        text: text?,
        lang: Lang::En,
        claims,
        places,
        projects,
        institutions,
        countries,
        sources,
    })
}

/// `data/study/trade.toml`.
pub(super) fn trade(desk: &Desk<'_>) -> Vec<TradePoint<Names>> {
    desk.entries(Thing::Point, |file| file == "data/study/trade.toml")
        .iter()
        .filter_map(|entry| point(desk, entry))
        .collect()
}

fn point<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<TradePoint<Names>> {
    let id = desk.define(Thing::Point, entry);
    let partner = entry.text("partner").and_then(|text| {
        desk.need(format!("country.{}", text.value), text.spot);
        desk.country(text)
    });
    let origin = entry.choice("origin", Origin::ALL, Origin::name);
    let period = entry.optional_text("period");
    let (from, to) = (entry.optional_date("from"), entry.optional_date("to"));
    let basis = entry.choice("basis", Basis::ALL, Basis::name);
    let reporter = entry.wording("reporter");
    let positive = [0.0, 1e9];
    let total = entry.number_in("total", positive, None);
    let [exports, imports] = ["exports", "imports"].map(|key| match entry.raw(key) {
        Some(_) => entry.number_in(key, positive, None).map(Some),
        None => Some(None),
    });
    let about = entry.flag("about");
    let note = entry.optional_wording("note");
    let source = desk.optional_reference(entry, "source", Thing::Source);
    entry.finish();
    if origin == Some(Origin::Outside) && source == Some(None) {
        entry.log.report(entry.spot, "a figure that the paper does not print needs `source`", None);
    }
    Some(TradePoint {
        id: id?,
        partner: partner?,
        origin: origin?,
        period: period?.map(|text| text.value.to_owned()),
        from: from?.map(|date| date.value),
        to: to?.map(|date| date.value),
        basis: basis?,
        reporter: reporter?,
        total: total?,
        exports: exports?,
        imports: imports?,
        about,
        note: note?,
        source: source?,
    })
}
