//! Visvalingam's simplification: the point that spans the smallest triangle goes first.
//!
//! Arcs are simplified one by one with both ends fixed, so neighbours that share an arc still
//! share it, and no sliver opens between them.

use crate::topojson::Point;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Thins `points` to those that span more than a triangle of side `tolerance` (degrees of
/// latitude, asked at each point). Keeps the ends and at least `keep` points.
pub fn simplify(points: &[Point], keep: usize, tolerance: impl Fn(Point) -> f64) -> Vec<Point> {
    let count = points.len();
    if count <= keep.max(2) {
        return points.to_vec();
    }
    let mut before: Vec<usize> = (0..count).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let mut gone = vec![false; count];
    let mut stamp = vec![0_u32; count];
    let mut left = count;
    let weigh = |a: usize, b: usize, c: usize| {
        let side = tolerance(points[b]);
        triangle(points[a], points[b], points[c]) / (side * side)
    };
    let mut queue: BinaryHeap<Reverse<Entry>> = (1..count - 1)
        .map(|at| Reverse(Entry { weight: weigh(at - 1, at, at + 1), at, stamp: 0 }))
        .collect();
    while let Some(Reverse(entry)) = queue.pop() {
        if entry.weight >= 1.0 || left <= keep.max(2) {
            break;
        }
        let at = entry.at;
        if gone[at] || stamp[at] != entry.stamp {
            continue;
        }
        gone[at] = true;
        left -= 1;
        let (a, c) = (before[at], after[at]);
        (after[a], before[c]) = (c, a);
        for next in [a, c] {
            if next == 0 || next == count - 1 {
                continue;
            }
            stamp[next] += 1;
            // A point never weighs less than one that went before it: the order stays fair.
            let weight = weigh(before[next], next, after[next]).max(entry.weight);
            queue.push(Reverse(Entry { weight, at: next, stamp: stamp[next] }));
        }
    }
    points.iter().zip(gone).filter(|(_, gone)| !gone).map(|(point, _)| *point).collect()
}

/// The area of a triangle, in square degrees of latitude.
fn triangle(a: Point, b: Point, c: Point) -> f64 {
    let shrink = b[1].to_radians().cos();
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() * shrink / 2.0
}

/// The area of a closed ring, in square degrees of latitude.
pub fn ring_area(ring: &[Point]) -> f64 {
    let Some(&[x0, y0]) = ring.first() else {
        return 0.0;
    };
    let twice: f64 = ring
        .windows(2)
        .map(|w| (w[0][0] - x0) * (w[1][1] - y0) - (w[1][0] - x0) * (w[0][1] - y0))
        .sum();
    let middle = ring.iter().map(|p| p[1]).sum::<f64>() / ring.len() as f64;
    twice.abs() / 2.0 * middle.to_radians().cos()
}

#[derive(Debug, PartialEq)]
struct Entry {
    weight: f64,
    at: usize,
    stamp: u32,
}

impl Eq for Entry {}

impl Ord for Entry {
    // The index breaks ties, so the same file comes out each time.
    fn cmp(&self, other: &Self) -> Ordering {
        self.weight.total_cmp(&other.weight).then(self.at.cmp(&other.at))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(count: usize) -> Vec<Point> {
        (0..count).map(|i| [i as f64 * 0.1, (i as f64 * 0.7).sin() * 0.05]).collect()
    }

    #[test]
    fn the_ends_stay_and_small_wiggles_go() {
        let points = wave(200);
        let thin = simplify(&points, 2, |_| 0.3);
        assert!(thin.len() < 40);
        assert_eq!(thin.first(), points.first());
        assert_eq!(thin.last(), points.last());
        assert!(thin.iter().all(|p| points.contains(p)));
    }

    #[test]
    fn a_corner_stays() {
        let thin = simplify(&[[0.0, 0.0], [1.0, 0.001], [2.0, 0.0], [2.0, 2.0]], 2, |_| 0.1);
        assert_eq!(thin, [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0]]);
    }

    #[test]
    fn a_closed_arc_keeps_its_four_points() {
        let ring = [[0.0, 0.0], [0.1, 0.0], [0.1, 0.1], [0.05, 0.12], [0.0, 0.1], [0.0, 0.0]];
        assert_eq!(simplify(&ring, 4, |_| 10.0).len(), 4);
    }

    #[test]
    fn the_tolerance_depends_on_the_place() {
        let points = wave(200);
        let thin = simplify(&points, 2, |p| if p[0] < 10.0 { 0.001 } else { 5.0 });
        let west = thin.iter().filter(|p| p[0] < 10.0).count();
        assert!(west > 90 && thin.len() - west < 10);
    }

    #[test]
    fn the_area_of_a_ring_shrinks_with_latitude() {
        let square = |y: f64| [[0.0, y], [1.0, y], [1.0, y + 1.0], [0.0, y + 1.0], [0.0, y]];
        assert!((ring_area(&square(-0.5)) - 1.0).abs() < 1e-3);
        assert!((ring_area(&square(59.6)) - 0.5).abs() < 1e-2);
    }
}
