//! Projects and waterways: named wholes made of lines.

use super::{
    fact::{Fact, Milestone},
    id::{Id, Kind, Ref},
    line::{Mode, Status},
};
use crate::i18n::Names;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// The family of a corridor; decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Family {
    /// The Pakistan Stream pipeline.
    Gas,
    /// The China–Pakistan Economic Corridor.
    Cpec,
    /// The International North–South Transport Corridor.
    Instc,
    /// Railways outside the two.
    Rail,
    /// Rivers, canals and seas.
    Water,
    /// Projects named for context.
    Context,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 6] =
        [Self::Gas, Self::Cpec, Self::Instc, Self::Rail, Self::Water, Self::Context];

    /// The name in `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gas => "gas",
            Self::Cpec => "cpec",
            Self::Instc => "instc",
            Self::Rail => "rail",
            Self::Water => "water",
            Self::Context => "context",
        }
    }
}

/// A project or a waterway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corridor {
    /// Its id.
    pub id: Id,
    /// Whether it is a waterway (else a project).
    pub waterway: bool,
    /// Its colour family.
    pub family: Family,
    /// Full names.
    pub names: Names,
    /// Short names for the tag on the line; `None` draws no tag.
    pub tag: Option<Names>,
    /// One sentence: from where to where, and what it is.
    pub summary: Names,
    /// Mode of most of its length.
    pub mode: Mode,
    /// Status of the whole, by its least finished necessary part.
    pub status: Status,
    /// The date up to which the status is known.
    pub status_date: PartialDate,
    /// Where the status was read; `None` marks it as assumed.
    pub status_source: Option<Id>,
    /// Its lines, in order.
    pub lines: Vec<Id>,
    /// Places on it, in order, from its lines and beside them.
    pub places: Vec<Id>,
    /// What is known about it.
    pub facts: Vec<Fact>,
    /// What happened to it, oldest first.
    pub milestones: Vec<Milestone>,
}

impl Corridor {
    /// Whether it is a project or a waterway.
    pub fn kind(&self) -> Kind {
        if self.waterway { Kind::Waterway } else { Kind::Project }
    }

    /// Its name without doubt.
    pub fn reference(&self) -> Ref {
        Ref { kind: self.kind(), id: self.id.clone() }
    }
}
