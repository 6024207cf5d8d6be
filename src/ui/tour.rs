//! The guided tour: one step at a time in the panel, and the map goes along.

use super::claims::{Waiting, claim_list};
use super::store::{Flight, Store, use_store};
use crate::browser::dom;
use crate::claims::Reading;
use crate::geo::LonLat;
use crate::i18n::{Arg, number};
use crate::model::study::Step;
use crate::state::{Action, MapView, Page};
use leptos::{html, prelude::*};

/// The step that is shown.
#[component]
pub fn Tour() -> impl IntoView {
    let store = use_store();
    // The map follows the step, once its view is known.
    Effect::new(move |_| {
        if store.paper.page.get() != Page::Tour {
            return;
        }
        let view = store.paper.with_step(|_, step| step.view);
        if let Some([zoom, lat, lon]) = view {
            let view = MapView { zoom, center: LonLat { lon, lat } };
            store.flight.set(Some(Flight::To(view.clamped())));
        }
    });
    let shown = move || {
        let at = store.paper.step.get();
        let content = store.paper.with_step(|reading, step| content(store, reading, step, at));
        match content {
            Some(content) => content.into_any(),
            None => view! { <Waiting/> }.into_any(),
        }
    };
    view! {
        <div class="tour card-start" tabindex="-1">{shown}</div>
        <OnPaper/>
    }
}

/// The whole tour; only paper shows it.
#[component]
fn OnPaper() -> impl IntoView {
    let store = use_store();
    let page = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(page), Some(reading)) = (page.get(), store.paper.reading.get()) else { return };
        page.set_text_content(None);
        for (n, step) in (1_u8..).zip(&reading.study.tour) {
            let number = number::plain(store.lang.get_untracked(), f64::from(n));
            let Some(part) = dom::append(&page, "section", &[], "") else { return };
            dom::append(
                &part,
                "h3",
                &[("class", "card-title")],
                &format!("{number}. {}", step.title),
            );
            dom::append(&part, "p", &[], &step.text);
            if let Some(doubt) = dom::append(&part, "p", &[], "") {
                dom::append(&doubt, "b", &[], &untrack(|| store.t("tour.doubt")));
                dom::append(&doubt, "span", &[], &format!(": {}", step.doubt));
            }
            let claims: Vec<String> = step.claims.iter().map(ToString::to_string).collect();
            dom::append(&part, "p", &[("class", "meta")], &claims.join(", "));
        }
    });
    view! { <div class="tour-paper" node_ref=page></div> }
}

fn content(store: Store, reading: &Reading, step: &Step<String>, at: u8) -> impl IntoView + use<> {
    let steps = store.atlas().study.steps;
    let total = number::plain(store.lang.get(), f64::from(steps));
    let count = [("n", Arg::Number(f64::from(at))), ("total", Arg::Word(&total))];
    let to = move |key: &'static str, step: u8| {
        let there = (1..=steps).contains(&step);
        view! {
            <button
                type="button"
                class="button"
                disabled=!there
                on:click=move |_| store.dispatch(Action::Step(step))
            >
                {store.t(key)}
            </button>
        }
    };
    let titles = (1_u8..).zip(&reading.study.tour).map(|(n, step)| {
        let current = (n == at).then_some("step");
        view! {
            <li>
                <button
                    type="button"
                    class="entry"
                    aria-current=current
                    on:click=move |_| store.dispatch(Action::Step(n))
                >
                    <span class="count">{number::plain(store.lang.get_untracked(), f64::from(n))}</span>
                    <span class="entry-name">{step.title.clone()}</span>
                </button>
            </li>
        }
    });
    view! {
        <div class="kicker"><span>{store.fill("tour.step", &count)}</span></div>
        <h2 class="title">{step.title.clone()}</h2>
        <p class="tour-text">{step.text.clone()}</p>
        <h3 class="rule-head">{store.t("tour.doubt")}</h3>
        <p>{step.doubt.clone()}</p>
        <div class="tour-steps">
            {to("tour.back", at.saturating_sub(1))}
            {to("tour.next", at.saturating_add(1))}
        </div>
        <h3 class="rule-head">{store.t("tour.claims")}</h3>
        {claim_list(store, reading, &step.claims)}
        <details class="sources">
            <summary class="rule-head">{store.t("tour.all")}</summary>
            <ol class="entries">{titles.collect_view()}</ol>
        </details>
    }
}
