//! The window on the sheet: there and back, under the hand, and with room for what must show.

use super::{NARROW, WIDE, insets};
use crate::shipped;
use atlas::geo::{LonLat, great_circle::distance_km, projection::ProjectionId};
use atlas::model::{
    corridor::Corridor,
    id::{Kind, Ref},
};
use atlas::scene::{
    arc::Maker,
    display::Size,
    fit::{Insets, fit, projection},
    scale_bar::scale_bar,
    stage::Stage,
    viewport::{Sight, Viewport},
};
use atlas::state::{AppState, MapView};
use proptest::prelude::*;

fn window(view: MapView, size: Size) -> Viewport {
    Viewport::new(ProjectionId::Lambert, view, size)
}

fn any_projection() -> impl Strategy<Value = ProjectionId> {
    prop::sample::select(&ProjectionId::ALL)
}

/// Views of the region, where all pixels lie on the sheet.
fn views() -> impl Strategy<Value = MapView> {
    (4.0..9.0_f64, 20.0..90.0_f64, 15.0..65.0_f64)
        .prop_map(|(zoom, lon, lat)| MapView { zoom, center: LonLat { lon, lat } })
}

fn pixels() -> impl Strategy<Value = [f32; 2]> {
    [0.0..WIDE.width, 0.0..WIDE.height]
}

fn apart(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

proptest! {
    /// The point under a pixel is drawn at that pixel, by both ways of computing it.
    #[test]
    fn a_pixel_leads_to_its_point_and_back(id in any_projection(), view in views(), pixel in pixels()) {
        let window = Viewport::new(id, view, WIDE);
        let Some(point) = window.invert(pixel) else { return Ok(()) };
        let there = window.project(point).expect("what is under a pixel is not hidden");
        prop_assert!(apart(there, pixel) < 0.05);
        let sight = window.sight();
        let ready = Maker::new(id).plain(&[point]);
        let drawn: Vec<_> = ready.pieces(&sight).into_iter().flat_map(|p| p.in_window(&sight)).collect();
        // f32 has seven digits; coastlines need no more.
        prop_assert!(drawn.len() == 1 && apart(drawn[0], pixel) < 0.5, "{:?} for {:?}", drawn, pixel);
    }

    /// A picture of one view, moved, shows the ground where another view of the sheet has it.
    #[test]
    fn a_moved_picture_lies_on_the_new_one(before in views(), after in views(), pixel in pixels()) {
        let [before, after] = [before, after].map(|view| window(view, WIDE));
        let (Sight::Sheet(old), Sight::Sheet(new)) = (before.sight(), after.sight()) else {
            panic!("a conic has a sheet");
        };
        let [a, b, e, f] = new.after(&old);
        let point = before.invert(pixel).unwrap();
        let [x, y] = pixel.map(f64::from);
        let moved = [(a * x - b * y + e) as f32, (b * x + a * y + f) as f32];
        let there = after.project(point).unwrap();
        let far = apart(there, [640.0, 400.0]).max(1000.0);
        prop_assert!(apart(moved, there) < 0.001 * far, "{:?} for {:?}", moved, there);
    }

    /// The middle of the view is the middle of the window.
    #[test]
    fn the_middle_is_in_the_middle(id in any_projection(), view in views()) {
        let at = Viewport::new(id, view, NARROW).project(view.center).unwrap();
        prop_assert!(apart(at, [180.0, 320.0]) < 0.01, "{:?}", at);
    }

    /// What lies under the pointer stays there while the reader zooms, and follows a hand that drags
    /// it: some pixels or a part of a zoom with each event.
    #[test]
    fn a_point_is_held_under_the_pointer(
        id in any_projection(),
        zoom in 3.0..9.0_f64, lon in 35.0..75.0_f64, lat in 10.0..60.0_f64,
        grip in pixels(), drag in [-40.0..40.0_f32, -40.0..40.0_f32], step in -0.25..0.25_f64,
    ) {
        let before = Viewport::new(id, MapView { zoom, center: LonLat { lon, lat } }, WIDE);
        let Some(held) = before.invert(grip).filter(|held| (0.0..80.0).contains(&held.lat)) else {
            return Ok(());
        };
        let pixel = [grip[0] + drag[0], grip[1] + drag[1]];
        // At the rim of the globe a pixel is many degrees.
        let middle = [WIDE.width / 2.0, WIDE.height / 2.0];
        let globe = before.scale_at(held) as f32;
        prop_assume!(id != ProjectionId::Orthographic || apart(pixel, middle) < 0.7 * globe && apart(grip, middle) < 0.7 * globe);
        let after = before.anchored(held, pixel, before.scale_at(held) * step.exp2());
        // North is up: a point near the pole cannot come far to the side.
        let aside = f64::from((pixel[0] - middle[0]).abs()) / before.scale_at(held);
        prop_assume!(id != ProjectionId::Orthographic || aside < 0.7 * held.lat.to_radians().cos());
        // Where the edge of the region holds the middle, the point cannot follow.
        prop_assume!(after.center.lat < MapView::NORTH && after.center.lon > MapView::WEST);
        let off = apart(Viewport::new(id, after, WIDE).project(held).unwrap(), pixel);
        prop_assert!(off < 1.0, "{} px off in {:?}", off, after);
    }

    /// A view fitted to some points shows them all outside the insets.
    #[test]
    fn a_fitted_view_shows_every_point(
        id in any_projection(),
        points in proptest::collection::vec((25.0..85.0_f64, 15.0..62.0_f64), 1..6),
    ) {
        let points: Vec<LonLat> = points.into_iter().map(|(lon, lat)| LonLat { lon, lat }).collect();
        for size in [WIDE, NARROW] {
            let insets = insets(size);
            let view = fit(id, &points, size, insets).unwrap();
            for &point in &points {
                let at = Viewport::new(id, view, size).project(point).unwrap();
                prop_assert!(inside(at, size, insets), "{:?} at {:?} in {:?}", point, at, view);
            }
        }
    }
}

#[test]
fn what_must_show_lies_beside_the_key() {
    let stage = shipped::stage();
    let key = Size { width: 330.0, height: 500.0 };
    for size in [WIDE, Size { width: 896.0, height: 748.0 }, Size { width: 780.0, height: 570.0 }] {
        let insets = Insets { corner: key, ..insets(size) };
        let view = stage.home(ProjectionId::Lambert, size, insets);
        let window = window(view, size);
        for point in &stage.atlas.region {
            let at = window.project(*point).unwrap();
            assert!(inside(at, size, insets), "{point:?} at {at:?}");
            let hidden = at[0] > size.width - key.width && at[1] < key.height;
            assert!(!hidden, "{point:?} under the key: {at:?}");
        }
        // No farther than it must.
        let without =
            stage.home(ProjectionId::Lambert, size, Insets { corner: Size::default(), ..insets });
        assert!(
            view.zoom <= without.zoom + 0.01 && view.zoom > without.zoom - 0.8,
            "{view:?} {without:?}"
        );
    }
}

#[test]
fn the_conic_is_left_where_it_would_lie() {
    let phone = Size { width: 360.0, height: 740.0 };
    let desk = Size { width: 896.0, height: 748.0 };
    let looks = |size, zoom, lat| {
        projection(None, MapView { zoom, center: LonLat { lon: 45.0, lat } }, size)
    };
    // The region, as each shows it first.
    for size in
        [phone, desk, Size { width: 320.0, height: 480.0 }, Size { width: 1536.0, height: 1028.0 }]
    {
        let home = shipped::stage().home(ProjectionId::Lambert, size, insets(size));
        assert_eq!(projection(None, home, size), ProjectionId::Lambert, "{size:?} {home:?}");
    }
    // From Karachi to Rotterdam round the Cape.
    let round = [[67.0, 24.9], [18.5, -34.4], [-17.0, 15.0], [4.0, 52.0]];
    let round = round.map(|[lon, lat]| LonLat { lon, lat });
    for size in [phone, desk] {
        let view = Stage::view_of_points(&round, None, size, insets(size)).unwrap();
        assert_eq!(projection(None, view, size), ProjectionId::EqualEarth, "{size:?} {view:?}");
    }
    assert_eq!(looks(phone, 2.5, 10.0), ProjectionId::EqualEarth);
    assert_eq!(looks(desk, 6.0, -30.0), ProjectionId::Lambert);
    // A reader's own choice stands.
    let view = MapView { zoom: 2.0, center: LonLat { lon: 0.0, lat: 0.0 } };
    assert_eq!(projection(Some(ProjectionId::Lambert), view, desk), ProjectionId::Lambert);
}

fn looking(view: MapView) -> AppState {
    AppState { map: Some(view), ..AppState::default() }
}

/// Whether a pixel lies in the free part of the window, give or take some pixels.
fn inside([x, y]: [f32; 2], size: Size, insets: Insets) -> bool {
    x > insets.left - 10.0
        && y > insets.top - 10.0
        && x < size.width - insets.right + 10.0
        && y < size.height - insets.bottom + 10.0
}

#[test]
fn zoom_means_the_length_of_the_equator_in_pixels() {
    for zoom in [3.0, 6.0] {
        let view = MapView { zoom, center: LonLat { lon: 60.0, lat: 40.0 } };
        let window = window(view, WIDE);
        let left = window.invert([639.0, 400.0]).unwrap();
        let right = window.invert([641.0, 400.0]).unwrap();
        let km = distance_km(left, right) / 2.0;
        assert!((km / window.km_per_px() - 1.0).abs() < 1e-3, "{km}");
        let equator = window.km_per_px() * 256.0 * zoom.exp2();
        assert!((equator - 40_030.0).abs() < 1.0, "{equator}");
    }
}

#[test]
fn north_is_up_in_the_middle_of_a_close_view() {
    let center = LonLat { lon: 74.0, lat: 31.0 };
    let lean = |zoom| {
        let window = window(MapView { zoom, center }, WIDE);
        let [x, y] = window.project(LonLat { lat: center.lat + 0.1, ..center }).unwrap();
        (x - WIDE.width / 2.0).atan2(WIDE.height / 2.0 - y).to_degrees()
    };
    assert!(lean(7.0).abs() < 0.1, "{}", lean(7.0));
    assert!(lean(4.0).abs() > 5.0, "the overview keeps the sheet as it is: {}", lean(4.0));
}

#[test]
fn the_home_view_shows_both_ends_of_the_story() {
    let stage = shipped::stage();
    for size in [WIDE, NARROW] {
        let window = window(stage.home(ProjectionId::Lambert, size, insets(size)), size);
        for id in ["karachi", "gwadar", "moscow", "saint-petersburg", "islamabad", "astrakhan"] {
            let place = stage.atlas.place(&crate::fixture::id(id)).unwrap();
            let at = window.project(place.at).unwrap();
            assert!(inside(at, size, insets(size)), "{id} in {size:?}");
        }
    }
}

#[test]
fn every_corridor_and_place_has_a_view_that_shows_it() {
    let stage = shipped::stage();
    let corridors = stage.atlas.corridors.iter().map(Corridor::reference);
    let places =
        stage.atlas.places.iter().map(|found| Ref { kind: Kind::Place, id: found.id.clone() });
    for target in corridors.chain(places) {
        let view = stage
            .view_of(std::slice::from_ref(&target), None, WIDE, insets(WIDE))
            .unwrap_or_else(|| panic!("{target} has no view"));
        let window = stage.window(&looking(view), WIDE, insets(WIDE));
        let hidden = stage
            .extent(&target)
            .into_iter()
            .find(|&point| !inside(window.project_or_rim(point), WIDE, insets(WIDE)));
        assert!(hidden.is_none(), "{target}: {hidden:?} does not show in {view:?}");
    }
}

#[test]
fn a_window_without_room_is_no_reason_to_fail() {
    let stage = shipped::stage();
    for (width, height) in [(0.0, 0.0), (1.0, 900.0), (60.0, 60.0)] {
        let size = Size { width, height };
        let view = stage.home(ProjectionId::Lambert, size, insets(size));
        assert_eq!(view, view.clamped());
    }
    assert_eq!(fit(ProjectionId::Lambert, &[], WIDE, Insets::default()), None);
}

#[test]
fn the_scale_bar_is_round_fits_and_is_true_in_the_middle() {
    for id in ProjectionId::ALL {
        for zoom in 2..=18 {
            let center = LonLat { lon: 60.0, lat: 40.0 };
            let window = Viewport::new(id, MapView { zoom: f64::from(zoom) / 2.0, center }, WIDE);
            let bar = scale_bar(&window, 120.0);
            let digits = bar.km / 10.0_f64.powf(bar.km.log10().floor());
            assert!([1.0, 2.0, 5.0].iter().any(|round| (digits - round).abs() < 1e-9), "{bar:?}");
            assert!((48.0..=120.0).contains(&bar.px), "{bar:?}");
            // The ground under one tenth of the bar, to both sides of the middle.
            let middle = [WIDE.width / 2.0, WIDE.height / 2.0];
            let half = (bar.px / 20.0) as f32;
            let ends = [-half, half].map(|dx| window.invert([middle[0] + dx, middle[1]]).unwrap());
            let km = distance_km(ends[0], ends[1]) * 10.0;
            assert!((km / bar.km - 1.0).abs() < 0.01, "{id:?} {zoom}: {km} for {bar:?}");
        }
    }
}
