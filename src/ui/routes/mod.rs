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

use super::store::use_store;
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
    let asks = move || !waits() && !plan.trip.with(crate::state::Trip::is_whole);
    let answered = move || plan.answer.with(Option::is_some);
    view! {
        <div class="routes card-start" tabindex="-1">
            <h2 class="sr-only">{store.words("page.routes")}</h2>
            <Ends/>
            <Conditions/>
            <Suppose/>
            <Show when=waits>
                <p class="meta" role="status">
                    {move || store.t(if plan.failed.get() { "route.failed" } else { "route.loading" })}
                </p>
                <Show when=move || plan.failed.get()>
                    <button type="button" class="button" on:click=move |_| store.load_graph()>
                        {store.words("later.again")}
                    </button>
                </Show>
            </Show>
            <Show when=asks>
                <p class="lead">{store.words("route.empty")}</p>
                <ul class="entries">
                    {EXAMPLES.map(|(from, to)| view! { <Example from to/> }).collect_view()}
                </ul>
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
    let begin = move |_| {
        store.plan(|trip| {
            trip.query.from = from.to_owned();
            trip.query.to = to.to_owned();
        });
    };
    view! {
        <li>
            <button type="button" class="entry" on:click=begin>
                <span class="entry-name">{move || format!("{} – {}", name(from), name(to))}</span>
            </button>
        </li>
    }
}
