//! The camera's way from one view to another: 300 ms, fast at first, along the shortest path.

use crate::geo::LonLat;
use crate::state::{Action, MapView};

/// How long a flight takes, milliseconds.
const DURATION: f64 = 300.0;

/// A flight under way.
pub(super) struct Camera {
    from: MapView,
    to: MapView,
    /// What is dispatched at the end.
    arrival: Action,
    started: Option<f64>,
}

impl Camera {
    /// A flight that begins with the next frame.
    pub(super) fn new(from: MapView, to: MapView, arrival: Action) -> Self {
        Self { from, to, arrival, started: None }
    }

    /// The action for the frame at `now` (milliseconds), and whether the flight has ended.
    pub(super) fn step(&mut self, now: f64) -> (Action, bool) {
        let started = *self.started.get_or_insert(now);
        let share = ((now - started) / DURATION).clamp(0.0, 1.0);
        if share >= 1.0 {
            return (self.arrival.clone(), true);
        }
        let eased = 1.0 - (1.0 - share).powi(3);
        let between = |a: f64, b: f64| a + (b - a) * eased;
        let view = MapView {
            zoom: between(self.from.zoom, self.to.zoom),
            center: LonLat {
                lon: between(self.from.center.lon, self.to.center.lon),
                lat: between(self.from.center.lat, self.to.center.lat),
            },
        };
        (Action::MoveMap(view), false)
    }
}
