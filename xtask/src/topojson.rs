//! Reading TopoJSON: the arcs in degrees, and the objects as references to them.
//!
//! Only what the map packages use: quantized topologies, polygons and lines. References keep the
//! sign of the format (`!i` is arc `i` walked backwards), so shared arcs stay shared.

use anyhow::{Context, bail, ensure};
use serde_json::Value;

/// A point, longitude first, degrees.
pub type Point = [f64; 2];

/// A decoded file.
#[derive(Debug, Clone, PartialEq)]
pub struct Topology {
    /// Arcs in degrees.
    pub arcs: Vec<Vec<Point>>,
    objects: Value,
}

/// One geometry of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    /// The `id` of the file, where it has one.
    pub id: Option<String>,
    /// `properties.name`, where it has one.
    pub name: Option<String>,
    /// Rings by polygon; a geometry of lines has each line as the one ring of a polygon.
    pub polygons: Vec<Vec<Vec<i32>>>,
}

impl Topology {
    /// Decodes a file's text.
    pub fn read(text: &str) -> anyhow::Result<Self> {
        let mut file: Value = serde_json::from_str(text).context("the file is not JSON")?;
        ensure!(file["type"] == "Topology", "the file is not TopoJSON");
        let pair = |value: &Value| -> Option<[f64; 2]> {
            Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?])
        };
        let scale = pair(&file["transform"]["scale"]).context("no transform.scale")?;
        let translate = pair(&file["transform"]["translate"]).context("no transform.translate")?;
        let arcs = file["arcs"]
            .as_array()
            .context("no arcs")?
            .iter()
            .map(|arc| {
                let (mut x, mut y) = (0.0, 0.0);
                arc.as_array()?
                    .iter()
                    .map(|step| {
                        let [dx, dy] = pair(step)?;
                        (x, y) = (x + dx, y + dy);
                        Some([x * scale[0] + translate[0], y * scale[1] + translate[1]])
                    })
                    .collect::<Option<Vec<Point>>>()
            })
            .collect::<Option<Vec<_>>>()
            .context("an arc is not a list of pairs")?;
        Ok(Self { arcs, objects: file["objects"].take() })
    }

    /// The geometries of the object `name`.
    pub fn object(&self, name: &str) -> anyhow::Result<Vec<Geometry>> {
        let object = self.objects.get(name).with_context(|| format!("no object `{name}`"))?;
        let geometries = object["geometries"]
            .as_array()
            .with_context(|| format!("`{name}` is not a collection"))?;
        geometries.iter().map(|geometry| self.geometry(geometry)).collect()
    }

    fn geometry(&self, value: &Value) -> anyhow::Result<Geometry> {
        let arcs = &value["arcs"];
        let polygons = match value["type"].as_str().unwrap_or_default() {
            "MultiPolygon" => list(arcs, |p| list(p, |r| self.references(r)))?,
            "Polygon" => vec![list(arcs, |r| self.references(r))?],
            "MultiLineString" => list(arcs, |r| Ok(vec![self.references(r)?]))?,
            "LineString" => vec![vec![self.references(arcs)?]],
            "" => Vec::new(),
            other => bail!("a geometry of type {other}"),
        };
        let id = match &value["id"] {
            Value::String(text) => Some(text.clone()),
            _ => None,
        };
        let name = value["properties"]["name"].as_str().map(str::to_owned);
        Ok(Geometry { id, name, polygons })
    }

    fn references(&self, value: &Value) -> anyhow::Result<Vec<i32>> {
        list(value, |item| {
            let reference = item.as_i64().context("a reference is not a number")? as i32;
            let index = arc_index(reference);
            ensure!(index < self.arcs.len(), "there is no arc {index}");
            Ok(reference)
        })
    }

    /// The points of a chain of arcs; a point shared by two arcs stands once.
    pub fn points(&self, references: &[i32]) -> Vec<Point> {
        chain(&self.arcs, references)
    }
}

/// The arc that a signed reference means.
pub fn arc_index(reference: i32) -> usize {
    (if reference < 0 { !reference } else { reference }) as usize
}

/// The points of a chain of `arcs`; a point shared by two arcs stands once.
pub fn chain(arcs: &[Vec<Point>], references: &[i32]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for &reference in references {
        let arc = &arcs[arc_index(reference)];
        let skip = usize::from(!points.is_empty());
        if reference < 0 {
            points.extend(arc.iter().rev().skip(skip));
        } else {
            points.extend(arc.iter().skip(skip));
        }
    }
    points
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> anyhow::Result<T>) -> anyhow::Result<Vec<T>> {
    value.as_array().context("a list is missing")?.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARES: &str = r#"{"type":"Topology","transform":{"scale":[0.5,0.25],"translate":[10,20]},
        "arcs":[[[0,0],[0,4]],[[0,4],[-2,0],[0,-4],[2,0]],[[0,4],[2,0],[0,-4],[-2,0]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","id":"586","arcs":[[0,1]],"properties":{"name":"West"}},
            {"type":"MultiPolygon","arcs":[[[2,0]]]},
            {"type":null}]}}}"#;

    #[test]
    fn arcs_come_out_in_degrees() {
        let topology = Topology::read(SQUARES).unwrap();
        assert_eq!(topology.arcs[0], [[10.0, 20.0], [10.0, 21.0]]);
        assert_eq!(topology.arcs[1][2], [9.0, 20.0]);
    }

    #[test]
    fn objects_keep_ids_names_and_shared_arcs() {
        let countries = Topology::read(SQUARES).unwrap().object("countries").unwrap();
        assert_eq!(countries[0].id.as_deref(), Some("586"));
        assert_eq!(countries[0].name.as_deref(), Some("West"));
        assert_eq!(countries[1].polygons, [[[2, 0]]]);
        assert!(countries[2].polygons.is_empty());
    }

    #[test]
    fn a_chain_holds_shared_points_once() {
        let topology = Topology::read(SQUARES).unwrap();
        let ring = topology.points(&[0, 1]);
        assert_eq!(ring.len(), 5);
        assert_eq!(ring.first(), ring.last());
        assert_eq!(topology.points(&[!0]), [[10.0, 21.0], [10.0, 20.0]]);
    }

    #[test]
    fn a_reference_to_no_arc_is_an_error() {
        let broken = SQUARES.replace("[[0,1]]", "[[0,9]]");
        assert!(Topology::read(&broken).unwrap().object("countries").is_err());
    }
}
