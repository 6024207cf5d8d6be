//! `data/lines*.toml` and `data/courses/*.geojson`: stretches that are drawn.

use super::desk::{Desk, Thing};
use super::entry::{At, Entry, Raw};
use super::{course, geojson};
use crate::geo::LonLat;
use crate::model::id::Id;
use crate::model::line::{Accuracy, Lane, Line, Mode, Status};
use std::collections::BTreeSet;
use toml::de::DeValue;

/// All lines, by file and then in the order of the files.
pub(super) fn read(desk: &Desk<'_>) -> Vec<Line> {
    let mut used = BTreeSet::new();
    let lines = desk
        .entries(Thing::Line, is_lines_file)
        .iter()
        .filter_map(|entry| line(desk, entry, &mut used))
        .collect();
    for path in desk.folder.paths().filter(|path| path.starts_with("courses/")) {
        if !used.contains(path) {
            desk.log.add(
                &format!("data/{path}"),
                1,
                1,
                "no line is drawn along this course",
                "name it in the `course` of a line, or delete the file",
            );
        }
    }
    lines
}

/// Whether the file holds lines: `lines.toml` or `lines-*.toml`.
pub(super) fn is_lines_file(file: &str) -> bool {
    file.strip_prefix("data/lines")
        .is_some_and(|rest| rest == ".toml" || rest.starts_with('-') && !rest.contains('/'))
}

fn line<'a>(desk: &Desk<'a>, entry: &Entry<'a>, used: &mut BTreeSet<String>) -> Option<Line> {
    let id = desk.define(Thing::Line, entry);
    let mode = entry.choice("mode", &Mode::ALL, Mode::name);
    let status = entry.choice("status", &Status::ALL, Status::name);
    let status_date = desk.past_date(entry, "status_date");
    let status_source = desk.optional_reference(entry, "status_source", Thing::Source);
    let accuracy = entry.choice("accuracy", &Accuracy::ALL, Accuracy::name);
    for (word, value, key) in [
        ("mode", mode.map(Mode::name), "mode"),
        ("status", status.map(Status::name), "status"),
        ("accuracy", accuracy.map(Accuracy::name), "accuracy"),
    ] {
        if let (Some(value), Some(raw)) = (value, entry.raw(key)) {
            desk.need(format!("{word}.{value}"), raw.spot);
        }
    }
    let lane = match entry.raw("lane") {
        Some(_) => entry.choice("lane", &Lane::ALL, Lane::name),
        None => Some(Lane::Own),
    };
    let course_source = desk.reference(entry, "course_source", Thing::Source);
    let straight = entry.flag("straight");
    let listed = desk.references(entry, "places", Thing::Place);
    let course = course_of(desk, entry, straight, used);
    entry.finish();
    let (points, on_path) = course?;
    Some(Line {
        id: id?,
        mode: mode?,
        status: status?,
        status_date: status_date?,
        status_source: status_source?,
        accuracy: accuracy?,
        lane: lane?,
        course_source: course_source?,
        course: points,
        places: if listed.is_empty() { on_path } else { listed },
    })
}

/// The course of the line and the places on it, from `path` or from the file that `course` names.
fn course_of<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    straight: bool,
    used: &mut BTreeSet<String>,
) -> Option<(Vec<LonLat>, Vec<Id>)> {
    match (entry.raw("path"), entry.optional_text("course")?) {
        (Some(_), None) => path(desk, entry, straight),
        (None, Some(name)) => {
            if let Some(raw) = entry.raw("straight") {
                let hint = "a course of a file is drawn as it is";
                entry.log.report(raw.spot, "`straight` goes with `path` only", hint);
            }
            Some((from_file(desk, name, used)?, Vec::new()))
        }
        (Some(path), Some(_)) => {
            entry.log.report(path.spot, "a line has either `path` or `course`, not both", None);
            None
        }
        (None, None) => {
            entry.log.report(
                entry.spot,
                "this line has no course",
                "give `path`, a list of places and points, or `course`, a file of data/courses/",
            );
            None
        }
    }
}

/// The course through the stations of `path`, and the places among them.
fn path<'a>(desk: &Desk<'a>, entry: &Entry<'a>, straight: bool) -> Option<(Vec<LonLat>, Vec<Id>)> {
    let stations = entry.list("path")?;
    let (mut points, mut places) = (Vec::new(), Vec::new());
    let mut whole = true;
    for station in &stations {
        match station.value {
            DeValue::String(name) => {
                let name = At { value: name.as_ref(), spot: station.spot };
                let id = desk.refer(Thing::Place, name);
                let at = id.as_ref().and_then(|id| desk.positions.borrow().get(id).copied());
                places.extend(id);
                whole &= at.is_some();
                points.extend(at);
            }
            _ => {
                let at = point(entry, station);
                whole &= at.is_some();
                points.extend(at);
            }
        }
    }
    if stations.len() < 2 {
        let spot = entry.raw("path").map_or(entry.spot, |raw| raw.spot);
        entry.log.report(spot, "a line needs at least two points", None);
        return None;
    }
    for (pair, station) in points.windows(2).zip(&stations[1..]) {
        if whole && pair[0] == pair[1] {
            entry.log.report(station.spot, "this point equals the one before it", None);
        }
    }
    let course = if straight { course::straight(&points) } else { course::curved(&points) };
    whole.then_some((course, places))
}

/// A point written as a list of longitude and latitude.
pub(super) fn point<'a>(entry: &Entry<'a>, raw: &Raw<'a>) -> Option<LonLat> {
    let pair = raw.value.as_array().filter(|pair| pair.len() == 2);
    let Some(pair) = pair else {
        entry.log.report(
            raw.spot,
            "a point is a list of longitude and latitude",
            "as [62.33, 25.11]",
        );
        return None;
    };
    let number = |index: usize| {
        let value: &DeValue<'a> = pair.get(index)?.get_ref();
        entry.as_number(&At { value, spot: raw.spot })
    };
    let (lon, lat) = (number(0)?, number(1)?);
    let point = LonLat::new(lon, lat);
    if point.is_none() {
        entry.log.report(
            raw.spot,
            format!("[{lon}, {lat}] lies beyond the globe"),
            "longitude (−180 to 180) comes first, then latitude (−90 to 90)",
        );
    }
    point
}

fn from_file<'a>(
    desk: &Desk<'a>,
    name: At<'a, &'a str>,
    used: &mut BTreeSet<String>,
) -> Option<Vec<LonLat>> {
    let path = format!("courses/{}.geojson", name.value);
    let Some(bytes) = desk.folder.get(&path) else {
        let known = desk
            .folder
            .paths()
            .filter_map(|path| path.strip_prefix("courses/")?.strip_suffix(".geojson"));
        let hint = super::diagnostic::nearest(name.value, known);
        desk.log.report(name.spot, format!("there is no file data/{path}"), hint.as_deref());
        return None;
    };
    used.insert(path.clone());
    geojson::line_string(desk.log, &format!("data/{path}"), bytes).map(course::rounded)
}
