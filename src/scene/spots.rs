//! What shows as a list: each thing once, with the one point of the picture that stands for it.

use super::{
    course::distance,
    display::{Box2, Size},
    pick::Area,
    picture::Scene,
};
use crate::model::{atlas::Atlas, id::Ref};

/// Two things nearer than this would not be told apart by direction, CSS pixels.
const APART: f32 = 12.0;

/// Where along a piece of a line its point may lie, best first.
const SHARES: [f32; 7] = [0.5, 0.25, 0.75, 0.375, 0.625, 0.125, 0.875];

/// A thing that shows, and the point that stands for it, CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The thing.
    pub target: Ref,
    /// The middle of its symbol, or a point of its line.
    pub at: [f32; 2],
}

/// What shows inside the window: corridors in the order of the data, then places by importance.
///
/// A corridor is met in the middle of its longest piece in sight, or a little aside where another
/// corridor on the same line already stands there.
pub fn spots(scene: &Scene, atlas: &Atlas) -> Vec<Spot> {
    let Size { width, height } = scene.size;
    let window = Box2 { x: 0.0, y: 0.0, width, height };
    let mut spots: Vec<Spot> = Vec::new();
    for corridor in &atlas.corridors {
        let target = corridor.reference();
        let lines: Vec<(&[[f32; 2]], f32)> = scene
            .picks
            .iter()
            .filter(|pick| pick.target == target)
            .filter_map(|pick| match &pick.area {
                Area::Line(points, _) => Some((points.as_slice(), length(points))),
                Area::Dot(..) => None,
            })
            .collect();
        let Some(longest) = lines.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        let candidates: Vec<[f32; 2]> = [longest]
            .into_iter()
            .chain(&lines)
            .flat_map(|(points, length)| SHARES.map(|share| along(points, share * length)))
            .filter(|at| window.holds(*at))
            .collect();
        let free = |at: &&[f32; 2]| spots.iter().all(|spot| distance(spot.at, **at) >= APART);
        if let Some(&at) = candidates.iter().find(free).or(candidates.first()) {
            spots.push(Spot { target, at });
        }
    }
    // Symbols lie topmost first, and the most important lies on top.
    for pick in &scene.picks {
        if let Area::Dot(at, _) = pick.area
            && window.holds(at)
        {
            spots.push(Spot { target: pick.target.clone(), at });
        }
    }
    spots
}

fn length(points: &[[f32; 2]]) -> f32 {
    points.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

/// The point so many pixels from the start of a line.
fn along(points: &[[f32; 2]], pixels: f32) -> [f32; 2] {
    let mut left = pixels;
    for pair in points.windows(2) {
        let step = distance(pair[0], pair[1]);
        if left <= step && step > 0.0 {
            let share = left / step;
            return [0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * share);
        }
        left -= step;
    }
    points.last().copied().unwrap_or_default()
}
