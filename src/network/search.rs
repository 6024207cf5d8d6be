//! The best way for one objective: label setting (Dijkstra 1959, doi:10.1007/BF01386390) on states.
//!
//! Waiting for a season never lets cargo that comes later leave earlier, so the first label that is
//! settled at a state is the best one there, as without waits (Kaufman and Smith 1993,
//! doi:10.1080/10248079308903779).

use super::clock;
use super::graph::{Graph, Move};
use super::query::By;
use super::weigh::{Weight, Weights};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Ties of the objective are broken by the hours, or by the dollars where the objective is hours.
const TIE: f64 = 1e-9;

/// What it took to come to a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Label {
    pub(super) key: f64,
    pub(super) hours: f64,
    pub(super) usd: f32,
    pub(super) km: f32,
    /// The label's state and step before; none at the start.
    before: Option<(u32, u32)>,
}

/// A way: the steps in order, with the hours of waiting before each.
pub(super) type Way = Vec<(u32, f64)>;

/// The labels of all states that were reached.
#[derive(Debug)]
pub(super) struct Tree<'g> {
    graph: &'g Graph,
    labels: Vec<Option<Label>>,
    states: usize,
}

/// Hours that cargo waits before a step, where a month is given.
pub(super) fn wait(graph: &Graph, weights: &Weights, action: Move, hours: f64) -> f64 {
    let (Some(start), Move::Along(link)) = (weights.departure, action) else { return 0.0 };
    let season = graph.network.links[link as usize].season.as_ref();
    season.map_or(0.0, |season| clock::wait(season, start + hours))
}

/// What a step adds to the objective.
fn objective(by: By, weight: &Weight, wait: f64) -> f64 {
    let (hours, usd, km) =
        (f64::from(weight.hours) + wait, f64::from(weight.usd), f64::from(weight.km));
    match by {
        By::Time => hours + TIE * usd,
        By::Cost => usd + TIE * hours,
        By::Distance => km + TIE * hours,
    }
}

/// Searches from the first stop by the others to the last, or everywhere where there is only one.
/// `factor` makes steps dearer for the search alone.
pub(super) fn search<'g>(
    graph: &'g Graph,
    weights: &Weights,
    by: By,
    stops: &[u16],
    factor: impl Fn(usize) -> f64,
) -> Tree<'g> {
    let states = graph.states();
    let stages = stops.len().saturating_sub(1).max(1);
    let goal = (stops.len() > 1).then(|| stops[stops.len() - 1]);
    let mut labels: Vec<Option<Label>> = vec![None; states * stages];
    let mut settled = vec![false; states * stages];
    let mut queue = BinaryHeap::new();
    for at in graph.at(stops[0]) {
        labels[at] = Some(Label { key: 0.0, hours: 0.0, usd: 0.0, km: 0.0, before: None });
        queue.push((Reverse(0_u64), at as u32));
    }
    while let Some((_, at)) = queue.pop() {
        let at = at as usize;
        let Some(label) = labels[at].filter(|_| !settled[at]) else { continue };
        settled[at] = true;
        let (stage, own) = (at / states, at % states);
        let node = graph.node(own);
        if stage + 1 == stages && goal == Some(node) {
            break;
        }
        if goal.is_some() && stage + 1 < stages && stops[stage + 1] == node {
            let next = at + states;
            if labels[next].is_none_or(|known| label.key < known.key) {
                labels[next] = Some(Label { before: Some((at as u32, u32::MAX)), ..label });
                queue.push((Reverse(label.key.to_bits()), next as u32));
            }
        }
        for index in graph.from(own) {
            let Some(weight) = weights.of(index) else { continue };
            let step = graph.steps[index];
            let wait = wait(graph, weights, step.action, label.hours);
            let next = stage * states + step.to as usize;
            let key = label.key + objective(by, &weight, wait) * factor(index);
            if labels[next].is_none_or(|known| key < known.key) {
                labels[next] = Some(Label {
                    key,
                    hours: label.hours + wait + f64::from(weight.hours),
                    usd: label.usd + weight.usd,
                    km: label.km + weight.km,
                    before: Some((at as u32, index as u32)),
                });
                // Keys are not negative, and then their bits are in their order.
                queue.push((Reverse(key.to_bits()), next as u32));
            }
        }
    }
    Tree { graph, labels, states }
}

impl Tree<'_> {
    /// The best label of a node in the last stage, and its state.
    pub(super) fn best(&self, node: u16) -> Option<(usize, Label)> {
        let last = self.labels.len() - self.states;
        let own = self.graph.at(node).map(|state| last + state);
        let labels = own.filter_map(|at| Some((at, self.labels[at]?)));
        labels.min_by(|a, b| a.1.key.total_cmp(&b.1.key))
    }

    /// The key of each state of the first stage.
    pub(super) fn key(&self, state: usize) -> Option<f64> {
        self.labels[state].map(|label| label.key)
    }

    /// The links on the ways to some states, each once, with the labels at its start and its end.
    pub(super) fn links(&self, states: impl Iterator<Item = usize>) -> Vec<(u32, [Label; 2])> {
        let mut seen = vec![false; self.labels.len()];
        let mut links = BTreeMap::new();
        for mut at in states {
            while !std::mem::replace(&mut seen[at], true) {
                let Some(end) = self.labels[at] else { break };
                let Some((before, step)) = end.before else { break };
                at = before as usize;
                let action = self.graph.steps.get(step as usize).map(|step| step.action);
                if let (Some(Move::Along(link)), Some(start)) = (action, self.labels[at]) {
                    links.entry(link).or_insert([start, end]);
                }
            }
        }
        links.into_iter().collect()
    }

    /// The way to a node, if there is one.
    pub(super) fn way(&self, weights: &Weights, node: u16) -> Option<Way> {
        let (mut at, _) = self.best(node)?;
        let mut way = Vec::new();
        while let Some((before, step)) = self.labels[at]?.before {
            at = before as usize;
            if step != u32::MAX {
                let action = self.graph.steps[step as usize].action;
                let hours = self.labels[at]?.hours;
                way.push((step, wait(self.graph, weights, action, hours)));
            }
        }
        way.reverse();
        Some(way)
    }
}
