//! The distance that the reader measures: a line along the great circle, with a figure on each leg.

use super::Work;
use crate::geo::{
    LonLat,
    great_circle::{distance_km, interpolate},
};
use crate::scene::{
    arc::Maker,
    course::{SheetCourse, distance},
    display::{Box2, Face, Path, Shape, Stroke, TextStyle},
    label::{Candidate, Crossing, TextMeasure, beside, line_height},
    palette::Ink,
};

/// A leg whose middle is this near to both ends bears no figure, CSS pixels.
const NEAR: f32 = 18.0;

/// Half the width of a point, CSS pixels.
const POINT: f32 = 4.0;

impl Work<'_> {
    /// Draws the line and its points, and gives the figures, which belong above all names.
    pub(super) fn measured(&mut self, measure: &mut dyn TextMeasure) -> Vec<Shape> {
        let points = &self.attention.measure;
        if points.is_empty() {
            return Vec::new();
        }
        let mut line = Path::new(false);
        let course = SheetCourse::new(points, Maker::new(self.window.id));
        for piece in course.in_window(self.window) {
            line.start();
            line.points.extend(&piece.points);
        }
        self.shapes.push(Shape::Stroke(line.clone(), Stroke::solid(Ink::Land, 5.0).round()));
        self.shapes.push(Shape::Stroke(line, Stroke::solid(Ink::Ink, 2.0).round()));
        for at in points.iter().filter_map(|point| self.window.project(*point)) {
            let disc = |radius, ink: Ink| Shape::Fill(Path::circle(at, radius), ink.into());
            self.shapes.push(disc(POINT + 1.5, Ink::Land));
            self.shapes.push(disc(POINT, Ink::Ink));
            self.shapes.push(disc(POINT - 1.8, Ink::Land));
            self.placer.block(Box2::around(at, POINT * 2.0, POINT * 2.0));
        }
        let mut figures = Vec::new();
        for leg in points.windows(2) {
            figures.extend(self.figure(leg[0], leg[1], measure));
        }
        figures
    }

    /// The length of a leg, beside its middle.
    fn figure(&mut self, a: LonLat, b: LonLat, measure: &mut dyn TextMeasure) -> Vec<Shape> {
        let middle = self.window.project(interpolate(a, b, 0.5));
        let Some(middle) = middle else { return Vec::new() };
        let near = |end| self.window.project(end).is_some_and(|end| distance(end, middle) < NEAR);
        if near(a) && near(b) {
            return Vec::new();
        }
        let lang = self.state.lang;
        let words = crate::present::distance(&self.stage.atlas.catalogs, lang, distance_km(a, b));
        let style = TextStyle {
            face: Face::Sans,
            size: 12.5,
            weight: 650,
            spacing: 0.0,
            ink: Ink::Ink,
            halo: Ink::Land,
            halo_width: 3.0,
        };
        let width = measure.width(&words, &style);
        let height = style.size * line_height(&words);
        let mut seats = beside(middle, 3.0, width, height);
        // Where all around is taken it lies on the line: a measure without its figure is none.
        seats.push(middle.into());
        let label = Candidate { lines: vec![words], style, seats, crossing: Crossing::Lines };
        let placed = self.placer.place(&label, measure);
        placed.into_iter().flat_map(|placed| placed.texts).map(Shape::Text).collect()
    }
}
