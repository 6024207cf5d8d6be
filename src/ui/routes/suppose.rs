//! What the reader may suppose: scenarios, each with its event and source, and straits to close.

use crate::browser::dom;
use crate::i18n::Arg;
use crate::model::network::Scenario;
use crate::network::Query;
use crate::present::routes as words;
use crate::ui::cites::cite;
use crate::ui::icon::{Icon, IconView};
use crate::ui::store::{Store, use_store};
use leptos::{ev::MouseEvent, html, prelude::*};

/// Names the scenario of a switch.
const SCENARIO: &str = "data-scenario";

/// Scenarios as switches, and what is closed as chips.
#[component]
pub fn Suppose() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let list = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        let (Some(list), Some(graph)) = (list.get(), plan.graph.get()) else { return };
        let trip = plan.trip.get();
        dom::rewrite(&list, SCENARIO, || {
            for scenario in &graph.network.scenarios {
                let on = is_on(&trip.query, scenario);
                row(store, &list, scenario, on);
            }
        });
    });
    let press = move |event: MouseEvent| {
        let Some(id) = dom::named(&event, SCENARIO) else { return };
        let graph = plan.graph.get_untracked();
        let scenario = graph
            .as_ref()
            .and_then(|graph| graph.network.scenarios.iter().find(|found| found.id.as_str() == id));
        if let Some(scenario) = scenario {
            switch(store, scenario);
        }
    };
    let closed = move || {
        let ids = plan.trip.with(|trip| trip.query.closed.clone());
        let graph = plan.graph.get();
        let network = graph.as_ref().map(|graph| graph.network.as_ref());
        let (atlas, lang) = (store.atlas(), store.lang.get());
        let chip = |id: String| {
            let name = crate::present::routes::closable(&atlas, lang, network, &id);
            let label = store.fill("route.open", &[("name", Arg::Text(&name))]);
            view! {
                <li>
                    <button type="button" class="chip" aria-label=label on:click=move |_| store.toggle_closed(&id)>
                        {name}<IconView icon=Icon::Close/>
                    </button>
                </li>
            }
        };
        ids.into_iter().map(chip).collect_view()
    };
    // What the closures cost can only be told beside the answer without them.
    let open = Memo::new(move |_| {
        let query = plan.trip.with(|trip| trip.query.clone());
        let graph = plan.graph.get().filter(|_| !query.closed.is_empty())?;
        let query = Query { closed: Vec::new(), count: 1, ..query };
        let best = crate::network::routes(&graph, &query).ok()?.routes.into_iter().next()?;
        Some((best.hours.mid, best.usd.mid))
    });
    let without = move || {
        let (hours, usd) = open.get()?;
        let (atlas, lang) = (store.atlas(), store.lang.get());
        let time = words::duration(&atlas.catalogs, lang, hours);
        let price = words::money(&atlas.catalogs, lang, usd);
        let given = [("time", Arg::Word(&time)), ("price", Arg::Word(&price))];
        Some(store.fill("route.without", &given))
    };
    view! {
        <details class="sources">
            <summary class="rule-head">{store.words("route.suppose")}</summary>
            <p class="meta">{store.words("route.close_hint")}</p>
            <ul class="scenarios" node_ref=list on:click=press></ul>
        </details>
        <Show when=move || plan.trip.with(|trip| !trip.query.closed.is_empty())>
            <p class="legend">{store.words("route.closed")}</p>
            <ul class="chips">{closed}</ul>
            <p class="meta">{without}</p>
        </Show>
    }
}

fn row(store: Store, list: &web_sys::Element, scenario: &Scenario, on: bool) {
    let Some(item) = dom::append(list, "li", &[("class", "scenario")], "") else { return };
    let id = scenario.id.to_string();
    let attributes = [
        ("type", "button"),
        ("class", "switch"),
        ("role", "switch"),
        ("aria-checked", if on { "true" } else { "false" }),
        (SCENARIO, &id),
    ];
    dom::append(&item, "button", &attributes, &store.name(&scenario.names));
    dom::append(&item, "p", &[("class", "meta")], &store.name(&scenario.text));
    cite(store, &item, &scenario.sources);
}

/// Whether the question supposes all that the scenario does.
fn is_on(query: &Query, scenario: &Scenario) -> bool {
    let closed = scenario.closed.iter().all(|id| query.closed.contains(id));
    let statuses = scenario.statuses.iter().all(|status| query.statuses.contains(status));
    closed && statuses && (scenario.month.is_none() || scenario.month == query.month)
}

fn switch(store: Store, scenario: &Scenario) {
    store.plan(|trip| {
        let query = &mut trip.query;
        if is_on(query, scenario) {
            query.closed.retain(|id| !scenario.closed.contains(id));
            query.month = query.month.filter(|_| scenario.month.is_none());
            if !scenario.statuses.is_empty() {
                query.statuses.clear();
            }
        } else {
            let new = scenario.closed.iter().filter(|id| !query.closed.contains(id)).cloned();
            let new: Vec<String> = new.collect();
            query.closed.extend(new);
            query.month = scenario.month.or(query.month);
            if !scenario.statuses.is_empty() {
                query.statuses = scenario.statuses.clone();
            }
        }
    });
}
