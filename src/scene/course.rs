//! A line's course in the window: cut and measured, ready for lanes, dashes and marks.

use super::arc::{Arc, Maker};
use super::simplify::{EXACT, simplified};
use super::tilted::Tilted;
use super::viewport::Viewport;
use crate::geo::LonLat;

/// Corners that turn by less than some 5° need no rounding: the cosine.
const STRAIGHT: f32 = 0.996;

/// A course in one projection, made ready once: one arc, or more where the sheet is cut.
#[derive(Debug, Clone)]
pub struct SheetCourse(Vec<Arc>);

impl SheetCourse {
    /// Makes the course ready.
    pub fn new(course: &[LonLat], maker: Maker) -> Self {
        Self(maker.course(course))
    }

    /// What of the course faces the eye, in the window.
    pub fn in_window(&self, window: &Viewport) -> Vec<Course> {
        let sight = window.sight();
        let pieces = self.0.iter().flat_map(|arc| arc.pieces(&sight));
        pieces.map(|piece| Course::new(simplified(&piece.in_window(&sight), EXACT))).collect()
    }
}

/// A course in CSS pixels with the distance from its start at each point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// Points in order.
    pub points: Vec<[f32; 2]>,
    along: Vec<f32>,
}

/// A point on a course and the direction there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Station {
    /// Where.
    pub at: [f32; 2],
    /// Unit vector of the direction.
    pub direction: [f32; 2],
}

impl Station {
    /// The point that lies `along` ahead and `across` to the right of the direction.
    pub fn offset(&self, along: f32, across: f32) -> [f32; 2] {
        let [dx, dy] = self.direction;
        [self.at[0] + dx * along - dy * across, self.at[1] + dy * along + dx * across]
    }
}

impl Course {
    /// The course through these points.
    pub fn new(points: Vec<[f32; 2]>) -> Self {
        let mut along = Vec::with_capacity(points.len());
        let mut sum = 0.0;
        for (index, point) in points.iter().enumerate() {
            if index > 0 {
                sum += distance(points[index - 1], *point);
            }
            along.push(sum);
        }
        Self { points, along }
    }

    /// Its length, CSS pixels.
    pub fn length(&self) -> f32 {
        self.along.last().copied().unwrap_or(0.0)
    }

    /// The distance from the start at each of its points.
    pub fn along(&self) -> &[f32] {
        &self.along
    }

    /// The course with its corners rounded, as a ship turns: each begins at most `radius` pixels
    /// before the corner and at most in the middle of the stretch.
    pub fn rounded(&self, radius: f32) -> Self {
        let mut points = Vec::with_capacity(self.points.len() * 2);
        points.extend(self.points.first());
        for corner in self.points.windows(3) {
            let [a, b, c] = [corner[0], corner[1], corner[2]];
            let (before, after) = (distance(a, b).max(1e-6), distance(b, c).max(1e-6));
            let cosine =
                ((b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])) / (before * after);
            if cosine > STRAIGHT {
                points.push(b);
                continue;
            }
            let cut = radius.min(before / 2.0).min(after / 2.0);
            let toward = |end: [f32; 2], span: f32| {
                [b[0] + (end[0] - b[0]) / span * cut, b[1] + (end[1] - b[1]) / span * cut]
            };
            let (from, to) = (toward(a, before), toward(c, after));
            // A quadratic curve that leaves and arrives in the old directions.
            points.extend((0..=4).map(|i| {
                let t = i as f32 / 4.0;
                let part = |axis: usize| {
                    from[axis] * (1.0 - t) * (1.0 - t)
                        + b[axis] * 2.0 * t * (1.0 - t)
                        + to[axis] * t * t
                };
                [part(0), part(1)]
            }));
        }
        if self.points.len() > 1 {
            points.extend(self.points.last());
        }
        Self::new(points)
    }

    /// The pieces that may show in a window grown by `margin`, each with the distance from the
    /// course's start at which it begins, so that dashes and marks stay in step.
    pub fn pieces(&self, window: &Viewport, margin: f32) -> Vec<(f32, Self)> {
        let (right, bottom) = (window.size.width + margin, window.size.height + margin);
        let outcode = |[x, y]: [f32; 2]| {
            u8::from(x < -margin)
                | u8::from(x > right) << 1
                | u8::from(y < -margin) << 2
                | u8::from(y > bottom) << 3
        };
        let mut pieces = Vec::new();
        let mut begin: Option<usize> = None;
        let mut close = |from: usize, to: usize| {
            pieces.push((self.along[from], Self::new(self.points[from..=to].to_vec())));
        };
        for index in 1..self.points.len() {
            let shows = outcode(self.points[index - 1]) & outcode(self.points[index]) == 0;
            match (shows, begin) {
                (true, None) => begin = Some(index - 1),
                (false, Some(from)) => {
                    close(from, index - 1);
                    begin = None;
                }
                _ => {}
            }
        }
        if let Some(from) = begin {
            close(from, self.points.len() - 1);
        }
        pieces
    }

    /// Whether the line runs through a box.
    pub fn touches(&self, item: &Tilted) -> bool {
        let around = item.bounds();
        let (right, lower) = (around.x + around.width, around.y + around.height);
        self.points.windows(2).any(|pair| {
            let [a, b] = [pair[0], pair[1]];
            let apart = a[0].max(b[0]) < around.x
                || a[0].min(b[0]) > right
                || a[1].max(b[1]) < around.y
                || a[1].min(b[1]) > lower;
            !apart && item.overlaps(&Tilted::strip(a, b, 1.0))
        })
    }

    /// The station `distance` from the start, if the course is that long.
    pub fn station(&self, distance: f32) -> Option<Station> {
        if self.points.len() < 2 || !(0.0..=self.length()).contains(&distance) {
            return None;
        }
        let after = self.along.partition_point(|&at| at < distance).clamp(1, self.points.len() - 1);
        let (a, b) = (self.points[after - 1], self.points[after]);
        let span = (self.along[after] - self.along[after - 1]).max(1e-6);
        let share = ((distance - self.along[after - 1]) / span).clamp(0.0, 1.0);
        Some(Station {
            at: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
            direction: [(b[0] - a[0]) / span, (b[1] - a[1]) / span],
        })
    }

    /// How far along it comes nearest to a point; `None` without a stretch.
    pub fn nearest(&self, to: [f32; 2]) -> Option<f32> {
        let stretches = self.points.windows(2).zip(&self.along);
        let nearest = |(pair, along): (&[[f32; 2]], &f32)| {
            let (a, b) = (pair[0], pair[1]);
            (to_segment(to, a, b), along + share(to, a, b) * distance(a, b))
        };
        stretches.map(nearest).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, along)| along)
    }

    /// Stations every `period`, the first at `first`, for a piece that begins `start` along.
    pub fn stations(&self, start: f32, first: f32, period: f32) -> Vec<Station> {
        let mut at = first + ((start - first) / period).ceil().max(0.0) * period - start;
        let mut found = Vec::new();
        while at <= self.length() {
            found.extend(self.station(at));
            at += period;
        }
        found
    }
}

/// Distance from a point to a segment.
pub(super) fn to_segment(p: [f32; 2], a: [f32; 2], b: [f32; 2]) -> f32 {
    let t = share(p, a, b);
    distance(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
}

/// How much of the way from `a` to `b` it is to where a point lies nearest, 0 to 1.
fn share(p: [f32; 2], a: [f32; 2], b: [f32; 2]) -> f32 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let span = dx * dx + dy * dy;
    let t = if span > 0.0 { ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / span } else { 0.0 };
    t.clamp(0.0, 1.0)
}

/// Distance between two points.
pub fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}
