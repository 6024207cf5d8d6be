//! The keyboard on the map: arrows, plus, minus, home, escape.

use super::painter::Painter;
use crate::state::Action;
use crate::ui::store::{Flight, Store};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// How far one press of an arrow moves the map, CSS pixels.
const STEP: f32 = 90.0;

/// Acts on a key; other keys are left to the browser.
pub(super) fn press(store: Store, painter: &Painter, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let step = if event.shift_key() { STEP * 3.0 } else { STEP };
    let window = painter.window();
    let zoomed = |by: f64| {
        let view = crate::state::MapView { zoom: window.view.zoom + by, ..window.view };
        Flight::To(view.clamped())
    };
    let moved = |dx: f32, dy: f32| Flight::To(window.panned(dx, dy));
    let flight = match event.key().as_str() {
        "ArrowLeft" => moved(step, 0.0),
        "ArrowRight" => moved(-step, 0.0),
        "ArrowUp" => moved(0.0, step),
        "ArrowDown" => moved(0.0, -step),
        "+" | "=" => zoomed(1.0),
        "-" | "_" => zoomed(-1.0),
        "Home" => Flight::Home,
        "Escape" => {
            store.dispatch(Action::Deselect);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    store.flight.set(Some(flight));
}
