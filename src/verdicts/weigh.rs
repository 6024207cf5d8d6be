//! What the checks ask and count.

use super::{Measured, Number, State};
use crate::model::line::Mode;
use crate::network::{Graph, Query, Route, routes};

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

/// A question over land; a ferry that carries wagons and lorries counts as land.
pub(super) fn over_land(query: Query) -> Query {
    Query { modes: vec![Mode::Rail, Mode::Road, Mode::Ferry], ..query }
}

/// A question by sea alone.
pub(super) fn by_sea(from: &str, to: &str) -> Query {
    Query { modes: vec![Mode::Sea], ..Query::between(from, to) }
}

/// A claim that is so in all respects holds, one that is so in some holds under that condition.
pub(super) fn in_all<const N: usize>(respects: [bool; N]) -> State {
    match respects.into_iter().filter(|so| *so).count() {
        0 => State::Fails,
        all if all == N => State::Holds,
        _ => State::HoldsIf,
    }
}

/// The hours of a route as a number of a verdict.
pub(super) fn hours(what: &'static str, route: Option<&Route>) -> Number {
    Number { what, value: route.map(|route| Measured::Hours(route.hours)) }
}

/// The dollars of a route.
pub(super) fn usd(what: &'static str, route: Option<&Route>) -> Number {
    Number { what, value: route.map(|route| Measured::Usd(route.usd)) }
}

/// So many things.
pub(super) fn count(what: &'static str, n: usize) -> Number {
    Number { what, value: Some(Measured::Count(n)) }
}
