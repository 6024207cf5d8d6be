//! The switches of layers and of the view of borders.

use super::icon::{Icon, IconView};
use super::store::use_store;
use crate::model::basemap::BoundaryView;
use crate::state::{Action, Layer};
use leptos::{html, prelude::*};

/// A button that opens the switches.
#[component]
pub fn Layers() -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    let toggle = NodeRef::<html::Button>::new();
    let switch = move |layer: Layer| {
        let key = format!("layers.{}", layer.name());
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || store.state.with(|state| state.layers.contains(layer))
                    on:change=move |_| store.dispatch(Action::ToggleLayer(layer))
                />
                <span>{move || store.t(&key)}</span>
            </label>
        }
    };
    let boundary = move |choice: BoundaryView| {
        let key = format!("boundaries.{}", choice.name());
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="boundaries"
                    prop:checked=move || store.state.with(|state| state.boundaries == choice)
                    on:change=move |_| store.dispatch(Action::SetBoundaries(choice))
                />
                <span>{move || store.t(&key)}</span>
            </label>
        }
    };
    let close_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            if let Some(toggle) = toggle.get_untracked() {
                let _ = toggle.focus();
            }
        }
    };
    view! {
        <div class="layers furniture" on:keydown=close_on_escape>
            <button
                node_ref=toggle
                type="button"
                class="tool tool-map"
                aria-expanded=move || open.get().to_string()
                aria-label=move || store.t("layers.title")
                title=move || store.t("layers.title")
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <IconView icon=Icon::Layers/>
            </button>
            <Show when=move || open.get()>
                <div class="card layers-card" role="group" aria-label=move || store.t("layers.title")>
                    <h2 class="card-title">{move || store.t("layers.title")}</h2>
                    {Layer::ALL.map(switch).collect_view()}
                    <fieldset class="plain">
                        <legend class="card-title">{move || store.t("layers.boundaries")}</legend>
                        {BoundaryView::ALL.map(boundary).collect_view()}
                    </fieldset>
                    <p class="meta">{move || store.t("boundaries.note")}</p>
                </div>
            </Show>
        </div>
    }
}
