//! The whole atlas: bar, search, panel, map.

use super::bar::Bar;
use super::export::print::PrintFigure;
use super::focus;
use super::key::KeyStrip;
use super::later::{Awaited, View};
use super::map::MapPane;
use super::notices::Notices;
use super::own;
use super::panel::Panel;
use super::search::Search;
use super::store::{Controls, use_store};
use crate::browser::dom;
use crate::state::{Action, Page};
use leptos::prelude::*;

/// Everything inside the element.
#[component]
pub fn App() -> impl IntoView {
    let store = use_store();
    let full = move || store.controls.get() == Controls::Full;
    let atlas = NodeRef::<leptos::html::Div>::new();
    let (focus_comes, focus_goes, pressed) = focus::guard(atlas);
    let theme = move || if store.palette.get().is_dark() { "dark" } else { "light" };
    let page = store.page;
    store.follow_paper();
    store.follow_plan();
    store.follow_places();
    let controls = move || store.controls.get().name();
    let close = move |event: leptos::ev::KeyboardEvent| {
        let hovers = store.attention.with_untracked(|attention| attention.hover.is_some());
        if event.key() == "Escape" && hovers {
            store.attention.update(|attention| attention.hover = None);
        } else if event.key() == "Escape" {
            // Only what shows: elsewhere a choice waits for the map.
            match page.get_untracked() {
                Page::Map => store.dispatch(store.uncover()),
                Page::Claims => store.dispatch(Action::CloseClaim),
                _ => {}
            }
        }
    };
    let skip = move |_| match atlas.get_untracked() {
        Some(atlas) if !page.get_untracked().has_map() => drop(dom::focus(&atlas, ".page")),
        _ => store.to_map.notify(),
    };
    // A page has one main part; an element in somebody else's page is a part among others.
    let role = if store.owns_page() { "main" } else { "region" };
    view! {
        <div
            class="atlas"
            part="atlas"
            lang=move || store.lang.get().code()
            dir=move || store.lang.get().direction().name()
            data-theme=theme
            data-controls=controls
            data-page=move || page.get().name()
            on:keydown=close
            // Whoever comes near will soon ask for something.
            on:pointerenter=move |_| store.fetch_later()
            on:focusin=move |event| {
                focus_comes(event);
                store.fetch_later();
            }
            on:focusout=focus_goes
            on:click=pressed
            node_ref=atlas
            on:dragover=move |event| own::drag(store, &event)
            on:dragleave=move |_| store.own.dragged.set(false)
            on:drop=move |event| own::dropped(store, &event)
        >
            <nav class="no-box">
                // Not a link: a fragment would replace the state in the address.
                <button type="button" class="skip" on:click=skip>
                    {move || store.t(if page.get().has_map() { "nav.skip" } else { "nav.skip_page" })}
                </button>
            </nav>
            <Show when=full>
                <Bar/>
                <div class="find"><Search/></div>
            </Show>
            <PrintFigure/>
            <Show when=move || store.controls.get() != Controls::None && matches!(page.get(), Page::Map | Page::Routes | Page::Tour)>
                <Panel/>
            </Show>
            <div class="no-box" role=role aria-label=move || store.t(&format!("page.{}", page.get().name()))>
                <Show when=move || page.get() == Page::Claims><Awaited view=View::Claims/></Show>
                // The map stays when another page covers it: what it shows is not made anew.
                <div class="no-box map-part" hidden=move || !page.get().has_map()>
                    <MapPane/>
                    <Show when=move || store.table.get()><Awaited view=View::Table/></Show>
                    <Show when=move || page.get() == Page::Routes><Awaited view=View::Strip/></Show>
                </div>
                <Show when=move || page.get() == Page::Timeline><Awaited view=View::Timeline/></Show>
                <Show when=move || page.get() == Page::Sources><Awaited view=View::Sources/></Show>
                <Show when=move || page.get() == Page::About><Awaited view=View::About/></Show>
            </div>
            <Show when=move || store.controls.get() == Controls::Compact><KeyStrip/></Show>
            // Where there is a map they stand on it.
            <Show when=move || !page.get().has_map()><Notices/></Show>
            <Show when=move || store.own.dragged.get()><Awaited view=View::Drop/></Show>
            <Show when=move || store.own.refused.with(Option::is_some)><Awaited view=View::Refused/></Show>
            <p class="sr-only" role="status" aria-live="polite">{move || store.said.get()}</p>
        </div>
    }
}
