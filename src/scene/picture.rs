//! A finished picture: what to draw, and what can be pointed at in it.

use super::{
    display::{Shape, Size},
    pick::{Area, Pick},
    tilted::Tilted,
};
use crate::model::id::Ref;

/// A finished picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Its size.
    pub size: Size,
    /// What to draw, bottom first.
    pub shapes: Vec<Shape>,
    /// Which of the shapes is the bulk of lines that a painter may show as a moved copy.
    pub bulk: Option<usize>,
    /// The boxes of placed labels, for the test that none overlap.
    pub label_boxes: Vec<Tilted>,
    /// What can be pointed at, topmost first.
    pub picks: Vec<Pick>,
}

impl Scene {
    /// The thing under `at`: the nearest symbol within `slack` CSS pixels, else the nearest line.
    pub fn pick(&self, at: [f32; 2], slack: f32) -> Option<&Ref> {
        let nearest = |dots: bool| {
            self.picks
                .iter()
                .filter(|pick| matches!(pick.area, Area::Dot(..)) == dots)
                .map(|pick| (pick.gap(at), &pick.target))
                .filter(|(gap, _)| *gap <= slack)
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, target)| target)
        };
        nearest(true).or_else(|| nearest(false))
    }
}
