//! Focus that stood on something which is no more goes on to what took its place.

use super::claims::CLAIM;
use super::store::use_store;
use crate::browser::dom;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, ShadowRoot};

/// Where the focus goes, best first: the card that opened, the page, the panel.
const TARGETS: [&str; 4] =
    [".claim-pane .card-start", ".claims-search input", ".page", ".panel .card-start"];

/// Watches over the focus inside the atlas; gives what must hear of it coming and going.
pub fn guard(atlas: NodeRef<html::Div>) -> (impl Fn(FocusEvent), impl Fn(FocusEvent)) {
    let store = use_store();
    let inside = StoredValue::new(false);
    Effect::new(move |before: Option<Option<String>>| {
        store.select.track();
        store.later.track();
        store.page.track();
        store.paper.step.track();
        let open = store.paper.claim.get().map(|id| id.to_string());
        let closed = before.clone().flatten().filter(|_| open.is_none());
        if before.is_some() && inside.get_value() {
            request_animation_frame(move || {
                let atlas = atlas.try_get_untracked().flatten();
                let Some(atlas) = atlas.filter(|atlas| is_lost(atlas)) else {
                    return;
                };
                let row = closed.map(|id| format!(".claims-list [{CLAIM}=\"{id}\"]"));
                let targets = row.iter().map(String::as_str).chain(TARGETS);
                let mut shown = targets.filter(|target| shows(&atlas, target));
                if let Some(target) = shown.next() {
                    dom::focus(&atlas, target);
                }
            });
        }
        open
    });
    let comes = move |_| inside.set_value(true);
    let goes = move |event: FocusEvent| {
        // Without a next one what had the focus went away, or the window lost it.
        if event.related_target().is_some() {
            inside.set_value(false);
        }
    };
    (comes, goes)
}

/// Whether nothing in the atlas has the focus.
fn is_lost(atlas: &Element) -> bool {
    let root = atlas.get_root_node().dyn_into::<ShadowRoot>().ok();
    root.is_some_and(|root| root.active_element().is_none())
}

fn shows(atlas: &Element, selector: &str) -> bool {
    let found = atlas.query_selector(selector).ok().flatten();
    found.is_some_and(|found| found.get_bounding_client_rect().height() > 0.0)
}
