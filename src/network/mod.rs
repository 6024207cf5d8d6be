//! Routes through the network: what can be asked, how it is searched, what an answer is made of.
//!
//! A [`Graph`] is the network made ready for questions; a [`Query`] asks; [`routes`] answers with
//! [`Route`]s, of which each figure can be taken apart into the assumptions that it rests on
//! ([`Bill`]). Nothing here reads a clock or throws dice: the spread of a total is sampled from a fixed
//! seed.

mod answer;
mod bill;
mod blocked;
mod clock;
mod critical;
mod graph;
mod months;
mod pareto;
mod query;
mod reach;
mod route;
mod search;
mod spread;
mod vehicle;
mod weigh;

pub use answer::{Answer, few, fronts, routes};
pub use bill::{Bill, Part, Range, Share};
pub use blocked::{Block, Blocked};
pub use critical::{Loss, critical};
pub use graph::Graph;
pub use months::waits;
pub use pareto::EPSILON;
pub use query::{By, Cargo, Changes, MOST_CLOSED, MOST_ROUTES, Query, QueryError};
pub use reach::{Band, Reached, reach};
pub use route::{Leg, Route, Stop};
pub use spread::{Spread, Swing, spread, swings};
pub use vehicle::Vehicle;
