//! A search that shares nothing with the atlas's own but the data: it walks every way without a circle.

use atlas::model::line::{Mode, Status};
use atlas::model::network::{Link, Network, Season};

/// Hours, dollars, kilometres, transhipments.
pub(super) type Costs = [f64; 4];

/// What cargo travels on here: the mode, and the gauge of a train. Ships of the random networks are ships
/// of the oceans at sea and small ships on rivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Carrier(Mode, u16);

fn carrier(link: &Link) -> Carrier {
    Carrier(link.mode, link.gauge.map_or(0, |gauge| gauge.0))
}

fn figure(network: &Network, at: usize) -> f64 {
    network.assumptions[at].range[1]
}

/// Days before a month, without leap years.
fn day_of_year(month: u8, day: u8) -> f64 {
    let lengths = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
    lengths.iter().take(usize::from(month) - 1).sum::<f64>() + f64::from(day) - 1.0
}

/// Hours until a season is open, found by trying one hour after the other.
fn hours_until_open(season: &Season, now: f64) -> f64 {
    let open = day_of_year(season.open.month, season.open.day) * 24.0;
    let close = (day_of_year(season.close.month, season.close.day) + 1.0) * 24.0;
    let hour = now.rem_euclid(365.0 * 24.0);
    if (open..close).contains(&hour) {
        return 0.0;
    }
    if hour < open { open - hour } else { open + 365.0 * 24.0 - hour }
}

struct Walk<'n> {
    network: &'n Network,
    to: usize,
    month: Option<u8>,
    planned: bool,
    without: Option<usize>,
    found: Vec<Costs>,
}

/// The costs of every way without a circle.
pub(super) fn ways(
    network: &Network,
    [from, to]: [usize; 2],
    month: Option<u8>,
    planned: bool,
    without: Option<usize>,
) -> Vec<Costs> {
    let mut walk = Walk { network, to, month, planned, without, found: Vec::new() };
    let mut passed = vec![false; network.nodes.len()];
    walk.on(from, None, [0.0; 4], &mut passed);
    walk.found
}

impl Walk<'_> {
    fn on(&mut self, at: usize, on: Option<Carrier>, costs: Costs, passed: &mut [bool]) {
        if at == self.to {
            self.found.push(costs);
            return;
        }
        passed[at] = true;
        for index in 0..self.network.links.len() {
            let link = &self.network.links[index];
            let ends = [usize::from(link.from), usize::from(link.to)];
            let closed = self.without == Some(index)
                || (link.status != Status::Operational && !self.planned);
            let next = match ends {
                [a, b] if a == at => b,
                [a, b] if b == at => a,
                _ => continue,
            };
            if closed || passed[next] {
                continue;
            }
            let mut costs = costs;
            if let Some(before) = on.filter(|before| *before != carrier(link)) {
                let Some([hours, usd]) = self.change(at, before, carrier(link)) else { continue };
                costs = [costs[0] + hours, costs[1] + usd, costs[2], costs[3] + 1.0];
            }
            if let (Some(month), Some(season)) = (self.month, &link.season) {
                costs[0] += hours_until_open(season, day_of_year(month, 15) * 24.0 + costs[0]);
            }
            let km = f64::from(link.km);
            let mode = [Mode::Sea, Mode::River, Mode::Rail, Mode::Road]
                .iter()
                .position(|mode| *mode == link.mode)
                .expect("a mode of the random networks");
            costs[0] += km / figure(self.network, mode);
            costs[1] += km * figure(self.network, mode + 4);
            costs[2] += km;
            self.on(next, Some(carrier(link)), costs, passed);
        }
        passed[at] = false;
    }

    /// Hours and dollars between two carriers at a town with a terminal.
    fn change(&self, at: usize, one: Carrier, other: Carrier) -> Option<[f64; 2]> {
        let there = self.network.hubs.iter().any(|hub| usize::from(hub.node) == at);
        let wet = |carrier: Carrier| matches!(carrier.0, Mode::Sea | Mode::River);
        there.then(|| {
            let kinds = match (one.0, other.0) {
                (Mode::Rail, Mode::Rail) => [13, 11],
                _ if wet(one) || wet(other) => [12, 8],
                _ => [10, 9],
            };
            kinds.map(|at| figure(self.network, at))
        })
    }
}
