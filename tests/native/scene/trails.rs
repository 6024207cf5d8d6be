//! Computed routes on the map: the one that is looked at on its band, badges, straits passed, reach.

use super::{WIDE, insets, picture, picture_with, speaking};
use crate::{fixture, shipped};
use atlas::geo::LonLat;
use atlas::i18n::Lang;
use atlas::model::line::{Mode, Status};
use atlas::scene::{
    build::Attention,
    description::describe,
    display::{Paint, Shape},
    palette::Ink,
    picture::Scene,
    trail::{Trail, TrailLeg},
};

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat { lon, lat }
}

fn trail(letter: &str, mode: Mode, chosen: bool) -> Trail {
    let course = vec![at(67.0, 24.8), at(60.0, 33.0), at(48.0, 46.0)];
    Trail {
        legs: vec![TrailLeg { mode, status: Status::Operational, course }],
        letter: letter.to_owned(),
        badge: Some(at(60.0, 33.0)),
        chosen,
    }
}

/// How many strokes and fills have the ink.
fn inked(scene: &Scene, ink: Ink) -> usize {
    let has = |shape: &&Shape| match shape {
        Shape::Stroke(_, stroke) => stroke.paint.ink == ink,
        Shape::Fill(_, Paint { ink: own, .. }) => *own == ink,
        _ => false,
    };
    scene.shapes.iter().filter(has).count()
}

fn letters(scene: &Scene) -> Vec<&str> {
    let found = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) if text.content.len() == 1 => Some(text.content.as_str()),
        _ => None,
    });
    found.collect()
}

#[test]
fn only_the_route_that_is_looked_at_lies_on_the_band() {
    let state = speaking(Lang::En);
    let shown = |trails: Vec<Trail>| {
        picture_with(&state, WIDE, &Attention { trails, ..Attention::default() })
    };
    let none = inked(&picture(&state, WIDE), Ink::Highlight);
    let other = shown(vec![trail("B", Mode::Rail, false)]);
    assert_eq!(inked(&other, Ink::Highlight), none);
    let both = shown(vec![trail("A", Mode::Rail, true), trail("B", Mode::Road, false)]);
    assert_eq!(inked(&both, Ink::Highlight), none + 2, "the band and the badge");
    assert_eq!(letters(&both), ["B", "A"], "the chosen one last, above the others");
}

#[test]
fn the_corridors_step_back_behind_a_route() {
    let state = speaking(Lang::En);
    let trails = vec![trail("A", Mode::Sea, true)];
    let scene = picture_with(&state, WIDE, &Attention { trails, ..Attention::default() });
    let faded = |scene: &Scene| {
        let dim = |shape: &&Shape| matches!(shape, Shape::Stroke(_, stroke) if stroke.paint.ink == Ink::Cpec && stroke.paint.alpha < 0.5);
        scene.shapes.iter().filter(dim).count()
    };
    assert_eq!(faded(&picture(&state, WIDE)), 0);
    assert!(faded(&scene) > 0);
}

#[test]
fn a_strait_that_is_passed_is_filled() {
    let state = speaking(Lang::En);
    let passed = vec![fixture::id("suez-canal"), fixture::id("bosphorus")];
    let scene = picture_with(&state, WIDE, &Attention { passed, ..Attention::default() });
    assert_eq!(inked(&picture(&state, WIDE), Ink::Bad), 0);
    assert_eq!(inked(&scene, Ink::Bad), 4, "a fill and an edge each");
}

#[test]
fn what_is_within_reach_is_drawn_nearer_the_thicker() {
    let state = speaking(Lang::En);
    let line = |lon: f64| vec![vec![at(lon, 30.0), at(lon, 40.0)]];
    let bands = vec![line(60.0), line(62.0), line(64.0), line(66.0)];
    let scene = picture_with(&state, WIDE, &Attention { bands, ..Attention::default() });
    let before = inked(&picture(&state, WIDE), Ink::Ink);
    assert_eq!(inked(&scene, Ink::Ink), before + 4);
}

#[test]
fn badges_of_routes_that_run_together_stand_side_by_side() {
    let state = speaking(Lang::En);
    let trails = ["A", "B", "C"].map(|letter| trail(letter, Mode::Sea, letter == "A")).to_vec();
    let scene = picture_with(&state, WIDE, &Attention { trails, ..Attention::default() });
    let centers: Vec<[f32; 2]> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(text) if text.content.len() == 1 => Some(text.center),
            _ => None,
        })
        .collect();
    assert_eq!(centers.len(), 3);
    for (index, one) in centers.iter().enumerate() {
        for other in &centers[index + 1..] {
            assert!((one[0] - other[0]).hypot(one[1] - other[1]) >= 22.0, "{centers:?}");
        }
    }
}

#[test]
fn a_description_tells_of_each_route() {
    let trails = vec![trail("A", Mode::Sea, true), trail("B", Mode::Rail, false)];
    for (lang, ends) in [
        (Lang::En, "Computed route A: Sea. Computed route B: Rail."),
        (Lang::Ur, "اٹلس کا حساب کردہ راستہ \u{2068}B\u{2069}: ریل۔"),
        (Lang::Ru, "Рассчитанный маршрут B: Железная дорога."),
    ] {
        let (stage, state) = (shipped::stage(), speaking(lang));
        let window = stage.window(&state, WIDE, insets(WIDE));
        let words = describe(stage, &state, &window, &[], &trails);
        assert!(words.ends_with(ends), "{words}");
    }
}
