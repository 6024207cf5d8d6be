//! The panel: the card of what was chosen, or a welcome.

pub mod axis;
pub mod corridor;
pub(super) mod evidence;
pub mod institution;
pub mod place;
pub mod welcome;

use super::icon::{Icon, IconView};
use super::later::{Awaited, View};
use super::store::{Store, use_store};
use crate::model::id::{Id, Kind, Ref};
use crate::state::{Action, Page};
use leptos::{html, prelude::*};

/// The panel; on narrow maps a sheet from the bottom.
#[component]
pub fn Panel() -> impl IntoView {
    let store = use_store();
    let content = move || match store.select.get() {
        _ if store.page.get() == Page::Tour => awaited(View::Tour),
        _ if store.page.get() == Page::Routes => awaited(View::Routes),
        // A claim lies over the card that it was opened from.
        _ if store.paper.claim.get().is_some() => awaited(View::Claim),
        None => view! { <welcome::Welcome/> }.into_any(),
        Some(target) => awaited(View::Chosen(target)),
    };
    let body = NodeRef::<html::Div>::new();
    // Another card begins at its top.
    Effect::new(move |_| {
        store.select.track();
        store.paper.claim.track();
        store.paper.step.track();
        store.page.track();
        if let Some(body) = body.get() {
            body.set_scroll_top(0);
        }
    });
    view! {
        <aside
            class="panel"
            part="panel"
            class:sheet-open=move || store.sheet.get()
            aria-label=store.words("panel.details")
            // The table lies over the sheet.
            inert=move || store.table.get() && store.narrow.get()
        >
            <button
                type="button"
                class="sheet-handle"
                aria-expanded=move || store.sheet.get().to_string()
                aria-label=store.words("panel.details")
                on:click=move |_| store.sheet.update(|open| *open = !*open)
            >
                <span class={"sheet-grip"}></span>
            </button>
            <div class="panel-body" node_ref=body>{content}</div>
        </aside>
    }
}

fn awaited(view: View) -> AnyView {
    view! { <Awaited view/> }.into_any()
}

/// The card of a thing.
#[component]
pub fn Chosen(
    /// The thing.
    target: Ref,
) -> impl IntoView {
    let atlas = use_store().atlas();
    let card = match target.kind {
        Kind::Place => atlas
            .place(&target.id)
            .cloned()
            .map(|place| view! { <place::PlaceCard place/> }.into_any()),
        Kind::Project | Kind::Waterway => atlas
            .corridor(&target.id)
            .cloned()
            .map(|corridor| view! { <corridor::CorridorCard corridor/> }.into_any()),
        Kind::Institution => atlas
            .institution(&target.id)
            .cloned()
            .map(|institution| view! { <institution::InstitutionCard institution/> }.into_any()),
    };
    view! { <div class="detail card-start" tabindex="-1">{card}</div> }
}

/// The button that closes a card.
#[component]
fn Close() -> impl IntoView {
    let store = use_store();
    let label = store.words("panel.close");
    view! {
        <button
            type="button"
            class="tool close"
            aria-label=label
            title=label
            on:click=move |_| {
                store.dispatch(Action::Deselect);
                store.sheet.set(false);
            }
        >
            <IconView icon=Icon::Close/>
        </button>
    }
}

/// The button that moves the map to the thing on the card.
#[component]
fn OnMap(
    /// The thing.
    target: Ref,
) -> impl IntoView {
    let store = use_store();
    view! {
        <button type="button" class="button on-map" on:click=move |_| store.fly_to(&target)>
            {store.words("panel.on_map")}
        </button>
    }
}

/// A row of buttons that choose places.
fn place_links(store: Store, ids: &[Id]) -> impl IntoView + use<> {
    let atlas = store.atlas();
    let buttons = ids
        .iter()
        .filter_map(|id| atlas.place(id))
        .map(|place| {
            let target = Ref { kind: Kind::Place, id: place.id.clone() };
            view! {
                <li>
                    <button type="button" class="chip" on:click=move |_| store.choose(target.clone())>
                        {store.name(&place.names)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="chips">{buttons}</ul> }
}
