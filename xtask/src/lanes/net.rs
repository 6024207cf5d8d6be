//! The lines of the package as a graph, and what of it the atlas needs.

use super::detour;
use atlas::geo::great_circle::{distance_km, interpolate, length_km};
use atlas::geo::{LonLat, land::Land};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// A port further than this from every line has no lane; it lies on a river or on a sea of its own.
const REACH_KM: f64 = 150.0;
/// A port is joined to at most so many lines.
const JOINS: usize = 2;
/// A second line counts when it is at most so much further off than the nearest one.
const SECOND: f64 = 1.6;

/// A way at sea between two junctions or ports.
#[derive(Debug, Clone)]
pub(super) struct Lane {
    /// Ids of ports, or `sea-…` of junctions.
    pub(super) ends: [String; 2],
    /// Straits on it.
    pub(super) passes: Vec<&'static str>,
    /// Whether it runs through a canal, strait or river mouth that is narrower than the coasts are exact.
    pub(super) strait: bool,
    /// Its course.
    pub(super) course: Vec<LonLat>,
}

#[derive(Debug)]
pub(super) struct Edge {
    pub(super) ends: [usize; 2],
    pub(super) course: Vec<LonLat>,
    /// Straits, by their index.
    pub(super) passes: BTreeSet<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Net {
    nodes: Vec<LonLat>,
    known: BTreeMap<[i64; 2], usize>,
    pub(super) edges: Vec<Edge>,
    /// Ports and straits that are joined to the lines.
    pub(super) ports: Vec<(String, usize)>,
    straits: Vec<Strait>,
}

#[derive(Debug)]
struct Strait {
    id: &'static str,
    pass: Pass,
}

/// How lines pass a strait.
#[derive(Debug)]
enum Pass {
    /// Through a node.
    Through(usize),
    /// Nearer to a point than so many kilometres.
    Near(LonLat, f64),
}

impl Net {
    pub(super) fn new(lines: Vec<Vec<LonLat>>) -> Self {
        let mut net = Self::default();
        // Lines meet at their inner points too: each of their sides is an edge.
        for course in lines.iter().flat_map(|line| line.windows(2)) {
            let ends = [course[0], course[1]].map(|at| net.node(at));
            if ends[0] != ends[1] {
                net.edges.push(Edge { ends, course: course.to_vec(), passes: BTreeSet::new() });
            }
        }
        net
    }

    fn node(&mut self, at: LonLat) -> usize {
        let key = [at.lon, at.lat].map(|degrees| (degrees * 1e4).round() as i64);
        *self.known.entry(key).or_insert_with(|| {
            self.nodes.push(at);
            self.nodes.len() - 1
        })
    }

    /// Joins a port to the nearest lines, by courses that keep off the land where they can.
    pub(super) fn attach(&mut self, id: &str, at: LonLat, land: &Land) {
        let mut near: Vec<(f64, usize, usize, LonLat)> = self
            .edges
            .iter()
            .enumerate()
            .map(|(edge, found)| {
                let (off, piece, foot) = nearest(&found.course, at);
                (off, edge, piece, foot)
            })
            .filter(|(off, ..)| *off < REACH_KM)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some(closest) = near.first().map(|found| found.0) else { return };
        let port = self.node(at);
        self.ports.push((id.to_owned(), port));
        let mut feet: Vec<LonLat> = Vec::new();
        for (off, edge, piece, foot) in near {
            let spread = feet.iter().all(|other| distance_km(*other, foot) > 5.0);
            if feet.len() == JOINS || off > (closest * SECOND).max(20.0) || !spread {
                continue;
            }
            let joint = self.split(edge, piece, foot);
            let course = detour::between(at, self.nodes[joint], land);
            feet.push(foot);
            if joint != port {
                self.edges.push(Edge { ends: [port, joint], course, passes: BTreeSet::new() });
            }
        }
    }

    /// The node at `foot` on a line, which is cut in two there unless it has an end nearby.
    fn split(&mut self, edge: usize, piece: usize, foot: LonLat) -> usize {
        let Edge { ends, course, .. } = &self.edges[edge];
        let ends = *ends;
        for (end, at) in [(ends[0], course[0]), (ends[1], course[course.len() - 1])] {
            if distance_km(at, foot) < 2.0 {
                return end;
            }
        }
        self.cut(edge, piece, foot)
    }

    /// A line made two, after one of its points, with a new node between them.
    fn cut(&mut self, edge: usize, piece: usize, at: LonLat) -> usize {
        let Edge { ends, course, .. } = &self.edges[edge];
        let ends = *ends;
        let (mut before, mut after) = (course[..=piece].to_vec(), course[piece + 1..].to_vec());
        before.push(at);
        after.insert(0, at);
        let joint = self.node(at);
        let passes = self.edges[edge].passes.clone();
        self.edges[edge] = Edge { ends: [ends[0], joint], course: before, passes: passes.clone() };
        self.edges.push(Edge { ends: [joint, ends[1]], course: after, passes });
        joint
    }

    /// Leads the nearest line through the place of a strait.
    pub(super) fn gate(&mut self, id: &'static str, at: LonLat) {
        let lines = self.edges.iter().enumerate();
        let near = lines.map(|(edge, found)| (nearest(&found.course, at).0, edge));
        let Some((_, edge)) = near.min_by(|a, b| a.0.total_cmp(&b.0)) else { return };
        let piece = nearest(&self.edges[edge].course, at).1;
        let node = self.cut(edge, piece, at);
        self.ports.push((id.to_owned(), node));
        self.straits.push(Strait { id, pass: Pass::Through(node) });
    }

    /// Notes which lines pass which strait: those that end at a gate, and those that come near to the point
    /// of a wide strait, kilometres.
    pub(super) fn mark(&mut self, wide: impl Iterator<Item = (&'static str, LonLat, f64)>) {
        self.straits.extend(wide.map(|(id, at, km)| Strait { id, pass: Pass::Near(at, km) }));
        for index in 0..self.edges.len() {
            let Edge { ends, course, .. } = &self.edges[index];
            self.edges[index].passes = self.passed(*ends, course);
        }
    }

    /// The straits that a line passes.
    pub(super) fn passed(&self, ends: [usize; 2], course: &[LonLat]) -> BTreeSet<usize> {
        let passes = |strait: &Strait| match strait.pass {
            Pass::Through(node) => ends.contains(&node),
            Pass::Near(at, km) => nearest(course, at).0 < km,
        };
        (0..self.straits.len()).filter(|index| passes(&self.straits[*index])).collect()
    }

    /// Leads every line around the land that it cuts.
    pub(super) fn lead_around(&mut self, land: &Land) {
        for edge in &mut self.edges {
            edge.course = detour::led(&edge.course, land);
        }
    }

    /// The strait whose place a node is.
    pub(super) fn strait(&self, node: usize) -> Option<usize> {
        let (id, _) = self.ports.iter().find(|(_, port)| *port == node)?;
        self.straits.iter().position(|strait| strait.id == id)
    }

    /// Keeps the lines of shortest ways between ports, with all straits open and with one or two of
    /// them closed.
    pub(super) fn keep_shortest(&mut self) {
        let mut closures: Vec<Vec<usize>> = vec![Vec::new()];
        closures.extend((0..self.straits.len()).map(|strait| vec![strait]));
        let named = |id: &str| self.straits.iter().position(|strait| strait.id == id);
        let pairs =
            [("suez-canal", "gibraltar"), ("oresund", "great-belt"), ("suez-canal", "bosphorus")];
        closures.extend(pairs.iter().filter_map(|(a, b)| Some(vec![named(a)?, named(b)?])));
        let mut used = BTreeSet::new();
        for closed in &closures {
            for (_, from) in &self.ports {
                let by = self.tree(*from, closed);
                for (_, to) in &self.ports {
                    used.extend(self.way(&by, *from, *to));
                }
            }
        }
        let mut index = 0;
        self.edges.retain(|_| {
            index += 1;
            used.contains(&(index - 1))
        });
    }

    /// The last line of the shortest way from a node to each (Dijkstra).
    pub(super) fn tree(&self, from: usize, closed: &[usize]) -> Vec<Option<usize>> {
        let mut around: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for (index, edge) in self.edges.iter().enumerate() {
            if closed.iter().all(|strait| !edge.passes.contains(strait)) {
                edge.ends.iter().for_each(|end| around[*end].push(index));
            }
        }
        let mut best = vec![u64::MAX; self.nodes.len()];
        let mut by = vec![None; self.nodes.len()];
        let mut queue = BinaryHeap::from([(Reverse(0_u64), from)]);
        best[from] = 0;
        while let Some((Reverse(so_far), node)) = queue.pop() {
            if so_far > best[node] {
                continue;
            }
            for &index in &around[node] {
                let edge = &self.edges[index];
                let next = if edge.ends[0] == node { edge.ends[1] } else { edge.ends[0] };
                // Metres, so that ties are ties on every machine.
                let length = so_far + (length_km(&edge.course) * 1000.0).round() as u64;
                if length < best[next] {
                    (best[next], by[next]) = (length, Some(index));
                    queue.push((Reverse(length), next));
                }
            }
        }
        by
    }

    /// The lines of the way to a node in such a tree, the last first; none where there is no way.
    pub(super) fn way(&self, by: &[Option<usize>], from: usize, to: usize) -> Vec<usize> {
        let mut lines = Vec::new();
        let mut node = to;
        while node != from {
            let Some(line) = by[node] else { return Vec::new() };
            lines.push(line);
            let [a, b] = self.edges[line].ends;
            node = if a == node { b } else { a };
        }
        lines
    }

    /// What is left, with junctions of two lines joined to one lane.
    pub(super) fn joined(mut self) -> Vec<Lane> {
        let ports: BTreeSet<usize> = self.ports.iter().map(|(_, node)| *node).collect();
        loop {
            let mut around: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (index, edge) in self.edges.iter().enumerate() {
                edge.ends.iter().for_each(|end| around.entry(*end).or_default().push(index));
            }
            let plain = around.into_iter().find(|(node, edges)| {
                !ports.contains(node) && edges.len() == 2 && edges[0] != edges[1]
            });
            let Some((node, edges)) = plain else { break };
            let second = self.edges.swap_remove(edges[0].max(edges[1]));
            let first = self.edges.swap_remove(edges[0].min(edges[1]));
            let [mut first, mut second] = [first, second];
            if first.ends[1] != node {
                first.ends.reverse();
                first.course.reverse();
            }
            if second.ends[0] != node {
                second.ends.reverse();
                second.course.reverse();
            }
            first.course.extend(second.course.into_iter().skip(1));
            first.passes.extend(second.passes);
            first.ends[1] = second.ends[1];
            if first.ends[0] != first.ends[1] {
                self.edges.push(first);
            }
        }
        let mut edges = self.edges;
        edges.sort_by_key(|edge| edge.ends);
        let mut names: BTreeMap<usize, String> =
            self.ports.iter().map(|(id, node)| (*node, id.clone())).collect();
        let mut lanes = Vec::new();
        for edge in edges {
            let ends = edge.ends.map(|end| {
                let next = names.len() - self.ports.len() + 1;
                names.entry(end).or_insert_with(|| format!("sea-{next}")).clone()
            });
            let passes = edge.passes.iter().map(|index| self.straits[*index].id).collect();
            lanes.push(Lane { ends, passes, strait: false, course: edge.course });
        }
        lanes
    }
}

/// The nearest point of a line: how far off, kilometres, after which of its points, and where.
fn nearest(course: &[LonLat], at: LonLat) -> (f64, usize, LonLat) {
    let narrow = at.lat.to_radians().cos();
    let pieces = course.windows(2).enumerate().map(|(index, pair)| {
        let plane = |p: LonLat| ((p.lon - at.lon) * narrow, p.lat - at.lat);
        let ((ax, ay), (bx, by)) = (plane(pair[0]), plane(pair[1]));
        let (dx, dy) = (bx - ax, by - ay);
        let length2 = dx * dx + dy * dy;
        let share = if length2 > 0.0 { -(ax * dx + ay * dy) / length2 } else { 0.0 };
        let foot = interpolate(pair[0], pair[1], share.clamp(0.0, 1.0));
        (distance_km(at, foot), index, foot)
    });
    let found = pieces.min_by(|a, b| a.0.total_cmp(&b.0));
    found.unwrap_or((f64::INFINITY, 0, at))
}
