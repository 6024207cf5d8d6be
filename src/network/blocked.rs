//! Why there is no route, and what would open one.

use super::answer::best;
use super::graph::Graph;
use super::query::Query;
use super::weigh::Weights;
use crate::model::line::Status;

/// One thing that stands in the way: without it there would be a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A closed place, link or country.
    Closed(String),
    /// The modes that are allowed.
    Modes,
    /// What is in service: with links that are planned or being built there would be one.
    Statuses,
    /// The class of ship.
    Vessel,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// Each of these alone; where there is none, only several together, or nothing.
    pub by: Vec<Block>,
    /// Whether there would be a route if nothing at all were excluded.
    pub ever: bool,
}

/// Takes one condition after the other away and tries again.
pub(super) fn blocked(graph: &Graph, query: &Query) -> Blocked {
    let opens = |changed: &Query| {
        let Ok(checked) = changed.check(graph) else { return false };
        let weights = Weights::new(graph, changed, &checked);
        best(graph, &weights, changed.by, &checked).is_some()
    };
    let mut by = Vec::new();
    for closed in &query.closed {
        let kept = query.closed.iter().filter(|other| *other != closed).cloned().collect();
        if opens(&Query { closed: kept, ..query.clone() }) {
            by.push(Block::Closed(closed.clone()));
        }
    }
    let open = [
        (Block::Modes, Query { modes: Vec::new(), ..query.clone() }),
        (Block::Statuses, Query { statuses: Status::ALL.to_vec(), ..query.clone() }),
        (Block::Vessel, Query { vessel: None, ..query.clone() }),
    ];
    by.extend(open.into_iter().filter(|(_, changed)| opens(changed)).map(|(block, _)| block));
    let free = Query {
        modes: Vec::new(),
        statuses: Status::ALL.to_vec(),
        vessel: None,
        closed: Vec::new(),
        ..query.clone()
    };
    Blocked { by, ever: opens(&free) }
}
