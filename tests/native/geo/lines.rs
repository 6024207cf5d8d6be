//! Lines on the sheet: cut to a box, and with points enough to stay on their course.

use super::{at, points};
use atlas::geo::{
    LonLat, clip,
    great_circle::{distance_km, unit},
    projection::{Projection, ProjectionId},
    resample::{Course, TOLERANCE, resample},
};
use proptest::prelude::*;

const BOX: clip::Degrees = [-35.0, -45.0, 160.0, 84.0];

/// Degrees between a point and the great circle through two others.
fn off_circle(point: LonLat, a: LonLat, b: LonLat) -> f64 {
    let ([ax, ay, az], [bx, by, bz], p) = (unit(a), unit(b), unit(point));
    let normal = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
    let size = normal.iter().map(|part| part * part).sum::<f64>().sqrt();
    let sine = normal.iter().zip(p).map(|(n, p)| n * p).sum::<f64>() / size;
    sine.abs().asin().to_degrees()
}

proptest! {
    /// A great circle drawn on a sheet is a great circle: every point and the middle of every step
    /// of it lie on the course, to less than a quarter of a pixel at the closest zoom.
    #[test]
    fn great_circles_are_great_circles(
        id in prop::sample::select(&ProjectionId::ALL[..4]),
        a in (0.0..120.0_f64, -30.0..70.0_f64), b in (0.0..120.0_f64, -30.0..70.0_f64),
    ) {
        let (a, b) = (at(a.0, a.1), at(b.0, b.1));
        prop_assume!(distance_km(a, b) > 100.0);
        let sheet = Projection::new(id, a);
        let project = |point| sheet.project(point).unwrap();
        let line = resample(&[a, b], Course::GreatCircle, TOLERANCE, &project);
        let widest = 2.0 * TOLERANCE.to_degrees();
        for pair in line.windows(2) {
            let middle = atlas::geo::Xy::new((pair[0].x + pair[1].x) / 2.0, (pair[0].y + pair[1].y) / 2.0);
            for drawn in [pair[0], middle] {
                let point = sheet.invert(drawn).unwrap();
                let off = off_circle(point, a, b) * sheet.scale_at(point);
                prop_assert!(off < widest, "{off}° off at {:?}", point);
            }
        }
        prop_assert!(line.len() < 600, "{} points", line.len());
    }

    /// What is cut lies in the box, and what lay in the box is still there.
    #[test]
    fn lines_are_cut_to_the_box(line in prop::collection::vec(points(-80.0..89.0), 2..12)) {
        let pieces = clip::line(&line, BOX);
        for point in pieces.iter().flatten() {
            prop_assert!(clip::contains(BOX, clip::bounds(&[*point])), "{:?}", point);
        }
        for point in line.iter().filter(|point| clip::contains(BOX, clip::bounds(&[**point]))) {
            prop_assert!(pieces.iter().flatten().any(|kept| kept == point), "{:?} is gone", point);
        }
    }

    /// A cut ring has the area of the ring inside the box: that of a rectangle is known.
    #[test]
    fn rings_are_cut_to_the_box(west in -170.0..170.0_f64, south in -89.0..80.0_f64, wide in 1.0..60.0_f64, high in 1.0..40.0_f64) {
        let (east, north) = (west + wide, south + high);
        let ring = [at(west, south), at(east, south), at(east, north), at(west, north)];
        let cut = clip::ring(&ring, BOX);
        let side = |from: f64, to: f64, low: f64, high: f64| (to.min(high) - from.max(low)).max(0.0);
        let expected = side(west, east, BOX[0], BOX[2]) * side(south, north, BOX[1], BOX[3]);
        prop_assert!((area(&cut) - expected).abs() < 1e-6, "{} for {expected}", area(&cut));
    }
}

fn area(ring: &[LonLat]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.lon * b.lat - b.lon * a.lat).sum::<f64>().abs() / 2.0
}

#[test]
fn a_short_straight_step_gets_no_points() {
    let sheet = Projection::new(ProjectionId::Mercator, at(0.0, 0.0));
    let project = |point| sheet.project(point).unwrap();
    let meridian = [at(30.0, 10.0), at(30.0, 20.0)];
    assert_eq!(resample(&meridian, Course::Plane, TOLERANCE, &project).len(), 2);
    assert_eq!(resample(&[], Course::Plane, TOLERANCE, &project).len(), 0);
    // 10° of a great circle near the pole bend by far more than a pixel.
    let bent = [at(30.0, 70.0), at(60.0, 70.0)];
    assert!(resample(&bent, Course::GreatCircle, TOLERANCE, &project).len() > 20);
}
