//! `data/generated/lanes.geojson`: lanes over the open sea.

use super::links::sheltered;
use super::terms::{self, Kind};
use super::{Build, LANES};
use crate::geo::LonLat;
use crate::geo::great_circle::length_km;
use crate::model::fact::Confidence;
use crate::model::id::Id;
use crate::model::line::{Mode, Status};
use crate::model::network::{Link, Node, Passage};
use geojson::{FeatureCollection, GeometryValue, JsonObject};

/// The lanes, in the order of the file.
pub(super) fn read(build: &mut Build<'_, '_>, passages: &[Passage]) -> Vec<Link> {
    let file = format!("data/{LANES}");
    let hint = "make it with `cargo xtask lanes`";
    let Some(bytes) = build.desk.folder.get(LANES) else {
        build.desk.log.add(&file, 1, 1, "this file is missing", hint);
        return Vec::new();
    };
    let features = match parsed(bytes) {
        Ok(features) => features,
        Err(message) => {
            build.desk.log.add(&file, 1, 1, message, hint);
            return Vec::new();
        }
    };
    let mut links = Vec::new();
    for (index, feature) in features.into_iter().enumerate() {
        match lane(build, index, feature, passages) {
            Some(link) => links.push(link),
            None => {
                build.desk.log.add(&file, index + 2, 1, "this lane cannot be read", hint);
            }
        }
    }
    links
}

struct Lane {
    properties: JsonObject,
    course: Vec<LonLat>,
}

fn parsed(bytes: &[u8]) -> Result<Vec<Lane>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let collection: FeatureCollection =
        text.parse().map_err(|error: geojson::Error| error.to_string())?;
    let lane = |feature: geojson::Feature| {
        let properties = feature.properties?;
        let GeometryValue::LineString { coordinates } = feature.geometry?.value else {
            return None;
        };
        let points = coordinates.iter().map(|position| LonLat::new(position[0], position[1]));
        Some(Lane { properties, course: points.collect::<Option<Vec<_>>>()? })
    };
    let lanes: Option<Vec<_>> = collection.features.into_iter().map(lane).collect();
    lanes.ok_or_else(|| "a feature is no lane".to_owned())
}

fn lane(build: &mut Build<'_, '_>, index: usize, lane: Lane, passages: &[Passage]) -> Option<Link> {
    let text = |key: &str| lane.properties.get(key)?.as_str().map(str::to_owned);
    let ends = [(text("from")?, *lane.course.first()?), (text("to")?, *lane.course.last()?)];
    let listed = lane.properties.get("passes")?.as_array()?;
    let passes: Vec<Id> =
        listed.iter().map(|name| Id::new(name.as_str()?)).collect::<Option<_>>()?;
    let [from, to] = ends.map(|(name, at)| {
        let id = Id::new(&name)?;
        if !name.starts_with("sea-") {
            return build.place(&id);
        }
        let known = build.by_id.get(&name).copied();
        Some(known.unwrap_or_else(|| build.add(Node { id, at, place: false, country: None })))
    });
    let (from, to) = (from?, to?);
    let km = length_km(&lane.course);
    let spot = build.desk.files.first()?.document.start();
    let ends = [from, to].map(|node| build.nodes[usize::from(node)].id.clone());
    let kind = Kind {
        mode: Mode::Sea,
        km,
        countries: &[],
        border: None,
        locks: 0,
        time: None,
        passes: &passes,
        ends: ends.each_ref(),
    };
    let (hours, usd) = terms::terms(build, spot, &kind, passages, false)?;
    let calm = lane.course.iter().all(sheltered);
    let (small_hours, small_usd) = match calm {
        true => terms::terms(build, spot, &kind, passages, true)?,
        false => Default::default(),
    };
    Some(Link {
        id: Id::new(&format!("lane-{}", index + 1))?,
        from,
        to,
        line: None,
        mode: Mode::Sea,
        km: km as f32,
        basis: Confidence::Computed,
        source: Id::new("searoute-marnet"),
        gauge: None,
        draught: None,
        draught_source: None,
        sheltered: calm,
        status: Status::Operational,
        status_date: None,
        status_source: None,
        season: None,
        countries: Vec::new(),
        border: false,
        passes,
        hours,
        usd,
        small_hours,
        small_usd,
        course: lane.course,
    })
}
