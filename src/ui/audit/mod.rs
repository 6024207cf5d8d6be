//! The page of sources: what a careful reader notes about the paper's evidence, and its list of
//! references with the state of each entry. Every total is counted from the claims.

mod writer;

use super::claims::{self, Waiting};
use super::print_foot::PrintFoot;
use super::register::Register;
use super::store::{Store, use_store};
use crate::browser::{dom, download};
use crate::claims::{Facet, Reading};
use crate::export::{chart, cite};
use crate::state::Page;
use leptos::{ev::MouseEvent, html, prelude::*};
use web_sys::Element;
use writer::{FACET, Writer};

/// The page.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let store = use_store();
    let body = NodeRef::<html::Div>::new();
    let page = NodeRef::<html::Article>::new();
    Effect::new(move |_| {
        let (Some(body), Some(reading)) = (body.get(), store.paper.reading.get()) else { return };
        body.set_text_content(None);
        let writer = Writer { store, reading: &reading };
        writer.page(&body);
        // A part that was asked for may be among the sources, which come later.
        if !untrack(|| store.sought()).is_some_and(|part| part.starts_with("source")) {
            arrive(store, page);
        }
    });
    Effect::new(move |before: Option<()>| {
        let sought = store.sought();
        if before.is_some() && sought.is_some_and(|part| !part.starts_with("source")) {
            arrive(store, page);
        }
    });
    let press = move |event: MouseEvent| {
        if let Some(id) = claims::named(&event) {
            store.read_claim(id);
        } else if let Some(pair) = dom::named(&event, FACET)
            && let Some((facet, value)) = pair.split_once('=')
            && let Some(facet) = Facet::from_name(facet)
        {
            store.list_alike(facet, value.to_owned());
        }
    };
    let study_as = move |of: fn(Store, &Reading) -> String| {
        let reading = store.paper.reading.get_untracked();
        reading.map(|reading| untrack(|| of(store, &reading)))
    };
    let save = move |_| {
        if let Some(text) = study_as(|_, reading| cite::bibliography(&reading.study)) {
            download::save_text(
                &text,
                "application/vnd.citationstyles.csl+json",
                "references.json",
            );
        }
    };
    let save_argument = move |_| {
        if let Some(svg) = study_as(argument) {
            download::save_text(&chart::file(&svg), "image/svg+xml", "diagram.svg");
        }
    };
    let waits = move || store.paper.reading.with(Option::is_none);
    view! {
        <article
            class="page"
            tabindex="-1"
            node_ref=page
            on:scroll=move |event| store.leave(Page::Sources, &event_target::<Element>(&event))
        >
            <div class="page-body">
                <h2 class="title">{store.words("audit.title")}</h2>
                <p class="lead">{store.words("audit.lead")}</p>
                <Show when=waits><Waiting/></Show>
                <div class="audit" node_ref=body on:click=press></div>
                <Show when=move || !waits()>
                    <button type="button" class="button" on:click=save_argument>
                        {store.words("argument.save")}
                    </button>
                    <button type="button" class="button" on:click=save>
                        {store.words("audit.save")}
                    </button>
                    <Register/>
                    <PrintFoot/>
                </Show>
            </div>
        </article>
    }
}

fn arrive(store: Store, page: NodeRef<html::Article>) {
    if let Some(page) = page.get_untracked() {
        store.arrive(Page::Sources, &page);
    }
}

/// The diagram of the argument.
fn argument(store: Store, reading: &Reading) -> String {
    let ranks = [1, 2, 3, 4].map(|rank| store.t(&format!("argument.rank.{rank}")));
    let ranks = ranks.each_ref().map(String::as_str);
    let title = store.t("argument.title");
    chart::argument(&reading.study.argument, store.lang.get(), &title, ranks)
}
