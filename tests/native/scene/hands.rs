//! What hands ask of the picture: what lies under them, the box they draw, the distance they measure.

use super::{WIDE, choosing, insets, looking_at, picture, picture_with, speaking};
use crate::{fixture, shipped};
use atlas::geo::{LonLat, great_circle::distance_km, projection::ProjectionId};
use atlas::i18n::Lang;
use atlas::model::id::{Kind, Ref};
use atlas::scene::{
    box_zoom::view_of_box,
    build::Attention,
    course::distance,
    display::{Box2, Cap, Shape},
    palette::Ink,
    pick::{Area, Click, Pick, Turns},
    picture::Scene,
};
use atlas::state::{AppState, MapView};
use proptest::prelude::*;

fn corridor(id: &str) -> Ref {
    Ref { kind: Kind::Project, id: fixture::id(id) }
}

fn stack() -> Scene {
    let line =
        |id, y| Pick { target: corridor(id), area: Area::Line(vec![[0.0, y], [100.0, y]], 2.0) };
    let dot = |id, x| Pick { target: fixture::place_ref(id), area: Area::Dot([x, 50.0], 5.0) };
    // Topmost first.
    Scene {
        picks: vec![
            dot("gwadar", 50.0),
            dot("karachi", 53.0),
            dot("azov", 70.0),
            line("psgp", 50.0),
            line("ml1", 51.0),
            line("ml1", 50.0),
            line("cpec-west", 60.0),
        ],
        ..Scene::default()
    }
}

fn names(found: &[&Ref]) -> Vec<String> {
    found.iter().map(|target| target.id.to_string()).collect()
}

#[test]
fn all_that_lies_at_a_point_is_found_symbols_first_and_each_once() {
    let scene = stack();
    let found = |x, y, slack| names(&scene.pick_all([x, y], slack));
    assert_eq!(found(50.0, 50.0, 4.0), ["gwadar", "karachi", "psgp", "ml1"]);
    assert_eq!(found(56.0, 50.0, 4.0), ["karachi", "gwadar", "psgp", "ml1"], "the nearer first");
    assert_eq!(found(50.0, 50.0, 16.0).len(), 6, "fingers reach further");
    assert_eq!(found(20.0, 56.0, 1.5), ["cpec-west"; 0]);
    assert_eq!(found(20.0, 57.0, 1.5), ["cpec-west"]);
    assert!(Scene::default().pick_all([0.0, 0.0], 1e9).is_empty());
}

#[test]
fn clicks_at_one_spot_take_turns() {
    let mut turns = Turns::default();
    let lying = [fixture::place_ref("gwadar"), corridor("psgp"), corridor("ml1")];
    let spot = [50.0, 50.0];
    let mut chosen: Option<Ref> = None;
    for (now, wanted) in [(0.0, 0), (1000.0, 1), (2000.0, 2), (3000.0, 0)] {
        // The map has moved: something else lies there now.
        let there = if now == 0.0 { lying.to_vec() } else { vec![fixture::place_ref("azov")] };
        let click = turns.click(spot, now, there, chosen.as_ref());
        assert_eq!(click, Click::Choose(lying[wanted].clone()), "at {now}");
        chosen = Some(lying[wanted].clone());
    }
    let again = turns.click([52.0, 51.0], 3100.0, lying.to_vec(), chosen.as_ref());
    assert_eq!(again, Click::Again, "the second half of a double click");
    assert!(turns.left([60.0, 50.0]) && !turns.left([52.0, 50.0]));
}

#[test]
fn a_click_elsewhere_or_on_something_new_is_a_first_one() {
    let lying = vec![corridor("psgp"), corridor("ml1")];
    let first = Click::Choose(corridor("psgp"));
    let psgp = corridor("psgp");
    let begun = || {
        let mut turns = Turns::default();
        assert_eq!(turns.click([50.0, 50.0], 0.0, lying.clone(), None), first);
        turns
    };
    assert_eq!(begun().click([80.0, 50.0], 100.0, lying.clone(), Some(&psgp)), first);
    assert_eq!(begun().click([50.0, 50.0], 900.0, lying.clone(), None), first, "card closed");
    let mut moved = begun();
    moved.forget();
    assert_eq!(moved.click([50.0, 50.0], 900.0, lying.clone(), Some(&psgp)), first);
    assert_eq!(begun().click([9.0, 9.0], 900.0, Vec::new(), Some(&psgp)), Click::Nothing);
}

#[test]
fn a_line_of_several_corridors_is_first_that_of_its_colour() {
    let stage = shipped::stage();
    let scene = picture(&speaking(Lang::En), WIDE);
    let mut shared = 0;
    for pick in &scene.picks {
        let Area::Line(points, _) = &pick.area else { continue };
        let same = |other: &&Pick| other.area == pick.area;
        let owners: Vec<&Ref> = scene.picks.iter().filter(same).map(|pick| &pick.target).collect();
        shared += usize::from(owners.len() > 1);
        let order = |target: &Ref| {
            stage.atlas.corridors.iter().position(|corridor| corridor.id == target.id)
        };
        assert!(owners.is_sorted_by_key(|target| order(target)), "{owners:?} at {:?}", points[0]);
    }
    assert!(shared > 0, "no line is shared");
}

#[test]
fn pointing_at_a_corridor_widens_all_of_it_and_moves_no_name() {
    let calm = picture(&speaking(Lang::En), WIDE);
    let target = corridor("cpec-west");
    let hover = Attention { hover: Some(target.clone()), ..Attention::default() };
    let pointed = picture_with(&speaking(Lang::En), WIDE, &hover);
    assert_eq!(calm.label_boxes, pointed.label_boxes, "names must not jump");
    assert_eq!(calm.picks, pointed.picks);
    let strokes = |scene: &Scene| {
        let own = |shape: &Shape| match shape {
            Shape::Stroke(path, stroke) => Some((path.clone(), stroke.clone())),
            _ => None,
        };
        scene.shapes.iter().filter_map(own).collect::<Vec<_>>()
    };
    let (before, after) = (strokes(&calm), strokes(&pointed));
    assert_eq!(after.len(), before.len() + 1, "one band in one piece");
    let wider = |(path, stroke): &&(_, atlas::scene::display::Stroke)| {
        before.iter().any(|(other, old)| {
            other == path
                && (stroke.width - old.width - 0.6).abs() < 1e-4
                && stroke.dash == old.dash
        })
    };
    let own: usize = calm
        .picks
        .iter()
        .filter(|pick| pick.target == target)
        .filter(|pick| {
            let Area::Line(points, _) = &pick.area else { return false };
            after.iter().filter(wider).any(|(path, _)| path.points == *points)
        })
        .count();
    let pieces = calm.picks.iter().filter(|pick| pick.target == target).count();
    assert_eq!(own, pieces, "all pieces are wider, with the same dashes");
    assert!(pieces > 1);
}

#[test]
fn pointing_at_what_is_chosen_adds_no_second_band() {
    let chosen = choosing(Kind::Project, "psgp", speaking(Lang::En));
    let hover = Attention { hover: Some(corridor("psgp")), ..Attention::default() };
    let count = |scene: Scene| scene.shapes.len();
    assert_eq!(count(picture(&chosen, WIDE)), count(picture_with(&chosen, WIDE, &hover)));
}

proptest! {
    /// What lay in the box lies in the window, and fills it in one direction.
    #[test]
    fn a_box_fills_the_window(
        zoom in 4.0..8.0_f64, lon in 40.0..75.0_f64, lat in 25.0..58.0_f64,
        x in 0.0..900.0_f32, y in 0.0..500.0_f32, width in 40.0..300.0_f32, height in 40.0..250.0_f32,
    ) {
        let stage = shipped::stage();
        let before = stage.window(&looking_at(lon, lat, zoom, AppState::default()), WIDE, insets(WIDE));
        let area = Box2 { x, y, width, height };
        let view = view_of_box(&before, None, area).expect("a view");
        // Beyond the edge of the map there is no view of a box.
        let MapView { center: LonLat { lon, lat }, .. } = view;
        prop_assume!(lon > MapView::WEST && lon < MapView::EAST);
        prop_assume!(lat > MapView::SOUTH && lat < MapView::NORTH);
        let after = stage.window(&AppState { map: Some(view), ..AppState::default() }, WIDE, insets(WIDE));
        let (mut least, mut most) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        for (dx, dy) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.5, 0.0), (0.5, 1.0)] {
            let ground = before.invert([x + width * dx, y + height * dy]).expect("ground");
            let at = after.project(ground).expect("in sight");
            for axis in 0..2 {
                least[axis] = least[axis].min(at[axis]);
                most[axis] = most[axis].max(at[axis]);
            }
        }
        prop_assert!(least[0] > -12.0 && least[1] > -12.0, "{:?} is cut", least);
        prop_assert!(most[0] < WIDE.width + 12.0 && most[1] < WIDE.height + 12.0, "{:?}", most);
        let filled = ((most[0] - least[0]) / WIDE.width).max((most[1] - least[1]) / WIDE.height);
        prop_assert!(filled > 0.93 || view.zoom == MapView::MAX_ZOOM, "{} of the window", filled);
    }
}

/// The pieces of the measured line in a picture.
fn measured(scene: &Scene) -> Vec<Vec<[f32; 2]>> {
    let line = scene.shapes.iter().rev().find_map(|shape| match shape {
        Shape::Stroke(path, stroke)
            if stroke.paint == Ink::Ink.into()
                && stroke.width == 2.0
                && stroke.cap == Cap::Round =>
        {
            Some(path)
        }
        _ => None,
    });
    line.expect("a measured line").subpaths().map(<[_]>::to_vec).collect()
}

#[test]
fn a_measured_line_follows_the_great_circle_and_bears_its_lengths() {
    let (karachi, moscow) = (LonLat { lon: 66.98, lat: 24.85 }, LonLat { lon: 37.62, lat: 55.75 });
    let measure = vec![karachi, moscow, LonLat { lon: 110.0, lat: 58.0 }];
    let legs: Vec<f64> = measure.windows(2).map(|leg| distance_km(leg[0], leg[1])).collect();
    let shortest: f64 = legs.iter().sum();
    let attention = Attention { measure, ..Attention::default() };
    for id in ProjectionId::ALL {
        for (lang, unit) in [(Lang::En, "km"), (Lang::Ur, "کلومیٹر"), (Lang::Ru, "км")] {
            let state = looking_at(70.0, 48.0, 3.2, speaking(lang));
            let state = AppState { projection: Some(id), ..state };
            let scene = picture_with(&state, WIDE, &attention);
            let window = shipped::stage().window(&state, WIDE, insets(WIDE));
            let pieces = measured(&scene);
            assert_eq!(pieces.len(), 1, "in one piece in {id:?}");
            let ground = pieces[0].iter().map(|&pixel| window.invert(pixel).unwrap());
            let ground: Vec<LonLat> = ground.collect();
            let along: f64 = ground.windows(2).map(|pair| distance_km(pair[0], pair[1])).sum();
            assert!((along / shortest - 1.0).abs() < 1e-3, "{along} km of {shortest} in {id:?}");
            let figures = scene.shapes.iter().filter(|shape| match shape {
                Shape::Text(text) => text.content.ends_with(unit),
                _ => false,
            });
            assert_eq!(figures.count(), legs.len(), "a figure on each leg in {id:?}");
        }
    }
}

#[test]
fn a_measured_line_is_cut_where_the_sheet_is() {
    let measure = vec![LonLat { lon: 170.0, lat: 50.0 }, LonLat { lon: -100.0, lat: 50.0 }];
    let attention = Attention { measure, ..Attention::default() };
    for id in [ProjectionId::EqualEarth, ProjectionId::Mercator] {
        let state = looking_at(60.0, 45.0, 1.5, speaking(Lang::En));
        let state = AppState { projection: Some(id), ..state };
        let pieces = measured(&picture_with(&state, WIDE, &attention));
        assert!(pieces.len() > 1, "cut in {id:?}");
        let jump = pieces
            .iter()
            .flat_map(|piece| piece.windows(2))
            .map(|pair| distance(pair[0], pair[1]))
            .fold(0.0, f32::max);
        assert!(jump < 60.0, "a stripe of {jump} pixels across the sheet in {id:?}");
    }
}

#[test]
fn one_point_is_shown_and_has_no_length() {
    let attention =
        Attention { measure: vec![LonLat { lon: 60.0, lat: 30.0 }], ..Attention::default() };
    let scene = picture_with(&speaking(Lang::En), WIDE, &attention);
    let texts = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Text(text) if text.content.ends_with("km")));
    assert_eq!(texts.count(), 0);
    assert!(scene.shapes.len() > picture(&speaking(Lang::En), WIDE).shapes.len());
}
