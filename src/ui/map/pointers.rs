//! Hands on the map: drag, pinch, double tap, wheel, hover and click.

use super::painter::Painter;
use crate::geo::LonLat;
use crate::scene::course::distance;
use crate::state::Action;
use crate::ui::store::{Flight, Gestures, Store};
use gloo::timers::callback::Timeout;
use leptos::ev::{MouseEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A press that moves less than this is a click, CSS pixels.
const CLICK_SLACK: f32 = 5.0;
/// How near a pointer must come, CSS pixels; fingers cover more.
const MOUSE_REACH: f32 = 4.0;
const FINGER_REACH: f32 = 14.0;
/// Zoom levels per CSS pixel of a wheel; a pinch on a trackpad counts in finer steps.
const WHEEL_STEP: f64 = 0.0022;
const PINCH_STEP: f64 = 0.011;
/// How long a hint stands.
const HINT_MS: u32 = 2500;
/// A wheel that counts in lines or pages, in CSS pixels.
const LINE: f64 = 18.0;
const PAGE: f64 = 240.0;

/// What the host's gestures allow, told to the reader when something else was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// The wheel zooms only with a key held down.
    Wheel,
    /// One finger moves the page; two move the map.
    Touch,
}

/// The pointers that are down, and what they hold on to.
pub(super) struct Pointers {
    store: Store,
    painter: Rc<Painter>,
    /// Shown to the reader; taken away with the next press or move.
    pub(super) hint: RwSignal<Option<Hint>>,
    down: RefCell<Vec<Pointer>>,
    grip: RefCell<Option<Grip>>,
    /// Takes the hint away.
    fading: RefCell<Option<Timeout>>,
}

#[derive(Debug, Clone, Copy)]
struct Pointer {
    id: i32,
    start: [f32; 2],
    at: [f32; 2],
    moved: bool,
}

/// The point of the globe that stays under the hand, and scale and spread where the pinch began.
#[derive(Debug, Clone, Copy)]
struct Grip {
    anchor: LonLat,
    scale: f64,
    spread: f32,
}

impl Pointers {
    /// No pointer is down.
    pub(super) fn new(store: Store, painter: Rc<Painter>, hint: RwSignal<Option<Hint>>) -> Self {
        Self {
            store,
            painter,
            hint,
            down: RefCell::default(),
            grip: RefCell::default(),
            fading: RefCell::default(),
        }
    }

    fn cooperative(&self) -> bool {
        self.store.gestures.get_untracked() == Gestures::Cooperative
    }

    /// Shows a hint for long enough to read it.
    fn tell(&self, hint: Hint) {
        self.hint.set(Some(hint));
        let shown = self.hint;
        let away = Timeout::new(HINT_MS, move || {
            let _ = shown.try_set(None);
        });
        *self.fading.borrow_mut() = Some(away);
    }

    /// A pointer goes down.
    pub(super) fn press(&self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" && event.button() != 0 {
            return;
        }
        let at = place(event);
        self.hint.set(None);
        let touch = event.pointer_type() == "touch";
        if self.store.attention.with_untracked(|attention| attention.touch != touch) {
            self.store.attention.update(|attention| attention.touch = touch);
        }
        let mut down = self.down.borrow_mut();
        // A release that never came, as when a dialog opened under the hand.
        down.retain(|pointer| pointer.id != event.pointer_id());
        if down.len() >= 2 {
            return;
        }
        down.push(Pointer { id: event.pointer_id(), start: at, at, moved: false });
        // Refused when the pointer has already gone; the drag then ends at the edge.
        let _ = target(event).map(|target| target.set_pointer_capture(event.pointer_id()));
        drop(down);
        self.painter.hold(true);
        self.take_grip();
    }

    /// Holds on to the point between the pointers.
    fn take_grip(&self) {
        let window = self.store.window();
        let down = self.down.borrow();
        let grip = middle(&down).and_then(|(at, spread)| {
            window.invert(at).map(|anchor| {
                let scale = window.scale_at(anchor);
                Grip { anchor, scale, spread }
            })
        });
        *self.grip.borrow_mut() = grip;
    }

    /// A pointer moves: down, it drags the map; up, it points.
    pub(super) fn moved(&self, event: &PointerEvent) {
        let at = place(event);
        if event.pointer_type() == "mouse" && event.buttons() == 0 {
            self.cancel(event);
            return self.point(at);
        }
        let mut down = self.down.borrow_mut();
        let Some(pointer) = down.iter_mut().find(|pointer| pointer.id == event.pointer_id()) else {
            return;
        };
        pointer.at = at;
        pointer.moved |= distance(pointer.start, at) > CLICK_SLACK;
        let moved = down.iter().any(|pointer| pointer.moved);
        let one_finger = down.len() == 1 && event.pointer_type() == "touch";
        let held = middle(&down);
        drop(down);
        if !moved {
            return;
        }
        if one_finger && self.cooperative() {
            return self.tell(Hint::Touch);
        }
        let (Some((at, spread)), Some(grip)) = (held, *self.grip.borrow()) else { return };
        let pinches = grip.spread > 1.0 && spread > 1.0;
        let pinch = if pinches { f64::from(spread / grip.spread) } else { 1.0 };
        let view = self.store.window().anchored(grip.anchor, at, grip.scale * pinch);
        self.store.dispatch(Action::MoveMap(view));
    }

    /// A pointer goes up; without a move in between it was a click.
    pub(super) fn release(&self, event: &PointerEvent) {
        let found = {
            let mut down = self.down.borrow_mut();
            let index = down.iter().position(|pointer| pointer.id == event.pointer_id());
            index.map(|index| (down.remove(index), down.len()))
        };
        let Some((pointer, left)) = found else { return };
        if left > 0 {
            // The other finger goes on from where it is; its lifting is no click.
            for pointer in self.down.borrow_mut().iter_mut() {
                pointer.moved = true;
            }
            return self.take_grip();
        }
        self.painter.hold(false);
        if !pointer.moved {
            self.click(pointer.at, event.pointer_type() == "touch");
        }
    }

    /// The browser took the pointer away, to scroll the page, or it went without a release.
    pub(super) fn cancel(&self, event: &PointerEvent) {
        let (before, left) = {
            let mut down = self.down.borrow_mut();
            let before = down.len();
            down.retain(|pointer| pointer.id != event.pointer_id());
            (before, down.len())
        };
        match left {
            _ if left == before => {}
            0 => self.painter.hold(false),
            _ => self.take_grip(),
        }
    }

    fn click(&self, at: [f32; 2], touch: bool) {
        let reach = if touch { FINGER_REACH } else { MOUSE_REACH };
        match self.painter.pick(at, reach) {
            Some(target) => self.store.choose(target),
            None => self.store.dispatch(Action::Deselect),
        }
    }

    /// What the mouse points at.
    fn point(&self, at: [f32; 2]) {
        let found = self.painter.pick(at, MOUSE_REACH);
        if self.store.attention.with_untracked(|attention| attention.hover != found) {
            self.store.attention.update(|attention| attention.hover = found);
        }
    }

    /// The pointer has left the map. A finger leaves with every lifting: its hint stays to be read.
    pub(super) fn leave(&self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" {
            self.hint.set(None);
        }
        if self.store.attention.with_untracked(|attention| attention.hover.is_some()) {
            self.store.attention.update(|attention| attention.hover = None);
        }
    }

    /// Two quick presses come closer by one level.
    pub(super) fn double(&self, event: &MouseEvent) {
        event.prevent_default();
        let at = [event.offset_x() as f32, event.offset_y() as f32];
        let window = self.store.window();
        if let Some(anchor) = window.invert(at) {
            let view = window.anchored(anchor, at, window.scale_at(anchor) * 2.0);
            self.store.flight.set(Some(Flight::To(view)));
        }
    }

    /// The wheel zooms around the pointer, where it is the map's to use.
    pub(super) fn wheel(&self, event: &WheelEvent) {
        // A pinch on a trackpad comes as a wheel with the control key.
        let keyed = event.ctrl_key() || event.meta_key();
        if self.cooperative() && !keyed {
            return self.tell(Hint::Wheel);
        }
        event.prevent_default();
        self.hint.set(None);
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => LINE,
            WheelEvent::DOM_DELTA_PAGE => PAGE,
            _ => 1.0,
        };
        let fine = event.ctrl_key()
            && event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL
            && event.delta_y().abs() < 40.0;
        let step = if fine { PINCH_STEP } else { WHEEL_STEP };
        let change = (-event.delta_y() * unit * step).clamp(-1.0, 1.0);
        let at = [event.offset_x() as f32, event.offset_y() as f32];
        let window = self.store.window();
        if let Some(anchor) = window.invert(at) {
            let view = window.anchored(anchor, at, window.scale_at(anchor) * change.exp2());
            self.store.dispatch(Action::MoveMap(view));
        }
    }
}

/// Where on the canvas.
fn place(event: &PointerEvent) -> [f32; 2] {
    [event.offset_x() as f32, event.offset_y() as f32]
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// The middle of the pointers and how far they are apart.
fn middle(down: &[Pointer]) -> Option<([f32; 2], f32)> {
    match down {
        [one] => Some((one.at, 0.0)),
        [a, b] => {
            Some(([(a.at[0] + b.at[0]) / 2.0, (a.at[1] + b.at[1]) / 2.0], distance(a.at, b.at)))
        }
        _ => None,
    }
}
