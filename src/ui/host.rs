//! What the atlas tells its host, and what the host wishes of it.

use super::later::Later;
use super::own::Refusal;
use super::store::Store;
use crate::claims::Reading;
use crate::i18n::{Lang, Names};
use crate::model::{id::Ref, study::Study};
use crate::network::{Answer, Graph};
use crate::scene::stage::Stage;
use crate::state::{AppState, History};
use leptos::prelude::GetUntracked;
use std::{rc::Rc, sync::Arc};
use web_sys::Blob;

/// What the first view can do without, and the data with all that belongs to it.
pub type Whole = (&'static Later, Arc<Stage>);

/// What the atlas tells its host.
pub trait Host {
    /// The state changed, by the reader or by the host's own call.
    fn changed(&self, state: &AppState, history: History);
    /// Something was chosen.
    fn selected(&self, target: &Ref);
    /// A link to the present view, where the host has one to give.
    fn link(&self, state: &AppState) -> Option<String>;
    /// Asked when the map comes so near that `stage` lacks ground for it: calls `there` with one that
    /// has it, if it can be had.
    fn near(&self, stage: Arc<Stage>, there: Box<dyn FnOnce(Arc<Stage>)>);
    /// Calls `there` with what the first view can do without, and with the data as a whole, if both can be
    /// had.
    fn later(&self, stage: Arc<Stage>, there: Box<dyn FnOnce(Option<Whole>)>);
    /// Calls `there` with what the paper says in that language, if it can be had.
    fn reading(&self, lang: Lang, there: Box<dyn FnOnce(Option<Rc<Reading>>)>);
    /// Calls `there` with the network that routes are searched in, if it can be had.
    fn graph(&self, there: Box<dyn FnOnce(Option<Arc<Graph>>)>);
    /// Tells that routes were computed.
    fn routed(&self, lang: Lang, answer: &Answer, graph: &Graph);
    /// Calls `there` with the whole atlas as one file, if the page has it.
    fn single(&self, there: Box<dyn FnOnce(Option<Blob>)>);
    /// Whether the browser would put the page among the reader's programs.
    fn installs(&self) -> bool;
    /// Asks the browser to do so; it asks the reader once more.
    fn install(&self);
    /// Shows the data in a file instead of these, or calls `refused` with why not.
    fn bring(&self, name: String, text: String, refused: Box<dyn FnOnce(Refusal)>);
    /// Shows the atlas's own data again.
    fn go_back(&self);
    /// The claims of data that somebody brought.
    fn study(&self) -> Option<Rc<Study<Names>>>;
    /// Whether the whole page is the atlas.
    fn owns_page(&self) -> bool;
}

/// How much of the atlas's own furniture the host wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Controls {
    /// All.
    #[default]
    Full,
    /// Map, card and zoom.
    Compact,
    /// Only the map.
    None,
}

impl Controls {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Full, Self::Compact, Self::None];

    /// The name in the attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::None => "none",
        }
    }

    /// The choice of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// How wheel and fingers act on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gestures {
    /// One finger and the bare wheel belong to the page around.
    #[default]
    Cooperative,
    /// All belong to the map.
    Direct,
}

impl Store {
    /// A link to the present view, where there is one to give.
    pub fn link(&self) -> Option<String> {
        self.host().link(&self.state.get_untracked())
    }

    /// Whether the page is the atlas's own, to print and to name.
    pub fn owns_page(&self) -> bool {
        self.host().owns_page()
    }
}
