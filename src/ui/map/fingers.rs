//! Pointers that are down on the map, and where they are.

use crate::scene::course::distance;
use leptos::ev::PointerEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A pointer that is down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointer {
    /// The browser's number for it.
    pub(super) id: i32,
    /// Where it went down, CSS pixels.
    pub(super) start: [f32; 2],
    /// Where it is.
    pub(super) at: [f32; 2],
    /// Whether it has gone too far for a click.
    pub(super) moved: bool,
}

/// The middle of the pointers and how far they are apart.
pub(super) fn middle(down: &[Pointer]) -> Option<([f32; 2], f32)> {
    match down {
        [one] => Some((one.at, 0.0)),
        [a, b] => {
            Some(([(a.at[0] + b.at[0]) / 2.0, (a.at[1] + b.at[1]) / 2.0], distance(a.at, b.at)))
        }
        _ => None,
    }
}

/// Where on the canvas an event happened, CSS pixels.
pub(super) fn place(event: &PointerEvent) -> [f32; 2] {
    [event.offset_x() as f32, event.offset_y() as f32]
}

/// The canvas of an event.
pub(super) fn target(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
