//! What the first view can do without: pages, cards, files, the search for routes. In the built page it is a
//! part of its own, fetched when it is first asked for.
//!
//! All of it hangs on one table of functions, [`LATER`]; `cargo xtask dist` cuts off what is reached through
//! the table alone (`embed/later.rs` says where). A direct call from anywhere else brings it back into the
//! first view: `cargo xtask size` shows that.

use super::about::AboutPage;
use super::audit::SourcesPage;
use super::claims::{ClaimCard, ClaimsPage};
use super::export::{self, job};
use super::host::Whole;
use super::layers::Switches;
use super::map::{
    measure::Sum,
    menu::{Menu, OpenMenu},
};
use super::own::views as own;
use super::panel::Chosen;
use super::plan;
use super::routes::{Routes, Strip};
use super::search::{self, Found};
use super::store::{Store, use_store};
use super::table::Table;
use super::timeline::TimelinePage;
use super::tour::Tour;
use super::trails;
use crate::claims::Reading;
use crate::data::{decode_network, decode_study};
use crate::export::sheet::Sheet;
use crate::i18n::{Lang, Names};
use crate::model::{id::Ref, study::Study};
use crate::network::{Answer, Graph, Query, QueryError};
use crate::scene::{display::Size, trail::Trail};
use crate::search::Index;
use crate::verdicts::Verdicts;
use leptos::prelude::*;
use std::{future::Future, pin::Pin, sync::Arc};

/// A view that comes later.
#[derive(Debug, Clone)]
pub enum View {
    /// The page about the atlas.
    About,
    /// The page of claims.
    Claims,
    /// The card of the open claim.
    Claim,
    /// The card of a thing.
    Chosen(Ref),
    /// The dialog of files, and what closes it.
    Export(Callback<()>),
    /// The switches of layers.
    Layers,
    /// What is said of data that a reader brought.
    Brought,
    /// Where a file may be dropped.
    Drop,
    /// A file that was not taken.
    Refused,
    /// What has been measured.
    Measured,
    /// The menu of a point.
    Menu(Menu),
    /// The page of routes.
    Routes,
    /// The strip below the map.
    Strip,
    /// The page of sources.
    Sources,
    /// The map as a table.
    Table,
    /// The page of time.
    Timeline,
    /// The tour.
    Tour,
}

/// A promise of a file; `None` where the browser cannot make it.
pub type Making = Pin<Box<dyn Future<Output = Option<job::Made>>>>;

/// What comes later.
pub struct Later {
    /// A view.
    pub view: fn(View) -> AnyView,
    /// The names that begin or hold what was typed; the index is made with the first question.
    pub hits: fn(Store, &mut Option<Index>, &str) -> Vec<Found>,
    /// The paper, read from its file.
    pub reading: fn(Lang, &[u8]) -> Option<Reading>,
    /// The claims of data that somebody brought.
    pub spoken: fn(Lang, &Study<Names>) -> Reading,
    /// The network, read from its file.
    pub graph: fn(&[u8]) -> Option<Graph>,
    /// The answer to a question, or all that are best in something.
    pub answer: fn(&Graph, &Query, bool) -> Result<Answer, QueryError>,
    /// What the network says of the claims.
    pub verdicts: fn(&Arc<Graph>) -> Arc<Verdicts>,
    /// Routes as the map draws them, the one looked at among them.
    pub trails: fn(&Graph, &Answer, usize) -> Vec<Trail>,
    /// What shows, as a figure on a sheet of that size with that margin.
    pub figure: fn(Store, Option<Size>, f32) -> Sheet,
    /// What shows, as a file.
    pub make: fn(Store, job::Order) -> Making,
}

/// The table itself.
pub static LATER: Later = Later {
    view,
    hits: search::hits,
    reading: |lang, bytes| Some(Reading::new(lang, decode_study(bytes).ok()?)),
    spoken: |lang, study| Reading::new(lang, study.spoken(lang)),
    graph: |bytes| Some(Graph::new(Arc::new(decode_network(bytes).ok()?))),
    answer: plan::answer,
    verdicts: Verdicts::of,
    trails: trails::trails,
    figure: job::figure,
    make: |store, order| Box::pin(job::make(store, order)),
};

fn view(view: View) -> AnyView {
    match view {
        View::About => view! { <AboutPage/> }.into_any(),
        View::Claims => view! { <ClaimsPage/> }.into_any(),
        View::Claim => view! { <ClaimCard/> }.into_any(),
        View::Chosen(target) => view! { <Chosen target/> }.into_any(),
        View::Export(close) => {
            view! { <export::Files/><export::Paper close/><export::embed::Embed/><export::embed::Whole/><own::OpenFile close/> }
                .into_any()
        }
        View::Layers => view! { <Switches/> }.into_any(),
        View::Brought => view! { <own::Brought/> }.into_any(),
        View::Drop => view! { <own::Target/> }.into_any(),
        View::Refused => view! { <own::Refused/> }.into_any(),
        View::Measured => view! { <Sum/> }.into_any(),
        View::Menu(menu) => view! { <OpenMenu menu/> }.into_any(),
        View::Routes => view! { <Routes/> }.into_any(),
        View::Strip => view! { <Strip/> }.into_any(),
        View::Sources => view! { <SourcesPage/> }.into_any(),
        View::Table => view! { <Table/> }.into_any(),
        View::Timeline => view! { <TimelinePage/> }.into_any(),
        View::Tour => view! { <Tour/> }.into_any(),
    }
}

impl Store {
    /// Fetches the part; a second time too, where it could not be had.
    pub fn fetch_later(self) {
        if self.later.with_untracked(Option::is_some) {
            return;
        }
        self.later_failed.set(false);
        let there = move |whole: Option<Whole>| {
            // The element may be gone by then.
            self.later_failed.try_set(whole.is_none());
            if let Some(whole) = whole {
                self.take_over(whole);
            }
        };
        self.host().later(self.stage(), Box::new(there));
    }
}

/// A view that comes later, with what stands in its place until then.
#[component]
pub fn Awaited(
    /// Which.
    view: View,
) -> impl IntoView {
    let store = use_store();
    store.fetch_later();
    move || match store.later.get() {
        Some(later) => (later.view)(view.clone()),
        None if store.later_failed.get() => view! {
            <div class="wait" role="alert">
                <p>{store.words("later.failed")}</p>
                <button type="button" class="button" on:click=move |_| store.fetch_later()>
                    {store.words("later.again")}
                </button>
            </div>
        }
        .into_any(),
        None => view! { <p class="meta wait" role="status">{store.words("later.loading")}</p> }
            .into_any(),
    }
}
