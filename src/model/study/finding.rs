//! What a careful reader notes about the paper beyond what can be counted.

use super::{ClaimId, claim::named};
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use serde::{Deserialize, Serialize};

named! {
    /// What sort of note it is.
    FindingKind {
        /// Two statements of the paper do not fit together.
        Contradiction = "contradiction",
        /// Two statements pull in different directions without excluding each other.
        Tension = "tension",
        /// The paper says the same in two places.
        Repetition = "repetition",
        /// Something that the argument needs is not there, or its meaning is open.
        Gap = "gap",
    }
}

/// One note, with the claims that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding<T> {
    /// Its id.
    pub id: Id,
    /// What sort of note it is.
    pub kind: FindingKind,
    /// The note.
    pub text: T,
    /// The claims side by side.
    pub claims: Vec<ClaimId>,
    /// What was read outside.
    pub sources: Vec<Id>,
}

impl Finding<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Finding<String> {
        Finding {
            id: self.id.clone(),
            kind: self.kind,
            text: self.text.get(lang).to_owned(),
            claims: self.claims.clone(),
            sources: self.sources.clone(),
        }
    }
}
