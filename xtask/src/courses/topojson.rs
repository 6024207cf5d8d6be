//! Reading the rivers of a quantized TopoJSON file.
//!
//! Format: <https://github.com/topojson/topojson-specification>. Arcs are lists of steps on an
//! integer grid; `transform` turns grid points into degrees; lines name their arcs by number.

use super::CoursesError;
use atlas::geo::LonLat;
use serde::Deserialize;

/// A vertex: its grid point, which is equal where rivers share it, and its place on the globe.
pub(super) type Vertex = ([i64; 2], LonLat);

/// The lines of the object `rivers`, in the order of the file.
pub(super) fn rivers(text: &str) -> Result<Vec<Vec<Vertex>>, CoursesError> {
    let topology: Topology = serde_json::from_str(text)?;
    let arcs: Vec<Vec<[i64; 2]>> = topology.arcs.iter().map(|arc| absolute(arc)).collect();
    let mut found = Vec::new();
    for geometry in &topology.objects.rivers.geometries {
        let lines = match &geometry.arcs {
            Some(Arcs::One(line)) => std::slice::from_ref(line),
            Some(Arcs::Many(lines)) => lines.as_slice(),
            None => &[],
        };
        for line in lines {
            let vertices = unrolled(line, &arcs)?;
            found.push(
                vertices.into_iter().map(|key| (key, topology.transform.point(key))).collect(),
            );
        }
    }
    Ok(found)
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    rivers: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// Features without a line have no arcs.
#[derive(Deserialize)]
struct Geometry {
    arcs: Option<Arcs>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Arcs {
    One(Vec<i64>),
    Many(Vec<Vec<i64>>),
}

impl Transform {
    fn point(&self, key: [i64; 2]) -> LonLat {
        let degrees = |axis: usize| key[axis] as f64 * self.scale[axis] + self.translate[axis];
        LonLat { lon: degrees(0), lat: degrees(1) }
    }
}

/// The arc with its steps summed up, still in grid units.
fn absolute(arc: &[[i64; 2]]) -> Vec<[i64; 2]> {
    arc.iter()
        .scan([0, 0], |at, step| {
            *at = [at[0] + step[0], at[1] + step[1]];
            Some(*at)
        })
        .collect()
}

/// The vertices of a line made of arcs; `!i` stands for arc `i` backwards, and each arc begins
/// where the one before it ended.
fn unrolled(line: &[i64], arcs: &[Vec<[i64; 2]>]) -> Result<Vec<[i64; 2]>, CoursesError> {
    let mut points: Vec<[i64; 2]> = Vec::new();
    for &index in line {
        let place = if index < 0 { !index } else { index };
        let arc = usize::try_from(place)
            .ok()
            .and_then(|place| arcs.get(place))
            .ok_or(CoursesError::NoArc(index))?;
        if index < 0 {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    points.dedup();
    Ok(points)
}
