//! How a total spreads when its inputs do, and which input moves it most.

use super::bill::Bill;
use super::graph::Graph;
use crate::order;

/// Draws of a distribution, from one fixed seed: the same question gives the same picture.
const DRAWS: usize = 2_000;
const SEED: u64 = 0x5eed_a71a;

/// A sampled distribution of a total.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The totals, in order.
    pub draws: Vec<f64>,
}

impl Spread {
    /// The total that so large a share of the draws is below, 0 to 1.
    pub fn quantile(&self, share: f64) -> f64 {
        let last = self.draws.len().saturating_sub(1);
        let at = (share.clamp(0.0, 1.0) * last as f64).round() as usize;
        self.draws.get(at).copied().unwrap_or_default()
    }

    /// How many draws fall in each of `bins` equal parts of the whole span.
    pub fn bins(&self, bins: usize) -> Vec<usize> {
        let (low, high) = (self.quantile(0.0), self.quantile(1.0));
        let width = ((high - low) / bins.max(1) as f64).max(f64::MIN_POSITIVE);
        let mut counts = vec![0; bins];
        for draw in &self.draws {
            let bin = (((draw - low) / width) as usize).min(bins.saturating_sub(1));
            if let Some(count) = counts.get_mut(bin) {
                *count += 1;
            }
        }
        counts
    }
}

/// Samples a total: each assumption is drawn once for all that rests on it, from the triangle of its low,
/// middle and high, and independently of the others.
pub fn spread(graph: &Graph, ranges: &[[f64; 3]], bill: &Bill) -> Spread {
    let mut chance = Chance(SEED);
    let mut draws: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let mut drawn = vec![f64::NAN; ranges.len()];
            for part in &bill.parts {
                let index = usize::from(part.assumption);
                if drawn[index].is_nan() {
                    drawn[index] = triangle(ranges[index], chance.next());
                }
            }
            bill.total(graph, |index| drawn[index])
        })
        .collect();
    order::sort_by(&mut draws, f64::total_cmp);
    Spread { draws }
}

/// What one assumption does to a total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Index into the network's assumptions.
    pub assumption: usize,
    /// The total at its favourable end, all others at their middle.
    pub low: f64,
    /// The total at its adverse end.
    pub high: f64,
}

/// The swings of all assumptions that a total rests on, the widest first.
pub fn swings(graph: &Graph, ranges: &[[f64; 3]], bill: &Bill) -> Vec<Swing> {
    let mut indices: Vec<usize> =
        bill.parts.iter().map(|part| usize::from(part.assumption)).collect();
    order::sort(&mut indices);
    indices.dedup();
    let swing = |own: usize| {
        let end =
            |at: usize| bill.total(graph, |index| ranges[index][if index == own { at } else { 1 }]);
        let (a, b) = (end(0), end(2));
        Swing { assumption: own, low: a.min(b), high: a.max(b) }
    };
    let mut swings: Vec<Swing> = indices.into_iter().map(swing).collect();
    order::sort_by(&mut swings, |a, b| (b.high - b.low).total_cmp(&(a.high - a.low)));
    swings.retain(|swing| swing.high > swing.low);
    swings
}

/// A draw from the triangular distribution by its inverse (Kotz and van Dorp 2004, Beyond Beta, ch. 1).
fn triangle([low, mid, high]: [f64; 3], share: f64) -> f64 {
    let span = high - low;
    if span <= 0.0 {
        return mid;
    }
    let corner = (mid - low) / span;
    if share < corner {
        low + (share * span * (mid - low)).sqrt()
    } else {
        high - ((1.0 - share) * span * (high - mid)).sqrt()
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): not for secrets.
struct Chance(u64);

impl Chance {
    /// The next number from 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
