//! Frames that were really drawn, out of the browser's trace.
//!
//! An animation frame of the page is not yet a picture. The compositor notes `DrawFrame` for each frame
//! that it has put together because something changed; those are counted, between two marks that the
//! bench sets in the page when the drag begins and ends.

use anyhow::{Context, Result};
use serde_json::Value;

use super::stats::{median, percentile};

/// What the browser is asked to trace: its frames, and the marks.
pub const CATEGORIES: [&str; 2] =
    ["disabled-by-default-devtools.timeline.frame", "blink.user_timing"];
/// The mark before the first move.
pub const BEGIN: &str = "bench-drag-begins";
/// The mark after the last.
pub const END: &str = "bench-drag-ends";

/// How a drag looked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frames {
    /// Drawn frames per second.
    pub per_second: f64,
    /// Median time from one frame to the next, milliseconds.
    pub p50_ms: f64,
    /// The time that 95 of 100 do not exceed, milliseconds.
    pub p95_ms: f64,
}

/// The frames of a drag, from the events of the trace.
pub fn of_drag(events: &[Value]) -> Result<Frames> {
    let mark = |name: &str| {
        events.iter().rfind(|event| event["name"] == name).with_context(|| {
            format!("the trace has no mark `{name}`: is this browser too old or too new for it?")
        })
    };
    let (begin, end) = (mark(BEGIN)?, mark(END)?);
    let time = |event: &Value| event["ts"].as_f64().unwrap_or(0.0) / 1000.0;
    let (from, to) = (time(begin), time(end));
    let mut drawn: Vec<f64> = events
        .iter()
        // The browser's own window has frames too; the page's are those of the process with the marks.
        .filter(|event| event["name"] == "DrawFrame" && event["pid"] == begin["pid"])
        .map(time)
        .filter(|at| (from..=to).contains(at))
        .collect();
    drawn.sort_by(f64::total_cmp);
    let steps: Vec<f64> = drawn.windows(2).map(|pair| pair[1] - pair[0]).collect();
    Ok(Frames {
        per_second: drawn.len() as f64 / ((to - from) / 1000.0),
        // A drag without two frames was one long wait.
        p50_ms: median(&steps).unwrap_or(to - from),
        p95_ms: percentile(&steps, 0.95).unwrap_or(to - from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn event(name: &str, pid: u32, ms: f64) -> Value {
        json!({"name": name, "pid": pid, "ts": ms * 1000.0})
    }

    #[test]
    fn frames_of_the_page_within_the_drag_are_counted() {
        let mut events = vec![
            event("DrawFrame", 7, 50.0),
            event(BEGIN, 7, 100.0),
            event("DrawFrame", 1, 120.0),
            event("BeginFrame", 7, 120.0),
            event(END, 7, 1100.0),
            event("DrawFrame", 7, 1200.0),
        ];
        events.extend((0..40).map(|frame| event("DrawFrame", 7, 110.0 + 20.0 * f64::from(frame))));
        let frames = of_drag(&events).expect("frames");
        assert_eq!(frames, Frames { per_second: 40.0, p50_ms: 20.0, p95_ms: 20.0 });
    }

    #[test]
    fn a_frozen_drag_is_one_long_frame_and_a_trace_without_marks_is_an_error() {
        let events = [event(BEGIN, 7, 0.0), event("DrawFrame", 7, 5.0), event(END, 7, 4000.0)];
        let frames = of_drag(&events).expect("frames");
        assert_eq!((frames.p50_ms, frames.per_second), (4000.0, 0.25));
        let error = of_drag(&events[1..]).expect_err("no mark").to_string();
        assert!(error.contains(BEGIN), "{error}");
    }
}
