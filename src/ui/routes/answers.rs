//! The routes that answer, one card each, on one axis.

use super::bars;
use crate::browser::dom;
use crate::export::records::routes::refusal;
use crate::i18n::{Arg, number};
use crate::network::{Answer, Graph, QueryError, Route, waits};
use crate::present::routes as words;
use crate::present::routes::letter;
use crate::ui::store::{Store, use_store};
use leptos::{ev::MouseEvent, html, prelude::*};
use web_sys::Element;

/// Names the route of a card, from 1, and the thing that opens a way.
const PICK: &str = "data-pick";
const OPEN: &str = "data-open";

/// The cards.
#[component]
pub fn Answers() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(list), Some(graph)) = (list.get(), plan.graph.get()) else { return };
        store.lang.track();
        let pick = plan.pick();
        let write = |answer: &Option<Result<Answer, QueryError>>| match answer {
            None => {}
            Some(Err(error)) => {
                let catalogs = &store.atlas().catalogs;
                let error = named(store, &graph, error);
                let text = refusal(catalogs, store.lang.get(), &error);
                dom::append(&list, "p", &[("class", "refusal"), ("role", "alert")], &text);
            }
            Some(Ok(answer)) if answer.routes.is_empty() => none(store, &list, &graph, answer),
            Some(Ok(answer)) => {
                let most = answer.routes.iter().map(|route| route.hours.high).fold(0.0, f64::max);
                let dear = answer.routes.iter().map(|route| route.usd.high).fold(0.0, f64::max);
                for (index, route) in answer.routes.iter().enumerate() {
                    card(store, &list, &graph, route, [index, pick], [most, dear], &answer.ranges);
                }
            }
        };
        plan.answer.with(|answer| dom::rewrite(&list, PICK, || write(answer)));
    });
    let press = move |event: MouseEvent| {
        if let Some(pick) = dom::named(&event, PICK).and_then(|pick| pick.parse().ok()) {
            store.look(|trip| trip.pick = pick);
        } else if let Some(id) = dom::named(&event, OPEN) {
            open(store, &id);
        }
    };
    let count = move || plan.with_answer(|_, answer| answer.routes.len()).unwrap_or_default();
    let any = Memo::new(move |_| count() > 0);
    let said = move || store.fill("route.found", &[("n", Arg::Number(count() as f64))]);
    view! {
        <div class="table-tools">
            <h3 class="rule-head"><span role="status">{said}</span></h3>
            <Show when=move || any.get()>
                <button type="button" class="button" on:click=move |_| store.fly_to_routes()>
                    {store.words("panel.on_map")}
                </button>
            </Show>
        </div>
        <div class="answers" node_ref=list on:click=press></div>
        <Show when=move || any.get()><p class="meta">{store.words("route.bars")}</p></Show>
    }
}

fn card(
    store: Store,
    list: &Element,
    graph: &Graph,
    route: &Route,
    [index, pick]: [usize; 2],
    [most, dear]: [f64; 2],
    ranges: &[[f64; 3]],
) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let catalogs = &atlas.catalogs;
    let number = (index + 1).to_string();
    let pressed = if index == pick { "true" } else { "false" };
    let attributes = [
        ("type", "button"),
        ("class", "answer"),
        ("aria-pressed", pressed),
        (PICK, number.as_str()),
    ];
    let Some(card) = dom::append(list, "button", &attributes, "") else { return };
    if let Some(head) = dom::append(&card, "span", &[("class", "answer-head")], "") {
        dom::append(&head, "span", &[("class", "letter")], &letter(index));
        dom::append(&head, "b", &[("class", "answer-name")], &words::modes(catalogs, lang, route));
        let days = words::duration(catalogs, lang, route.hours.mid);
        dom::append(&head, "bdi", &[("class", "answer-days")], &days);
    }
    dom::append(&card, "span", &[("class", "sub")], &through(store, graph, route));
    for (range, most, share, text) in [
        (route.hours, most, route.time_share, words::durations(catalogs, lang, route.hours)),
        (route.usd, dear, route.price_share, words::moneys(catalogs, lang, route.usd)),
    ] {
        let Some(row) = dom::append(&card, "span", &[("class", "range-row")], "") else { return };
        bars::range(&row, range, most, bars::is_firm(share));
        dom::append(&row, "bdi", &[("class", "range-words")], &text);
    }
    let mut facts = vec![crate::present::distance(catalogs, lang, route.km)];
    let straits: Vec<String> = route
        .chokepoints
        .iter()
        .map(|id| words::closable(&atlas, lang, Some(&graph.network), id.as_str()))
        .collect();
    facts.push(match straits.is_empty() {
        true => store.t("route.no_strait"),
        false => {
            crate::present::list(lang, &straits.iter().map(String::as_str).collect::<Vec<_>>())
        }
    });
    for (key, count) in [
        ("route.borders", route.borders),
        ("route.gauges", route.gauge_breaks),
        ("route.changes", route.transhipments),
    ] {
        if count > 0 {
            facts.push(store.fill(key, &[("n", Arg::Number(count as f64))]));
        }
    }
    dom::append(&card, "span", &[("class", "meta facts")], &facts.join(" · "));
    let waits = waits(graph, ranges, route);
    if waits.iter().any(|wait| *wait > 0.0) {
        months(store, &card, &waits);
    }
    if let Some(row) = dom::append(&card, "span", &[("class", "evidence")], "") {
        bars::share(&row, route.time_share);
        let percent = number::plain(lang, (route.time_share.sourced * 100.0).round());
        let text = store.fill("route.evidence", &[("n", Arg::Word(&percent))]);
        dom::append(&row, "span", &[("class", "meta")], &text);
    }
}

/// In which months the route waits for the season: a bar of twelve, and the same in words.
fn months(store: Store, card: &Element, waits: &[f64]) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let bar = [("class", "months"), ("dir", "ltr"), ("aria-hidden", "true")];
    let Some(row) = dom::append(card, "span", &bar, "") else { return };
    let mut said = Vec::new();
    for (month, wait) in (1_u8..).zip(waits) {
        let shut = *wait > 0.0;
        dom::append(&row, "span", &[("class", if shut { "month shut" } else { "month" })], "");
        if shut {
            let name = crate::i18n::date::month(&atlas.catalogs, lang, month);
            said.push(format!("{name}: {}", words::duration(&atlas.catalogs, lang, *wait)));
        }
    }
    dom::append(&row, "span", &[("class", "meta")], &store.t("route.months"));
    dom::append(card, "span", &[("class", "meta")], &said.join(" · "));
}

/// Where the legs meet.
fn through(store: Store, graph: &Graph, route: &Route) -> String {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let inner = route.legs.iter().skip(1).map(|leg| leg.from);
    let names: Vec<String> =
        inner.map(|node| words::node(&atlas, lang, &graph.network, node)).collect();
    let list = crate::present::list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>());
    match names.is_empty() {
        true => store.t("route.direct"),
        false => store.fill("route.through", &[("list", Arg::Word(&list))]),
    }
}

/// The refusal with names for its ids.
fn named(store: Store, graph: &Graph, error: &QueryError) -> QueryError {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let network = &graph.network;
    let name = |id: &String| words::closable(&atlas, lang, Some(network), id);
    match error {
        QueryError::UnknownPlace(id) => QueryError::UnknownPlace(name(id)),
        QueryError::UnknownClosure(id) => QueryError::UnknownClosure(name(id)),
        QueryError::SameEnds(id) => QueryError::SameEnds(name(id)),
        QueryError::Contradiction(id) => QueryError::Contradiction(name(id)),
        QueryError::BadAssumption(id) => {
            let found = network.assumptions.iter().find(|one| one.id.as_str() == id);
            let name = found.map(|found| words::assumption(&atlas, lang, network, found));
            QueryError::BadAssumption(name.unwrap_or_else(|| id.clone()))
        }
        other => other.clone(),
    }
}

/// What stands in the way, with a button for each thing that would open one.
fn none(store: Store, list: &Element, graph: &Graph, answer: &Answer) {
    let Some(blocked) = &answer.blocked else { return };
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let name = |id: &str| words::closable(&atlas, lang, Some(&graph.network), id);
    let text = words::blocked(&atlas.catalogs, lang, blocked, &name);
    let Some(card) = dom::append(list, "div", &[("class", "refusal"), ("role", "alert")], "")
    else {
        return;
    };
    dom::append(&card, "b", &[], &store.t("route.none"));
    dom::append(&card, "p", &[], &text);
    for block in &blocked.by {
        use crate::network::Block;
        let (id, label) = match block {
            Block::Closed(id) => {
                (id.as_str(), store.fill("route.open", &[("name", Arg::Text(&name(id)))]))
            }
            Block::Modes => ("modes", store.t("route.all_modes")),
            Block::Statuses => ("statuses", store.t("route.all_statuses")),
            Block::Vessel => ("vessel", store.t("route.all_vessels")),
        };
        dom::append(
            &card,
            "button",
            &[("type", "button"), ("class", "button"), (OPEN, id)],
            &label,
        );
    }
}

fn open(store: Store, id: &str) {
    store.plan(|trip| match id {
        "modes" => trip.query.modes.clear(),
        "statuses" => trip.query.statuses = crate::model::line::Status::ALL.to_vec(),
        "vessel" => trip.query.vessel = None,
        id => trip.query.closed.retain(|closed| closed != id),
    });
}
