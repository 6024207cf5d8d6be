//! How the map moves by itself: flights along van Wijk and Nuij's path, and throws that slow down.

use atlas::geo::{LonLat, great_circle::distance_km};
use atlas::scene::{
    coast::{Coast, Trail},
    flight::{Way, eased},
};
use atlas::state::MapView;
use proptest::prelude::*;

/// CSS pixels of the window's longer side.
const WINDOW: f32 = 1280.0;

fn view(zoom: f64, lon: f64, lat: f64) -> MapView {
    MapView { zoom, center: LonLat { lon, lat } }
}

fn views() -> impl Strategy<Value = MapView> {
    (MapView::MIN_ZOOM..MapView::MAX_ZOOM, -30.0..150.0_f64, -40.0..80.0_f64)
        .prop_map(|(zoom, lon, lat)| view(zoom, lon, lat))
}

proptest! {
    /// A flight leaves where it stands, ends where it should, and neither end jumps.
    #[test]
    fn a_flight_begins_and_ends_exactly(from in views(), to in views()) {
        let way = Way::new(from, to, WINDOW);
        prop_assert_eq!(way.at(0.0), from);
        prop_assert_eq!(way.at(1.0), to);
        for (near, end) in [(1e-6, from), (1.0 - 1e-6, to)] {
            let close = way.at(near);
            prop_assert!((close.zoom - end.zoom).abs() < 1e-3, "{:?} beside {:?}", close, end);
            let px = distance_km(close.center, end.center) * 256.0 * end.zoom.exp2() / 40_030.0;
            prop_assert!(px < 0.5, "{} px off {:?}", px, end);
        }
    }

    /// The middle goes forward all the time, along the great circle.
    #[test]
    fn a_flight_never_turns_back(from in views(), to in views()) {
        let way = Way::new(from, to, WINDOW);
        let whole = distance_km(from.center, to.center);
        let mut before = 0.0;
        for step in 0..=100 {
            let at = way.at(f64::from(step) / 100.0);
            let gone = distance_km(from.center, at.center);
            prop_assert!(gone >= before - 1e-6, "back to {} from {}", gone, before);
            let left = distance_km(at.center, to.center);
            prop_assert!((gone + left - whole).abs() < 1e-3, "{} + {} of {}", gone, left, whole);
            before = gone;
        }
    }

    /// There is as long a way back, through the same views.
    #[test]
    fn the_way_back_is_the_way_there(from in views(), to in views(), share in 0.0..1.0_f64) {
        let (there, back) = (Way::new(from, to, WINDOW), Way::new(to, from, WINDOW));
        prop_assert!((there.length() - back.length()).abs() < 1e-6);
        let (a, b) = (there.at(share), back.at(1.0 - share));
        prop_assert!((a.zoom - b.zoom).abs() < 1e-6, "{:?} and {:?}", a, b);
        prop_assert!(distance_km(a.center, b.center) < 0.1, "{:?} and {:?}", a, b);
    }

    /// The whole way is felt at one speed: the paper's measure of each hundredth is the same.
    #[test]
    fn the_ground_passes_at_an_even_speed(from in views(), to in views()) {
        let way = Way::new(from, to, WINDOW);
        prop_assume!(way.length() > 0.1);
        let felt = |a: MapView, b: MapView| {
            let spans = distance_km(a.center, b.center) / 40_030.23 * 256.0
                * ((a.zoom + b.zoom) / 2.0).exp2() / f64::from(WINDOW);
            let growth = (b.zoom - a.zoom) * std::f64::consts::LN_2;
            (2.0 * spans * spans + growth * growth / 2.0).sqrt()
        };
        for step in 0..1000 {
            let at = |step: i32| way.at(f64::from(step) / 1000.0);
            let piece = felt(at(step), at(step + 1));
            let wanted = way.length() / 1000.0;
            prop_assert!((piece / wanted - 1.0).abs() < 0.01, "{} and not {}", piece, wanted);
        }
    }
}

#[test]
fn a_flight_starts_and_lands_softly_and_never_rushes() {
    assert_eq!((eased(0.0), eased(1.0)), (0.0, 1.0));
    let steps: Vec<f64> = (0..100)
        .map(|step| eased(f64::from(step + 1) / 100.0) - eased(f64::from(step) / 100.0))
        .collect();
    // In hundredths of the way per hundredth of the time.
    assert!(steps.iter().all(|step| (0.0..=0.0151).contains(step)), "{steps:?}");
    assert!(steps[0] < 0.001 && steps[99] < 0.001 && steps[50] > 0.0149);
}

#[test]
fn a_flight_to_where_one_is_takes_no_time() {
    let here = view(5.0, 60.0, 40.0);
    let way = Way::new(here, here, WINDOW);
    assert_eq!((way.length(), way.duration_ms()), (0.0, 0.0));
    assert_eq!(way.at(0.5), here);
}

#[test]
fn a_flight_without_a_way_only_zooms() {
    let (from, to) = (view(4.0, 60.0, 40.0), view(6.0, 60.0, 40.0));
    let way = Way::new(from, to, WINDOW);
    assert_eq!(way.at(0.25), view(4.5, 60.0, 40.0));
    assert!((way.length() - 4.0_f64.ln() / std::f64::consts::SQRT_2).abs() < 1e-12);
}

#[test]
fn far_flights_climb_and_take_longer_but_not_too_long() {
    let (karachi, moscow) = (view(8.0, 66.98, 24.85), view(8.0, 37.62, 55.75));
    let far = Way::new(karachi, moscow, WINDOW);
    assert!(far.at(0.5).zoom < 6.0, "it climbs: {:?}", far.at(0.5));
    assert_eq!(far.duration_ms(), 1200.0);
    let step = Way::new(karachi, view(8.0, 67.5, 24.85), WINDOW);
    assert_eq!(step.duration_ms(), 300.0);
    assert!(step.at(0.5).zoom > 7.9, "a step stays near the ground: {:?}", step.at(0.5));
}

#[test]
fn the_speed_of_a_hand_is_that_of_its_last_moves() {
    let mut trail = Trail::default();
    for (x, now) in [(0.0, 0.0), (300.0, 100.0), (310.0, 210.0), (330.0, 230.0), (350.0, 250.0)] {
        trail.push([x, 0.0], now);
    }
    let coast = trail.release(260.0).expect("a throw");
    // 40 px in 50 ms; the first, quicker moves are forgotten.
    assert_eq!(coast, Coast::new([0.8, 0.0]).unwrap());
}

#[test]
fn a_hand_that_rests_or_creeps_throws_nothing() {
    let mut trail = Trail::default();
    assert_eq!(trail.release(0.0), None, "nothing has moved");
    trail.push([0.0, 0.0], 0.0);
    trail.push([80.0, 0.0], 40.0);
    assert!(trail.release(50.0).is_some());
    assert_eq!(trail.release(200.0), None, "the hand has rested");
    assert_eq!(Coast::new([0.1, 0.0]), None, "too slow");
    assert_eq!(Coast::new([f64::NAN, 0.0]), None);
    trail.clear();
    for x in [0.0, 100.0] {
        trail.push([x, 0.0], 5.0);
    }
    assert_eq!(trail.release(5.0), None, "events of one moment tell no speed");
}

#[test]
fn a_thrown_map_slows_down_and_stops() {
    let coast = Coast::new([1.0, -1.0]).unwrap();
    assert_eq!(coast.offset(0.0), [0.0, 0.0]);
    let at = |ms: f64| coast.offset(ms)[0];
    let steps: Vec<f32> = (0..10)
        .map(|i| coast.duration_ms() / 10.0 * f64::from(i))
        .map(|ms| at(ms + coast.duration_ms() / 10.0) - at(ms))
        .collect();
    assert!(steps.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > 0.0), "{steps:?}");
    let end = coast.duration_ms();
    assert_eq!(coast.offset(end), coast.offset(end * 5.0), "it stands still");
    assert!((at(end) - at(end - 16.0)).abs() < 0.5, "it stops without a jerk");
    assert_eq!(at(200.0), -coast.offset(200.0)[1], "along the way of the hand");
    let wild = Coast::new([1e9, 0.0]).unwrap();
    assert!(wild.duration_ms() < 2000.0 && wild.offset(1e9)[0] < 1300.0, "{wild:?}");
}
