//! What shows on the map as a list of buttons: for the Tab key and for screen readers.
//!
//! The buttons are not seen; the one in focus is ringed on the map itself.

use crate::model::id::Ref;
use crate::ui::store::use_store;
use leptos::prelude::*;

/// The list, in the order of importance on the map.
#[component]
pub fn Features() -> impl IntoView {
    let store = use_store();
    let focus =
        move |target: Option<Ref>| store.attention.update(|attention| attention.focus = target);
    let row = move |target: Ref| {
        let named = target.clone();
        let focused = target.clone();
        let chosen = target.clone();
        view! {
            <li>
                <button
                    type="button"
                    data-feature=target.to_string()
                    aria-pressed=move || (store.select.get().as_ref() == Some(&target)).to_string()
                    on:focus=move |_| focus(Some(focused.clone()))
                    on:blur=move |_| focus(None)
                    on:click=move |_| store.choose(chosen.clone())
                >
                    {move || store.describe(&named)}
                </button>
            </li>
        }
    };
    view! {
        <ul class="sr-only features" aria-label=move || store.t("map.features")>
            <For each=move || store.visible.get() key=|target| target.to_string() children=row/>
        </ul>
    }
}
