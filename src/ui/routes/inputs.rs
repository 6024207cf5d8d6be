//! What the route rests on: the assumptions that move it most, how its time spreads, and all of them to
//! change.

use super::bars;
use crate::browser::dom;
use crate::i18n::{Arg, number};
use crate::network::{Answer, Graph, Range, Route, spread, swings};
use crate::order;
use crate::present::routes as words;
use crate::ui::cites::cite;
use crate::ui::store::{Store, use_store};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Names the assumption of a field and which of its three figures it is.
const INPUT: &str = "data-input";
const PART: &str = "data-part";
/// Names the assumption that a button puts back.
const RESET: &str = "data-reset";
/// Names the assumption whose fields a button leads to.
const LEAD: &str = "data-lead";
/// Columns of the picture of the spread.
const BINS: usize = 24;
/// Swings that are drawn.
const MOST: usize = 8;

/// The sections.
#[component]
pub fn Inputs() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let swung = NodeRef::<html::Ul>::new();
    let picture = NodeRef::<html::Div>::new();
    let fields = NodeRef::<html::Ul>::new();
    let spread_words = RwSignal::new(String::new());
    Effect::new(move |_| {
        let (Some(swung), Some(picture), Some(fields)) = (swung.get(), picture.get(), fields.get())
        else {
            return;
        };
        store.lang.track();
        [&swung as &Element, &picture].iter().for_each(|part| part.set_text_content(None));
        plan.with_route(|graph, answer, route| {
            tornado(store, &swung, graph, answer, route);
            spread_words.set(histogram(store, &picture, graph, answer, route));
            // A field that is being typed in stays.
            if !holds_focus(&fields) {
                fields.set_text_content(None);
                inputs(store, &fields, graph, answer, route);
            }
        });
    });
    let change = move |event: web_sys::Event| {
        let Some(id) = dom::named(&event, INPUT) else { return };
        let Some(row) = dom::around(&event, "li") else { return };
        let figures = figures(&row);
        complain(store, &row, figures.is_none());
        if let Some(figures) = figures {
            store.look(|trip| {
                trip.query.changes.insert(id, figures);
            });
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        if let Some(id) = dom::named(&event, RESET) {
            store.look(|trip| {
                trip.query.changes.remove(&id);
            });
        }
    };
    let open = RwSignal::new(false);
    let lead = move |event: leptos::ev::MouseEvent| {
        let (Some(id), Some(fields)) = (dom::named(&event, LEAD), fields.get_untracked()) else {
            return;
        };
        open.set(true);
        request_animation_frame(move || {
            dom::focus(&fields, &format!("[{INPUT}=\"{id}\"][{PART}=\"mid\"]"));
        });
    };
    let changed = move || plan.trip.with(|trip| trip.query.changes.len());
    let found = move || plan.with_answer(|_, answer| !answer.routes.is_empty()).unwrap_or(false);
    view! {
        // A figure that gives no answer stays, to be mended or put back.
        <div class="route-inputs" hidden=move || !found() && changed() == 0>
            <h3 class="rule-head">{store.words("route.swings")}</h3>
            <ul class="swings" node_ref=swung on:click=lead></ul>
            <h3 class="rule-head">{store.words("route.spread")}</h3>
            <div class="histogram" dir="ltr" aria-hidden="true" node_ref=picture></div>
            <p class="meta">{move || spread_words.get()}</p>
            <details
                class="sources"
                prop:open=move || open.get()
                on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))
            >
                <summary class="rule-head">{store.words("route.inputs")}</summary>
                <p class="meta">{store.words("route.inputs_lead")}</p>
                <Show when=move || { changed() > 0 }>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| store.look(|trip| trip.query.changes.clear())
                    >
                        {move || store.fill("route.reset_all", &[("n", Arg::Number(changed() as f64))])}
                    </button>
                </Show>
                <ul class="inputs" node_ref=fields on:change=change on:click=press></ul>
            </details>
        </div>
    }
}

fn holds_focus(list: &Element) -> bool {
    list.query_selector("input:focus").ok().flatten().is_some()
}

/// What each assumption alone does to the hours, widest first.
fn tornado(store: Store, list: &Element, graph: &Graph, answer: &Answer, route: &Route) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let swings = swings(graph, &answer.ranges, &route.time());
    let most = route.hours.high;
    for swing in swings.iter().take(MOST) {
        let assumption = &graph.network.assumptions[swing.assumption];
        let Some(item) = dom::append(list, "li", &[("class", "swing")], "") else { return };
        let name = words::assumption(&atlas, lang, &graph.network, assumption);
        let id = assumption.id.to_string();
        let attributes = [("type", "button"), ("class", "swing-name link"), (LEAD, id.as_str())];
        dom::append(&item, "button", &attributes, &name);
        let range = Range { low: swing.low, mid: route.hours.mid, high: swing.high };
        let firm = assumption.basis != crate::model::fact::Confidence::Assumed;
        if let Some(row) = dom::append(&item, "span", &[("class", "range-row")], "") {
            bars::range(&row, range, most, firm);
            let words = words::durations(&atlas.catalogs, lang, range);
            dom::append(&row, "bdi", &[("class", "range-words")], &words);
        }
    }
}

/// Draws how the hours spread, and gives the sentence about it.
fn histogram(
    store: Store,
    picture: &Element,
    graph: &Graph,
    answer: &Answer,
    route: &Route,
) -> String {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let drawn = spread(graph, &answer.ranges, &route.time());
    let bins = drawn.bins(BINS);
    let most = bins.iter().copied().max().unwrap_or(1).max(1);
    for count in bins {
        if let Some(bar) = dom::append(picture, "span", &[("class", "bin")], "") {
            dom::set_style(&bar, "height", &format!("{:.1}%", count as f64 / most as f64 * 100.0));
        }
    }
    let [low, mid, high] = [0.05, 0.5, 0.95].map(|share| drawn.quantile(share));
    let range = words::durations(&atlas.catalogs, lang, Range { low, mid, high });
    let count = number::plain(lang, drawn.draws.len() as f64);
    store.fill("route.spread_words", &[("range", Arg::Word(&range)), ("n", Arg::Word(&count))])
}

/// Every assumption that the route rests on, with its figures, its basis and its source.
fn inputs(store: Store, list: &Element, graph: &Graph, answer: &Answer, route: &Route) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let bills = [route.time(), route.price()];
    let mut indices: Vec<usize> = bills
        .iter()
        .flat_map(|bill| &bill.parts)
        .map(|part| usize::from(part.assumption))
        .collect();
    order::sort(&mut indices);
    indices.dedup();
    for index in indices {
        let assumption = &graph.network.assumptions[index];
        let range = answer.ranges[index];
        let changed = range != assumption.range;
        let Some(item) = dom::append(list, "li", &[("class", "input")], "") else { return };
        let name = words::assumption(&atlas, lang, &graph.network, assumption);
        dom::append(&item, "span", &[("class", "input-name")], &name);
        let unit = store.t(&format!("input.{}", assumption.measure.name()));
        if let Some(row) = dom::append(&item, "span", &[("class", "input-row"), ("dir", "ltr")], "")
        {
            for (part, figure) in ["low", "mid", "high"].into_iter().zip(range) {
                let label = format!("{name}: {}", store.t(&format!("route.{part}")));
                let value = figure.to_string();
                let id = assumption.id.to_string();
                let attributes = [
                    ("type", "number"),
                    ("min", "0"),
                    ("step", "any"),
                    ("value", value.as_str()),
                    ("aria-label", label.as_str()),
                    (INPUT, id.as_str()),
                    (PART, part),
                ];
                dom::append(&row, "input", &attributes, "");
            }
            dom::append(&row, "bdi", &[("class", "meta")], &unit);
        }
        let class = match (changed, assumption.basis) {
            (true, _) => "badge hatched",
            (_, crate::model::fact::Confidence::Assumed) => "badge hatched",
            (_, crate::model::fact::Confidence::Computed) => "badge quiet",
            _ => "badge",
        };
        let basis = match changed {
            true => store.t("route.changed"),
            false => store.t(&format!("confidence.{}", assumption.basis.name())),
        };
        dom::append(&item, "span", &[("class", class)], &basis);
        if changed {
            let id = assumption.id.to_string();
            let attributes = [("type", "button"), ("class", "chip"), (RESET, id.as_str())];
            dom::append(&item, "button", &attributes, &store.t("route.reset"));
        }
        if let Some(note) = &assumption.note {
            dom::append(&item, "span", &[("class", "note")], &store.name(note));
        }
        cite(store, &item, assumption.source.as_slice());
    }
}

/// The three figures of a row in order, where they are numbers.
fn figures(row: &Element) -> Option<[f64; 3]> {
    let read = |part: &str| {
        let field = row.query_selector(&format!("[{PART}=\"{part}\"]")).ok()??;
        let field: web_sys::HtmlInputElement = field.dyn_into().ok()?;
        field.value().parse::<f64>().ok()
    };
    let figures = [read("low")?, read("mid")?, read("high")?];
    figures.is_sorted().then_some(figures)
}

/// Says below the fields of a row that they are no range, or takes that back.
fn complain(store: Store, row: &Element, wrong: bool) {
    if let Ok(Some(before)) = row.query_selector("[role=alert]") {
        before.remove();
    }
    let fields = row.query_selector_all("input").ok();
    let fields = fields.iter().flat_map(|all| (0..all.length()).filter_map(|at| all.get(at)));
    for field in fields.filter_map(|field| field.dyn_into::<Element>().ok()) {
        let _ = field.set_attribute("aria-invalid", if wrong { "true" } else { "false" });
    }
    if wrong {
        let words = untrack(|| store.t("route.no_number"));
        dom::append(row, "span", &[("class", "meta"), ("role", "alert")], &words);
    }
}
