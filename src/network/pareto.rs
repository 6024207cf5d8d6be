//! Ways of which none is better than another in every respect.
//!
//! Multi-criteria label setting (Martins 1984, doi:10.1016/0377-2217(84)90077-8). A label is dropped
//! where another at the same state is nowhere more than [`EPSILON`] worse; the front is so limited, and
//! each way of the true front has one in it that is near to it in every criterion.

use super::graph::Graph;
use super::query::By;
use super::search::{Way, search, wait};
use super::weigh::Weights;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How much worse in every criterion a label may be and still stand for another.
pub const EPSILON: f64 = 0.01;

/// Hours, dollars, kilometres, transhipments.
type Costs = [f64; 4];

struct Label {
    costs: Costs,
    state: u32,
    before: Option<(u32, u32)>,
    dropped: bool,
}

/// The front of ways from the first stop by the others to the last, by hours.
pub(super) fn front(graph: &Graph, weights: &Weights, stops: &[u16]) -> Vec<Way> {
    let states = graph.states();
    let stages = stops.len() - 1;
    let goal = stops[stages];
    let bounds = bounds(graph, weights, goal);
    let mut labels: Vec<Label> = Vec::new();
    let mut at: Vec<Vec<u32>> = vec![Vec::new(); states * stages];
    let mut ends: Vec<u32> = Vec::new();
    let mut queue = BinaryHeap::new();
    for state in graph.at(stops[0]) {
        at[state].push(labels.len() as u32);
        queue.push((Reverse(0_u64), Reverse(labels.len() as u32)));
        let costs = [0.0; 4];
        labels.push(Label { costs, state: state as u32, before: None, dropped: false });
    }
    while let Some((_, Reverse(index))) = queue.pop() {
        let Label { costs, state: place, dropped, .. } = labels[index as usize];
        if dropped {
            continue;
        }
        let (stage, own) = (place as usize / states, place as usize % states);
        let node = graph.node(own);
        if stage + 1 == stages && node == goal {
            if !ends.iter().any(|end| covers(&labels[*end as usize].costs, &costs)) {
                ends.push(index);
            }
            continue;
        }
        let mut reach = |next: usize, costs: Costs, step: u32| {
            let own = next % states;
            let least = |criterion: usize| costs[criterion] + bounds[criterion][own];
            let hopeless = bounds[0][own].is_infinite()
                || ends.iter().any(|end| {
                    let there = &labels[*end as usize].costs;
                    (0..3).all(|c| there[c] <= least(c) * (1.0 + EPSILON)) && there[3] <= costs[3]
                });
            if hopeless
                || at[next].iter().any(|known| covers(&labels[*known as usize].costs, &costs))
            {
                return;
            }
            at[next].retain(|known| {
                let worse = (0..4).all(|c| costs[c] <= labels[*known as usize].costs[c]);
                labels[*known as usize].dropped |= worse;
                !worse
            });
            at[next].push(labels.len() as u32);
            queue.push((Reverse(costs[0].to_bits()), Reverse(labels.len() as u32)));
            let before = Some((index, step));
            labels.push(Label { costs, state: next as u32, before, dropped: false });
        };
        if stage + 1 < stages && stops[stage + 1] == node {
            reach(place as usize + states, costs, u32::MAX);
        }
        for step_index in graph.from(own) {
            let Some(weight) = weights.of(step_index) else { continue };
            let step = graph.steps[step_index];
            let wait = wait(graph, weights, step.action, costs[0]);
            let [hours, usd, km, changes] = costs;
            let next = [
                hours + wait + f64::from(weight.hours),
                usd + f64::from(weight.usd),
                km + f64::from(weight.km),
                changes + f64::from(u8::from(weight.change)),
            ];
            reach(stage * states + step.to as usize, next, step_index as u32);
        }
    }
    ends.iter().map(|end| way(graph, weights, &labels, *end)).collect()
}

/// Whether a label makes another one needless.
fn covers(known: &Costs, new: &Costs) -> bool {
    (0..3).all(|c| known[c] <= new[c] * (1.0 + EPSILON)) && known[3] <= new[3]
}

/// The least hours, dollars and kilometres from each state to the goal. Links can be used both ways, so
/// the way there is as long as the way back; waits are left out.
fn bounds(graph: &Graph, weights: &Weights, goal: u16) -> [Vec<f64>; 3] {
    let calm = weights.calm();
    By::ALL.map(|by| {
        let tree = search(graph, &calm, by, &[goal], |_| 1.0);
        // A shade less, for the ties that the key holds.
        (0..graph.states())
            .map(|state| tree.key(state).map_or(f64::INFINITY, |key| key * 0.999_99 - 1e-3))
            .collect()
    })
}

fn way(graph: &Graph, weights: &Weights, labels: &[Label], end: u32) -> Way {
    let mut way = Vec::new();
    let mut at = end;
    while let Some((before, step)) = labels[at as usize].before {
        if step != u32::MAX {
            let action = graph.steps[step as usize].action;
            let hours = labels[before as usize].costs[0];
            way.push((step, wait(graph, weights, action, hours)));
        }
        at = before;
    }
    way.reverse();
    way
}
