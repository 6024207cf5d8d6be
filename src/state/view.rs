//! Which part of the sheet the reader looks at.

use crate::geo::LonLat;

/// Centre and scale of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapView {
    /// At the centre of the map, 256 · 2^zoom CSS pixels span the equator's length.
    pub zoom: f64,
    /// The point in the middle of the map.
    pub center: LonLat,
}

/// Between Karachi and Moscow; used where a centre is no number.
const MIDDLE: LonLat = LonLat { lon: 56.0, lat: 40.0 };

impl MapView {
    /// The whole sea window on a small screen.
    pub const MIN_ZOOM: f64 = 1.0;
    /// Beyond it the lines of the data are coarser than the screen.
    pub const MAX_ZOOM: f64 = 9.0;
    /// Westernmost centre, degrees.
    pub const WEST: f64 = -35.0;
    /// Easternmost centre, degrees.
    pub const EAST: f64 = 160.0;
    /// Southernmost centre, degrees.
    pub const SOUTH: f64 = -45.0;
    /// Northernmost centre, degrees.
    pub const NORTH: f64 = 84.0;

    /// The nearest view that the map can show: finite, within its zooms and its window.
    #[must_use]
    pub fn clamped(self) -> Self {
        Self {
            zoom: clamp(self.zoom, Self::MIN_ZOOM, Self::MAX_ZOOM, Self::MIN_ZOOM),
            center: LonLat {
                lon: clamp(self.center.lon, Self::WEST, Self::EAST, MIDDLE.lon),
                lat: clamp(self.center.lat, Self::SOUTH, Self::NORTH, MIDDLE.lat),
            },
        }
    }

    /// The view with the decimals that a fragment keeps: two of the zoom, three of the centre
    /// (some 100 m, less than a pixel at the largest zoom).
    #[must_use]
    pub fn rounded(self) -> Self {
        let view = self.clamped();
        Self {
            zoom: round(view.zoom, 100.0),
            center: LonLat {
                lon: round(view.center.lon, 1000.0),
                lat: round(view.center.lat, 1000.0),
            },
        }
    }
}

fn clamp(n: f64, low: f64, high: f64, otherwise: f64) -> f64 {
    if n.is_nan() { otherwise } else { n.clamp(low, high) }
}

/// Rounds to a part of one; adding zero turns −0 into 0, which would be written with its sign.
fn round(n: f64, parts: f64) -> f64 {
    (n * parts).round() / parts + 0.0
}
