//! Curves through given points, for lines of which only the towns are known.

use super::LonLat;

/// The line bent gently through all its points: a centripetal Catmull–Rom spline (Yuksel,
/// Schaefer, Keyser 2011, doi:10.1016/j.cad.2010.08.008), which neither loops nor overshoots
/// between unevenly spaced towns.
///
/// `pieces` segments stand for each stretch between two points. Degrees are treated as a plane,
/// with longitudes narrowed by the cosine of the latitude; good for lines of some hundred km.
pub fn through_points(line: &[LonLat], pieces: usize) -> Vec<LonLat> {
    if line.len() < 3 || pieces < 2 {
        return line.to_vec();
    }
    let mut smooth = Vec::with_capacity(line.len() * pieces);
    for i in 0..line.len() - 1 {
        let (b, c) = (line[i], line[i + 1]);
        let a = if i == 0 { mirrored(b, c) } else { line[i - 1] };
        let d = line.get(i + 2).copied().unwrap_or_else(|| mirrored(c, b));
        for piece in 0..pieces {
            smooth.push(between([a, b, c, d], piece as f64 / pieces as f64));
        }
    }
    smooth.extend(line.last().copied());
    smooth
}

/// The point as far beyond `at` as `other` lies before it.
fn mirrored(at: LonLat, other: LonLat) -> LonLat {
    LonLat { lon: 2.0 * at.lon - other.lon, lat: 2.0 * at.lat - other.lat }
}

/// Barry and Goldman's pyramid for the stretch from the second to the third point.
fn between(points: [LonLat; 4], fraction: f64) -> LonLat {
    let narrow = points[1].lat.to_radians().cos().max(0.05);
    let mut knots = [0.0; 4];
    for i in 1..4 {
        let dx = (points[i].lon - points[i - 1].lon) * narrow;
        let dy = points[i].lat - points[i - 1].lat;
        knots[i] = knots[i - 1] + dx.hypot(dy).sqrt().max(1e-9);
    }
    let t = knots[1] + fraction * (knots[2] - knots[1]);
    let blend = |p: LonLat, q: LonLat, from: f64, to: f64| {
        let share = (t - from) / (to - from);
        LonLat { lon: p.lon + (q.lon - p.lon) * share, lat: p.lat + (q.lat - p.lat) * share }
    };
    let a1 = blend(points[0], points[1], knots[0], knots[1]);
    let a2 = blend(points[1], points[2], knots[1], knots[2]);
    let a3 = blend(points[2], points[3], knots[2], knots[3]);
    let b1 = blend(a1, a2, knots[0], knots[2]);
    let b2 = blend(a2, a3, knots[1], knots[3]);
    blend(b1, b2, knots[1], knots[2])
}
