//! Something that happened, in the paper or around it.

use super::{
    ClaimId, Period,
    claim::{named, said_in},
};
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use serde::{Deserialize, Serialize};

named! {
    /// Where a statement or figure comes from.
    Origin {
        /// The paper names it.
        Paper = "paper",
        /// It stands in other sources only.
        Outside = "outside",
    }
}

/// A dated event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event<T> {
    /// Its id.
    pub id: Id,
    /// When.
    pub period: Period,
    /// Whether the paper names it.
    pub origin: Origin,
    /// What happened, as one short sentence.
    pub text: T,
    /// The language of its words: English where it is not translated yet.
    pub lang: Lang,
    /// Claims that speak of it.
    pub claims: Vec<ClaimId>,
    /// Places that it is about.
    pub places: Vec<Id>,
    /// Projects that it is about.
    pub projects: Vec<Id>,
    /// Organisations that it is about.
    pub institutions: Vec<Id>,
    /// Countries that it is about, ISO 3166-1 alpha-3.
    pub countries: Vec<String>,
    /// Where it was read.
    pub sources: Vec<Id>,
}

impl Event<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Event<String> {
        Event {
            id: self.id.clone(),
            period: self.period,
            origin: self.origin,
            text: self.text.get(lang).to_owned(),
            lang: said_in(&self.text, lang),
            claims: self.claims.clone(),
            places: self.places.clone(),
            projects: self.projects.clone(),
            institutions: self.institutions.clone(),
            countries: self.countries.clone(),
            sources: self.sources.clone(),
        }
    }
}
