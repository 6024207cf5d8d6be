//! Lambert's conformal conic: there and back, and against proj4rs.

use super::{at, points, turn};
use atlas::geo::{LonLat, Xy, projection::LambertConic};
use proj4rs::{Proj, transform::transform};
use proptest::prelude::*;

/// The sheet of the atlas as another library draws it: radii of the globe, y up.
fn oracle(point: LonLat) -> [f64; 2] {
    let lcc = "+proj=lcc +lat_1=30 +lat_2=58 +lat_0=44 +lon_0=50 +R=1000000 +units=m +no_defs";
    let globe = Proj::from_proj_string("+proj=longlat +R=1000000 +no_defs").unwrap();
    let sheet = Proj::from_proj_string(lcc).unwrap();
    let mut xyz = (point.lon.to_radians(), point.lat.to_radians(), 0.0);
    transform(&globe, &sheet, &mut xyz).unwrap();
    [xyz.0 / 1e6, xyz.1 / 1e6]
}

proptest! {
    /// What the sheet shows, it gives back to within a millionth of a degree.
    #[test]
    fn inverting_undoes_projecting(point in points(-75.0..89.9)) {
        let sheet = LambertConic::atlas();
        let back = sheet.invert(sheet.project(point)).expect("a projected point lies on the fan");
        // Near the pole a degree of longitude is no distance at all.
        let across = turn(back.lon, point.lon) * point.lat.to_radians().cos();
        let off = across.max((back.lat - point.lat).abs());
        prop_assert!(off < 1e-6, "{:?} came back as {:?}", point, back);
    }

    /// The sheet is that of proj4rs, its y turned down.
    #[test]
    fn the_sheet_is_that_of_another_library(point in points(-74.9..89.0)) {
        // Where the fan is cut, 180° from the middle, either edge is right.
        prop_assume!(turn(point.lon, 50.0) < 179.9);
        let (ours, [x, y]) = (LambertConic::atlas().project(point), oracle(point));
        let size = x.hypot(y).max(1.0);
        prop_assert!((ours.x - x).abs() < 1e-9 * size, "{:?} for {x}", ours);
        prop_assert!((ours.y + y).abs() < 1e-9 * size, "{:?} for {y}", ours);
    }

    /// Small steps to all sides are drawn equally long and at right angles, at the scale that the
    /// projection gives for the parallel.
    #[test]
    fn shapes_are_kept_in_the_small(lon in -120.0..179.0_f64, lat in -40.0..80.0_f64) {
        let sheet = LambertConic::atlas();
        let step = 1e-5_f64;
        let from = sheet.project(at(lon, lat));
        let north = sheet.project(at(lon, lat + step));
        let east = sheet.project(at(lon + step / lat.to_radians().cos(), lat));
        let scale = sheet.scale_at(lat);
        for there in [north, east] {
            let drawn = from.distance(there) / step.to_radians();
            prop_assert!((drawn / scale - 1.0).abs() < 1e-4, "{drawn} for {scale}");
        }
        let dot = (north.x - from.x) * (east.x - from.x) + (north.y - from.y) * (east.y - from.y);
        let cosine = dot / from.distance(north) / from.distance(east);
        prop_assert!(cosine.abs() < 1e-4, "{cosine}");
        let lean = (north.x - from.x).atan2(from.y - north.y);
        prop_assert!((lean - sheet.north_rad(lon)).abs() < 1e-4, "{lean}");
    }
}

#[test]
fn the_origin_is_the_middle_and_south_is_down() {
    let sheet = LambertConic::atlas();
    assert!(sheet.project(at(50.0, 44.0)).distance(Xy::new(0.0, 0.0)) < 1e-12);
    let south = sheet.project(at(50.0, 24.0));
    assert!(south.x.abs() < 1e-12 && south.y > 0.3, "{south:?}");
    assert!(sheet.project(at(60.0, 44.0)).x > 0.0);
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
fn behind_the_fan_there_is_no_globe() {
    let sheet = LambertConic::atlas();
    let pole = sheet.project(at(0.0, 90.0));
    let behind = Xy::new(pole.x, pole.y - 0.5);
    assert_eq!(sheet.invert(behind), None);
}
