//! Figures of the pure layers: projecting points, building a picture, pointing at it, searching.
//!
//! `cargo bench --bench native` prints a line for each: name, number, unit, separated by tabs.
//! `cargo xtask bench` puts them beside those of the browser. A loop and a median are enough for a
//! handful of figures in one table; a framework for benchmarks would bring more crates than the atlas has.

use atlas::claims::{Query, Reading};
use atlas::data;
use atlas::geo::{
    LonLat, Xy,
    projection::{MIDDLE_MERIDIAN, Projection, ProjectionId},
};
use atlas::i18n::Lang;
use atlas::model::id::Id;
use atlas::model::network::{GaugeBreak, Hub, Link, Network, Node};
use atlas::network::{self, Graph};
use atlas::scene::{
    build::{self, Attention},
    display::Size,
    fit::Insets,
    label::FixedMeasure,
    pick::{Area, Pick},
    picture::Scene,
    stage::Stage,
    synthetic,
};
use atlas::state::AppState;
use std::{hint::black_box, sync::Arc, time::Instant};

/// Batches behind each median.
const BATCHES: usize = 25;

fn main() {
    let points: Vec<LonLat> = synthetic::lines(1_250);
    let center = LonLat { lon: MIDDLE_MERIDIAN, lat: 42.0 };
    for id in ProjectionId::ALL {
        let projection = Projection::new(id, center);
        let sheet: Vec<Xy> = points.iter().filter_map(|point| projection.project(*point)).collect();
        print(&format!("projecting, {}", id.name()), "points/s", points.len(), || {
            for point in &points {
                black_box(projection.project(black_box(*point)));
            }
        });
        print(&format!("and back, {}", id.name()), "points/s", sheet.len(), || {
            for at in &sheet {
                black_box(projection.invert(black_box(*at)));
            }
        });
    }
    let stage = stage();
    let size = Size { width: 1280.0, height: 720.0 };
    let state = AppState::default();
    let window = stage.window(&state, size, Insets::default());
    let picture =
        || build::build(&stage, &state, &window, &Attention::default(), &mut FixedMeasure);
    print("pictures of the first view, 1280 × 720", "pictures/s", 1, || {
        black_box(picture());
    });
    pointing(&picture(), size);
    searching();
    routing();
}

/// A grid of points over the picture, each asked for what lies under it.
/// The same picture with its things many times over, each copy moved aside: what is asked grows with them, since
/// a picture lives for one frame and an index would take longer to make than the few questions that it is asked.
fn pointing(scene: &Scene, size: Size) {
    for times in [1, 10, 100, 1_000] {
        let moved = |copy: usize| {
            let by = copy as f32 * 7.0;
            let moved = move |[x, y]: [f32; 2]| [(x + by) % size.width, y];
            scene.picks.iter().map(move |pick| Pick {
                area: match &pick.area {
                    Area::Dot(at, radius) => Area::Dot(moved(*at), *radius),
                    Area::Line(points, half) => {
                        Area::Line(points.iter().copied().map(moved).collect(), *half)
                    }
                },
                ..pick.clone()
            })
        };
        let picks = (0..times).flat_map(moved).collect();
        pointing_at(&Scene { picks, ..Scene::default() }, size, times);
    }
}

fn pointing_at(scene: &Scene, size: Size, times: usize) {
    // Fewer questions of the larger pictures, so that no batch takes seconds.
    let (columns, rows) = if times > 10 { (8, 4) } else { (64, 36) };
    let at = |index: usize, count: usize, span: f32| (index as f32 + 0.5) / count as f32 * span;
    let points: Vec<[f32; 2]> = (0..columns * rows)
        .map(|n| [at(n % columns, columns, size.width), at(n / columns, rows, size.height)])
        .collect();
    print(&format!("what lies under the pointer, {times} ×"), "queries/s", points.len(), || {
        for point in &points {
            black_box(scene.pick_all(black_box(*point), 4.0));
        }
    });
}

/// Two hundred questions to the claims of each language, beginnings of their own words, one and two at
/// a time: the time of the slowest but ten, with the counts of all filters.
fn searching() {
    let studies: [(Lang, &[u8]); 3] = [
        (Lang::En, include_bytes!("../data/generated/study-en.bin")),
        (Lang::Ur, include_bytes!("../data/generated/study-ur.bin")),
        (Lang::Ru, include_bytes!("../data/generated/study-ru.bin")),
    ];
    for (lang, bytes) in studies {
        let reading = Reading::new(lang, data::decode_study(bytes).expect("the committed study"));
        let words: Vec<String> =
            reading.study.claims.iter().flat_map(|claim| words(&claim.text)).collect();
        let step = words.len() / 200;
        let questions = words.chunks(step.max(1)).take(200).enumerate().map(|(n, words)| {
            let second = if n % 2 == 0 { "" } else { words.last().map_or("", String::as_str) };
            Query { search: format!("{} {second}", words[0]), ..Query::default() }
        });
        let mut micros: Vec<f64> = questions
            .map(|query| {
                let start = Instant::now();
                black_box(reading.answer(&query));
                black_box(reading.counts(&query));
                start.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        micros.sort_by(f64::total_cmp);
        let slowest = micros[micros.len() * 95 / 100];
        println!("searching the claims in {}, 95th percentile\t{slowest:.0}\tµs", lang.code());
    }
}

/// Routes between pairs of places: on the network as it is, and on a hundred of it in a row.
fn routing() {
    let network = data::decode_network(include_bytes!("../data/generated/network.bin"));
    let network = network.expect("the committed network");
    for times in [1, 10, 100] {
        let graph = Graph::new(Arc::new(repeated(&network, times)));
        let places: Vec<&str> = network
            .nodes
            .iter()
            .filter(|node| node.place)
            .map(|node| node.id.as_str())
            .step_by(7)
            .collect();
        let pairs = places.iter().zip(places.iter().rev()).filter(|(from, to)| from != to);
        let questions: Vec<network::Query> = pairs
            .map(|(from, to)| network::Query { count: 1, ..network::Query::between(from, to) })
            .collect();
        let slowest = |name: &str, ask: &dyn Fn(&network::Query)| {
            let mut millis: Vec<f64> = questions
                .iter()
                .map(|query| {
                    let start = Instant::now();
                    ask(query);
                    start.elapsed().as_secs_f64() * 1e3
                })
                .collect();
            millis.sort_by(f64::total_cmp);
            let at = (millis.len() * 95 / 100).min(millis.len().saturating_sub(1));
            println!("{name}, {times} ×, 95th percentile\t{:.2}\tms", millis[at]);
            println!("{name}, {times} ×, median\t{:.2}\tms", millis[millis.len() / 2]);
        };
        slowest("a route", &|query| drop(black_box(network::routes(&graph, query))));
        slowest("how far one comes", &|query| {
            drop(black_box(network::reach(&graph, query, 500.0)));
        });
        if times < 100 {
            slowest("three alternatives", &|query| {
                let query = network::Query { count: 3, ..query.clone() };
                drop(black_box(network::routes(&graph, &query)));
            });
        }
        if times == 1 {
            slowest("the front", &|query| drop(black_box(network::fronts(&graph, query))));
            slowest("what a route hangs on", &|query| {
                drop(black_box(network::critical(&graph, query)));
            });
            let sizes: Vec<usize> = questions
                .iter()
                .filter_map(|query| Some(network::fronts(&graph, query).ok()?.routes.len()))
                .collect();
            let largest = sizes.iter().max().copied().unwrap_or_default();
            println!("routes on the front, most\t{largest}\troutes");
        }
    }
}

/// So many copies of the network, each joined to the next at every tenth place: a larger network of the
/// same kind.
fn repeated(network: &Network, times: usize) -> Network {
    let mut large = network.clone();
    let nodes = network.nodes.len();
    for copy in 1..times {
        let shift = (copy * nodes) as u16;
        for node in &network.nodes {
            let id = Id::new(&format!("c{copy}-{}", node.id)).expect("an id");
            large.nodes.push(Node { id, ..node.clone() });
        }
        for link in &network.links {
            let id = Id::new(&format!("c{copy}-{}", link.id)).expect("an id");
            let (from, to) = (link.from + shift, link.to + shift);
            large.links.push(Link { id, from, to, ..link.clone() });
        }
        for (index, link) in network.links.iter().enumerate().step_by(10) {
            let id = Id::new(&format!("j{copy}-{index}")).expect("an id");
            let (from, to) = (link.from + shift - nodes as u16, link.to + shift);
            large.links.push(Link { id, from, to, ..link.clone() });
        }
        large
            .hubs
            .extend(network.hubs.iter().map(|hub| Hub { node: hub.node + shift, ..hub.clone() }));
        large.gauges.extend(
            network
                .gauges
                .iter()
                .map(|gauge| GaugeBreak { node: gauge.node + shift, ..gauge.clone() }),
        );
    }
    large
}

/// The first four letters of each word.
fn words(text: &str) -> Vec<String> {
    text.split(' ').map(|word| word.chars().take(4).collect()).collect()
}

fn stage() -> Stage {
    let atlas = include_bytes!("../data/generated/atlas.bin");
    let basemap = include_bytes!("../data/generated/basemap.bin");
    let near = include_bytes!("../data/generated/basemap-near.bin");
    let evidence = include_bytes!("../data/generated/evidence.bin");
    let atlas = data::decode(atlas).and_then(|atlas| data::join(atlas, evidence));
    let atlas = atlas.expect("the committed data");
    let basemap =
        data::decode_basemap(basemap).and_then(|basemap| data::join_basemap(basemap, near));
    Stage::new(Arc::new(atlas), basemap.expect("the committed basemap"))
}

/// Prints how many of `count` things a second the median batch does; the first batch warms up.
fn print(name: &str, unit: &str, count: usize, batch: impl Fn()) {
    batch();
    let mut seconds: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let start = Instant::now();
            batch();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    println!("{name}\t{:.0}\t{unit}", count as f64 / seconds[BATCHES / 2]);
}
