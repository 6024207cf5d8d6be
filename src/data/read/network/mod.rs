//! `data/network/` and the sea lanes: what routes are computed from.

mod assumptions;
mod checks;
mod events;
mod hubs;
mod lanes;
mod links;
mod published;
mod terms;

pub use published::{Figures, Published};

use super::desk::Desk;
use super::diagnostic::Spot;
use crate::geo::LonLat;
use crate::model::id::Id;
use crate::model::line::{Line, Mode};
use crate::model::network::{Assumption, Network, Node};
use crate::model::place::Place;
use crate::model::source::Source;
use std::collections::BTreeMap;

/// The folder, below `data/`.
const FOLDER: &str = "data/network/";

/// The sea lanes, below `data/`; `cargo xtask lanes` makes them.
const LANES: &str = "generated/lanes.geojson";

/// What the readers of the folder share.
struct Build<'d, 'a> {
    desk: &'d Desk<'a>,
    places: &'d [Place],
    lines: &'d [Line],
    nodes: Vec<Node>,
    by_id: BTreeMap<String, u16>,
    assumptions: Vec<Assumption>,
    by_assumption: BTreeMap<Id, u16>,
    /// Assumptions that something rests on.
    used: Vec<bool>,
}

impl Build<'_, '_> {
    /// The node of a place, made when it is first asked for.
    fn place(&mut self, id: &Id) -> Option<u16> {
        if let Some(known) = self.by_id.get(id.as_str()) {
            return Some(*known);
        }
        let place = self.places.iter().find(|place| place.id == *id)?;
        let country = place.country.clone();
        Some(self.add(Node { id: id.clone(), at: place.at, place: true, country }))
    }

    fn add(&mut self, node: Node) -> u16 {
        let index = self.nodes.len() as u16;
        self.by_id.insert(node.id.as_str().to_owned(), index);
        self.nodes.push(node);
        index
    }

    fn at(&self, node: u16) -> LonLat {
        self.nodes[usize::from(node)].at
    }

    /// The first of the assumptions that exists; none of them is a problem of the data.
    fn assumption(&mut self, spot: Spot<'_>, names: &[String]) -> Option<u16> {
        let found = names.iter().find_map(|name| {
            let id = Id::new(name)?;
            self.by_assumption.get(&id).copied()
        });
        match found {
            Some(index) => self.used[usize::from(index)] = true,
            None => self.desk.log.report(
                spot,
                format!("there is no assumption `{}`", names.join("`, `")),
                "write it into data/network/assumptions.toml",
            ),
        }
        found
    }
}

/// The network, and the journeys that it is set against; `None` where a reader could not go on. It brings along its own
/// sources, and of those that it shares with the journeys the ones that it cites.
pub(super) fn read(
    desk: &Desk<'_>,
    places: &[Place],
    lines: &[Line],
    own: Vec<Source>,
    shared: &[Source],
) -> (Option<Network>, Vec<Published>) {
    let published = published::read(desk);
    if !desk.files.iter().any(|file| file.document.file.starts_with(FOLDER)) {
        return (Some(Network::default()), published);
    }
    let (assumptions, words) = assumptions::read(desk);
    let by_assumption =
        (0_u16..).zip(&assumptions).map(|(at, found)| (found.id.clone(), at)).collect();
    let used = vec![false; assumptions.len()];
    let (nodes, by_id) = (Vec::new(), BTreeMap::new());
    let mut build = Build { desk, places, lines, nodes, by_id, assumptions, by_assumption, used };
    let (passages, mut hubs, gauges) = hubs::read(&mut build);
    let mut links = links::read(&mut build, &passages);
    links.extend(lanes::read(&mut build, &passages));
    let (notices, scenarios) = events::read(desk);
    build.common();
    // What a place offers where nothing goes is of no use.
    let mut modes: BTreeMap<u16, Vec<Mode>> = BTreeMap::new();
    for link in &links {
        [link.from, link.to].iter().for_each(|end| modes.entry(*end).or_default().push(link.mode));
    }
    for hub in &mut hubs {
        let there = modes.get(&hub.node).map(Vec::as_slice).unwrap_or_default();
        hub.joins.retain(|mode| there.contains(mode));
    }
    hubs.retain(|hub| !hub.joins.is_empty());
    hubs.sort_by_key(|hub| hub.node);
    let mut network = Network {
        nodes: build.nodes,
        links,
        hubs,
        gauges,
        passages,
        assumptions: build.assumptions,
        words,
        notices,
        scenarios,
        sources: own,
    };
    let cited = network.cited();
    let shared: Vec<Source> =
        shared.iter().filter(|source| cited.contains(&source.id)).cloned().collect();
    network.sources.extend(shared);
    checks::sound(desk, &network, &build.used);
    (Some(network), published)
}

impl Build<'_, '_> {
    /// Marks the assumptions that the search itself asks for, whatever the links are.
    fn common(&mut self) {
        for name in crate::model::network::COMMON {
            let spot = self.desk.files[0].document.start();
            self.assumption(spot, &[name.to_owned()]);
        }
    }
}
