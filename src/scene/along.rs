//! Names along lines: beside the straightest stretches, turned to their direction, never upside
//! down. The whole name is turned; its letters stay together in every script.

use super::{course::Course, label::Seat};

/// Points of a stretch that tell how straight it is.
const SAMPLES: usize = 6;
/// A stretch that bends by more than this part of the height of the name is too crooked for it.
const CROOKED: f32 = 0.8;

/// What is to be written along a line, CSS pixels and degrees.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Most that it is turned.
    pub most_turn: f32,
}

/// Seats along a piece of a course that begins `start` pixels along it, each `gap` pixels off, with
/// how bad they are: crooked and steep ones are worse, and those below the line a little.
///
/// They stand at whole steps from the start of the course, so that names keep their places on the
/// ground while the map is dragged.
pub fn seats(course: &Course, start: f32, name: Name, gap: f32) -> Vec<(f32, Seat)> {
    let half = name.width / 2.0;
    let step = (name.width / 3.0).clamp(16.0, 48.0);
    let mut middle = ((start + half) / step).ceil() * step - start;
    let mut found = Vec::new();
    while middle + half <= course.length() {
        if let Some(stretch) = Stretch::of(course, middle - half, middle + half) {
            let crooked = stretch.bend() / name.height;
            let straight = crooked <= CROOKED && stretch.turn().abs() <= name.most_turn;
            if straight {
                for (below, away) in [(0.0, 1.0), (0.25, -1.0)] {
                    let badness = 2.0 * crooked + stretch.turn().abs() / 90.0 + below;
                    let center = stretch.beside(away * (gap + name.height / 2.0));
                    let seat = Seat { center, angle: stretch.turn(), leader: None };
                    found.push((badness, seat));
                }
            }
        }
        middle += step;
    }
    found
}

/// A stretch of a line, read from left to right.
struct Stretch {
    middle: [f32; 2],
    /// Unit vector from its left end to its right one.
    along: [f32; 2],
    /// How far it bulges above and below the straight line between its ends.
    bulge: [f32; 2],
}

impl Stretch {
    fn of(course: &Course, from: f32, to: f32) -> Option<Self> {
        let (mut a, mut b) = (course.station(from)?.at, course.station(to)?.at);
        // A vertical one is read upwards, as on most maps.
        if b[0] < a[0] || (b[0] == a[0] && b[1] > a[1]) {
            (a, b) = (b, a);
        }
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let chord = dx.hypot(dy);
        if chord < (to - from) * 0.8 {
            return None;
        }
        let along = [dx / chord, dy / chord];
        let mut bulge = [0.0_f32; 2];
        for i in 1..SAMPLES {
            let share = i as f32 / SAMPLES as f32;
            let [x, y] = course.station(from + (to - from) * share)?.at;
            let rise = (x - a[0]) * along[1] - (y - a[1]) * along[0];
            bulge = [bulge[0].max(rise), bulge[1].min(rise)];
        }
        Some(Self { middle: [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0], along, bulge })
    }

    fn bend(&self) -> f32 {
        self.bulge[0] - self.bulge[1]
    }

    /// Degrees clockwise, −90 to 90.
    fn turn(&self) -> f32 {
        self.along[1].atan2(self.along[0]).to_degrees()
    }

    /// The point that far above the middle, or below it where negative, off all of the line.
    fn beside(&self, away: f32) -> [f32; 2] {
        let rise = away + if away > 0.0 { self.bulge[0] } else { self.bulge[1] };
        [self.middle[0] + self.along[1] * rise, self.middle[1] - self.along[0] * rise]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: Name = Name { width: 60.0, height: 12.0, most_turn: 90.0 };

    #[test]
    fn names_are_never_upside_down() {
        for degrees in (0..360).step_by(15) {
            let (sin, cos) = (degrees as f32).to_radians().sin_cos();
            let course = Course::new(vec![[0.0, 0.0], [cos * 200.0, sin * 200.0]]);
            let seats = seats(&course, 0.0, NAME, 3.0);
            assert!(!seats.is_empty());
            for (_, seat) in seats {
                assert!((-90.1..=90.1).contains(&seat.angle), "{degrees}: {seat:?}");
                // As far off the line as asked.
                let off = seat.center[0] * sin - seat.center[1] * cos;
                assert!((off.abs() - 9.0).abs() < 0.01, "{degrees}: {off}");
            }
        }
    }

    #[test]
    fn a_name_stands_on_the_straight_part() {
        let mut points: Vec<[f32; 2]> =
            (0..20).map(|i| [i as f32 * 10.0, (i % 2) as f32 * 30.0]).collect();
        points.extend((20..60).map(|i| [i as f32 * 10.0, 0.0]));
        let seats = seats(&Course::new(points), 0.0, NAME, 3.0);
        assert!(!seats.is_empty());
        assert!(seats.iter().all(|(_, seat)| seat.center[0] >= 200.0 && seat.angle.abs() < 5.0));
    }

    #[test]
    fn seats_stay_on_the_ground_when_a_piece_begins_later() {
        let whole = Course::new(vec![[0.0, 0.0], [600.0, 0.0]]);
        let later = Course::new(vec![[131.0, 0.0], [600.0, 0.0]]);
        let all = seats(&whole, 0.0, NAME, 3.0);
        for (_, seat) in seats(&later, 131.0, NAME, 3.0) {
            let near = |(_, other): &(f32, Seat)| {
                (seat.center[0] - other.center[0]).abs() < 0.01 && seat.center[1] == other.center[1]
            };
            assert!(all.iter().any(near), "{seat:?}");
        }
    }
}
