//! A computed route as the map draws it.

use crate::geo::LonLat;
use crate::model::line::{Mode, Status};

/// One route: its legs, and the letter by which lists call it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trail {
    /// Its legs, in order.
    pub legs: Vec<TrailLeg>,
    /// The letter of its badge.
    pub letter: String,
    /// Where the badge stands: where the route runs apart from the others.
    pub badge: Option<LonLat>,
    /// Whether it is the one that is looked at.
    pub chosen: bool,
}

impl Trail {
    /// The name of a leg in files, counted from one, such as `A-2`.
    pub fn leg_id(&self, at: usize) -> String {
        format!("{}-{}", self.letter, at + 1)
    }
}

/// A part of a route in one mode.
#[derive(Debug, Clone, PartialEq)]
pub struct TrailLeg {
    /// In which mode.
    pub mode: Mode,
    /// The least firm status of what it uses.
    pub status: Status,
    /// Its course.
    pub course: Vec<LonLat>,
}
