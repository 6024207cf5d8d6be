//! The keyboard on the map: arrows, plus, minus, home, the menu, and points of a distance.

use super::{bend, measure, menu, painter::Painter};
use crate::present;
use crate::state::MapView;
use crate::ui::store::{Flight, Store};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// How far one press of an arrow moves the map, CSS pixels.
const STEP: f32 = 90.0;

/// How near the middle a thing must lie to stand in the menu, CSS pixels.
const REACH: f32 = 12.0;

/// Acts on a key; other keys are left to the browser.
pub(super) fn press(store: Store, painter: &Painter, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let step = if event.shift_key() { STEP * 3.0 } else { STEP };
    let measuring = store.tools.measuring.get_untracked();
    let pan = |dx: f32, dy: f32| {
        // A flight climbs a little on its way: keys that come before its end must not add that up.
        let zoom = store.heading().zoom;
        let goal = MapView { zoom, ..store.window().panned(dx, dy) };
        store.flight.set(Some(Flight::To(goal)));
        if measuring {
            store.tools.aim.set(true);
            let atlas = store.atlas();
            let lang = store.lang.get_untracked();
            store.say(present::coordinates(&atlas.catalogs, lang, goal.center));
        }
    };
    let key = event.key();
    let moves = matches!(
        key.as_str(),
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "+" | "=" | "-" | "_" | "Home"
    );
    // While a distance is measured the coordinates of its end are told instead.
    store.tools.by_key.set_value(moves && !measuring);
    match key.as_str() {
        "ArrowLeft" => pan(step, 0.0),
        "ArrowRight" => pan(-step, 0.0),
        "ArrowUp" => pan(0.0, step),
        "ArrowDown" => pan(0.0, -step),
        "+" | "=" => store.zoom_by(1.0),
        "-" | "_" => store.zoom_by(-1.0),
        "Home" => store.flight.set(Some(Flight::Home)),
        "Enter" if measuring => {
            store.tools.aim.set(true);
            measure::add(store, store.window().view.center);
        }
        "ContextMenu" => menu::open(store, painter, store.middle(), REACH),
        "F10" if event.shift_key() => menu::open(store, painter, store.middle(), REACH),
        "Escape" if store.attention.with_untracked(|attention| attention.bend.is_some()) => {
            bend::cancel(store);
            event.stop_propagation();
        }
        "Escape" if store.tools.band.with_untracked(Option::is_some) => {
            store.tools.band.set(None);
            event.stop_propagation();
        }
        // Escape goes on: to the distance being measured, then to the whole atlas, which closes the card.
        "Escape" => return painter.halt(),
        _ => return,
    }
    event.prevent_default();
}
