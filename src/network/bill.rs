//! A total taken apart into the assumptions that it rests on.

use super::graph::Graph;
use super::weigh::value;
use crate::model::fact::Confidence;
use crate::model::network::Term;

/// Low, middle and high.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Range {
    /// Every input at its favourable end.
    pub low: f64,
    /// Every input at its middle.
    pub mid: f64,
    /// Every input at its adverse end.
    pub high: f64,
}

impl std::ops::Add for Range {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, mid: self.mid + other.mid, high: self.high + other.high }
    }
}

impl std::iter::Sum for Range {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| sum + part)
    }
}

/// How much of a middle total rests on what, 0 to 1; together 1, or all 0 where the total is 0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Share {
    /// On figures read in sources.
    pub sourced: f64,
    /// On figures worked out or measured.
    pub computed: f64,
    /// On estimates.
    pub assumed: f64,
}

/// So much of one assumption.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Index into the network's assumptions.
    pub assumption: u16,
    /// Kilometres, or how often.
    pub amount: f64,
    /// How the amount is known.
    pub basis: Confidence,
}

/// What a time or a price is made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bill {
    /// Multiples of assumptions.
    pub parts: Vec<Part>,
    /// Hours of waiting for a season, which no assumption changes.
    pub season: f64,
    /// What the parts are multiplied with: dollars may be counted for a tonne.
    pub scale: f64,
}

impl Bill {
    pub(super) fn new(scale: f64) -> Self {
        Self { scale, ..Self::default() }
    }

    pub(super) fn add(&mut self, terms: &[Term], basis: Confidence) {
        self.parts.extend(terms.iter().map(|term| Part {
            assumption: term.assumption,
            amount: f64::from(term.amount),
            basis,
        }));
    }

    /// The bills of several legs as one.
    pub fn together<'b>(bills: impl IntoIterator<Item = &'b Self>) -> Self {
        let mut sum = Self::default();
        for bill in bills {
            sum.scale = bill.scale;
            sum.season += bill.season;
            for part in &bill.parts {
                let known = sum
                    .parts
                    .iter_mut()
                    .find(|own| own.assumption == part.assumption && own.basis == part.basis);
                match known {
                    Some(own) => own.amount += part.amount,
                    None => sum.parts.push(*part),
                }
            }
        }
        sum
    }

    /// The total where each assumption has the figure that `figure` gives for its index.
    pub fn total(&self, graph: &Graph, figure: impl Fn(usize) -> f64) -> f64 {
        let parts = self.parts.iter().map(|part| {
            let index = usize::from(part.assumption);
            value(&graph.network.assumptions[index], figure(index), part.amount)
        });
        self.season + parts.sum::<f64>() * self.scale
    }

    /// The total with each input at its favourable end, its middle and its adverse end.
    pub fn range(&self, graph: &Graph, ranges: &[[f64; 3]]) -> Range {
        let speed = |index: usize| graph.network.assumptions[index].measure.is_speed();
        let end = |favourable: bool| {
            move |index: usize| ranges[index][if speed(index) == favourable { 2 } else { 0 }]
        };
        Range {
            low: self.total(graph, end(true)),
            mid: self.total(graph, |index| ranges[index][1]),
            high: self.total(graph, end(false)),
        }
    }

    /// How the middle total is known. A part is known as well as the less sure of its amount and its
    /// assumption; one that the reader changed is the reader's estimate.
    pub fn share(&self, graph: &Graph, ranges: &[[f64; 3]]) -> Share {
        let mut sums = [0.0; 3];
        sums[Confidence::Sourced as usize] += self.season;
        for part in &self.parts {
            let index = usize::from(part.assumption);
            let assumption = &graph.network.assumptions[index];
            let changed = ranges[index] != assumption.range;
            let own = if changed { Confidence::Assumed } else { assumption.basis };
            let mid = value(assumption, ranges[index][1], part.amount) * self.scale;
            sums[own.max(part.basis) as usize] += mid;
        }
        let total: f64 = sums.iter().sum();
        let [sourced, computed, assumed] =
            sums.map(|sum| if total > 0.0 { sum / total } else { 0.0 });
        Share { sourced, computed, assumed }
    }
}
