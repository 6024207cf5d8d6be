//! Arcs as whole numbers: the first point, then differences.

use crate::topojson::Point;

/// Collects the arcs of a level.
pub struct Pack {
    step: f64,
    arcs: Vec<Vec<i32>>,
}

impl Pack {
    /// An empty collection with `step` degrees per unit.
    pub fn new(step: f64) -> Self {
        Self { step, arcs: Vec::new() }
    }

    /// Adds an arc and gives its number. Points that fall on one another are joined; the ends
    /// stay, so that rings close.
    pub fn add(&mut self, points: &[Point]) -> u32 {
        let mut whole: Vec<[i32; 2]> =
            points.iter().map(|p| p.map(|degrees| (degrees / self.step).round() as i32)).collect();
        whole.dedup();
        if let ([only], true) = (whole.as_slice(), points.len() > 1) {
            whole.push(*only);
        }
        let mut last = [0, 0];
        let mut numbers = Vec::with_capacity(whole.len() * 2);
        for point in whole {
            numbers.extend([point[0] - last[0], point[1] - last[1]]);
            last = point;
        }
        self.arcs.push(numbers);
        (self.arcs.len() - 1) as u32
    }

    /// The arcs.
    pub fn finish(self) -> Vec<Vec<i32>> {
        self.arcs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_follow_the_first_point() {
        let mut pack = Pack::new(0.1);
        assert_eq!(pack.add(&[[1.0, 2.0], [1.01, 2.01], [0.8, 2.5]]), 0);
        assert_eq!(pack.add(&[[3.0, 3.0], [3.001, 3.0]]), 1);
        assert_eq!(pack.finish(), [vec![10, 20, -2, 5], vec![30, 30, 0, 0]]);
    }
}
