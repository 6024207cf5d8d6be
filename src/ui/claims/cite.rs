//! Taking a claim along: a citation in one of five forms, its link, and its record with the evidence.

use crate::browser::download;
use crate::export::{cite::Work, records};
use crate::ui::cite_box::CiteBox;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

/// The citation and the buttons that copy and save.
#[component]
pub fn Cite() -> impl IntoView {
    let store = use_store();
    let work = move || {
        store.state.track();
        let link = store.link();
        store.paper.with_claim(|reading, claim| {
            Work::of_claim(&store.atlas(), &reading.study, claim, link.as_deref())
        })
    };
    view! {
        <details class="cite-box">
            <summary class="rule-head">{store.words("cite.title")}</summary>
            <CiteBox work=move || work() label="cite.title">
                <button type="button" class="button" on:click=move |_| save(store)>
                    {store.words("cite.save")}
                </button>
            </CiteBox>
        </details>
    }
}

/// Saves the claim with its evidence as JSON.
fn save(store: Store) {
    let made = store.paper.with_claim(|reading, claim| {
        let text = records::claim_file(&store.atlas(), &reading.study, claim);
        (format!("{}.json", claim.id), text)
    });
    let Some((name, text)) = made else { return };
    download::save_text(&text, "application/json", &name);
}
