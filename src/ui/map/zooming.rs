//! Zooming about a point: wheel, double click, and the pinch on a trackpad.

use super::grip::zoomed;
use super::pointers::Pointers;
use crate::state::Action;
use crate::ui::store::{Flight, Store};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::{ev::WheelEvent, prelude::Set};
use std::{cell::Cell, rc::Rc};
use web_sys::{Event, HtmlCanvasElement};

/// Zoom levels per CSS pixel of a wheel; a pinch on a trackpad counts in finer steps.
const WHEEL_STEP: f64 = 0.0022;
const PINCH_STEP: f64 = 0.011;
/// A wheel that counts in lines or pages, in CSS pixels.
const LINE: f64 = 18.0;
const PAGE: f64 = 240.0;

/// Zooms by `closer` at once, about a pixel.
fn zoom(store: Store, at: [f32; 2], closer: f64) {
    if let Some(view) = zoomed(&store.window(), at, closer) {
        store.dispatch(Action::MoveMap(view));
    }
}

/// Flies one level closer, about a pixel.
pub(super) fn come_closer(store: Store, at: [f32; 2]) {
    if let Some(view) = zoomed(&store.window(), at, 2.0) {
        store.flight.set(Some(Flight::To(view)));
    }
}

/// The wheel zooms about the pointer.
pub(super) fn wheel(store: Store, event: &WheelEvent) {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE,
        WheelEvent::DOM_DELTA_PAGE => PAGE,
        _ => 1.0,
    };
    // A pinch on a trackpad comes as a wheel with the control key.
    let fine = event.ctrl_key()
        && event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL
        && event.delta_y().abs() < 40.0;
    let step = if fine { PINCH_STEP } else { WHEEL_STEP };
    let change = (-event.delta_y() * unit * step).clamp(-1.0, 1.0);
    zoom(store, [event.offset_x() as f32, event.offset_y() as f32], change.exp2());
}

/// Safari tells of a pinch on a trackpad by events of its own; on a touch screen it sends them beside
/// those of the fingers, which count.
pub(super) fn trackpad(
    store: Store,
    pointers: &Rc<Pointers>,
    canvas: &HtmlCanvasElement,
) -> [EventListener; 2] {
    let listen = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(canvas, name, options, move |event| {
            event.prevent_default();
            act(event);
        })
    };
    let last = Rc::new(Cell::new(1.0));
    let begin = Rc::clone(&last);
    let (pointers, place) = (Rc::downgrade(pointers), canvas.clone());
    let change = move |event: &Event| {
        let read = |name: &str| js_sys::Reflect::get(event, &name.into()).ok()?.as_f64();
        let idle = pointers.upgrade().is_some_and(|pointers| pointers.take_zoom());
        let (Some(scale), Some(x), Some(y)) = (read("scale"), read("clientX"), read("clientY"))
        else {
            return;
        };
        let closer = scale / last.replace(scale);
        if idle && closer.is_finite() && closer > 0.0 {
            let frame = place.get_bounding_client_rect();
            zoom(store, [(x - frame.x()) as f32, (y - frame.y()) as f32], closer);
        }
    };
    [
        listen("gesturestart", Box::new(move |_| begin.set(1.0))),
        listen("gesturechange", Box::new(change)),
    ]
}
