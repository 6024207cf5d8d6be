//! The map moving by itself: a flight to another view, or a throw of the hand.

use super::grip::Grip;
use crate::scene::{
    coast::Coast,
    flight::{Way, eased},
    viewport::Viewport,
};
use crate::state::Action;

/// A movement under way.
pub(super) struct Camera {
    motion: Motion,
    started: Option<f64>,
}

enum Motion {
    Flight {
        way: Way,
        /// What is dispatched at the end.
        arrival: Box<Action>,
    },
    Throw {
        grip: Grip,
        /// Where the hand let go, CSS pixels.
        from: [f32; 2],
        coast: Coast,
    },
}

impl Camera {
    /// A flight that begins with the next frame.
    pub(super) fn flight(way: Way, arrival: Action) -> Self {
        Self { motion: Motion::Flight { way, arrival: Box::new(arrival) }, started: None }
    }

    /// A throw that begins with the next frame.
    pub(super) fn throw(grip: Grip, from: [f32; 2], coast: Coast) -> Self {
        Self { motion: Motion::Throw { grip, from, coast }, started: None }
    }

    /// The action for the frame at `now` (milliseconds), and whether the movement has ended.
    pub(super) fn step(&mut self, now: f64, window: &Viewport) -> (Action, bool) {
        let gone = now - *self.started.get_or_insert(now);
        match &self.motion {
            Motion::Flight { way, arrival } => {
                let share = gone / way.duration_ms().max(1.0);
                if share >= 1.0 {
                    return (Action::clone(arrival), true);
                }
                (Action::MoveMap(way.at(eased(share.max(0.0)))), false)
            }
            Motion::Throw { grip, from, coast } => {
                let [dx, dy] = coast.offset(gone);
                let view = grip.view(window, [from[0] + dx, from[1] + dy], 0.0);
                (Action::MoveMap(view), gone >= coast.duration_ms())
            }
        }
    }
}
