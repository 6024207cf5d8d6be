//! The network made ready for questions.
//!
//! A state is a node and a vehicle on which cargo can stand there. Steps lead along a link or, at one
//! node, from one vehicle to another. States stand node by node and steps state by state in one list, so
//! that a search runs over whole memory.

use super::vehicle::Vehicle;
use super::weigh::{Weight, weights};
use crate::model::line::Mode;
use crate::model::network::{COMMON, GaugeBreak, Hub, Network, Term};
use std::{ops::Range, sync::Arc};

/// How many vehicles a node has states for.
pub(super) const VEHICLES: usize = Vehicle::ALL.len();

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Move {
    /// Along a link, by its index.
    Along(u32),
    /// Onto another vehicle: an index into [`Graph::changes`].
    Change(u32),
}

/// A step from one state to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) to: u32,
    pub(super) action: Move,
    pub(super) vehicle: u8,
}

/// What it takes to bring cargo from one vehicle onto another.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) node: u16,
    pub(super) hours: Vec<Term>,
    pub(super) usd: Vec<Term>,
    /// Whether two gauges meet.
    pub(super) gauge: bool,
}

/// The network as states and steps.
#[derive(Debug)]
pub struct Graph {
    /// The data behind it.
    pub network: Arc<Network>,
    /// Steps of all states, one state after the other.
    pub(super) steps: Vec<Step>,
    /// Where the steps of each state begin; one more than there are states.
    first: Vec<u32>,
    /// The node of each state.
    nodes: Vec<u16>,
    /// Where the states of each node begin; one more than there are nodes.
    at: Vec<u32>,
    pub(super) changes: Vec<Change>,
    /// What each step takes as the data assume.
    pub(super) usual: Vec<Weight>,
}

impl Graph {
    /// The graph of a network.
    pub fn new(network: Arc<Network>) -> Self {
        // Every node with every vehicle, to begin with.
        let state = |node: u16, vehicle: Vehicle| usize::from(node) * VEHICLES + vehicle.index();
        let mut around: Vec<Vec<Step>> = vec![Vec::new(); network.nodes.len() * VEHICLES];
        for (index, link) in (0_u32..).zip(&network.links) {
            for vehicle in Vehicle::ALL.into_iter().filter(|vehicle| vehicle.fits(link)) {
                for (from, to) in [(link.from, link.to), (link.to, link.from)] {
                    let [from, to] = [from, to].map(|node| state(node, vehicle));
                    let vehicle = vehicle.index() as u8;
                    let step = Step { to: to as u32, action: Move::Along(index), vehicle };
                    around[from].push(step);
                }
            }
        }
        let common = COMMON.map(|id| network.assumption(id).unwrap_or_default() as u16);
        let mut changes = Vec::new();
        let mut add = |change: Change, pairs: &[(Vehicle, Vehicle)]| {
            let (node, index) = (change.node, changes.len() as u32);
            changes.push(change);
            for (one, other) in pairs {
                for (from, to) in [(*one, *other), (*other, *one)] {
                    let vehicle = to.index() as u8;
                    let to = state(node, to) as u32;
                    around[state(node, from)].push(Step {
                        to,
                        action: Move::Change(index),
                        vehicle,
                    });
                }
            }
        };
        for hub in &network.hubs {
            let (port, land) = pairs(hub);
            add(at_port(hub, common), &port);
            add(on_land(hub, common), &land);
        }
        for found in &network.gauges {
            let [one, other] = found.between.map(Vehicle::Train);
            add(between_gauges(found, common), &[(one, other)]);
        }
        // Every step has its way back: a state from which none leads is one to which none leads.
        let mut number = vec![0; around.len()];
        let mut nodes = Vec::new();
        for (index, _) in around.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
            number[index] = nodes.len() as u32;
            nodes.push((index / VEHICLES) as u16);
        }
        let first_of = |node: usize| nodes.partition_point(|own| usize::from(*own) < node) as u32;
        let at = (0..=network.nodes.len()).map(first_of).collect();
        let mut first = vec![0];
        let mut steps: Vec<Step> = Vec::new();
        for own in around.into_iter().filter(|own| !own.is_empty()) {
            steps.extend(own.into_iter().map(|step| Step { to: number[step.to as usize], ..step }));
            first.push(steps.len() as u32);
        }
        let ranges = network.ranges();
        let mut graph = Self { network, steps, first, nodes, at, changes, usual: Vec::new() };
        graph.usual = weights(&graph, &ranges);
        graph
    }

    /// How many states there are.
    pub(super) fn states(&self) -> usize {
        self.nodes.len()
    }

    /// The node of a state.
    pub(super) fn node(&self, state: usize) -> u16 {
        self.nodes[state]
    }

    /// The states of a node.
    pub(super) fn at(&self, node: u16) -> Range<usize> {
        self.at[usize::from(node)] as usize..self.at[usize::from(node) + 1] as usize
    }

    /// The steps from a state, by their indices.
    pub(super) fn from(&self, state: usize) -> Range<usize> {
        self.first[state] as usize..self.first[state + 1] as usize
    }
}

/// Pairs of vehicles.
type Pairs = Vec<(Vehicle, Vehicle)>;

/// The pairs of vehicles between which a hub tranships, with a ship and without.
fn pairs(hub: &Hub) -> (Pairs, Pairs) {
    let joined = |vehicle: &Vehicle| vehicle.modes().iter().any(|mode| hub.joins.contains(mode));
    let there: Vec<Vehicle> = Vehicle::ALL.into_iter().filter(joined).collect();
    let pairs = there
        .iter()
        .enumerate()
        .flat_map(|(index, one)| there[index + 1..].iter().map(move |other| (*one, *other)));
    // Trains of two gauges meet at breaks of gauge only.
    let pairs = pairs.filter(|pair| !matches!(pair, (Vehicle::Train(_), Vehicle::Train(_))));
    pairs.partition(|(one, other)| one.vessel().or(other.vessel()).is_some() || wet(*one, *other))
}

/// Ferries lie in ports, too.
fn wet(one: Vehicle, other: Vehicle) -> bool {
    [one, other].iter().any(|vehicle| vehicle.modes().contains(&Mode::Ferry))
}

fn once(assumption: u16) -> Vec<Term> {
    vec![Term { assumption, amount: 1.0 }]
}

fn at_port(hub: &Hub, [lift, ..]: [u16; 4]) -> Change {
    Change { node: hub.node, hours: once(hub.dwell), usd: once(lift), gauge: false }
}

fn on_land(hub: &Hub, [_, lift, dwell, _]: [u16; 4]) -> Change {
    Change { node: hub.node, hours: once(dwell), usd: once(lift), gauge: false }
}

fn between_gauges(found: &GaugeBreak, [.., lift]: [u16; 4]) -> Change {
    Change { node: found.node, hours: once(found.hours), usd: once(lift), gauge: true }
}
