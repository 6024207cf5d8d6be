//! The corridors: what shows, the chosen one above its yellow band.

use super::{Drawn, Work};
use crate::model::{corridor::Family, id::Ref, line::Mode};
use crate::scene::{
    display::{Paint, Path, Shape, Stroke},
    line_style::LineLook,
    palette::Ink,
    pick::{Area, Pick},
    stage::LineItem,
};

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
            let offset = f32::from(item.line.offset) * self.weight;
            let courses = sheet.course(&item, self.window, offset);
            let pieces: Vec<_> =
                courses.iter().flat_map(|course| course.pieces(self.window, 24.0)).collect();
            if chosen_line && !highlighted {
                self.highlight(chosen);
                highlighted = true;
            }
            for (start, piece) in &pieces {
                look.draw(piece, *start, &mut self.shapes);
                let lane = matches!(item.line.mode, Mode::Sea | Mode::Ferry);
                self.placer.block_line(&piece.points, look.reach() / 2.0, lane);
                for corridor in item.corridors() {
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

    /// The yellow band under the chosen corridor.
    fn highlight(&mut self, chosen: Option<&Ref>) {
        let Some(target) = chosen else { return };
        let sheet = self.stage.sheet(self.window.id);
        let mut band = Path::new(false);
        for item in self.stage.lines().filter(|item| item.belongs_to(target)) {
            let offset = f32::from(item.line.offset) * self.weight;
            for course in sheet.course(&item, self.window, offset) {
                for (_, piece) in course.pieces(self.window, 24.0) {
                    band.start();
                    band.points.extend(&piece.points);
                }
            }
        }
        let paint = Paint { ink: Ink::Highlight, alpha: 0.72, multiply: true };
        self.shapes.push(Shape::Stroke(band, Stroke::solid(paint, 17.0).round()));
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
