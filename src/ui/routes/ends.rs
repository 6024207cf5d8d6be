//! Where the route begins, what it passes and where it ends: typed, or pointed at on the map.

use crate::model::id::Kind;
use crate::order;
use crate::search::Index;
use crate::ui::icon::{Icon, IconView};
use crate::ui::plan::Ask;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;

/// Names the list of places that the fields offer.
const LIST: &str = "route-places";

/// The fields.
#[component]
pub fn Ends() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let index = StoredValue::new(Arc::new(Index::new(&store.atlas())));
    let swap = move |_| {
        store.plan(|trip| {
            let query = &mut trip.query;
            std::mem::swap(&mut query.from, &mut query.to);
            query.via.reverse();
        });
    };
    // Only where links end: other places have no way to them.
    let options = move || {
        let (atlas, lang) = (store.atlas(), store.lang.get());
        let mut names: Vec<String> = plan.graph.with(|graph| {
            let nodes = graph.iter().flat_map(|graph| &graph.network.nodes);
            let places = nodes.filter_map(|node| atlas.place(&node.id));
            places.map(|place| place.names.get(lang).to_owned()).collect()
        });
        order::sort(&mut names);
        names.into_iter().map(|name| view! { <option value=name></option> }).collect_view()
    };
    let via = move || {
        let ids = plan.trip.with(|trip| trip.query.via.clone());
        let chip = move |id: String| {
            let name =
                crate::present::routes::closable(&store.atlas(), store.lang.get(), None, &id);
            let label = store.fill("route.remove", &[("name", crate::i18n::Arg::Text(&name))]);
            let remove = move |_| store.plan(|trip| trip.query.via.retain(|via| *via != id));
            view! {
                <li>
                    <button type="button" class="chip" aria-label=label on:click=remove>
                        {name}<IconView icon=Icon::Close/>
                    </button>
                </li>
            }
        };
        ids.into_iter().map(chip).collect_view()
    };
    view! {
        <div class="ends">
            <Field index ask=Ask::From/>
            <Field index ask=Ask::To/>
            <button
                type="button"
                class="tool swap"
                aria-label=store.words("route.swap")
                title=store.words("route.swap")
                on:click=swap
            >
                <IconView icon=Icon::Swap/>
            </button>
        </div>
        <ul class="chips via">{via}</ul>
        <Show when=move || plan.trip.with(crate::state::Trip::is_whole)>
            <Field index ask=Ask::Via/>
            <p class="meta">{store.words("route.via_hint")}</p>
        </Show>
        <datalist id=LIST>{options}</datalist>
    }
}

/// One field; while it has the focus, a click on the map answers it.
#[component]
fn Field(index: StoredValue<Arc<Index>>, ask: Ask) -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let key = match ask {
        Ask::From => "route.from",
        Ask::To => "route.to",
        Ask::Via => "route.via",
    };
    let value = move || {
        let id = plan.trip.with(|trip| match ask {
            Ask::From => trip.query.from.clone(),
            Ask::To => trip.query.to.clone(),
            Ask::Via => String::new(),
        });
        match id.is_empty() {
            true => id,
            false => crate::present::routes::closable(&store.atlas(), store.lang.get(), None, &id),
        }
    };
    let wrong = RwSignal::new(false);
    let change = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        // Which places there are is not known yet.
        if plan.graph.with_untracked(Option::is_none) {
            return;
        }
        let found = (!text.trim().is_empty()).then(|| find(store, index, &text));
        wrong.set(found == Some(None));
        match (found, ask) {
            (Some(Some(id)), _) => {
                store.answer_with(&id.id, ask);
            }
            (Some(None), _) | (None, Ask::Via) => {}
            (None, Ask::From) => store.plan(|trip| trip.query.from.clear()),
            (None, Ask::To) => store.plan(|trip| trip.query.to.clear()),
        }
    };
    view! {
        <label class="end" class:asked=move || plan.ask.get() == ask>
            <span class="end-name">{move || store.t(key)}</span>
            <input
                type="text"
                class="end-field"
                list=LIST
                autocomplete="off"
                spellcheck="false"
                aria-invalid=move || wrong.get().to_string()
                prop:value=value
                on:focus=move |_| plan.ask.set(ask)
                on:keydown=|event| event.stop_propagation()
                on:change=change
            />
            <Show when=move || wrong.get()>
                <span class="meta" role="alert">{store.words("route.no_such")}</span>
            </Show>
        </label>
    }
}

/// The place of the network whose name fits best.
fn find(store: Store, index: StoredValue<Arc<Index>>, text: &str) -> Option<crate::model::id::Ref> {
    let lang = store.lang.get_untracked();
    let hits = index.with_value(|index| index.search(text, lang, 40));
    let graph = store.plan.graph.get_untracked()?;
    let mut places = hits.into_iter().map(|hit| hit.target).filter(|target| {
        target.kind == Kind::Place && graph.network.node(target.id.as_str()).is_some()
    });
    places.next()
}
