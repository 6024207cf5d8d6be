//! The guided tour: one step at a time in the panel, and the map goes along.

use super::claims::{Waiting, claim_list};
use super::store::{Store, use_store};
use crate::browser::dom;
use crate::claims::Reading;
use crate::i18n::{Arg, number};
use crate::model::{id::Ref, study::Step};
use crate::state::Action;
use leptos::{html, prelude::*};

/// The step that is shown.
#[component]
pub fn Tour() -> impl IntoView {
    let store = use_store();
    // The map follows the step, once its view is known; it stays where the reader comes back to the step.
    Effect::new(move |_| {
        let at = store.paper.step.get();
        let step = store.paper.with_step(|_, step| (store.marked(step), step.title.clone()));
        let Some((marked, title)) = step else { return };
        if store.paper.toured.with_value(|toured| *toured == Some(at)) {
            return;
        }
        let first = store.paper.toured.with_value(Option::is_none);
        store.paper.toured.set_value(Some(at));
        store.fly_to_all(&marked);
        if !first {
            store.say(title);
        }
    });
    let part = move |of: fn(Store, &Reading, &Step<String>, u8) -> AnyView| {
        move || {
            let at = store.paper.step.get();
            store.paper.with_step(|reading, step| of(store, reading, step, at))
        }
    };
    let waits = move || store.paper.reading.with(Option::is_none);
    view! {
        <div class="tour card-start" tabindex="-1">
            <Show when=waits><Waiting/></Show>
            {part(text)}
            <div class="tour-steps" hidden=waits>
                <Turn key="tour.back" by=-1/>
                <Turn key="tour.next" by=1/>
            </div>
            {part(rest)}
        </div>
        <OnPaper/>
    }
}

/// A button that goes a step on or back; it stays, so that it can be pressed again.
#[component]
fn Turn(key: &'static str, by: i8) -> impl IntoView {
    let store = use_store();
    let to = move |step: u8| step.saturating_add_signed(by);
    let ends = move || !(1..=store.atlas().study.steps).contains(&to(store.paper.step.get()));
    let turn = move |_| {
        if !untrack(ends) {
            store.dispatch(Action::Step(to(store.paper.step.get_untracked())));
        }
    };
    view! {
        <button type="button" class="button" aria-disabled=move || ends().to_string() on:click=turn>
            {store.words(key)}
        </button>
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

/// The words of a step.
fn text(store: Store, _: &Reading, step: &Step<String>, at: u8) -> AnyView {
    let total = number::plain(store.lang.get(), f64::from(store.atlas().study.steps));
    let count = [("n", Arg::Number(f64::from(at))), ("total", Arg::Word(&total))];
    view! {
        <div class="kicker"><span>{store.fill("tour.step", &count)}</span></div>
        <h2 class="title">{step.title.clone()}</h2>
        <p class="tour-text">{step.text.clone()}</p>
        <h3 class="rule-head">{store.t("tour.doubt")}</h3>
        <p>{step.doubt.clone()}</p>
    }
    .into_any()
}

/// The things that the step marks, the claims behind it, and the way to the other steps.
fn rest(store: Store, reading: &Reading, step: &Step<String>, at: u8) -> AnyView {
    let atlas = store.atlas();
    let named = |thing: Ref| Some((store.name(atlas.names(&thing)?), thing));
    let marked = store.marked(step).into_iter().filter_map(named).map(|(name, thing)| {
        view! {
            <li>
                <button type="button" class="chip" on:click=move |_| store.go_to(thing.clone())>
                    {name}
                </button>
            </li>
        }
    });
    let marked = marked.collect_view();
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
        <ul class="chips">{marked}</ul>
        <h3 class="rule-head">{store.t("tour.claims")}</h3>
        {claim_list(store, reading, &step.claims)}
        <details class="sources">
            <summary class="rule-head">{store.t("tour.all")}</summary>
            <ol class="entries">{titles.collect_view()}</ol>
        </details>
    }
    .into_any()
}
