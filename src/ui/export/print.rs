//! The figure that takes the map's place on paper.

use crate::browser::{canvas, print};
use crate::export::format::Format;
use crate::ui::store::use_store;
use gloo::timers::callback::Timeout;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Empty edge of the paper, millimetres.
const MARGIN: f32 = 12.0;
/// Pixels per CSS pixel: 288 to the inch.
const RATIO: f64 = 3.0;

/// What printing has to do with the rest of the atlas.
#[derive(Debug, Clone, Copy)]
pub struct Print {
    /// The paper that the figure is laid out for.
    pub paper: RwSignal<Format>,
    /// Whether the page is being printed: on paper the ground is light.
    pub under_way: RwSignal<bool>,
    /// Told when the reader asks for paper.
    pub asked: Trigger,
}

impl Default for Print {
    /// The signals; call inside an owner.
    fn default() -> Self {
        Self {
            paper: RwSignal::new(Format::A4Landscape),
            under_way: RwSignal::new(false),
            asked: Trigger::new(),
        }
    }
}

/// A canvas that is painted when the browser begins to print, and emptied after it. It stands in the
/// flow of the page, where style/print.css shows it and hides the map.
#[component]
pub fn PrintFigure() -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Canvas>::new();
    let paper = StoredValue::new_local(None::<print::Paper>);
    let begun = StoredValue::new(false);
    let before = move || {
        let Some(element) = node.get_untracked() else { return };
        begun.set_value(true);
        store.print.under_way.set(true);
        unfold(&element, true);
        let Some(later) = store.later.get_untracked() else {
            // What makes figures has not come yet: the map goes on paper as it stands.
            return canvas::copy(&element, ".map-canvas");
        };
        let size = store.print.paper.get_untracked().within(MARGIN);
        let sheet = (later.figure)(store, size, 0.0);
        let size = sheet.scene.size;
        let ratio = canvas::resize(&element, size.width, size.height, RATIO);
        if let Some(context) = canvas::context(&element) {
            let palette = store.palette.get_untracked();
            let lang = store.lang.get_untracked();
            canvas::paint(&context, &sheet.scene, palette, lang, ratio);
        }
    };
    let after = move || {
        if let Some(element) = node.get_untracked() {
            element.set_width(0);
            element.set_height(0);
            unfold(&element, false);
        }
        begun.set_value(false);
        paper.set_value(None);
        store.print.under_way.set(false);
    };
    let watches = StoredValue::new_local(print::watch(before, after));
    let next = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |earlier: Option<()>| {
        store.print.asked.track();
        if earlier.is_none() {
            return;
        }
        store.print.under_way.set(true);
        let size = store.print.paper.get_untracked().millimetres();
        paper.set_value(size.and_then(|size| print::Paper::ask(size, MARGIN)));
        // In a task of its own: what follows the light colours must be drawn before.
        next.set_value(Some(Timeout::new(0, move || {
            print::start();
            // A frame without the right to print tells nobody that it did not.
            if begun.try_get_value() == Some(false) {
                after();
            }
        })));
    });
    on_cleanup(move || {
        watches.set_value(None);
        next.set_value(None);
        paper.set_value(None);
    });
    view! { <canvas class="print-figure" node_ref=node aria-hidden="true"></canvas> }
}

/// Opens what is folded and holds evidence, since paper cannot be unfolded; and folds it again.
fn unfold(figure: &Element, open: bool) {
    const MARK: &str = "data-unfolded";
    let folded = match open {
        true => "details:is(.sources, .fold):not([open], .register)",
        false => "details[data-unfolded]",
    };
    let Ok(Some(atlas)) = figure.closest(".atlas") else { return };
    let Ok(found) = atlas.query_selector_all(folded) else { return };
    for at in 0..found.length() {
        let Some(details) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let _ = details.toggle_attribute_with_force("open", open);
        let _ = details.toggle_attribute_with_force(MARK, open);
    }
}
