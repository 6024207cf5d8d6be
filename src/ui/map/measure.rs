//! Measuring a distance: points set by click or Enter, their sum on a card, its end by Escape.

use crate::geo::{LonLat, great_circle};
use crate::i18n::Arg;
use crate::model::id::{Kind, Ref};
use crate::present;
use crate::ui::icon::{Icon, IconView};
use crate::ui::later::{Awaited, View};
use crate::ui::store::{Store, use_store};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A point this near to the last one is the same point: the second half of a double click. CSS pixels.
const SAME: f64 = 5.0;

/// Begins to measure, at a point or with none yet; `aim` marks the middle of the map for the keyboard.
pub(super) fn begin(store: Store, first: Option<LonLat>, aim: bool) {
    store.attention.update(|attention| {
        attention.measure.clear();
        attention.hover = None;
    });
    store.tools.measuring.set(true);
    store.tools.aim.set(aim);
    store.say(untrack(|| store.t("measure.hint")));
    if let Some(first) = first {
        add(store, first);
    }
}

/// Ends measuring and takes the line away.
fn end(store: Store) {
    store.tools.measuring.set(false);
    store.tools.aim.set(false);
    store.attention.update(|attention| attention.measure.clear());
    store.say(untrack(|| store.t("measure.ended")));
}

/// Sets a point where the reader clicked: on a place that lies there exactly.
pub(super) fn click(store: Store, at: [f32; 2], stack: &[Ref]) {
    let place = stack.first().filter(|target| target.kind == Kind::Place);
    let place = place.and_then(|target| store.stage().extent(target).first().copied());
    if let Some(point) = place.or_else(|| store.window().invert(at)) {
        add(store, point);
    }
}

/// Sets a point and says how far it is.
pub(super) fn add(store: Store, point: LonLat) {
    let near = store.window().km_per_px() * SAME;
    let last = store.attention.with_untracked(|attention| attention.measure.last().copied());
    if last.is_some_and(|last| great_circle::distance_km(last, point) < near) {
        return;
    }
    store.attention.update(|attention| attention.measure.push(point));
    let words = untrack(|| match last {
        Some(last) => {
            let leg = in_words(store, great_circle::distance_km(last, point));
            let total = store
                .attention
                .with(|attention| in_words(store, great_circle::length_km(&attention.measure)));
            store.fill("measure.point", &[("leg", Arg::Text(&leg)), ("total", Arg::Text(&total))])
        }
        None => {
            let at = position(store, point);
            store.fill("measure.first", &[("position", Arg::Text(&at))])
        }
    });
    store.say(words);
}

/// Takes back the last point.
fn undo(store: Store) {
    store.attention.update(|attention| {
        attention.measure.pop();
    });
    store.say(untrack(|| sum(store)));
}

/// Escape ends measuring, Backspace takes back a point; both from anywhere on the map.
pub(super) fn press(store: Store, event: &KeyboardEvent) {
    if !store.tools.measuring.get_untracked() {
        return;
    }
    match event.key().as_str() {
        "Escape" => {
            end(store);
            store.to_map.notify();
        }
        "Backspace" => undo(store),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// A position in the reader's language.
pub(super) fn position(store: Store, point: LonLat) -> String {
    present::coordinates(&store.atlas().catalogs, store.lang.get(), point)
}

/// A position as programs read it: latitude and longitude in decimal degrees, some metre exact.
pub(super) fn decimal(point: LonLat) -> String {
    format!("{:.5}, {:.5}", point.lat, point.lon)
}

fn in_words(store: Store, km: f64) -> String {
    present::distance(&store.atlas().catalogs, store.lang.get(), km)
}

/// The whole distance, or what to do while there is none.
fn sum(store: Store) -> String {
    store.attention.with(|attention| match attention.measure.as_slice() {
        [] | [_] => store.t("measure.hint"),
        points => in_words(store, great_circle::length_km(points)),
    })
}

/// The legs, added up; empty where there is only one.
fn legs(store: Store) -> String {
    let km = store.attention.with(|attention| {
        let legs = attention.measure.windows(2);
        legs.map(|leg| great_circle::distance_km(leg[0], leg[1])).collect::<Vec<_>>()
    });
    let words: Vec<String> = km.iter().map(|&km| in_words(store, km)).collect();
    if words.len() > 1 { words.join(" + ") } else { String::new() }
}

/// The points, one a line, and the whole distance.
fn copied(store: Store) -> String {
    untrack(|| {
        let points = store.attention.with(|attention| attention.measure.clone());
        let lines: Vec<String> = points.into_iter().map(decimal).chain([sum(store)]).collect();
        lines.join("\n")
    })
}

/// The button that begins and ends measuring.
#[component]
pub fn MeasureButton() -> impl IntoView {
    let store = use_store();
    let toggle = move |event: leptos::ev::MouseEvent| {
        if store.tools.measuring.get_untracked() {
            return end(store);
        }
        // A button pressed by key has no click to count.
        begin(store, None, event.detail() == 0);
        store.to_map.notify();
    };
    view! {
        <div class="measure-tool furniture">
            <button
                type="button"
                class="tool tool-map"
                aria-pressed=move || store.tools.measuring.get().to_string()
                aria-label=store.words("measure.start")
                title=store.words("measure.start")
                on:click=toggle
            >
                <IconView icon=Icon::Measure/>
            </button>
        </div>
    }
}

/// The card, while the reader measures.
#[component]
pub fn Measured() -> impl IntoView {
    let store = use_store();
    view! {
        <Show when=move || store.tools.measuring.get()><Awaited view=View::Measured/></Show>
    }
}

/// What has been measured.
#[component]
pub fn Sum() -> impl IntoView {
    let store = use_store();
    let points = move || store.attention.with(|attention| attention.measure.len());
    let button = move |key: &'static str, least: usize, act: fn(Store)| {
        view! {
            <button
                type="button"
                class="button"
                disabled=move || { points() < least }
                on:click=move |_| act(store)
            >
                {move || store.t(key)}
            </button>
        }
    };
    view! {
            <div
                class="card measure furniture"
                role="group"
                aria-label=store.words("measure.title")
            >
                <p class:measure-sum=move || { points() > 1 }>{move || sum(store)}</p>
                <p class="meta measure-legs">{move || legs(store)}</p>
                <div class="measure-acts">
                    {button("measure.undo", 1, undo)}
                    {button("measure.copy", 2, |store| store.copy(copied(store)))}
                    {button("measure.end", 0, |store| {
                        end(store);
                        store.to_map.notify();
                    })}
                </div>
            </div>
    }
}
