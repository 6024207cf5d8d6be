//! The sources of the atlas, one row each, with what rests on it: what would fall with a source that is wrong.

use super::cites::outside;
use super::claims::{self, CLAIM};
use super::panel::evidence;
use super::places::AT;
use super::store::{Store, use_store};
use super::timeline::{EVENT, THING, chip};
use crate::browser::dom;
use crate::i18n::number;
use crate::model::{network::Network, source::Source};
use crate::present::routes as words;
use crate::present::sources::{Resting, register};
use crate::state::Page;
use leptos::{html, prelude::*};
use web_sys::Element;

/// Names the finding, or the figures of trade, that a button leads to.
const FINDING: &str = "data-finding";
const TRADE: &str = "data-trade";

/// The value of [`AT`] for a source.
pub fn place_of(source: &crate::model::id::Id) -> String {
    format!("source:{source}")
}

/// The list; folded until it is asked for, since it has hundreds of rows.
#[component]
pub fn Register() -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |_| {
        if store.sought().is_some_and(|part| part.starts_with("source")) {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        let (Some(list), Some(reading), true) = (list.get(), store.paper.reading.get(), open.get())
        else {
            return;
        };
        store.load_graph();
        store.lang.track();
        let graph = store.plan.graph.get();
        let network = graph.as_ref().map(|graph| graph.network.as_ref());
        let resting = register(&store.atlas(), &reading.study, network);
        list.set_text_content(None);
        let more = network.map(|network| network.sources.as_slice()).unwrap_or_default();
        for source in store.atlas().sources.iter().chain(more) {
            row(store, &list, source, resting.get(&source.id), network);
        }
        if let Ok(Some(page)) = list.closest(".page") {
            store.arrive(Page::Sources, &page);
        }
    });
    let press = move |event: leptos::ev::MouseEvent| {
        if let Some(id) = claims::named(&event) {
            store.read_claim(id);
        } else if let Some(thing) = dom::named(&event, THING) {
            if let Ok(thing) = store.atlas().resolve(&thing) {
                store.go_to(thing);
            }
        } else if let Some(id) = dom::named(&event, EVENT) {
            store.seek(Page::Timeline, format!("event:{id}"));
        } else if let Some(id) = dom::named(&event, FINDING) {
            store.seek(Page::Sources, format!("finding:{id}"));
        } else if dom::named(&event, TRADE).is_some() {
            store.seek(Page::Timeline, "trade".to_owned());
        }
    };
    let count = move || number::plain(store.lang.get(), store.atlas().source_count() as f64);
    view! {
        <details
            class="sources register"
            data-at="sources"
            prop:open=move || open.get()
            on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))
        >
            <summary class="rule-head">
                {store.words("audit.register")}<span class="count">{count}</span>
            </summary>
            <p class="meta">{store.words("audit.register_lead")}</p>
            <ol class="source-list" node_ref=list on:click=press></ol>
        </details>
    }
}

fn row(
    store: Store,
    list: &Element,
    source: &Source,
    resting: Option<&Resting>,
    network: Option<&Network>,
) {
    let place = place_of(&source.id);
    let Some(item) = dom::append(list, "li", &[(AT, &place)], "") else { return };
    let lang = evidence::lang_of(&source.title);
    match evidence::address(source) {
        Some(url) => outside(&item, &url, &source.title, ("lang", lang)),
        None => dom::append(&item, "bdi", &[("lang", lang)], &source.title),
    };
    if let Some(notes) = dom::append(&item, "span", &[("class", "meta notes")], "") {
        for note in evidence::notes(store, source) {
            dom::append(&notes, "bdi", &[], &note);
        }
    }
    let Some(resting) = resting else { return };
    let Some(chips) = dom::append(&item, "ul", &[("class", "chips")], "") else { return };
    let atlas = store.atlas();
    for thing in &resting.things {
        if let Some(names) = atlas.names(thing) {
            chip(&chips, THING, &thing.to_string(), names.get(store.lang.get_untracked()));
        }
    }
    for claim in &resting.claims {
        chip(&chips, CLAIM, &claim.to_string(), &claim.to_string());
    }
    for (key, label, ids) in
        [(EVENT, "time.events", &resting.events), (FINDING, "audit.title", &resting.findings)]
    {
        if let Some(first) = ids.first() {
            chip(&chips, key, first.as_str(), &counted(store, label, ids.len()));
        }
    }
    if resting.trade > 0 {
        chip(&chips, TRADE, "", &counted(store, "time.trade", resting.trade));
    }
    let Some(network) = network else { return };
    let mut rest: Vec<String> = resting
        .assumptions
        .iter()
        .map(|index| {
            let found = &network.assumptions[*index];
            words::assumption(&atlas, store.lang.get_untracked(), network, found)
        })
        .collect();
    if resting.links > 0 {
        rest.push(counted(store, "audit.links", resting.links));
    }
    if resting.notices > 0 {
        rest.push(counted(store, "audit.notices", resting.notices));
    }
    if !rest.is_empty() {
        dom::append(&item, "p", &[("class", "meta")], &rest.join(" · "));
    }
}

/// What it is, and how many of it.
fn counted(store: Store, key: &str, n: usize) -> String {
    let n = number::plain(store.lang.get_untracked(), n as f64);
    format!("{}: {n}", untrack(|| store.t(key)))
}
