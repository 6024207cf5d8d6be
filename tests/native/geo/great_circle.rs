//! Great circles: distances against the chord through the globe, points between, added points.

use super::{at, points};
use atlas::geo::{
    LonLat,
    great_circle::{EARTH_RADIUS_KM, densify, distance_km, interpolate, length_km},
};
use proptest::{collection::vec, prelude::*};

/// The distance by another way: the straight chord through the globe, then its arc.
fn by_chord(a: LonLat, b: LonLat) -> f64 {
    let unit = |point: LonLat| {
        let (lon, lat) = (point.lon.to_radians(), point.lat.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let (a, b) = (unit(a), unit(b));
    let chord: f64 = (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt();
    2.0 * EARTH_RADIUS_KM * (chord / 2.0).min(1.0).asin()
}

#[test]
fn known_arcs_have_their_lengths() {
    let quarter = EARTH_RADIUS_KM * std::f64::consts::FRAC_PI_2;
    for (a, b, km) in [
        (at(0.0, 0.0), at(90.0, 0.0), quarter),
        (at(33.0, 0.0), at(-120.0, 90.0), quarter),
        (at(12.0, 34.0), at(-168.0, -34.0), 2.0 * quarter),
        (at(0.0, -90.0), at(0.0, 90.0), 2.0 * quarter),
        // Over the pole, and across the date line.
        (at(0.0, 60.0), at(180.0, 60.0), quarter * 2.0 / 3.0),
        (at(179.5, 0.0), at(-179.5, 0.0), quarter / 90.0),
        (at(62.33, 25.11), at(62.33, 25.11), 0.0),
    ] {
        let found = distance_km(a, b);
        assert!((found - km).abs() < 1e-6, "{a:?} to {b:?}: {found} km, not {km} km");
    }
    assert!((quarter - 10_007.557).abs() < 0.001, "{quarter}");
}

#[test]
fn a_metre_and_the_other_side_of_the_globe_are_measured_alike() {
    let step = 1e-5_f64;
    let metre = step.to_radians() * EARTH_RADIUS_KM;
    let near = distance_km(at(30.0, 60.0), at(30.0, 60.0 + step));
    assert!((near - metre).abs() < 1e-9, "{near}");
    let far = distance_km(at(30.0, 60.0), at(-150.0, -60.0 + step));
    assert!((EARTH_RADIUS_KM * std::f64::consts::PI - far - metre).abs() < 1e-8, "{far}");
}

proptest! {
    /// Distances are those of the chord, the same both ways, and no detour is shorter.
    #[test]
    fn distances_are_distances([a, b, c] in [points(-90.0..90.0), points(-90.0..90.0), points(-90.0..90.0)]) {
        let ab = distance_km(a, b);
        prop_assert!((ab - distance_km(b, a)).abs() < 1e-9);
        prop_assert!((ab - by_chord(a, b)).abs() < 1e-3, "{} and {}", ab, by_chord(a, b));
        prop_assert!(ab <= distance_km(a, c) + distance_km(c, b) + 1e-6);
        prop_assert!((length_km(&[a, c, b]) - distance_km(a, c) - distance_km(c, b)).abs() < 1e-9);
    }

    /// A point between lies on the shorter arc, at its share of the way.
    #[test]
    fn a_point_between_has_its_share_of_the_way(
        a in points(-90.0..90.0), b in points(-90.0..90.0), share in 0.0..=1.0_f64,
    ) {
        let whole = distance_km(a, b);
        // Between opposite points all ways are the shortest.
        prop_assume!(whole < 20_000.0);
        let between = interpolate(a, b, share);
        prop_assert!(LonLat::new(between.lon, between.lat).is_some(), "{:?}", between);
        prop_assert!((distance_km(a, between) - share * whole).abs() < 1e-4);
        prop_assert!((distance_km(between, b) - (1.0 - share) * whole).abs() < 1e-4);
    }

    /// Points are added, none is moved, no step is too long, and the line grows no longer.
    #[test]
    fn a_denser_line_is_the_same_line(line in vec(points(-80.0..80.0), 0..6), step in 20.0..2_000.0_f64) {
        let dense = densify(&line, step);
        let mut rest = dense.iter();
        prop_assert!(line.iter().all(|point| rest.any(|other| other == point)), "a point is lost");
        prop_assert_eq!((dense.first(), dense.last()), (line.first(), line.last()));
        for pair in dense.windows(2) {
            prop_assert!(distance_km(pair[0], pair[1]) <= step * (1.0 + 1e-9));
        }
        prop_assert!((length_km(&dense) - length_km(&line)).abs() < 1e-3);
    }
}

#[test]
fn a_line_of_less_than_two_points_has_no_length() {
    assert_eq!(length_km(&[]), 0.0);
    assert_eq!(length_km(&[at(10.0, 10.0)]), 0.0);
    assert_eq!(densify(&[at(10.0, 10.0)], 5.0), [at(10.0, 10.0)]);
    assert_eq!(interpolate(at(10.0, 10.0), at(10.0, 10.0), 0.5), at(10.0, 10.0));
}

#[test]
fn a_long_parallel_bends_to_the_north() {
    let middle = interpolate(at(20.0, 50.0), at(80.0, 50.0), 0.5);
    assert!((middle.lon - 50.0).abs() < 1e-9 && middle.lat > 53.0, "{middle:?}");
}
