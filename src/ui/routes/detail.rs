//! The route that is looked at: leg by leg with its sources, what touches it, and what it hangs on.

use crate::browser::dom;
use crate::i18n::Arg;
use crate::model::corridor::Corridor;
use crate::model::id::Id;
use crate::model::network::Node;
use crate::network::{By, Graph, Route, Stop, critical};
use crate::present::routes as words;
use crate::present::routes::letter;
use crate::ui::cites::{cite, source};
use crate::ui::store::{Store, use_store};
use crate::ui::timeline::THING;
use leptos::{ev::MouseEvent, html, prelude::*};
use std::collections::HashSet;
use web_sys::Element;

/// Things that a route hangs on which are listed.
const MOST: usize = 8;

/// Names the thing that a button closes.
const CLOSE: &str = "data-close";

/// The sections.
#[component]
pub fn Detail() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let legs = NodeRef::<html::Tbody>::new();
    let notices = NodeRef::<html::Ul>::new();
    let hangs = NodeRef::<html::Ul>::new();
    let hung = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(legs), Some(notices)) = (legs.get(), notices.get()) else { return };
        store.lang.track();
        legs.set_text_content(None);
        notices.set_text_content(None);
        plan.with_route(|graph, _, route| {
            leg_rows(store, &legs, graph, route);
            for index in &route.notices {
                let notice = &graph.network.notices[*index];
                let Some(item) = dom::append(&notices, "li", &[("class", "notice-row")], "") else {
                    return;
                };
                dom::append(&item, "p", &[], &store.name(&notice.text));
                cite(store, &item, &notice.sources);
            }
        });
    });
    // Only while it is open: some forty searches.
    Effect::new(move |_| {
        let (Some(list), true) = (hangs.get(), hung.get()) else { return };
        store.lang.track();
        list.set_text_content(None);
        let query = plan.trip.with(|trip| trip.query.clone());
        let losses = plan.with_answer(|graph, _| (critical(graph, &query), query.by));
        let Some((Ok(losses), by)) = losses else { return };
        let graph = plan.graph.get_untracked();
        for loss in losses.iter().filter(|loss| loss.loss.is_none_or(|loss| loss > 0.5)).take(MOST)
        {
            let network = graph.as_ref().map(|graph| graph.network.as_ref());
            let name = words::closable(&store.atlas(), store.lang.get(), network, loss.id.as_str());
            let figure = match loss.loss {
                None => store.t("route.no_way"),
                Some(more) => {
                    store.fill("route.more", &[("n", Arg::Word(&measured(store, by, more)))])
                }
            };
            let Some(item) = dom::append(&list, "li", &[("class", "hang")], "") else { return };
            let label = store.fill("route.close", &[("name", Arg::Text(&name))]);
            let attributes = [
                ("type", "button"),
                ("class", "link"),
                ("aria-label", label.as_str()),
                ("title", label.as_str()),
                (CLOSE, loss.id.as_str()),
            ];
            dom::append(&item, "button", &attributes, &name);
            dom::append(&item, "bdi", &[("class", "value small")], &figure);
        }
    });
    let press = move |event: MouseEvent| {
        if let Some(thing) =
            dom::named(&event, THING).and_then(|id| store.atlas().resolve(&id).ok())
        {
            store.go_to(thing);
        } else if let Some(id) = dom::named(&event, CLOSE) {
            store.toggle_closed(&id);
        }
    };
    let title = move || store.fill("route.legs", &[("letter", Arg::Word(&letter(plan.pick())))]);
    let any = move || plan.with_route(|_, _, route| !route.notices.is_empty()).unwrap_or(false);
    let found = move || plan.with_answer(|_, answer| !answer.routes.is_empty()).unwrap_or(false);
    view! {
        <div class="route-detail" hidden=move || !found()>
            <div hidden=move || !any()>
                <h3 class="rule-head">{store.words("route.notices")}</h3>
                <ul class="notice-rows" node_ref=notices></ul>
            </div>
            <h3 class="rule-head">{title}</h3>
            <table class="legs" aria-label=title>
                <thead>
                    <tr>
                        <th scope="col">{store.words("route.leg")}</th>
                        <th scope="col">{store.words("route.by.time")}</th>
                        <th scope="col">{store.words("route.by.cost")}</th>
                    </tr>
                </thead>
                <tbody node_ref=legs on:click=press></tbody>
            </table>
            <details class="sources" on:toggle=move |event| hung.set(event_target::<Element>(&event).has_attribute("open"))>
                <summary class="rule-head">{store.words("route.hangs")}</summary>
                <p class="meta">{store.words("route.hangs_lead")}</p>
                <ul class="hangs" node_ref=hangs on:click=press></ul>
            </details>
        </div>
    }
}

fn measured(store: Store, by: By, more: f64) -> String {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    match by {
        By::Time => words::duration(&atlas.catalogs, lang, more),
        By::Cost => words::money(&atlas.catalogs, lang, more),
        By::Distance => crate::present::distance(&atlas.catalogs, lang, more),
    }
}

fn leg_rows(store: Store, rows: &Element, graph: &Graph, route: &Route) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let catalogs = &atlas.catalogs;
    let node = |index| words::node(&atlas, lang, &graph.network, index);
    for leg in &route.legs {
        let Some(row) = dom::append(rows, "tr", &[], "") else { return };
        let Some(head) = dom::append(&row, "th", &[("scope", "row")], "") else { return };
        if let Some(ends) = dom::append(&head, "span", &[("class", "leg-ends")], "") {
            end(&ends, &graph.network.nodes[usize::from(leg.from)], &node(leg.from));
            dom::append(&ends, "span", &[], crate::present::dash(lang));
            end(&ends, &graph.network.nodes[usize::from(leg.to)], &node(leg.to));
        }
        let mode = store.t(&format!("mode.{}", leg.mode.name()));
        let km = crate::present::distance(catalogs, lang, leg.km);
        dom::append(&head, "span", &[("class", "meta")], &format!("{mode}, {km}"));
        along(store, &head, graph, &leg.links);
        let stop = match leg.stop {
            Stop::None => None,
            Stop::Change => Some("route.change"),
            Stop::Gauge => Some("route.gauge"),
        };
        if let Some(key) = stop {
            let wait = words::durations(catalogs, lang, leg.stop_hours);
            let text = store.fill(key, &[("time", Arg::Word(&wait))]);
            dom::append(&head, "span", &[("class", "meta hatched-note")], &text);
        }
        if leg.season > 0.0 {
            let wait = words::duration(catalogs, lang, leg.season);
            let text = store.fill("route.season", &[("time", Arg::Word(&wait))]);
            dom::append(&head, "span", &[("class", "meta hatched-note")], &text);
        }
        if leg.borders > 0 {
            let text = store.fill("route.borders", &[("n", Arg::Number(leg.borders as f64))]);
            dom::append(&head, "span", &[("class", "meta")], &text);
        }
        folded(store, &head, &leg.sources);
        for (mid, range) in [
            (
                words::duration(catalogs, lang, leg.hours.mid),
                words::durations(catalogs, lang, leg.hours),
            ),
            (words::money(catalogs, lang, leg.usd.mid), words::moneys(catalogs, lang, leg.usd)),
        ] {
            let Some(cell) = dom::append(&row, "td", &[], "") else { return };
            dom::append(&cell, "bdi", &[("class", "value small")], &mid);
            dom::append(&cell, "bdi", &[("class", "meta")], &range);
        }
    }
}

/// The corridors of the map that a leg runs along, each the way to its card.
fn along(store: Store, parent: &Element, graph: &Graph, links: &[(u32, bool)]) {
    let atlas = store.atlas();
    let lines = links.iter().filter_map(|(at, _)| graph.network.links[*at as usize].line.as_ref());
    let lines: HashSet<&Id> = lines.collect();
    let on = |corridor: &&Corridor| corridor.lines.iter().any(|line| lines.contains(line));
    let found: Vec<&Corridor> = atlas.corridors.iter().filter(on).collect();
    if found.is_empty() {
        return;
    }
    let label = store.t("route.part_of");
    let Some(row) = dom::append(parent, "span", &[("class", "meta part-of")], &label) else {
        return;
    };
    for corridor in found {
        leads(&row, corridor.id.as_str(), &store.name(&corridor.names));
    }
}

/// A button that leads to a thing.
fn leads(parent: &Element, id: &str, name: &str) -> Option<Element> {
    dom::append(parent, "button", &[("type", "button"), ("class", "link"), (THING, id)], name)
}

/// The end of a leg: where it is a place, the way to its card.
fn end(parent: &Element, node: &Node, name: &str) {
    let id = node.id.as_str();
    match node.place {
        true => leads(parent, id, name),
        false => dom::append(parent, "span", &[], name),
    };
}

/// The sources of a leg, which are many: behind their number.
fn folded(store: Store, parent: &Element, ids: &[Id]) {
    let count = ids.iter().filter(|id| source(store, id).is_some()).count();
    if count == 0 {
        return;
    }
    let Some(fold) = dom::append(parent, "details", &[("class", "fold")], "") else { return };
    let text = store.fill("route.sources", &[("n", Arg::Number(count as f64))]);
    dom::append(&fold, "summary", &[("class", "meta")], &text);
    cite(store, &fold, ids);
}
