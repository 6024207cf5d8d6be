//! Leading a computed route another way: the route that is looked at is dragged onto a place, which it then
//! passes. Fingers move the map instead; for them and for keys there is the field on the page.

use crate::geo::LonLat;
use crate::model::id::{Id, Kind, Ref};
use crate::scene::{bend::Bend, course::distance};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How near to a place the hand must be to lead the route by it, CSS pixels.
const SNAP: f32 = 28.0;

/// A route that is held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold {
    /// How many of the places that the route must pass lie before the hand.
    index: usize,
    before: LonLat,
    after: LonLat,
}

/// Takes hold of the route that is looked at, where it runs so near to the point.
pub(super) fn take(store: Store, at: [f32; 2], slack: f32) -> Option<Hold> {
    let window = store.window();
    store.attention.with_untracked(|attention| {
        let trail = attention.trails.iter().find(|trail| trail.chosen)?;
        let along = trail.grasp(&window, at, slack)?;
        let query = store.plan.trip.with_untracked(|trip| trip.query.clone());
        let stops: Vec<LonLat> = [&query.from]
            .into_iter()
            .chain(&query.via)
            .chain([&query.to])
            .map(|id| place(store, id))
            .collect::<Option<_>>()?;
        let via = &stops[1..stops.len() - 1];
        let index = via.iter().filter(|point| trail.along(**point) <= along).count();
        Some(Hold { index, before: stops[index], after: stops[index + 1] })
    })
}

/// Whether the route that is looked at can be taken hold of there.
pub(super) fn near(store: Store, at: [f32; 2], slack: f32) -> bool {
    let window = store.window();
    store.attention.with_untracked(|attention| {
        let mut chosen = attention.trails.iter().filter(|trail| trail.chosen);
        chosen.any(|trail| trail.grasp(&window, at, slack).is_some())
    })
}

/// The hand moves: the route is drawn by it, or by the place that it is near.
pub(super) fn drag(store: Store, hold: &Hold, at: [f32; 2]) {
    let found = snapped(store, at);
    let point =
        found.as_ref().and_then(|id| place(store, id.as_str())).or(store.window().invert(at));
    store.tools.pointer.set(at);
    store.attention.update(|attention| {
        attention.hover = found.map(|id| Ref { kind: Kind::Place, id });
        // Beyond the edge of the globe it stays where it was.
        let bend = point.map(|at| Bend { before: hold.before, at, after: hold.after });
        attention.bend = bend.or(attention.bend);
    });
}

/// The hand lets go: near a place, the route passes it from now on.
pub(super) fn release(store: Store, hold: &Hold, at: [f32; 2]) {
    let found = snapped(store, at);
    cancel(store);
    if let Some(id) = found {
        store.plan(|trip| trip.query.via.insert(hold.index, id.to_string()));
    }
}

/// The route springs back.
pub(super) fn cancel(store: Store) {
    store.attention.update(|attention| {
        attention.bend = None;
        attention.hover = None;
    });
}

/// The place of the network that is nearest to a point, and near enough; not one that the route must pass
/// already, nor one that is closed.
fn snapped(store: Store, at: [f32; 2]) -> Option<Id> {
    let (graph, window) = (store.plan.graph.get_untracked()?, store.window());
    let query = store.plan.trip.with_untracked(|trip| trip.query.clone());
    let taken = |id: &Id| {
        let mut stops = [&query.from, &query.to].into_iter().chain(&query.via);
        stops.any(|stop| stop == id.as_str()) || query.closed.iter().any(|shut| shut == id.as_str())
    };
    let places = graph.network.nodes.iter().filter(|node| node.place && !taken(&node.id));
    let near = places.filter_map(|node| Some((distance(window.project(node.at)?, at), &node.id)));
    let found = near.filter(|(gap, _)| *gap <= SNAP).min_by(|a, b| a.0.total_cmp(&b.0));
    found.map(|(_, id)| id.clone())
}

fn place(store: Store, id: &str) -> Option<LonLat> {
    let graph = store.plan.graph.get_untracked()?;
    graph.network.node(id).map(|node| graph.network.nodes[node].at)
}
