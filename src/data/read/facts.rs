//! Facts and milestones, wherever they stand.

use super::desk::{Desk, Thing, order};
use super::entry::Entry;
use super::text::Style;
use crate::model::fact::{Confidence, Fact, Milestone, Value};
use crate::model::source::SourceKind;
use crate::units::Unit;

/// The facts of a place or corridor.
pub(super) fn facts<'a>(desk: &Desk<'a>, owner: &Entry<'a>) -> Vec<Fact> {
    owner.tables("fact").iter().filter_map(|entry| fact(desk, entry)).collect()
}

fn fact<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Fact> {
    let what_text = entry.text("what");
    let what = what_text.and_then(|text| desk.well_formed(text));
    if let Some(text) = what_text {
        desk.need(format!("fact.{}", text.value), text.spot);
    }
    let value = value(entry);
    let unit = entry.choice("unit", &Unit::ALL, Unit::name);
    if let (Some(unit), Some(raw)) = (unit, entry.raw("unit")) {
        desk.need(format!("unit.{}", unit.name()), raw.spot);
    }
    let date = entry.optional_date("date");
    let source = match entry.raw("source") {
        Some(_) => desk.reference(entry, "source", Thing::Source),
        None => {
            entry.log.report(
                entry.spot,
                "this fact has no `source`",
                "a fact without a source is left out, or is an assumption with the source that makes it",
            );
            None
        }
    };
    let confidence = entry.choice("confidence", &Confidence::ALL, Confidence::name);
    if let (Some(source), Some(confidence)) = (&source, confidence)
        && let Some(&kind) = desk.source_kinds.borrow().get(source)
        && let Some(raw) = entry.raw("confidence")
    {
        desk.need(format!("confidence.{}", confidence.name()), raw.spot);
        let fits = match confidence {
            Confidence::Sourced => kind != SourceKind::Computed,
            Confidence::Computed => matches!(kind, SourceKind::Computed | SourceKind::Dataset),
            Confidence::Assumed => true,
        };
        if !fits {
            let (confidence, kind) = (confidence.name(), kind.name());
            entry.log.report(
                raw.spot,
                format!("a {confidence} fact cannot rest on `{source}`, a source of kind {kind}"),
                "sourced facts need a text that was read, computed ones a source of kind computed or dataset",
            );
        }
    }
    let about = entry.flag("about");
    let note = entry.optional_names("note", Style::Prose);
    entry.finish();
    Some(Fact {
        what: what?,
        value: value?,
        unit: unit?,
        date: date?.map(|date| date.value),
        source: source?,
        confidence: confidence?,
        about,
        note: note?,
    })
}

fn value(entry: &Entry<'_>) -> Option<Value> {
    match (entry.raw("value"), entry.raw("low"), entry.raw("high")) {
        (Some(value), None, None) => entry.as_number(&value).map(Value::One),
        (None, Some(low_raw), Some(high_raw)) => {
            let (low, high) = (entry.as_number(&low_raw)?, entry.as_number(&high_raw)?);
            if low > high {
                let message = format!("`low` is {low}, more than `high`, {high}");
                entry.log.report(low_raw.spot, message, "swap the two");
            } else if low == high {
                entry.log.report(low_raw.spot, "`low` and `high` are equal", "write `value`");
            }
            Some(Value::Range(low, high))
        }
        _ => {
            entry.log.report(entry.spot, "a fact has either `value`, or `low` and `high`", None);
            None
        }
    }
}

/// The milestones of a corridor, which stand in the order of their dates.
pub(super) fn milestones<'a>(desk: &Desk<'a>, owner: &Entry<'a>) -> Vec<Milestone> {
    let mut latest = None;
    let mut milestones = Vec::new();
    for entry in owner.tables("milestone") {
        let date = entry.date("date");
        if let (Some(date), Some(before)) = (date, latest)
            && order(date.value, before).is_lt()
        {
            let message = format!("{} stands after {before}", date.value);
            entry.log.report(date.spot, message, "milestones stand oldest first");
        }
        latest = date.map(|date| date.value).or(latest);
        let text = entry.names("text", Style::Prose);
        let source = desk.reference(&entry, "source", Thing::Source);
        entry.finish();
        if let (Some(date), Some(text), Some(source)) = (date, text, source) {
            milestones.push(Milestone { date: date.value, text, source });
        }
    }
    milestones
}
