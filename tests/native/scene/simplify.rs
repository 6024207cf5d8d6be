//! Points that no eye can miss.

use atlas::scene::display::Path;
use proptest::prelude::*;

fn distance_to_line(point: [f32; 2], line: &[[f32; 2]]) -> f32 {
    let to_segment = |pair: &[[f32; 2]]| {
        let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
        let (dx, dy) = (bx - ax, by - ay);
        let along = (point[0] - ax) * dx + (point[1] - ay) * dy;
        let share = (along / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
        (point[0] - ax - dx * share).hypot(point[1] - ay - dy * share)
    };
    line.windows(2).map(to_segment).fold(f32::INFINITY, f32::min)
}

proptest! {
    #[test]
    fn a_simpler_line_lies_within_its_tolerance_and_keeps_its_ends(
        points in prop::collection::vec([-500.0_f32..500.0, -500.0_f32..500.0], 2..60),
        tolerance in 0.0_f32..40.0,
    ) {
        let simple = Path::line(points.clone(), false).simplified(tolerance);
        prop_assert_eq!(simple.points.first(), points.first());
        prop_assert_eq!(simple.points.last(), points.last());
        prop_assert!(simple.points.iter().all(|point| points.contains(point)));
        for point in points {
            let off = distance_to_line(point, &simple.points);
            prop_assert!(off <= tolerance + 1e-2, "{off} px beside it");
        }
    }
}

#[test]
fn what_lies_straight_between_two_points_goes() {
    let straight = Path::line((0..50).map(|x| [x as f32, 2.0 * x as f32]).collect(), false);
    assert_eq!(straight.simplified(0.3).points, [[0.0, 0.0], [49.0, 98.0]]);
    assert!(Path::new(false).simplified(0.3).is_empty());
}
