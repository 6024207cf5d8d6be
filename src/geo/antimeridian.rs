//! Lines cut where they cross the meridian of 180 degrees, as GeoJSON asks (RFC 7946, 3.1.9).

use super::LonLat;

/// The line as pieces of which none crosses the antimeridian; neighbours are joined by the shorter
/// way round. A line that does not cross is one piece.
pub fn cut(course: &[LonLat]) -> Vec<Vec<LonLat>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<LonLat> = Vec::new();
    for &point in course {
        if let Some(&last) = piece.last()
            && (point.lon - last.lon).abs() > 180.0
        {
            let side = 180_f64.copysign(last.lon);
            // Both ends counted from the antimeridian, along the shorter way.
            let (before, after) = (side - last.lon, point.lon + side);
            let span = before + after;
            let share = if span == 0.0 { 0.0 } else { before / span };
            let lat = last.lat + (point.lat - last.lat) * share;
            let at = |lon| LonLat { lon, lat };
            if last != at(side) {
                piece.push(at(side));
            }
            keep(&mut pieces, std::mem::take(&mut piece));
            if point != at(-side) {
                piece.push(at(-side));
            }
        }
        piece.push(point);
    }
    keep(&mut pieces, piece);
    pieces
}

/// A single point is no line.
fn keep(pieces: &mut Vec<Vec<LonLat>>, piece: Vec<LonLat>) {
    if piece.len() > 1 {
        pieces.push(piece);
    }
}
