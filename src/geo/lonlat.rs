//! The two kinds of point, apart on purpose: a swapped pair would draw a port in the sea.

use serde::{Deserialize, Serialize};

/// A point on the globe: degrees, longitude first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Degrees east of Greenwich, −180 to 180.
    pub lon: f64,
    /// Degrees north of the equator, −90 to 90.
    pub lat: f64,
}

impl LonLat {
    /// The point, or `None` unless both numbers are finite and in range.
    pub fn new(lon: f64, lat: f64) -> Option<Self> {
        let fits = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        fits.then_some(Self { lon, lat })
    }
}

/// A point in the plane: on the projected sheet, or in CSS pixels (x to the right, y down).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Xy {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Xy {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to `other`.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}
