//! What the checks ask and count.

use super::{Measured, Number, State};
use crate::model::line::Mode;
use crate::network::{Graph, Query, Route, routes};

/// A question that was asked, and its best route, if there is one.
pub(super) struct Asked {
    query: Query,
    pub(super) route: Option<Route>,
}

impl Asked {
    /// A number of the route.
    fn number(&self, what: &'static str, of: impl Fn(&Route) -> Measured) -> Number {
        Number { what, value: self.route.as_ref().map(of), query: Some(self.query.clone()) }
    }

    /// Its hours.
    pub(super) fn hours(&self, what: &'static str) -> Number {
        self.number(what, |route| Measured::Hours(route.hours))
    }

    /// Its dollars.
    pub(super) fn usd(&self, what: &'static str) -> Number {
        self.number(what, |route| Measured::Usd(route.usd))
    }

    /// How many of something it has; none where there is no way.
    pub(super) fn count(&self, what: &'static str, of: impl Fn(&Route) -> usize) -> Number {
        let counted = self.route.as_ref().map_or(0, of);
        Number { what, value: Some(Measured::Count(counted)), query: Some(self.query.clone()) }
    }
}

/// Asks a question for its best route.
pub(super) fn best(graph: &Graph, query: &Query) -> Asked {
    let one = Query { count: 1, ..query.clone() };
    let answer = routes(graph, &one).ok();
    let route = answer.and_then(|answer| answer.routes.into_iter().next());
    Asked { query: query.clone(), route }
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
