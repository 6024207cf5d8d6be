//! The sources that stand behind a thing, each once.

use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    id::{Id, Kind, Ref, each_once},
    network::Network,
    place::Place,
    study::{ClaimId, Study},
};
use std::collections::BTreeMap;

/// The sources of a corridor: of its status, figures, events and lines, in this order.
pub fn of_corridor(atlas: &Atlas, corridor: &Corridor) -> Vec<Id> {
    each_once(
        corridor
            .status_source
            .iter()
            .chain(corridor.facts.iter().map(|fact| &fact.source))
            .chain(corridor.milestones.iter().map(|milestone| &milestone.source))
            .chain(
                corridor
                    .lines
                    .iter()
                    .filter_map(|id| atlas.line(id))
                    .flat_map(|line| [Some(&line.course_source), line.status_source.as_ref()])
                    .flatten(),
            ),
    )
}

/// The sources of a place: of its position and its figures.
pub fn of_place(place: &Place) -> Vec<Id> {
    each_once(place.position.iter().chain(place.facts.iter().map(|fact| &fact.source)))
}

/// What rests on one source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resting {
    /// Places, corridors and organisations.
    pub things: Vec<Ref>,
    /// Claims whose check it bears on.
    pub claims: Vec<ClaimId>,
    /// Events that were read in it.
    pub events: Vec<Id>,
    /// What a careful reader notes by it.
    pub findings: Vec<Id>,
    /// How many figures of trade stand in it.
    pub trade: usize,
    /// Indices of assumptions of the network.
    pub assumptions: Vec<usize>,
    /// How many links of the network have their length, depth or status from it.
    pub links: usize,
    /// How many notices on routes, and what-ifs, report from it.
    pub notices: usize,
}

/// What rests on each source, by its id.
pub fn register<T>(
    atlas: &Atlas,
    study: &Study<T>,
    network: Option<&Network>,
) -> BTreeMap<Id, Resting> {
    let mut all: BTreeMap<Id, Resting> = BTreeMap::new();
    let mut note = |ids: Vec<Id>, add: &dyn Fn(&mut Resting)| {
        ids.into_iter().for_each(|id| add(all.entry(id).or_default()));
    };
    for place in &atlas.places {
        let target = Ref { kind: Kind::Place, id: place.id.clone() };
        note(of_place(place), &|of| of.things.push(target.clone()));
    }
    for corridor in &atlas.corridors {
        note(of_corridor(atlas, corridor), &|of| of.things.push(corridor.reference()));
    }
    for found in &atlas.institutions {
        let target = Ref { kind: Kind::Institution, id: found.id.clone() };
        let members = found.members.iter().map(|member| &member.source);
        note(each_once(found.sources.iter().chain(members)), &|of| of.things.push(target.clone()));
    }
    for claim in &study.claims {
        note(each_once(claim.check.sources.iter()), &|of| of.claims.push(claim.id));
    }
    for event in &study.events {
        note(each_once(event.sources.iter()), &|of| of.events.push(event.id.clone()));
    }
    for finding in &study.findings {
        note(each_once(finding.sources.iter()), &|of| of.findings.push(finding.id.clone()));
    }
    for point in &study.trade {
        note(each_once(point.source.iter()), &|of| of.trade += 1);
    }
    let Some(network) = network else { return all };
    for (index, assumption) in network.assumptions.iter().enumerate() {
        note(each_once(assumption.source.iter()), &|of| of.assumptions.push(index));
    }
    for link in &network.links {
        let ids = [&link.source, &link.draught_source, &link.status_source];
        note(each_once(ids.into_iter().flatten()), &|of| of.links += 1);
    }
    let notices = network.notices.iter().map(|notice| &notice.sources);
    for sources in notices.chain(network.scenarios.iter().map(|scenario| &scenario.sources)) {
        note(each_once(sources), &|of| of.notices += 1);
    }
    all
}
