//! What stands on the map: zoom, scale, the date of the data. It never mirrors.

use crate::i18n::{Arg, date, number};
use crate::scene::display::Box2;
use crate::scene::scale_bar::{ScaleBar, scale_bar};
use crate::ui::icon::{Icon, IconView};
use crate::ui::store::{Flight, use_store};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Longest scale bar, CSS pixels.
const LONGEST: f64 = 120.0;

/// A shorter bar has no room for a number at its middle, CSS pixels.
const ROOMY: f64 = 90.0;

/// The buttons that zoom and that show the whole region.
#[component]
pub fn ZoomButtons() -> impl IntoView {
    let store = use_store();
    let button = move |icon: Icon, key: &'static str, act: Box<dyn Fn()>| {
        view! {
            <button
                type="button"
                class="tool tool-map"
                aria-label=move || store.t(key)
                title=move || store.t(key)
                on:click=move |_| act()
            >
                <IconView icon/>
            </button>
        }
    };
    view! {
        <div class="zoom furniture">
            {button(Icon::Plus, "map.zoom_in", Box::new(move || store.zoom_by(1.0)))}
            {button(Icon::Minus, "map.zoom_out", Box::new(move || store.zoom_by(-1.0)))}
            {button(Icon::Home, "map.home", Box::new(move || store.flight.set(Some(Flight::Home))))}
        </div>
    }
}

/// A bar of two divisions, true in the middle of the map.
#[component]
pub fn Scale() -> impl IntoView {
    let store = use_store();
    let bar = Memo::new(move |_| {
        // The window depends on both; reading them here makes the bar follow.
        store.state.track();
        store.size.track();
        let ScaleBar { km, px } = scale_bar(&store.window(), LONGEST);
        // Whole tenths: the bar must not flicker while the map is dragged.
        ScaleBar { km, px: (px * 10.0).round() / 10.0 }
    });
    let words = move || bar.get().words(&store.atlas().catalogs, store.lang.get());
    view! {
        <div class="scale furniture" dir="ltr" style:inline-size=move || format!("{}px", bar.get().px)>
            <div class="scale-words" aria-hidden="true">
                <span>{move || number::plain(store.lang.get(), 0.0)}</span>
                <span>{move || if bar.get().px < ROOMY { String::new() } else { words()[0].clone() }}</span>
                <span class="scale-end"><bdi class="furniture">{move || words()[1].clone()}</bdi></span>
            </div>
            <div class={"scale-bar"}><span></span></div>
        </div>
    }
}

/// The date up to which statuses are known.
#[component]
pub fn StatusDate() -> impl IntoView {
    let store = use_store();
    let words = move || {
        let atlas = store.atlas();
        let when = date::date(&atlas.catalogs, store.lang.get(), &atlas.date);
        store.fill("map.status_as_of", &[("date", Arg::Word(&when))])
    };
    view! { <p class="as-of furniture">{words}</p> }
}

/// Where furniture stands on the map now, in its pixels.
pub(super) fn boxes(frame: &Element) -> Vec<Box2> {
    let Ok(found) = frame.query_selector_all(".furniture") else { return Vec::new() };
    let origin = frame.get_bounding_client_rect();
    let elements = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok());
    let boxes = elements.map(|element: Element| {
        let rect = element.get_bounding_client_rect();
        Box2 {
            x: (rect.x() - origin.x()) as f32,
            y: (rect.y() - origin.y()) as f32,
            width: rect.width() as f32,
            height: rect.height() as f32,
        }
    });
    boxes.filter(|found| found.width > 0.0).collect()
}
