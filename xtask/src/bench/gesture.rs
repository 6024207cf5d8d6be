//! The input that every page gets: one round of a drag, then the wheel in and out twice.

/// Events of the drag.
pub const MOVES: usize = 120;
/// Events of the wheel.
pub const TURNS: usize = 60;
/// Milliseconds from one event to the next, at least: that of a screen of 60 Hz.
pub const PACE_MS: u64 = 1000 / 60;
/// One turn of the wheel, CSS pixels.
const NOTCH: f64 = 50.0;
/// Turns before the wheel changes its direction.
const STRETCH: usize = 15;

/// Where on the screen a gesture happens, CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// Where it begins.
    pub start: [f64; 2],
    /// Half the width of the drag's round.
    pub reach: [f64; 2],
}

impl Field {
    /// A field on a screen of that size, above what lies on the lower part of a phone.
    pub fn of(width: u32, height: u32) -> Self {
        let (width, height) = (f64::from(width), f64::from(height));
        Self {
            start: [width / 2.0, height * 0.4],
            reach: [(width * 0.28).min(200.0), (height * 0.2).min(120.0)],
        }
    }

    /// The pointer after `step` of the [`MOVES`]: an ellipse that ends where it began.
    pub fn point(&self, step: usize) -> [f64; 2] {
        let angle = std::f64::consts::TAU * step as f64 / MOVES as f64;
        [
            self.start[0] + self.reach[0] * angle.sin(),
            self.start[1] + self.reach[1] * (1.0 - angle.cos()) / 2.0,
        ]
    }
}

/// How far the wheel turns with that event, CSS pixels; below zero the map comes closer.
pub fn turn(step: usize) -> f64 {
    if (step / STRETCH).is_multiple_of(2) { -NOTCH } else { NOTCH }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drag_stays_on_the_screen_and_ends_where_it_began() {
        for (width, height) in [(1280, 720), (360, 640)] {
            let field = Field::of(width, height);
            for step in 0..=MOVES {
                let [x, y] = field.point(step);
                assert!((8.0..f64::from(width) - 8.0).contains(&x), "{x}");
                assert!((8.0..f64::from(height) - 8.0).contains(&y), "{y}");
            }
            let [x, y] = field.point(MOVES);
            assert!((x - field.start[0]).abs() < 1e-9 && (y - field.start[1]).abs() < 1e-9);
        }
    }

    #[test]
    fn the_wheel_ends_where_it_began() {
        assert_eq!((0..TURNS).map(turn).sum::<f64>(), 0.0);
        assert_eq!((0..STRETCH).map(turn).sum::<f64>(), -750.0);
    }
}
