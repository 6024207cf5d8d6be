//! Two routes side by side.

use crate::browser::dom;
use crate::i18n::{Arg, number};
use crate::model::fact::Value;
use crate::network::{Graph, Route};
use crate::present::routes as words;
use crate::present::routes::letter;
use crate::ui::store::{Store, use_store};
use crate::units::Unit;
use leptos::{html, prelude::*};
use web_sys::Element;

/// The choice of the other route, and the table of both.
#[component]
pub fn Beside() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let rows = NodeRef::<html::Tbody>::new();
    let count = move || plan.with_answer(|_, answer| answer.routes.len()).unwrap_or_default();
    let pick = move || plan.pick() + 1;
    let other = move || {
        let other = plan.trip.with(|trip| trip.beside.map(usize::from))?;
        (other != pick() && other <= count()).then_some(other)
    };
    let options = move || {
        let option = move |n: usize| {
            let name = store.fill("route.beside_letter", &[("letter", Arg::Word(&letter(n - 1)))]);
            view! { <option value=n.to_string() selected=move || other() == Some(n)>{name}</option> }
        };
        (1..=count()).filter(|n| *n != pick()).map(option).collect_view()
    };
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse().ok();
        store.look(|trip| trip.beside = chosen);
    };
    Effect::new(move |_| {
        let Some(rows) = rows.get() else { return };
        store.lang.track();
        rows.set_text_content(None);
        let Some(other) = other() else { return };
        plan.with_answer(|graph, answer| {
            let pair = [answer.routes.get(pick() - 1), answer.routes.get(other - 1)];
            if let [Some(own), Some(other)] = pair {
                compare(store, &rows, graph, [own, other]);
            }
        });
    });
    view! {
        <div hidden=move || { count() < 2 }>
            <label class="set">
                <span class="legend">{store.words("route.beside")}</span>
                <select on:change=choose>
                    <option value="" selected=move || other().is_none()>{store.words("route.beside_none")}</option>
                    {options}
                </select>
            </label>
            <table class="legs" aria-label=store.words("route.beside") hidden=move || other().is_none()>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{move || letter(pick() - 1)}</th>
                        <th scope="col">{move || other().map(|n| letter(n - 1))}</th>
                    </tr>
                </thead>
                <tbody node_ref=rows></tbody>
            </table>
        </div>
    }
}

fn compare(store: Store, rows: &Element, graph: &Graph, pair: [&Route; 2]) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let catalogs = &atlas.catalogs;
    let plain = |n: usize| number::plain(lang, n as f64);
    let percent = |share: f64| {
        let value = Value::One((share * 100.0).round());
        crate::present::quantity(catalogs, lang, &value, Unit::Percent)
    };
    let straits = |route: &Route| {
        let names = route
            .chokepoints
            .iter()
            .map(|id| words::closable(&atlas, lang, Some(&graph.network), id.as_str()));
        let names: Vec<String> = names.collect();
        match names.is_empty() {
            true => plain(0),
            false => {
                crate::present::list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>())
            }
        }
    };
    let row = |key: &str, of: &dyn Fn(&Route) -> String| {
        let Some(row) = dom::append(rows, "tr", &[], "") else { return };
        dom::append(&row, "th", &[("scope", "row")], &store.t(key));
        for route in pair {
            if let Some(cell) = dom::append(&row, "td", &[], "") {
                dom::append(&cell, "bdi", &[("class", "value small")], &of(route));
            }
        }
    };
    row("route.by.time", &|route| words::duration(catalogs, lang, route.hours.mid));
    row("route.row.range", &|route| words::durations(catalogs, lang, route.hours));
    row("route.by.cost", &|route| words::moneys(catalogs, lang, route.usd));
    row("route.by.distance", &|route| crate::present::distance(catalogs, lang, route.km));
    row("route.row.straits", &straits);
    row("route.row.borders", &|route| plain(route.borders));
    row("route.row.gauges", &|route| plain(route.gauge_breaks));
    row("route.row.changes", &|route| plain(route.transhipments));
    row("route.row.evidence", &|route| percent(route.time_share.sourced));
}
