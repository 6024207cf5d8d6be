//! The view that shows what lies in a box drawn on the map.

use super::{
    display::Box2,
    fit::{Insets, fit_up_to, projection},
    viewport::Viewport,
};
use crate::geo::{LonLat, projection::ProjectionId};
use crate::state::MapView;

/// Points taken along each side: a straight side on the screen is no straight line on the ground.
const PER_SIDE: usize = 4;

/// The view that shows `area` (CSS pixels in `window`) as large as the window allows, or `None`
/// where nothing of its outline lies on the globe. `chosen` is the reader's own projection; without
/// one the box is fitted in the projection that will then be shown.
pub fn view_of_box(window: &Viewport, chosen: Option<ProjectionId>, area: Box2) -> Option<MapView> {
    let outline: Vec<LonLat> = outline(area).filter_map(|pixel| window.invert(pixel)).collect();
    let fitted = |id| fit_up_to(MapView::MAX_ZOOM, id, &outline, window.size, Insets::default());
    let view = fitted(window.id)?;
    match projection(chosen, view, window.size) {
        id if id == window.id => Some(view),
        other => fitted(other),
    }
}

fn outline(area: Box2) -> impl Iterator<Item = [f32; 2]> {
    let Box2 { x, y, width, height } = area;
    (0..PER_SIDE).flat_map(move |step| {
        let share = step as f32 / PER_SIDE as f32;
        let (dx, dy) = (width * share, height * share);
        [[x + dx, y], [x + width, y + dy], [x + width - dx, y + height], [x, y + height - dy]]
    })
}
