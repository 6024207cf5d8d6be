//! Equal Earth: the whole globe with true areas and a calm outline, for what reaches beyond the
//! region.
//!
//! Formulas and coefficients: Šavrič, Patterson and Jenny, The Equal Earth map projection,
//! International Journal of Geographical Information Science 33 (2019), doi:10.1080/13658816.2018.1504949.

use super::{MIDDLE_MERIDIAN, wrap_rad};
use crate::geo::{LonLat, Xy};
use std::f64::consts::PI;

const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;
/// √3 ∕ 2, the sine of the parametric latitude at the pole.
const M: f64 = 0.866_025_403_784_438_6;

/// The Equal Earth projection around the middle meridian of the atlas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EqualEarth;

impl EqualEarth {
    /// Where the point lies on the sheet, in radii of the globe, y down.
    pub fn project(&self, point: LonLat) -> Xy {
        let theta = parametric(point.lat);
        let lambda = wrap_rad((point.lon - MIDDLE_MERIDIAN).to_radians());
        Xy::new(lambda * theta.cos() / (M * slope(theta)), -height(theta))
    }

    /// The point of the globe at a place on the sheet, or `None` beyond its edges.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        let up = -xy.y;
        let mut theta = up / A1;
        // Newton's method; three rounds give 1e-9 rad, the rest is for the poles.
        for _ in 0..12 {
            let step = (height(theta) - up) / slope(theta);
            theta -= step;
            if step.abs() < 1e-13 {
                break;
            }
        }
        let sine = theta.sin() / M;
        let lambda = xy.x * M * slope(theta) / theta.cos();
        if !(sine.abs() <= 1.0 + 1e-12 && lambda.abs() <= PI + 1e-12) {
            return None;
        }
        let lon = wrap_rad(lambda + MIDDLE_MERIDIAN.to_radians()).to_degrees();
        LonLat::new(lon, sine.clamp(-1.0, 1.0).asin().to_degrees())
    }

    /// The angle by which north leans from straight up, radians, clockwise: the direction of the
    /// meridian, by the derivatives of both coordinates.
    pub fn north_rad(&self, point: LonLat) -> f64 {
        let theta = parametric(point.lat);
        let lambda = wrap_rad((point.lon - MIDDLE_MERIDIAN).to_radians());
        let (rise, bend) = (slope(theta), curvature(theta));
        let across = -(theta.sin() * rise + theta.cos() * bend) / (M * rise * rise);
        (lambda * across).atan2(rise)
    }
}

fn parametric(lat: f64) -> f64 {
    (M * lat.to_radians().sin()).asin()
}

/// Distance of a parallel from the equator.
fn height(t: f64) -> f64 {
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// The derivative of [`height`].
fn slope(t: f64) -> f64 {
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

/// The derivative of [`slope`].
fn curvature(t: f64) -> f64 {
    let t2 = t * t;
    let t5 = t2 * t2 * t;
    6.0 * A2 * t + t5 * (42.0 * A3 + 72.0 * A4 * t2)
}
