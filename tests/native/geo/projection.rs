//! The five projections: there and back, against proj4rs and d3-geo, and each against what its name
//! promises.

use super::{at, points, turn};
use atlas::geo::{
    LonLat, Xy,
    great_circle::{EARTH_RADIUS_KM, distance_km},
    projection::{Projection, ProjectionId, lambert::LambertConic, orthographic::Orthographic},
};
use proj4rs::{Proj, transform::transform};
use proptest::prelude::*;

/// The middle of the globe in these tests.
const MIDDLE: LonLat = LonLat { lon: 60.0, lat: 35.0 };

fn sheet(id: ProjectionId) -> Projection {
    Projection::new(id, MIDDLE)
}

/// All but the globe, of which only a half can be seen.
fn sheets() -> impl Strategy<Value = ProjectionId> {
    prop::sample::select(&ProjectionId::ALL[..4])
}

/// The sheets of the atlas as proj4rs names them.
fn proj_string(id: ProjectionId) -> &'static str {
    match id {
        ProjectionId::Lambert => "+proj=lcc +lat_1=30 +lat_2=58 +lat_0=44 +lon_0=50",
        ProjectionId::Albers => "+proj=aea +lat_1=30 +lat_2=58 +lat_0=44 +lon_0=50",
        ProjectionId::EqualEarth => "+proj=eqearth +lon_0=50",
        ProjectionId::Mercator => "+proj=merc +lon_0=50",
        ProjectionId::Orthographic => "+proj=ortho +lon_0=60 +lat_0=35",
    }
}

/// The sheet of the atlas as another library draws it: radii of the globe, y up.
fn oracle(id: ProjectionId, point: LonLat) -> [f64; 2] {
    let globe = Proj::from_proj_string("+proj=longlat +R=1000000 +no_defs").unwrap();
    let name = format!("{} +R=1000000 +units=m +no_defs", proj_string(id));
    let sheet = Proj::from_proj_string(&name).unwrap();
    let mut xyz = (point.lon.to_radians(), point.lat.to_radians(), 0.0);
    transform(&globe, &sheet, &mut xyz).unwrap();
    [xyz.0 / 1e6, xyz.1 / 1e6]
}

/// Degrees of arc between two points, as a reader of a map would measure them.
fn apart(a: LonLat, b: LonLat) -> f64 {
    (distance_km(a, b) / EARTH_RADIUS_KM).to_degrees()
}

/// Points within so many degrees of the middle of the globe.
fn near_the_middle(degrees: f64) -> impl Strategy<Value = LonLat> {
    (0.0..degrees, 0.0..std::f64::consts::TAU).prop_map(|(arc, angle)| {
        let radius = arc.to_radians().sin();
        let at = Xy::new(radius * angle.cos(), radius * angle.sin());
        Orthographic::new(MIDDLE).invert(at).unwrap()
    })
}

proptest! {
    /// What a sheet shows, it gives back to within a millionth of a degree.
    #[test]
    fn inverting_undoes_projecting(id in sheets(), point in points(-75.0..84.9)) {
        let sheet = sheet(id);
        let back = sheet.invert(sheet.project(point).unwrap()).expect("a projected point lies on it");
        prop_assert!(apart(point, back) < 1e-6, "{:?} came back as {:?}", point, back);
    }

    /// So does the globe, to 85° from its middle.
    #[test]
    fn inverting_undoes_the_globe(point in near_the_middle(85.0)) {
        let globe = sheet(ProjectionId::Orthographic);
        let back = globe.invert(globe.project(point).unwrap()).unwrap();
        prop_assert!(apart(point, back) < 1e-6, "{:?} came back as {:?}", point, back);
    }

    /// The sheets are those of proj4rs, their y turned down.
    #[test]
    fn the_sheets_are_those_of_another_library(id in sheets(), point in points(-74.9..84.0)) {
        // Where the sheet is cut, 180° from the middle, either edge is right.
        prop_assume!(turn(point.lon, 50.0) < 179.9);
        let (ours, [x, y]) = (sheet(id).project(point).unwrap(), oracle(id, point));
        let size = x.hypot(y).max(1.0);
        prop_assert!((ours.x - x).abs() < 1e-9 * size, "{:?} for {x}", ours);
        prop_assert!((ours.y + y).abs() < 1e-9 * size, "{:?} for {y}", ours);
    }

    /// So is the globe.
    #[test]
    fn the_globe_is_that_of_another_library(point in near_the_middle(89.0)) {
        let ours = sheet(ProjectionId::Orthographic).project(point).unwrap();
        let [x, y] = oracle(ProjectionId::Orthographic, point);
        prop_assert!((ours.x - x).abs() < 1e-9 && (ours.y + y).abs() < 1e-9, "{:?}", ours);
    }

    /// Conformal: small steps to all sides are drawn equally long and at right angles, at the scale
    /// that the projection gives; of true area: what a small square loses one way it gains the other.
    #[test]
    fn each_keeps_what_it_promises(id in sheets(), lon in -120.0..179.0_f64, lat in -40.0..80.0_f64) {
        let sheet = sheet(id);
        let step = 1e-5_f64;
        let draw = |lon, lat| sheet.project(at(lon, lat)).unwrap();
        let (from, north) = (draw(lon, lat), draw(lon, lat + step));
        let east = draw(lon + step / lat.to_radians().cos(), lat);
        let (up, right) = (Xy::new(north.x - from.x, north.y - from.y), Xy::new(east.x - from.x, east.y - from.y));
        let area = (right.x * up.y - right.y * up.x).abs() / step.to_radians().powi(2);
        let scale = sheet.scale_at(at(lon, lat));
        prop_assert!((area / scale.powi(2) - 1.0).abs() < 1e-3, "{area} for {scale}");
        if matches!(id, ProjectionId::Lambert | ProjectionId::Mercator) {
            for there in [north, east] {
                let drawn = from.distance(there) / step.to_radians();
                prop_assert!((drawn / scale - 1.0).abs() < 1e-4, "{drawn} for {scale}");
            }
            let cosine = (up.x * right.x + up.y * right.y) / from.distance(north) / from.distance(east);
            prop_assert!(cosine.abs() < 1e-4, "{cosine}");
        }
        let lean = up.x.atan2(-up.y);
        prop_assert!((lean - sheet.north_rad(at(lon, lat))).abs() < 1e-4, "{lean}");
    }

    /// The globe can be turned so that a point lies where a hand holds it.
    #[test]
    fn a_globe_turns_with_the_hand(point in points(-70.0..70.0), r in 0.0..0.6_f64, angle in 0.0..6.3_f64) {
        let held = Xy::new(r * angle.cos(), r * angle.sin());
        prop_assume!(held.x.abs() < 0.95 * point.lat.to_radians().cos());
        let middle = Orthographic::turned(point, held);
        prop_assume!(middle.lat.abs() < 89.0);
        let drawn = Orthographic::new(middle).project(point).unwrap();
        prop_assert!(drawn.distance(held) < 1e-9, "{:?} for {:?}", drawn, held);
    }
}

/// Figures of d3-geo (see `d3_geo.mjs`), forwards and back.
#[test]
fn d3_geo_draws_the_same() {
    let mut rows = 0;
    for line in include_str!("d3_geo.csv").lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |index: usize| cells[index].parse::<f64>().unwrap();
        let id = ProjectionId::from_name(cells[0]).unwrap();
        let (point, theirs) = (at(number(1), number(2)), Xy::new(number(3), number(4)));
        let sheet = sheet(id);
        let ours = sheet.project(point).unwrap();
        assert!(ours.distance(theirs) < 1e-9, "{line}: {ours:?}");
        let back = sheet.invert(theirs).unwrap();
        assert!(apart(point, back) < 1e-6, "{line}: {back:?}");
        rows += 1;
    }
    assert_eq!(rows, 60 * ProjectionId::ALL.len());
}

#[test]
fn names_are_read_back() {
    for id in ProjectionId::ALL {
        assert_eq!(ProjectionId::from_name(id.name()), Some(id));
    }
}

#[test]
fn the_origin_is_the_middle_and_south_is_down() {
    for (id, middle) in [
        (ProjectionId::Lambert, at(50.0, 44.0)),
        (ProjectionId::Albers, at(50.0, 44.0)),
        (ProjectionId::EqualEarth, at(50.0, 0.0)),
        (ProjectionId::Mercator, at(50.0, 0.0)),
        (ProjectionId::Orthographic, MIDDLE),
    ] {
        let draw = |lon, lat| sheet(id).project(at(lon, lat)).unwrap();
        assert!(draw(middle.lon, middle.lat).distance(Xy::new(0.0, 0.0)) < 1e-12, "{id:?}");
        let south = draw(middle.lon, middle.lat - 20.0);
        assert!(south.x.abs() < 1e-12 && south.y > 0.3, "{id:?} {south:?}");
        assert!(draw(middle.lon + 10.0, middle.lat).x > 0.0, "{id:?}");
    }
}

#[test]
fn lengths_are_true_on_the_standard_parallels_and_nearly_so_between() {
    let sheet = LambertConic::atlas();
    for parallel in [30.0, 58.0] {
        assert!((sheet.scale_at(parallel) - 1.0).abs() < 1e-12);
    }
    for lat in 24..=62 {
        let scale = sheet.scale_at(f64::from(lat));
        assert!((scale - 1.0).abs() < 0.04, "{scale} at {lat}° N");
    }
}

#[test]
fn the_pole_is_one_point_and_the_far_south_stays_finite() {
    let sheet = LambertConic::atlas();
    let pole = sheet.project(at(0.0, 90.0));
    assert_eq!(pole, sheet.project(at(120.0, 90.0)));
    assert_eq!(sheet.invert(pole).map(|point| point.lat), Some(90.0));
    let south = sheet.project(at(10.0, -90.0));
    assert!(south.x.is_finite() && south.y.is_finite());
    assert_eq!(south, sheet.project(at(10.0, -75.0)));
}

#[test]
fn beside_the_sheet_there_is_no_globe() {
    let pole = LambertConic::atlas().project(at(0.0, 90.0));
    let beside = [
        (ProjectionId::Lambert, Xy::new(pole.x, pole.y - 0.5)),
        (ProjectionId::Albers, Xy::new(0.0, -1.5)),
        (ProjectionId::EqualEarth, Xy::new(2.6, -1.2)),
        (ProjectionId::Mercator, Xy::new(3.2, 0.0)),
        (ProjectionId::Orthographic, Xy::new(0.8, 0.7)),
    ];
    for (id, at) in beside {
        assert_eq!(sheet(id).invert(at), None, "{id:?}");
    }
}

#[test]
fn what_is_behind_the_globe_is_not_drawn() {
    let globe = sheet(ProjectionId::Orthographic);
    assert_eq!(globe.project(at(-120.0, -35.0)), None);
    assert_eq!(globe.project(at(-120.0, -36.0)), None);
    assert!(globe.project(at(60.0, -54.9)).is_some());
    assert_eq!(globe.project(at(60.0, -55.1)), None);
}
