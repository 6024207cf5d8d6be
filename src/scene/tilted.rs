//! A box that may be turned: the ground that a name along a river really covers.

use super::display::Box2;

/// A box, turned about its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tilted {
    /// Its middle, CSS pixels.
    pub center: [f32; 2],
    /// Half its width and half its height, before it is turned.
    pub half: [f32; 2],
    /// Unit vector along its width.
    pub along: [f32; 2],
}

impl From<Box2> for Tilted {
    fn from(upright: Box2) -> Self {
        Self {
            center: upright.middle(),
            half: [upright.width / 2.0, upright.height / 2.0],
            along: [1.0, 0.0],
        }
    }
}

impl Tilted {
    /// The box of that size around `center`, turned by `angle` degrees clockwise.
    pub fn around(center: [f32; 2], width: f32, height: f32, angle: f32) -> Self {
        let (sin, cos) = angle.to_radians().sin_cos();
        Self { center, half: [width / 2.0, height / 2.0], along: [cos, sin] }
    }

    /// The strip of that width between two points.
    pub fn strip(from: [f32; 2], to: [f32; 2], width: f32) -> Self {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let length = dx.hypot(dy).max(1e-6);
        Self {
            center: [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0],
            half: [length / 2.0, width / 2.0],
            along: [dx / length, dy / length],
        }
    }

    /// The box with `margin` added on each side.
    pub fn grown(self, margin: f32) -> Self {
        Self { half: self.half.map(|half| half + margin), ..self }
    }

    /// Unit vector along its height.
    fn across(&self) -> [f32; 2] {
        [-self.along[1], self.along[0]]
    }

    /// The smallest upright box around it.
    pub fn bounds(&self) -> Box2 {
        if self.along[1] == 0.0 {
            return Box2::around(self.center, self.half[0] * 2.0, self.half[1] * 2.0);
        }
        let (width, height) = (self.reach([1.0, 0.0]) * 2.0, self.reach([0.0, 1.0]) * 2.0);
        Box2::around(self.center, width, height)
    }

    /// How far it reaches from its middle in a direction.
    fn reach(&self, axis: [f32; 2]) -> f32 {
        self.half[0] * dot(self.along, axis).abs() + self.half[1] * dot(self.across(), axis).abs()
    }

    /// Whether the two share a point: unless a line parallel to one of their sides parts them.
    pub fn overlaps(&self, other: &Self) -> bool {
        let apart = [other.center[0] - self.center[0], other.center[1] - self.center[1]];
        if self.along[1] == 0.0 && other.along[1] == 0.0 {
            return (0..2).all(|axis| apart[axis].abs() < self.half[axis] + other.half[axis]);
        }
        [[1.0, 0.0], [0.0, 1.0], self.along, self.across(), other.along, other.across()]
            .iter()
            .all(|&axis| dot(apart, axis).abs() < self.reach(axis) + other.reach(axis))
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        let apart = [other.center[0] - self.center[0], other.center[1] - self.center[1]];
        [(self.along, self.half[0]), (self.across(), self.half[1])]
            .iter()
            .all(|&(axis, half)| dot(apart, axis).abs() + other.reach(axis) <= half)
    }

    /// Points of it, `step` apart or less, rows from one side to the other.
    pub fn lattice(&self, step: f32) -> impl Iterator<Item = [f32; 2]> + use<> {
        let [columns, rows] = self.half.map(|half| (half * 2.0 / step).ceil().max(1.0) as usize);
        let (own, across) = (*self, self.across());
        (0..=rows).flat_map(move |row| {
            (0..=columns).map(move |column| {
                let x = own.half[0] * (column as f32 / columns as f32 * 2.0 - 1.0);
                let y = own.half[1] * (row as f32 / rows as f32 * 2.0 - 1.0);
                [
                    own.center[0] + own.along[0] * x + across[0] * y,
                    own.center[1] + own.along[1] * x + across[1] * y,
                ]
            })
        })
    }
}

fn dot(a: [f32; 2], b: [f32; 2]) -> f32 {
    a[0] * b[0] + a[1] * b[1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_box_is_smaller_than_the_upright_one_around_it() {
        let name = Tilted::around([0.0, 0.0], 100.0, 10.0, 45.0);
        let corner = Tilted::from(Box2::around([30.0, -30.0], 8.0, 8.0));
        assert!(name.bounds().overlaps(&corner.bounds()) && !name.overlaps(&corner));
        let below = Tilted::from(Box2::around([30.0, 30.0], 8.0, 8.0));
        assert!(name.overlaps(&below) && below.overlaps(&name));
    }

    #[test]
    fn upright_boxes_overlap_as_boxes_do() {
        let own = Box2 { x: 0.0, y: 0.0, width: 10.0, height: 4.0 };
        for (x, y) in [(9.0, 3.0), (10.0, 0.0), (0.0, 4.0), (-5.0, -1.0), (20.0, 20.0)] {
            let other = Box2 { x, y, width: 6.0, height: 2.0 };
            assert_eq!(Tilted::from(own).overlaps(&other.into()), own.overlaps(&other), "{x} {y}");
        }
    }

    #[test]
    fn points_of_a_box_lie_inside() {
        let name = Tilted::around([5.0, 5.0], 40.0, 12.0, -30.0);
        let points: Vec<[f32; 2]> = name.lattice(4.0).collect();
        assert_eq!(points.len(), 11 * 4);
        let dot = |at| Tilted::from(Box2::around(at, 0.01, 0.01));
        assert!(points.iter().all(|&at| name.grown(0.1).contains(&dot(at))));
    }
}
