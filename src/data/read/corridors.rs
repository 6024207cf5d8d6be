//! `data/projects.toml` and `data/waterways.toml`: named wholes made of lines.

use super::desk::{Desk, Thing};
use super::entry::Entry;
use super::facts;
use super::text::Style;
use crate::model::corridor::{Corridor, Family};
use crate::model::id::Id;
use crate::model::line::{Line, Mode, Status};

/// Projects, then waterways, each in the order of its file.
pub(super) fn read(desk: &Desk<'_>, lines: &[Line]) -> Vec<Corridor> {
    [(Thing::Project, "data/projects.toml"), (Thing::Waterway, "data/waterways.toml")]
        .into_iter()
        .flat_map(|(thing, name)| {
            desk.entries(thing, |file| file == name)
                .into_iter()
                .filter_map(move |entry| corridor(desk, thing, &entry, lines))
        })
        .collect()
}

fn corridor<'a>(
    desk: &Desk<'a>,
    thing: Thing,
    entry: &Entry<'a>,
    lines: &[Line],
) -> Option<Corridor> {
    let id = desk.define(thing, entry);
    let family = entry.choice("family", &Family::ALL, Family::name);
    if let (Some(family), Some(raw)) = (family, entry.raw("family")) {
        desk.need(format!("family.{}", family.name()), raw.spot);
    }
    let names = entry.names("names", Style::Name);
    let tag = entry.optional_names("tag", Style::Name);
    let summary = entry.names("summary", Style::Prose);
    let mode = entry.choice("mode", &Mode::ALL, Mode::name);
    if let (Some(mode), Some(raw)) = (mode, entry.raw("mode")) {
        desk.need(format!("mode.{}", mode.name()), raw.spot);
    }
    let status = entry.choice("status", &Status::ALL, Status::name);
    if let (Some(status), Some(raw)) = (status, entry.raw("status")) {
        desk.need(format!("status.{}", status.name()), raw.spot);
    }
    let status_date = desk.past_date(entry, "status_date");
    let status_source = desk.optional_reference(entry, "status_source", Thing::Source);
    let line_ids = desk.references(entry, "lines", Thing::Line);
    let listed = desk.references(entry, "places", Thing::Place);
    let facts = facts::facts(desk, entry);
    let milestones = facts::milestones(desk, entry);
    entry.finish();
    let places = places(&line_ids, listed, lines);
    Some(Corridor {
        id: id?,
        waterway: thing == Thing::Waterway,
        family: family?,
        names: names?,
        tag: tag?,
        summary: summary?,
        mode: mode?,
        status: status?,
        status_date: status_date?,
        status_source: status_source?,
        lines: line_ids,
        places,
        facts,
        milestones,
    })
}

/// The list as it is when it names all places of the lines: its order was meant. Else the places
/// of the lines in their order, then what the list adds.
fn places(line_ids: &[Id], listed: Vec<Id>, lines: &[Line]) -> Vec<Id> {
    let mut places: Vec<Id> = Vec::new();
    let on_lines = line_ids
        .iter()
        .filter_map(|id| lines.iter().find(|line| line.id == *id))
        .flat_map(|line| line.places.iter().cloned());
    for place in on_lines {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.iter().all(|place| listed.contains(place)) {
        return listed;
    }
    places.extend(listed.into_iter().filter(|place| !places.contains(place)).collect::<Vec<_>>());
    places
}
