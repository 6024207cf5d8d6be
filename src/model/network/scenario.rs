//! Events that touch routes, and what a reader may suppose.

use crate::i18n::Names;
use crate::model::id::Id;
use crate::model::line::{Mode, Status};
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// A dated event, shown on each route that it touches. It closes nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Its id.
    pub id: Id,
    /// Places that it touches.
    pub touches: Vec<Id>,
    /// By what one must come there to be touched; by anything where there is none.
    pub modes: Vec<Mode>,
    /// Since when.
    pub from: PartialDate,
    /// Until when, where that is known.
    pub to: Option<PartialDate>,
    /// What happened.
    pub text: Names,
    /// Where it stands.
    pub sources: Vec<Id>,
}

/// A change of the query that the reader may switch on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its id.
    pub id: Id,
    /// Short names.
    pub names: Names,
    /// What it does, and why it is offered.
    pub text: Names,
    /// Places and countries that it closes.
    pub closed: Vec<String>,
    /// Statuses that it allows, where it says so.
    pub statuses: Vec<Status>,
    /// The month of departure, where it says so.
    pub month: Option<u8>,
    /// Where the event behind it stands.
    pub sources: Vec<Id>,
}
