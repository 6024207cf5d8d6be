//! One of several choices, of which one holds.

use super::store::use_store;
use leptos::prelude::*;

/// A button of a group, with its words.
#[component]
pub fn Radio(
    /// The group.
    group: &'static str,
    /// What it stands for.
    #[prop(optional)]
    value: Option<&'static str>,
    /// The message beside it.
    key: String,
    /// Whether it holds.
    chosen: Signal<bool>,
    /// Makes it hold.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let store = use_store();
    view! {
        <label class="check">
            <input
                type="radio"
                name=group
                value=value
                prop:checked=move || chosen.get()
                on:change=move |_| choose()
            />
            <span>{move || store.t(&key)}</span>
        </label>
    }
}
