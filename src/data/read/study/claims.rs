//! `data/study/claims.toml`: what the paper says, sentence by sentence.

use super::super::desk::{Desk, Thing};
use super::super::diagnostic::Spot;
use super::super::entry::Entry;
use super::{claim_ids, countries, paragraph, period};
use crate::i18n::{Lang, Names};
use crate::model::study::{
    Bound, Check, CheckState, Citation, CitationState, Claim, ClaimId, ClaimKind, Quantity, Section,
};
use crate::units::Unit;

/// All claims. They are numbered from C001 on, in the order of the paper.
pub(super) fn read(desk: &Desk<'_>, sections: &[Section<Names>]) -> Vec<Claim<Names>> {
    let entries = desk.entries(Thing::Claim, |file| file == "data/study/claims.toml");
    let mut claims: Vec<Claim<Names>> = Vec::new();
    let mut before = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let Some(claim) = claim(desk, entry, at + 1, sections) else { continue };
        let section = sections.iter().position(|section| section.id == claim.section);
        let place = (section.unwrap_or(0), claim.paragraph);
        if place < before {
            let message = format!("{} stands before what it follows in the paper", claim.id);
            entry.log.report(entry.spot, message, "claims stand in the order of the paper");
        }
        before = place;
        claims.push(claim);
    }
    claims
}

fn claim<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    number: usize,
    sections: &[Section<Names>],
) -> Option<Claim<Names>> {
    let id = number_of(entry, number);
    let section = desk.reference(entry, "section", Thing::Section);
    let paragraph = paragraph(entry, "paragraph", section.as_ref(), sections);
    let kind = entry.choice("kind", ClaimKind::ALL, ClaimKind::name);
    let text = entry.wording("text");
    let who = entry.optional_wording("who");
    let citations = entry.tables("citations").iter().map(|entry| citation(desk, entry)).collect();
    let places = desk.references(entry, "places", Thing::Place);
    let waterways = desk.references(entry, "waterways", Thing::Waterway);
    let projects = desk.references(entry, "projects", Thing::Project);
    let institutions = desk.references(entry, "institutions", Thing::Institution);
    let countries = countries(desk, entry);
    let people = desk.references(entry, "people", Thing::Person);
    let dates = entry.texts("dates").into_iter().filter_map(|text| period(entry, text)).collect();
    let quantities = entry.tables("quantities").iter().map(|entry| quantity(desk, entry)).collect();
    let repeats = claim_ids(entry, "repeats", number - 1);
    let check = entry.required("check").and_then(|_| check(desk, &entry.inner("check")?));
    entry.finish();
    Some(Claim {
        id: id?,
        section: section?,
        paragraph: paragraph?,
        kind: kind?,
        text: text?,
        lang: Lang::En,
        who: who?,
        citations: all(citations)?,
        places,
        waterways,
        projects,
        institutions,
        countries,
        people,
        dates,
        quantities: all(quantities)?,
        repeats,
        check: check?,
    })
}

fn all<T>(found: Vec<Option<T>>) -> Option<Vec<T>> {
    found.into_iter().collect()
}

/// The number of the claim, which is that of its place in the file.
fn number_of(entry: &Entry<'_>, number: usize) -> Option<ClaimId> {
    let text = entry.text("id")?;
    let wanted = ClaimId(u16::try_from(number).ok()?);
    let found = text.value.parse::<ClaimId>();
    if found.as_ref() == Ok(&wanted) {
        return Some(wanted);
    }
    let message = match found {
        Ok(_) => format!("this is claim {wanted}, not `{}`", text.value),
        Err(error) => error.to_string(),
    };
    entry.log.report(text.spot, message, "claims are numbered in their order, without gaps");
    None
}

fn citation<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Citation> {
    let label = entry.text("label");
    let state = entry.choice("state", CitationState::ALL, CitationState::name);
    let reference = desk.optional_reference(entry, "reference", Thing::Reference);
    let too_old = entry.flag("too_old");
    entry.finish();
    let (state, reference) = (state?, reference?);
    if (state == CitationState::Missing) != reference.is_none() {
        let message =
            "a citation that is missing from the list has no `reference`, all others have";
        entry.log.report(entry.spot, message, None);
    }
    Some(Citation { label: label?.value.to_owned(), state, reference, too_old })
}

fn quantity<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Quantity> {
    let value = entry.required("value").and_then(|raw| entry.as_number(&raw));
    let unit = entry.choice("unit", &Unit::ALL, Unit::name);
    need_unit(desk, entry, unit);
    let what = entry.text("what").and_then(|text| desk.well_formed(text));
    let bound = entry.raw("bound").map(|_| entry.choice("bound", Bound::ALL, Bound::name));
    let year = entry.raw("year").map(|_| entry.whole_in("year", [1900.0, 2100.0], None));
    entry.finish();
    Some(Quantity {
        value: value?,
        unit: unit?,
        what: what?,
        bound: bound.map_or(Some(None), |found| found.map(Some))?,
        year: year.map_or(Some(None), |found| found.map(|year| i16::try_from(year).ok()))?,
    })
}

fn need_unit<'a>(desk: &Desk<'a>, entry: &Entry<'a>, unit: Option<Unit>) {
    let spot: Spot<'a> = entry.raw("unit").map_or(entry.spot, |raw| raw.spot);
    if let Some(unit) = unit {
        desk.need(format!("unit.{}", unit.name()), spot);
    }
}

fn check<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Check<Names>> {
    let state = entry.choice("state", CheckState::ALL, CheckState::name);
    let note = entry.optional_wording("note");
    let sources = desk.references(entry, "sources", Thing::Source);
    entry.finish();
    let (state, note) = (state?, note?);
    let silent = matches!(state, CheckState::NotChecked | CheckState::NotFound);
    if !silent && (note.is_none() || sources.is_empty()) {
        let message =
            format!("a check that came to `{}` says what was found, and where", state.name());
        entry.log.report(entry.spot, message, "add `note` and `sources`, or write not-checked");
    }
    if state == CheckState::NotChecked && !sources.is_empty() {
        entry.log.report(entry.spot, "what was not checked has no sources", None);
    }
    Some(Check { state, note, sources })
}
