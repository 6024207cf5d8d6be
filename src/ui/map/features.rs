//! What shows on the map as a list: for the keyboard, screen readers and voices that name things.
//!
//! It is a listbox of one Tab stop with roving focus. As a listbox, screen readers hand it the arrow
//! keys, which they would keep for themselves in a plain list of buttons. The focus itself roves,
//! since `aria-activedescendant` is not followed by VoiceOver on phones nor by voice control. The
//! options are not seen; the one in focus is ringed on the map.

use crate::browser::dom;
use crate::geo::great_circle;
use crate::i18n::Arg;
use crate::model::{fact::Value, id::Ref};
use crate::present;
use crate::scene::nearest::{Heading, nearest};
use crate::search::jump;
use crate::ui::store::{Store, use_store};
use crate::units::Unit;
use leptos::ev::{Event, FocusEvent, KeyboardEvent, MouseEvent};
use leptos::{html, prelude::*};
use web_sys::Element;

/// Letters that follow each other within this time are one word, milliseconds.
const ONE_WORD: f64 = 900.0;

/// The attribute that names the thing of an option.
const NAME: &str = "data-feature";

/// The list: corridors first, then places by importance.
#[component]
pub fn Features() -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Ul>::new();
    let active = RwSignal::new(None::<Ref>);
    // Where Tab goes: to the option last in focus, else to what is chosen, else to the first.
    let stop = Memo::new(move |_| {
        store.visible.with(|visible| {
            let shows = |target: &Ref| visible.contains(target);
            let last = active.get().filter(shows);
            last.or_else(|| store.select.get().filter(shows)).or_else(|| visible.first().cloned())
        })
    });
    // In two steps: the words are many and change seldom, the marks change with each step.
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let wanted: Vec<(String, String)> = store.visible.with(|visible| {
            visible.iter().map(|target| (target.to_string(), store.describe(target))).collect()
        });
        let option = |name: &str| dom::append(&list, "li", &[("role", "option"), (NAME, name)], "");
        dom::reconcile(&list, NAME, &wanted, &option);
        untrack(|| mark(&list, stop.get(), store.select.get()));
    });
    Effect::new(move |_| {
        let (stop, chosen) = (stop.get(), store.select.get());
        if let Some(list) = list.get() {
            mark(&list, stop, chosen);
        }
    });
    let named = move |event: &Event| {
        dom::named(event, NAME).and_then(|name| store.atlas().resolve(&name).ok())
    };
    let focused = move |event: FocusEvent| {
        let Some(target) = named(&event) else { return };
        store.attention.update(|attention| attention.focus = Some(target.clone()));
        let before = active.get_untracked();
        // Given back by the painter, the focus comes from nowhere and tells nothing new.
        if before.as_ref() != Some(&target) || event.related_target().is_some() {
            store.say(untrack(|| position(store, before.as_ref(), &target)));
        }
        active.set(Some(target));
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(now) = stop.get_untracked() else { return };
        let Some(act) = act(store, &now, &event) else { return };
        event.prevent_default();
        event.stop_propagation();
        if let (Act::Go(Some(goal)), Some(list)) = (act, list.get_untracked()) {
            dom::focus(&list, &format!("[{NAME}=\"{goal}\"]"));
        }
    };
    let on_click = move |event: MouseEvent| {
        if let Some(target) = named(&event) {
            store.choose(target);
        }
    };
    view! {
        <ul
            class="sr-only features"
            role="listbox"
            aria-label=store.words("map.features")
            hidden=move || store.visible.with(Vec::is_empty)
            node_ref=list
            on:keydown=on_key
            on:click=on_click
            on:focusin=focused
            on:focusout=move |_| store.attention.update(|attention| attention.focus = None)
        ></ul>
    }
}

/// Marks the option where Tab goes, and the one that is chosen.
fn mark(list: &Element, stop: Option<Ref>, chosen: Option<Ref>) {
    let [stop, chosen] = [stop, chosen].map(|target| target.map(|target| target.to_string()));
    let mut next = list.first_element_child();
    while let Some(option) = next {
        let name = option.get_attribute(NAME);
        let _ = option.set_attribute("tabindex", if name == stop { "0" } else { "-1" });
        let selected = if name == chosen { "true" } else { "false" };
        let _ = option.set_attribute("aria-selected", selected);
        next = option.next_element_sibling();
    }
}

/// What a key does.
enum Act {
    /// The focus goes there, or stays.
    Go(Option<Ref>),
    /// It is done already.
    Done,
}

/// What a key does at the option `now`; `None` leaves it to the browser.
fn act(store: Store, now: &Ref, event: &KeyboardEvent) -> Option<Act> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let key = event.key();
    let all = store.visible.get_untracked();
    let at = all.iter().position(|target| target == now)?;
    let to = |index: usize| Some(Act::Go(all.get(index).cloned()));
    if let Some(heading) = Heading::of_key(&key) {
        // The list follows the picture when it rests; positions are those of that picture.
        let spots = store.spots.get_value();
        let found = nearest(&spots, at, heading);
        if found.is_none() {
            store.say(untrack(|| store.t("map.edge")));
        }
        return Some(Act::Go(found.and_then(|index| all.get(index).cloned())));
    }
    match key.as_str() {
        "Home" => to(0),
        "End" => to(all.len() - 1),
        "PageDown" => to((at + 1).min(all.len() - 1)),
        "PageUp" => to(at.saturating_sub(1)),
        "Enter" | " " => {
            store.choose(now.clone());
            Some(Act::Done)
        }
        "Escape" => {
            store.to_map.notify();
            Some(Act::Done)
        }
        letter if letter.chars().count() == 1 => {
            let typed = typed(store, letter, event.time_stamp());
            let atlas = store.atlas();
            let names: Vec<_> = all.iter().filter_map(|target| atlas.names(target)).collect();
            let found = jump(&names, store.lang.get_untracked(), at, &typed)?;
            to(found)
        }
        _ => None,
    }
}

/// The letters typed so far with one more.
fn typed(store: Store, letter: &str, now: f64) -> String {
    let (mut word, last) = store.typed.get_value();
    if now - last > ONE_WORD {
        word.clear();
    }
    word.push_str(letter);
    store.typed.set_value((word.clone(), now));
    word
}

/// The place of an option in the list, and how far it lies from the one before. Screen readers may
/// say the place too, but in a language of their own.
fn position(store: Store, before: Option<&Ref>, target: &Ref) -> String {
    let index = |of: &Ref| store.visible.with(|all| all.iter().position(|one| one == of));
    let Some(at) = index(target) else { return String::new() };
    let total = store.visible.with(Vec::len);
    let window = store.window();
    let spot = |index: usize| {
        store.spots.with_value(|spots| spots.get(index).and_then(|spot| window.invert(*spot)))
    };
    let step = before.filter(|before| *before != target).and_then(&index).and_then(spot);
    let km = step.zip(spot(at)).map(|(from, to)| great_circle::distance_km(from, to));
    let (at, total) = (Arg::Number((at + 1) as f64), Arg::Number(total as f64));
    match km {
        Some(km) => {
            let km = Value::One(km.round());
            let catalogs = &store.atlas().catalogs;
            let distance = present::quantity(catalogs, store.lang.get(), &km, Unit::Km);
            let distance = ("distance", Arg::Word(&distance));
            store.fill("map.step_far", &[("at", at), ("total", total), distance])
        }
        None => store.fill("map.step", &[("at", at), ("total", total)]),
    }
}
