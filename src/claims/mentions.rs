//! What else speaks of a claim or of a thing: findings, events, steps of the tour.

use crate::model::id::{Kind, Ref};
use crate::model::study::{ClaimId, Event, Finding, Step, Study};

/// What speaks of a claim beside its own card, each list in its own order.
#[derive(Debug, PartialEq)]
pub struct Mentions<'a, T> {
    /// What a careful reader notes.
    pub findings: Vec<&'a Finding<T>>,
    /// What happened.
    pub events: Vec<&'a Event<T>>,
    /// Steps of the tour with their numbers, from 1.
    pub steps: Vec<(u8, &'a Step<T>)>,
}

impl<T> Mentions<'_, T> {
    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.events.is_empty() && self.steps.is_empty()
    }
}

/// What speaks of a claim.
pub fn mentions<T>(study: &Study<T>, id: ClaimId) -> Mentions<'_, T> {
    Mentions {
        findings: study.findings.iter().filter(|one| one.claims.contains(&id)).collect(),
        events: study.events.iter().filter(|one| one.claims.contains(&id)).collect(),
        steps: (1..).zip(&study.tour).filter(|(_, one)| one.claims.contains(&id)).collect(),
    }
}

/// The events that a thing has a part in, oldest first. A waterway has none: events name places and projects.
pub fn happened<'a, T>(study: &'a Study<T>, thing: &Ref) -> Vec<&'a Event<T>> {
    let has = |event: &&Event<T>| match thing.kind {
        Kind::Place => event.places.contains(&thing.id),
        Kind::Project => event.projects.contains(&thing.id),
        Kind::Institution => event.institutions.contains(&thing.id),
        Kind::Waterway => false,
    };
    study.events.iter().filter(has).collect()
}
