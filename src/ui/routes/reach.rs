//! How far cargo comes from the start, as long as no end is chosen.

use crate::browser::dom;
use crate::i18n::Arg;
use crate::network::{By, Query, Reached, reach};
use crate::present::routes as words;
use crate::state::{Action, MOST_DAYS, Trip};
use crate::ui::store::use_store;
use leptos::{ev::MouseEvent, html, prelude::*};

/// Names the place of a row.
const PLACE: &str = "data-place";

/// The slider, and the places within reach.
#[component]
pub fn Reach() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let days = Memo::new(move |_| plan.trip.with(|trip| f64::from(trip.days)));
    let list = NodeRef::<html::Ol>::new();
    let asks =
        move || plan.trip.with(|trip| !trip.query.from.is_empty() && trip.query.to.is_empty());
    let found = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        let graph = plan.graph.get().filter(|_| asks());
        let (places, bands) = graph
            .and_then(|graph| {
                let query = plan.trip.with(|trip| trip.query.clone());
                let query = Query { by: By::Time, ..query };
                reach(&graph, &query, days.get() * 24.0).ok()
            })
            .unwrap_or_default();
        found.set(places);
        let bands: Vec<_> = bands.into_iter().map(|band| band.lines).collect();
        if store.attention.with_untracked(|now| now.bands != bands) {
            store.attention.update(|attention| attention.bands = bands);
        }
    });
    on_cleanup(move || {
        let _ = store.attention.try_update(|attention| attention.bands.clear());
    });
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let (atlas, lang) = (store.atlas(), store.lang.get());
        list.set_text_content(None);
        found.with(|places: &Vec<Reached>| {
            for place in places.iter().filter(|place| place.hours > 0.0) {
                let id = place.id.to_string();
                let Some(row) = dom::append(&list, "li", &[], "") else { return };
                let attributes =
                    [("type", "button"), ("class", "entry hang"), (PLACE, id.as_str())];
                let Some(row) = dom::append(&row, "button", &attributes, "") else { return };
                let name = words::closable(&atlas, lang, None, &id);
                dom::append(&row, "span", &[("class", "entry-name")], &name);
                let time = words::duration(&atlas.catalogs, lang, place.hours);
                dom::append(&row, "bdi", &[("class", "value small")], &time);
            }
        });
    });
    let press = move |event: MouseEvent| {
        if let Some(id) = dom::named(&event, PLACE) {
            store.plan(|trip| trip.query.to = id);
        }
    };
    let count = move || {
        let places = found.with(Vec::len);
        let time = words::duration(&store.atlas().catalogs, store.lang.get(), days.get() * 24.0);
        let n = places.saturating_sub(1) as f64;
        store.fill("route.reach", &[("n", Arg::Number(n)), ("time", Arg::Word(&time))])
    };
    view! {
        <div hidden=move || !asks()>
            <h3 class="rule-head"><span role="status">{count}</span></h3>
            <label class="slider">
                <span class="sr-only">{store.words("route.reach_days")}</span>
                <input
                    type="range"
                    min="1"
                    max=MOST_DAYS.to_string()
                    step="1"
                    dir="ltr"
                    aria-valuetext=move || words::duration(&store.atlas().catalogs, store.lang.get(), days.get() * 24.0)
                    prop:value=move || days.get().to_string()
                    on:input=move |event| {
                        if let Ok(chosen) = event_target_value(&event).parse() {
                            let trip = plan.trip.get_untracked();
                            store.dispatch(Action::Try(Trip { days: chosen, ..trip }));
                        }
                    }
                    on:keydown=|event| event.stop_propagation()
                />
            </label>
            <p class="meta">{store.words("route.reach_lead")}</p>
            <ol class="entries" node_ref=list on:click=press></ol>
        </div>
    }
}
