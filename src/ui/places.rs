//! Places inside long pages: what others lead to, and where a page was left.

use super::focus;
use super::store::Store;
use crate::browser::{dom, scroll};
use crate::state::{Action, Page};
use leptos::prelude::*;
use web_sys::Element;

/// Names a part of a page that others lead to: `reference:bashir2018`, `source:geonames`.
pub const AT: &str = "data-at";

/// What of a page its reader was sent to, and where each page was left.
#[derive(Clone, Copy, Default)]
pub struct Places {
    /// The part that was asked for, until it is found.
    sought: RwSignal<Option<String>>,
    /// How far each page was scrolled, CSS pixels.
    left: StoredValue<[i32; Page::ALL.len()]>,
}

impl Store {
    /// Goes to a part of a page.
    pub fn seek(&self, page: Page, part: String) {
        // The same part may be sought again, which is no other state.
        self.places.sought.set(Some(part.clone()));
        self.dispatch(Action::Seek(page, part));
    }

    /// Seeks the part that a link or a step back names.
    pub fn follow_places(self) {
        let part = Memo::new(move |_| {
            self.state.with(|state| state.part.clone().map(|part| (state.page, part)))
        });
        Effect::new(move |_| self.places.sought.set(part.get().map(|(_, part)| part)));
    }

    /// The part that was asked for.
    pub fn sought(&self) -> Option<String> {
        self.places.sought.get()
    }

    /// Notes how far a page is scrolled.
    pub fn leave(&self, page: Page, element: &Element) {
        let top = element.scroll_top();
        self.places.left.update_value(|left| left[place(page)] = top);
    }

    /// Scrolls a page that was just written: to the part that was asked for, else to where it was left.
    pub fn arrive(&self, page: Page, element: &Element) {
        let sought = self.places.sought.get_untracked();
        let part = sought
            .and_then(|part| element.query_selector(&format!("[{AT}=\"{part}\"]")).ok().flatten());
        let Some(part) = part else {
            element.set_scroll_top(self.places.left.with_value(|left| left[place(page)]));
            return;
        };
        self.places.sought.set(None);
        if let Ok(Some(before)) = element.query_selector(&format!("[{AT}][aria-current]")) {
            let _ = before.remove_attribute("aria-current");
        }
        let _ = part.set_attribute("aria-current", "true");
        let _ = part.set_attribute("tabindex", "-1");
        scroll::to_top(element, &part);
        // In a page around it the element takes no focus that it did not have.
        if self.owns_page() || !focus::is_lost(element) {
            dom::focus(element, &format!("[{AT}][aria-current]"));
        }
    }
}

fn place(page: Page) -> usize {
    Page::ALL.into_iter().position(|one| one == page).unwrap_or_default()
}
