//! A way made readable: legs, what stands between them, totals.

use super::bill::{Bill, Range, Share};
use super::graph::{Graph, Move};
use super::query::{Checked, Query};
use super::search::Way;
use super::vehicle::Vehicle;
use super::weigh::terms_of;
use crate::model::fact::Confidence;
use crate::model::id::{Id, each_once};
use crate::model::line::{Mode, Status};
use crate::model::network::{Link, Notice};

/// What happens to cargo before a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Nothing: the route begins, or the ship sails on into other waters.
    None,
    /// It changes to another vehicle.
    Change,
    /// It changes between gauges.
    Gauge,
}

/// A part of a route on one vehicle and in one mode.
#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    /// Index of the node where it begins.
    pub from: u16,
    /// Index of the node where it ends.
    pub to: u16,
    /// What the cargo travels on.
    pub vehicle: Vehicle,
    /// In which mode.
    pub mode: Mode,
    /// What happens before it.
    pub stop: Stop,
    /// How many changes between vehicles that are.
    pub changes: usize,
    /// Hours of waiting for a season.
    pub season: f64,
    /// Indices of its links, in order, each with whether it is used against its direction.
    pub links: Vec<(u32, bool)>,
    /// Length, kilometres.
    pub km: f64,
    /// What the stop before it takes in hours, without the season.
    pub stop_hours: Range,
    /// What it costs.
    pub stop_usd: Range,
    /// Hours, with all that precedes it.
    pub hours: Range,
    /// Dollars, with all that precedes it.
    pub usd: Range,
    /// Borders crossed on it.
    pub borders: usize,
    /// The least firm status of its links.
    pub status: Status,
    /// Countries in order.
    pub countries: Vec<String>,
    /// Texts that its lengths, assumptions and statuses stand in.
    pub sources: Vec<Id>,
    /// What the hours are made of.
    pub time: Bill,
    /// What the dollars are made of.
    pub price: Bill,
}

/// A route.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Its legs, in order.
    pub legs: Vec<Leg>,
    /// Length, kilometres.
    pub km: f64,
    /// Hours.
    pub hours: Range,
    /// Dollars for one unit of cargo.
    pub usd: Range,
    /// Chokepoints passed, in order.
    pub chokepoints: Vec<Id>,
    /// Countries in order, ends included.
    pub countries: Vec<String>,
    /// Borders crossed by land.
    pub borders: usize,
    /// Changes between gauges.
    pub gauge_breaks: usize,
    /// Changes between vehicles, those between gauges included.
    pub transhipments: usize,
    /// How the hours are known.
    pub time_share: Share,
    /// How the dollars are known.
    pub price_share: Share,
    /// Indices of notices that touch it.
    pub notices: Vec<usize>,
    /// Where it begins and ends, for comparison: steps of the search.
    pub(super) steps: Vec<u32>,
}

impl Route {
    /// Indices of its links, in order.
    pub fn links(&self) -> impl Iterator<Item = u32> + '_ {
        self.legs.iter().flat_map(|leg| &leg.links).map(|(link, _)| *link)
    }

    /// All that the hours are made of.
    pub fn time(&self) -> Bill {
        Bill::together(self.legs.iter().map(|leg| &leg.time))
    }

    /// All that the dollars are made of.
    pub fn price(&self) -> Bill {
        Bill::together(self.legs.iter().map(|leg| &leg.price))
    }
}

/// The route that a way of the search is.
pub(super) fn route(graph: &Graph, query: &Query, checked: &Checked, way: &Way) -> Route {
    let mut legs: Vec<Leg> = Vec::new();
    let mut pending: Vec<u32> = Vec::new();
    let mut at: Option<u16> = None;
    for (index, wait) in way {
        let step = graph.steps[*index as usize];
        let vehicle = Vehicle::ALL[usize::from(step.vehicle)];
        let Move::Along(link_index) = step.action else {
            // Cargo may go by lorry from one train to another, as it were: two changes at one place.
            if let Move::Change(change) = step.action {
                pending.push(change);
            }
            continue;
        };
        let link = &graph.network.links[link_index as usize];
        let to = graph.node(step.to as usize);
        let from = if link.to == to { link.from } else { link.to };
        let follows = legs.last().is_some_and(|leg| {
            pending.is_empty() && *wait == 0.0 && leg.vehicle == vehicle && leg.mode == link.mode
        });
        if !follows || at != Some(from) {
            let mut leg = begun(from, vehicle, link.mode, query);
            for change in pending.drain(..) {
                let change = &graph.changes[change as usize];
                leg.changes += 1;
                leg.stop = if change.gauge { Stop::Gauge } else { Stop::Change };
                leg.time.add(&change.hours, Confidence::Sourced);
                leg.price.add(&change.usd, Confidence::Sourced);
                leg.stop_hours = leg.time.range(graph, &checked.ranges);
                leg.stop_usd = leg.price.range(graph, &checked.ranges);
            }
            leg.season = *wait;
            leg.time.season = *wait;
            if *wait > 0.0 {
                leg.sources.extend(link.season.as_ref().map(|season| season.source.clone()));
            }
            legs.push(leg);
        }
        if let Some(leg) = legs.last_mut() {
            travel(leg, link, (link_index, link.to != to), to);
        }
        at = Some(to);
    }
    legs.iter_mut().for_each(|leg| finish(graph, checked, leg));
    whole(graph, checked, legs, way)
}

fn begun(from: u16, vehicle: Vehicle, mode: Mode, query: &Query) -> Leg {
    Leg {
        from,
        to: from,
        vehicle,
        mode,
        stop: Stop::None,
        changes: 0,
        season: 0.0,
        links: Vec::new(),
        km: 0.0,
        stop_hours: Range::default(),
        stop_usd: Range::default(),
        hours: Range::default(),
        usd: Range::default(),
        borders: 0,
        status: Status::Operational,
        countries: Vec::new(),
        sources: Vec::new(),
        time: Bill::new(1.0),
        price: Bill::new(query.cargo.of_teu()),
    }
}

fn travel(leg: &mut Leg, link: &Link, used: (u32, bool), to: u16) {
    let (hours, usd) = terms_of(link, leg.vehicle);
    leg.time.add(hours, link.basis);
    leg.price.add(usd, link.basis);
    leg.to = to;
    leg.km += f64::from(link.km);
    leg.links.push(used);
    leg.borders += usize::from(link.border);
    leg.status = leg.status.max(link.status);
    let mut countries = link.countries.clone();
    if used.1 {
        countries.reverse();
    }
    leg.countries.extend(countries);
    leg.countries.dedup();
    let own = [&link.source, &link.status_source, &link.draught_source];
    leg.sources.extend(own.into_iter().flatten().cloned());
}

fn finish(graph: &Graph, checked: &Checked, leg: &mut Leg) {
    leg.time = Bill::together([&leg.time]);
    leg.price = Bill::together([&leg.price]);
    leg.hours = leg.time.range(graph, &checked.ranges);
    leg.usd = leg.price.range(graph, &checked.ranges);
    let parts = leg.time.parts.iter().chain(&leg.price.parts);
    let cited = parts.filter_map(|part| {
        let index = usize::from(part.assumption);
        graph.network.assumptions[index].source.clone()
    });
    leg.sources.extend(cited);
    leg.sources = each_once(&leg.sources);
}

fn whole(graph: &Graph, checked: &Checked, legs: Vec<Leg>, way: &Way) -> Route {
    let network = &graph.network;
    let links = || {
        let used = legs.iter().flat_map(|leg| &leg.links);
        used.map(|(index, back)| (&network.links[*index as usize], *back))
    };
    let passed = links().flat_map(|(link, back)| {
        let mut passes: Vec<&Id> = link.passes.iter().collect();
        if back {
            passes.reverse();
        }
        passes
    });
    let chokepoints = each_once(passed);
    let ends = |leg: &Leg| [leg.from, leg.to].map(|node| &network.nodes[usize::from(node)]);
    let mut countries: Vec<String> = Vec::new();
    for leg in &legs {
        let [from, to] = ends(leg);
        countries.extend(from.country.clone());
        countries.extend(leg.countries.iter().cloned());
        countries.extend(to.country.clone());
    }
    countries.dedup();
    let touches = |notice: &Notice| {
        links().any(|(link, _)| {
            let ends = [link.from, link.to].map(|node| &network.nodes[usize::from(node)].id);
            let mut places = ends.into_iter().chain(&link.passes);
            (notice.modes.is_empty() || notice.modes.contains(&link.mode))
                && places.any(|place| notice.touches.contains(place))
        })
    };
    let notices = network.notices.iter().enumerate().filter(|(_, notice)| touches(notice));
    let notices = notices.map(|(index, _)| index).collect();
    let time = Bill::together(legs.iter().map(|leg| &leg.time));
    let price = Bill::together(legs.iter().map(|leg| &leg.price));
    Route {
        km: legs.iter().map(|leg| leg.km).sum(),
        hours: legs.iter().map(|leg| leg.hours).sum(),
        usd: legs.iter().map(|leg| leg.usd).sum(),
        borders: legs.iter().map(|leg| leg.borders).sum(),
        gauge_breaks: legs.iter().filter(|leg| leg.stop == Stop::Gauge).count(),
        transhipments: legs.iter().map(|leg| leg.changes).sum(),
        time_share: time.share(graph, &checked.ranges),
        price_share: price.share(graph, &checked.ranges),
        chokepoints,
        countries,
        notices,
        legs,
        steps: way.iter().map(|(step, _)| *step).collect(),
    }
}
