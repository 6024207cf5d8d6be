//! Places, and corridors with their lines.

use super::{day, plain};
use crate::data::own::form::{self, Corridor, CorridorKind, Fact, Geometry, Place, Point};
use crate::data::own::word::{Country, Name, Word, Words};
use crate::geo::LonLat;
use crate::model::{
    corridor::{self, Family},
    fact::{self, Value},
    id::Id,
    line::{Accuracy, Lane, Line, Mode},
    place,
};
use crate::order;
use crate::units::PartialDate;

/// In the middle of the three ranks, where nothing is said.
const RANK: u8 = 2;

pub(super) fn place(of: Place) -> place::Place {
    place::Place {
        id: of.id.0,
        kind: of.kind.0,
        names: of.names.names(),
        country: of.country.map(|Country(code)| code),
        at: LonLat { lon: of.lon, lat: of.lat },
        position: of.position_source.map(|Name(id)| id),
        unlocode: of.unlocode,
        rank: of.rank.unwrap_or(RANK),
        facts: of.facts.into_iter().map(fact).collect(),
    }
}

fn fact(of: Fact) -> fact::Fact {
    let value = match (of.value, of.low, of.high) {
        (None, Some(low), Some(high)) => Value::Range(low, high),
        (value, ..) => Value::One(value.unwrap_or_default()),
    };
    fact::Fact {
        what: of.what.0,
        value,
        unit: of.unit.0,
        date: day(of.date),
        source: of.source.0,
        confidence: of.confidence.0,
        about: of.about,
        note: of.note.as_ref().map(Words::names),
    }
}

/// The colour of a corridor: its mode's.
fn family(of: &Corridor) -> Family {
    match of.mode.0 {
        _ if of.context => Family::Context,
        _ if of.kind == CorridorKind::Waterway => Family::Water,
        Mode::Sea | Mode::River | Mode::Ferry => Family::Water,
        Mode::Pipeline => Family::Gas,
        Mode::Road => Family::Cpec,
        Mode::Rail => Family::Rail,
    }
}

pub(super) fn corridor(
    of: Corridor,
    date: PartialDate,
    places: &[place::Place],
    lines: &mut Vec<Line>,
) -> corridor::Corridor {
    let family = family(&of);
    let status_date = day(of.status_date).unwrap_or(date);
    let status_source = of.status_source.map(|Name(id)| id);
    let along = plain(of.places);
    let (courses, accuracy, course_source, lane) = match of.geometry {
        Some(Geometry::LineString { coordinates, accuracy, source, lane }) => {
            (vec![course(coordinates)], accuracy, source, lane)
        }
        Some(Geometry::MultiLineString { coordinates, accuracy, source, lane }) => {
            (coordinates.into_iter().map(course).collect(), accuracy, source, lane)
        }
        None => {
            let at = |id: &Id| places.iter().find(|place| place.id == *id).map(|place| place.at);
            let joined = along.iter().filter_map(at).collect();
            (vec![joined], None, None, None)
        }
    };
    let drawn_by = course_source.or_else(|| of.sources.first().cloned()).map(|Name(id)| id);
    let mut own = Vec::new();
    for course in courses {
        // Counted through, for a corridor's own id may leave no room for a number.
        let id = Id::new(&format!("line-{}", lines.len() + 1));
        let (Some(id), Some(course_source)) = (id, drawn_by.clone()) else { continue };
        own.push(id.clone());
        lines.push(Line {
            id,
            mode: of.mode.0,
            status: of.status.0,
            status_date,
            status_source: status_source.clone(),
            accuracy: accuracy.map_or(Accuracy::Schematic, |Word(accuracy)| accuracy),
            lane: lane.map_or(Lane::Own, |Word(lane)| lane),
            course_source,
            course,
            places: Vec::new(),
        });
    }
    let more = of.km.into_iter().filter(|fact| !of.facts.contains(fact)).collect::<Vec<_>>();
    let milestone = |of: form::Milestone| fact::Milestone {
        date: of.date.0,
        text: of.text.names(),
        source: of.source.0,
    };
    let mut milestones: Vec<fact::Milestone> = of.milestones.into_iter().map(milestone).collect();
    order::sort_by_key(&mut milestones, |milestone| milestone.date);
    corridor::Corridor {
        id: of.id.0,
        waterway: of.kind == CorridorKind::Waterway,
        family,
        names: of.names.names(),
        tag: of.short.as_ref().map(Words::names),
        summary: of.summary.as_ref().map(Words::names).unwrap_or_default(),
        mode: of.mode.0,
        status: of.status.0,
        status_date,
        status_source,
        lines: own,
        places: along,
        facts: more.into_iter().chain(of.facts).map(fact).collect(),
        milestones,
    }
}

fn course(points: Vec<Point>) -> Vec<LonLat> {
    points.into_iter().map(|Point([lon, lat])| LonLat { lon, lat }).collect()
}
