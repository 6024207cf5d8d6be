//! Lanes: where a line shares its ground with others it is drawn beside them, as far as their widths
//! ask and only where they would touch.
//!
//! The data say which lines give way, and to which side; how far follows from the widths and the
//! zoom. So lines that lie apart on the ground are drawn where they are, and move together into
//! lanes as the reader zooms out.

use super::course::{Course, Station, distance};

/// Distance at which the room beside a line is measured along it, CSS pixels.
const STEP: f32 = 4.0;
/// Over this many steps a line moves into its lane and out of it.
const EASE: usize = 6;
/// Lines set aside return to their true place over this length before each end, CSS pixels.
const TAPER: f32 = 18.0;
/// Lines farther apart than so many gaps have nothing to do with each other.
const FAR: f32 = 4.0;
/// Lines that meet at a larger angle cross, and share no ground: its sine.
const CROSSING: f32 = 0.75;

/// The line in a lane of its own: at least the given distance from each of `others`, to the right of
/// its direction, or to the left.
pub fn beside(course: &Course, others: &[(&Course, f32)], right: bool) -> Course {
    let side = if right { 1.0 } else { -1.0 };
    let count = (course.length() / STEP) as usize + 1;
    let mut aside = vec![0.0_f32; count];
    let own = around(&course.points);
    for (other, gap) in others {
        if apart(own, around(&other.points)) <= FAR * gap {
            room(course, &Neighbour::new(other), *gap, side, &mut aside);
        }
    }
    if aside.iter().all(|&room| room == 0.0) {
        return course.clone();
    }
    moved(course, &eased(&aside), side)
}

/// How far `course` must move at each step to keep `gap` from the other.
fn room(course: &Course, other: &Neighbour, gap: f32, side: f32, aside: &mut [f32]) {
    let far = gap * FAR;
    let mut step = 0;
    while step < aside.len() {
        let Some(station) = course.station(step as f32 * STEP) else { break };
        let Some(near) = other.nearest(station.at) else { break };
        if near.gap > far {
            // The distance changes by no more than the way.
            step += (((near.gap - far) / STEP) as usize).max(1);
            continue;
        }
        let [dx, dy] = station.direction;
        let [ox, oy] = near.station.direction;
        let sine = (dx * oy - dy * ox).abs();
        let parallel = ((CROSSING - sine) / 0.25).clamp(0.0, 1.0);
        // Beyond the end of the other there is nobody to give way to.
        if !near.is_end {
            let [x, y] = near.station.at;
            let lies = ((station.at[1] - y) * dx - (station.at[0] - x) * dy) * side;
            // From far on the wrong side it does not come over.
            let comes = ((lies + far) / (far - 1.5 * gap)).clamp(0.0, 1.0);
            let wanted = (gap - lies).max(0.0) * comes * parallel;
            aside[step] = aside[step].max(wanted);
        }
        step += 1;
    }
}

/// Left, top, right and bottom of points.
type Sides = [f32; 4];

fn around(points: &[[f32; 2]]) -> Sides {
    let none = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    points.iter().fold(none, |[left, top, right, bottom], [x, y]| {
        [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
    })
}

/// How far two boxes lie apart in the direction in which they do so most.
fn apart(a: Sides, b: Sides) -> f32 {
    (a[0] - b[2]).max(b[0] - a[2]).max(a[1] - b[3]).max(b[1] - a[3])
}

/// Segments of a line that are looked at together.
const RUN: usize = 12;

/// A line with boxes around runs of its segments, so that the nearest one is found soon.
struct Neighbour<'a> {
    course: &'a Course,
    boxes: Vec<Sides>,
}

/// The point of a line that is nearest to another point.
struct Nearest {
    station: Station,
    /// How far away it is.
    gap: f32,
    /// Whether it is an end of the line.
    is_end: bool,
}

impl<'a> Neighbour<'a> {
    fn new(course: &'a Course) -> Self {
        let points = &course.points;
        let runs = (0..points.len().saturating_sub(1)).step_by(RUN);
        let boxes = runs.map(|from| around(&points[from..(from + RUN + 1).min(points.len())]));
        Self { boxes: boxes.collect(), course }
    }

    fn nearest(&self, to: [f32; 2]) -> Option<Nearest> {
        let points = &self.course.points;
        let mut best: Option<(f32, usize, f32)> = None;
        for (run, [left, top, right, bottom]) in self.boxes.iter().enumerate() {
            let (x, y) = (to[0].clamp(*left, *right) - to[0], to[1].clamp(*top, *bottom) - to[1]);
            if best.is_some_and(|(least, ..)| x * x + y * y >= least) {
                continue;
            }
            let from = run * RUN;
            for index in from..(from + RUN).min(points.len() - 1) {
                let (a, b) = (points[index], points[index + 1]);
                let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
                let (x, y) = (to[0] - a[0], to[1] - a[1]);
                let share = ((x * dx + y * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
                let square = (x - dx * share).powi(2) + (y - dy * share).powi(2);
                if best.is_none_or(|(least, ..)| square < least) {
                    best = Some((square, index, share));
                }
            }
        }
        let (square, index, share) = best?;
        let (a, b) = (points[index], points[index + 1]);
        let span = distance(a, b).max(1e-6);
        let direction = [(b[0] - a[0]) / span, (b[1] - a[1]) / span];
        let at = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
        Some(Nearest {
            station: Station { at, direction },
            gap: square.sqrt(),
            is_end: (index == 0 && share == 0.0) || (index + 2 == points.len() && share == 1.0),
        })
    }
}

/// The same room, with gentle ways in and out.
fn eased(aside: &[f32]) -> Vec<f32> {
    let around =
        |values: &[f32], at: usize| at.saturating_sub(EASE)..(at + EASE + 1).min(values.len());
    let widest: Vec<f32> = (0..aside.len())
        .map(|at| aside[around(aside, at)].iter().copied().fold(0.0, f32::max))
        .collect();
    let mean = |values: &[f32]| -> Vec<f32> {
        (0..values.len())
            .map(|at| {
                let part = &values[around(values, at)];
                part.iter().sum::<f32>() / part.len() as f32
            })
            .collect()
    };
    mean(&widest)
}

/// The line moved sideways, tapering to nothing at its ends.
fn moved(course: &Course, aside: &[f32], side: f32) -> Course {
    let length = course.length();
    let at = |along: f32| {
        let place = along / STEP;
        let (low, share) = (place as usize, place.fract());
        let value = |index: usize| aside.get(index).or(aside.last()).copied().unwrap_or(0.0);
        let taper = (along.min(length - along) / TAPER).clamp(0.0, 1.0);
        (value(low) * (1.0 - share) + value(low + 1) * share) * taper * side
    };
    let mut points = Vec::with_capacity(course.points.len() + aside.len() / 2);
    let mut push = |along: f32| {
        // The direction of a stretch, not of one step: a lane has no kinks.
        let (from, to) = ((along - STEP * 2.0).max(0.0), (along + STEP * 2.0).min(length));
        if let (Some(before), Some(station), Some(after)) =
            (course.station(from), course.station(along), course.station(to))
        {
            let span = distance(before.at, after.at).max(1e-6);
            let direction =
                [(after.at[0] - before.at[0]) / span, (after.at[1] - before.at[1]) / span];
            let station = Station { direction, ..station };
            points.push(station.offset(0.0, at(along)));
        }
    };
    for (index, &along) in course.along().iter().enumerate() {
        push(along);
        let Some(&next) = course.along().get(index + 1) else { break };
        let first = (along / STEP) as usize + 1;
        for (step, &far) in aside.iter().enumerate().skip(first) {
            let between = step as f32 * STEP;
            if between >= next {
                break;
            }
            if far > 0.0 {
                push(between);
            }
        }
    }
    Course::new(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn straight(from: [f32; 2], to: [f32; 2]) -> Course {
        Course::new(vec![from, to])
    }

    #[test]
    fn a_line_on_another_moves_beside_it() {
        let fixed = straight([0.0, 0.0], [400.0, 0.0]);
        for (right, expected) in [(true, 7.0), (false, -7.0)] {
            let lane = beside(&fixed, &[(&fixed, 7.0)], right);
            let middle = lane.station(lane.length() / 2.0).unwrap().at;
            assert!((middle[1] - expected).abs() < 0.01, "{middle:?}");
            assert_eq!(lane.points[0], [0.0, 0.0]);
            assert_eq!(*lane.points.last().unwrap(), [400.0, 0.0]);
        }
    }

    #[test]
    fn a_line_with_room_stays_where_it_is() {
        let own = straight([0.0, 8.0], [400.0, 8.0]);
        let other = straight([0.0, 0.0], [400.0, 0.0]);
        assert_eq!(beside(&own, &[(&other, 7.0)], true), own);
        let crossing = straight([200.0, -200.0], [200.0, 200.0]);
        assert_eq!(beside(&own, &[(&crossing, 7.0)], true), own);
        let beyond = straight([-300.0, 8.0], [0.0, 8.0]);
        let past = beside(&own, &[(&beyond, 7.0)], true);
        assert!(past.points.iter().all(|at| at[1] == 8.0), "{past:?}");
    }

    #[test]
    fn a_third_line_takes_the_next_lane() {
        let fixed = straight([0.0, 0.0], [400.0, 0.0]);
        let second = beside(&fixed, &[(&fixed, 6.0)], true);
        let third = beside(&fixed, &[(&fixed, 6.0), (&second, 6.0)], true);
        let middle = third.station(third.length() / 2.0).unwrap().at;
        assert!((middle[1] - 12.0).abs() < 0.05, "{middle:?}");
    }

    #[test]
    fn a_line_that_wanders_over_another_keeps_to_its_side() {
        let wander = |i: usize| [i as f32 * 10.0, 5.0 * (i as f32 / 4.0).sin()];
        let own = Course::new((0..60).map(wander).collect());
        let other = straight([0.0, 0.0], [590.0, 0.0]);
        let lane = beside(&own, &[(&other, 6.0)], true);
        let inner = lane.points.iter().filter(|at| (40.0..550.0).contains(&at[0]));
        for at in inner {
            assert!(at[1] > 4.5, "{at:?}");
        }
    }
}
