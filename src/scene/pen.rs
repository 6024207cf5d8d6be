//! Walks lines and rings into paths and leaves out what cannot show.

use super::{
    arc::{PixelBox, Points},
    display::{Path, Size},
    viewport::{Affine, Sight, Viewport},
};
use crate::geo::LonLat;

/// Points nearer to the last one drawn than this are left out, CSS pixels.
const FINEST: f32 = 0.5;
/// Shapes are cut this far outside the window, CSS pixels; wider than any stroke.
const MARGIN: f32 = 24.0;

/// Where something lies, as the window sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It may show.
    Shows,
    /// Wholly beyond one or two edges, one bit each.
    Beyond(u8),
    /// Behind the globe.
    Hidden,
}

impl Side {
    /// Where two things lie together: on different sides they may surround the window.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Hidden, Self::Hidden) => Self::Hidden,
            (Self::Beyond(a), Self::Beyond(b)) if a & b != 0 => Self::Beyond(a & b),
            _ => Self::Shows,
        }
    }
}

/// The window as seen by one who draws.
pub(super) struct Pen {
    pub(super) sight: Sight,
    size: Size,
    back: Option<LonLat>,
}

impl Pen {
    pub(super) fn new(window: &Viewport) -> Self {
        let sight = window.sight();
        let back = matches!(sight, Sight::Globe(_)).then(|| {
            let LonLat { lon, lat } = window.view.center;
            LonLat { lon: if lon > 0.0 { lon - 180.0 } else { lon + 180.0 }, lat: -lat }
        });
        Self { sight, size: window.size, back }
    }

    /// The point opposite the eye; `None` where there is no globe.
    pub(super) fn back(&self) -> Option<LonLat> {
        self.back
    }

    /// The horizon; `None` where there is no globe.
    pub(super) fn rim(&self) -> Option<Vec<[f32; 2]>> {
        match &self.sight {
            Sight::Globe(turn) => Some(turn.rim()),
            Sight::Sheet(_) => None,
        }
    }

    /// Where a box lies.
    pub(super) fn side(&self, bounds: Option<PixelBox>) -> Side {
        let Some([x0, y0, x1, y1]) = bounds else { return Side::Hidden };
        match self.outcode([x0, y0]) & self.outcode([x1, y1]) {
            0 => Side::Shows,
            code => Side::Beyond(code),
        }
    }

    /// One bit for each edge that the point lies beyond (Cohen and Sutherland).
    fn outcode(&self, [x, y]: [f32; 2]) -> u8 {
        u8::from(x < -MARGIN)
            | u8::from(x > self.size.width + MARGIN) << 1
            | u8::from(y < -MARGIN) << 2
            | u8::from(y > self.size.height + MARGIN) << 3
    }

    /// The points, and how they come into the window.
    fn of<'a>(&self, points: &'a Points<'_>) -> (&'a [[f32; 2]], Affine) {
        match (points, &self.sight) {
            (Points::Sheet(points), Sight::Sheet(affine)) => (points.as_ref(), *affine),
            (Points::Sheet(points), Sight::Globe(_)) => (points.as_ref(), Affine::NONE),
            (Points::Window(points), _) => (points.as_slice(), Affine::NONE),
        }
    }

    /// Adds an open line, in as many pieces as show; steps too small to see are joined.
    pub(super) fn open_line(&self, points: &Points<'_>, path: &mut Path) {
        let (points, affine) = self.of(points);
        let mut drawing = false;
        let mut previous: Option<([f32; 2], u8)> = None;
        let mut last = [f32::NAN; 2];
        for (index, &point) in points.iter().enumerate() {
            let at = affine.apply(point);
            let code = self.outcode(at);
            if let Some((before, code_before)) = previous {
                if code & code_before != 0 {
                    drawing = false;
                } else {
                    if !drawing {
                        path.start();
                        path.points.push(before);
                        last = before;
                        drawing = true;
                    }
                    let far = (at[0] - last[0]).abs() + (at[1] - last[1]).abs() >= FINEST;
                    if far || index + 1 == points.len() {
                        path.points.push(at);
                        last = at;
                    }
                }
            }
            previous = Some((at, code));
        }
        path.keep_if_at_least(2);
    }
}

/// Walks a ring into a path and leaves out what cannot show: steps too small to see, and runs of
/// points beyond the same edge, which do not change the area inside the window.
pub(super) struct Trace<'a> {
    pen: &'a Pen,
    held: Option<([f32; 2], u8)>,
    last: Option<([f32; 2], u8)>,
}

impl<'a> Trace<'a> {
    pub(super) fn new(pen: &'a Pen) -> Self {
        Self { pen, held: None, last: None }
    }

    /// Adds an arc, or only its ends.
    pub(super) fn arc(
        &mut self,
        points: &Points<'_>,
        ends: bool,
        backwards: bool,
        path: &mut Path,
    ) {
        let (points, affine) = self.pen.of(points);
        let mut add = |at: &[f32; 2]| self.push(affine.apply(*at), path);
        match (ends, backwards) {
            (true, false) => points.first().into_iter().chain(points.last()).for_each(&mut add),
            (true, true) => points.last().into_iter().chain(points.first()).for_each(&mut add),
            (false, false) => points.iter().for_each(&mut add),
            (false, true) => points.iter().rev().for_each(&mut add),
        }
    }

    fn push(&mut self, at: [f32; 2], path: &mut Path) {
        let code = self.pen.outcode(at);
        if let Some((held, held_code)) = self.held {
            let beyond = self.last.is_some_and(|(_, last)| last & held_code & code != 0);
            let near = code | held_code == 0
                && self.last.is_some_and(|(last, _)| {
                    (held[0] - last[0]).abs() + (held[1] - last[1]).abs() < FINEST
                });
            if !beyond && !near {
                path.points.push(held);
                self.last = Some((held, held_code));
            }
        }
        self.held = Some((at, code));
    }

    pub(super) fn finish(&mut self, path: &mut Path) {
        if let Some((held, _)) = self.held.take() {
            path.points.push(held);
        }
    }
}
