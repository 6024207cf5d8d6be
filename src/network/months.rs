//! In which months a route is open.

use super::clock;
use super::graph::Graph;
use super::route::Route;
use super::weigh::{middle, terms_of};

/// The hours that cargo on this very route waits for seasons, by month of departure: 0 where all of it is
/// open when cargo comes there.
pub fn waits(graph: &Graph, ranges: &[[f64; 3]], route: &Route) -> [f64; 12] {
    std::array::from_fn(|month| {
        let start = clock::departure(month as u8 + 1);
        let (mut hours, mut waited) = (0.0, 0.0);
        for leg in &route.legs {
            hours += leg.stop_hours.mid;
            for (link, _) in &leg.links {
                let link = &graph.network.links[*link as usize];
                let season = link.season.as_ref();
                let wait = season.map_or(0.0, |season| clock::wait(season, start + hours));
                waited += wait;
                hours += wait + middle(graph, ranges, terms_of(link, leg.vehicle).0);
            }
        }
        waited
    })
}
