//! The key: samples from the map's own style table, only of what is on the map.

use super::icon::{Icon, IconView};
use super::store::{Controls, Store, use_store};
use super::swatch::{Sample, Swatch};
use crate::i18n::Arg;
use crate::model::basemap::BoundaryView;
use crate::scene::{
    display::Size,
    key::{LineEntry, key},
};
use crate::state::{Layer, Page};
use leptos::prelude::*;

/// Whether the key is open by itself: on wide maps, but not where routes have their own strip below the map.
fn is_open(size: Size, page: Page) -> bool {
    size.width >= 760.0 && size.height >= 560.0 && page != Page::Routes
}

impl Store {
    /// Whether the key stands open on the map, unless the reader closed it.
    pub fn has_key(&self) -> bool {
        self.controls.get_untracked() == Controls::Full
            && is_open(self.size.get_untracked(), self.page.get_untracked())
    }
}

/// Lines with what they stand for.
fn samples(store: Store, lines: Vec<LineEntry>) -> impl IntoView {
    let sample = |entry: LineEntry| {
        let words = store.t(&entry.message());
        view! { <li><Swatch sample=entry.sample()/><span>{words}</span></li> }
    };
    lines.into_iter().map(sample).collect_view()
}

/// The key of an element that has no room for more: one line below the map, as much of it as fits, and the way to
/// the whole atlas.
#[component]
pub fn KeyStrip() -> impl IntoView {
    let store = use_store();
    let stage = store.stage();
    let lines = move || samples(store, key(&stage, store.layers.get(), &[]).lines);
    let link = move || {
        store.state.track();
        store.link()
    };
    let offered = store.link().is_some();
    view! {
        <section class="key-strip" aria-label=store.words("key.title")>
            <ul class="key-list">{lines}</ul>
            <Show when=move || offered>
                <a href=link target="_blank" rel="noopener">{store.words("key.open")}</a>
            </Show>
        </section>
    }
}

/// The key, open on wide maps.
#[component]
pub fn Key() -> impl IntoView {
    let store = use_store();
    let opened = RwSignal::new(None::<bool>);
    let roomy = Memo::new(move |_| is_open(store.size.get(), store.page.get()));
    let wanted = move || opened.get().unwrap_or_else(|| roomy.get());
    let open = move || wanted() && !store.tools.layers.get();
    let stage = store.stage();
    let content =
        Memo::new(move |_| store.visible.with(|visible| key(&stage, store.layers.get(), visible)));
    let lines = move || samples(store, content.with(|key| key.lines.clone()));
    let statuses = move || {
        content
            .with(|key| key.statuses.clone())
            .into_iter()
            .map(|status| {
                let words = store.t(&format!("status.{}", status.name()));
                view! { <li><Swatch sample=Sample::Status(status)/><span>{words}</span></li> }
            })
            .collect_view()
    };
    let places = move || {
        content
            .with(|key| key.places.clone())
            .into_iter()
            .map(|kind| {
                let words = store.t(&format!("key.place.{}", kind.name()));
                view! { <li><Swatch sample=Sample::Symbol(kind)/><span>{words}</span></li> }
            })
            .collect_view()
    };
    let shows = move |layer| store.layers.get().contains(layer);
    let boundaries = Memo::new(move |_| store.state.with(|state| state.boundaries));
    let view_name = move || {
        let name = store.t(&format!("boundaries.{}", boundaries.get().name()));
        store.fill("key.view", &[("view", Arg::Word(&name))])
    };
    Effect::new(move |_| {
        open();
        content.track();
        store.furniture.notify();
    });
    let toggle_label = move || store.t(if open() { "key.collapse" } else { "key.expand" });
    view! {
        <section class="card key furniture" class:key-open=open aria-label=store.words("key.title")>
            <button
                type="button"
                class="key-head"
                aria-expanded=move || open().to_string()
                title=toggle_label
                on:click=move |_| {
                    let now = !untrack(open);
                    store.tools.layers.set(false);
                    opened.set(Some(now));
                }
            >
                <span class="card-title">{store.words("key.title")}</span>
                {move || view! { <IconView icon=if open() { Icon::Minus } else { Icon::Plus }/> }}
            </button>
            <Show when=open>
                <div class="key-body">
                    <ul class="key-list">{lines}</ul>
                    <Show when=move || content.with(|key| !key.statuses.is_empty())>
                        <h3 class="card-title">{store.words("key.status")}</h3>
                        <ul class="key-list">{statuses}</ul>
                    </Show>
                    <Show when=move || content.with(|key| !key.places.is_empty())>
                        <h3 class="card-title">{store.words("key.places")}</h3>
                        <ul class="key-list key-places">{places}</ul>
                        <ul class="key-list">
                            <li><Swatch sample=Sample::Hollow/><span>{store.words("key.approximate")}</span></li>
                        </ul>
                    </Show>
                    <Show when=move || shows(Layer::Borders)>
                        <ul class="key-list key-borders">
                            <li><Swatch sample=Sample::Disputed/><span>{store.words("key.disputed")}</span></li>
                        </ul>
                        <Show when=move || boundaries.get() != BoundaryView::Neutral>
                            <p class="meta">{view_name}</p>
                        </Show>
                    </Show>
                </div>
            </Show>
        </section>
    }
}
