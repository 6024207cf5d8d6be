//! `data/network/assumptions.toml`: speeds, delays and prices.

use super::super::desk::{Desk, Thing};
use super::super::entry::Entry;
use super::super::text::Style;
use crate::i18n::Names;
use crate::model::fact::Confidence;
use crate::model::id::Id;
use crate::model::network::{Assumption, Measure};
use crate::model::source::SourceKind;

const FILE: &str = "data/network/assumptions.toml";

/// The assumptions and the words for them, in the order of the file.
pub(super) fn read<'a>(desk: &Desk<'a>) -> (Vec<Assumption>, Vec<(Id, Names)>) {
    let Some(file) = desk.file(FILE) else { return (Vec::new(), Vec::new()) };
    let word = |entry: &Entry<'a>| {
        let id = desk.define(Thing::Word, entry);
        let names = entry.names("words", Style::Prose);
        entry.finish();
        Some((id?, names?))
    };
    let words: Vec<(Id, Names)> = file.tables("word").iter().filter_map(word).collect();
    let tables = file.tables("assumption");
    let assumptions: Vec<Assumption> =
        tables.iter().filter_map(|entry| assumption(desk, entry)).collect();
    for (id, _) in &words {
        if !assumptions.iter().any(|found| found.what == *id)
            && let Some(spot) = desk.spot_of(Thing::Word, id)
        {
            desk.log.report(spot, format!("no assumption is called `{id}`"), "delete the word");
        }
    }
    file.finish();
    (assumptions, words)
}

fn assumption<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Assumption> {
    let id = desk.define(Thing::Assumption, entry);
    let what = desk.reference(entry, "what", Thing::Word);
    let country = match entry.optional_text("country") {
        Some(Some(text)) => desk.country(text).inspect(|code| {
            desk.need(format!("country.{code}"), text.spot);
        }),
        _ => None,
    };
    let place = desk.optional_reference(entry, "place", Thing::Place);
    let measure = entry.choice("unit", &Measure::ALL, Measure::name);
    if let (Some(measure), Some(raw)) = (measure, entry.raw("unit")) {
        desk.need(format!("input.{}", measure.name()), raw.spot);
    }
    let least = if measure.is_some_and(Measure::is_speed) { 0.1 } else { 0.0 };
    let number = |key| entry.number_in(key, [least, 1e6], None);
    let range = [number("low"), number("mid"), number("high")];
    if let [Some(low), Some(mid), Some(high)] = range
        && !(low <= mid && mid <= high)
    {
        let message = format!("low {low}, mid {mid} and high {high} are not in order");
        entry.log.report(entry.spot, message, "write low ≤ mid ≤ high");
    }
    let basis = entry.choice("basis", &Confidence::ALL, Confidence::name);
    let source = desk.optional_reference(entry, "source", Thing::Source);
    if let (Some(basis), Some(source)) = (basis, &source) {
        let kind = source.as_ref().and_then(|id| desk.source_kinds.borrow().get(id).copied());
        let problem = match (basis, kind) {
            (Confidence::Assumed, Some(_)) => Some("an assumed figure has no source"),
            (Confidence::Sourced, Some(SourceKind::Computed)) => {
                Some("a sourced figure cannot rest on a calculation")
            }
            (Confidence::Sourced | Confidence::Computed, None) => {
                Some("this figure needs a `source`")
            }
            _ => None,
        };
        if let Some(problem) = problem {
            entry.log.report(entry.spot, problem, None);
        }
    }
    let date = entry.optional_date("date");
    let note = entry.optional_names("note", Style::Prose);
    entry.finish();
    let [low, mid, high] = range;
    Some(Assumption {
        id: id?,
        what: what?,
        country,
        place: place?,
        measure: measure?,
        range: [low?, mid?, high?],
        basis: basis?,
        source: source?,
        date: date?.map(|date| date.value),
        note: note?,
    })
}
