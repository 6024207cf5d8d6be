//! Lines and rings cut to a box of degrees, in the plane of longitude and latitude.
//!
//! Longitudes run on past 180° where a line crosses that meridian; nothing wraps here.

use super::LonLat;

/// West, south, east, north, degrees.
pub type Degrees = [f64; 4];

/// The smallest box around the points; upside down where there are none.
pub fn bounds(points: &[LonLat]) -> Degrees {
    let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.iter().fold(none, |[west, south, east, north], at| {
        [west.min(at.lon), south.min(at.lat), east.max(at.lon), north.max(at.lat)]
    })
}

/// Whether two boxes share more than an edge.
pub fn meets(a: Degrees, b: Degrees) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Whether `inner` lies wholly in `outer`.
pub fn contains(outer: Degrees, inner: Degrees) -> bool {
    outer[0] <= inner[0] && inner[2] <= outer[2] && outer[1] <= inner[1] && inner[3] <= outer[3]
}

/// The four half planes that make a box: the axis, the limit, and whether the inside is above it.
fn sides([west, south, east, north]: Degrees) -> [(usize, f64, bool); 4] {
    [(0, west, true), (0, east, false), (1, south, true), (1, north, false)]
}

fn along(point: LonLat, axis: usize) -> f64 {
    if axis == 0 { point.lon } else { point.lat }
}

fn at(a: LonLat, b: LonLat, axis: usize, limit: f64) -> LonLat {
    let share = (limit - along(a, axis)) / (along(b, axis) - along(a, axis));
    let mut point =
        LonLat { lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share };
    // Exactly on the side, so that pieces of neighbours meet.
    if axis == 0 {
        point.lon = limit;
    } else {
        point.lat = limit;
    }
    point
}

/// The part of a closed ring inside the box, as one ring (Sutherland and Hodgman 1974,
/// doi:10.1145/360767.360802); parts that lie apart are joined along the sides of the box.
pub fn ring(points: &[LonLat], inside: Degrees) -> Vec<LonLat> {
    let mut ring = points.to_vec();
    for (axis, limit, above) in sides(inside) {
        let holds =
            |point: LonLat| (along(point, axis) >= limit) == above || along(point, axis) == limit;
        let mut cut = Vec::with_capacity(ring.len());
        let Some(&last) = ring.last() else { break };
        let mut before = last;
        for &point in &ring {
            if holds(point) != holds(before) {
                cut.push(at(before, point, axis, limit));
            }
            if holds(point) {
                cut.push(point);
            }
            before = point;
        }
        ring = cut;
    }
    ring
}

/// The parts of an open line inside the box, in order.
pub fn line(points: &[LonLat], inside: Degrees) -> Vec<Vec<LonLat>> {
    let mut pieces: Vec<Vec<LonLat>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], inside) else {
            open = false;
            continue;
        };
        match pieces.last_mut().filter(|_| open) {
            Some(piece) => piece.push(to),
            None => pieces.push(vec![from, to]),
        }
        open = to == pair[1];
    }
    pieces
}

/// The part of a segment inside the box (Liang and Barsky 1984, doi:10.1145/357332.357333).
fn segment(a: LonLat, b: LonLat, inside: Degrees) -> Option<(LonLat, LonLat)> {
    let (mut from, mut to) = (a, b);
    for (axis, limit, above) in sides(inside) {
        let out = |point: LonLat| {
            if above { along(point, axis) < limit } else { along(point, axis) > limit }
        };
        match (out(from), out(to)) {
            (true, true) => return None,
            (true, false) => from = at(from, to, axis, limit),
            (false, true) => to = at(from, to, axis, limit),
            (false, false) => {}
        }
    }
    Some((from, to))
}
