//! Curves on the sheet: points added where a straight line between two projected points would
//! leave the true course.

use super::{LonLat, Xy, great_circle};

/// Farthest that a drawn line may lie from the true one, radii of the globe: some 0.2 pixels at the
/// closest zoom.
pub const TOLERANCE: f64 = 1e-5;

/// Longer steps are always halved, degrees: over them a curve may cross its chord in the middle.
const LONGEST: f64 = 12.0;

/// Halvings of one step; a thousandth of the longest is far below a pixel.
const DEEPEST: u8 = 10;

/// What runs between two points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// The great circle: ways over sea and land.
    GreatCircle,
    /// A straight line in longitude and latitude: borders and parallels.
    Plane,
}

impl Course {
    /// The point in the middle between two points.
    pub fn middle(self, a: LonLat, b: LonLat) -> LonLat {
        match self {
            Self::Plane => LonLat { lon: (a.lon + b.lon) / 2.0, lat: (a.lat + b.lat) / 2.0 },
            Self::GreatCircle => {
                let mut middle = great_circle::interpolate(a, b, 0.5);
                // On the same turn of the globe as its ends.
                let near = (a.lon + b.lon) / 2.0;
                middle.lon += ((near - middle.lon) / 360.0).round() * 360.0;
                middle
            }
        }
    }
}

/// The line on the sheet, with points added so that it is nowhere farther than `tolerance` from the
/// course (the idea of d3-geo's adaptive resampling, by M. Bostock and J. Davies).
///
/// `project` must be continuous along the line: cut it at the edges of the sheet first.
pub fn resample(
    line: &[LonLat],
    course: Course,
    tolerance: f64,
    project: &dyn Fn(LonLat) -> Xy,
) -> Vec<Xy> {
    let mut out = Vec::with_capacity(line.len());
    let mut before: Option<(LonLat, Xy)> = None;
    for &point in line {
        let at = project(point);
        if let Some((from, from_at)) = before {
            let step = Step { course, tolerance, project };
            step.refine((from, from_at), (point, at), DEEPEST, &mut out);
        }
        out.push(at);
        before = Some((point, at));
    }
    out
}

struct Step<'a> {
    course: Course,
    tolerance: f64,
    project: &'a dyn Fn(LonLat) -> Xy,
}

impl Step<'_> {
    /// Adds what is needed between two points, without their own.
    fn refine(&self, a: (LonLat, Xy), b: (LonLat, Xy), depth: u8, out: &mut Vec<Xy>) {
        let span = (b.0.lon - a.0.lon).abs().max((b.0.lat - a.0.lat).abs());
        let chord = a.1.distance(b.1);
        // A step this short bends by less than the tolerance in every projection of the atlas.
        if depth == 0 || span < 0.25 || chord < self.tolerance {
            return;
        }
        let middle = self.course.middle(a.0, b.0);
        let at = (self.project)(middle);
        let off =
            ((b.1.x - a.1.x) * (at.y - a.1.y) - (b.1.y - a.1.y) * (at.x - a.1.x)).abs() / chord;
        if off > self.tolerance || span > LONGEST {
            self.refine(a, (middle, at), depth - 1, out);
            out.push(at);
            self.refine((middle, at), b, depth - 1, out);
        }
    }
}
