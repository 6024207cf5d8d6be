//! The camera's way from one view to another: out, along and in again, so that the ground passes at
//! an even speed.
//!
//! Equation (9) of J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE
//! Symposium on Information Visualization 2003 (doi:10.1109/INFVIS.2003.1249004), in a form without
//! differences of large numbers. Their straight line is the great circle between the two middles here.

use crate::geo::great_circle::{angle_rad, interpolate};
use crate::state::MapView;
use std::f64::consts::{SQRT_2, TAU};

/// How far a way climbs for its length, the paper's ρ. Its test persons chose 1.42 on average.
const CURVE: f64 = SQRT_2;

/// Middles closer than this, in spans of the window, count as one point.
const SAME_MIDDLE: f64 = 1e-9;

/// Milliseconds for each unit of length, and the bounds of all flights: none is over before the eye
/// has followed, none makes the reader wait.
const PACE: f64 = 450.0;
const SHORTEST: f64 = 300.0;
const LONGEST: f64 = 1200.0;

/// The share of a way after that share of its time, both from 0 to 1: a flight starts and lands softly, and is nowhere
/// more than half as fast again as on average.
pub fn eased(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

/// A way between two views.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    from: MapView,
    to: MapView,
    /// The paper's S.
    length: f64,
    /// The paper's r(0), and the ground in spans of the first window; `None` where the middle stays.
    arc: Option<(f64, f64)>,
}

impl Way {
    /// The way in a window of that many CSS pixels along its longer side.
    pub fn new(from: MapView, to: MapView, window_px: f32) -> Self {
        let closer = (from.zoom - to.zoom).exp2();
        // Ground that the first window spans, radians.
        let span = f64::from(window_px.max(1.0)) * TAU / (256.0 * from.zoom.exp2());
        let ground = angle_rad(from.center, to.center) / span;
        if ground < SAME_MIDDLE {
            let length = (closer.ln() / CURVE).abs();
            return Self { from, to, length, arc: None };
        }
        // With widths in spans of the first window: w0 = 1, w1 = closer, u1 = ground.
        let rho2 = CURVE * CURVE;
        let (growth, climb) = (closer * closer - 1.0, rho2 * rho2 * ground * ground);
        let r0 = -((growth + climb) / (2.0 * rho2 * ground)).asinh();
        let r1 = -((growth - climb) / (2.0 * closer * rho2 * ground)).asinh();
        Self { from, to, length: (r1 - r0) / CURVE, arc: Some((r0, ground)) }
    }

    /// Its length in the paper's measure, which weighs zooming against panning; 0 or more.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// How long a flight along it takes, milliseconds; 0 where there is no way to go.
    pub fn duration_ms(&self) -> f64 {
        if self.length < 1e-6 { 0.0 } else { (self.length * PACE).clamp(SHORTEST, LONGEST) }
    }

    /// The view after that share (0 to 1) of the way: at 0 and 1 exactly the two ends.
    pub fn at(&self, share: f64) -> MapView {
        if share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 {
            return self.to;
        }
        let Some((r0, ground)) = self.arc else {
            let zoom = self.from.zoom + (self.to.zoom - self.from.zoom) * share;
            return MapView { zoom, center: self.to.center };
        };
        let s = CURVE * self.length * share;
        // cosh r0 · tanh(ρs + r0) − sinh r0 of the paper is sinh ρs / cosh(ρs + r0).
        let along = s.sinh() / (CURVE * CURVE * ground * (s + r0).cosh());
        let width = r0.cosh() / (s + r0).cosh();
        MapView {
            zoom: self.from.zoom - width.log2(),
            center: interpolate(self.from.center, self.to.center, along.clamp(0.0, 1.0)),
        }
    }
}
