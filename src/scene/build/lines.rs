//! The corridors: what shows, each in its lane, the chosen one above its yellow band, the one pointed
//! at above a pale band of its own colour.

use super::{Drawn, Work};
use crate::model::{
    corridor::Family,
    id::Ref,
    line::{Lane, Line, Mode},
};
use crate::order;
use crate::scene::{
    course::{Course, distance},
    display::{Paint, Path, Shape, Stroke},
    lanes,
    line_style::{self, LineLook},
    palette::Ink,
    pick::{Area, Pick},
    stage::LineItem,
};

/// Lines are cut this far outside the window, CSS pixels: farther than a lane needs to begin.
const MARGIN: f32 = 64.0;
/// Radius at which sea lanes turn, CSS pixels at the overview.
const TURN: f32 = 22.0;

/// A line that is pointed at is so much wider, CSS pixels. Its dashes stay as they are: they would
/// run along the line under the pointer.
const WIDER: f32 = 0.6;

/// The bands under the corridor that is chosen and under the one pointed at: width (CSS pixels) and
/// what they cover.
const CHOSEN_BAND: (f32, f32) = (17.0, 0.72);
const HOVER_BAND: (f32, f32) = (13.0, 0.24);

/// Thin lines stay this far from middle to middle, so that two are seen, CSS pixels.
const APART: f32 = 4.5;

impl<'a> Work<'a> {
    /// Draws the corridors, the chosen one last, and gives what shows.
    pub(super) fn lines(&mut self) -> Vec<Drawn<'a>> {
        let chosen: Vec<Ref> = self.chosen().cloned().collect();
        let in_chosen = |item: &LineItem| chosen.iter().any(|target| item.belongs_to(target));
        let something_chosen = self.stage.lines().any(|item| in_chosen(&item));
        let mut drawn = self.in_lanes(&|item| item.shows(self.state.layers) || in_chosen(item));
        order::sort_by_key(&mut drawn, |line| (in_chosen(&line.item), paint_order(&line.item)));

        let hover = self.attention.hover.as_ref().filter(|target| !chosen.contains(target));
        let in_hovered = |item: &LineItem| hover.is_some_and(|target| item.belongs_to(target));
        if let Some(corridor) = hover.and_then(|target| self.stage.atlas.corridor(&target.id)) {
            let paint = Paint::from(Ink::of(corridor.family)).faded(HOVER_BAND.1);
            band(&drawn, &in_hovered, Stroke::solid(paint, HOVER_BAND.0), &mut self.shapes);
        }
        let others_rest = something_chosen || self.attention.is_computed();
        let first_chosen = drawn.iter().position(|line| in_chosen(&line.item));
        for (index, Drawn { item, pieces }) in drawn.iter().enumerate() {
            let hovered = in_hovered(item);
            let faded = others_rest && !in_chosen(item) && !hovered;
            let look = LineLook {
                mode: item.line.mode,
                status: item.line.status,
                ink: Ink::of(item.family),
                context: item.family == Family::Context,
                cased: in_chosen(item) || hovered,
                weight: self.weight,
                alpha: if faded { 0.35 } else { 1.0 },
            };
            if first_chosen == Some(index) {
                let paint = Paint { ink: Ink::Highlight, alpha: CHOSEN_BAND.1, multiply: true };
                let stroke = Stroke::solid(paint, CHOSEN_BAND.0);
                band(&drawn, &in_chosen, stroke, &mut self.shapes);
            }
            for (start, piece) in pieces {
                let below = self.shapes.len();
                look.draw(piece, *start, &mut self.shapes);
                for shape in self.shapes.iter_mut().skip(if hovered { below } else { usize::MAX }) {
                    if let Shape::Stroke(_, stroke) = shape {
                        stroke.width += WIDER;
                    }
                }
                self.placer.block_line(&piece.points, look.reach() / 2.0, is_lane(item.line.mode));
                // The one whose colour the line has comes first, when the list is turned over.
                let owners: Vec<_> = item.corridors().collect();
                for corridor in owners.iter().rev() {
                    self.picks.push(Pick {
                        target: corridor.reference(),
                        area: Area::Line(piece.points.clone(), look.reach() / 2.0),
                    });
                }
            }
            self.ends(item, pieces, &look);
            if self.attention.focus.as_ref().is_some_and(|target| item.belongs_to(target)) {
                // Edged: some lines are as dark as the dots.
                for (ink, width) in [(Ink::Land, 6.0), (Ink::Ink, 3.0)] {
                    for (_, piece) in pieces {
                        let dots = Stroke::solid(ink, width).round().dashed(&[0.1, 8.0], 0.0);
                        let path = Path::line(piece.points.clone(), false);
                        self.shapes.push(Shape::Stroke(path, dots));
                    }
                }
            }
        }
        drawn
    }

    /// The lines that `shows` lets through, as far as they lie in the window: those that give way
    /// beside the others.
    fn in_lanes(&self, shows: &dyn Fn(&LineItem) -> bool) -> Vec<Drawn<'a>> {
        let sheet = self.stage.sheet(self.window.id);
        let pieces = |item: &LineItem| -> Vec<(f32, Course)> {
            let sea = item.line.mode == Mode::Sea;
            let courses = sheet.course(item, self.window).into_iter();
            let courses = courses.map(|course| match sea {
                true => course.rounded(TURN * self.weight),
                false => course,
            });
            courses.flat_map(|course| course.pieces(self.window, MARGIN)).collect()
        };
        let items = self.stage.lines().filter(shows);
        let mut drawn: Vec<Drawn> =
            items.map(|item| Drawn { pieces: pieces(&item), item }).collect();
        drawn.retain(|line| !line.pieces.is_empty());
        // Those that give way to no one stand fixed; each of the others then finds them all in place.
        order::sort_by_key(&mut drawn, |line| line.item.line.lane != Lane::Own);
        let fixed = drawn.partition_point(|line| line.item.line.lane == Lane::Own);
        for index in fixed..drawn.len() {
            let (before, rest) = drawn.split_at_mut(index);
            let Some(own) = rest.first_mut() else { break };
            let beside = before.iter().filter(|other| meets(own.item.line, other.item.line));
            let others: Vec<(&Course, f32)> = beside
                .flat_map(|other| {
                    let gap = self.gap(own.item.line.mode, other.item.line.mode);
                    other.pieces.iter().map(move |(_, course)| (course, gap))
                })
                .collect();
            let right = own.item.line.lane == Lane::Right;
            for (_, piece) in &mut own.pieces {
                *piece = lanes::beside(piece, &others, right);
            }
        }
        drawn
    }

    /// Distance between the middles of two lines in neighbouring lanes.
    fn gap(&self, own: Mode, other: Mode) -> f32 {
        let touching = (line_style::reach(own) + line_style::reach(other)) / 2.0;
        touching.max(APART) * self.weight
    }

    /// Bars where a line ends and nothing goes on.
    fn ends(&mut self, item: &LineItem, pieces: &[(f32, Course)], look: &LineLook) {
        let course = &item.line.course;
        let first = pieces.first().and_then(|(_, piece)| piece.station(0.0));
        let last = pieces.last().and_then(|(_, piece)| piece.station(piece.length()));
        for (is_end, place, station) in
            [(item.ends[0], course.first(), first), (item.ends[1], course.last(), last)]
        {
            let (Some(station), true) = (station, is_end) else { continue };
            // A piece may also end at the edge of the window or behind the globe.
            let at = place.and_then(|&place| self.window.project(place));
            if at.is_some_and(|at| distance(at, station.at) < 1.0) {
                look.end(station, &mut self.shapes);
            }
        }
    }
}

/// A band under all lines of a corridor, in one piece: it must not grow darker where they meet.
fn band(drawn: &[Drawn], of: &dyn Fn(&LineItem) -> bool, stroke: Stroke, shapes: &mut Vec<Shape>) {
    let mut band = Path::new(false);
    for (_, piece) in drawn.iter().filter(|line| of(&line.item)).flat_map(|line| &line.pieces) {
        band.start();
        band.points.extend(&piece.points);
    }
    shapes.push(Shape::Stroke(band, stroke.round()));
}

/// Whether a mode runs over the open sea.
fn is_lane(mode: Mode) -> bool {
    matches!(mode, Mode::Sea | Mode::Ferry)
}

/// Whether a line looks out for another: ships do not give way to trains.
fn meets(own: &Line, other: &Line) -> bool {
    is_lane(own.mode) == is_lane(other.mode)
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
