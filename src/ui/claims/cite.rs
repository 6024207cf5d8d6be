//! Taking a claim along: a citation in one of five forms, its link, and its record with the evidence.

use crate::browser::{clipboard, download};
use crate::export::{
    cite::{Style, Work},
    records,
};
use crate::ui::segments::Segments;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

/// The choice of a form, the citation in it, and the buttons that copy and save.
#[component]
pub fn Cite() -> impl IntoView {
    let store = use_store();
    let style = RwSignal::new(Style::Apa);
    let copied = RwSignal::new(false);
    let text = Memo::new(move |_| {
        let style = style.get();
        store.state.track();
        let link = store.link();
        let cited = store.paper.with_claim(|reading, claim| {
            Work::of_claim(&store.atlas(), &reading.study, claim, link.as_deref()).cited(style)
        });
        cited.unwrap_or_default()
    });
    Effect::new(move |_| {
        text.track();
        copied.set(false);
    });
    let copy = move |_| {
        let (text, words) = (text.get_untracked(), store.t("cite.copied"));
        leptos::task::spawn_local(async move {
            if clipboard::copy(&text).await && copied.try_set(true).is_none() {
                store.said.set(words);
            }
        });
    };
    let names = Style::ALL.map(|form| Signal::derive(move || form.name().to_owned()));
    let chosen = move || Style::ALL.iter().position(|form| *form == style.get());
    view! {
        <details class="cite-box">
            <summary class="rule-head">{store.words("cite.title")}</summary>
            <Segments
                label="cite.form"
                names=names.to_vec()
                chosen=Signal::derive(move || chosen().unwrap_or_default())
                choose=Callback::new(move |index: usize| style.set(Style::ALL[index]))
            />
            // To be copied by hand where the browser refuses to.
            <textarea
                class="field cite-text"
                dir="ltr"
                readonly=true
                rows="6"
                aria-label=store.words("cite.title")
                prop:value=move || text.get()
            ></textarea>
            <div class="cite-do">
                <button type="button" class="button" on:click=copy>
                    {move || store.t(if copied.get() { "cite.copied" } else { "cite.copy" })}
                </button>
                <button type="button" class="button" on:click=move |_| save(store)>
                    {store.words("cite.save")}
                </button>
            </div>
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
