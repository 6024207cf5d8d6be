//! Choosing a thing: its card, and the map where it shows.

use super::store::{Controls, Flight, Store};
use crate::geo::LonLat;
use crate::model::id::Ref;
use crate::scene::{fit::Insets, viewport::Viewport};
use crate::state::{Action, MapView, Page};
use leptos::prelude::*;
use std::slice;

/// The map comes at least this close to a place that was out of sight.
const NEAR: f64 = 5.8;

impl Store {
    /// Whether there is a way to that page.
    pub fn has(&self, page: Page) -> bool {
        self.controls.get_untracked() == Controls::Full && page.is_in(&self.atlas())
    }

    /// What takes away the uppermost card: that of a claim lies over that of a thing.
    pub fn uncover(&self) -> Action {
        match self.paper.claim.get_untracked() {
            Some(_) => Action::CloseClaim,
            None => Action::Deselect,
        }
    }

    /// Chooses a thing and moves the map to it where it does not show well.
    pub fn choose(&self, target: Ref) {
        match self.page.get_untracked() {
            Page::Claims => self.narrow_to(&target),
            Page::Routes if self.point_out(&target) => {}
            Page::Map => self.open(target, Vec::new()),
            // Their panel has no room for the card, or they have neither panel nor map.
            _ => self.go_to(target),
        }
    }

    /// Goes to a thing: its card, beside the map.
    pub fn go_to(&self, thing: Ref) {
        self.open(thing, vec![Action::Show(Page::Map)]);
    }

    /// Opens the card of a thing after these changes, and moves the map to it where it does not show well.
    fn open(&self, target: Ref, mut steps: Vec<Action>) {
        let stage = self.stage();
        let size = self.size.get_untracked();
        let (seen, beside) = (self.insets(), self.insets_beside_card());
        let window = self.window();
        let points = stage.extent(&target);
        let within = |insets: Insets| {
            let shows =
                |point: &LonLat| window.project(*point).is_some_and(|at| insets.clear(size, at));
            !points.is_empty() && points.iter().all(shows)
        };
        let goal = match points.as_slice() {
            [_] if within(beside) => None,
            // In sight but for the card: the map moves, the scale stays.
            [point] => {
                let zoom = if within(seen) { window.view.zoom } else { window.view.zoom.max(NEAR) };
                let middle = beside
                    .free(size)
                    .map_or([size.width / 2.0, size.height / 2.0], |free| free.middle());
                let there = Viewport::new(window.id, MapView { zoom, center: *point }, size);
                Some(window.anchored(*point, middle, there.scale_at(*point)))
            }
            _ => stage.view_of(slice::from_ref(&target), self.projection(), size, beside),
        };
        if goal.is_some() {
            self.flight.set(goal.map(Flight::To));
        }
        steps.push(Action::Select(target));
        self.dispatch_all(steps);
    }

    /// Moves the map to a thing, where it has a place on it.
    pub fn fly_to(&self, target: &Ref) {
        self.sheet.set(false);
        self.fly_to_all(slice::from_ref(target));
    }
}
