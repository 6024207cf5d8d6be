//! From the state to the scene: the one place that knows the paint order.

mod lines;
mod measured;
mod names;
mod symbols;
mod trails;

use super::{
    bend::Bend,
    course::Course,
    display::{Box2, Shape},
    graticule,
    ground::GroundParts,
    label::{Placer, TextMeasure},
    locator::Locator,
    pick::{Area, Pick},
    picture::Scene,
    place_labels::Priority,
    stage::{LineItem, Stage},
    synthetic,
    trail::Trail,
    viewport::Viewport,
};
use crate::geo::LonLat;
use crate::model::{
    id::{Id, Ref},
    place::Place,
};
use crate::state::{AppState, Layer};

/// What the reader points at, apart from the state: it changes with every move.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attention {
    /// Under the pointer.
    pub hover: Option<Ref>,
    /// Reached by keyboard.
    pub focus: Option<Ref>,
    /// What the open claim is about, what the step of the tour marks, or the stops of a route.
    pub lit: Vec<Ref>,
    /// Routes that were computed.
    pub trails: Vec<Trail>,
    /// Links within reach of a place, in bands, the nearest first.
    pub bands: Vec<Vec<Vec<LonLat>>>,
    /// Straits that the route passes which is looked at.
    pub passed: Vec<Id>,
    /// A route under the hand.
    pub bend: Option<Bend>,
    /// The points of the distance that the reader measures, in order.
    pub measure: Vec<LonLat>,
    /// Fingers need larger symbols.
    pub touch: bool,
    /// Boxes of furniture on the map, CSS pixels; labels keep off them.
    pub furniture: Vec<Box2>,
    /// The painter shows a copy of the bulk lines: their shape may stay empty.
    pub bulk_apart: bool,
}

impl Attention {
    /// Whether something computed is drawn, behind which the corridors stand back.
    pub fn is_computed(&self) -> bool {
        !self.trails.is_empty() || !self.bands.is_empty()
    }

    /// What of it belongs to the picture itself, as on paper: what was computed, lit and measured, but not what a
    /// hand or the keyboard points at.
    pub fn kept(&self) -> Self {
        Self {
            lit: self.lit.clone(),
            trails: self.trails.clone(),
            bands: self.bands.clone(),
            passed: self.passed.clone(),
            measure: self.measure.clone(),
            ..Self::default()
        }
    }
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
    let bulk = (state.extra > 0).then_some(shapes.len());
    if bulk.is_some() {
        let count = if attention.bulk_apart { 0 } else { state.extra };
        shapes.push(synthetic::drawn(&sheet.synthetic(state.extra), count, window));
    }

    let mut work = Work {
        stage,
        state,
        window,
        attention,
        weight: line_weight(window),
        shapes,
        picks: Vec::new(),
        routes: Vec::new(),
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
    work.bands();
    let badges = work.trails();
    work.bend();
    let places = work.symbols();
    work.shapes.extend(badges);
    let locator = work.locator();
    let mut figures = work.measured(measure);
    work.labels(&drawn, &places, &grid, measure);
    work.shapes.append(&mut figures);
    work.shapes.extend(locator);

    let Work { shapes, mut picks, placer, .. } = work;
    picks.reverse();
    Scene { size: window.size, shapes, bulk, label_boxes: placer.placed, picks }
}

impl Work<'_> {
    /// What the reader chose, and what the open claim is about.
    fn chosen(&self) -> impl Iterator<Item = &Ref> {
        self.state.select.iter().chain(&self.attention.lit)
    }

    /// The globe in a corner, where the view is so close that one might be lost. Names keep off it,
    /// and what lies under it cannot be pointed at.
    fn locator(&mut self) -> Vec<Shape> {
        let Some(globe) = Locator::of(self.window, &self.attention.furniture) else {
            return Vec::new();
        };
        let covered = globe.area();
        self.placer.block(covered);
        self.picks.retain(|pick| !matches!(pick.area, Area::Dot(at, _) if covered.holds(at)));
        globe.shapes(self.window, self.stage.small_globe())
    }
}

/// Widths grow from the overview (z 4.7 on a wide screen) by half until the closest zoom.
fn line_weight(window: &Viewport) -> f32 {
    let near = ((window.view.zoom - 4.7) / 4.0).clamp(0.0, 1.0);
    let small = if window.size.width < 480.0 { 0.9 } else { 1.0 };
    (1.0 + 0.5 * near as f32) * small
}

/// A drawn line and where it shows: its pieces, with the distance along it at which each begins.
struct Drawn<'a> {
    item: LineItem<'a>,
    pieces: Vec<(f32, Course)>,
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
    /// The lines of the computed routes, once they are drawn.
    routes: Vec<Course>,
}
