//! What the route is best by, when it begins, and what it may use.

use crate::i18n::{Arg, date};
use crate::model::line::{Mode, Status};
use crate::model::network::Vessel;
use crate::network::{By, Cargo};
use crate::state::Action;
use crate::ui::segments::Segments;
use crate::ui::store::use_store;
use leptos::prelude::*;

/// Modes of freight.
const MODES: [Mode; 5] = [Mode::Sea, Mode::River, Mode::Rail, Mode::Road, Mode::Ferry];

/// The controls.
#[component]
pub fn Conditions() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    // The objectives, and after them the front, that is best in no single one.
    let keys = By::ALL.into_iter().map(|by| format!("route.by.{}", by.name()));
    let keys = keys.chain(["route.front".to_owned()]);
    let names = keys.map(|key| Signal::derive(move || store.t(&key))).collect();
    let chosen = move || {
        let by = plan.trip.with(|trip| (!trip.front).then_some(trip.query.by));
        let at = By::ALL.into_iter().position(|own| Some(own) == by);
        at.unwrap_or(By::ALL.len())
    };
    let choose = move |index: usize| {
        store.plan(|trip| {
            trip.front = index == By::ALL.len();
            trip.query.by = By::ALL.get(index).copied().unwrap_or(trip.query.by);
        });
    };
    let month = move || plan.trip.with(|trip| trip.query.month);
    let month_words = move || match month() {
        None => store.t("route.month_any"),
        Some(month) => date::month(&store.atlas().catalogs, store.lang.get(), month),
    };
    // While it is slid the history is not filled.
    let slide = move |event: web_sys::Event| {
        let month = event_target_value(&event).parse::<u8>().ok().filter(|month| *month > 0);
        let mut trip = plan.trip.get_untracked();
        trip.query.month = month;
        store.dispatch(Action::Try(trip));
    };
    view! {
        <Segments
            label="route.best_by"
            names
            chosen=Signal::derive(chosen)
            choose=Callback::new(choose)
            class="by"
        />
        <label class="slider">
            <span>{move || store.fill("route.month", &[("month", Arg::Word(&month_words()))])}</span>
            <input
                type="range"
                min="0"
                max="12"
                step="1"
                dir="ltr"
                aria-valuetext=month_words
                prop:value=move || month().unwrap_or(0).to_string()
                on:input=slide
                on:keydown=|event| event.stop_propagation()
            />
        </label>
        <details class="sources">
            <summary class="rule-head">{store.words("route.conditions")}</summary>
            <div class="conditions">
                <Set label="route.modes" boxes=MODES.map(Choice::Mode).to_vec()/>
                <Set label="route.statuses" boxes=Status::ALL.map(Choice::Status).to_vec()/>
                <Vessels/>
                <Cargos/>
            </div>
        </details>
    }
}

#[derive(Debug, Clone, Copy)]
enum Choice {
    Mode(Mode),
    Status(Status),
}

/// Boxes to tick; none ticked asks for the usual ones.
#[component]
fn Set(label: &'static str, boxes: Vec<Choice>) -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let tick = move |choice: Choice| {
        let key = match choice {
            Choice::Mode(mode) => format!("mode.{}", mode.name()),
            Choice::Status(status) => format!("status.{}", status.name()),
        };
        let on = move || {
            plan.trip.with(|trip| match choice {
                Choice::Mode(mode) => {
                    trip.query.modes.is_empty() || trip.query.modes.contains(&mode)
                }
                Choice::Status(status) => match trip.query.statuses.is_empty() {
                    true => status == Status::Operational,
                    false => trip.query.statuses.contains(&status),
                },
            })
        };
        let change = move |_| {
            store.plan(|trip| match choice {
                Choice::Mode(mode) => toggle(&mut trip.query.modes, &MODES, mode),
                Choice::Status(status) => {
                    toggle(&mut trip.query.statuses, &[Status::Operational], status);
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=on on:change=change/>
                <span>{move || store.t(&key)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="set">
            <legend>{move || store.t(label)}</legend>
            {boxes.into_iter().map(tick).collect_view()}
        </fieldset>
    }
}

/// Adds or takes away; an empty list stands for the usual ones, and the usual ones for an empty list.
fn toggle<T: Copy + PartialEq>(list: &mut Vec<T>, usual: &[T], value: T) {
    if list.is_empty() {
        list.extend_from_slice(usual);
    }
    match list.iter().position(|known| *known == value) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(value),
    }
    if list.len() == usual.len() && usual.iter().all(|known| list.contains(known)) {
        list.clear();
    }
}

#[component]
fn Vessels() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let option = move |vessel: Option<Vessel>| {
        let name = vessel.map_or("any", Vessel::name);
        let key = format!("route.vessel.{name}");
        let on = move || plan.trip.with(|trip| trip.query.vessel == vessel);
        view! { <option value=name selected=on>{move || store.t(&key)}</option> }
    };
    let change = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        let vessel = Vessel::ALL.into_iter().find(|vessel| vessel.name() == name);
        store.plan(|trip| trip.query.vessel = vessel);
    };
    view! {
        <label class="set">
            <span class="legend">{store.words("route.ships")}</span>
            <select on:change=change>
                {[None].into_iter().chain(Vessel::ALL.map(Some)).map(option).collect_view()}
            </select>
        </label>
    }
}

#[component]
fn Cargos() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let option = move |cargo: Cargo| {
        let key = format!("route.cargo.{}", cargo.name());
        let on = move || plan.trip.with(|trip| trip.query.cargo == cargo);
        view! { <option value=cargo.name() selected=on>{move || store.t(&key)}</option> }
    };
    let change = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        if let Some(cargo) = Cargo::ALL.into_iter().find(|cargo| cargo.name() == name) {
            store.plan(|trip| trip.query.cargo = cargo);
        }
    };
    view! {
        <label class="set">
            <span class="legend">{store.words("route.price_for")}</span>
            <select on:change=change>{Cargo::ALL.map(option).collect_view()}</select>
        </label>
    }
}
