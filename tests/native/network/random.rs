//! Networks by chance: a handful of towns joined by roads, railways and water.

use atlas::geo::LonLat;
use atlas::model::fact::Confidence;
use atlas::model::id::Id;
use atlas::model::line::{Mode, Status};
use atlas::model::network::{
    Assumption, Day, Gauge, GaugeBreak, Hub, Link, Measure, Network, Node, Season, Term,
};
use atlas::network::Graph;
use proptest::prelude::*;
use std::sync::Arc;

/// Towns of a network.
pub(super) const TOWNS: usize = 7;

/// One link as chance gives it: ends, mode, length, gauge, price, season, status.
type Raw = (usize, usize, u8, u16, bool, u8, Option<(u8, u8)>, bool);

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn assumption(name: &str, measure: Measure, range: [f64; 3], basis: Confidence) -> Assumption {
    Assumption {
        id: id(name),
        what: id("word"),
        country: None,
        place: None,
        measure,
        range,
        basis,
        source: None,
        date: None,
        note: None,
    }
}

/// Speeds by mode, prices by mode, and what changes take, in the order that [`link`] counts on.
fn assumptions() -> Vec<Assumption> {
    use Measure::{Hours, KmPerHour, Usd, UsdPerTeuKm};
    let speed =
        |name, mid| assumption(name, KmPerHour, [mid * 0.5, mid, mid * 2.0], Confidence::Sourced);
    let price =
        |name, mid| assumption(name, UsdPerTeuKm, [mid * 0.5, mid, mid * 2.0], Confidence::Assumed);
    vec![
        speed("speed-sea", 25.0),
        speed("speed-river", 11.0),
        speed("speed-rail", 30.0),
        speed("speed-road", 45.0),
        price("price-sea", 0.1),
        price("price-river", 0.2),
        price("price-rail", 0.4),
        price("price-road", 1.0),
        assumption("lift-port", Usd, [50.0, 100.0, 200.0], Confidence::Assumed),
        assumption("lift-terminal", Usd, [20.0, 40.0, 80.0], Confidence::Assumed),
        assumption("dwell-terminal", Hours, [6.0, 12.0, 30.0], Confidence::Assumed),
        assumption("gauge-lift", Usd, [30.0, 60.0, 90.0], Confidence::Assumed),
        assumption("dwell-port", Hours, [24.0, 48.0, 96.0], Confidence::Computed),
        assumption("gauge", Hours, [12.0, 24.0, 48.0], Confidence::Assumed),
    ]
}

fn link(index: usize, raw: Raw) -> Link {
    let (from, to, mode, km, wide, _, season, planned) = raw;
    let at = usize::from(mode) % 4;
    let mode = [Mode::Sea, Mode::River, Mode::Rail, Mode::Road][at];
    let to = if from == to { (to + 1) % TOWNS } else { to };
    let term =
        |assumption: usize| vec![Term { assumption: assumption as u16, amount: f32::from(km) }];
    let season = season.filter(|_| mode == Mode::River).map(|(open, close)| Season {
        open: Day { month: 1 + open % 6, day: 10 },
        close: Day { month: 7 + close % 6, day: 20 },
        source: id("season"),
    });
    Link {
        id: id(&format!("link-{index}")),
        from: from as u16,
        to: to as u16,
        line: None,
        mode,
        km: f32::from(km),
        basis: Confidence::Sourced,
        source: Some(id("length")),
        gauge: (mode == Mode::Rail).then_some(Gauge(if wide { 1520 } else { 1435 })),
        draught: None,
        draught_source: None,
        sheltered: false,
        status: if planned { Status::Planned } else { Status::Operational },
        status_date: None,
        status_source: None,
        season,
        countries: Vec::new(),
        border: false,
        passes: Vec::new(),
        hours: term(at),
        usd: term(at + 4),
        small_hours: Vec::new(),
        small_usd: Vec::new(),
        course: vec![LonLat { lon: from as f64, lat: 0.0 }, LonLat { lon: to as f64, lat: 0.0 }],
    }
}

fn network(raw: Vec<Raw>, hubs: Vec<bool>) -> Network {
    let node = |at: usize| Node {
        id: id(&format!("town-{at}")),
        at: LonLat { lon: at as f64, lat: 0.0 },
        place: true,
        country: None,
    };
    let joins = vec![Mode::Sea, Mode::River, Mode::Rail, Mode::Road];
    let hub = |node: usize| Hub { node: node as u16, joins: joins.clone(), dwell: 12 };
    let open = |at: &usize| hubs[*at];
    Network {
        nodes: (0..TOWNS).map(node).collect(),
        links: raw.into_iter().enumerate().map(|(index, raw)| link(index, raw)).collect(),
        hubs: (0..TOWNS).filter(open).map(hub).collect(),
        gauges: (0..TOWNS)
            .filter(open)
            .map(|node| GaugeBreak {
                node: node as u16,
                between: [Gauge(1435), Gauge(1520)],
                hours: 13,
            })
            .collect(),
        assumptions: assumptions(),
        ..Network::default()
    }
}

/// Networks of [`TOWNS`] towns with up to twenty links.
pub(super) fn graphs() -> impl Strategy<Value = Arc<Graph>> {
    let raw = (
        0..TOWNS,
        0..TOWNS,
        any::<u8>(),
        20..900_u16,
        any::<bool>(),
        any::<u8>(),
        proptest::option::of((any::<u8>(), any::<u8>())),
        prop::bool::weighted(0.15),
    );
    let links = proptest::collection::vec(raw, 6..20);
    // Often every town is a hub: then no way gains by coming back to one.
    let some = proptest::collection::vec(prop::bool::weighted(0.7), TOWNS);
    let hubs = prop_oneof![some, Just(vec![true; TOWNS])];
    (links, hubs).prop_map(|(raw, hubs)| Arc::new(Graph::new(Arc::new(network(raw, hubs)))))
}
