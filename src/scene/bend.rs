//! Taking hold of a route on the map, to lead it another way.

use super::course::to_segment;
use super::trail::Trail;
use super::viewport::Viewport;
use crate::geo::LonLat;
use crate::geo::great_circle::{densify, distance_km, length_km};

/// Pieces of a course that are straight on the map, kilometres.
const PIECE_KM: f64 = 60.0;

/// A route under the hand: the stops before and after the part that is led elsewhere, and where the hand is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bend {
    /// The stop before.
    pub before: LonLat,
    /// Where the hand is.
    pub at: LonLat,
    /// The stop after.
    pub after: LonLat,
}

impl Trail {
    /// How far along the route, kilometres, a point of the window lies on it; `None` where the route is more
    /// than `slack` CSS pixels away.
    pub fn grasp(&self, window: &Viewport, at: [f32; 2], slack: f32) -> Option<f64> {
        let mut so_far = 0.0;
        let mut nearest = (slack, None);
        for pair in densify(&self.course(), PIECE_KM).windows(2) {
            if let [Some(a), Some(b)] = [pair[0], pair[1]].map(|point| window.project(point)) {
                let gap = to_segment(at, a, b);
                if gap <= nearest.0 {
                    nearest = (gap, Some(so_far));
                }
            }
            so_far += distance_km(pair[0], pair[1]);
        }
        nearest.1
    }

    /// How far along the route its nearest point to `point` lies, kilometres.
    pub fn along(&self, point: LonLat) -> f64 {
        let course = densify(&self.course(), PIECE_KM);
        let near = |at: &LonLat| distance_km(*at, point);
        let found = course.iter().enumerate().min_by(|a, b| near(a.1).total_cmp(&near(b.1)));
        found.map_or(0.0, |(index, _)| length_km(&course[..=index]))
    }

    fn course(&self) -> Vec<LonLat> {
        self.legs.iter().flat_map(|leg| leg.course.iter().copied()).collect()
    }
}
