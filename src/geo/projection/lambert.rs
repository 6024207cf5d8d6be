//! Lambert's conformal conic with two standard parallels: the map that readers see first.
//!
//! Conformal, so shapes and angles of coasts, straits and border crossings hold locally; with
//! parallels 30° and 58° N and the middle meridian 50° E the scale is off by under 4 % between
//! 24° and 62° N, where all corridors lie. Formulas: Snyder, Map Projections: A Working Manual
//! (USGS Professional Paper 1395, 1987), equations 15-1 to 15-5 and 14-9 to 14-11.

use super::{MIDDLE_MERIDIAN, half_angle_tan, wrap_rad};
use crate::geo::{LonLat, Xy};

/// South of here the cone opens without limit; points are drawn at this parallel.
const SOUTH_LIMIT: f64 = -75.0;

/// A Lambert conformal conic projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LambertConic {
    lon0_rad: f64,
    /// Cone constant: how much of a full turn the sheet's fan takes.
    n: f64,
    f: f64,
    rho0: f64,
}

impl LambertConic {
    /// The projection of the atlas: standard parallels 30° and 58° N, middle meridian 50° E,
    /// origin at 44° N.
    pub fn atlas() -> Self {
        Self::new(30.0, 58.0, LonLat { lon: MIDDLE_MERIDIAN, lat: 44.0 })
    }

    /// The projection with the two standard parallels (degrees north, different, both of one
    /// hemisphere) that puts `origin` at (0, 0).
    pub fn new(parallel_1: f64, parallel_2: f64, origin: LonLat) -> Self {
        let (phi1, phi2) = (parallel_1.to_radians(), parallel_2.to_radians());
        let n = (phi1.cos() / phi2.cos()).ln() / (half_angle_tan(phi2) / half_angle_tan(phi1)).ln();
        let f = phi1.cos() * half_angle_tan(phi1).powf(n) / n;
        let rho0 = f / half_angle_tan(origin.lat.to_radians()).powf(n);
        Self { lon0_rad: origin.lon.to_radians(), n, f, rho0 }
    }

    /// Where the point lies on the sheet, in radii of the globe, y down.
    pub fn project(&self, point: LonLat) -> Xy {
        let phi = point.lat.clamp(SOUTH_LIMIT, 90.0).to_radians();
        let rho = if point.lat >= 90.0 { 0.0 } else { self.f / half_angle_tan(phi).powf(self.n) };
        let theta = self.n * wrap_rad(point.lon.to_radians() - self.lon0_rad);
        Xy::new(rho * theta.sin(), rho * theta.cos() - self.rho0)
    }

    /// The point of the globe at a place on the sheet, or `None` where the fan does not reach.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        let down = self.rho0 + xy.y;
        let rho = xy.x.hypot(down);
        if rho == 0.0 {
            return Some(LonLat { lon: self.lon0_rad.to_degrees(), lat: 90.0 });
        }
        let theta = xy.x.atan2(down);
        let delta = theta / self.n;
        if delta.abs() > std::f64::consts::PI {
            return None;
        }
        let lat = 2.0 * (self.f / rho).powf(1.0 / self.n).atan() - std::f64::consts::FRAC_PI_2;
        let lon = wrap_rad(delta + self.lon0_rad).to_degrees();
        LonLat::new(lon, lat.to_degrees())
    }

    /// Length on the sheet over length on the globe at that parallel; equal in all directions.
    pub fn scale_at(&self, lat: f64) -> f64 {
        let phi = lat.clamp(SOUTH_LIMIT, 89.9).to_radians();
        self.n * self.f / (half_angle_tan(phi).powf(self.n) * phi.cos())
    }

    /// The angle by which north leans from straight up at that meridian, radians, clockwise.
    pub fn north_rad(&self, lon: f64) -> f64 {
        -self.n * wrap_rad(lon.to_radians() - self.lon0_rad)
    }
}
