//! A point of the globe held under a pixel while the map moves: by fingers, wheel or throw.

use crate::geo::LonLat;
use crate::scene::viewport::Viewport;
use crate::state::MapView;

/// The point that stays under the hand, with scale and spread of the fingers where it was taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grip {
    anchor: LonLat,
    scale: f64,
    spread: f32,
}

impl Grip {
    /// Takes hold of what lies at a pixel; `spread` is how far two fingers are apart, or 0.
    pub(super) fn take(window: &Viewport, at: [f32; 2], spread: f32) -> Option<Self> {
        let held = |anchor| Self { anchor, scale: window.scale_at(anchor), spread };
        window.invert(at).map(held)
    }

    /// The view that has the point at `at` while the fingers are `spread` apart.
    pub(super) fn view(&self, window: &Viewport, at: [f32; 2], spread: f32) -> MapView {
        let pinches = self.spread > 1.0 && spread > 1.0;
        let closer = if pinches { f64::from(spread / self.spread) } else { 1.0 };
        window.anchored(self.anchor, at, self.scale * closer)
    }
}

/// The view `closer` times as close, with what lies at a pixel kept there.
pub(super) fn zoomed(window: &Viewport, at: [f32; 2], closer: f64) -> Option<MapView> {
    let anchor = window.invert(at)?;
    Some(window.anchored(anchor, at, window.scale_at(anchor) * closer))
}
