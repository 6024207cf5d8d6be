//! The globe in the corner: there when one might be lost, clear of everything else.

use super::{NARROW, WIDE, insets, looking_at, picture, picture_with, speaking};
use crate::shipped;
use atlas::i18n::Lang;
use atlas::scene::{
    build::Attention,
    display::{Box2, Path, Shape, Size},
    locator::Locator,
    viewport::Viewport,
};
use atlas::state::AppState;

const FURNITURE: Box2 = Box2 { x: 0.0, y: 500.0, width: 300.0, height: 300.0 };

fn window(state: &AppState, size: Size) -> Viewport {
    shipped::stage().window(state, size, insets(size))
}

/// The globe of a view, if it has one.
fn globe(lon: f64, lat: f64, zoom: f64, size: Size) -> Option<Locator> {
    Locator::of(&window(&looking_at(lon, lat, zoom, speaking(Lang::En)), size), &[])
}

fn bounds(path: &Path) -> Box2 {
    let side = |axis: usize| {
        let values = || path.points.iter().map(move |at| at[axis]);
        (values().fold(f32::INFINITY, f32::min), values().fold(f32::NEG_INFINITY, f32::max))
    };
    let ((left, right), (top, bottom)) = (side(0), side(1));
    Box2 { x: left, y: top, width: right - left, height: bottom - top }
}

#[test]
fn it_shows_close_up_and_where_there_is_room() {
    assert!(globe(67.0, 25.0, 7.5, WIDE).is_some());
    assert!(globe(67.0, 25.0, 6.0, WIDE).is_none(), "the region itself is in view");
    assert!(globe(67.0, 25.0, 8.0, NARROW).is_none(), "a phone has no room");
    assert!(globe(67.0, 25.0, 8.0, Size { width: 740.0, height: 340.0 }).is_none());
}

#[test]
fn it_stands_in_the_same_corner_in_every_language() {
    let places = Lang::ALL.map(|lang| {
        let state = looking_at(67.0, 25.0, 7.5, speaking(lang));
        Locator::of(&window(&state, WIDE), &[]).unwrap().area()
    });
    assert!(places.iter().all(|place| *place == places[0]));
    assert!(places[0].x < WIDE.width / 4.0 && places[0].y > WIDE.height / 2.0, "{places:?}");
}

#[test]
fn it_gives_way_to_furniture_and_names_keep_off_it() {
    let state = looking_at(67.0, 25.0, 7.5, speaking(Lang::En));
    let window = window(&state, WIDE);
    let moved = Locator::of(&window, &[FURNITURE]).unwrap().area();
    assert!(!moved.overlaps(&FURNITURE));
    let all = Box2 { x: 0.0, y: 0.0, width: WIDE.width, height: WIDE.height };
    assert_eq!(Locator::of(&window, &[all]), None);

    for (lon, lat) in [(67.0, 25.0), (49.5, 40.5), (30.0, 60.0), (71.0, 33.0), (40.0, 47.5)] {
        for furniture in [Vec::new(), vec![FURNITURE]] {
            let attention = Attention { furniture, ..Attention::default() };
            let state = looking_at(lon, lat, 7.2, speaking(Lang::Ru));
            let scene = picture_with(&state, WIDE, &attention);
            let window = shipped::stage().window(&state, WIDE, insets(WIDE));
            let area = Locator::of(&window, &attention.furniture).unwrap().area();
            let on_it = scene.label_boxes.iter().find(|label| label.overlaps(&area.into()));
            assert!(on_it.is_none(), "{on_it:?} at {lon} {lat}");
        }
    }
}

#[test]
fn its_mark_lies_on_the_globe_where_the_window_is() {
    let land = shipped::stage().small_globe();
    let mark_of = |lon: f64, lat: f64, zoom: f64| {
        let window = window(&looking_at(lon, lat, zoom, speaking(Lang::En)), WIDE);
        let globe = Locator::of(&window, &[]).unwrap();
        let shapes = globe.shapes(&window, land);
        let Some(Shape::Stroke(mark, _)) = shapes.last() else { panic!("a mark is drawn last") };
        (bounds(mark), globe.area())
    };
    let (karachi, area) = mark_of(67.0, 25.0, 7.5);
    let (petersburg, _) = mark_of(30.0, 60.0, 7.5);
    let (closest, _) = mark_of(67.0, 25.0, 9.0);
    assert!(area.contains(&karachi) && area.contains(&petersburg));
    assert!(petersburg.middle()[0] < karachi.middle()[0], "west is left");
    assert!(petersburg.middle()[1] < karachi.middle()[1], "north is up");
    assert!(closest.width >= 6.5 && closest.height >= 6.5, "never too small to see: {closest:?}");
    // Far from the region the globe turns to the view.
    let (far, area) = mark_of(-60.0, -10.0, 7.5);
    let apart = [far.middle()[0] - area.middle()[0], far.middle()[1] - area.middle()[1]];
    assert!(apart[0].hypot(apart[1]) < 3.0, "{apart:?}");
}

#[test]
fn it_is_light() {
    let points = shipped::stage().small_globe().points();
    assert!((100..=600).contains(&points), "{points}");
}

#[test]
fn what_lies_under_it_cannot_be_pointed_at() {
    let state = looking_at(67.0, 25.0, 7.2, speaking(Lang::En));
    let area = Locator::of(&window(&state, WIDE), &[]).unwrap().area();
    for pick in &picture(&state, WIDE).picks {
        if let atlas::scene::pick::Area::Dot(at, _) = pick.area {
            assert!(!area.holds(at), "{}", pick.target);
        }
    }
}
