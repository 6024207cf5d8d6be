//! The locator: a small globe in a corner that shows where a close view lies.

use super::{
    arc::{Arc, Maker},
    display::{Box2, Path, Shape, Stroke},
    palette::Ink,
    viewport::{Sight, Turn, Viewport},
};
use crate::geo::{
    LonLat,
    great_circle::{EARTH_RADIUS_KM, angle_rad, unit},
    projection::ProjectionId,
};
use crate::model::basemap::Basemap;

/// It shows where the longer side of the window spans less than this arc, degrees.
const SPAN: f64 = 15.0;
/// Windows with a side shorter than this have no room for it, CSS pixels.
const LEAST_WINDOW: [f32; 2] = [480.0, 360.0];
/// Radius of the globe, CSS pixels.
const RADIUS: f32 = 38.0;
/// Room around the globe, CSS pixels.
const ROOM: f32 = 5.0;
/// Distance from the side of the window and, where the scale bar stands, from its lower edge.
const ASIDE: [f32; 2] = [16.0, 60.0];
/// Smallest side of the mark of the window, CSS pixels.
const LEAST_MARK: f32 = 7.0;
/// The globe shows this point in its middle, so that it need not turn while the reader is in the
/// region; farther away than that many degrees it shows the middle of the window.
const MIDDLE: (LonLat, f64) = (LonLat { lon: 55.0, lat: 38.0 }, 60.0);
/// Points of a coast nearer than this to the last one are left out, degrees: two pixels.
const STEP: f64 = 2.8;
/// Smaller land is left out, degrees.
const LEAST_LAND: f64 = 5.0;

/// The land of the small globe.
#[derive(Debug)]
pub struct SmallGlobe(Vec<Arc>);

impl SmallGlobe {
    /// The coarsest land, thinned to what so small a globe can show.
    pub fn new(basemap: &Basemap) -> Self {
        let maker = Maker::new(ProjectionId::Orthographic);
        let Some(level) = basemap.levels.first() else { return Self(Vec::new()) };
        let rings = level.land.iter().map(|ring| thinned(&level.ring(ring)));
        Self(rings.filter(|ring| ring.len() > 3).map(|ring| maker.plain(&ring)).collect())
    }

    /// How many points are drawn.
    pub fn points(&self) -> usize {
        let count = |arc: &Arc| match arc {
            Arc::Sheet { points, .. } => points.len(),
            Arc::Sphere { points, .. } => points.len(),
        };
        self.0.iter().map(count).sum()
    }
}

/// The ring without points that lie too close, or nothing where all of it is small.
fn thinned(ring: &[LonLat]) -> Vec<LonLat> {
    let apart = |a: LonLat, b: LonLat| angle_rad(a, b).to_degrees();
    let Some(&first) = ring.first() else { return Vec::new() };
    if ring.iter().all(|&at| apart(first, at) < LEAST_LAND) {
        return Vec::new();
    }
    let mut kept = vec![first];
    for &at in ring {
        if kept.last().is_some_and(|&last| apart(last, at) >= STEP) {
            kept.push(at);
        }
    }
    kept
}

/// The globe of one picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Locator {
    turn: Turn,
    middle: [f32; 2],
}

impl Locator {
    /// The globe for a window, in the lower left corner above the scale bar; where furniture stands
    /// there, in the upper left one. `None` where the view is wide or there is no room. Like the land
    /// it does not mirror.
    pub fn of(window: &Viewport, furniture: &[Box2]) -> Option<Self> {
        let size = window.size;
        let span_km = f64::from(size.width.max(size.height)) * window.km_per_px();
        let wide = span_km > SPAN.to_radians() * EARTH_RADIUS_KM;
        if wide || size.width < LEAST_WINDOW[0] || size.height < LEAST_WINDOW[1] {
            return None;
        }
        let (center, reach) = MIDDLE;
        let near = angle_rad(center, window.view.center).to_degrees() <= reach;
        let center = if near { center } else { window.view.center };
        let x = ASIDE[0] + RADIUS;
        let corners = [[x, size.height - ASIDE[1] - RADIUS], [x, ASIDE[0] + RADIUS]];
        corners
            .into_iter()
            .map(|middle| Self { turn: Turn::new(center, RADIUS, middle), middle })
            .find(|own| !furniture.iter().any(|item| item.overlaps(&own.area())))
    }

    /// What it covers.
    pub fn area(&self) -> Box2 {
        Box2::around(self.middle, 2.0 * (RADIUS + ROOM), 2.0 * (RADIUS + ROOM))
    }

    /// What to draw.
    pub fn shapes(&self, window: &Viewport, land: &SmallGlobe) -> Vec<Shape> {
        let sight = Sight::Globe(self.turn);
        let disc = |radius: f32| Path::line(ring(self.middle, radius), true);
        let mut coast = Path::new(true);
        for arc in land.0.iter().filter(|arc| arc.bounds(&sight).is_some()) {
            coast.start();
            coast.points.extend(arc.ring(&sight).in_window(&sight));
            coast.keep_if_at_least(3);
        }
        vec![
            Shape::Fill(disc(RADIUS + 2.0), Ink::Land.into()),
            Shape::Fill(disc(RADIUS), Ink::Sea.into()),
            Shape::Fill(coast, Ink::Border.into()),
            Shape::Stroke(disc(RADIUS), Stroke::solid(Ink::Coast, 1.0)),
            Shape::Stroke(self.mark(window), Stroke::solid(Ink::Land, 3.6)),
            Shape::Stroke(self.mark(window), Stroke::solid(Ink::Ink, 1.6)),
        ]
    }

    /// The frame of the window on the globe; a small square where that would be too small to see.
    fn mark(&self, window: &Viewport) -> Path {
        let size = window.size;
        let edge = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]];
        let mut points = Vec::new();
        for side in edge.windows(2) {
            for i in 0..4 {
                let share = i as f32 / 4.0;
                let along = |axis: usize| side[0][axis] + (side[1][axis] - side[0][axis]) * share;
                let at = window.invert([along(0) * size.width, along(1) * size.height]);
                points.extend(at.map(|at| self.place(at)));
            }
        }
        let spread = |axis: usize| {
            let values = || points.iter().map(|at: &[f32; 2]| at[axis]);
            values().fold(f32::NEG_INFINITY, f32::max) - values().fold(f32::INFINITY, f32::min)
        };
        if spread(0) >= LEAST_MARK || spread(1) >= LEAST_MARK {
            return Path::line(points, true);
        }
        let [x, y] = self.place(window.view.center);
        let half = LEAST_MARK / 2.0;
        let corners = [
            [x - half, y - half],
            [x + half, y - half],
            [x + half, y + half],
            [x - half, y + half],
        ];
        Path::line(corners.to_vec(), true)
    }

    /// Where a point stands on the globe; on the horizon where it lies behind.
    fn place(&self, at: LonLat) -> [f32; 2] {
        let (at, depth) = self.turn.apply(unit(at).map(|part| part as f32));
        if depth < 0.0 { self.turn.to_rim(at) } else { at }
    }
}

/// A circle of 72 corners: large enough to need more than a symbol's.
fn ring([x, y]: [f32; 2], radius: f32) -> Vec<[f32; 2]> {
    (0..72)
        .map(|i| {
            let (sin, cos) = (i as f32 / 72.0 * std::f32::consts::TAU).sin_cos();
            [x + radius * cos, y + radius * sin]
        })
        .collect()
}
