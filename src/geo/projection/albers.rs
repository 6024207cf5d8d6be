//! Albers' equal-area conic with two standard parallels: areas can be compared.
//!
//! Formulas: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
//! equations 14-1 to 14-11.

use super::{MIDDLE_MERIDIAN, wrap_rad};
use crate::geo::{LonLat, Xy};
use std::f64::consts::PI;

/// An Albers equal-area conic projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlbersConic {
    lon0_rad: f64,
    /// Cone constant: how much of a full turn the sheet's fan takes.
    n: f64,
    c: f64,
    rho0: f64,
}

impl AlbersConic {
    /// The projection of the atlas: standard parallels 30° and 58° N, middle meridian 50° E,
    /// origin at 44° N, as for Lambert's conic, so that one can be laid on the other.
    pub fn atlas() -> Self {
        Self::new(30.0, 58.0, LonLat { lon: MIDDLE_MERIDIAN, lat: 44.0 })
    }

    /// The projection with the two standard parallels (degrees north, not opposite) that puts
    /// `origin` at (0, 0).
    pub fn new(parallel_1: f64, parallel_2: f64, origin: LonLat) -> Self {
        let (phi1, phi2) = (parallel_1.to_radians(), parallel_2.to_radians());
        let n = (phi1.sin() + phi2.sin()) / 2.0;
        let c = phi1.cos().powi(2) + 2.0 * n * phi1.sin();
        let mut sheet = Self { lon0_rad: origin.lon.to_radians(), n, c, rho0: 0.0 };
        sheet.rho0 = sheet.rho(origin.lat);
        sheet
    }

    /// Distance of a parallel from the apex of the fan.
    fn rho(&self, lat: f64) -> f64 {
        (self.c - 2.0 * self.n * lat.to_radians().sin()).max(0.0).sqrt() / self.n
    }

    /// Where the point lies on the sheet, in radii of the globe, y down.
    pub fn project(&self, point: LonLat) -> Xy {
        let rho = self.rho(point.lat);
        let theta = self.n * wrap_rad(point.lon.to_radians() - self.lon0_rad);
        Xy::new(rho * theta.sin(), rho * theta.cos() - self.rho0)
    }

    /// The point of the globe at a place on the sheet, or `None` where the fan does not reach.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        let down = self.rho0 + xy.y;
        let rho = xy.x.hypot(down);
        let delta = xy.x.atan2(down) / self.n;
        let sine = (self.c - (rho * self.n).powi(2)) / (2.0 * self.n);
        if delta.abs() > PI || !(-1.0..=1.0 + 1e-12).contains(&sine) {
            return None;
        }
        let lon = wrap_rad(delta + self.lon0_rad).to_degrees();
        LonLat::new(lon, sine.min(1.0).asin().to_degrees())
    }

    /// The angle by which north leans from straight up at that meridian, radians, clockwise.
    pub fn north_rad(&self, lon: f64) -> f64 {
        -self.n * wrap_rad(lon.to_radians() - self.lon0_rad)
    }
}
