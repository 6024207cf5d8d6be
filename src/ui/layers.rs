//! The switches of layers, of the projection and of the view of borders.

use super::icon::{Icon, IconView};
use super::later::{Awaited, View};
use super::radio::Radio;
use super::store::use_store;
use crate::geo::projection::ProjectionId;
use crate::model::basemap::BoundaryView;
use crate::state::{Action, Layer, apply};
use leptos::{html, prelude::*};

/// A button that opens the switches.
#[component]
pub fn Layers() -> impl IntoView {
    let store = use_store();
    let open = store.tools.layers;
    let toggle = NodeRef::<html::Button>::new();
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
                aria-label=store.words("layers.title")
                title=store.words("layers.title")
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <IconView icon=Icon::Layers/>
            </button>
            <Show when=move || open.get()>
                <Awaited view=View::Layers/>
            </Show>
        </div>
    }
}

/// The switches.
#[component]
pub fn Switches() -> impl IntoView {
    let store = use_store();
    let switch = move |layer: Layer| {
        let key = format!("layers.{}", layer.name());
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || store.layers.get().contains(layer)
                    on:change=move |_| store.dispatch(Action::ToggleLayer(layer))
                />
                <span>{move || store.t(&key)}</span>
            </label>
        }
    };
    let boundaries = || {
        let choice = |view: BoundaryView| {
            (format!("boundaries.{}", view.name()), Action::SetBoundaries(view))
        };
        BoundaryView::ALL.map(choice).to_vec()
    };
    let projections = || {
        let choice = |id: ProjectionId| {
            (format!("projection.{}", id.name()), Action::SetProjection(Some(id)))
        };
        let suited = ("projection.auto".to_owned(), Action::SetProjection(None));
        [suited].into_iter().chain(ProjectionId::ALL.map(choice)).collect::<Vec<_>>()
    };
    view! {
        <div class="card layers-card" role="group" aria-label=store.words("layers.title")>
            <h2 class="card-title">{store.words("layers.title")}</h2>
            {Layer::ALL.map(switch).collect_view()}
            {choices("projection", "layers.projection", projections())}
            {choices("boundaries", "layers.boundaries", boundaries())}
            <p class="meta">{store.words("boundaries.note")}</p>
        </div>
    }
}

/// A group of choices, the keys of their words with what they do; those that change nothing are the
/// ones chosen.
fn choices(name: &'static str, heading: &'static str, all: Vec<(String, Action)>) -> impl IntoView {
    let store = use_store();
    let choice = move |(key, action): (String, Action)| {
        let own = action.clone();
        let chosen =
            Signal::derive(move || store.state.with(|state| apply(state, own.clone()) == *state));
        view! { <Radio group=name key chosen choose=move || store.dispatch(action.clone())/> }
    };
    view! {
        <fieldset class="plain">
            <legend class="card-title">{move || store.t(heading)}</legend>
            {all.into_iter().map(choice).collect_view()}
        </fieldset>
    }
}
