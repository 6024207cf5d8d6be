//! The filters of the claims, each value with how many claims it would leave.

use super::words;
use crate::browser::dom;
use crate::claims::{Audit, Facet, Query, Reading};
use crate::i18n::{Arg, number};
use crate::model::study::CheckState;
use crate::order;
use crate::state::Action;
use crate::ui::store::{Store, use_store};
use leptos::{ev::MouseEvent, html, prelude::*};
use web_sys::Element;

/// Values of a facet that are listed at first.
const MOST: usize = 12;

/// All filters, and how much of the paper was checked.
#[component]
pub fn Filters() -> impl IntoView {
    let store = use_store();
    let counts = Memo::new(move |_| {
        let reading = store.paper.reading.get();
        let query = store.paper.query.get();
        reading.map(|reading| reading.counts(&query).map(|(_, counts)| counts)).unwrap_or_default()
    });
    // On narrow screens they wait behind a button.
    let open = RwSignal::new(false);
    let chosen = move || store.paper.query.with(|query| query.filter.0.len());
    view! {
        <div class="filters" class:filters-open=move || open.get()>
            <button
                type="button"
                class="button filters-toggle"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {store.words("claims.filters")}
                <Show when=move || chosen() != 0>
                    <span class="count">{move || number::plain(store.lang.get(), chosen() as f64)}</span>
                </Show>
            </button>
            <div class="filters-body">
                <Checked/>
                {Facet::ALL
                    .into_iter()
                    .enumerate()
                    .map(|(at, facet)| view! { <Group facet at counts/> })
                    .collect_view()}
            </div>
        </div>
    }
}

/// How much of the paper was checked, and with which outcome, as one bar.
#[component]
fn Checked() -> impl IntoView {
    let store = use_store();
    let shares = move || {
        let reading = store.paper.reading.get()?;
        let shares = Audit::of(&reading.study).checks;
        let all: usize = shares.iter().map(|(_, count)| count).sum();
        let open = shares.iter().filter(|(state, _)| *state == CheckState::NotChecked);
        let checked = all - open.map(|(_, count)| count).sum::<usize>();
        let [checked, all] = [checked, all].map(|n| number::plain(store.lang.get(), n as f64));
        let words = [("n", Arg::Word(&checked)), ("total", Arg::Word(&all))];
        let words = store.fill("claims.checked", &words);
        let bar = shares.into_iter().map(|(state, count)| {
            view! { <span data-state=state.name() style:flex-grow=count.to_string()></span> }
        });
        Some(view! {
            <p class="card-title">{words}</p>
            <div class="shares" aria-hidden="true">{bar.collect_view()}</div>
        })
    };
    view! { <div class="checked">{shares}</div> }
}

/// How many claims have which value of each facet.
type Counts = [Vec<(String, usize)>; 11];

/// One facet.
#[component]
fn Group(facet: Facet, at: usize, counts: Memo<Counts>) -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Ul>::new();
    let own = Memo::new(move |_| counts.with(|counts| counts[at].clone()));
    Effect::new(move |_| {
        let (Some(list), Some(reading)) = (list.get(), store.paper.reading.get()) else { return };
        let query = store.paper.query.get();
        own.with(|counts| write(store, &list, &reading, (facet, counts), &query));
    });
    let press = move |event: MouseEvent| {
        let Some(value) = dom::named(&event, VALUE) else { return };
        let on = |query: &Query| query.filter.0.get(&facet) == Some(&value);
        let on = store.paper.query.with_untracked(on);
        store.dispatch(Action::Narrow(facet, (!on).then_some(value)));
    };
    let chosen =
        Memo::new(move |_| store.paper.query.with(|query| query.filter.0.get(&facet).cloned()));
    // A filter that is on is seen, wherever it was set.
    let open = RwSignal::new(at < 3);
    Effect::new(move |_| {
        if chosen.with(Option::is_some) {
            open.set(true);
        }
    });
    let none = move || chosen.with(Option::is_none) && own.with(Vec::is_empty);
    let title = move || store.t(&format!("facet.{}", facet.name()));
    view! {
        <details
            class="facet"
            prop:open=move || open.get()
            on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))
            hidden=none
        >
            <summary class="card-title">{title}</summary>
            <ul node_ref=list on:click=press></ul>
        </details>
    }
}

/// Names the value of a button.
const VALUE: &str = "data-value";

fn write(
    store: Store,
    list: &Element,
    reading: &Reading,
    (facet, counts): (Facet, &[(String, usize)]),
    query: &Query,
) {
    let focused = list.query_selector(":focus").ok().flatten();
    let focused = focused.and_then(|button| button.get_attribute(VALUE));
    list.set_text_content(None);
    let on = query.filter.0.get(&facet);
    let mut sorted = counts.to_vec();
    sort(facet, &mut sorted);
    // What is chosen stays in sight, with no claims too.
    if let Some(on) = on.filter(|on| sorted.iter().all(|(value, _)| value != *on)) {
        sorted.insert(0, (on.clone(), 0));
    }
    let kept =
        |index: usize, value: &String| index < MOST || facet == Facet::Section || on == Some(value);
    let lang = store.lang.get();
    for (index, (value, count)) in sorted.iter().enumerate() {
        if !kept(index, value) {
            continue;
        }
        let pressed = (on == Some(value)).to_string();
        let attributes = [
            ("type", "button"),
            ("class", "facet-value"),
            (VALUE, value),
            ("aria-pressed", &pressed),
        ];
        let button = dom::append(list, "li", &[], "")
            .and_then(|item| dom::append(&item, "button", &attributes, ""));
        let Some(button) = button else { continue };
        if facet == Facet::Check {
            dom::append(&button, "span", &[("class", "mark"), ("data-state", value)], "");
        }
        dom::append(&button, "span", &[], &words::value(store, reading, facet, value));
        let shown = number::plain(lang, *count as f64);
        if let Some(badge) = dom::append(&button, "span", &[("class", "facet-count")], &shown) {
            let said = store.fill("claims.count", &[("n", Arg::Number(*count as f64))]);
            let _ = badge.set_attribute("title", &said);
        }
    }
    if let Some(focused) = focused {
        dom::focus(list, &format!("[{VALUE}=\"{focused}\"]"));
    }
}

/// States and kinds in their own order, decades by time, sections by the paper, all else by how much
/// is said of it.
fn sort(facet: Facet, counts: &mut [(String, usize)]) {
    match facet {
        Facet::Section => {}
        Facet::Kind | Facet::Check | Facet::Citation => {
            let names = facet.names();
            order::sort_by_key(counts, |(value, _)| names.iter().position(|name| name == value));
        }
        Facet::Decade => {
            order::sort_by_key(counts, |(value, _)| value.parse::<i16>().unwrap_or_default())
        }
        _ => order::sort_by(counts, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))),
    }
}
