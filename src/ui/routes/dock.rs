//! The strip below the map: the route leg by leg, the length of each piece its time.

use crate::browser::dom;
use crate::i18n::Arg;
use crate::network::{Graph, Route, Stop};
use crate::present::routes as words;
use crate::present::routes::letter;
use crate::ui::segments::Segments;
use crate::ui::store::{Store, use_store};
use leptos::{html, prelude::*};
use web_sys::Element;

/// Pieces below this share of the whole bear no words.
const NARROW: f64 = 0.055;

/// The strip.
#[component]
pub fn Strip() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let strip = NodeRef::<html::Div>::new();
    let by_price = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(strip) = strip.get() else { return };
        store.lang.track();
        strip.set_text_content(None);
        let by_price = by_price.get();
        plan.with_route(|graph, _, route| pieces(store, &strip, graph, route, by_price));
    });
    let shows = move || plan.with_answer(|_, answer| !answer.routes.is_empty()).unwrap_or(false);
    let title = move || store.fill("route.legs", &[("letter", Arg::Word(&letter(plan.pick())))]);
    let total = move || {
        plan.with_route(|_, _, route| {
            let (atlas, lang) = (store.atlas(), store.lang.get());
            let km = crate::present::distance(&atlas.catalogs, lang, route.km);
            let time = words::duration(&atlas.catalogs, lang, route.hours.mid);
            store.fill("route.total", &[("km", Arg::Word(&km)), ("time", Arg::Word(&time))])
        })
    };
    let names = ["route.by.time", "route.by.cost"].map(|key| Signal::derive(move || store.t(key)));
    view! {
        <section class="dock" hidden=move || !shows() aria-label=title>
            <div class="dock-head"><b>{title}</b>" "<span class="meta">{total}</span>
                <Segments
                    label="route.strip"
                    names=names.to_vec()
                    chosen=Signal::derive(move || usize::from(by_price.get()))
                    choose=Callback::new(move |index| by_price.set(index == 1))
                />
            </div>
            <div class="strip" node_ref=strip></div>
            <p class="meta strip-key">
                <span class={"hatch-key"}></span>{store.words("route.waiting")}
            </p>
        </section>
    }
}

fn pieces(store: Store, strip: &Element, graph: &Graph, route: &Route, by_price: bool) {
    let (atlas, lang) = (store.atlas(), store.lang.get_untracked());
    let catalogs = &atlas.catalogs;
    let whole = if by_price { route.usd.mid } else { route.hours.mid }.max(1.0);
    let piece = |class: &str, part: f64, name: &str| {
        let piece = dom::append(strip, "div", &[("class", class)], "")?;
        dom::set_style(&piece, "flex-grow", &format!("{:.4}", part / whole));
        dom::append(&piece, "span", &[("class", "piece-line")], "");
        let figure = match by_price {
            true => words::money(catalogs, lang, part),
            false => words::duration(catalogs, lang, part),
        };
        let _ = piece.set_attribute("title", &format!("{name}, {figure}"));
        if part / whole > NARROW {
            dom::append(&piece, "b", &[], name);
            dom::append(&piece, "bdi", &[("class", "meta")], &figure);
        }
        Some(piece)
    };
    let stop_at = |index: u16| {
        let name = words::node(&atlas, lang, &graph.network, index);
        if let Some(stop) = dom::append(strip, "div", &[("class", "stop")], "") {
            dom::append(&stop, "span", &[("class", "stop-name")], &name);
            let _ = stop.set_attribute("title", &name);
        }
    };
    for leg in &route.legs {
        stop_at(leg.from);
        let stopped = match by_price {
            true => leg.stop_usd.mid,
            false => leg.stop_hours.mid + leg.season,
        };
        let all = if by_price { leg.usd.mid } else { leg.hours.mid };
        if stopped > 0.0 {
            let key = match leg.stop {
                Stop::Gauge => "route.piece_gauge",
                _ if leg.season > 0.0 => "route.piece_season",
                _ => "route.piece_change",
            };
            piece("piece hold", stopped, &store.t(key));
        }
        let mode = store.t(&format!("mode.{}", leg.mode.name()));
        piece(&format!("piece {}", leg.mode.name()), all - stopped, &mode);
    }
    if let Some(last) = route.legs.last() {
        stop_at(last.to);
    }
}
