//! The guided tour through the paper's argument.

use super::ClaimId;
use crate::i18n::{Lang, Names};
use crate::model::id::Id;
use serde::{Deserialize, Serialize};

/// One step of the tour: what the paper argues, what to doubt in it, and where to look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step<T> {
    /// Its id.
    pub id: Id,
    /// A few words.
    pub title: T,
    /// What the paper argues here.
    pub text: T,
    /// What a careful reader doubts, or what was not checked.
    pub doubt: T,
    /// The claims that it shows, the main one first.
    pub claims: Vec<ClaimId>,
    /// Places, projects and waterways that the map marks and shows whole, by their bare ids.
    pub marks: Vec<Id>,
}

impl Step<Names> {
    pub(super) fn spoken(&self, lang: Lang) -> Step<String> {
        let say = |names: &Names| names.get(lang).to_owned();
        Step {
            id: self.id.clone(),
            title: say(&self.title),
            text: say(&self.text),
            doubt: say(&self.doubt),
            claims: self.claims.clone(),
            marks: self.marks.clone(),
        }
    }
}
