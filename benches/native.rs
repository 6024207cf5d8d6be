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
use atlas::scene::{
    build::{self, Attention},
    display::Size,
    fit::Insets,
    label::FixedMeasure,
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
}

/// A grid of points over the picture, each asked for what lies under it.
fn pointing(scene: &Scene, size: Size) {
    let (columns, rows) = (64, 36);
    let at = |index: usize, count: usize, span: f32| (index as f32 + 0.5) / count as f32 * span;
    let points: Vec<[f32; 2]> = (0..columns * rows)
        .map(|n| [at(n % columns, columns, size.width), at(n / columns, rows, size.height)])
        .collect();
    print("what lies under the pointer", "queries/s", points.len(), || {
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

/// The first four letters of each word.
fn words(text: &str) -> Vec<String> {
    text.split(' ').map(|word| word.chars().take(4).collect()).collect()
}

fn stage() -> Stage {
    let atlas = include_bytes!("../data/generated/atlas.bin");
    let basemap = include_bytes!("../data/generated/basemap.bin");
    let near = include_bytes!("../data/generated/basemap-near.bin");
    let atlas = data::decode(atlas).expect("the committed data");
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
