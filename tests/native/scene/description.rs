//! A picture in words: what is drawn in which style, in paint order, and what is written where.

use atlas::scene::{
    display::{Box2, Paint, Path, Shape, Stroke, Text},
    palette::Palette,
    picture::Scene,
};
use std::fmt::Write;

/// Neighbouring shapes of one style, taken together.
#[derive(Default)]
struct Run {
    style: String,
    paths: usize,
    pieces: usize,
    points: Vec<[f32; 2]>,
    length: f32,
}

impl Run {
    fn add(&mut self, path: &Path) {
        self.paths += 1;
        self.pieces += path.starts.len();
        self.points.extend(&path.points);
        let steps = path.subpaths().flat_map(|piece| piece.windows(2));
        self.length +=
            steps.map(|ends| (ends[1][0] - ends[0][0]).hypot(ends[1][1] - ends[0][1])).sum::<f32>();
    }

    fn describe(&mut self, out: &mut String) {
        if self.paths > 0 {
            let bounds = bounds(&self.points);
            let _ = writeln!(
                out,
                "{}: {} paths, {} pieces, {} points, {:.0} px, in {}",
                self.style,
                self.paths,
                self.pieces,
                self.points.len(),
                self.length,
                sides(&bounds)
            );
        }
        *self = Self::default();
    }
}

/// The picture, one line for each run of shapes of one style and for each text.
pub(super) fn of(scene: &Scene, palette: Palette) -> String {
    let size = scene.size;
    let mut out = format!("{} x {}, {} shapes\n", size.width, size.height, scene.shapes.len());
    let mut run = Run::default();
    for shape in &scene.shapes {
        let (style, path) = match shape {
            Shape::Fill(path, paint) => (format!("fill {}", painted(*paint, palette)), Some(path)),
            Shape::Stroke(path, stroke) => (stroked(stroke, palette), Some(path)),
            Shape::Clip(path) => ("clip".to_owned(), Some(path)),
            Shape::Unclip => ("unclip".to_owned(), None),
            Shape::Text(text) => (written(text, palette), None),
        };
        if style != run.style {
            run.describe(&mut out);
        }
        match path {
            Some(path) => {
                run.style = style;
                run.add(path);
            }
            None => {
                let _ = writeln!(out, "{style}");
            }
        }
    }
    run.describe(&mut out);
    for label in &scene.label_boxes {
        let _ = writeln!(out, "label in {}", sides(&label.bounds()));
    }
    out
}

fn painted(paint: Paint, palette: Palette) -> String {
    let alpha = if paint.alpha < 1.0 { format!(" at {:.2}", paint.alpha) } else { String::new() };
    let multiply = if paint.multiply { ", multiplied" } else { "" };
    format!("{:?} {}{alpha}{multiply}", paint.ink, palette.color(paint.ink))
}

fn stroked(stroke: &Stroke, palette: Palette) -> String {
    // The offset of a dash differs from line to line and is seen in the drawn pictures.
    let dash: Vec<String> = stroke.dash.iter().map(|length| format!("{length:.2}")).collect();
    let dash = if dash.is_empty() { String::new() } else { format!(", dashes {}", dash.join(" ")) };
    format!("stroke {:.2} px {}{dash}", stroke.width, painted(stroke.paint, palette))
}

fn written(text: &Text, palette: Palette) -> String {
    let style = &text.style;
    let [x, y] = text.center;
    let turn =
        if text.angle == 0.0 { String::new() } else { format!(", turned {:.0}", text.angle) };
    format!(
        "text \"{}\" {:?} {}/{} {:?} {}, {:.0} px at {x:.0} {y:.0}{turn}",
        text.content,
        style.face,
        style.size,
        style.weight,
        style.ink,
        palette.color(style.ink),
        text.width
    )
}

fn bounds(points: &[[f32; 2]]) -> Box2 {
    let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for point in points {
        for axis in 0..2 {
            low[axis] = low[axis].min(point[axis]);
            high[axis] = high[axis].max(point[axis]);
        }
    }
    Box2 { x: low[0], y: low[1], width: high[0] - low[0], height: high[1] - low[1] }
}

fn sides(area: &Box2) -> String {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    format!("{:.0} {:.0} to {right:.0} {bottom:.0}", area.x, area.y)
}

#[test]
fn the_first_sentence_ends_where_the_second_begins() {
    use atlas::scene::description::first_sentence;
    assert_eq!(
        first_sentence("In view: Iran; about 4,900 km. 2 show."),
        "In view: Iran; about 4,900 km."
    );
    assert_eq!(first_sentence("نقشے پر: ایران۔ 2 راہداریاں۔"), "نقشے پر: ایران۔");
    assert_eq!(first_sentence("Iran"), "Iran");
}
