//! A work as citations write it: the choice of a form, the citation, and the button that copies it.

use super::segments::Segments;
use super::store::use_store;
use crate::browser::clipboard;
use crate::export::cite::{Style, Work};
use leptos::prelude::*;

/// The choice of a form, the citation in it, and the button.
#[component]
pub fn CiteBox(
    /// What is cited; `None` while it is not known.
    #[prop(into)]
    work: Callback<(), Option<Work>>,
    /// The key of the words that name it.
    label: &'static str,
    /// More buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let store = use_store();
    let style = RwSignal::new(Style::Apa);
    let copied = RwSignal::new(false);
    let text = Memo::new(move |_| {
        let style = style.get();
        work.run(()).map(|work| work.cited(style)).unwrap_or_default()
    });
    Effect::new(move |_| {
        text.track();
        copied.set(false);
    });
    let copy = move |_| {
        let (text, words) = (text.get_untracked(), store.t("cite.copied"));
        leptos::task::spawn_local(async move {
            if clipboard::copy(&text).await && copied.try_set(true).is_none() {
                store.say(words);
            }
        });
    };
    let names = Style::ALL.map(|form| Signal::derive(move || form.name().to_owned()));
    let chosen = move || Style::ALL.iter().position(|form| *form == style.get());
    view! {
        <Segments
            label=label
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
            aria-label=store.words(label)
            prop:value=move || text.get()
        ></textarea>
        <div class="cite-do">
            <button type="button" class="button" on:click=copy>
                {move || store.t(if copied.get() { "cite.copied" } else { "cite.copy" })}
            </button>
            {children.map(|children| children())}
        </div>
    }
}
