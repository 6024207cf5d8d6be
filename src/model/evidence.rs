//! What stands behind the map, and what cards and pages say: the part of the data set that the first view
//! can do without.

use super::{
    atlas::{Atlas, Change},
    fact::{Fact, Milestone},
    institution::Membership,
    source::Source,
};
use crate::i18n::{Catalog, Names};
use serde::{Deserialize, Serialize};
use std::mem::take;

/// The messages that only cards and pages need, by the first part of their keys.
const LATER: [&str; 25] = [
    "about",
    "accuracy",
    "argument",
    "audit",
    "basis",
    "check",
    "citation",
    "cite",
    "claim",
    "claim_kind",
    "claims",
    "confidence",
    "embed",
    "facet",
    "fact",
    "finding",
    "input",
    "money",
    "own",
    "route",
    "source_kind",
    "standing",
    "time",
    "tour",
    "verdict",
];

/// What an atlas lacks while its evidence lies apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// How many sources there are.
    pub sources: u16,
    /// The checksum of the file.
    pub checksum: u32,
}

/// The evidence, each list in the order of the atlas that it belongs to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Evidence {
    sources: Vec<Source>,
    places: Vec<Vec<Fact>>,
    corridors: Vec<(Names, Vec<Fact>, Vec<Milestone>)>,
    institutions: Vec<(Names, Vec<Membership>)>,
    messages: [Catalog; 3],
    changes: Vec<Change>,
}

impl Evidence {
    /// Takes the evidence out of a whole atlas.
    pub fn take(atlas: &mut Atlas) -> Self {
        let later = |key: &str| {
            LATER
                .iter()
                .any(|part| key.strip_prefix(part).is_some_and(|rest| rest.starts_with('.')))
        };
        let messages = atlas.catalogs.0.each_mut().map(|catalog| {
            let (later, first) =
                take(&mut catalog.messages).into_iter().partition(|(key, _)| later(key));
            catalog.messages = first;
            Catalog { messages: later }
        });
        Self {
            sources: take(&mut atlas.sources),
            places: atlas.places.iter_mut().map(|place| take(&mut place.facts)).collect(),
            corridors: atlas
                .corridors
                .iter_mut()
                .map(|of| (take(&mut of.summary), take(&mut of.facts), take(&mut of.milestones)))
                .collect(),
            institutions: atlas
                .institutions
                .iter_mut()
                .map(|of| (take(&mut of.summary), take(&mut of.members)))
                .collect(),
            messages,
            changes: take(&mut atlas.changes),
        }
    }

    /// How many sources there are.
    pub fn sources(&self) -> usize {
        self.sources.len()
    }

    /// Puts the evidence back into the atlas that it was taken out of.
    pub fn give(self, atlas: &mut Atlas) {
        atlas.sources = self.sources;
        for (place, facts) in atlas.places.iter_mut().zip(self.places) {
            place.facts = facts;
        }
        for (of, (summary, facts, milestones)) in atlas.corridors.iter_mut().zip(self.corridors) {
            (of.summary, of.facts, of.milestones) = (summary, facts, milestones);
        }
        for (of, (summary, members)) in atlas.institutions.iter_mut().zip(self.institutions) {
            (of.summary, of.members) = (summary, members);
        }
        for (catalog, more) in atlas.catalogs.0.iter_mut().zip(self.messages) {
            catalog.messages.extend(more.messages);
        }
        atlas.changes = self.changes;
        atlas.apart = None;
    }
}
