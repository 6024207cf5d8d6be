//! How far cargo comes from a place.

use super::graph::{Graph, node_of, state};
use super::query::{By, Query, QueryError};
use super::search::{Tree, search};
use super::vehicle::Vehicle;
use super::weigh::Weights;
use crate::geo::LonLat;
use crate::model::id::Id;

/// A place that can be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    /// The place.
    pub id: Id,
    /// Hours to it.
    pub hours: f64,
    /// Dollars to it.
    pub usd: f64,
    /// Kilometres to it.
    pub km: f64,
}

/// The links that are reached within one part of the limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// From how much, in the measure of the objective.
    pub from: f64,
    /// To how much.
    pub to: f64,
    /// Courses, links that lie in two bands in both.
    pub lines: Vec<Vec<LonLat>>,
}

/// In how many bands the limit is cut.
const BANDS: usize = 4;

/// All places within `limit` (hours, dollars or kilometres, as the question is best by), the nearest
/// first, and the links on the way there in bands. The question's `to` counts for nothing.
///
/// # Errors
///
/// [`QueryError`] where the question is none.
pub fn reach(
    graph: &Graph,
    query: &Query,
    limit: f64,
) -> Result<(Vec<Reached>, Vec<Band>), QueryError> {
    let network = &graph.network;
    let checked = query.check_start(graph)?;
    let weights = Weights::new(graph, query, &checked);
    let tree = search(graph, &weights, query.by, &checked.stops, |_| 1.0);
    let figure = |node: u16| measured(&tree, query.by, node);
    let mut places: Vec<Reached> = (0..network.nodes.len() as u16)
        .filter(|node| network.nodes[usize::from(*node)].place)
        .filter_map(|node| {
            let (_, label) = tree.best(node)?;
            let id = network.nodes[usize::from(node)].id.clone();
            Some(Reached {
                id,
                hours: label.hours,
                usd: f64::from(label.usd),
                km: f64::from(label.km),
            })
        })
        .filter(|found| {
            let figure = match query.by {
                By::Time => found.hours,
                By::Cost => found.usd,
                By::Distance => found.km,
            };
            figure <= limit
        })
        .collect();
    places.sort_by(|a, b| a.hours.total_cmp(&b.hours).then_with(|| a.id.cmp(&b.id)));
    let width = limit / BANDS as f64;
    let bands = (0..BANDS).map(|band| {
        let (from, to) = (band as f64 * width, (band + 1) as f64 * width);
        let lines = used(graph, &weights).filter_map(|link| {
            let link = &network.links[link];
            let (a, b) = (figure(link.from)?, figure(link.to)?);
            let (near, far) = (a.min(b), a.max(b));
            (near < to && far > from && far <= limit).then(|| link.course.clone())
        });
        Band { from, to, lines: lines.collect() }
    });
    Ok((places, bands.collect()))
}

fn measured(tree: &Tree, by: By, node: u16) -> Option<f64> {
    let (_, label) = tree.best(node)?;
    Some(match by {
        By::Time => label.hours,
        By::Cost => f64::from(label.usd),
        By::Distance => f64::from(label.km),
    })
}

/// Links that some vehicle may use.
fn used<'g>(graph: &'g Graph, weights: &'g Weights) -> impl Iterator<Item = usize> + 'g {
    (0..graph.network.links.len()).filter(move |index| {
        let link = &graph.network.links[*index];
        Vehicle::ALL.into_iter().any(|vehicle| {
            let at = state(link.from, vehicle);
            let steps = graph.first[at] as usize..graph.first[at + 1] as usize;
            steps.clone().any(|step| {
                weights.steps[step].is_some()
                    && graph.steps[step].action == super::graph::Move::Along(*index as u32)
                    && node_of(graph.steps[step].to as usize) == link.to
            })
        })
    })
}
