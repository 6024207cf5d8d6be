//! What a route would lose without one link or place.

use super::answer::{best, measure};
use super::graph::Graph;
use super::query::{Query, QueryError};
use super::route::route;
use super::weigh::Weights;
use crate::model::id::Id;
use crate::order;

/// What is lost when one thing is closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// The link or place.
    pub id: Id,
    /// Whether it is a place.
    pub place: bool,
    /// How much worse the best route becomes, in the measure of the objective; `None` where there is
    /// none any more.
    pub loss: Option<f64>,
}

/// Every link and place of the best route, the worst loss first. What the best route does not use costs
/// nothing when it is closed, so nothing else has to be tried.
///
/// # Errors
///
/// [`QueryError`] where the question is none.
pub fn critical(graph: &Graph, query: &Query) -> Result<Vec<Loss>, QueryError> {
    let checked = query.check(graph)?;
    let mut weights = Weights::new(graph, query, &checked);
    let Some(way) = best(graph, &weights, query.by, &checked) else { return Ok(Vec::new()) };
    let base = route(graph, query, &checked, &way);
    let figure = measure(query.by, &base);
    let links: Vec<u32> = base.links().collect();
    let mut losses = Vec::new();
    for link in &links {
        weights.open(*link, false);
        let other = best(graph, &weights, query.by, &checked);
        weights.open(*link, true);
        let loss =
            other.map(|way| measure(query.by, &route(graph, query, &checked, &way)) - figure);
        let id = graph.network.links[*link as usize].id.clone();
        losses.push(Loss { id, place: false, loss });
    }
    let ends = |link: &u32| {
        let link = &graph.network.links[*link as usize];
        [link.from, link.to]
    };
    let mut nodes: Vec<u16> = links.iter().flat_map(ends).collect();
    order::sort(&mut nodes);
    nodes.dedup();
    let inner = nodes.into_iter().map(|node| &graph.network.nodes[usize::from(node)]);
    let inner = inner.filter(|node| node.place).map(|node| node.id.clone());
    for id in inner.chain(base.chokepoints.iter().cloned()) {
        if losses.iter().any(|known| known.place && known.id == id) {
            continue;
        }
        let mut closed = query.closed.clone();
        closed.push(format!("place:{id}"));
        let Ok(answer) = super::routes(graph, &Query { closed, count: 1, ..query.clone() }) else {
            // The ends and the stops: without them there is no question.
            continue;
        };
        let loss = answer.routes.first().map(|route| measure(query.by, route) - figure);
        losses.push(Loss { id, place: true, loss });
    }
    let weight = |loss: &Loss| loss.loss.unwrap_or(f64::INFINITY);
    order::sort_by(&mut losses, |a, b| weight(b).total_cmp(&weight(a)));
    Ok(losses)
}
