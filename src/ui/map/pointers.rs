//! Hands on the map: drag and throw, pinch, box, click, long press and hover.

use super::fingers::{Pointer, middle, place, target};
use super::grip::Grip;
use super::hover::bends;
use super::painter::Painter;
use super::{bend, measure, menu, tools::Tools, zooming};
use crate::browser::media;
use crate::scene::{
    box_zoom::view_of_box,
    coast::Trail,
    course::distance,
    pick::{Click, Turns},
};
use crate::state::Action;
use crate::ui::store::{Flight, Gestures, Store};
use gloo::timers::callback::Timeout;
use leptos::ev::{MouseEvent, PointerEvent, TouchEvent, WheelEvent};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// A press that moves less than this is a click, CSS pixels; fingers roll.
const MOUSE_SLACK: f32 = 5.0;
const FINGER_SLACK: f32 = 9.0;
/// How near a pointer must come, CSS pixels; fingers cover more.
pub(super) const MOUSE_REACH: f32 = 4.0;
const FINGER_REACH: f32 = 16.0;
/// How near to the middle of a route it is taken hold of, CSS pixels.
pub(super) const ROUTE_REACH: f32 = 8.0;
/// A finger that rests so long asks for the menu, milliseconds.
const LONG_PRESS_MS: u32 = 550;

/// The pointers that are down, and what they hold on to.
pub(super) struct Pointers {
    pub(super) store: Store,
    pub(super) painter: Rc<Painter>,
    down: RefCell<Vec<Pointer>>,
    grip: Cell<Option<Grip>>,
    /// The route that is held, instead of the map.
    hold: Cell<Option<bend::Hold>>,
    trail: RefCell<Trail>,
    pub(super) turns: RefCell<Turns>,
    long_press: RefCell<Option<Timeout>>,
    /// Whether the reader has heard how to move a map that shares its gestures.
    heard: Cell<bool>,
}

impl Pointers {
    /// No pointer is down.
    pub(super) fn new(store: Store, painter: Rc<Painter>) -> Self {
        Self {
            store,
            painter,
            down: RefCell::default(),
            grip: Cell::default(),
            hold: Cell::default(),
            trail: RefCell::default(),
            turns: RefCell::default(),
            long_press: RefCell::default(),
            heard: Cell::new(false),
        }
    }

    fn cooperative(&self) -> bool {
        self.store.gestures.get_untracked() == Gestures::Cooperative
    }

    /// Tells what to do instead of a gesture that belongs to the page; aloud only once.
    fn teach(&self, key: &str) {
        let words = untrack(|| self.store.t(key));
        if !self.heard.replace(true) {
            self.store.say(words.clone());
        }
        self.store.hint(words);
    }

    /// How near a thing must be for the pointer last used, CSS pixels.
    fn reach(&self) -> f32 {
        let touch = self.store.attention.with_untracked(|attention| attention.touch);
        if touch { FINGER_REACH } else { MOUSE_REACH }
    }

    /// The map is moved by other means: what is under way ends. Tells whether no pointer is down.
    pub(super) fn take_zoom(&self) -> bool {
        self.forget();
        self.store.close_menu();
        self.painter.halt();
        self.down.borrow().is_empty()
    }

    /// A pointer goes down.
    pub(super) fn press(&self, event: &PointerEvent) {
        let mouse = event.pointer_type() == "mouse";
        if mouse && event.button() != 0 {
            return;
        }
        let at = place(event);
        self.store.tools.hint.set(None);
        self.store.tools.aim.set(false);
        // Beside an open menu a press only closes it.
        let closes = self.store.close_menu();
        self.point_at(None);
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
        down.push(Pointer { id: event.pointer_id(), start: at, at, moved: closes });
        let first = down.len() == 1;
        // Refused when the pointer has already gone; the drag then ends at the edge.
        let _ = target(event).map(|target| target.set_pointer_capture(event.pointer_id()));
        drop(down);
        self.painter.hold(true);
        *self.long_press.borrow_mut() = (touch && first && !closes).then(|| {
            let (store, painter, reach) = (self.store, Rc::clone(&self.painter), self.reach());
            Timeout::new(LONG_PRESS_MS, move || menu::open(store, &painter, at, reach))
        });
        let boxed = first && event.shift_key();
        self.store.tools.band.set(boxed.then_some([at, at]));
        self.take_grip();
        let may = first && !boxed && !touch && !self.store.tools.measuring.get_untracked();
        let held = may.then(|| bend::take(self.store, at, ROUTE_REACH)).flatten();
        self.hold.set(held.filter(|_| bends(&self.painter.pick_all(at, MOUSE_REACH))));
        if boxed {
            // A box that Escape takes away leaves nothing to drag.
            self.grip.set(None);
        }
    }

    /// The next click is a first one, wherever it falls.
    pub(super) fn forget(&self) {
        self.turns.borrow_mut().forget();
    }

    /// Holds on to the point between the pointers.
    fn take_grip(&self) {
        let window = self.store.window();
        let held = middle(&self.down.borrow());
        self.grip.set(held.and_then(|(at, spread)| Grip::take(&window, at, spread)));
        self.trail.borrow_mut().clear();
    }

    /// A pointer moves: down, it drags the map or draws a box; up, it points.
    pub(super) fn moved(&self, event: &PointerEvent) {
        let at = place(event);
        let touch = event.pointer_type() == "touch";
        if !touch && event.buttons() == 0 {
            self.cancel(event);
            return self.point(at);
        }
        let slack = if touch { FINGER_SLACK } else { MOUSE_SLACK };
        let mut down = self.down.borrow_mut();
        let Some(pointer) = down.iter_mut().find(|pointer| pointer.id == event.pointer_id()) else {
            return;
        };
        pointer.at = at;
        let before = pointer.moved;
        pointer.moved |= distance(pointer.start, at) > slack;
        let moved = down.iter().any(|pointer| pointer.moved);
        let fingers = down.len();
        let held = middle(&down);
        drop(down);
        if !moved {
            return;
        }
        *self.long_press.borrow_mut() = None;
        self.forget();
        if let Some([from, _]) = self.store.tools.band.get_untracked() {
            return self.store.tools.band.set(Some([from, at]));
        }
        if fingers == 1 && touch && self.cooperative() {
            self.grip.set(None);
            return self.teach("map.gesture_touch");
        }
        if let Some(hold) = self.hold.get() {
            // After Escape the hand holds nothing more.
            let bent = self.store.attention.with_untracked(|attention| attention.bend.is_some());
            if bent || !before {
                bend::drag(self.store, &hold, at);
            }
            return;
        }
        let (Some((at, spread)), Some(grip)) = (held, self.grip.get()) else { return };
        self.trail.borrow_mut().push(at, event.time_stamp());
        let view = grip.view(&self.store.window(), at, spread);
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
        *self.long_press.borrow_mut() = None;
        if left > 0 {
            // The other finger goes on from where it is; its lifting is no click.
            for pointer in self.down.borrow_mut().iter_mut() {
                pointer.moved = true;
            }
            return self.take_grip();
        }
        self.painter.hold(false);
        let band = self.store.tools.band.get_untracked();
        self.store.tools.band.set(None);
        let now = event.time_stamp();
        if let Some(hold) = self.hold.take().filter(|_| pointer.moved) {
            // Escape may have let it spring back.
            if self.store.attention.with_untracked(|attention| attention.bend.is_some()) {
                bend::release(self.store, &hold, pointer.at);
            }
            return;
        }
        match (pointer.moved, band) {
            (false, _) => self.click(pointer.at, now),
            (true, Some(band)) => self.fill_window(band),
            (true, None) => {
                if let (Some(grip), Some(coast)) =
                    (self.grip.take(), self.trail.borrow().release(now))
                {
                    self.painter.throw(grip, pointer.at, coast);
                }
            }
        }
    }

    /// Flies to what lies in a box.
    fn fill_window(&self, band: [[f32; 2]; 2]) {
        let area = Tools::band_box(band);
        let view = view_of_box(&self.store.window(), self.store.projection(), area);
        self.store.flight.set(view.map(Flight::To));
    }

    /// The browser took the pointer away, to scroll the page, or it went without a release.
    pub(super) fn cancel(&self, event: &PointerEvent) {
        let (before, left) = {
            let mut down = self.down.borrow_mut();
            let before = down.len();
            down.retain(|pointer| pointer.id != event.pointer_id());
            (before, down.len())
        };
        if left == before {
            return;
        }
        *self.long_press.borrow_mut() = None;
        self.store.tools.band.set(None);
        if self.hold.take().is_some() {
            bend::cancel(self.store);
        }
        if left > 0 {
            return self.take_grip();
        }
        self.painter.hold(false);
        let scrolls = event.type_() == "pointercancel" && event.pointer_type() == "touch";
        if scrolls && self.cooperative() && self.store.tools.menu.with_untracked(Option::is_none) {
            self.teach("map.gesture_touch");
        }
    }

    /// Two fingers on a map that leaves one to the page are the map's; so is one that opened a menu.
    pub(super) fn touched(&self, event: &TouchEvent) {
        let both = self.cooperative() && self.down.borrow().len() == 2;
        if both || self.store.tools.menu.with_untracked(Option::is_some) {
            event.prevent_default();
        }
    }

    fn click(&self, at: [f32; 2], now: f64) {
        // The menu that a long press has opened stays.
        if self.store.tools.menu.with_untracked(Option::is_some) {
            return;
        }
        let stack = self.painter.pick_all(at, self.reach());
        if self.store.tools.measuring.get_untracked() {
            return measure::click(self.store, at, &stack);
        }
        let chosen = self.store.select.get_untracked();
        let click = self.turns.borrow_mut().click(at, now, stack, chosen.as_ref());
        match click {
            Click::Choose(target) => self.store.choose(target),
            Click::Nothing => self.store.dispatch(Action::Deselect),
            Click::Again => {}
        }
    }

    /// Asks for the menu at a point of the map: right click, or long press where the browser tells.
    pub(super) fn menu(&self, event: &MouseEvent) {
        event.prevent_default();
        self.down.borrow_mut().clear();
        *self.long_press.borrow_mut() = None;
        self.store.tools.band.set(None);
        self.point_at(None);
        self.painter.hold(false);
        let at = [event.offset_x() as f32, event.offset_y() as f32];
        menu::open(self.store, &self.painter, at, self.reach());
    }

    /// Two quick presses come closer by one level.
    pub(super) fn double(&self, event: &MouseEvent) {
        event.prevent_default();
        if !self.store.tools.measuring.get_untracked() {
            self.forget();
            let at = [event.offset_x() as f32, event.offset_y() as f32];
            zooming::come_closer(self.store, at);
        }
    }

    /// The wheel zooms around the pointer, where it is the map's to use.
    pub(super) fn wheel(&self, event: &WheelEvent) {
        let keyed = event.ctrl_key() || event.meta_key();
        if self.cooperative() && !keyed {
            let mac = media::is_mac();
            return self.teach(if mac { "map.gesture_wheel_mac" } else { "map.gesture_wheel" });
        }
        event.prevent_default();
        self.store.tools.hint.set(None);
        self.take_zoom();
        zooming::wheel(self.store, event);
    }
}
