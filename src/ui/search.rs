//! Search over all names in all languages and the claims: a combobox with a list of hits.

use super::icon::{Icon, IconView};
use super::store::{Store, use_store};
use super::swatch::{Sample, Swatch};
use crate::i18n::Arg;
use crate::model::id::{Kind, Ref};
use crate::search::{Hit, Index};
use crate::state::Page;
use leptos::{html, prelude::*};

/// Most hits that are listed.
const MOST: usize = 9;

/// The search field and its list.
#[component]
pub fn Search() -> impl IntoView {
    let store = use_store();
    let index = StoredValue::new(None::<Index>);
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let input = NodeRef::<html::Input>::new();
    let hits = Memo::new(move |_| {
        let Some(later) = store.later.get() else { return Vec::new() };
        let query = query.get();
        index.try_update_value(|index| (later.hits)(store, index, &query)).unwrap_or_default()
    });
    let listed = move || {
        open.get() && store.later.get().is_some() && !query.with(|query| query.trim().is_empty())
    };
    let choose = move |goal: Goal| {
        open.set(false);
        let asked = query.get_untracked();
        query.set(String::new());
        match goal {
            Goal::Thing(target) => store.choose(target),
            Goal::Claims => store.find_claims(asked),
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let count = hits.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => {
                event.prevent_default();
                open.set(true);
                active.update(|at| *at = (*at + 1) % count);
            }
            "ArrowUp" if count > 0 => {
                event.prevent_default();
                active.update(|at| *at = (*at + count - 1) % count);
            }
            "Enter" => {
                let goal = hits.with(|hits| hits.get(active.get()).map(|hit| hit.goal.clone()));
                if let Some(goal) = goal {
                    choose(goal);
                }
            }
            "Escape" => {
                open.set(false);
                query.set(String::new());
            }
            _ => {}
        }
        // The map listens to arrows and Escape too; here they are the search's own.
        event.stop_propagation();
    };
    // The active hit stays in sight of the list.
    let list = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        let row = format!("#hit-{}", active.get());
        let row = list.get().and_then(|list| list.query_selector(&row).ok().flatten());
        if let Some(row) = row {
            crate::browser::scroll::into_view(&row);
        }
    });
    let count_said = move || {
        if !listed() {
            return String::new();
        }
        match hits.with(Vec::len) {
            0 => store.fill("search.none", &[("query", Arg::Text(&query.get()))]),
            n => store.fill("search.results", &[("n", Arg::Number(n as f64))]),
        }
    };
    // In the bar, and beside the switches of a phone, there is room for one word only.
    let has_claims = store.has(Page::Claims);
    let hinted = move || has_claims && !store.narrow.get() && store.page.get().has_map();
    let row = move |(at, hit): (usize, Found)| {
        let goal = hit.goal.clone();
        view! {
            <li
                id=format!("hit-{at}")
                role="option"
                class="hit"
                aria-selected=move || (active.get() == at).to_string()
                on:pointerdown=|event| event.prevent_default()
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| choose(goal.clone())
            >
                {hit.sample.map(|sample| view! { <Swatch sample/> })}
                <span class="hit-name"><bdi>{hit.name}</bdi></span>
                <span class="hit-kind">{hit.kind}</span>
                {hit.matched.map(|matched| view! { <span class="hit-other"><bdi>{matched}</bdi></span> })}
            </li>
        }
    };
    view! {
        <div class="search" role="search">
            <IconView icon=Icon::Search/>
            <input
                node_ref=input
                class="search-field"
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                role="combobox"
                aria-autocomplete="list"
                aria-controls="hits"
                aria-expanded=move || (listed() && hits.with(|hits| !hits.is_empty())).to_string()
                aria-activedescendant=move || {
                    (listed() && hits.with(|hits| !hits.is_empty())).then(|| format!("hit-{}", active.get()))
                }
                aria-label=store.words("search.label")
                placeholder=move || store.t(if hinted() { "search.hint" } else { "search.label" })
                prop:value=move || query.get()
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    active.set(0);
                    open.set(true);
                }
                on:focus=move |_| {
                    store.fetch_later();
                    // Its claims are searched too.
                    if has_claims && !store.paper.failed.get_untracked() {
                        store.load_paper(store.lang.get_untracked());
                    }
                    open.set(true);
                }
                on:blur=move |_| open.set(false)
                on:keydown=on_key
            />
            <Show when=move || query.with(|query| !query.is_empty())>
                <button
                    type="button"
                    class="tool search-clear"
                    aria-label=store.words("search.clear")
                    on:click=move |_| {
                        query.set(String::new());
                        if let Some(input) = input.get_untracked() {
                            let _ = input.focus();
                        }
                    }
                >
                    <IconView icon=Icon::Close/>
                </button>
            </Show>
            <p class="sr-only" role="status">{count_said}</p>
            <Show when=move || listed() && hits.with(|hits| !hits.is_empty())>
                <ul
                    id="hits"
                    class="card hits"
                    role="listbox"
                    aria-label=store.words("search.label")
                    node_ref=list
                >
                    {move || hits.get().into_iter().enumerate().map(row).collect_view()}
                </ul>
            </Show>
            <Show when=move || listed() && hits.with(Vec::is_empty)>
                <p class="card hits hit-none" aria-hidden="true">{count_said}</p>
            </Show>
        </div>
    }
}

/// The names that begin or hold what was typed, and the claims, where there is a page for them.
pub(super) fn hits(store: Store, index: &mut Option<Index>, query: &str) -> Vec<Found> {
    let index = index.get_or_insert_with(|| Index::new(&store.atlas()));
    let found = index.search(query, store.lang.get(), MOST);
    let things = found.into_iter().map(|hit| Found::thing(store, hit));
    things.chain(Found::claims(store, query)).collect()
}

/// Where a hit leads.
#[derive(Debug, Clone, PartialEq)]
enum Goal {
    /// To a thing.
    Thing(Ref),
    /// To the claims that hold what was typed.
    Claims,
}

/// A hit ready to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    goal: Goal,
    name: String,
    kind: String,
    /// The name that matched, where it is not the one shown.
    matched: Option<String>,
    sample: Option<Sample>,
}

impl Found {
    /// The row that leads to the claims, where one holds what was typed.
    fn claims(store: Store, query: &str) -> Option<Self> {
        if query.trim().is_empty() || !store.has(Page::Claims) {
            return None;
        }
        let found = store.paper.reading.with(|reading| reading.as_ref()?.finder.search(query))?;
        let count = Arg::Number(found.len() as f64);
        (!found.is_empty()).then(|| Self {
            goal: Goal::Claims,
            name: store.fill("search.claims", &[("n", count)]),
            kind: store.t("page.claims"),
            matched: None,
            sample: None,
        })
    }

    fn thing(store: Store, hit: Hit) -> Self {
        let atlas = store.atlas();
        let id = &hit.target.id;
        let (name, kind, sample) = match hit.target.kind {
            Kind::Place => {
                let place = atlas.place(id);
                let kind = place.map(|place| place.kind);
                (
                    place.map(|place| place.names.clone()),
                    kind.map(|kind| format!("kind.{}", kind.name())),
                    kind.map(Sample::Symbol),
                )
            }
            Kind::Project | Kind::Waterway => {
                let found = atlas.corridor(id);
                (
                    found.map(|found| found.names.clone()),
                    None,
                    found.map(|found| Sample::Line(found.mode, found.status, found.family)),
                )
            }
            Kind::Institution => {
                (atlas.institution(id).map(|found| found.names.clone()), None, None)
            }
        };
        let name = name.map(|names| store.name(&names)).unwrap_or_default();
        let kind = store.t(&kind.unwrap_or_else(|| format!("kind.{}", hit.target.kind.name())));
        let matched = (hit.name != name).then_some(hit.name);
        Self { goal: Goal::Thing(hit.target), name, kind, matched, sample }
    }
}
