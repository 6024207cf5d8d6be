//! The page of routes: the question, the routes that answer it, and what each of them rests on.

pub mod answers;
mod bars;
pub mod beside;
pub mod conditions;
pub mod detail;
pub mod dock;
pub mod ends;
pub mod inputs;
pub mod reach;
pub mod suppose;

pub use dock::Strip;

use super::store::{Store, use_store};
use crate::model::study::ClaimId;
use crate::network::Query;
use crate::state::{Action, Trip};
use crate::verdicts::Check;
use answers::Answers;
use beside::Beside;
use conditions::Conditions;
use detail::Detail;
use ends::Ends;
use inputs::Inputs;
use leptos::prelude::*;
use reach::Reach;
use suppose::Suppose;

/// The panel of the page.
#[component]
pub fn Routes() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let waits = move || plan.graph.with(Option::is_none);
    let asks = move || !waits() && plan.trip.with(|trip| trip.query.from.is_empty());
    let answered = move || plan.answer.with(Option::is_some);
    view! {
        <div class="routes card-start" tabindex="-1">
            <h2 class="sr-only">{store.words("page.routes")}</h2>
            <Ends/>
            <Conditions/>
            <Suppose/>
            <Show when=move || plan.trip.with(|trip| trip.query != Query::default())>
                <button
                    type="button"
                    class="chip anew"
                    on:click=move |_| store.dispatch(Action::Plan(Trip::default()))
                >
                    {store.words("route.anew")}
                </button>
            </Show>
            <Tests/>
            <Show when=waits>
                <NoNetwork/>
            </Show>
            <Show when=asks>
                <p class="lead">{store.words("route.empty")}</p>
                <ul class="entries">
                    {EXAMPLES.map(|(from, to)| view! { <Example from to/> }).collect_view()}
                </ul>
                <h3 class="rule-head">{store.words("verdict.testable")}</h3>
                <ul class="entries">{Check::ALL.map(|check| testable(store, check)).collect_view()}</ul>
            </Show>
            <Show when=move || !waits()><Reach/></Show>
            <Show when=answered>
                <Answers/>
                <Beside/>
                <Detail/>
                <Inputs/>
            </Show>
        </div>
    }
}

/// What stands where the network is still on its way, or could not be had.
#[component]
pub fn NoNetwork() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    view! {
        <p class="meta" role="status">
            {move || store.t(if plan.failed.get() { "route.failed" } else { "route.loading" })}
        </p>
        <Show when=move || plan.failed.get()>
            <button type="button" class="button" on:click=move |_| store.load_graph()>
                {store.words("later.again")}
            </button>
        </Show>
    }
}

/// Journeys that a reader may begin with.
const EXAMPLES: [(&str, &str); 3] =
    [("karachi", "moscow"), ("gwadar", "saint-petersburg"), ("islamabad", "istanbul")];

/// A journey to begin with.
#[component]
fn Example(from: &'static str, to: &'static str) -> impl IntoView {
    let store = use_store();
    let name = move |id: &str| {
        crate::present::routes::closable(&store.atlas(), store.lang.get(), None, id)
    };
    let words = move || [name(from), name(to)].join(crate::present::dash(store.lang.get()));
    let begin = move |_| {
        // What was asked before does not hold for another question.
        store.plan(|trip| {
            *trip = Trip::default();
            trip.query.from = from.to_owned();
            trip.query.to = to.to_owned();
        });
    };
    view! {
        <li>
            <button type="button" class="entry" on:click=begin>
                <span class="entry-name">{words}</span>
            </button>
        </li>
    }
}

/// A check, and the way to the first claim that it is about.
fn testable(store: Store, check: Check) -> impl IntoView {
    let title = move || {
        let key = [check.id, "title"].join(".");
        store.t(&format!("verdict.{key}"))
    };
    let first = check.claims.first().copied().map(ClaimId);
    first.map(|id| {
        view! {
            <li>
                <button type="button" class="entry" on:click=move |_| store.read_claim(id)>
                    <span class="entry-name">{title}</span>
                    <bdi class="claim-id">{id.to_string()}</bdi>
                </button>
            </li>
        }
    })
}

/// The claim that the question tests, while it is the one that its card opened.
#[component]
fn Tests() -> impl IntoView {
    let store = use_store();
    let plan = store.plan;
    let tested = Memo::new(move |_| {
        let query = plan.trip.with(|trip| trip.query.clone());
        plan.tested.with(|tested| tested.as_ref().filter(|one| one.1 == query).map(|one| one.0))
    });
    let chip = move |id: ClaimId| {
        view! {
            <p class="meta tests">
                {store.words("route.tests")}" "
                <button type="button" class="chip claim-chip" on:click=move |_| store.read_claim(id)>
                    <bdi>{id.to_string()}</bdi>
                </button>
            </p>
        }
    };
    move || tested.get().map(chip)
}
