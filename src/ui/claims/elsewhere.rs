//! What else the atlas has of a claim or of a thing: steps of the tour, findings, events.

use crate::claims::{Reading, happened, mentions};
use crate::i18n::{Arg, number};
use crate::model::{
    id::Ref,
    study::{Claim, Event},
};
use crate::state::{Action, Page};
use crate::ui::claims::words;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

/// What else speaks of a claim, as a row of its card; nothing where nothing does.
pub fn of_claim(store: Store, reading: &Reading, claim: &Claim<String>) -> impl IntoView + use<> {
    let found = mentions(&reading.study, claim.id);
    let empty = found.is_empty();
    let chip = |text: String, go: Box<dyn Fn()>| {
        view! { <li><button type="button" class="chip" on:click=move |_| go()>{text}</button></li> }
    };
    let mut chips = Vec::new();
    for (step, _) in found.steps {
        let n = number::plain(store.lang.get(), f64::from(step));
        let text = store.fill("claim.in_tour", &[("n", Arg::Word(&n))]);
        let steps = move || vec![Action::Step(step), Action::Show(Page::Tour)];
        chips.push(chip(text, Box::new(move || store.dispatch_all(steps()))));
    }
    for finding in found.findings {
        let text = store.t(&format!("finding.{}", finding.kind.name()));
        let place = format!("finding:{}", finding.id);
        chips.push(chip(text, Box::new(move || store.seek(Page::Sources, place.clone()))));
    }
    for event in found.events {
        let text = words::period(store, &event.period);
        let place = format!("event:{}", event.id);
        chips.push(chip(text, Box::new(move || store.seek(Page::Timeline, place.clone()))));
    }
    (!empty).then(|| {
        view! {
            <div class="row">
                <dt>{store.t("claim.elsewhere")}</dt>
                <dd><ul class="chips">{chips}</ul></dd>
            </div>
        }
    })
}

/// The events that a thing has a part in, on its card; nothing where there is none.
#[component]
pub fn Happened(
    /// The thing.
    thing: Ref,
) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let reading = store.paper.reading.get()?;
        let events = happened(&reading.study, &thing);
        let row = |event: &Event<String>| {
            let place = format!("event:{}", event.id);
            view! {
                <li>
                    <button type="button" class="said" on:click=move |_| store.seek(Page::Timeline, place.clone())>
                        <span lang=event.lang.code()>{event.text.clone()}</span>
                        <bdi class="claim-id">{words::period(store, &event.period)}</bdi>
                    </button>
                </li>
            }
        };
        let count = events.len();
        let rows = events.into_iter().map(row).collect_view();
        (count > 0).then(|| {
            view! {
                <h3 class="rule-head">
                    {store.t("panel.in_timeline")}
                    " "<span class="count">{number::plain(store.lang.get(), count as f64)}</span>
                </h3>
                <ul class="said-list">{rows}</ul>
            }
        })
    };
    view! { {rows} }
}
