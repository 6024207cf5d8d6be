//! The page of time: events in the paper and around it, and figures of trade, each chart with its
//! table.

use super::cites::cite;
use super::claims::{self, CLAIM, Waiting, words};
use super::places::AT;
use super::print_foot::PrintFoot;
use super::segments::Segments;
use super::store::{Store, use_store};
use crate::browser::{dom, download, scroll};
use crate::claims::Reading;
use crate::export::chart::{self, Span};
use crate::i18n::number;
use crate::model::{
    fact::Value,
    study::{Event, Origin, TradePoint},
};
use crate::present;
use crate::state::{Action, Page, STARTS, Times};
use crate::units::Unit;
use leptos::{ev::MouseEvent, html, prelude::*};
use web_sys::Element;

/// Names the event and the thing of a control.
pub(super) const EVENT: &str = "data-event";
pub(super) const THING: &str = "data-thing";

/// With it the timeline begins.
const FIRST: i16 = 1948;

/// The page.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let store = use_store();
    let times = Memo::new(move |_| store.state.with(|state| state.times));
    let page = NodeRef::<html::Article>::new();
    let drawing = NodeRef::<html::Div>::new();
    let rows = NodeRef::<html::Tbody>::new();
    let trade = NodeRef::<html::Div>::new();
    let trade_rows = NodeRef::<html::Tbody>::new();
    let span =
        move || Span { from: times.get().since.unwrap_or(FIRST), to: store.atlas().date.year };
    let events = move |reading: &Reading| -> Vec<Event<String>> {
        let wanted = |event: &&Event<String>| {
            span().holds(event) && (!times.get().in_paper || event.origin == Origin::Paper)
        };
        reading.study.events.iter().filter(wanted).cloned().collect()
    };
    let svg = move || {
        let reading = store.paper.reading.get()?;
        Some(chart::timeline(&events(&reading), span(), store.lang.get(), &store.t("time.events")))
    };
    let trade_svg = move || {
        let reading = store.paper.reading.get()?;
        Some(trade_chart(store, &reading))
    };
    Effect::new(move |_| {
        if let (Some(drawing), Some(svg)) = (drawing.get(), svg()) {
            crate::browser::drawing::show(&drawing, &svg);
        }
    });
    Effect::new(move |_| {
        if let (Some(rows), Some(reading)) = (rows.get(), store.paper.reading.get()) {
            rows.set_text_content(None);
            events(&reading).iter().for_each(|event| event_row(store, &rows, event));
            if let Some(page) = page.get_untracked() {
                store.arrive(Page::Timeline, &page);
            }
        }
    });
    Effect::new(move |before: Option<()>| {
        if store.sought().is_some()
            && before.is_some()
            && let Some(page) = page.get_untracked()
        {
            store.arrive(Page::Timeline, &page);
        }
    });
    Effect::new(move |_| {
        if let (Some(trade), Some(svg)) = (trade.get(), trade_svg()) {
            crate::browser::drawing::show(&trade, &svg);
        }
    });
    Effect::new(move |_| {
        if let (Some(rows), Some(reading)) = (trade_rows.get(), store.paper.reading.get()) {
            rows.set_text_content(None);
            reading.study.trade.iter().for_each(|point| trade_row(store, &rows, point));
        }
    });
    let press = move |event: MouseEvent| {
        if let Some(id) = claims::named(&event) {
            store.read_claim(id);
        } else if let Some(thing) = dom::named(&event, THING) {
            if let Ok(thing) = store.atlas().resolve(&thing) {
                store.go_to(thing);
            }
        } else if let Some(name) = dom::around(&event, "svg").and(dom::named(&event, EVENT)) {
            show_row(&event, &name);
        }
    };
    let since = |from: i16| {
        Signal::derive(move || {
            let year = number::ungrouped(store.lang.get(), f64::from(from));
            store.fill("time.since", &[("year", crate::i18n::Arg::Word(&year))])
        })
    };
    let starts = [None, Some(STARTS[0]), Some(STARTS[1])];
    let chosen =
        move || starts.iter().position(|from| *from == times.get().since).unwrap_or_default();
    let waits = move || store.paper.reading.with(Option::is_none);
    view! {
        <article
            class="page"
            tabindex="-1"
            node_ref=page
            on:click=press
            on:scroll=move |event| store.leave(Page::Timeline, &event_target::<Element>(&event))
        >
            <div class="page-body">
                <h2 class="title">{store.words("page.timeline")}</h2>
                <Show when=waits><Waiting/></Show>
                <div hidden=waits>
                    <h3 class="rule-head">{store.words("time.events")}</h3>
                    <div class="table-tools">
                        <Segments
                            label="time.range"
                            names=starts.map(|from| since(from.unwrap_or(FIRST))).to_vec()
                            chosen=Signal::derive(chosen)
                            choose=Callback::new(move |index: usize| {
                                let since = starts[index];
                                store.dispatch(Action::SetTimes(Times { since, ..times.get_untracked() }));
                            })
                        />
                        <label class="check">
                            <input
                                type="checkbox"
                                prop:checked=move || times.get().in_paper
                                on:change=move |event| {
                                    let in_paper = event_target_checked(&event);
                                    store.dispatch(Action::SetTimes(Times { in_paper, ..times.get_untracked() }));
                                }
                            />
                            <span>{store.words("time.paper_only")}</span>
                        </label>
                    </div>
                    <div
                        class="chart-box newest"
                        tabindex="0"
                        role="group"
                        aria-label=store.words("time.events")
                        node_ref=drawing
                    ></div>
                    <p class="meta legend">
                        <span class={"dot-key filled"}></span>{store.words("time.in_paper")}" "
                        <span class={"dot-key"}></span>{store.words("time.around")}
                    </p>
                    <SaveChart name="events.svg" svg=Box::new(svg)/>
                    <table class="events-table" aria-label=store.words("time.events")><tbody node_ref=rows></tbody></table>
                    <h3 class="rule-head" data-at="trade">{store.words("time.trade")}</h3>
                    <p class="lead">{store.words("time.trade_lead")}</p>
                    <div
                        class="chart-box newest"
                        tabindex="0"
                        role="group"
                        aria-label=store.words("time.trade")
                        node_ref=trade
                    ></div>
                    <p class="meta legend">{store.words("time.trade_key")}</p>
                    <SaveChart name="trade.svg" svg=Box::new(trade_svg)/>
                    <details class="sources">
                        <summary class="rule-head">{store.words("time.as_table")}</summary>
                        <table class="events-table" aria-label=store.words("time.trade")><tbody node_ref=trade_rows></tbody></table>
                    </details>
                    <PrintFoot/>
                </div>
            </div>
        </article>
    }
}

/// The button that saves a chart as a file.
#[component]
fn SaveChart(name: &'static str, svg: Box<dyn Fn() -> Option<String> + Send>) -> impl IntoView {
    let store = use_store();
    let save = move |_| {
        if let Some(svg) = untrack(&svg) {
            download::save_text(&chart::file(&svg), "image/svg+xml", name);
        }
    };
    view! {
        <button type="button" class="button" on:click=save>{store.words("time.save")}</button>
    }
}

fn million(store: Store, value: f64) -> String {
    let catalogs = &store.atlas().catalogs;
    let (value, unit) = match value >= 1_000.0 {
        true => (value / 1_000.0, Unit::UsdBillion),
        false => (value, Unit::UsdMillion),
    };
    present::quantity(catalogs, store.lang.get(), &Value::One(value), unit)
}

fn trade_chart(store: Store, reading: &Reading) -> String {
    let partner = |code: &str| store.t(&format!("country.{code}"));
    let words = chart::Words {
        title: &store.t("time.trade"),
        million: &|value| million(store, value),
        partner: &partner,
        in_paper: &store.t("time.in_paper"),
    };
    chart::trade(&reading.study.trade, store.lang.get(), &words)
}

fn event_row(store: Store, rows: &Element, event: &Event<String>) {
    let id = event.id.to_string();
    let place = format!("event:{id}");
    let Some(row) = dom::append(rows, "tr", &[(EVENT, &id), (AT, &place)], "") else { return };
    let (class, origin) = match event.origin {
        Origin::Paper => ("dot-key filled", "time.in_paper"),
        _ => ("dot-key", "time.around"),
    };
    if let Some(when) = dom::append(&row, "th", &[("scope", "row")], "") {
        dom::append(&when, "span", &[("class", class)], "");
        dom::append(&when, "bdi", &[], &words::period(store, &event.period));
        dom::append(&when, "span", &[("class", "sr-only")], &format!(" ({})", store.t(origin)));
    }
    let Some(cell) = dom::append(&row, "td", &[], "") else { return };
    dom::append(&cell, "p", &[("lang", event.lang.code())], &event.text);
    cite(store, &cell, &event.sources);
    let Some(chips) = dom::append(&cell, "ul", &[("class", "chips")], "") else { return };
    for claim in &event.claims {
        chip(&chips, CLAIM, &claim.to_string(), &claim.to_string());
    }
    let things = event.places.iter().chain(&event.projects).chain(&event.institutions);
    let atlas = store.atlas();
    for thing in things.filter_map(|id| atlas.resolve(id.as_str()).ok()) {
        if let Some(names) = atlas.names(&thing) {
            chip(&chips, THING, &thing.to_string(), &store.name(names));
        }
    }
}

/// A button of a list that leads to what `key` and `value` name.
pub(super) fn chip(list: &Element, key: &str, value: &str, text: &str) {
    let attributes = [("type", "button"), ("class", "chip"), (key, value)];
    if let Some(item) = dom::append(list, "li", &[], "") {
        dom::append(&item, "button", &attributes, text);
    }
}

fn trade_row(store: Store, rows: &Element, point: &TradePoint<String>) {
    let Some(row) = dom::append(rows, "tr", &[], "") else { return };
    let partner = store.t(&format!("country.{}", point.partner));
    let period = point.period.clone().unwrap_or_else(|| store.t("time.undated"));
    if let Some(head) = dom::append(&row, "th", &[("scope", "row")], "") {
        dom::append(&head, "span", &[], &partner);
        dom::append(&head, "bdi", &[("class", "meta")], &format!(" {period}"));
    }
    let Some(cell) = dom::append(&row, "td", &[], "") else { return };
    if let Some(line) = dom::append(&cell, "p", &[], "") {
        dom::append(&line, "bdi", &[("class", "value")], &million(store, point.total));
        let basis = store.t(&format!("basis.{}", point.basis.name()));
        dom::append(&line, "span", &[("class", "note")], &format!(" {basis} · {}", point.reporter));
    }
    if let Some(note) = &point.note {
        dom::append(&cell, "p", &[("class", "meta")], note);
    }
    cite(store, &cell, point.source.as_slice());
}

/// Brings the row of an event into sight.
fn show_row(event: &MouseEvent, name: &str) {
    let page = dom::around(event, ".page");
    let row = page.as_ref().and_then(|page| {
        if let Ok(Some(before)) = page.query_selector("tr[aria-current]") {
            let _ = before.remove_attribute("aria-current");
        }
        page.query_selector(&format!("tr[{EVENT}=\"{name}\"]")).ok().flatten()
    });
    if let (Some(page), Some(row)) = (page, row) {
        let _ = row.set_attribute("aria-current", "true");
        scroll::within(&page, &row);
    }
}
