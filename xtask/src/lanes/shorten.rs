//! Straight ways over open water, where the lines of the package go a long way round.

use super::detour;
use super::net::{Edge, Net};
use atlas::geo::great_circle::{densify, length_km};
use atlas::geo::{LonLat, land::Land};

/// The way along the lines is left where it is longer than this times the straight way. Spanners of plane
/// graphs are made so (Althöfer and others 1993, doi:10.1007/BF02189308).
const STRETCH: f64 = 1.01;
/// Points of a way between which corners are cut, kilometres.
const PIECE_KM: f64 = 25.0;
/// How far off the coast a straight way keeps, kilometres; ships have sea room and coasts have small islands
/// that the basemap leaves out. The package's own lines may be nearer.
const CLEAR_KM: f64 = 10.0;
/// How often a way is cut anew: each time its corners lie nearer to the capes.
const TIMES: usize = 3;

impl Net {
    /// Adds the straight way between ports and straits that have no strait between them, the nearest pairs
    /// first, wherever that is shorter.
    pub(super) fn shorten(&mut self, land: &Land) {
        let mut pairs = Vec::new();
        for (index, (_, from)) in self.ports.iter().enumerate() {
            let by = self.tree(*from, &[]);
            for (_, to) in &self.ports[index + 1..] {
                let km = length_km(&self.course(&self.way(&by, *from, *to), *from, *to));
                pairs.push((km, *from, *to));
            }
        }
        pairs.retain(|(km, ..)| *km > 0.0);
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, from, to) in pairs {
            let way = self.way(&self.tree(from, &[]), from, to);
            let ends = [from, to].map(|node| self.strait(node));
            let mut passed = way.iter().flat_map(|line| &self.edges[*line].passes);
            if passed.any(|strait| !ends.contains(&Some(*strait))) {
                continue;
            }
            let along = self.course(&way, from, to);
            let mut course = along.clone();
            for _ in 0..TIMES {
                course = detour::pulled(densify(&course, PIECE_KM), land, CLEAR_KM);
            }
            if length_km(&course) * STRETCH < length_km(&along) {
                let ends = [from, to];
                let passes = self.passed(ends, &course);
                self.edges.push(Edge { ends, course, passes });
            }
        }
    }

    /// The course of a way, from its first node to its last.
    fn course(&self, way: &[usize], from: usize, to: usize) -> Vec<LonLat> {
        let mut course: Vec<LonLat> = Vec::new();
        let mut node = to;
        for line in way {
            let edge = &self.edges[*line];
            let forth = edge.ends[0] == node;
            node = edge.ends[usize::from(forth)];
            let mut points = edge.course.clone();
            if !forth {
                points.reverse();
            }
            course.extend(points.into_iter().skip(usize::from(!course.is_empty())));
        }
        debug_assert!(way.is_empty() || node == from, "the way ends elsewhere");
        course.reverse();
        course
    }
}
