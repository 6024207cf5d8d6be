//! Focus that stood on something which is no more goes on to what took its place.

use super::claims::CLAIM;
use super::store::use_store;
use crate::browser::dom;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, MouseEvent, ShadowRoot};

/// Where the focus goes, best first: the card that opened, the page, the panel. A table that has just come is before
/// them.
const TARGETS: [&str; 4] =
    [".claim-pane .card-start", ".claims-search input", ".page", ".panel .card-start"];

/// What can have the focus.
const CONTROLS: &str = "button, a[href], input, select, textarea, summary, [tabindex=\"0\"]";

/// Watches over the focus inside the atlas; gives what must hear of it coming and going, and of what was pressed.
pub fn guard(
    atlas: NodeRef<html::Div>,
) -> (impl Fn(FocusEvent), impl Fn(FocusEvent), impl Fn(MouseEvent)) {
    let store = use_store();
    let inside = StoredValue::new(false);
    // What had the focus last, and what it stood in, from within.
    let held = StoredValue::new_local(Vec::<Element>::new());
    Effect::new(move |before: Option<(Option<String>, bool)>| {
        store.select.track();
        store.later.track();
        store.page.track();
        store.paper.step.track();
        let table = store.table.get();
        if !table {
            store.table_asked.set_value(false);
        }
        let open = store.paper.claim.get().map(|id| id.to_string());
        let first = before.is_none();
        let (claim, tabled) = before.unwrap_or_default();
        let closed = claim.filter(|_| open.is_none());
        let opened = (table && !tabled).then_some(".table-pane");
        if !first && inside.get_value() {
            request_animation_frame(move || {
                let atlas = atlas.try_get_untracked().flatten();
                let Some(atlas) = atlas.filter(|atlas| is_lost(atlas)) else {
                    return;
                };
                let row = closed.map(|id| format!(".claims-list [{CLAIM}=\"{id}\"]"));
                let targets = row.iter().map(String::as_str).chain(opened).chain(TARGETS);
                let mut shown = targets.filter(|target| shows(&atlas, target));
                if let Some(target) = shown.next() {
                    dom::focus(&atlas, target);
                }
            });
        }
        (open, table)
    });
    let comes = move |event: FocusEvent| {
        inside.set_value(true);
        let first = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        held.set_value(std::iter::successors(first, |inner| inner.parent_element()).collect());
    };
    let goes = move |event: FocusEvent| {
        // Without a next one what had the focus went away, or the window lost it.
        if event.related_target().is_some() {
            inside.set_value(false);
        }
    };
    // A control that takes itself away leaves the focus to what stands beside it.
    let pressed = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(control) = target.and_then(|target| target.closest(CONTROLS).ok().flatten())
        else {
            return;
        };
        request_animation_frame(move || {
            request_animation_frame(move || {
                let atlas = atlas.try_get_untracked().flatten();
                let Some(atlas) = atlas.filter(|atlas| is_lost(atlas)) else { return };
                let held = held.try_get_value().unwrap_or_default();
                let gone = held.first() == Some(&control) && !is_seen(&control);
                let around = held.iter().skip(1).filter(|around| atlas.contains(Some(around)));
                if let Some(beside) = around.filter(|_| gone).find_map(first_control) {
                    let _ = beside.focus();
                }
            });
        });
    };
    (comes, goes, pressed)
}

/// The first control that shows inside an element.
fn first_control(around: &Element) -> Option<HtmlElement> {
    let found = around.query_selector_all(CONTROLS).ok()?;
    let controls = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok());
    let mut seen =
        controls.filter(|control: &HtmlElement| is_seen(control) && control.tab_index() >= 0);
    seen.next()
}

fn is_seen(element: &Element) -> bool {
    element.is_connected() && element.get_bounding_client_rect().height() > 0.0
}

/// Whether nothing in the atlas has the focus.
pub(super) fn is_lost(atlas: &Element) -> bool {
    let root = atlas.get_root_node().dyn_into::<ShadowRoot>().ok();
    root.is_some_and(|root| root.active_element().is_none())
}

fn shows(atlas: &Element, selector: &str) -> bool {
    let found = atlas.query_selector(selector).ok().flatten();
    found.is_some_and(|found| is_seen(&found))
}
