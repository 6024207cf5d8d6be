//! The globe and its sheet: projections against an independent library, arcs against formulas of
//! another kind, curves against what they promise.

use atlas::geo::LonLat;
use proptest::prelude::*;

mod great_circle;
mod lines;
mod projection;
mod smooth;

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat { lon, lat }
}

/// Points of the globe between two parallels.
fn points(lats: std::ops::Range<f64>) -> impl Strategy<Value = LonLat> {
    (-180.0..180.0_f64, lats).prop_map(|(lon, lat)| at(lon, lat))
}

/// Degrees between two longitudes, the shorter way round.
fn turn(a: f64, b: f64) -> f64 {
    ((a - b + 180.0).rem_euclid(360.0) - 180.0).abs()
}

#[test]
fn a_point_is_finite_and_on_the_globe() {
    for (lon, lat) in [(180.0, 90.0), (-180.0, -90.0), (0.0, 0.0)] {
        assert_eq!(LonLat::new(lon, lat), Some(at(lon, lat)));
    }
    let no_point = [(180.1, 0.0), (0.0, -90.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)];
    assert!(no_point.into_iter().all(|(lon, lat)| LonLat::new(lon, lat).is_none()));
}
