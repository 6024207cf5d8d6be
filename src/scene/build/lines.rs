//! The corridors: what shows, the chosen one above its yellow band, the one pointed at above a pale
//! band of its own colour.

use super::{Drawn, Work};
use crate::model::{corridor::Family, line::Mode};
use crate::scene::{
    display::{Paint, Path, Shape, Stroke},
    line_style::LineLook,
    palette::Ink,
    pick::{Area, Pick},
    stage::LineItem,
};

/// A line that is pointed at is so much wider, CSS pixels. Its dashes stay as they are: they would
/// run along the line under the pointer.
const WIDER: f32 = 0.6;

/// The bands under the corridor that is chosen and under the one pointed at: width (CSS pixels) and
/// what they cover.
const CHOSEN_BAND: (f32, f32) = (17.0, 0.72);
const HOVER_BAND: (f32, f32) = (13.0, 0.24);

impl<'a> Work<'a> {
    /// Draws the corridors, the chosen one last, and gives what shows.
    pub(super) fn lines(&mut self) -> Vec<Drawn<'a>> {
        let chosen = self.state.select.as_ref();
        let in_chosen = |item: &LineItem| chosen.is_some_and(|target| item.belongs_to(target));
        let something_chosen = self.stage.lines().any(|item| in_chosen(&item));
        let mut items: Vec<LineItem<'a>> = self
            .stage
            .lines()
            .filter(|item| item.shows(self.state.layers) || in_chosen(item))
            .collect();
        items.sort_by_key(|item| (in_chosen(item), paint_order(item)));

        let sheet = self.stage.sheet(self.window.id);
        let hover = self.attention.hover.as_ref().filter(|target| Some(*target) != chosen);
        let in_hovered = |item: &LineItem| hover.is_some_and(|target| item.belongs_to(target));
        if let Some(corridor) = hover.and_then(|target| self.stage.atlas.corridor(&target.id)) {
            let paint = Paint::from(Ink::of(corridor.family)).faded(HOVER_BAND.1);
            self.band(&items, in_hovered, Stroke::solid(paint, HOVER_BAND.0));
        }
        let first_chosen = items.iter().position(in_chosen);

        let mut drawn = Vec::new();
        for (index, &item) in items.iter().enumerate() {
            let hovered = in_hovered(&item);
            let faded = something_chosen && !in_chosen(&item) && !hovered;
            let look = LineLook {
                mode: item.line.mode,
                status: item.line.status,
                ink: Ink::of(item.family),
                context: item.family == Family::Context,
                weight: self.weight,
                alpha: if faded { 0.35 } else { 1.0 },
            };
            let offset = f32::from(item.line.offset) * self.weight;
            let courses = sheet.course(&item, self.window, offset);
            let pieces: Vec<_> =
                courses.iter().flat_map(|course| course.pieces(self.window, 24.0)).collect();
            if first_chosen == Some(index) {
                let paint = Paint { ink: Ink::Highlight, alpha: CHOSEN_BAND.1, multiply: true };
                self.band(&items, in_chosen, Stroke::solid(paint, CHOSEN_BAND.0));
            }
            for (start, piece) in &pieces {
                let below = self.shapes.len();
                look.draw(piece, *start, &mut self.shapes);
                for shape in self.shapes.iter_mut().skip(if hovered { below } else { usize::MAX }) {
                    if let Shape::Stroke(_, stroke) = shape {
                        stroke.width += WIDER;
                    }
                }
                let lane = matches!(item.line.mode, Mode::Sea | Mode::Ferry);
                self.placer.block_line(&piece.points, look.reach() / 2.0, lane);
                // The one whose colour the line has comes first, when the list is turned over.
                let owners: Vec<_> = item.corridors().collect();
                for corridor in owners.iter().rev() {
                    self.picks.push(Pick {
                        target: corridor.reference(),
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

    /// A band under all lines of a corridor, in one piece: it must not grow darker where they meet.
    fn band(&mut self, items: &[LineItem], of: impl Fn(&LineItem) -> bool, stroke: Stroke) {
        let sheet = self.stage.sheet(self.window.id);
        let mut band = Path::new(false);
        for item in items.iter().filter(|item| of(item)) {
            let offset = f32::from(item.line.offset) * self.weight;
            for course in sheet.course(item, self.window, offset) {
                for (_, piece) in course.pieces(self.window, 24.0) {
                    band.start();
                    band.points.extend(&piece.points);
                }
            }
        }
        self.shapes.push(Shape::Stroke(band, stroke.round()));
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
