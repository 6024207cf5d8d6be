//! What a reader sees of data of one's own: the way in, the way back, and what is wrong with a file.

use super::{OwnData, Refusal, open};
use crate::browser::address;
use crate::data::own::Problem;
use crate::i18n::Arg;
use crate::ui::store::{Store, use_store};
use leptos::{html, prelude::*};

/// Where the form of a file is published, beside the page.
const SCHEMA: &str = "own-data.schema.json";

/// The way in, as a part of the dialog of files.
#[component]
pub fn OpenFile(
    /// Closes the dialog.
    close: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            close.run(());
            open(store, file);
        }
        // The same file may be chosen again after it was mended.
        input.set_value("");
    };
    // Beside a file on a disk there is none.
    let published = store.owns_page() && address::canonical().is_some();
    let form = published.then(|| {
        view! {
            <a class="meta" href=SCHEMA target="_blank" rel="noopener">{store.words("own.form")}</a>
        }
    });
    view! {
        <div class="export-own">
            <p><b>{store.words("own.title")}</b>" "<span class="meta">{store.words("own.lead")}</span>" "{form}</p>
            <input type="file" accept=".json,application/json" hidden node_ref=input on:change=chosen/>
            <button type="button" class="button" on:click=choose>{store.words("own.open")}</button>
        </div>
    }
}

/// What shows is a reader's own, and how long it stays.
#[component]
pub fn Brought() -> impl IntoView {
    let store = use_store();
    let file = store.own.file.get_value().unwrap_or_default();
    let said = move || store.fill("own.shown", &[("file", Arg::Text(&file))]);
    view! {
        <div class="brought" role="note">
            <p>{said}</p>
            <button type="button" class="button" on:click=move |_| store.host().go_back()>
                {store.words("own.back")}
            </button>
        </div>
    }
}

/// Where a file that is dragged may be let go.
#[component]
pub fn Target() -> impl IntoView {
    let store = use_store();
    view! { <div class="drop-target"><p>{store.words("own.drop")}</p></div> }
}

/// A file that was not taken, and all that is wrong with it.
#[component]
pub fn Refused() -> impl IntoView {
    let store = use_store();
    let OwnData { refused, .. } = store.own;
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let name = move || refused.with(|refused| refused.as_ref().map(|(name, _)| name.clone()));
    let body = move || match refused.get() {
        Some((_, Refusal::Unread)) => view! { <p>{store.t("own.no_file")}</p> }.into_any(),
        Some((_, Refusal::NoPart)) => view! { <p>{store.t("later.failed")}</p> }.into_any(),
        Some((_, Refusal::Problems(problems))) => list(store, &problems).into_any(),
        None => ().into_any(),
    };
    view! {
        <dialog
            class="card export refused"
            aria-labelledby="refused-title"
            node_ref=dialog
            on:close=move |_| refused.set(None)
            // Escape closes the dialog alone, not the card behind it too.
            on:keydown=move |event| event.stop_propagation()
        >
            <h2 class="card-title" id="refused-title"><bdi>{name}</bdi></h2>
            <div role="alert">{body}</div>
            <button type="button" class="button" on:click=close>{store.words("panel.close")}</button>
        </dialog>
    }
}

fn list(store: Store, problems: &[Problem]) -> impl IntoView + use<> {
    let count = store.fill("own.refused", &[("n", Arg::Number(problems.len() as f64))]);
    let catalogs = &store.atlas().catalogs;
    let rows = problems.iter().map(|problem| {
        let path = match problem.path.as_str() {
            "" => store.t("own.whole"),
            path => path.to_owned(),
        };
        let said = problem.fault.say(catalogs, store.lang.get());
        view! { <li><code dir="ltr">{path}</code>" "{said}</li> }
    });
    view! { <p>{count}</p><ol class="problems">{rows.collect_view()}</ol> }
}
