//! Where a fact was read.

use super::id::Id;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// What kind of text a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A government, treaty body, port authority or company speaking of itself.
    Official,
    /// Press.
    News,
    /// Study or report.
    Report,
    /// Encyclopedia or wiki.
    Encyclopedia,
    /// Data file in a package.
    Dataset,
    /// A calculation of the atlas, described in its title.
    Computed,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Official,
        Self::News,
        Self::Report,
        Self::Encyclopedia,
        Self::Dataset,
        Self::Computed,
    ];

    /// The name in `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::News => "news",
            Self::Report => "report",
            Self::Encyclopedia => "encyclopedia",
            Self::Dataset => "dataset",
            Self::Computed => "computed",
        }
    }
}

/// A text or data file that was really opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id; facts point here.
    pub id: Id,
    /// Title in its own language, or a description where the copy seen bears none.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it stands.
    pub url: Option<String>,
    /// When a copy was read for the atlas.
    pub seen: Option<PartialDate>,
    /// What kind of text it is.
    pub kind: SourceKind,
}
