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
    /// What the upper right corner holds in addition.
    pub corner: Size,
}

impl Insets {
    /// The part of a window that they leave free, if there is any.
    pub fn free(self, size: Size) -> Option<Box2> {
        let (width, height) =
            (size.width - self.left - self.right, size.height - self.top - self.bottom);
        let some = width > 0.0 && height > 0.0;
        some.then_some(Box2 { x: self.left, y: self.top, width, height })
    }

    /// Whether a point of a window of that size lies clear of furniture.
    pub fn clear(self, size: Size, at: [f32; 2]) -> bool {
        self.free(size).is_some_and(|free| free.holds(at)) && !self.in_corner(size, at)
    }

    fn in_corner(self, size: Size, [x, y]: [f32; 2]) -> bool {
        x > size.width - self.corner.width && y < self.corner.height
    }
}

/// A window whose smaller side spans more than this is too wide for a conic, degrees of arc.
const WIDEST: f64 = 90.0;

/// What spans less than this, degrees of arc, is never too wide.
const NARROW: f64 = 40.0;

/// The conic may draw the largest ground in a window that many times as large as the smallest. At the Cape
/// Lambert's is 2.5 times too large.
const UNEVEN: f64 = 2.0;

/// The projection in which a view is shown: the reader's own choice, else Lambert's conic, and Equal
/// Earth where the window is so wide, or reaches so far from the conic's own latitudes, that the conic would lie.
pub fn projection(chosen: Option<ProjectionId>, view: MapView, size: Size) -> ProjectionId {
    let span = |pixels: f32| f64::from(pixels) * 360.0 / (256.0 * view.zoom.exp2());
    let wide = || {
        span(size.width.min(size.height)) > WIDEST
            || (span(size.width.max(size.height)) > NARROW && is_uneven(view, size))
    };
    chosen.unwrap_or_else(|| if wide() { ProjectionId::EqualEarth } else { ProjectionId::Lambert })
}

/// Degrees of latitude beyond which no corridor goes.
const ICE: f64 = 75.0;

fn is_uneven(view: MapView, size: Size) -> bool {
    let sheet = Viewport::new(ProjectionId::Lambert, view, size);
    let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
    for x in [0.0, 0.5, 1.0] {
        for y in [0.0, 0.5, 1.0] {
            // Beyond the globe there is nothing to draw too large, and around the pole only ice.
            let ground = sheet.invert([x * size.width, y * size.height]);
            if let Some(ground) = ground.filter(|ground| ground.lat.abs() < ICE) {
                let scale = sheet.scale_at(ground);
                (least, most) = (least.min(scale), most.max(scale));
            }
        }
    }
    most > UNEVEN * least
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
    if insets.corner.width > 0.0 {
        return beside_corner(closest, id, points, size, insets);
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

/// How much of the corner's width the view gives way by, until nothing lies in the corner.
const STEPS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// As [`fit_up_to`], moved aside no farther than it takes to keep the points out of the corner.
fn beside_corner(
    closest: f64,
    id: ProjectionId,
    points: &[LonLat],
    size: Size,
    insets: Insets,
) -> Option<MapView> {
    let mut found = None;
    for share in STEPS {
        let right = insets.right.max(insets.corner.width * share);
        let aside = Insets { right, corner: Size::default(), ..insets };
        let view = fit_up_to(closest, id, points, size, aside)?;
        let window = Viewport::new(id, view, size);
        found = Some(view);
        let hidden = |at: [f32; 2]| insets.in_corner(size, at);
        if !points.iter().filter_map(|point| window.project(*point)).any(hidden) {
            break;
        }
    }
    found
}
