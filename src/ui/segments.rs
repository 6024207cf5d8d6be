//! A row of buttons of which one is pressed.

use super::store::use_store;
use leptos::prelude::*;

/// The buttons.
#[component]
pub fn Segments(
    /// The message that names the row.
    label: &'static str,
    /// The words of the buttons.
    names: Vec<Signal<String>>,
    /// Which one is pressed.
    chosen: Signal<usize>,
    /// Takes the one that is to be pressed.
    choose: Callback<usize>,
    /// A further class of the row.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let store = use_store();
    let button = |(index, name): (usize, Signal<String>)| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (chosen.get() == index).to_string()
                on:click=move |_| choose.run(index)
            >
                {name}
            </button>
        }
    };
    let class = ["segments", class].join(" ");
    view! {
        <div class=class role="group" aria-label=move || store.t(label)>
            {names.into_iter().enumerate().map(button).collect_view()}
        </div>
    }
}
