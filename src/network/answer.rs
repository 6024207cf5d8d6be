//! The answer to a question for routes.

use super::blocked::{Blocked, blocked};
use super::graph::{Graph, Move};
use super::pareto;
use super::query::{By, Checked, Query, QueryError};
use super::route::{Route, route};
use super::search::{Way, search};
use super::weigh::Weights;
use crate::order;
use std::collections::BTreeSet;

/// Each search after the first finds the steps of the ways before it so many times dearer.
const PENALTY: f64 = 1.35;
/// Searches for one more route, at most.
const TRIES: usize = 24;
/// Routes differ when at most this share of the shorter one's length runs on links of the other.
const COMMON: f64 = 0.7;
/// An alternative is at most so many times worse than the best.
const WORSE: f64 = 3.0;

/// Routes, or what stands in their way.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The best first.
    pub routes: Vec<Route>,
    /// Why there is none.
    pub blocked: Option<Blocked>,
    /// Low, middle and high of every assumption as the routes were computed with.
    pub ranges: Vec<[f64; 3]>,
}

/// The best route and others that really differ from it.
///
/// Alternatives are found by making what was used dearer and searching again, and are kept where most of
/// their length runs elsewhere (the penalty method; Abraham and others 2013,
/// doi:10.1145/2444016.2444019, compare it with others).
///
/// # Errors
///
/// [`QueryError`] where the question is none.
pub fn routes(graph: &Graph, query: &Query) -> Result<Answer, QueryError> {
    let checked = query.check(graph)?;
    let weights = Weights::new(graph, query, &checked);
    let Some(first) = best(graph, &weights, query.by, &checked) else {
        let blocked = Some(blocked(graph, query));
        return Ok(Answer { blocked, ranges: checked.ranges, ..Answer::default() });
    };
    let mut dearer = Vec::new();
    let mut found = vec![route(graph, query, &checked, &first)];
    let mut last = first;
    for _ in 0..TRIES {
        if found.len() >= query.count {
            break;
        }
        punish(graph, &last, &mut dearer);
        let tree = search(graph, &weights, query.by, &checked.stops, |step| dearer[step]);
        let Some(way) = tree.way(&weights, checked.goal()) else { break };
        let other = route(graph, query, &checked, &way);
        let differs = found.iter().all(|known| common(graph, known, &other) <= COMMON);
        if differs && measure(query.by, &other) <= WORSE * measure(query.by, &found[0]) {
            found.push(other);
        }
        last = way;
    }
    order::sort_by(&mut found[1..], |a, b| measure(query.by, a).total_cmp(&measure(query.by, b)));
    Ok(Answer { routes: found, blocked: None, ranges: checked.ranges })
}

/// Routes of which none is better than another in hours, dollars, kilometres and transhipments at once,
/// up to ε-dominance; by hours.
///
/// # Errors
///
/// [`QueryError`] where the question is none.
pub fn fronts(graph: &Graph, query: &Query) -> Result<Answer, QueryError> {
    let checked = query.check(graph)?;
    let weights = Weights::new(graph, query, &checked);
    let ways = pareto::front(graph, &weights, &checked.stops);
    let blocked = ways.is_empty().then(|| blocked(graph, query));
    let routes = ways.iter().map(|way| route(graph, query, &checked, way)).collect();
    Ok(Answer { routes, blocked, ranges: checked.ranges })
}

/// At most `most`, or three, of the routes of a front: those of which none is nearly as good as one before it in every
/// respect, nearly being the least of 1, 2, 4, … per cent that leaves so few. The quickest, the cheapest and the
/// shortest stay, the first of each.
pub fn few(answer: Answer, most: usize) -> Answer {
    let costs = |route: &Route| {
        [route.hours.mid, route.usd.mid, route.km, route.transhipments as f64 + 1.0]
    };
    let best = By::ALL.map(|by| {
        let figures = answer.routes.iter().map(|route| measure(by, route)).enumerate();
        figures.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
    });
    let mut slack = pareto::EPSILON;
    let routes = answer.routes.into_iter().enumerate();
    let mut routes: Vec<_> =
        routes.map(|(index, route)| (best.contains(&Some(index)), route)).collect();
    while routes.len() > most.max(By::ALL.len()) {
        let mut kept: Vec<(bool, Route)> = Vec::new();
        for (is_best, route) in routes {
            let own = costs(&route);
            let stands = |(_, known): &(bool, Route)| {
                costs(known).iter().zip(own).all(|(known, own)| *known <= own * (1.0 + slack))
            };
            if is_best || !kept.iter().any(stands) {
                kept.push((is_best, route));
            }
        }
        routes = kept;
        slack *= 2.0;
    }
    Answer { routes: routes.into_iter().map(|(_, route)| route).collect(), ..answer }
}

/// The best way for an objective.
pub(super) fn best(graph: &Graph, weights: &Weights, by: By, checked: &Checked) -> Option<Way> {
    let tree = search(graph, weights, by, &checked.stops, |_| 1.0);
    tree.way(weights, checked.goal())
}

/// The figure that a route is best by.
pub(super) fn measure(by: By, route: &Route) -> f64 {
    match by {
        By::Time => route.hours.mid,
        By::Cost => route.usd.mid,
        By::Distance => route.km,
    }
}

/// Makes all steps along the links of a way dearer, in both directions and for all vehicles.
fn punish(graph: &Graph, way: &Way, dearer: &mut Vec<f64>) {
    dearer.resize(graph.steps.len(), 1.0);
    let used: BTreeSet<Move> =
        way.iter().map(|(step, _)| graph.steps[*step as usize].action).collect();
    for (step, factor) in graph.steps.iter().zip(dearer) {
        if used.contains(&step.action) {
            *factor *= PENALTY;
        }
    }
}

/// The share of the shorter route's length on links that both use.
fn common(graph: &Graph, a: &Route, b: &Route) -> f64 {
    let other: BTreeSet<u32> = b.links().collect();
    let both = a.links().filter(|link| other.contains(link));
    let km: f64 = both.map(|link| f64::from(graph.network.links[link as usize].km)).sum();
    km / a.km.min(b.km).max(1e-9)
}
