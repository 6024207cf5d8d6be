//! The pages of the atlas.

use crate::model::atlas::Atlas;

/// What fills the atlas beside its bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// The map with the panel.
    #[default]
    Map,
    /// Routes through the network, beside the map.
    Routes,
    /// What the paper says, with filters, beside the map.
    Claims,
    /// What happened when, and figures of trade.
    Timeline,
    /// What a careful reader notes, and the paper's list of references.
    Sources,
    /// The guided tour, beside the map.
    Tour,
    /// What the atlas is, how it works, how to cite it.
    About,
}

impl Page {
    /// Every page, in the order of the bar.
    pub const ALL: [Self; 7] = [
        Self::Map,
        Self::Routes,
        Self::Tour,
        Self::Claims,
        Self::Timeline,
        Self::Sources,
        Self::About,
    ];

    /// The name in fragments; its words are in the catalogs under `page.<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Routes => "routes",
            Self::Claims => "claims",
            Self::Timeline => "timeline",
            Self::Sources => "sources",
            Self::Tour => "tour",
            Self::About => "about",
        }
    }

    /// The page of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    /// Whether the data have what it shows.
    pub fn is_in(self, atlas: &Atlas) -> bool {
        match self {
            Self::Tour => atlas.study.steps > 0,
            Self::Routes => atlas.network != 0,
            Self::Claims | Self::Sources => atlas.study.claims > 0,
            Self::Timeline => atlas.study.events > 0,
            Self::Map | Self::About => true,
        }
    }

    /// Whether it has a tab of its own. What the atlas is stands behind a sign at the end of the bar.
    pub fn has_tab(self) -> bool {
        self != Self::About
    }

    /// Whether the map shows on it.
    pub fn has_map(self) -> bool {
        matches!(self, Self::Map | Self::Routes | Self::Claims | Self::Tour)
    }
}
