//! A finished picture: what to draw, and what can be pointed at in it.

use super::{
    display::{Shape, Size},
    pick::{Area, Pick},
    tilted::Tilted,
};
use crate::model::id::Ref;
use crate::order;

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
    /// What lies within `slack` CSS pixels of `at`, each thing once: symbols before lines, the nearer
    /// first, and of those that `at` lies inside the topmost first.
    pub fn pick_all(&self, at: [f32; 2], slack: f32) -> Vec<&Ref> {
        let mut near: Vec<(bool, f32, &Ref)> = self
            .picks
            .iter()
            .map(|pick| (matches!(pick.area, Area::Line(..)), pick.gap(at).max(0.0), &pick.target))
            .filter(|(_, gap, _)| *gap <= slack)
            .collect();
        order::sort_by(&mut near, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut stack: Vec<&Ref> = Vec::new();
        for (_, _, target) in near {
            if !stack.contains(&target) {
                stack.push(target);
            }
        }
        stack
    }
}
