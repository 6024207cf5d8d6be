//! One thing that the paper says, and what is known about it.

use super::Period;
use crate::i18n::{Lang, Names, cut};
use crate::model::id::Id;
use crate::units::Unit;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The number of a claim, written `C076`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimId(pub u16);

impl fmt::Display for ClaimId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "C{:03}", self.0)
    }
}

/// Why a text is no number of a claim.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no number of a claim; write C and three digits")]
pub struct NoClaimId(pub String);

impl FromStr for ClaimId {
    type Err = NoClaimId;

    fn from_str(text: &str) -> Result<Self, NoClaimId> {
        let digits = text
            .strip_prefix(['C', 'c'])
            .filter(|digits| digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).map(Self).ok_or_else(|| NoClaimId(cut(text)))
    }
}

/// An enumeration whose values have names in `data/`, in records and in the keys of the catalogs.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$of])* $value),+ }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The name in `data/` and in records.
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }
    };
}
pub(super) use named;

named! {
    /// What sort of statement a claim is.
    ClaimKind {
        /// Something that happened or is so.
        Fact = "fact",
        /// A number is its point.
        Figure = "figure",
        /// A judgement.
        Interpretation = "interpretation",
        /// One thing brings about another.
        Causal = "causal",
        /// What will or could be.
        Forecast = "forecast",
        /// What should be done.
        Recommendation = "recommendation",
        /// What the paper sets out to do.
        Objective = "objective",
        /// What the paper asks.
        Question = "question",
        /// How the paper goes about it.
        Method = "method",
    }
}

named! {
    /// What an outside check came to.
    CheckState {
        /// Sources say the same.
        Agrees = "agrees",
        /// Sources say a part of it.
        Partly = "partly",
        /// Sources disagree with each other.
        Contested = "contested",
        /// Sources say otherwise.
        Disagrees = "disagrees",
        /// The same words or figures stand elsewhere, which says nothing about their truth.
        SameElsewhere = "same-elsewhere",
        /// Looked for and not found.
        NotFound = "not-found",
        /// Not looked for.
        NotChecked = "not-checked",
    }
}

named! {
    /// Whether a citation leads anywhere.
    CitationState {
        /// The paper's list has an entry that can bear it.
        Listed = "listed",
        /// The paper's list has no entry.
        Missing = "missing",
        /// The entry is older than what it is cited for.
        DateImpossible = "date-impossible",
        /// The entry is about something else by its title.
        OffTopic = "off-topic",
    }
}

named! {
    /// How exact a quantity is meant.
    Bound {
        /// More than that.
        Over = "over",
        /// Roughly that.
        About = "about",
    }
}

/// A work that the paper names for a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// As the paper prints it.
    pub label: String,
    /// Whether it leads anywhere.
    pub state: CitationState,
    /// The entry of the paper's list.
    pub reference: Option<Id>,
    /// A missing one that is also older than what it is cited for.
    pub too_old: bool,
}

/// A number in a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
    /// What it counts, as an id.
    pub what: Id,
    /// How exact it is meant; exact where there is nothing.
    pub bound: Option<Bound>,
    /// The year of which it is said.
    pub year: Option<i16>,
}

/// What was found outside the paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Check<T> {
    /// What it came to.
    pub state: CheckState,
    /// What was found.
    pub note: Option<T>,
    /// Where.
    pub sources: Vec<Id>,
}

/// One thing that the paper says, in the atlas's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim<T> {
    /// Its number.
    pub id: ClaimId,
    /// The section it stands in.
    pub section: Id,
    /// The paragraph of the section, from 1; 0 where it is not known.
    pub paragraph: u8,
    /// What sort of statement it is.
    pub kind: ClaimKind,
    /// What it says.
    pub text: T,
    /// The language of its words: English where it is not translated yet.
    pub lang: Lang,
    /// Who is said to say it, where it is not the authors.
    pub who: Option<T>,
    /// Works named for it.
    pub citations: Vec<Citation>,
    /// Places that it is about.
    pub places: Vec<Id>,
    /// Waterways that it is about.
    pub waterways: Vec<Id>,
    /// Projects that it is about.
    pub projects: Vec<Id>,
    /// Organisations that it is about.
    pub institutions: Vec<Id>,
    /// Countries that it is about, ISO 3166-1 alpha-3.
    pub countries: Vec<String>,
    /// People who act in it.
    pub people: Vec<Id>,
    /// Dates that it states.
    pub dates: Vec<Period>,
    /// Numbers that it states.
    pub quantities: Vec<Quantity>,
    /// Earlier claims that it repeats.
    pub repeats: Vec<ClaimId>,
    /// What was found outside.
    pub check: Check<T>,
}

/// The language that a text has for the readers of `lang`.
pub(super) fn said_in(text: &Names, lang: Lang) -> Lang {
    if text.get(lang) == text.en { Lang::En } else { lang }
}

impl Claim<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Claim<String> {
        let say = |names: &Names| names.get(lang).to_owned();
        Claim {
            id: self.id,
            section: self.section.clone(),
            paragraph: self.paragraph,
            kind: self.kind,
            text: say(&self.text),
            lang: said_in(&self.text, lang),
            who: self.who.as_ref().map(say),
            citations: self.citations.clone(),
            places: self.places.clone(),
            waterways: self.waterways.clone(),
            projects: self.projects.clone(),
            institutions: self.institutions.clone(),
            countries: self.countries.clone(),
            people: self.people.clone(),
            dates: self.dates.clone(),
            quantities: self.quantities.clone(),
            repeats: self.repeats.clone(),
            check: Check {
                state: self.check.state,
                note: self.check.note.as_ref().map(say),
                sources: self.check.sources.clone(),
            },
        }
    }
}
