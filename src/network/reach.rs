//! How far cargo comes from a place.

use super::graph::Graph;
use super::query::{By, Query, QueryError};
use super::search::{Label, search};
use super::weigh::Weights;
use crate::geo::LonLat;
use crate::model::id::Id;
use crate::order;

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
/// first, and the links on the best ways there in bands. The question's `to` counts for nothing.
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
    let all = (0..network.nodes.len() as u16).filter_map(|node| Some((node, tree.best(node)?)));
    let near: Vec<(u16, (usize, Label))> =
        all.filter(|(_, (_, label))| figure(query.by, label) <= limit).collect();
    let mut places: Vec<Reached> = near
        .iter()
        .filter(|(node, _)| network.nodes[usize::from(*node)].place)
        .map(|(node, (_, label))| Reached {
            id: network.nodes[usize::from(*node)].id.clone(),
            hours: label.hours,
            usd: f64::from(label.usd),
            km: f64::from(label.km),
        })
        .collect();
    order::sort_by(&mut places, |a, b| a.hours.total_cmp(&b.hours).then_with(|| a.id.cmp(&b.id)));
    let used = tree.links(near.iter().map(|(_, (state, _))| *state));
    let width = limit / BANDS as f64;
    let bands = (0..BANDS).map(|band| {
        let (from, to) = (band as f64 * width, (band + 1) as f64 * width);
        let lines = used.iter().filter_map(|(link, [start, end])| {
            let within = figure(query.by, start) < to && figure(query.by, end) > from;
            within.then(|| network.links[*link as usize].course.clone())
        });
        Band { from, to, lines: lines.collect() }
    });
    Ok((places, bands.collect()))
}

/// What a label took, in the measure of the objective.
fn figure(by: By, label: &Label) -> f64 {
    match by {
        By::Time => label.hours,
        By::Cost => f64::from(label.usd),
        By::Distance => f64::from(label.km),
    }
}
