//! The orthographic globe: the Earth as seen from far away, half of it.
//!
//! Formulas: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987),
//! equations 20-3 to 20-5, as a rotation of unit vectors.

use crate::geo::{LonLat, Xy, great_circle::unit};

/// A globe turned to a point, north up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Orthographic {
    /// Unit vectors of the axes to the right, up and to the eye.
    axes: [[f64; 3]; 3],
}

impl Orthographic {
    /// The globe with that point in the middle.
    pub fn new(center: LonLat) -> Self {
        let (sin_lon, cos_lon) = center.lon.to_radians().sin_cos();
        let (sin_lat, cos_lat) = center.lat.to_radians().sin_cos();
        Self {
            axes: [
                [-sin_lon, cos_lon, 0.0],
                [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
                unit(center),
            ],
        }
    }

    /// The axes to the right, up and to the eye, one after the other: what turns a unit vector of
    /// the globe into one of the picture.
    pub fn axes(&self) -> [[f64; 3]; 3] {
        self.axes
    }

    /// Where the point lies on the sheet, in radii of the globe, y down; `None` behind the horizon.
    pub fn project(&self, point: LonLat) -> Option<Xy> {
        let [x, y, z] = self.axes.map(|axis| dot(axis, unit(point)));
        (z >= 0.0).then(|| Xy::new(x, -y))
    }

    /// The point of the globe at a place on the sheet, or `None` beside the globe.
    pub fn invert(&self, xy: Xy) -> Option<LonLat> {
        let square = xy.x * xy.x + xy.y * xy.y;
        if square > 1.0 {
            return None;
        }
        let (right, up, eye) = (xy.x, -xy.y, (1.0 - square).sqrt());
        let [a, b, c] = self.axes;
        let [x, y, z]: [f64; 3] = std::array::from_fn(|i| right * a[i] + up * b[i] + eye * c[i]);
        LonLat::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
    }

    /// The middle of the globe, north up, that shows `point` at a place on the sheet; the nearest
    /// one where none does.
    pub fn turned(point: LonLat, at: Xy) -> LonLat {
        let size = at.x.hypot(at.y).max(1.0);
        let (right, up) = (at.x / size, -at.y / size);
        let eye = (1.0 - right * right - up * up).max(0.0).sqrt();
        let (sin_lat, cos_lat) = point.lat.to_radians().sin_cos();
        let delta = (right / cos_lat.max(1e-9)).clamp(-1.0, 1.0).asin();
        let lat = sin_lat.atan2(cos_lat * delta.cos()) - up.atan2(eye);
        let lon = (point.lon - delta.to_degrees() + 540.0).rem_euclid(360.0) - 180.0;
        LonLat { lon, lat: lat.to_degrees().clamp(-90.0, 90.0) }
    }
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}
