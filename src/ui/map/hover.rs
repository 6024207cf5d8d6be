//! What lies under a mouse that is up.

use super::bend;
use super::pointers::{MOUSE_REACH, Pointers, ROUTE_REACH};
use crate::model::id::{Kind, Ref};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// Whether a route could be taken hold of where these things lie: no place lies over it.
pub(super) fn bends(stack: &[Ref]) -> bool {
    !stack.iter().any(|target| target.kind == Kind::Place)
}

impl Pointers {
    /// What the mouse points at.
    pub(super) fn point(&self, at: [f32; 2]) {
        if self.turns.borrow().left(at) {
            self.forget();
        }
        let idle = !self.store.tools.measuring.get_untracked()
            && self.store.tools.menu.with_untracked(Option::is_none);
        let stack = self.painter.pick_all(at, MOUSE_REACH);
        let holds = idle && bends(&stack) && bend::near(self.store, at, ROUTE_REACH);
        let found = stack.into_iter().next().filter(|_| idle);
        if found.is_some() {
            self.store.tools.pointer.set(at);
        }
        self.point_at(found);
        if self.store.tools.holds.get_untracked() != holds {
            self.store.tools.holds.set(holds);
        }
    }

    pub(super) fn point_at(&self, found: Option<Ref>) {
        if self.store.attention.with_untracked(|attention| attention.hover != found) {
            self.store.attention.update(|attention| attention.hover = found);
        }
    }

    /// The pointer has left the map. A finger leaves with every lifting: its hint stays to be read.
    pub(super) fn leave(&self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" {
            self.store.tools.hint.set(None);
        }
        self.point_at(None);
    }
}
