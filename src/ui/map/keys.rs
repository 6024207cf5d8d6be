//! The keyboard on the map: arrows, plus, minus, home.

use crate::ui::store::{Flight, Store};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// How far one press of an arrow moves the map, CSS pixels.
const STEP: f32 = 90.0;

/// Acts on a key; other keys are left to the browser.
pub(super) fn press(store: Store, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let step = if event.shift_key() { STEP * 3.0 } else { STEP };
    let pan = |dx: f32, dy: f32| {
        store.flight.set(Some(Flight::To(store.window().panned(dx, dy))));
    };
    match event.key().as_str() {
        "ArrowLeft" => pan(step, 0.0),
        "ArrowRight" => pan(-step, 0.0),
        "ArrowUp" => pan(0.0, step),
        "ArrowDown" => pan(0.0, -step),
        "+" | "=" => store.zoom_by(1.0),
        "-" | "_" => store.zoom_by(-1.0),
        "Home" => store.flight.set(Some(Flight::Home)),
        // Escape goes on to the whole atlas, which closes the card.
        _ => return,
    }
    event.prevent_default();
}
