//! What the checks ask and count.

use super::{Measured, Number};
use crate::network::{Graph, Query, Range, Route, routes};

/// The best route of a question, if there is one.
pub(super) fn best(graph: &Graph, query: &Query) -> Option<Route> {
    let one = Query { count: 1, ..query.clone() };
    routes(graph, &one).ok()?.routes.into_iter().next()
}

/// A question by way of some places.
pub(super) fn by_way(from: &str, to: &str, via: &[&str]) -> Query {
    let via = via.iter().map(|id| (*id).to_owned()).collect();
    Query { via, ..Query::between(from, to) }
}

/// The same question with some things closed.
pub(super) fn without(query: &Query, closed: &[&str]) -> Query {
    let closed = query.closed.iter().cloned().chain(closed.iter().map(|id| (*id).to_owned()));
    Query { closed: closed.collect(), ..query.clone() }
}

fn three(range: Range) -> [f64; 3] {
    [range.low, range.mid, range.high]
}

/// The hours of a route as a number of a verdict.
pub(super) fn hours(what: &'static str, route: Option<&Route>) -> Number {
    Number { what, value: route.map(|route| Measured::Hours(three(route.hours))) }
}

/// The dollars of a route.
pub(super) fn usd(what: &'static str, route: Option<&Route>) -> Number {
    Number { what, value: route.map(|route| Measured::Usd(three(route.usd))) }
}

/// So many things.
pub(super) fn count(what: &'static str, n: usize) -> Number {
    Number { what, value: Some(Measured::Count(n)) }
}
