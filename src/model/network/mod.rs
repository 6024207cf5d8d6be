//! The multimodal network: what a route may use, what that takes and costs, and where each figure stands.

mod assumption;
mod link;
mod node;
mod scenario;

pub use assumption::{Assumption, Measure, Term};
pub use link::{Day, Link, Season, Vessel};
pub use node::{Gauge, GaugeBreak, Hub, Node, Passage};
pub use scenario::{Notice, Scenario};

use super::id::Id;
use super::source::Source;
use crate::i18n::Names;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Everything that routes are computed from; a file of its own, loaded when it is asked for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Network {
    /// Places of the atlas first, then junctions at sea.
    pub nodes: Vec<Node>,
    /// Stretches between nodes, usable both ways.
    pub links: Vec<Link>,
    /// Where cargo changes between modes.
    pub hubs: Vec<Hub>,
    /// Where gauges meet.
    pub gauges: Vec<GaugeBreak>,
    /// Straits and canals with dues or waits of their own.
    pub passages: Vec<Passage>,
    /// Speeds, delays and prices.
    pub assumptions: Vec<Assumption>,
    /// Words for assumptions; [`Assumption::what`] points here.
    pub words: Vec<(Id, Names)>,
    /// Dated events that touch places.
    pub notices: Vec<Notice>,
    /// What a reader may suppose.
    pub scenarios: Vec<Scenario>,
    /// Texts on which the network rests and nothing else in the atlas.
    pub sources: Vec<Source>,
}

impl Network {
    /// Every source that something in it is read from.
    pub fn cited(&self) -> BTreeSet<&Id> {
        let links = self.links.iter();
        let links =
            links.flat_map(|link| [&link.source, &link.draught_source, &link.status_source]);
        let assumptions = self.assumptions.iter().map(|found| &found.source);
        let events = self.notices.iter().flat_map(|notice| &notice.sources);
        let supposed = self.scenarios.iter().flat_map(|scenario| &scenario.sources);
        links.chain(assumptions).flatten().chain(events).chain(supposed).collect()
    }

    /// The node of that id.
    pub fn node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id.as_str() == id)
    }

    /// The link of that id.
    pub fn link(&self, id: &str) -> Option<usize> {
        self.links.iter().position(|link| link.id.as_str() == id)
    }

    /// The assumption of that id.
    pub fn assumption(&self, id: &str) -> Option<usize> {
        self.assumptions.iter().position(|found| found.id.as_str() == id)
    }

    /// Low, middle and high of every assumption.
    pub fn ranges(&self) -> Vec<[f64; 3]> {
        self.assumptions.iter().map(|found| found.range).collect()
    }
}

/// Assumptions that hold at every change between modes: what a lift costs, and what a terminal on land
/// takes.
pub const COMMON: [&str; 4] = ["lift-port", "lift-terminal", "dwell-terminal", "gauge-lift"];
