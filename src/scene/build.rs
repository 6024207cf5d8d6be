//! From the state to the scene: the one place that knows the paint order.

use super::{
    area_labels,
    course::Course,
    display::{Box2, Paint, Path, Scene, Shape, Stroke},
    graticule,
    ground::GroundParts,
    label::{Candidate, Placer, TextMeasure, beside, line_height},
    line_style::LineLook,
    palette::Ink,
    pick::{Area, Pick},
    place_labels,
    stage::{LineItem, Stage},
    symbol::SymbolLook,
    synthetic, tag,
    viewport::Viewport,
};
use crate::i18n::Lang;
use crate::model::{
    corridor::Family,
    id::{Id, Kind, Ref},
    line::Mode,
    place::{Place, PlaceKind},
};
use crate::state::{AppState, Layer};
use std::collections::HashSet;

/// What the reader points at, apart from the state: it changes with every move.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attention {
    /// Under the pointer.
    pub hover: Option<Ref>,
    /// Reached by keyboard.
    pub focus: Option<Ref>,
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
    stage.ground.draw(window, state.boundaries, parts, &mut shapes);
    let grid =
        if state.layers.contains(Layer::Graticule) { graticule::lines(window) } else { Vec::new() };
    graticule::draw(&grid, &mut shapes);
    if state.extra > 0 {
        synthetic::draw(&stage.synthetic(state.extra), window, &mut shapes);
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
    work.labels(&drawn, &places, &grid, measure);

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

impl<'a> Work<'a> {
    /// Draws the corridors, the chosen one last, and gives what shows.
    fn lines(&mut self) -> Vec<Drawn<'a>> {
        let chosen = self.state.select.as_ref();
        let in_chosen = |item: &LineItem| chosen.is_some_and(|target| item.belongs_to(target));
        let something_chosen = self.stage.lines().any(|item| in_chosen(&item));
        let mut items: Vec<LineItem<'a>> =
            self.stage.lines().filter(|item| item.shows(self.state) || in_chosen(item)).collect();
        items.sort_by_key(|item| (in_chosen(item), paint_order(item)));

        let mut drawn = Vec::new();
        let mut highlighted = false;
        for item in items {
            let chosen_line = in_chosen(&item);
            let alpha = if something_chosen && !chosen_line { 0.35 } else { 1.0 };
            let hovered =
                self.attention.hover.as_ref().is_some_and(|target| item.belongs_to(target));
            let look = LineLook {
                mode: item.line.mode,
                status: item.line.status,
                ink: Ink::of(item.family),
                context: item.family == Family::Context,
                weight: self.weight * if hovered { 1.2 } else { 1.0 },
                alpha,
            };
            let course =
                item.course.in_window(self.window, f32::from(item.line.offset) * self.weight);
            let pieces = course.pieces(self.window, 24.0);
            if chosen_line && !highlighted {
                self.highlight(chosen);
                highlighted = true;
            }
            for (start, piece) in &pieces {
                look.draw(piece, *start, &mut self.shapes);
                self.placer.block_line(&piece.points, look.reach() / 2.0);
                for corridor in item.corridors() {
                    let kind = if corridor.waterway { Kind::Waterway } else { Kind::Project };
                    self.picks.push(Pick {
                        target: Ref { kind, id: corridor.id.clone() },
                        area: Area::Line(piece.points.clone(), look.reach() / 2.0),
                    });
                }
            }
            if self.attention.focus.as_ref().is_some_and(|target| item.belongs_to(target)) {
                for (_, piece) in &pieces {
                    let dots = Stroke::solid(Ink::Ink, 2.0).round().dashed(&[0.1, 5.0], 0.0);
                    self.shapes.push(Shape::Stroke(Path::line(piece.points.clone(), false), dots));
                }
            }
            let pieces = pieces.into_iter().map(|(_, piece)| piece).collect();
            drawn.push(Drawn { item, pieces });
        }
        drawn
    }

    /// The yellow band under the chosen corridor.
    fn highlight(&mut self, chosen: Option<&Ref>) {
        let Some(target) = chosen else { return };
        let mut band = Path::new(false);
        for item in self.stage.lines().filter(|item| item.belongs_to(target)) {
            let offset = f32::from(item.line.offset) * self.weight;
            for (_, piece) in item.course.in_window(self.window, offset).pieces(self.window, 24.0) {
                band.start();
                band.points.extend(&piece.points);
            }
        }
        let paint = Paint { ink: Ink::Highlight, alpha: 0.72, multiply: true };
        self.shapes.push(Shape::Stroke(band, Stroke::solid(paint, 17.0).round()));
    }

    /// Draws the symbols of the places that show, the most important on top.
    fn symbols(&mut self) -> Vec<(&'a Place, [f32; 2], f32, place_labels::Priority)> {
        let on_chosen = self.chosen_places();
        let mut shown = Vec::new();
        for place in &self.stage.atlas.places {
            let chosen = self.is_chosen(place);
            let on_line = on_chosen.contains(&place.id);
            let layer = self.state.layers.contains(Layer::Places);
            let zoom = place_labels::symbol_zoom(place, on_line);
            if !chosen && !(layer && self.window.view.zoom >= zoom) {
                continue;
            }
            let at = self.window.project(place.at);
            let frame = Box2 {
                x: -20.0,
                y: -20.0,
                width: self.window.size.width + 40.0,
                height: self.window.size.height + 40.0,
            };
            if !frame.contains(&Box2::around(at, 0.0, 0.0)) {
                continue;
            }
            let on_corridor = self.on_corridor(place);
            let priority = if chosen {
                place_labels::SELECTED
            } else {
                place_labels::priority(place, on_line, on_corridor)
            };
            let touch = if self.attention.touch { 1.15 } else { 1.0 };
            let look = SymbolLook {
                kind: place.kind,
                major: place.rank <= 1 || (place.rank == 2 && self.window.view.zoom > 5.2),
                approximate: place.position.is_none(),
                weight: touch,
            };
            shown.push((place, at, look, priority));
        }
        shown.sort_by(|a, b| a.3.cmp(&b.3).then_with(|| a.0.id.cmp(&b.0.id)));
        // A symbol that would lie on a more important one waits for a closer view.
        let mut kept: Vec<(&'a Place, [f32; 2], SymbolLook, place_labels::Priority)> = Vec::new();
        for entry in shown {
            let crowded = kept.iter().any(|(_, at, look, _)| {
                super::course::distance(*at, entry.1) < (look.radius() + entry.2.radius()) * 0.8
            });
            if !crowded || entry.3 == place_labels::SELECTED {
                kept.push(entry);
            }
        }
        for (place, at, look, _) in kept.iter().rev() {
            let target = Ref { kind: Kind::Place, id: place.id.clone() };
            if self.is_chosen(place) {
                let ring = Path::circle(*at, look.radius() + 3.5);
                self.shapes.push(Shape::Stroke(ring, Stroke::solid(Ink::Highlight, 3.0)));
            }
            look.draw(*at, &mut self.shapes);
            if self.attention.focus.as_ref() == Some(&target) {
                let ring = |width, ink| {
                    Shape::Stroke(Path::circle(*at, look.radius() + 5.0), Stroke::solid(ink, width))
                };
                self.shapes.push(ring(5.0, Ink::Land));
                self.shapes.push(ring(2.0, Ink::Ink));
            }
            self.placer.block(Box2::around(*at, look.radius() * 2.0, look.radius() * 2.0));
            self.picks.push(Pick { target, area: Area::Dot(*at, look.radius()) });
        }
        kept.into_iter().map(|(place, at, look, rank)| (place, at, look.radius(), rank)).collect()
    }

    /// Places and draws tags, names of places, names of areas and degrees, in order of rank.
    fn labels(
        &mut self,
        drawn: &[Drawn<'a>],
        places: &[(&'a Place, [f32; 2], f32, place_labels::Priority)],
        grid: &[graticule::GraticuleLine],
        measure: &mut dyn TextMeasure,
    ) {
        let lang = self.state.lang;
        let mut above = Vec::new();
        if self.state.layers.contains(Layer::Labels) {
            let first =
                places.partition_point(|(_, _, _, rank)| *rank <= place_labels::Priority(2));
            self.place_names(&places[..first], measure, &mut above);
            self.tags(drawn, measure, &mut above);
            let next = places.partition_point(|(_, _, _, rank)| *rank < place_labels::Priority(50));
            self.place_names(&places[first..next], measure, &mut above);
            self.area_names(measure);
            self.place_names(&places[next..], measure, &mut above);
        }
        let catalogs = &self.stage.atlas.catalogs;
        let degrees = |lon: f64| {
            let key = if lon < 0.0 { "coord.w" } else { "coord.e" };
            let value = crate::i18n::number::plain(lang, lon.abs());
            catalogs.fill(lang, key, &[("v", crate::i18n::Arg::Word(&value))])
        };
        graticule::labels(grid, self.window, &degrees, &mut self.placer, measure, &mut self.shapes);
        self.shapes.append(&mut above);
    }

    fn place_names(
        &mut self,
        places: &[(&'a Place, [f32; 2], f32, place_labels::Priority)],
        measure: &mut dyn TextMeasure,
        out: &mut Vec<Shape>,
    ) {
        let lang = self.state.lang;
        let corridor_chosen = self
            .state
            .select
            .as_ref()
            .is_some_and(|target| matches!(target.kind, Kind::Project | Kind::Waterway));
        for (place, at, radius, priority) in places {
            if corridor_chosen && place.rank > 2 && *priority >= place_labels::Priority(20) {
                continue;
            }
            let target = Ref { kind: Kind::Place, id: place.id.clone() };
            let emphasised = self.is_chosen(place)
                || [&self.attention.hover, &self.attention.focus]
                    .into_iter()
                    .any(|pointed| pointed.as_ref() == Some(&target));
            let style = place_labels::style(place, emphasised, lang);
            let name = place.names.get(lang).to_owned();
            let width = measure.width(&name, &style);
            let height = style.size * line_height(&name);
            let label = Candidate {
                centers: beside(*at, *radius, width, height),
                lines: vec![name],
                style,
                angle: 0.0,
                may_cross_lines: *priority <= place_labels::Priority(30),
            };
            out.extend(self.placer.place(&label, measure).into_iter().flatten().map(Shape::Text));
        }
    }

    fn tags(&mut self, drawn: &[Drawn<'a>], measure: &mut dyn TextMeasure, out: &mut Vec<Shape>) {
        let lang: Lang = self.state.lang;
        for corridor in &self.stage.atlas.corridors {
            // Waterways bear the names of their waters, in the setting of water.
            let Some(name) = corridor.tag.as_ref().filter(|_| !corridor.waterway) else { continue };
            let own = |shared: bool| -> Vec<Course> {
                drawn
                    .iter()
                    .filter(|line| line.item.corridors().any(|owner| owner.id == corridor.id))
                    .filter(|line| shared || line.item.corridors().count() == 1)
                    .flat_map(|line| line.pieces.iter().cloned())
                    .collect()
            };
            // On its own stretch if it has one, so that the name cannot mean its neighbour.
            let (mut pieces, ink) = (own(false), Ink::of(corridor.family));
            if pieces.is_empty() {
                pieces = own(true);
            }
            let placed = tag::place(name.get(lang), ink, &pieces, lang, &mut self.placer, measure);
            out.extend(placed.into_iter().flatten());
        }
    }

    fn area_names(&mut self, measure: &mut dyn TextMeasure) {
        for label in &self.stage.atlas.labels {
            let Some(candidate) = area_labels::candidate(label, self.window, self.state.lang)
            else {
                continue;
            };
            let placed = self.placer.place(&candidate, measure);
            self.shapes.extend(placed.into_iter().flatten().map(Shape::Text));
        }
    }

    fn is_chosen(&self, place: &Place) -> bool {
        let is = |target: &Ref| target.kind == Kind::Place && target.id == place.id;
        self.state.select.as_ref().is_some_and(is)
    }

    /// Places of the chosen corridor.
    fn chosen_places(&self) -> HashSet<&'a Id> {
        let Some(target) = &self.state.select else { return HashSet::new() };
        let corridor = self.stage.atlas.corridor(&target.id);
        corridor.map(|corridor| corridor.places.iter().collect()).unwrap_or_default()
    }

    fn on_corridor(&self, place: &Place) -> bool {
        place.kind == PlaceKind::Port
            && self.stage.atlas.corridors.iter().any(|corridor| corridor.places.contains(&place.id))
    }
}

/// Bottom first: sea lanes, waterways, context, rail, road, pipelines.
fn paint_order(item: &LineItem) -> u8 {
    match (item.family, item.line.mode) {
        (_, Mode::Sea | Mode::Ferry) => 0,
        (_, Mode::River) => 1,
        (Family::Context, _) => 2,
        (_, Mode::Rail) => 3,
        (_, Mode::Road) => 4,
        (_, Mode::Pipeline) => 5,
    }
}
