//! What lies under the pointer, and the turn of each thing when several do.

use super::course::{distance, to_segment};
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

/// Clicks closer than this to the one before are at the same spot, CSS pixels.
const SAME_SPOT: f32 = 6.0;

/// Two clicks within this time are one double click, milliseconds.
const DOUBLE: f64 = 400.0;

/// What a click asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Click {
    /// Nothing lies there.
    Nothing,
    /// The second half of a double click: the first has acted.
    Again,
    /// This.
    Choose(Ref),
}

/// Clicks at one spot take turns through what lies there, even though the map has moved to show
/// what the first of them chose.
#[derive(Debug, Clone, Default)]
pub struct Turns {
    at: [f32; 2],
    when: f64,
    stack: Vec<Ref>,
    turn: usize,
}

impl Turns {
    /// What a click at `at` (CSS pixels) and `now_ms` asks for, where `stack` lies there now and
    /// `chosen` is the thing whose card is open.
    pub fn click(
        &mut self,
        at: [f32; 2],
        now_ms: f64,
        stack: Vec<Ref>,
        chosen: Option<&Ref>,
    ) -> Click {
        let last = self.stack.get(self.turn);
        let same_spot = last.is_some() && distance(at, self.at) <= SAME_SPOT;
        if same_spot && now_ms - self.when < DOUBLE {
            return Click::Again;
        }
        if same_spot && last == chosen {
            self.turn = (self.turn + 1) % self.stack.len();
        } else {
            (self.stack, self.turn) = (stack, 0);
        }
        (self.at, self.when) = (at, now_ms);
        self.stack.get(self.turn).map_or(Click::Nothing, |target| Click::Choose(target.clone()))
    }

    /// The hand has gone elsewhere, or has moved the map: the next click is a first one.
    pub fn forget(&mut self) {
        self.stack.clear();
    }

    /// Whether a pointer at `at` has left the spot.
    pub fn left(&self, at: [f32; 2]) -> bool {
        distance(at, self.at) > SAME_SPOT
    }
}
