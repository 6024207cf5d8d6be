//! What must hold for the network as a whole.

use super::super::desk::{Desk, Thing};
use super::LANES;
use crate::geo::great_circle::{distance_km, length_km};
use crate::model::line::Mode;
use crate::model::network::{Link, Network};
use std::collections::{BTreeMap, BTreeSet};

/// A way is at most so many times as long as the great circle between its ends, and two points of a
/// printed table may lie this far beside those of the atlas, kilometres.
const WINDING: f64 = 3.0;
const SLACK_KM: f64 = 12.0;

/// Kilometres of a sea lane that may lie on land at each end: quays, moles and river mouths.
const STUB_KM: f64 = 10.0;

/// Ports behind an inlet or river, and straits and canals, that are narrower than the coasts are exact.
const INLETS: [&str; 4] = ["kaliningrad", "murmansk", "hamburg", "rotterdam"];
const NARROW: [&str; 6] =
    ["suez-canal", "bosphorus", "dardanelles", "kerch-strait", "oresund", "great-belt"];

/// Reports what does not hold.
pub(super) fn sound(desk: &Desk<'_>, network: &Network, used: &[bool]) {
    for link in &network.links {
        if let Some(problem) = length(network, link).or_else(|| over_land(desk, network, link)) {
            report(desk, Thing::Link, link.id.as_str(), problem);
        }
    }
    gauges(desk, network);
    orphans(desk, network);
    for (assumption, used) in network.assumptions.iter().zip(used) {
        if !used && !assumption.id.as_str().starts_with("detour-") {
            let problem = "nothing rests on this assumption".to_owned();
            report(desk, Thing::Assumption, assumption.id.as_str(), problem);
        }
    }
}

fn report(desk: &Desk<'_>, thing: Thing, id: &str, problem: String) {
    let id_of = crate::model::id::Id::new(id);
    match id_of.and_then(|id| desk.spot_of(thing, &id)) {
        Some(spot) => desk.log.report(spot, problem, None),
        None => {
            let file = format!("data/{LANES}");
            let line = id.strip_prefix("lane-").and_then(|n| n.parse::<usize>().ok());
            desk.log.add(&file, line.map_or(1, |n| n + 1), 1, format!("{id}: {problem}"), None);
        }
    }
}

fn length(network: &Network, link: &Link) -> Option<String> {
    let [a, b] = [link.from, link.to].map(|node| network.nodes[usize::from(node)].at);
    let (km, least) = (f64::from(link.km), distance_km(a, b));
    if link.from == link.to {
        return Some("this link ends where it begins".to_owned());
    }
    if km + SLACK_KM < least {
        return Some(format!("{km:.0} km is less than the great circle of {least:.0} km"));
    }
    let drawn = length_km(&link.course).max(least);
    (km > drawn * WINDING + SLACK_KM)
        .then(|| format!("{km:.0} km is more than {WINDING} times the drawn {drawn:.0} km"))
}

fn over_land(desk: &Desk<'_>, network: &Network, link: &Link) -> Option<String> {
    let ground = desk.ground.as_ref()?;
    let ends = [link.from, link.to].map(|node| &network.nodes[usize::from(node)]);
    let narrow = link.passes.iter().any(|place| NARROW.contains(&place.as_str()))
        || ends.iter().any(|end| INLETS.contains(&end.id.as_str()));
    if link.mode != Mode::Sea || narrow {
        return None;
    }
    let dry = ground.land().over_km(&link.course);
    // Between two junctions a headland may be cut, as at a canal through an isthmus.
    let ports = ends.iter().filter(|end| end.place).count().max(1);
    let allowed = STUB_KM * ports as f64;
    (dry > allowed).then(|| format!("this sea link runs over {dry:.0} km of land"))
}

/// Every node where rails of two gauges meet says what the change takes.
fn gauges(desk: &Desk<'_>, network: &Network) {
    let mut at: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
    for link in network.links.iter().filter(|link| link.mode == Mode::Rail) {
        for node in [link.from, link.to] {
            match link.gauge {
                Some(gauge) => at.entry(node).or_default().insert(gauge.0),
                None => {
                    let problem = "a railway has a `gauge`".to_owned();
                    report(desk, Thing::Link, link.id.as_str(), problem);
                    continue;
                }
            };
        }
    }
    for (node, gauges) in at.iter().filter(|(_, gauges)| gauges.len() > 1) {
        let known = network.gauges.iter().any(|found| {
            found.node == *node && found.between.iter().all(|gauge| gauges.contains(&gauge.0))
        });
        if !known {
            let id = &network.nodes[usize::from(*node)].id;
            let widths: Vec<String> = gauges.iter().map(u16::to_string).collect();
            let problem = format!(
                "rails of {} mm meet at `{id}`, but data/network/hubs.toml has no [[gauge]] there",
                widths.join(" and ")
            );
            report(desk, Thing::Place, id.as_str(), problem);
        }
    }
}

/// Every node can be reached from every other one, if all that is planned were built.
fn orphans(desk: &Desk<'_>, network: &Network) {
    let mut leader: Vec<usize> = (0..network.nodes.len()).collect();
    fn find(leader: &mut [usize], node: usize) -> usize {
        let mut at = node;
        while leader[at] != at {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        at
    }
    for link in &network.links {
        let [a, b] = [link.from, link.to].map(|node| find(&mut leader, usize::from(node)));
        leader[a] = b;
    }
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    let roots: Vec<usize> = (0..leader.len()).map(|node| find(&mut leader, node)).collect();
    roots.iter().for_each(|root| *sizes.entry(*root).or_default() += 1);
    let Some(main) = sizes.iter().max_by_key(|(_, size)| **size).map(|(root, _)| *root) else {
        return;
    };
    for (node, root) in network.nodes.iter().zip(roots) {
        if root != main {
            let problem = format!("no way leads from `{}` to most of the network", node.id);
            report(desk, Thing::Place, node.id.as_str(), problem);
        }
    }
}
