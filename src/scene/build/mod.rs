//! From the state to the scene: the one place that knows the paint order.

mod lines;
mod measured;
mod names;
mod symbols;

use super::{
    course::Course,
    display::{Box2, Shape},
    graticule,
    ground::GroundParts,
    label::{Placer, TextMeasure},
    pick::Pick,
    picture::Scene,
    place_labels::Priority,
    stage::{LineItem, Stage},
    synthetic,
    viewport::Viewport,
};
use crate::geo::LonLat;
use crate::model::{id::Ref, place::Place};
use crate::state::{AppState, Layer};

/// What the reader points at, apart from the state: it changes with every move.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attention {
    /// Under the pointer.
    pub hover: Option<Ref>,
    /// Reached by keyboard.
    pub focus: Option<Ref>,
    /// The points of the distance that the reader measures, in order.
    pub measure: Vec<LonLat>,
    /// Fingers need larger symbols.
    pub touch: bool,
    /// Boxes of furniture on the map, CSS pixels; labels keep off them.
    pub furniture: Vec<Box2>,
}

/// Builds the picture of `state` in `window`.
pub fn build(
    stage: &Stage,
    state: &AppState,
    window: &Viewport,
    attention: &Attention,
    measure: &mut dyn TextMeasure,
) -> Scene {
    let mut shapes = Vec::new();
    let parts = GroundParts {
        rivers: state.layers.contains(Layer::Rivers),
        borders: state.layers.contains(Layer::Borders),
        waterlines: true,
    };
    let sheet = stage.sheet(window.id);
    sheet.ground.draw(window, state.boundaries, parts, &mut shapes);
    let grid = match state.layers.contains(Layer::Graticule) {
        true => sheet.graticule.lines(window),
        false => Vec::new(),
    };
    graticule::draw(&grid, &mut shapes);
    if state.extra > 0 {
        synthetic::draw(&sheet.synthetic(state.extra), window, &mut shapes);
    }

    let mut work = Work {
        stage,
        state,
        window,
        attention,
        weight: line_weight(window),
        shapes,
        picks: Vec::new(),
        placer: Placer::new(Box2::around(
            [window.size.width / 2.0, window.size.height / 2.0],
            window.size.width - 8.0,
            window.size.height - 8.0,
        )),
    };
    for &furniture in &attention.furniture {
        work.placer.block(furniture);
    }
    let drawn = work.lines();
    let places = work.symbols();
    let mut figures = work.measured(measure);
    work.labels(&drawn, &places, &grid, measure);
    work.shapes.append(&mut figures);

    let Work { shapes, mut picks, placer, .. } = work;
    picks.reverse();
    Scene { size: window.size, shapes, label_boxes: placer.placed, picks }
}

/// Widths grow from the overview (z 4.7 on a wide screen) by half until the closest zoom.
fn line_weight(window: &Viewport) -> f32 {
    let near = ((window.view.zoom - 4.7) / 4.0).clamp(0.0, 1.0);
    let small = if window.size.width < 480.0 { 0.9 } else { 1.0 };
    (1.0 + 0.5 * near as f32) * small
}

/// A drawn line and where it shows.
struct Drawn<'a> {
    item: LineItem<'a>,
    pieces: Vec<Course>,
}

/// A place whose symbol shows, and where.
struct Shown<'a> {
    place: &'a Place,
    at: [f32; 2],
    radius: f32,
    priority: Priority,
}

struct Work<'a> {
    stage: &'a Stage,
    state: &'a AppState,
    window: &'a Viewport,
    attention: &'a Attention,
    weight: f32,
    shapes: Vec<Shape>,
    picks: Vec<Pick>,
    placer: Placer,
}
