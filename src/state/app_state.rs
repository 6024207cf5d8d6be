//! All that a reader can choose, in one plain value.

use super::{layers::Layers, page::Page, trip::Trip, view::MapView};
use crate::claims::Query;
use crate::geo::projection::ProjectionId;
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

/// Years from which the timeline can begin, where not all of it shows: the breakup of the Soviet Union lies behind, the
/// projects begin.
pub const STARTS: [i16; 2] = [2000, 2013];

/// What of the timeline is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// From when on, one of [`STARTS`]; `None` is all.
    pub since: Option<i16>,
    /// Only what the paper mentions.
    pub in_paper: bool,
}

/// The most synthetic lines that can be asked for.
pub const MAX_EXTRA: u32 = 100_000;

/// What the reader sees and has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct AppState {
    /// Language of all words.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// What fills the atlas.
    pub page: Page,
    /// The claim that is open; the map shows what it is about.
    pub claim: Option<ClaimId>,
    /// Which claims are listed.
    pub query: Query,
    /// The part of a long page that the reader was sent to, as `event:gwadar-lease`.
    pub part: Option<String>,
    /// What of the timeline is listed.
    pub times: Times,
    /// The step of the tour, from 1.
    pub step: u8,
    /// The year of which memberships are shown; `None` is that of the data.
    pub year: Option<i16>,
    /// The question for routes.
    pub trip: Trip,
    /// The part of the map shown; `None` fits the whole region into whatever size there is.
    pub map: Option<MapView>,
    /// The projection that the reader chose; `None` takes the one that suits the view.
    pub projection: Option<ProjectionId>,
    /// The thing whose card is open.
    pub select: Option<Ref>,
    /// Whether the map shows as a table.
    pub table: bool,
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
            claim: None,
            query: Query::default(),
            part: None,
            times: Times::default(),
            step: 1,
            year: None,
            trip: Trip::default(),
            map: None,
            projection: None,
            select: None,
            table: false,
            layers: Layers::default(),
            boundaries: BoundaryView::Neutral,
            extra: 0,
        }
    }
}
