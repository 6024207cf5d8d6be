//! What the network says of a claim, as hosts get it.

use super::routes::RangeRecord;
use crate::model::study::ClaimId;
use crate::network::{Query, Range};
use crate::verdicts::{Measured, Number, State, Verdicts};
use serde::Serialize;

/// A computed verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictRecord {
    /// `holds`, `holds-if`, `fails` or `untestable`.
    pub state: &'static str,
    /// What it rests on.
    pub numbers: Vec<NumberRecord>,
    /// A question for `routes()` that opens the same computation.
    pub query: QueryRecord,
}

/// A number of a verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberRecord {
    /// What it is.
    pub what: &'static str,
    /// `hours`, `usd` or `count`; left out where there is no way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// Low, middle and high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<RangeRecord>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
}

/// A question, with what differs from the usual one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueryRecord {
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Places on the way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// What is closed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<String>,
    /// Modes allowed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<&'static str>,
    /// Statuses allowed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<&'static str>,
}

/// The verdict of a claim: of the first check about it that can tell, if there is any check.
pub fn verdict(verdicts: &Verdicts, claim: ClaimId) -> Option<VerdictRecord> {
    let found = verdicts.about(claim).min_by_key(|verdict| verdict.state == State::Untestable);
    found.map(|verdict| VerdictRecord {
        state: verdict.state.name(),
        numbers: verdict.numbers.iter().map(number).collect(),
        query: query(&verdict.query),
    })
}

fn number(number: &Number) -> NumberRecord {
    let range = |Range { low, mid, high }| RangeRecord { low, mid, high };
    let (unit, range, count) = match number.value {
        None => (None, None, None),
        Some(Measured::Hours(hours)) => (Some("hours"), Some(range(hours)), None),
        Some(Measured::Usd(usd)) => (Some("usd"), Some(range(usd)), None),
        Some(Measured::Count(count)) => (Some("count"), None, Some(count)),
    };
    NumberRecord { what: number.what, unit, range, count }
}

fn query(query: &Query) -> QueryRecord {
    QueryRecord {
        from: query.from.clone(),
        to: query.to.clone(),
        via: query.via.clone(),
        closed: query.closed.clone(),
        modes: query.modes.iter().map(|mode| mode.name()).collect(),
        statuses: query.statuses.iter().map(|status| status.name()).collect(),
    }
}
