//! Boxes of degrees, and the tolerance that depends on them.

use crate::topojson::Point;

/// West, south, east, north.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area(pub [f64; 4]);

impl Area {
    /// The smallest box around `points`; a box that meets nothing where there are none.
    pub fn around<'a>(points: impl IntoIterator<Item = &'a Point>) -> Self {
        let nothing = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        Self(
            points
                .into_iter()
                .fold(nothing, |[w, s, e, n], [x, y]| [w.min(*x), s.min(*y), e.max(*x), n.max(*y)]),
        )
    }

    /// Whether the point lies in the box.
    pub fn holds(&self, [x, y]: Point) -> bool {
        let [w, s, e, n] = self.0;
        (w..=e).contains(&x) && (s..=n).contains(&y)
    }

    /// Whether the boxes share a point.
    pub fn meets(&self, other: &Self) -> bool {
        let ([w, s, e, n], [w2, s2, e2, n2]) = (self.0, other.0);
        w <= e2 && w2 <= e && s <= n2 && s2 <= n
    }

    /// The box, `margin` degrees wider on each side.
    pub fn wider(&self, margin: f64) -> Self {
        let [w, s, e, n] = self.0;
        Self([w - margin, s - margin, e + margin, n + margin])
    }
}

/// How fine lines are kept: finer inside an area than outside it.
#[derive(Debug, Clone, Copy)]
pub struct Tolerance {
    /// Where lines are kept fine.
    pub area: Area,
    /// Degrees, inside.
    pub inside: f64,
    /// Degrees, outside.
    pub outside: f64,
}

impl Tolerance {
    /// The tolerance at a point.
    pub fn at(&self, point: Point) -> f64 {
        if self.area.holds(point) { self.inside } else { self.outside }
    }
}
