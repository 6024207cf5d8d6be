//! The course of a line, from the places it joins.

use crate::geo::{LonLat, great_circle, smooth};
use crate::model::line::COURSE_STEP;

/// Length of the segments of a bend before thinning.
const SEGMENT_KM: f64 = 20.0;
/// Length of the segments of a great circle: at that length its bend is under 0.2 km.
const SEA_SEGMENT_KM: f64 = 100.0;
/// How far a thinned curve may leave the full one: a third of a pixel at zoom 8.
const TOLERANCE_KM: f64 = 0.15;

/// A gentle curve through the points.
pub(super) fn curved(path: &[LonLat]) -> Vec<LonLat> {
    let longest =
        path.windows(2).map(|pair| great_circle::distance_km(pair[0], pair[1])).fold(0.0, f64::max);
    let pieces = (longest / SEGMENT_KM).ceil().max(1.0) as usize;
    let full = smooth::through_points(path, pieces);
    // Each stretch is thinned on its own, so the points given stay.
    let mut thin = Vec::new();
    let stretch = if full.len() == path.len() { 1 } else { pieces };
    for start in (0..full.len().saturating_sub(1)).step_by(stretch) {
        thin.push(full[start]);
        thin_between(&full[start..=(start + stretch).min(full.len() - 1)], &mut thin);
    }
    thin.extend(full.last().copied());
    rounded(thin)
}

/// Great circles from point to point.
pub(super) fn straight(path: &[LonLat]) -> Vec<LonLat> {
    rounded(great_circle::densify(path, SEA_SEGMENT_KM))
}

/// The points on the grid of the artifact, neighbours that fall together only once.
pub(super) fn rounded(course: Vec<LonLat>) -> Vec<LonLat> {
    let grid = |degrees: f64| (degrees / COURSE_STEP).round() / (1.0 / COURSE_STEP);
    let mut course: Vec<LonLat> = course
        .into_iter()
        .map(|point| LonLat { lon: grid(point.lon), lat: grid(point.lat) })
        .collect();
    course.dedup();
    course
}

/// The points between the ends that the curve needs (Douglas and Peucker 1973,
/// doi:10.3138/FM57-6770-U75U-7727).
fn thin_between(curve: &[LonLat], out: &mut Vec<LonLat>) {
    let [first, inner @ .., last] = curve else { return };
    let farthest = inner
        .iter()
        .map(|&point| off_chord_km(point, *first, *last))
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((index, off)) = farthest
        && off > TOLERANCE_KM
    {
        thin_between(&curve[..=index + 1], out);
        out.push(inner[index]);
        thin_between(&curve[index + 1..], out);
    }
}

/// Distance of `point` from the chord, in the plane of its latitude, kilometres.
fn off_chord_km(point: LonLat, a: LonLat, b: LonLat) -> f64 {
    let km_per_degree = great_circle::EARTH_RADIUS_KM.to_radians();
    let narrow = point.lat.to_radians().cos();
    let plane = |p: LonLat| ((p.lon - a.lon) * narrow, p.lat - a.lat);
    let ((px, py), (bx, by)) = (plane(point), plane(b));
    let length = bx.hypot(by);
    let off = if length > 0.0 { (px * by - py * bx).abs() / length } else { px.hypot(py) };
    off * km_per_degree
}
