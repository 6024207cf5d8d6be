//! What lies under the pointer.

use super::{course::distance, display::Scene};
use crate::model::id::Ref;

/// Where a thing can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub enum Area {
    /// A symbol: its middle and half its width.
    Dot([f32; 2], f32),
    /// A drawn line and half its width.
    Line(Vec<[f32; 2]>, f32),
}

/// A thing that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    /// What it is.
    pub target: Ref,
    /// Where.
    pub area: Area,
}

impl Scene {
    /// The thing under `at`: the nearest symbol within `slack` CSS pixels, else the nearest line.
    pub fn pick(&self, at: [f32; 2], slack: f32) -> Option<&Ref> {
        let nearest = |dots: bool| {
            self.picks
                .iter()
                .filter(|pick| matches!(pick.area, Area::Dot(..)) == dots)
                .map(|pick| (pick.gap(at), &pick.target))
                .filter(|(gap, _)| *gap <= slack)
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, target)| target)
        };
        nearest(true).or_else(|| nearest(false))
    }

    /// The middle of a thing's symbol, where it has one in the window.
    pub fn dot_of(&self, target: &Ref) -> Option<[f32; 2]> {
        self.picks.iter().find_map(|pick| match pick.area {
            Area::Dot(at, _) if pick.target == *target => Some(at),
            _ => None,
        })
    }
}

impl Pick {
    /// Distance from the edge of the thing, CSS pixels; negative inside.
    fn gap(&self, at: [f32; 2]) -> f32 {
        match &self.area {
            Area::Dot(center, radius) => distance(at, *center) - radius,
            Area::Line(points, half) => {
                points
                    .windows(2)
                    .map(|pair| to_segment(at, pair[0], pair[1]))
                    .fold(f32::INFINITY, f32::min)
                    - half
            }
        }
    }
}

/// Distance from a point to a segment.
fn to_segment(p: [f32; 2], a: [f32; 2], b: [f32; 2]) -> f32 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let span = dx * dx + dy * dy;
    let t = if span > 0.0 { ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / span } else { 0.0 };
    let t = t.clamp(0.0, 1.0);
    distance(p, [a[0] + t * dx, a[1] + t * dy])
}
