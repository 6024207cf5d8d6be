//! Places: ports, cities, crossings, locks and straits.

use super::{fact::Fact, id::Id};
use crate::geo::LonLat;
use crate::i18n::Names;
use serde::{Deserialize, Serialize};

/// What a place is; decides its symbol and the order of its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PlaceKind {
    /// A sea or river port.
    Port,
    /// A seat of government.
    Capital,
    /// A town.
    City,
    /// Where lines meet.
    Junction,
    /// A crossing between two countries.
    Border,
    /// A crossing where the railway gauge changes.
    GaugeBreak,
    /// A lock or group of locks.
    Lock,
    /// A strait or canal that traffic cannot easily avoid.
    Chokepoint,
    /// The end of a line, a dry port.
    Terminal,
}

impl PlaceKind {
    /// Every kind, in the order of the key.
    pub const ALL: [Self; 9] = [
        Self::Port,
        Self::Capital,
        Self::City,
        Self::Junction,
        Self::Border,
        Self::GaugeBreak,
        Self::Lock,
        Self::Chokepoint,
        Self::Terminal,
    ];

    /// The name in `data/` and in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Port => "port",
            Self::Capital => "capital",
            Self::City => "city",
            Self::Junction => "junction",
            Self::Border => "border",
            Self::GaugeBreak => "gauge-break",
            Self::Lock => "lock",
            Self::Chokepoint => "chokepoint",
            Self::Terminal => "terminal",
        }
    }
}

/// A point of the atlas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: PlaceKind,
    /// Its names.
    pub names: Names,
    /// ISO 3166-1 alpha-3 code of the country that administers it; straits may have none.
    pub country: Option<String>,
    /// Where it lies.
    pub at: LonLat,
    /// Where the coordinates were read; `None` means "position approximate", drawn hollow.
    pub position: Option<Id>,
    /// UN/LOCODE, five letters.
    pub unlocode: Option<String>,
    /// 1 for the ends of corridors, 2 for large, 3 for small labels.
    pub rank: u8,
    /// What is known about it.
    pub facts: Vec<Fact>,
}
