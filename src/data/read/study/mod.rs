//! `data/study/`: what the paper says, and what is known outside of it.

mod argument;
mod around;
mod claims;
mod references;
mod tour;

use super::desk::{Desk, Thing};
use super::entry::{At, Entry};
use super::text::Style;
use crate::i18n::Names;
use crate::model::id::Id;
use crate::model::study::{ClaimId, MissingFigure, Period, Person, Section, Study};

/// Files of the folder. They are read in an order in which ids are defined before they are used.
const PAPER: &str = "data/study/paper.toml";

/// The study, in the order of the files.
pub(super) fn read(desk: &Desk<'_>) -> Study<Names> {
    let [section, person, figure] = [Thing::Section, Thing::Person, Thing::Figure];
    let paper = desk.files.iter().find(|file| file.document.file == PAPER);
    let paper = paper.and_then(|file| Entry::of_file(file, desk.log));
    let tables =
        |thing: Thing| paper.as_ref().map(|entry| entry.tables(thing.word())).unwrap_or_default();
    let sections: Vec<_> =
        tables(section).iter().filter_map(|entry| read_section(desk, entry)).collect();
    let people = tables(person).iter().filter_map(|entry| read_person(desk, entry)).collect();
    let missing_figures =
        tables(figure).iter().filter_map(|entry| read_figure(desk, entry, &sections)).collect();
    if let Some(entry) = &paper {
        entry.finish();
    }
    let references = references::read(desk);
    let claims = claims::read(desk, &sections);
    let known = claims.len();
    Study {
        findings: around::findings(desk, known),
        events: around::events(desk, known),
        trade: around::trade(desk),
        argument: argument::read(desk, known),
        tour: tour::read(desk, known),
        sections,
        claims,
        people,
        references,
        missing_figures,
    }
}

fn read_section<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Section<Names>> {
    let id = desk.define(Thing::Section, entry);
    let title = entry.names("title", Style::Prose);
    let paragraphs = entry.whole_in("paragraphs", [1.0, 99.0], None);
    entry.finish();
    Some(Section { id: id?, title: title?, paragraphs: u8::try_from(paragraphs?).ok()? })
}

fn read_person<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Option<Person<Names>> {
    let id = desk.define(Thing::Person, entry);
    let names = entry.names("names", Style::Name);
    entry.finish();
    Some(Person { id: id?, names: names? })
}

fn read_figure<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    sections: &[Section<Names>],
) -> Option<MissingFigure<Names>> {
    let id = desk.define(Thing::Figure, entry);
    let section = desk.reference(entry, "section", Thing::Section);
    let after = paragraph(entry, "after", section.as_ref(), sections);
    let remains = entry.names("remains", Style::Prose);
    let missing = entry.names("missing", Style::Prose);
    entry.finish();
    Some(MissingFigure {
        id: id?,
        section: section?,
        after: after?,
        remains: remains?,
        missing: missing?,
    })
}

/// The number of a paragraph that the section has.
fn paragraph(
    entry: &Entry<'_>,
    key: &'static str,
    section: Option<&Id>,
    sections: &[Section<Names>],
) -> Option<u8> {
    let known = sections.iter().find(|known| Some(&known.id) == section);
    let most = known.map_or(99, |section| section.paragraphs);
    let number = entry.whole_in(key, [1.0, f64::from(most)], None)?;
    u8::try_from(number).ok()
}

/// The numbers of claims in a list; each must be among the first `known`.
fn claim_ids(entry: &Entry<'_>, key: &'static str, known: usize) -> Vec<ClaimId> {
    let mut ids = Vec::new();
    for text in entry.texts(key) {
        match text.value.parse::<ClaimId>() {
            Ok(id) if id.0 >= 1 && usize::from(id.0) <= known && !ids.contains(&id) => ids.push(id),
            Ok(id) if ids.contains(&id) => {
                entry.log.report(text.spot, format!("`{id}` is listed twice in `{key}`"), None);
            }
            Ok(id) => {
                let hint = format!("claims are numbered from C001 to C{known:03} here");
                entry.log.report(text.spot, format!("there is no claim `{id}`"), &*hint);
            }
            Err(error) => entry.log.report(text.spot, error.to_string(), None),
        }
    }
    ids
}

/// A date, or two with a slash between them.
fn period(entry: &Entry<'_>, text: At<'_, &str>) -> Option<Period> {
    let mut ends = text.value.splitn(2, '/').map(str::parse);
    let found = match (ends.next(), ends.next()) {
        (Some(Ok(from)), None) => Some(Period { from, to: None }),
        (Some(Ok(from)), Some(Ok(to))) if from <= to => Some(Period { from, to: Some(to) }),
        _ => None,
    };
    if found.is_none() {
        let message = format!("`{}` is no date and no time from one to another", text.value);
        entry.log.report(text.spot, message, "write 2021, 2021-05, 2021-05-28 or 1950/1959");
    }
    found
}

fn period_field<'a>(entry: &Entry<'a>, key: &'static str) -> Option<Period> {
    period(entry, entry.text(key)?)
}

/// Countries of a list, each with a name in the catalogs.
fn countries<'a>(desk: &Desk<'a>, entry: &Entry<'a>) -> Vec<String> {
    let named = |text: At<'a, &'a str>| {
        let code = desk.country(text)?;
        desk.need(format!("country.{code}"), text.spot);
        Some(code)
    };
    entry.texts("countries").into_iter().filter_map(named).collect()
}
