//! Points that no eye can miss are left out: a browser's time for a stroke is that of its points.

/// Lines are drawn at most so far beside their own points, CSS pixels.
pub(super) const EXACT: f32 = 0.3;

/// The points of a line without those that lie within `tolerance` of what remains (Douglas and
/// Peucker, 1973); its ends always stay. What is left does not depend on where the line lies.
pub(super) fn simplified(points: &[[f32; 2]], tolerance: f32) -> Vec<[f32; 2]> {
    let Some(last) = points.len().checked_sub(1).filter(|&last| last > 1) else {
        return points.to_vec();
    };
    let mut stays = vec![false; points.len()];
    stays[0] = true;
    stays[last] = true;
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let (mut farthest, mut most) = (from, tolerance);
        for index in from + 1..to {
            let off = distance_to(points[index], points[from], points[to]);
            if off > most {
                (farthest, most) = (index, off);
            }
        }
        if farthest != from {
            stays[farthest] = true;
            open.extend([(from, farthest), (farthest, to)]);
        }
    }
    points.iter().zip(stays).filter(|(_, stays)| *stays).map(|(point, _)| *point).collect()
}

/// The distance of a point from a segment.
fn distance_to([x, y]: [f32; 2], [ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let squared = dx * dx + dy * dy;
    let share = match squared > 0.0 {
        true => (((x - ax) * dx + (y - ay) * dy) / squared).clamp(0.0, 1.0),
        false => 0.0,
    };
    (x - ax - dx * share).hypot(y - ay - dy * share)
}
