//! The records made from the model.

use super::{
    Coordinates, CorridorRecord, DatasetRecord, FactRecord, Geometry, InstitutionRecord,
    MemberRecord, MilestoneRecord, PlaceRecord, SourceRecord,
};
use crate::geo::LonLat;
use crate::i18n::{Lang, Names};
use crate::model::{
    atlas::Atlas,
    corridor::{Corridor, Family},
    fact::{Fact, Milestone, Value},
    id::{Id, each_once},
    institution::Institution,
    line::{Accuracy, Line},
    place::Place,
    source::Source,
};
use crate::units::Unit;

/// All places.
pub fn places(atlas: &Atlas) -> Vec<PlaceRecord> {
    atlas.places.iter().map(place).collect()
}

/// All projects and waterways.
pub fn corridors(atlas: &Atlas) -> Vec<CorridorRecord> {
    atlas.corridors.iter().map(|one| corridor(atlas, one)).collect()
}

/// All institutions.
pub fn institutions(atlas: &Atlas) -> Vec<InstitutionRecord> {
    atlas.institutions.iter().map(institution).collect()
}

/// All sources.
pub fn sources(atlas: &Atlas) -> Vec<SourceRecord> {
    atlas.sources.iter().map(source).collect()
}

/// The data set as a whole. Data that somebody brought have their title below the atlas's name.
pub fn dataset(atlas: &Atlas) -> DatasetRecord {
    let key = if atlas.brought.is_some() { "app.subtitle" } else { "app.name" };
    let title = |lang| atlas.catalogs.text(lang, key);
    let waterways = atlas.corridors.iter().filter(|corridor| corridor.waterway).count();
    DatasetRecord {
        title: Names { en: title(Lang::En), ur: title(Lang::Ur), ru: title(Lang::Ru) },
        version: atlas.version.clone(),
        date: atlas.date.to_string(),
        places: atlas.places.len(),
        projects: atlas.corridors.len() - waterways,
        waterways,
        lines: atlas.lines.len(),
        institutions: atlas.institutions.len(),
        sources: atlas.sources.len(),
    }
}

fn place(place: &Place) -> PlaceRecord {
    PlaceRecord {
        id: place.id.to_string(),
        kind: place.kind.name(),
        names: place.names.clone(),
        country: place.country.clone(),
        lon: place.at.lon,
        lat: place.at.lat,
        position: if place.position.is_some() { "sourced" } else { "approximate" },
        position_source: place.position.as_ref().map(Id::to_string),
        unlocode: place.unlocode.clone(),
        rank: place.rank,
        facts: place.facts.iter().map(fact).collect(),
    }
}

fn corridor(atlas: &Atlas, corridor: &Corridor) -> CorridorRecord {
    let kind = corridor.kind();
    let lines: Vec<&Line> = corridor.lines.iter().filter_map(|id| atlas.line(id)).collect();
    let own = corridor.status_source.iter();
    let facts = corridor.facts.iter().map(|fact| &fact.source);
    let milestones = corridor.milestones.iter().map(|milestone| &milestone.source);
    let drawn =
        lines.iter().flat_map(|line| line.status_source.iter().chain([&line.course_source]));
    let in_km = corridor.facts.iter().filter(|fact| fact.unit == Unit::Km);
    CorridorRecord {
        id: corridor.id.to_string(),
        kind: kind.name(),
        names: corridor.names.clone(),
        short: corridor.tag.clone(),
        summary: corridor.summary.clone(),
        mode: corridor.mode.name(),
        status: corridor.status.name(),
        status_date: corridor.status_date.to_string(),
        status_source: corridor.status_source.as_ref().map(Id::to_string),
        context: corridor.family == Family::Context,
        km: in_km.map(fact).collect(),
        facts: corridor.facts.iter().map(fact).collect(),
        milestones: corridor.milestones.iter().map(milestone).collect(),
        geometry: geometry(&lines),
        places: corridor.places.iter().map(Id::to_string).collect(),
        sources: as_text(own.chain(facts).chain(milestones).chain(drawn)),
    }
}

fn geometry(lines: &[&Line]) -> Geometry {
    let worst = Accuracy::ALL.into_iter().rev().find(|class| {
        // Without a line there is nothing to trust.
        lines.is_empty() || lines.iter().any(|line| line.accuracy == *class)
    });
    let (kind, coordinates) = match lines {
        [line] => ("LineString", Coordinates::Line(points(line))),
        _ => {
            let lines = lines.iter().map(|line| points(line)).collect();
            ("MultiLineString", Coordinates::Lines(lines))
        }
    };
    Geometry {
        kind,
        coordinates,
        accuracy: worst.unwrap_or(Accuracy::Schematic).name(),
        source: lines.first().map(|line| line.course_source.to_string()),
    }
}

fn milestone(milestone: &Milestone) -> MilestoneRecord {
    MilestoneRecord {
        date: milestone.date.to_string(),
        text: milestone.text.clone(),
        source: milestone.source.to_string(),
    }
}

/// Five decimals are about a metre; the tail of a binary fraction says nothing.
fn points(line: &Line) -> Vec<[f64; 2]> {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    line.course.iter().map(|LonLat { lon, lat }| [round(*lon), round(*lat)]).collect()
}

fn institution(institution: &Institution) -> InstitutionRecord {
    let members = institution.members.iter().map(|member| &member.source);
    InstitutionRecord {
        id: institution.id.to_string(),
        names: institution.names.clone(),
        short: institution.short.clone(),
        summary: institution.summary.clone(),
        members: institution
            .members
            .iter()
            .map(|member| MemberRecord {
                country: member.country.clone(),
                from: member.from.to_string(),
                to: member.to.map(|date| date.to_string()),
                status: member.standing.name(),
                source: member.source.to_string(),
            })
            .collect(),
        sources: as_text(institution.sources.iter().chain(members)),
    }
}

fn source(source: &Source) -> SourceRecord {
    SourceRecord {
        id: source.id.to_string(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
        seen: source.seen.map(|date| date.to_string()),
        kind: source.kind.name(),
    }
}

fn fact(fact: &Fact) -> FactRecord {
    let (value, low, high) = match fact.value {
        Value::One(n) => (Some(n), None, None),
        Value::Range(low, high) => (None, Some(low), Some(high)),
    };
    FactRecord {
        what: fact.what.to_string(),
        value,
        low,
        high,
        unit: fact.unit.name(),
        date: fact.date.map(|date| date.to_string()),
        source: fact.source.to_string(),
        confidence: fact.confidence.name(),
        about: fact.about,
        note: fact.note.clone(),
    }
}

/// The ids as text, each once.
fn as_text<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
    each_once(ids).iter().map(Id::to_string).collect()
}
