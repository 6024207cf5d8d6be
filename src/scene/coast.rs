//! A map thrown by the hand goes on and slows down, as things do.

/// Moves older than this no longer tell how fast the hand was, milliseconds.
const MEMORY: f64 = 100.0;

/// Moves within less time than this tell no speed, milliseconds.
const LEAST_SPAN: f64 = 8.0;

/// The time in which the speed falls to 1/e of what it was, milliseconds.
const DECAY: f64 = 300.0;

/// Below it a release is no throw; above it is capped, CSS pixels per millisecond.
const SLOWEST_THROW: f64 = 0.15;
const FASTEST_THROW: f64 = 4.0;

/// At this speed the map stops: a third of a pixel in a frame. CSS pixels per millisecond.
const STOP: f64 = 0.02;

/// Where a hand has just been, and when.
#[derive(Debug, Clone, Default)]
pub struct Trail(Vec<([f32; 2], f64)>);

impl Trail {
    /// Forgets everything: a new drag begins.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The hand is at `at` (CSS pixels) at the time `now_ms`.
    pub fn push(&mut self, at: [f32; 2], now_ms: f64) {
        self.0.retain(|(_, when)| now_ms - when <= MEMORY);
        self.0.push((at, now_ms));
    }

    /// The throw of a hand that lets go at `now_ms`, if it was still moving.
    pub fn release(&self, now_ms: f64) -> Option<Coast> {
        let first = self.0.iter().find(|(_, when)| now_ms - when <= MEMORY)?;
        let last = self.0.last()?;
        let span = now_ms - first.1;
        if span < LEAST_SPAN {
            return None;
        }
        Coast::new([0, 1].map(|axis| f64::from(last.0[axis] - first.0[axis]) / span))
    }
}

/// A throw: its speed falls exponentially until the map stops.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coast {
    /// At the start, CSS pixels per millisecond.
    velocity: [f64; 2],
    duration: f64,
}

impl Coast {
    /// A throw of that velocity (CSS pixels per millisecond); `None` where it is too slow for one.
    pub fn new(velocity: [f64; 2]) -> Option<Self> {
        let speed = velocity[0].hypot(velocity[1]);
        if speed.is_nan() || speed < SLOWEST_THROW {
            return None;
        }
        let kept = speed.min(FASTEST_THROW);
        let velocity = velocity.map(|part| part / speed * kept);
        Some(Self { velocity, duration: DECAY * (kept / STOP).ln() })
    }

    /// How long the map goes on, milliseconds.
    pub fn duration_ms(&self) -> f64 {
        self.duration
    }

    /// How far it has gone after that time, CSS pixels; no further once it has stopped.
    pub fn offset(&self, ms: f64) -> [f32; 2] {
        let gone = DECAY * (1.0 - (-ms.clamp(0.0, self.duration) / DECAY).exp());
        self.velocity.map(|part| (part * gone) as f32)
    }
}
