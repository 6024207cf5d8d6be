//! The paper's argument as a diagram.

use super::ClaimId;
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use serde::{Deserialize, Serialize};

/// One thought of the argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node<T> {
    /// Its id.
    pub id: Id,
    /// From 1, evidence, by what the paper infers (2) and expects or recommends (3) to 4, its
    /// conclusion.
    pub rank: u8,
    /// The thought in a few words.
    pub text: T,
    /// The claims that it stands for.
    pub claims: Vec<ClaimId>,
    /// Thoughts of higher ranks that it is meant to support.
    pub supports: Vec<Id>,
}

impl Node<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Node<String> {
        Node {
            id: self.id.clone(),
            rank: self.rank,
            text: self.text.get(lang).to_owned(),
            claims: self.claims.clone(),
            supports: self.supports.clone(),
        }
    }
}
