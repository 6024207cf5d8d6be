//! What each step takes under one question: allowed or not, hours, dollars, kilometres.

use super::graph::{Graph, Move, Step, VEHICLES};
use super::query::{Checked, Query};
use super::vehicle::Vehicle;
use crate::model::line::Mode;
use crate::model::network::{Assumption, Link, Term};
use std::borrow::Cow;

/// Hours, dollars and kilometres of a step, and whether it is a transhipment. In half the bytes of `f64`: a
/// search is as fast as its memory, and seven digits are enough to choose; what is shown is summed from bills.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    pub(super) hours: f32,
    pub(super) usd: f32,
    pub(super) km: f32,
    pub(super) change: bool,
}

/// The weights of all steps under one question.
#[derive(Debug, Clone)]
pub(super) struct Weights<'g> {
    graph: &'g Graph,
    /// In the order of [`Graph::steps`]: those of the graph, or own ones where the reader assumes otherwise.
    steps: Cow<'g, [Weight]>,
    /// The share of a TEU's price that the cargo pays.
    share: f32,
    /// Which links may be used.
    links: Vec<bool>,
    /// Which changes between vehicles may be made.
    changes: Vec<bool>,
    /// Which vehicles may be used, in the order of [`Vehicle::ALL`].
    vehicles: [bool; VEHICLES],
    /// Hours from the first of January to the departure, where a month is given.
    pub(super) departure: Option<f64>,
}

/// The value of a term for one value of its assumption, in that assumption's unit.
pub(super) fn value(assumption: &Assumption, figure: f64, amount: f64) -> f64 {
    let base = figure * assumption.measure.scale();
    if assumption.measure.is_speed() { amount / base } else { amount * base }
}

/// The sum of the terms at the middle figures.
pub(super) fn middle(graph: &Graph, ranges: &[[f64; 3]], terms: &[Term]) -> f64 {
    let term = |term: &Term| {
        let index = usize::from(term.assumption);
        value(&graph.network.assumptions[index], ranges[index][1], f64::from(term.amount))
    };
    terms.iter().map(term).sum()
}

/// The terms of a link for a vehicle: hours and dollars.
pub(super) fn terms_of(link: &Link, vehicle: Vehicle) -> (&[Term], &[Term]) {
    match (vehicle, link.mode) {
        (Vehicle::RiverShip, Mode::Sea) => (&link.small_hours, &link.small_usd),
        _ => (&link.hours, &link.usd),
    }
}

/// What all steps take with these assumptions, for one TEU.
pub(super) fn weights(graph: &Graph, ranges: &[[f64; 3]]) -> Vec<Weight> {
    let weigh = |step: &Step| {
        let (hours, usd, km, change) = match step.action {
            Move::Along(index) => {
                let link = &graph.network.links[index as usize];
                let (hours, usd) = terms_of(link, Vehicle::ALL[usize::from(step.vehicle)]);
                (hours, usd, link.km, false)
            }
            Move::Change(index) => {
                let change = &graph.changes[index as usize];
                (&change.hours[..], &change.usd[..], 0.0, true)
            }
        };
        let [hours, usd] = [hours, usd].map(|terms| middle(graph, ranges, terms) as f32);
        Weight { hours, usd, km, change }
    };
    graph.steps.iter().map(weigh).collect()
}

impl<'g> Weights<'g> {
    /// The weights of all steps under a question.
    pub(super) fn new(graph: &'g Graph, query: &Query, checked: &Checked) -> Self {
        let steps = match query.changes.is_empty() {
            true => Cow::Borrowed(&graph.usual[..]),
            false => Cow::Owned(weights(graph, &checked.ranges)),
        };
        let links = (0..).zip(&graph.network.links);
        let ships = |vehicle: Vehicle| {
            vehicle.vessel().is_none_or(|own| query.vessel.is_none_or(|asked| asked == own))
        };
        Self {
            graph,
            steps,
            share: query.cargo.of_teu() as f32,
            links: links.map(|(index, link)| allowed(query, checked, index, link)).collect(),
            changes: graph.changes.iter().map(|own| !checked.shuts(graph, own.node)).collect(),
            vehicles: Vehicle::ALL.map(ships),
            departure: query.month.map(super::clock::departure),
        }
    }

    /// What a step takes; nothing where it is not allowed.
    pub(super) fn of(&self, index: usize) -> Option<Weight> {
        let step = self.graph.steps[index];
        let open = match step.action {
            Move::Along(link) => {
                self.links[link as usize] && self.vehicles[usize::from(step.vehicle)]
            }
            Move::Change(change) => self.changes[change as usize],
        };
        let weight = self.steps[index];
        open.then_some(Weight { usd: weight.usd * self.share, ..weight })
    }

    /// Opens or closes a link.
    pub(super) fn open(&mut self, link: u32, open: bool) {
        self.links[link as usize] = open;
    }

    /// The same without waits for seasons.
    pub(super) fn calm(&self) -> Self {
        Self { departure: None, ..self.clone() }
    }
}

fn allowed(query: &Query, checked: &Checked, index: u32, link: &Link) -> bool {
    let ends = [link.from, link.to];
    query.takes_mode(link.mode)
        && query.takes_status(link.status)
        && !checked.closed_links.contains(&index)
        && !ends.iter().any(|end| checked.closed_nodes.contains(end))
        && !link
            .passes
            .iter()
            .any(|place| checked.closed_passes.iter().any(|shut| shut == place.as_str()))
        && !link.countries.iter().any(|code| checked.closed_countries.contains(code))
}
