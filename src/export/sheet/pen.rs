//! Lines of text on a sheet: measured, wrapped, set from the side where the script begins.

use crate::i18n::{Direction, Lang};
use crate::scene::{
    display::{Face, Path, Shape, Size, Stroke, Text, TextStyle},
    label::TextMeasure,
    palette::Ink,
    picture::Scene,
};

/// Begins an isolate whose direction is that of its first letter.
const ISOLATE: char = '\u{2068}';
/// Ends it.
const POP: char = '\u{2069}';

/// Sets text and samples on a sheet.
pub(super) struct Pen<'a> {
    pub(super) lang: Lang,
    pub(super) measure: &'a mut dyn TextMeasure,
    pub(super) shapes: Vec<Shape>,
}

/// Text that was broken into lines, each with its width.
pub(super) struct Block {
    lines: Vec<(String, f32)>,
    style: TextStyle,
    /// Height of a line, CSS pixels.
    leading: f32,
}

impl Block {
    /// Its height, CSS pixels.
    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }
}

impl Pen<'_> {
    /// A setting of the sheet; Arabic script is set a little larger.
    pub(super) fn style(&self, size: f32, weight: u16, ink: Ink) -> TextStyle {
        let larger = if self.lang == Lang::Ur { 1.0 } else { 0.0 };
        TextStyle {
            face: Face::Sans,
            size: size + larger,
            weight,
            spacing: 0.0,
            ink,
            halo: Ink::Core,
            halo_width: 0.0,
        }
    }

    /// Height of a line of that setting.
    pub(super) fn leading(&self, style: &TextStyle) -> f32 {
        style.size * if self.lang == Lang::Ur { 1.7 } else { 1.4 }
    }

    /// Breaks a text into lines of at most that width, between words; a word that is longer than a
    /// line is broken between letters.
    pub(super) fn wrap(&mut self, text: &str, style: TextStyle, width: f32) -> Block {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { [&line, word].join(" ") };
            if self.measure.width(&longer, &style) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                self.end_line(&mut lines, &mut line, &style);
            }
            for letter in word.chars() {
                line.push(letter);
                if line.chars().count() > 1 && self.measure.width(&line, &style) > width {
                    line.pop();
                    self.end_line(&mut lines, &mut line, &style);
                    line.push(letter);
                }
            }
        }
        if !line.is_empty() {
            self.end_line(&mut lines, &mut line, &style);
        }
        Block { lines, style, leading: self.leading(&style) }
    }

    /// Takes the line over. An isolate that goes on is closed here and opened again on the next.
    fn end_line(&mut self, lines: &mut Vec<(String, f32)>, line: &mut String, style: &TextStyle) {
        let count = |sign: char| line.chars().filter(|other| *other == sign).count();
        let open = count(ISOLATE).saturating_sub(count(POP));
        line.extend(std::iter::repeat_n(POP, open));
        let width = self.measure.width(line, style);
        lines.push((std::mem::take(line), width));
        line.extend(std::iter::repeat_n(ISOLATE, open));
    }

    /// Sets a block in a column that begins at `x` and is that wide; gives the y below it.
    pub(super) fn block(&mut self, block: Block, [x, y]: [f32; 2], column: f32) -> f32 {
        let Block { lines, style, leading } = block;
        let mut top = y;
        for (content, width) in lines {
            let middle = match self.lang.direction() {
                Direction::Ltr => x + width / 2.0,
                Direction::Rtl => x + column - width / 2.0,
            };
            let center = [middle, top + leading / 2.0];
            self.shapes.push(Shape::Text(Text { content, center, width, angle: 0.0, style }));
            top += leading;
        }
        top
    }

    /// Sets one line around a middle.
    pub(super) fn centered(&mut self, content: &str, center: [f32; 2], style: TextStyle) -> f32 {
        let width = self.measure.width(content, &style);
        let content = content.to_owned();
        self.shapes.push(Shape::Text(Text { content, center, width, angle: 0.0, style }));
        width
    }

    /// Puts another picture's shapes at `at`, cut at its edges.
    pub(super) fn picture(&mut self, scene: Scene, at: [f32; 2]) {
        self.shapes.push(Shape::Clip(frame(at, scene.size)));
        self.shapes.extend(scene.shapes.into_iter().map(|shape| moved(shape, at)));
        self.shapes.push(Shape::Unclip);
    }

    /// A hairline around a box.
    pub(super) fn outline(&mut self, at: [f32; 2], size: Size) {
        self.shapes.push(Shape::Stroke(frame(at, size), Stroke::solid(Ink::Border, 1.0)));
    }
}

/// A box as a path.
pub(super) fn frame([x, y]: [f32; 2], Size { width, height }: Size) -> Path {
    Path::line(vec![[x, y], [x + width, y], [x + width, y + height], [x, y + height]], true)
}

fn moved(shape: Shape, by: [f32; 2]) -> Shape {
    let path = |mut path: Path| {
        for point in &mut path.points {
            *point = [point[0] + by[0], point[1] + by[1]];
        }
        path
    };
    match shape {
        Shape::Fill(inside, paint) => Shape::Fill(path(inside), paint),
        Shape::Stroke(line, stroke) => Shape::Stroke(path(line), stroke),
        Shape::Clip(edge) => Shape::Clip(path(edge)),
        Shape::Text(mut text) => {
            text.center = [text.center[0] + by[0], text.center[1] + by[1]];
            Shape::Text(text)
        }
        Shape::Unclip => Shape::Unclip,
    }
}
