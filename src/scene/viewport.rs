//! From the globe to the window: which point lies under which pixel.
//!
//! The sheet is turned so that north is up in the middle of the window once the reader is close
//! ([`UPRIGHT`]); at the overview it keeps the middle meridian of the projection. Turning Lambert's
//! cone about its apex is the same as choosing another middle meridian, so nothing is projected
//! anew while the view moves.

use super::display::Size;
use crate::geo::{LonLat, Xy, projection::LambertConic};
use crate::state::MapView;

/// Zooms between which the sheet turns upright: below, as projected; above, north is up.
const UPRIGHT: (f64, f64) = (4.8, 6.6);

/// One window on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Size of the window, CSS pixels.
    pub size: Size,
    /// What the window shows.
    pub view: MapView,
    projection: LambertConic,
    center: Xy,
    /// CSS pixels per unit of the sheet.
    scale: f64,
    sin: f64,
    cos: f64,
}

impl Viewport {
    /// The window of that size on that view.
    pub fn new(projection: LambertConic, view: MapView, size: Size) -> Self {
        let view = view.clamped();
        let per_radius = 256.0 * view.zoom.exp2() / std::f64::consts::TAU;
        let turn = projection.north_rad(view.center.lon) * ease(UPRIGHT, view.zoom);
        Self {
            size,
            view,
            projection,
            center: projection.project(view.center),
            scale: per_radius / projection.scale_at(view.center.lat),
            sin: (-turn).sin(),
            cos: (-turn).cos(),
        }
    }

    /// CSS pixels per unit of the sheet.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// A point of the sheet, in the window.
    pub fn place(&self, sheet: Xy) -> [f32; 2] {
        let (dx, dy) =
            ((sheet.x - self.center.x) * self.scale, (sheet.y - self.center.y) * self.scale);
        [
            (dx * self.cos - dy * self.sin + f64::from(self.size.width) / 2.0) as f32,
            (dx * self.sin + dy * self.cos + f64::from(self.size.height) / 2.0) as f32,
        ]
    }

    /// The same as an affine map of `[x, y]` in f32, for whole coastlines.
    pub fn affine(&self) -> Affine {
        let (w, h) = (f64::from(self.size.width) / 2.0, f64::from(self.size.height) / 2.0);
        let (a, b) = (self.scale * self.cos, self.scale * self.sin);
        Affine {
            a: a as f32,
            b: b as f32,
            e: (w - self.center.x * a + self.center.y * b) as f32,
            f: (h - self.center.x * b - self.center.y * a) as f32,
        }
    }

    /// A point of the globe, in the window.
    pub fn project(&self, point: LonLat) -> [f32; 2] {
        self.place(self.projection.project(point))
    }

    /// The point of the globe under a pixel, if there is one.
    pub fn invert(&self, pixel: [f32; 2]) -> Option<LonLat> {
        let x = f64::from(pixel[0] - self.size.width / 2.0) / self.scale;
        let y = f64::from(pixel[1] - self.size.height / 2.0) / self.scale;
        self.projection.invert(Xy::new(
            x * self.cos + y * self.sin + self.center.x,
            y * self.cos - x * self.sin + self.center.y,
        ))
    }

    /// The view that draws the sheet at `scale` (CSS pixels per unit) and shows `anchor` at `pixel`:
    /// what a drag, a wheel or a pinch asks for.
    ///
    /// The scale of the sheet is kept and not the zoom, which is true in the middle only: so the
    /// ground does not swell under a hand that drags it north. The turn of the sheet depends on the
    /// middle, so the middle is found by a few steps; where a limit holds the zoom, the scale gives way.
    pub fn anchored(&self, anchor: LonLat, pixel: [f32; 2], scale: f64) -> MapView {
        let held = self.projection.project(anchor);
        let dx = f64::from(self.size.width / 2.0 - pixel[0]);
        let dy = f64::from(self.size.height / 2.0 - pixel[1]);
        let (mut window, mut scale) = (*self, scale);
        for _ in 0..6 {
            let Self { sin, cos, .. } = window;
            let middle = Xy::new(
                held.x + (dx * cos + dy * sin) / scale,
                held.y + (dy * cos - dx * sin) / scale,
            );
            let Some(center) = self.projection.invert(middle) else { break };
            let per_radius = scale * self.projection.scale_at(center.lat);
            let wanted = (per_radius * std::f64::consts::TAU / 256.0).log2();
            let view = MapView { zoom: wanted, center }.clamped();
            window = Self::new(self.projection, view, self.size);
            if view.zoom != wanted {
                scale = window.scale;
            }
        }
        window.view
    }

    /// The view after the ground moved by that many pixels.
    pub fn panned(&self, dx: f32, dy: f32) -> MapView {
        let middle = [self.size.width / 2.0 - dx, self.size.height / 2.0 - dy];
        let center = self.invert(middle).unwrap_or(self.view.center);
        MapView { zoom: self.view.zoom, center }.clamped()
    }

    /// Kilometres on the ground per CSS pixel, in the middle of the window.
    pub fn km_per_px(&self) -> f64 {
        std::f64::consts::TAU * crate::geo::great_circle::EARTH_RADIUS_KM
            / (256.0 * self.view.zoom.exp2())
    }
}

/// x′ = a·x − b·y + e, y′ = b·x + a·y + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Affine {
    a: f32,
    b: f32,
    e: f32,
    f: f32,
}

impl Affine {
    /// The image of a point.
    #[inline]
    pub fn apply(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.a * x - self.b * y + self.e, self.b * x + self.a * y + self.f]
    }
}

/// 0 below the range, 1 above, smooth between.
fn ease((low, high): (f64, f64), at: f64) -> f64 {
    let t = ((at - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
