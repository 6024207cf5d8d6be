//! Organisations of states, and who belonged to them when.

use super::id::Id;
use crate::i18n::Names;
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// The standing of a country in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Full member or contracting party.
    Member,
    /// Observer.
    Observer,
    /// Partner.
    Partner,
    /// Has applied.
    Applicant,
    /// Membership suspended.
    Suspended,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] =
        [Self::Member, Self::Observer, Self::Partner, Self::Applicant, Self::Suspended];

    /// The name in `data/` and in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Observer => "observer",
            Self::Partner => "partner",
            Self::Applicant => "applicant",
            Self::Suspended => "suspended",
        }
    }
}

/// One country's time in an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// ISO 3166-1 alpha-3 code.
    pub country: String,
    /// Since when.
    pub from: PartialDate,
    /// Until when, if it ended.
    pub to: Option<PartialDate>,
    /// As what.
    pub standing: Standing,
    /// Where it was read.
    pub source: Id,
}

impl Membership {
    /// Whether the country is a full member in that year: from the year in which it came to the one
    /// before that in which it left.
    pub fn counts_in(&self, year: i16) -> bool {
        let left = self.to.is_some_and(|to| to.year <= year);
        self.standing == Standing::Member && self.from.year <= year && !left
    }
}

/// An organisation, initiative or treaty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    /// Its id.
    pub id: Id,
    /// Full names.
    pub names: Names,
    /// Short forms.
    pub short: Names,
    /// One sentence on what it is.
    pub summary: Names,
    /// Members and their dates.
    pub members: Vec<Membership>,
    /// Where the list was read.
    pub sources: Vec<Id>,
}

impl Institution {
    /// The countries that are full members in that year, each with the year in which it came.
    pub fn members_in(&self, year: i16) -> impl Iterator<Item = (&str, i16)> {
        let members = self.members.iter().filter(move |member| member.counts_in(year));
        members.map(|member| (member.country.as_str(), member.from.year))
    }
}
