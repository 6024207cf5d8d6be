//! Stretches between two nodes.

use super::{Gauge, Term};
use crate::geo::LonLat;
use crate::model::fact::Confidence;
use crate::model::id::Id;
use crate::model::line::{Mode, Status, course_code};
use crate::units::PartialDate;
use serde::{Deserialize, Serialize};

/// A day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Days of a year of 365 days that end before it: 0 for the first of January.
    pub fn of_year(self) -> u16 {
        const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        let month = usize::from(self.month.clamp(1, 12)) - 1;
        BEFORE[month] + u16::from(self.day.max(1)) - 1
    }
}

/// The part of the year in which a link is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Season {
    /// The first open day.
    pub open: Day,
    /// The last open day.
    pub close: Day,
    /// Where it stands.
    pub source: Id,
}

/// Which ships a stretch of water can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Vessel {
    /// Ships of the oceans.
    SeaGoing,
    /// Ships for rivers and sheltered seas.
    RiverSea,
}

impl Vessel {
    /// Every class.
    pub const ALL: [Self; 2] = [Self::SeaGoing, Self::RiverSea];

    /// The name in fragments and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::SeaGoing => "sea-going",
            Self::RiverSea => "river-sea",
        }
    }

    /// The least depth, in metres of draught, that the network asks of a link for ships of this class.
    /// Small container ships of the oceans draw about 8 m; river-sea ships go down to 2.5 m with part
    /// of their load.
    pub fn draught_m(self) -> f32 {
        match self {
            Self::SeaGoing => 8.0,
            Self::RiverSea => 2.5,
        }
    }
}

/// A stretch of one mode between two nodes, usable both ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Its id.
    pub id: Id,
    /// Index of the node at one end.
    pub from: u16,
    /// Index of the node at the other.
    pub to: u16,
    /// How goods move on it.
    pub mode: Mode,
    /// The line of the map that it runs along, where it has one.
    pub line: Option<Id>,
    /// Length, kilometres.
    pub km: f32,
    /// How the length is known.
    pub basis: Confidence,
    /// Where the length stands; `None` is measured along the drawn line.
    pub source: Option<Id>,
    /// The gauge of its rails.
    pub gauge: Option<Gauge>,
    /// The draught that it allows, metres, where it is known to limit ships.
    pub draught: Option<f32>,
    /// Where the draught stands.
    pub draught_source: Option<Id>,
    /// Whether ships for rivers and sheltered seas may use it.
    pub sheltered: bool,
    /// Whether it exists and is in service.
    pub status: Status,
    /// Up to when that is known.
    pub status_date: Option<PartialDate>,
    /// Where that stands.
    pub status_source: Option<Id>,
    /// When it is open; always, where there is none.
    pub season: Option<Season>,
    /// Countries in order of its direction.
    pub countries: Vec<String>,
    /// Whether it crosses a border between two of them.
    pub border: bool,
    /// Chokepoints that it passes.
    pub passes: Vec<Id>,
    /// What its hours are made of, for ships of the oceans where these differ.
    pub hours: Vec<Term>,
    /// What its price is made of.
    pub usd: Vec<Term>,
    /// The same for river-sea ships, on links at sea.
    pub small_hours: Vec<Term>,
    /// The same for river-sea ships, on links at sea.
    pub small_usd: Vec<Term>,
    /// The course, from end to end.
    #[serde(with = "course_code")]
    pub course: Vec<LonLat>,
}
