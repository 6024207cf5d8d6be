//! What one visit to a page tells, and the medians of several.

use super::{frames::Frames, stats::median};

/// One visit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Bytes on the wire until a second after the map was there.
    pub bytes: f64,
    /// From the start of the navigation to the mark of the first whole map, milliseconds.
    pub painted_ms: f64,
    /// Processor time of the whole browser for each event of drag and wheel, milliseconds.
    pub cpu_ms: f64,
    /// Events that were sent before the time was up.
    pub events: f64,
    /// The drag as drawn.
    pub frames: Frames,
    /// Heap of JavaScript and memory of wasm after the gestures and a collection, bytes.
    pub heap: f64,
    /// Memory of all processes of the browser, bytes.
    pub memory: f64,
}

impl Sample {
    /// The median of each number by itself. `None` of no sample.
    pub fn median(samples: &[Self]) -> Option<Self> {
        let of = |pick: fn(&Self) -> f64| median(&samples.iter().map(pick).collect::<Vec<_>>());
        Some(Self {
            bytes: of(|one| one.bytes)?,
            painted_ms: of(|one| one.painted_ms)?,
            cpu_ms: of(|one| one.cpu_ms)?,
            events: of(|one| one.events)?,
            frames: Frames {
                per_second: of(|one| one.frames.per_second)?,
                p50_ms: of(|one| one.frames.p50_ms)?,
                p95_ms: of(|one| one.frames.p95_ms)?,
            },
            heap: of(|one| one.heap)?,
            memory: of(|one| one.memory)?,
        })
    }
}

/// Events of the stint that shows whether the atlas keeps its memory.
pub const EVENTS: usize = 10_000;

/// Heap of JavaScript and memory of wasm over that stint, after a collection each, bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Endurance {
    /// Before the first event, and after each of equal parts of them.
    pub heap: Vec<f64>,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A sample with that first paint and that processor time; the rest is alike in all.
    pub(in crate::bench) fn sample(painted_ms: f64, cpu_ms: f64) -> Sample {
        Sample {
            bytes: 480_000.0,
            painted_ms,
            cpu_ms,
            events: 180.0,
            frames: Frames { per_second: 58.4, p50_ms: 16.7, p95_ms: 33.3 },
            heap: 9_500_000.0,
            memory: 210_000_000.0,
        }
    }

    #[test]
    fn each_number_has_its_own_median() {
        let all = [sample(300.0, 9.0), sample(100.0, 30.0), sample(200.0, 20.0)];
        let middle = Sample::median(&all).expect("some");
        assert_eq!((middle.painted_ms, middle.cpu_ms), (200.0, 20.0));
        assert_eq!(Sample::median(&[]), None);
    }
}
