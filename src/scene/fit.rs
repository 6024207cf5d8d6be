//! The view that shows given points inside the free part of the window.

use super::{
    display::{Box2, Size},
    viewport::Viewport,
};
use crate::geo::{LonLat, projection::ProjectionId};
use crate::state::MapView;

/// Space that furniture takes at the physical edges of the window, CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Insets {
    /// At the top.
    pub top: f32,
    /// At the right.
    pub right: f32,
    /// At the bottom.
    pub bottom: f32,
    /// At the left.
    pub left: f32,
}

impl Insets {
    /// The part of a window that they leave free, if there is any.
    pub fn free(self, size: Size) -> Option<Box2> {
        let (width, height) =
            (size.width - self.left - self.right, size.height - self.top - self.bottom);
        let some = width > 0.0 && height > 0.0;
        some.then_some(Box2 { x: self.left, y: self.top, width, height })
    }
}

/// A view that spans more than this from edge to edge is too wide for a conic, degrees of arc: at
/// the Cape Lambert's is 2.5 times too large.
const WIDEST: f64 = 90.0;

/// The projection in which a view is shown: the reader's own choice, else Lambert's conic, and Equal
/// Earth where the smaller side of the window spans more than a quarter of the globe.
pub fn projection(chosen: Option<ProjectionId>, view: MapView, size: Size) -> ProjectionId {
    let span = f64::from(size.width.min(size.height)) * 360.0 / (256.0 * view.zoom.exp2());
    chosen.unwrap_or(match span > WIDEST {
        true => ProjectionId::EqualEarth,
        false => ProjectionId::Lambert,
    })
}

/// Never closer than this when fitting: a single point has no extent.
const CLOSEST: f64 = 7.5;

/// Less room than this between furniture shows nothing, CSS pixels.
const LEAST_ROOM: f32 = 60.0;

/// The view that shows all `points` between the insets, as close as it goes.
///
/// `None` when there is no point or the window has no free area.
pub fn fit(id: ProjectionId, points: &[LonLat], size: Size, insets: Insets) -> Option<MapView> {
    fit_up_to(CLOSEST, id, points, size, insets)
}

/// As [`fit`], but never closer than the zoom `closest`.
pub fn fit_up_to(
    closest: f64,
    id: ProjectionId,
    points: &[LonLat],
    size: Size,
    insets: Insets,
) -> Option<MapView> {
    if points.is_empty() || size.width < 1.0 || size.height < 1.0 {
        return None;
    }
    // A window smaller than its furniture is fitted as if the furniture were not there.
    let roomy = |free: &Box2| free.width >= LEAST_ROOM && free.height >= LEAST_ROOM;
    let (free, insets) = match insets.free(size).filter(roomy) {
        Some(free) => ([free.width, free.height], insets),
        None => ([size.width, size.height], Insets::default()),
    };
    let first = points[0];
    let mut view = MapView { zoom: 3.0, center: first };
    // The turn of the sheet depends on the view, so a few rounds settle it.
    for _ in 0..8 {
        let window = Viewport::new(id, view, size);
        let (mut min, mut max) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        for &point in points {
            let at = window.project_or_rim(point);
            for axis in 0..2 {
                min[axis] = min[axis].min(at[axis]);
                max[axis] = max[axis].max(at[axis]);
            }
        }
        let room = |axis: usize| f64::from(free[axis] / (max[axis] - min[axis]).max(1e-3));
        let grow = room(0).min(room(1)).max(1e-6).log2();
        // The offset of the insets shrinks on the ground as the zoom grows.
        let zoom = (view.zoom + grow).min(closest);
        let shrink = (view.zoom - zoom).exp2() as f32;
        let middle = [
            (min[0] + max[0]) / 2.0 + (insets.right - insets.left) / 2.0 * shrink,
            (min[1] + max[1]) / 2.0 + (insets.bottom - insets.top) / 2.0 * shrink,
        ];
        let center = window.invert(middle).unwrap_or(first);
        let next = MapView { zoom, center }.clamped();
        let moved =
            (next.center.lon - view.center.lon).abs() + (next.center.lat - view.center.lat).abs();
        let settled = (next.zoom - view.zoom).abs() < 1e-3 && moved < 1e-2;
        view = next;
        if settled {
            break;
        }
    }
    Some(view)
}
