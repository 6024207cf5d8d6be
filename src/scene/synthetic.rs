//! Synthetic lines for measurement, always the same: what a map costs with that many more.

use super::{
    arc::{Arc, Maker},
    display::{Path, Shape, Stroke},
    palette::Ink,
    viewport::Viewport,
};
use crate::geo::LonLat;

/// Points of each line.
pub const POINTS: usize = 8;
/// Longest step between two points, degrees.
const STEP: f64 = 1.0;
/// Window of the lines, degrees.
const LON: (f64, f64) = (20.0, 90.0);
const LAT: (f64, f64) = (5.0, 65.0);
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// The first `count` lines, point after point, [`POINTS`] to a line.
pub fn lines(count: u32) -> Vec<LonLat> {
    let mut dice = Dice(SEED);
    let mut points = Vec::with_capacity(count as usize * POINTS);
    for _ in 0..count {
        let mut at = LonLat { lon: dice.between(LON), lat: dice.between(LAT) };
        for _ in 0..POINTS {
            points.push(at);
            at = LonLat {
                lon: (at.lon + dice.between((-STEP, STEP))).clamp(LON.0, LON.1),
                lat: (at.lat + dice.between((-STEP, STEP))).clamp(LAT.0, LAT.1),
            };
        }
    }
    points
}

/// The first `count` lines made ready for a projection.
pub fn ready(count: u32, maker: Maker) -> Vec<Arc> {
    lines(count).chunks_exact(POINTS).map(|line| maker.plain(line)).collect()
}

/// The first `count` of the lines as one shape.
pub fn drawn(lines: &[Arc], count: u32, window: &Viewport) -> Shape {
    let sight = window.sight();
    let mut path = Path::new(false);
    for piece in lines.iter().take(count as usize).flat_map(|line| line.pieces(&sight)) {
        path.start();
        path.points.extend(piece.in_window(&sight));
    }
    Shape::Stroke(path, Stroke::solid(Ink::Context, 2.0))
}

/// Marsaglia's xorshift64*: the same numbers everywhere, which is all that is asked of it.
struct Dice(u64);

impl Dice {
    fn between(&mut self, (low, high): (f64, f64)) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11;
        low + (high - low) * bits as f64 / (1_u64 << 53) as f64
    }
}
