//! `data/institutions.toml`: organisations of states and their members.

use super::desk::{Desk, Thing, order};
use super::entry::Entry;
use super::text::Style;
use crate::model::institution::{Institution, Membership, Standing};

/// All organisations, in the order of the file.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Institution> {
    desk.entries(Thing::Institution, |file| file == "data/institutions.toml")
        .iter()
        .filter_map(|entry| institution(desk, entry))
        .collect()
}

fn institution<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Institution> {
    let id = desk.define(Thing::Institution, entry);
    let names = entry.names("names", Style::Name);
    let short = entry.names("short", Style::Name);
    let summary = entry.names("summary", Style::Prose);
    let sources = desk.references(entry, "sources", Thing::Source);
    if entry.list("sources").is_none_or(|list| list.is_empty()) {
        entry.log.report(entry.spot, "`sources` names no source", None);
    }
    let members = entry.tables("member").iter().filter_map(|entry| member(desk, entry)).collect();
    entry.finish();
    Some(Institution { id: id?, names: names?, short: short?, summary: summary?, members, sources })
}

fn member<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Membership> {
    let country = entry.text("country").and_then(|text| {
        desk.need(format!("country.{}", text.value), text.spot);
        desk.country(text)
    });
    let from = entry.date("from");
    let to = entry.optional_date("to");
    if let (Some(from), Some(Some(to))) = (from, to)
        && order(to.value, from.value).is_lt()
    {
        let message = format!("`to`, {}, lies before `from`, {}", to.value, from.value);
        entry.log.report(to.spot, message, None);
    }
    let standing = entry.choice("standing", &Standing::ALL, Standing::name);
    if let (Some(standing), Some(raw)) = (standing, entry.raw("standing")) {
        desk.need(format!("standing.{}", standing.name()), raw.spot);
    }
    let source = desk.reference(entry, "source", Thing::Source);
    entry.finish();
    Some(Membership {
        country: country?,
        from: from?.value,
        to: to?.map(|date| date.value),
        standing: standing?,
        source: source?,
    })
}
