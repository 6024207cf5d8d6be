//! A line made ready for one projection, once: on its sheet, or on the sphere, which turns with
//! every view.

use super::viewport::{Sight, Turn};
use crate::geo::{
    LonLat, Xy, clip,
    great_circle::{densify, unit},
    projection::{Projection, ProjectionId},
    resample::{Course, TOLERANCE, resample},
};
use std::borrow::Cow;

/// Between two points on the sphere there are at most that many degrees, so that straight lines
/// between drawn points stay within a quarter of a pixel of the course.
const SPHERE_STEP: f64 = 0.5;

/// The step to which courses are filled before they are cut, kilometres.
const CUT_STEP_KM: f64 = 50.0;

/// A box in the window: left, top, right, bottom, CSS pixels.
pub type PixelBox = [f32; 4];

/// A line or ring made ready.
#[derive(Debug, Clone)]
pub enum Arc {
    /// On a sheet that does not change.
    Sheet {
        /// Points, radii of the globe, y down.
        points: Vec<[f32; 2]>,
        /// Smallest box around them.
        bounds: [f32; 4],
    },
    /// On the unit sphere.
    Sphere {
        /// Unit vectors.
        points: Vec<[f32; 3]>,
        /// Middle of a ball that holds all of them.
        middle: [f32; 3],
        /// Radius of that ball.
        reach: f32,
    },
}

/// Makes lines ready for one projection.
#[derive(Debug, Clone, Copy)]
pub struct Maker {
    /// The part of the globe that the sheet shows.
    pub domain: clip::Degrees,
    /// `None` for the globe.
    sheet: Option<Projection>,
}

impl Maker {
    /// For that projection.
    pub fn new(id: ProjectionId) -> Self {
        let sheet = (id != ProjectionId::Orthographic)
            .then(|| Projection::new(id, LonLat { lon: 0.0, lat: 0.0 }));
        Self { domain: id.domain(), sheet }
    }

    /// Points that lie in the domain and whose longitudes do not jump; on the sheet the line is
    /// nowhere farther than `tolerance` (radii of the globe) from the course between them.
    pub fn arc(&self, points: &[LonLat], course: Course, tolerance: f64) -> Arc {
        match &self.sheet {
            Some(sheet) => {
                let project = |at: LonLat| sheet.project(at).unwrap_or(Xy::new(0.0, 0.0));
                let on_sheet = resample(points, course, tolerance, &project);
                Arc::sheet(on_sheet.into_iter().map(|at| [at.x as f32, at.y as f32]).collect())
            }
            None => Arc::sphere(filled(points, course)),
        }
    }

    /// Points a degree apart or less, taken as they are.
    pub fn plain(&self, points: &[LonLat]) -> Arc {
        match &self.sheet {
            Some(sheet) => {
                let at = |&point| sheet.project(point).map(|at| [at.x as f32, at.y as f32]);
                Arc::sheet(points.iter().filter_map(at).collect())
            }
            None => {
                Arc::sphere(points.iter().map(|&at| unit(at).map(|part| part as f32)).collect())
            }
        }
    }

    /// A course along great circles, cut where the sheet is: none, one or more arcs.
    pub fn course(&self, points: &[LonLat]) -> Vec<Arc> {
        if self.sheet.is_none() {
            return vec![self.arc(points, Course::GreatCircle, TOLERANCE)];
        }
        let mut arcs = Vec::new();
        let even = unwrapped(points);
        for shifted in self.copies(&even) {
            if clip::contains(self.domain, clip::bounds(&shifted)) {
                arcs.push(self.arc(&shifted, Course::GreatCircle, TOLERANCE));
            } else {
                let filled = unwrapped(&densify(&shifted, CUT_STEP_KM));
                let pieces = clip::line(&filled, self.domain);
                arcs.extend(pieces.iter().map(|piece| self.arc(piece, Course::Plane, TOLERANCE)));
            }
        }
        arcs
    }

    /// The points on each turn of the globe on which they meet the domain.
    pub fn copies(&self, points: &[LonLat]) -> Vec<Vec<LonLat>> {
        let around = clip::bounds(points);
        [0.0, 360.0, -360.0]
            .into_iter()
            .filter(|turn| {
                clip::meets(
                    [
                        around[0] + turn - 1e-9,
                        around[1] - 1e-9,
                        around[2] + turn + 1e-9,
                        around[3] + 1e-9,
                    ],
                    self.domain,
                )
            })
            .map(|turn| points.iter().map(|at| LonLat { lon: at.lon + turn, ..*at }).collect())
            .collect()
    }

    /// Whether the globe turns with the view and nothing is cut beforehand.
    pub fn is_globe(&self) -> bool {
        self.sheet.is_none()
    }
}

/// The line with longitudes that go on past 180° where it crosses that meridian.
pub fn unwrapped(points: &[LonLat]) -> Vec<LonLat> {
    let mut out: Vec<LonLat> = Vec::with_capacity(points.len());
    for &at in points {
        let near = out.last().map_or(at.lon, |last| last.lon);
        out.push(LonLat { lon: at.lon + ((near - at.lon) / 360.0).round() * 360.0, ..at });
    }
    out
}

/// Points on the sphere, long steps filled.
fn filled(points: &[LonLat], course: Course) -> Vec<[f32; 3]> {
    let vector = |at: LonLat| unit(at).map(|part| part as f32);
    let mut out: Vec<[f32; 3]> = Vec::with_capacity(points.len());
    fn fill(a: LonLat, b: LonLat, course: Course, depth: u8, out: &mut Vec<LonLat>) {
        let span = (b.lat - a.lat).abs().max((b.lon - a.lon).abs() * a.lat.to_radians().cos());
        if depth > 0 && span > SPHERE_STEP {
            let middle = course.middle(a, b);
            fill(a, middle, course, depth - 1, out);
            out.push(middle);
            fill(middle, b, course, depth - 1, out);
        }
    }
    let mut between = Vec::new();
    for (index, &at) in points.iter().enumerate() {
        if let Some(&before) = index.checked_sub(1).and_then(|last| points.get(last)) {
            between.clear();
            fill(before, at, course, 10, &mut between);
            out.extend(between.iter().map(|&at| vector(at)));
        }
        out.push(vector(at));
    }
    out
}

impl Arc {
    fn sheet(points: Vec<[f32; 2]>) -> Self {
        let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        for &[x, y] in &points {
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
        Self::Sheet { points, bounds }
    }

    fn sphere(points: Vec<[f32; 3]>) -> Self {
        let count = points.len().max(1) as f32;
        let sum =
            points.iter().fold([0.0; 3], |sum, point| std::array::from_fn(|i| sum[i] + point[i]));
        let middle: [f32; 3] = sum.map(|part: f32| part / count);
        let reach = points.iter().map(|point| apart(*point, middle)).fold(0.0, f32::max);
        Self::Sphere { points, middle, reach }
    }

    /// A box of the window that holds all of it that shows, or nothing where all is behind the
    /// globe.
    pub fn bounds(&self, sight: &Sight) -> Option<PixelBox> {
        match (self, sight) {
            (Self::Sheet { bounds: [x0, y0, x1, y1], .. }, Sight::Sheet(affine)) => {
                let corners =
                    [[*x0, *y0], [*x1, *y0], [*x1, *y1], [*x0, *y1]].map(|at| affine.apply(at));
                let none = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
                Some(corners.iter().fold(none, |b, [x, y]| {
                    [b[0].min(*x), b[1].min(*y), b[2].max(*x), b[3].max(*y)]
                }))
            }
            (Self::Sphere { middle, reach, .. }, Sight::Globe(turn)) => {
                let ([x, y], depth) = turn.apply(*middle);
                let r = reach * turn.radius();
                (depth + reach >= 0.0).then_some([x - r, y - r, x + r, y + r])
            }
            _ => None,
        }
    }

    /// Its points in the window, those behind the globe on the horizon: so a ring keeps its area.
    pub fn ring<'a>(&'a self, sight: &'a Sight) -> Points<'a> {
        match (self, sight) {
            (Self::Sheet { points, .. }, Sight::Sheet(_)) => Points::Sheet(Cow::Borrowed(points)),
            (Self::Sphere { points, .. }, Sight::Globe(turn)) => {
                let mut out: Vec<[f32; 2]> = Vec::with_capacity(points.len());
                let mut hidden_before = None;
                for &point in points {
                    let (at, depth) = turn.apply(point);
                    let hidden = depth < 0.0;
                    let at = if hidden { turn.to_rim(at) } else { at };
                    if let Some(before) = hidden_before.filter(|_| hidden) {
                        turn.along_rim(before, at, &mut out);
                    }
                    hidden_before = hidden.then_some(at);
                    out.push(at);
                }
                Points::Window(out)
            }
            _ => Points::Window(Vec::new()),
        }
    }

    /// Its parts that face the eye, in the window, in order.
    pub fn pieces<'a>(&'a self, sight: &'a Sight) -> Vec<Points<'a>> {
        match (self, sight) {
            (Self::Sheet { points, .. }, Sight::Sheet(_)) => {
                vec![Points::Sheet(Cow::Borrowed(points))]
            }
            (Self::Sphere { points, .. }, Sight::Globe(turn)) => {
                facing(points, turn).into_iter().map(Points::Window).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Points of the sheet, or already in the window.
pub enum Points<'a> {
    /// Of the sheet, to be moved into the window.
    Sheet(Cow<'a, [[f32; 2]]>),
    /// Of the window.
    Window(Vec<[f32; 2]>),
}

impl Points<'_> {
    /// All of them, in CSS pixels of the window.
    pub fn in_window(self, sight: &Sight) -> Vec<[f32; 2]> {
        match (self, sight) {
            (Self::Sheet(points), Sight::Sheet(affine)) => {
                points.iter().map(|&at| affine.apply(at)).collect()
            }
            (Self::Window(points), _) => points,
            _ => Vec::new(),
        }
    }
}

/// The runs of points on the near side, each to where it meets the horizon.
fn facing(points: &[[f32; 3]], turn: &Turn) -> Vec<Vec<[f32; 2]>> {
    let mut pieces: Vec<Vec<[f32; 2]>> = Vec::new();
    let mut before: Option<([f32; 2], f32)> = None;
    for &point in points {
        let (at, depth) = turn.apply(point);
        match before {
            Some((last, last_depth)) if (last_depth < 0.0) != (depth < 0.0) => {
                let share = last_depth / (last_depth - depth);
                let edge =
                    [last[0] + (at[0] - last[0]) * share, last[1] + (at[1] - last[1]) * share];
                if depth < 0.0 {
                    pieces.last_mut().into_iter().for_each(|piece| piece.push(edge));
                } else {
                    pieces.push(vec![edge, at]);
                }
            }
            None if depth >= 0.0 => pieces.push(vec![at]),
            Some(_) if depth >= 0.0 => {
                pieces.last_mut().into_iter().for_each(|piece| piece.push(at))
            }
            _ => {}
        }
        before = Some((at, depth));
    }
    pieces
}

fn apart(a: [f32; 3], b: [f32; 3]) -> f32 {
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2) + (a[2] - b[2]).powi(2)).sqrt()
}
