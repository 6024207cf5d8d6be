//! What lies under the pointer.

use super::course::distance;
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

impl Pick {
    /// Distance from the edge of the thing, CSS pixels; negative inside.
    pub(super) fn gap(&self, at: [f32; 2]) -> f32 {
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
