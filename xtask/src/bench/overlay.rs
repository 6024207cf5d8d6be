//! The atlas's own lines and places, and the synthetic lines, as files that peers read.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use atlas::{
    geo::LonLat,
    scene::{
        palette::{Ink, Palette},
        place_labels,
        stage::Stage,
        synthetic,
    },
};
use serde_json::{Value, json};

/// Lines in the colours of the atlas, and the places that the atlas shows at that zoom, as two
/// collections of GeoJSON.
pub fn overlay(stage: &Stage, zoom: f64) -> Value {
    let lines: Vec<Value> = stage
        .lines()
        .map(|item| {
            let course: Vec<Value> = item.line.course.iter().copied().map(position).collect();
            let color = Palette::Light.color(Ink::of(item.family));
            feature(
                item.line.id.as_str(),
                color,
                json!({"type": "LineString", "coordinates": course}),
            )
        })
        .collect();
    let places: Vec<Value> = stage
        .atlas
        .places
        .iter()
        .filter(|place| place_labels::symbol_zoom(place, false) <= zoom)
        .map(|place| {
            let point = json!({"type": "Point", "coordinates": position(place.at)});
            feature(place.id.as_str(), Palette::Light.color(Ink::Ink), point)
        })
        .collect();
    json!({"corridors": collection(lines), "places": collection(places)})
}

fn position(at: LonLat) -> Value {
    json!([at.lon, at.lat])
}

fn feature(id: &str, color: &str, geometry: Value) -> Value {
    json!({"type": "Feature", "properties": {"id": id, "color": color}, "geometry": geometry})
}

fn collection(features: Vec<Value>) -> Value {
    json!({"type": "FeatureCollection", "features": features})
}

/// Writes the first `count` synthetic lines: pairs of longitude and latitude in single precision,
/// least byte first.
pub fn write_synthetic(count: u32, path: &Path) -> Result<()> {
    let bytes: Vec<u8> = synthetic::lines(count)
        .into_iter()
        .flat_map(|at| [at.lon as f32, at.lat as f32])
        .flat_map(f32::to_le_bytes)
        .collect();
    fs::write(path, bytes).with_context(|| format!("{} was not written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_draw_every_line_and_the_places_of_the_first_view() {
        let stage = crate::committed::stage().expect("the committed data");
        let near = overlay(&stage, 9.0);
        let far = overlay(&stage, 0.0);
        let count =
            |overlay: &Value, what: &str| overlay[what]["features"].as_array().map(Vec::len);
        assert_eq!(count(&near, "corridors"), Some(stage.atlas.lines.len()));
        assert_eq!(count(&near, "places"), Some(stage.atlas.places.len()));
        assert!(count(&far, "places") < count(&near, "places"));
        let line = &far["corridors"]["features"][0];
        assert!(line["properties"]["color"].as_str().is_some_and(|color| color.starts_with('#')));
        assert_eq!(line["geometry"]["coordinates"][0].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn synthetic_lines_are_those_of_the_atlas() {
        let dir = tempfile::tempdir().expect("temp dir");
        let path = dir.path().join("extra.bin");
        write_synthetic(3, &path).expect("written");
        let bytes = fs::read(&path).expect("read");
        assert_eq!(bytes.len(), 3 * synthetic::POINTS * 8);
        let first = synthetic::lines(1)[0];
        assert_eq!(bytes[..4], (first.lon as f32).to_le_bytes());
        assert_eq!(bytes[4..8], (first.lat as f32).to_le_bytes());
    }
}
