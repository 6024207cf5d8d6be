//! What the paper says, sentence by sentence, and what is known outside of it.
//!
//! `T` is the text of one language ([`String`], as the page loads it) or of all three ([`Names`], as
//! the files of `data/` hold it); [`Study::spoken`] goes from one to the other.

mod claim;
mod event;
mod finding;
mod node;
mod reference;
mod step;
mod trade;

pub use claim::{
    Bound, Check, CheckState, Citation, CitationState, Claim, ClaimId, ClaimKind, Quantity,
};
pub use event::{Event, Origin};
pub use finding::{Finding, FindingKind};
pub use node::Node;
pub use reference::{Author, Reference, ReferenceKind, Remark, RemarkKind};
pub use step::Step;
pub use trade::{Basis, TradePoint};

use super::id::Id;
use crate::i18n::{Lang, Names};
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// A part of the paper under a heading of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section<T> {
    /// Its key in locators: `ctx`, `lit-3`.
    pub id: Id,
    /// What it is about, in the atlas's words.
    pub title: T,
    /// How many paragraphs it has.
    pub paragraphs: u8,
}

/// Somebody whom the paper names as an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person<T> {
    /// The id.
    pub id: Id,
    /// The name.
    pub names: T,
}

/// A figure of the paper whose content is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MissingFigure<T> {
    /// The id.
    pub id: Id,
    /// The section it stands in.
    pub section: Id,
    /// The paragraph that it follows, from 1.
    pub after: u8,
    /// What is left of it.
    pub remains: T,
    /// What is missing.
    pub missing: T,
}

/// A day, month or year, or the time from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The day, month or year, or the first of several.
    pub from: PartialDate,
    /// The last, where it is a time and no point.
    pub to: Option<PartialDate>,
}

impl Period {
    /// Every ten years that it touches, each by its first year.
    pub fn decades(self) -> impl Iterator<Item = i16> {
        let first = self.from.year - self.from.year.rem_euclid(10);
        let last = self.to.unwrap_or(self.from).year;
        (0..).map(move |n| first + 10 * n).take_while(move |decade| *decade <= last)
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(out, "/{to}"))
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Study<T> {
    /// The parts of the paper, in its order.
    pub sections: Vec<Section<T>>,
    /// Its claims, in its order.
    pub claims: Vec<Claim<T>>,
    /// Those whom it names as actors.
    pub people: Vec<Person<T>>,
    /// Its list of references, in its order.
    pub references: Vec<Reference<T>>,
    /// Its figures whose content is missing.
    pub missing_figures: Vec<MissingFigure<T>>,
    /// What a careful reader finds beyond what can be counted.
    pub findings: Vec<Finding<T>>,
    /// Its events and those around it, oldest first.
    pub events: Vec<Event<T>>,
    /// Figures of Russia's trade.
    pub trade: Vec<TradePoint<T>>,
    /// The argument as a diagram.
    pub argument: Vec<Node<T>>,
    /// The guided tour, step by step.
    pub tour: Vec<Step<T>>,
}

impl<T> Study<T> {
    /// The claim of that id.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim<T>> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The claims that cite an entry, in the paper's order.
    pub fn citing(&self, reference: &Id) -> impl Iterator<Item = &Claim<T>> {
        self.claims.iter().filter(move |claim| {
            claim.citations.iter().any(|citation| citation.reference.as_ref() == Some(reference))
        })
    }
}

impl Study<Names> {
    /// The same in one language.
    pub fn spoken(&self, lang: Lang) -> Study<String> {
        let say = |names: &Names| names.get(lang).to_owned();
        let section = |of: &Section<Names>| Section {
            id: of.id.clone(),
            title: say(&of.title),
            paragraphs: of.paragraphs,
        };
        let person = |of: &Person<Names>| Person { id: of.id.clone(), names: say(&of.names) };
        let missing = |of: &MissingFigure<Names>| MissingFigure {
            id: of.id.clone(),
            section: of.section.clone(),
            after: of.after,
            remains: say(&of.remains),
            missing: say(&of.missing),
        };
        Study {
            sections: self.sections.iter().map(section).collect(),
            claims: self.claims.iter().map(|claim| claim.spoken(lang)).collect(),
            people: self.people.iter().map(person).collect(),
            references: self.references.iter().map(|entry| entry.spoken(lang)).collect(),
            missing_figures: self.missing_figures.iter().map(missing).collect(),
            findings: self.findings.iter().map(|finding| finding.spoken(lang)).collect(),
            events: self.events.iter().map(|event| event.spoken(lang)).collect(),
            trade: self.trade.iter().map(|point| point.spoken(lang)).collect(),
            argument: self.argument.iter().map(|node| node.spoken(lang)).collect(),
            tour: self.tour.iter().map(|step| step.spoken(lang)).collect(),
        }
    }
}
