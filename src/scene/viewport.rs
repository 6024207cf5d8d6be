//! A window on the globe: which point lies under which pixel, in any projection.

use super::display::Size;
use crate::geo::{
    LonLat, Xy,
    great_circle::distance_km,
    projection::{Projection, ProjectionId, orthographic::Orthographic},
};
use crate::state::MapView;

/// Zooms between which the sheet turns upright: below, as projected; above, north is up.
const UPRIGHT: (f64, f64) = (4.8, 6.6);

/// One window on the globe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Size of the window, CSS pixels.
    pub size: Size,
    /// What the window shows.
    pub view: MapView,
    /// How the globe is laid flat.
    pub id: ProjectionId,
    projection: Projection,
    center: Xy,
    /// CSS pixels per unit of the sheet.
    scale: f64,
    sin: f64,
    cos: f64,
}

impl Viewport {
    /// The window of that size on that view.
    pub fn new(id: ProjectionId, view: MapView, size: Size) -> Self {
        let view = view.clamped();
        let per_radius = 256.0 * view.zoom.exp2() / std::f64::consts::TAU;
        let projection = Projection::new(id, view.center);
        let turn = projection.north_rad(view.center) * ease(UPRIGHT, view.zoom);
        Self {
            size,
            view,
            id,
            projection,
            center: projection.project(view.center).unwrap_or_default(),
            scale: per_radius / projection.scale_at(view.center),
            sin: (-turn).sin(),
            cos: (-turn).cos(),
        }
    }

    /// CSS pixels per radius of the globe at a point of it: what a hand that holds the point keeps.
    pub fn scale_at(&self, point: LonLat) -> f64 {
        self.scale * self.projection.scale_at(point)
    }

    /// A point of the sheet, in the window.
    fn place(&self, sheet: Xy) -> [f32; 2] {
        let (dx, dy) =
            ((sheet.x - self.center.x) * self.scale, (sheet.y - self.center.y) * self.scale);
        [
            (dx * self.cos - dy * self.sin + f64::from(self.size.width) / 2.0) as f32,
            (dx * self.sin + dy * self.cos + f64::from(self.size.height) / 2.0) as f32,
        ]
    }

    /// A place in the window, on the sheet.
    fn on_sheet(&self, [x, y]: [f32; 2]) -> Xy {
        let x = f64::from(x - self.size.width / 2.0) / self.scale;
        let y = f64::from(y - self.size.height / 2.0) / self.scale;
        Xy::new(
            x * self.cos + y * self.sin + self.center.x,
            y * self.cos - x * self.sin + self.center.y,
        )
    }

    /// How lines made ready are brought into the window, for whole coastlines at once.
    pub fn sight(&self) -> Sight {
        let (w, h) = (f64::from(self.size.width) / 2.0, f64::from(self.size.height) / 2.0);
        if let Projection::Orthographic(globe) = &self.projection {
            let rows = globe.axes().map(|axis| axis.map(|part| part as f32));
            let middle = [w as f32, h as f32];
            return Sight::Globe(Turn { rows, radius: self.scale as f32, middle });
        }
        let (a, b) = (self.scale * self.cos, self.scale * self.sin);
        Sight::Sheet(Affine {
            a: a as f32,
            b: b as f32,
            e: (w - self.center.x * a + self.center.y * b) as f32,
            f: (h - self.center.x * b - self.center.y * a) as f32,
        })
    }

    /// A point of the globe, in the window; `None` behind the globe.
    pub fn project(&self, point: LonLat) -> Option<[f32; 2]> {
        self.projection.project(point).map(|at| self.place(at))
    }

    /// The same, on the horizon where the point lies behind the globe.
    pub fn project_or_rim(&self, point: LonLat) -> [f32; 2] {
        self.project(point).unwrap_or_else(|| match self.sight() {
            Sight::Globe(turn) => {
                let vector = crate::geo::great_circle::unit(point).map(|part| part as f32);
                turn.to_rim(turn.apply(vector).0)
            }
            Sight::Sheet(_) => [self.size.width / 2.0, self.size.height / 2.0],
        })
    }

    /// The point of the globe under a pixel, if there is one.
    pub fn invert(&self, pixel: [f32; 2]) -> Option<LonLat> {
        self.projection.invert(self.on_sheet(pixel))
    }

    /// The view that draws the ground around `anchor` at `scale` (CSS pixels per radius of the
    /// globe, see [`Self::scale_at`]) and shows it at `pixel`: what a drag, a wheel or a pinch asks
    /// for.
    ///
    /// The scale under the hand is kept and not the zoom, which is true in the middle only: so the
    /// ground does not swell under a hand that drags it north. The turn of the sheet depends on the
    /// middle, so the middle is found by a few steps; where a limit holds the zoom, the scale gives way.
    pub fn anchored(&self, anchor: LonLat, pixel: [f32; 2], scale: f64) -> MapView {
        let mut scale = scale / self.projection.scale_at(anchor);
        let dx = f64::from(self.size.width / 2.0 - pixel[0]);
        let dy = f64::from(self.size.height / 2.0 - pixel[1]);
        if self.id == ProjectionId::Orthographic {
            let view = MapView { zoom: zoom_of(scale), center: self.view.center }.clamped();
            let scale = 256.0 * view.zoom.exp2() / std::f64::consts::TAU;
            let center = Orthographic::turned(anchor, Xy::new(-dx / scale, -dy / scale));
            return MapView { center, ..view }.clamped();
        }
        let Some(held) = self.projection.project(anchor) else { return self.view };
        let mut window = *self;
        for _ in 0..6 {
            let Self { sin, cos, .. } = window;
            let middle = Xy::new(
                held.x + (dx * cos + dy * sin) / scale,
                held.y + (dy * cos - dx * sin) / scale,
            );
            let Some(center) = self.projection.invert(middle) else { break };
            let wanted = zoom_of(scale * self.projection.scale_at(center));
            let view = MapView { zoom: wanted, center }.clamped();
            window = Self::new(self.id, view, self.size);
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

    /// Kilometres on the ground per CSS pixel, in the middle of the window: the mean of all
    /// directions.
    pub fn km_per_px(&self) -> f64 {
        std::f64::consts::TAU * crate::geo::great_circle::EARTH_RADIUS_KM
            / (256.0 * self.view.zoom.exp2())
    }

    /// Kilometres on the ground per CSS pixel across the middle of the window, from left to right:
    /// what a scale bar shows. Where areas are true, lengths differ from one direction to the other.
    pub fn km_per_px_across(&self) -> f64 {
        let middle = self.size.height / 2.0;
        let at = |x: f32| self.invert([self.size.width / 2.0 + x, middle]);
        match (at(-0.5), at(0.5)) {
            (Some(left), Some(right)) => distance_km(left, right),
            _ => self.km_per_px(),
        }
    }
}

/// The zoom at which a radius of the globe has that many CSS pixels.
fn zoom_of(per_radius: f64) -> f64 {
    (per_radius * std::f64::consts::TAU / 256.0).log2()
}

/// How what was made ready comes into the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sight {
    /// Of a sheet: moved, turned and scaled.
    Sheet(Affine),
    /// Of the sphere: turned, and seen from afar.
    Globe(Turn),
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
    /// What is in the window already stays where it is.
    pub const NONE: Self = Self { a: 1.0, b: 0.0, e: 0.0, f: 0.0 };

    /// The image of a point.
    #[inline]
    pub fn apply(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.a * x - self.b * y + self.e, self.b * x + self.a * y + self.f]
    }
}

impl Affine {
    /// What brings a place in the window of `before` to where the same ground lies in this one: a, b,
    /// e, f as above.
    pub fn after(&self, before: &Self) -> [f64; 4] {
        let [a0, b0, e0, f0] = [before.a, before.b, before.e, before.f].map(f64::from);
        let [a1, b1, e1, f1] = [self.a, self.b, self.e, self.f].map(f64::from);
        let square = a0 * a0 + b0 * b0;
        // As complex numbers: (a1 + b1·i) ∕ (a0 + b0·i).
        let (a, b) = ((a1 * a0 + b1 * b0) / square, (b1 * a0 - a1 * b0) / square);
        [a, b, e1 - (a * e0 - b * f0), f1 - (b * e0 + a * f0)]
    }
}

/// A globe turned towards the eye.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    rows: [[f32; 3]; 3],
    radius: f32,
    middle: [f32; 2],
}

impl Turn {
    /// The globe with `center` in its middle, north up, drawn around `middle`.
    pub fn new(center: LonLat, radius: f32, middle: [f32; 2]) -> Self {
        let rows = Orthographic::new(center).axes().map(|axis| axis.map(|part| part as f32));
        Self { rows, radius, middle }
    }

    /// Where a unit vector lies in the window, and how far it is on this side of the horizon, in
    /// radii of the globe; below zero it is hidden.
    #[inline]
    pub fn apply(&self, [x, y, z]: [f32; 3]) -> ([f32; 2], f32) {
        let [right, up, eye] = self.rows.map(|[a, b, c]| a * x + b * y + c * z);
        ([self.middle[0] + right * self.radius, self.middle[1] - up * self.radius], eye)
    }

    /// Radius of the globe, CSS pixels.
    pub fn radius(&self) -> f32 {
        self.radius
    }

    /// The nearest point of the horizon.
    pub fn to_rim(&self, at: [f32; 2]) -> [f32; 2] {
        let (dx, dy) = (at[0] - self.middle[0], at[1] - self.middle[1]);
        let stretch = self.radius / dx.hypot(dy).max(1e-6);
        [self.middle[0] + dx * stretch, self.middle[1] + dy * stretch]
    }

    /// Adds points of the horizon between two of them, so that it stays round.
    pub fn along_rim(&self, from: [f32; 2], to: [f32; 2], out: &mut Vec<[f32; 2]>) {
        let angle = |[x, y]: [f32; 2]| (y - self.middle[1]).atan2(x - self.middle[0]);
        let turn = std::f32::consts::TAU;
        let begin = angle(from);
        let mut sweep = (angle(to) - begin).rem_euclid(turn);
        if sweep > turn / 2.0 {
            sweep -= turn;
        }
        let pieces = (sweep.abs() / 0.05).ceil() as usize;
        out.extend((1..pieces).map(|i| {
            let (sin, cos) = (begin + sweep * i as f32 / pieces as f32).sin_cos();
            [self.middle[0] + self.radius * cos, self.middle[1] + self.radius * sin]
        }));
    }

    /// The point opposite the middle, as a unit vector: behind everything.
    pub fn back(&self) -> [f32; 3] {
        self.rows[2].map(|part| -part)
    }

    /// The horizon as a closed ring.
    pub fn rim(&self) -> Vec<[f32; 2]> {
        (0..180)
            .map(|i| {
                let (sin, cos) = (i as f32 / 180.0 * std::f32::consts::TAU).sin_cos();
                [self.middle[0] + self.radius * cos, self.middle[1] + self.radius * sin]
            })
            .collect()
    }
}

/// 0 below the range, 1 above, smooth between.
fn ease((low, high): (f64, f64), at: f64) -> f64 {
    let t = ((at - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
