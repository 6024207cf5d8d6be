//! What each step takes under one question: allowed or not, hours, dollars, kilometres.

use super::graph::{Graph, Move, Step};
use super::query::{Checked, Query};
use super::vehicle::Vehicle;
use crate::model::line::Mode;
use crate::model::network::{Assumption, Link, Term};

/// Hours, dollars and kilometres of a step, and whether it is a transhipment. In half the bytes of `f64`: a
/// search is as fast as its memory, and seven digits are enough to choose; what is shown is summed from bills.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    pub(super) hours: f32,
    pub(super) usd: f32,
    pub(super) km: f32,
    pub(super) change: bool,
}

/// The weights of all steps, in the order of [`Graph::steps`]; `None` is not allowed.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) steps: Vec<Option<Weight>>,
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

impl Weights {
    /// The weights of all steps under a question.
    pub(super) fn new(graph: &Graph, query: &Query, checked: &Checked) -> Self {
        let weigh = |step: &Step| weight(graph, query, checked, step);
        Self {
            steps: graph.steps.iter().map(weigh).collect(),
            departure: query.month.map(super::clock::departure),
        }
    }

    /// Takes all steps along a link out.
    pub(super) fn without(&mut self, graph: &Graph, link: u32) -> Vec<(usize, Option<Weight>)> {
        let mut taken = Vec::new();
        for (index, step) in graph.steps.iter().enumerate() {
            if step.action == Move::Along(link) {
                taken.push((index, self.steps[index].take()));
            }
        }
        taken
    }

    /// Puts them back.
    pub(super) fn restore(&mut self, taken: Vec<(usize, Option<Weight>)>) {
        for (index, weight) in taken {
            self.steps[index] = weight;
        }
    }
}

fn weight(graph: &Graph, query: &Query, checked: &Checked, step: &Step) -> Option<Weight> {
    let vehicle = Vehicle::ALL[usize::from(step.vehicle)];
    match step.action {
        Move::Along(index) => {
            let link = &graph.network.links[index as usize];
            allowed(query, checked, index, link, vehicle).then(|| {
                let (hours, usd) = terms_of(link, vehicle);
                Weight {
                    hours: middle(graph, &checked.ranges, hours) as f32,
                    usd: (middle(graph, &checked.ranges, usd) * query.cargo.of_teu()) as f32,
                    km: link.km,
                    change: false,
                }
            })
        }
        Move::Change(index) => {
            let change = &graph.changes[index as usize];
            (!checked.shuts(graph, change.node)).then(|| Weight {
                hours: middle(graph, &checked.ranges, &change.hours) as f32,
                usd: (middle(graph, &checked.ranges, &change.usd) * query.cargo.of_teu()) as f32,
                km: 0.0,
                change: true,
            })
        }
    }
}

fn allowed(query: &Query, checked: &Checked, index: u32, link: &Link, vehicle: Vehicle) -> bool {
    let ends = [link.from, link.to];
    let ship = vehicle.vessel().is_none_or(|own| query.vessel.is_none_or(|asked| asked == own));
    ship && query.takes_mode(link.mode)
        && query.takes_status(link.status)
        && !checked.closed_links.contains(&index)
        && !ends.iter().any(|end| checked.closed_nodes.contains(end))
        && !link
            .passes
            .iter()
            .any(|place| checked.closed_passes.iter().any(|shut| shut == place.as_str()))
        && !link.countries.iter().any(|code| checked.closed_countries.contains(code))
}
