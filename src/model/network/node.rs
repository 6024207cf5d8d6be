//! Points of the network and what can be done at them.

use crate::geo::LonLat;
use crate::model::id::Id;
use crate::model::line::Mode;
use serde::{Deserialize, Serialize};

/// A point where links end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The id of a place, or `sea-…` of a junction of lanes.
    pub id: Id,
    /// Where it lies.
    pub at: LonLat,
    /// Whether it is a place of the atlas.
    pub place: bool,
    /// ISO 3166-1 alpha-3 code of the country that administers it.
    pub country: Option<String>,
}

/// A railway gauge, millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gauge(pub u16);

impl Gauge {
    /// The gauges of the network.
    pub const ALL: [Self; 3] = [Self(1435), Self(1520), Self(1676)];
}

/// A place where cargo changes between modes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hub {
    /// Index of its node.
    pub node: u16,
    /// The modes that it joins.
    pub joins: Vec<Mode>,
    /// Index of the assumption of the hours between ship and land.
    pub dwell: u16,
}

/// A place where two gauges meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GaugeBreak {
    /// Index of its node.
    pub node: u16,
    /// The two gauges.
    pub between: [Gauge; 2],
    /// Index of the assumption of the hours.
    pub hours: u16,
}

/// A strait or canal with dues or waits of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The place.
    pub place: Id,
    /// Index of the assumption of its dues.
    pub dues: Option<u16>,
    /// Index of the assumption of the hours that it takes beside the sailing.
    pub time: Option<u16>,
    /// Whether links on one side alone list it, each for the whole passage; else both sides do, each for a half.
    pub one_side: bool,
}
