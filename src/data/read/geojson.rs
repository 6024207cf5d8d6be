//! A course drawn elsewhere: one line of a GeoJSON file (RFC 7946).

use super::diagnostic::Log;
use crate::geo::LonLat;
use geojson::{Feature, GeoJson, GeometryValue};

/// The points of the only LineString in the file.
pub(super) fn line_string(log: &Log, file: &str, bytes: &[u8]) -> Option<Vec<LonLat>> {
    let report = |message: String, hint: &str| log.add(file, 1, 1, message, hint);
    let feature = match GeoJson::from_reader(bytes) {
        Ok(GeoJson::Feature(feature)) => feature,
        Ok(GeoJson::FeatureCollection(collection)) if collection.features.len() == 1 => {
            collection.features.into_iter().next()?
        }
        Ok(GeoJson::Geometry(geometry)) => Feature::from(geometry),
        Ok(GeoJson::FeatureCollection(collection)) => {
            let count = collection.features.len();
            report(format!("the file holds {count} features"), "a course is one LineString");
            return None;
        }
        Err(error) => {
            let (line, column) = (error.line().max(1), error.column().max(1));
            let message = format!("this is no GeoJSON: {error}");
            log.add(file, line, column, message, "a course is a Feature with a LineString");
            return None;
        }
    };
    let Some(GeometryValue::LineString { coordinates }) =
        feature.geometry.map(|geometry| geometry.value)
    else {
        report("the feature is no LineString".to_owned(), "a course is one LineString");
        return None;
    };
    if coordinates.len() < 2 {
        report("a line needs at least two points".to_owned(), "add the points of the course");
        return None;
    }
    let mut points = Vec::with_capacity(coordinates.len());
    for (index, position) in coordinates.iter().enumerate() {
        match LonLat::new(position[0], position[1]) {
            Some(point) => points.push(point),
            None => {
                let (n, lon, lat) = (index + 1, position[0], position[1]);
                report(
                    format!("point {n}, [{lon}, {lat}], lies beyond the globe"),
                    "longitude comes first, then latitude",
                );
            }
        }
    }
    (points.len() == coordinates.len()).then_some(points)
}
