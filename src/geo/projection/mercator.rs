//! Mercator's projection: north is up everywhere and a straight line is a constant course, at the
//! price of a scale that grows with the latitude.
//!
//! Formulas: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
//! equations 7-1 to 7-4 and 7-7.

use super::{MIDDLE_MERIDIAN, half_angle_tan, wrap_rad};
use crate::geo::{LonLat, Xy};
use std::f64::consts::{FRAC_PI_2, PI};

/// Beyond these parallels the sheet would go on without end; points are drawn on them.
const LIMIT: f64 = 85.0;

/// Mercator's projection around the middle meridian of the atlas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mercator;

impl Mercator {
    /// Where the point lies on the sheet, in radii of the globe, y down.
    pub fn project(&self, point: LonLat) -> Xy {
        let phi = point.lat.clamp(-LIMIT, LIMIT).to_radians();
        let x = wrap_rad((point.lon - MIDDLE_MERIDIAN).to_radians());
        Xy::new(x, -half_angle_tan(phi).ln())
    }

    /// The point of the globe at a place on the sheet, or `None` beyond its edges.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        let lat = (2.0 * (-xy.y).exp().atan() - FRAC_PI_2).to_degrees();
        if xy.x.abs() > PI || lat.abs() > LIMIT + 1e-9 {
            return None;
        }
        LonLat::new(wrap_rad(xy.x + MIDDLE_MERIDIAN.to_radians()).to_degrees(), lat)
    }

    /// Length on the sheet over length on the globe at that parallel; equal in all directions.
    pub fn scale_at(&self, lat: f64) -> f64 {
        1.0 / lat.clamp(-LIMIT, LIMIT).to_radians().cos()
    }
}
