//! A number with all that makes it checkable.

use super::id::Id;
use crate::i18n::Names;
use crate::units::{PartialDate, Unit};
use serde::{Deserialize, Serialize};

/// How far a fact can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Read in the source named.
    Sourced,
    /// Computed by the atlas from the source named.
    Computed,
    /// Taken for granted; the source says by whom and why.
    Assumed,
}

impl Confidence {
    /// Every degree.
    pub const ALL: [Self; 3] = [Self::Sourced, Self::Computed, Self::Assumed];

    /// The name in `data/` and in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Computed => "computed",
            Self::Assumed => "assumed",
        }
    }
}

/// One number or a range, in the unit of its fact.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A single number.
    One(f64),
    /// From low to high, both included.
    Range(f64, f64),
}

impl Value {
    /// The lower and the upper end; equal for a single number.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::One(n) => (n, n),
            Self::Range(low, high) => (low, high),
        }
    }
}

/// A sourced, dated number about one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What is measured; the words are in the catalogs under `fact.<what>`.
    pub what: Id,
    /// The number or range.
    pub value: Value,
    /// Its unit.
    pub unit: Unit,
    /// The date of which it is true, as far as the source tells.
    pub date: Option<PartialDate>,
    /// Where it stands.
    pub source: Id,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The source gives a round figure ("about 1,200 km").
    pub about: bool,
    /// What a reader must know beside it ("at phase I berths").
    pub note: Option<Names>,
}

/// Something that happened to a project or place, with its date and source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// When.
    pub date: PartialDate,
    /// What, as one short sentence.
    pub text: Names,
    /// Where it stands.
    pub source: Id,
}
