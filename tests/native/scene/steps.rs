//! The list of what shows, and walking over it by arrow keys.

use super::{NARROW, WIDE, looking_at, picture, speaking};
use crate::shipped;
use atlas::i18n::Lang;
use atlas::model::id::Kind;
use atlas::scene::{
    display::Size,
    nearest::{Heading, nearest},
    spots::{Spot, spots},
};
use atlas::state::{AppState, Layer, Layers};
use proptest::prelude::*;
use std::collections::BTreeSet;

const HEADINGS: [Heading; 4] = [Heading::Up, Heading::Down, Heading::Left, Heading::Right];

fn listed(state: &AppState, size: Size) -> Vec<Spot> {
    spots(&picture(state, size), &shipped::atlas())
}

/// The region as it opens, and closer views of crowded parts.
fn views() -> Vec<(AppState, Size)> {
    let state = || speaking(Lang::En);
    vec![
        (state(), WIDE),
        (state(), NARROW),
        (looking_at(69.0, 30.0, 5.0, state()), WIDE),
        (looking_at(49.0, 44.0, 5.5, state()), WIDE),
        (looking_at(67.0, 24.9, 7.5, state()), NARROW),
        (looking_at(30.0, 60.0, 6.5, state()), WIDE),
    ]
}

#[test]
fn each_thing_in_sight_is_listed_once_inside_the_window() {
    for (state, size) in views() {
        let listed = listed(&state, size);
        assert!(listed.len() > 3, "{listed:?}");
        let different: BTreeSet<_> = listed.iter().map(|spot| &spot.target).collect();
        assert_eq!(different.len(), listed.len());
        for Spot { target, at: [x, y] } in &listed {
            let inside = (0.0..=size.width).contains(x) && (0.0..=size.height).contains(y);
            assert!(inside, "{target} at {x} {y}");
        }
        // Whatever has its symbol or most of its line in sight is there.
        let picture = picture(&state, size);
        let middle = [size.width / 2.0, size.height / 2.0];
        let under = picture.pick_all(middle, 200.0);
        let under = under.first().expect("something near the middle");
        assert!(different.contains(under), "{under} is missing");
    }
}

#[test]
fn corridors_come_first_and_the_rest_by_importance() {
    let listed = listed(&speaking(Lang::En), WIDE);
    let ids: Vec<&str> = listed.iter().map(|spot| spot.target.id.as_str()).collect();
    assert_eq!(ids[..2], ["psgp", "cpec-west"]);
    let places = listed.iter().position(|spot| spot.target.kind == Kind::Place).expect("places");
    assert!(listed[places..].iter().all(|spot| spot.target.kind == Kind::Place));
    let ranks: Vec<u8> = listed[places..]
        .iter()
        .filter_map(|spot| shipped::atlas().place(&spot.target.id).map(|place| place.rank))
        .collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

#[test]
fn nothing_that_is_switched_off_is_listed() {
    let layers: Layers = [Layer::Places].into_iter().collect();
    let state = AppState { layers, ..speaking(Lang::En) };
    assert!(listed(&state, WIDE).iter().all(|spot| spot.target.kind == Kind::Place));
    let state = AppState { layers: Layers::NONE, ..speaking(Lang::En) };
    assert_eq!(listed(&state, WIDE), []);
}

#[test]
fn corridors_on_one_line_do_not_stand_on_one_point() {
    for (state, size) in views() {
        let listed = listed(&state, size);
        let lines: Vec<_> = listed.iter().filter(|spot| spot.target.kind != Kind::Place).collect();
        for (index, spot) in lines.iter().enumerate() {
            for other in &lines[..index] {
                let gap = (spot.at[0] - other.at[0]).hypot(spot.at[1] - other.at[1]);
                assert!(gap >= 1.0, "{} and {} at {:?}", spot.target, other.target, spot.at);
            }
        }
    }
}

#[test]
fn arrows_go_to_the_nearest_ahead_and_stop_at_the_edge() {
    //            0 the middle    1 right, aside    2 right, ahead   3 left         4 far below, aside
    let spots = [[100.0, 100.0], [130.0, 120.0], [150.0, 100.0], [20.0, 110.0], [180.0, 300.0]];
    let step = |from, heading| nearest(&spots, from, heading);
    assert_eq!(step(0, Heading::Right), Some(2), "a step aside counts twice");
    assert_eq!(step(0, Heading::Left), Some(3));
    assert_eq!(step(0, Heading::Down), Some(4), "within the right angle before what is aside");
    assert_eq!(step(0, Heading::Up), None, "level with it is not above it");
    assert_eq!(step(4, Heading::Down), None);
    assert_eq!(step(4, Heading::Right), None);
    assert_eq!(nearest(&spots, 9, Heading::Up), None, "nothing is there to start from");
    // What lies aside is taken where nothing lies ahead.
    let aside = [[0.0, 0.0], [10.0, 80.0]];
    assert_eq!(nearest(&aside, 0, Heading::Right), Some(1));
    // Of two on one point the first.
    let twins = [[0.0, 0.0], [10.0, 0.0], [10.0, 0.0]];
    assert_eq!(nearest(&twins, 0, Heading::Right), Some(1));
}

#[test]
fn arrow_keys_alone_reach_whatever_shows() {
    for (state, size) in views() {
        let spots: Vec<[f32; 2]> = listed(&state, size).iter().map(|spot| spot.at).collect();
        let (mut reached, mut next) = (BTreeSet::from([0]), vec![0]);
        while let Some(from) = next.pop() {
            for to in HEADINGS.iter().filter_map(|heading| nearest(&spots, from, *heading)) {
                if reached.insert(to) {
                    next.push(to);
                }
            }
        }
        let missed = spots.len() - reached.len();
        // The few that hide behind nearer ones are reached by Page Down and by their names.
        assert!(missed * 20 <= spots.len(), "{missed} of {} are missed", spots.len());
    }
}

proptest! {
    /// A key never leads back or sideways, and does nothing only where nothing lies ahead.
    #[test]
    fn a_step_goes_ahead(
        spots in prop::collection::vec([0.0..1000.0_f32, 0.0..800.0_f32], 1..40),
        from in 0_usize..40,
    ) {
        let from = from % spots.len();
        let [x, y] = spots[from];
        for heading in HEADINGS {
            let ahead = |[to_x, to_y]: [f32; 2]| match heading {
                Heading::Up => y - to_y,
                Heading::Down => to_y - y,
                Heading::Left => x - to_x,
                Heading::Right => to_x - x,
            };
            match nearest(&spots, from, heading) {
                Some(to) => prop_assert!(ahead(spots[to]) > 0.0),
                None => prop_assert!(spots.iter().all(|spot| ahead(*spot) < 1.0)),
            }
        }
    }
}
