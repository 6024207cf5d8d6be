//! All that a reader can choose, in one plain value.

use super::{layers::Layers, view::MapView};
use crate::geo::projection::ProjectionId;
use crate::claims::Filter;
use crate::i18n::Lang;
use crate::model::{basemap::BoundaryView, id::Ref, study::ClaimId};

/// Light or dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in attributes and fragments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// The parts of the atlas between which the reader goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// The map with its cards.
    #[default]
    Map,
    /// What the paper says.
    Claims,
    /// When things happened.
    Timeline,
    /// What a careful referee would say.
    Audit,
    /// The paper's list of references.
    Sources,
}

impl Page {
    /// Every part, in the order of the bar.
    pub const ALL: [Self; 5] =
        [Self::Map, Self::Claims, Self::Timeline, Self::Audit, Self::Sources];

    /// The name in fragments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Claims => "claims",
            Self::Timeline => "timeline",
            Self::Audit => "audit",
            Self::Sources => "sources",
        }
    }

    /// The part of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// Signs of a search over claims that are kept.
pub const MAX_QUERY: usize = 200;

/// The most synthetic lines that can be asked for.
pub const MAX_EXTRA: u32 = 100_000;

/// What the reader sees and has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct AppState {
    /// Language of all words.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// The part of the atlas that shows.
    pub page: Page,
    /// The part of the map shown; `None` fits the whole region into whatever size there is.
    pub map: Option<MapView>,
    /// The projection that the reader chose; `None` takes the one that suits the view.
    pub projection: Option<ProjectionId>,
    /// The thing whose card is open.
    pub select: Option<Ref>,
    /// The claim that is open.
    pub claim: Option<ClaimId>,
    /// What is searched for among the claims, at most [`MAX_QUERY`] signs.
    pub query: String,
    /// To what the claims are narrowed down.
    pub filter: Filter,
    /// What is drawn.
    pub layers: Layers,
    /// How disputed borders are drawn.
    pub boundaries: BoundaryView,
    /// Synthetic lines for measurement, at most [`MAX_EXTRA`].
    pub extra: u32,
}

impl Default for AppState {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            theme: Theme::default(),
            page: Page::default(),
            map: None,
            projection: None,
            select: None,
            claim: None,
            query: String::new(),
            filter: Filter::default(),
            layers: Layers::default(),
            boundaries: BoundaryView::Neutral,
            extra: 0,
        }
    }
}
