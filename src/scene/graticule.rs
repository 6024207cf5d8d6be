//! Meridians and parallels, with their degrees at the frame.

use super::{
    arc::{Arc, Maker},
    display::{Face, Paint, Path, Shape, Stroke, TextStyle},
    label::{Candidate, Crossing, Placer, TextMeasure},
    palette::Ink,
    pen::{Pen, Side},
    viewport::Viewport,
};
use crate::geo::{LonLat, resample::Course};
use crate::state::MapView;
use std::sync::OnceLock;

/// Degrees between two lines, and the zoom up to which it is so.
const STEPS: [(f64, f64); 4] = [(10.0, 5.2), (5.0, 6.7), (2.0, 8.0), (1.0, f64::INFINITY)];

/// Meridians end at this parallel: towards the pole they would run together.
const MERIDIANS_END: f64 = 80.0;

/// Meridians and parallels in one projection, each step made ready when it is first drawn.
#[derive(Debug)]
pub struct Graticule {
    maker: Maker,
    steps: [OnceLock<Vec<Line>>; 4],
}

#[derive(Debug)]
struct Line {
    degrees: f64,
    meridian: bool,
    arc: Arc,
}

/// A meridian or parallel in the window.
pub struct GraticuleLine {
    /// Degrees of longitude or latitude.
    pub degrees: f64,
    /// Whether it is a meridian.
    pub meridian: bool,
    path: Path,
}

impl Graticule {
    /// The lines of a projection.
    pub fn new(maker: Maker) -> Self {
        Self { maker, steps: Default::default() }
    }

    /// The lines that show in the window.
    pub fn lines(&self, window: &Viewport) -> Vec<GraticuleLine> {
        let found = STEPS.iter().position(|(_, until)| window.view.zoom < *until);
        let Some((index, slot)) = found.and_then(|at| Some((at, self.steps.get(at)?))) else {
            return Vec::new();
        };
        let pen = Pen::new(window);
        let drawn = |line: &Line| {
            let mut path = Path::new(false);
            for piece in line.arc.pieces(&pen.sight) {
                pen.open_line(&piece, &mut path);
            }
            GraticuleLine { degrees: line.degrees, meridian: line.meridian, path }
        };
        slot.get_or_init(|| self.make(STEPS[index]))
            .iter()
            .filter(|line| pen.side(line.arc.bounds(&pen.sight)) == Side::Shows)
            .map(drawn)
            .filter(|line| !line.path.is_empty())
            .collect()
    }

    fn make(&self, (step, until): (f64, f64)) -> Vec<Line> {
        // A quarter of a pixel at the closest zoom at which the step is drawn.
        let scale = 256.0 * until.min(MapView::MAX_ZOOM).exp2() / std::f64::consts::TAU;
        let [west, south, east, north] = self.maker.domain;
        let (low, high) = (south.max(-MERIDIANS_END), north.min(MERIDIANS_END));
        let line = |degrees: f64, meridian: bool, from: LonLat, to: LonLat| Line {
            degrees,
            meridian,
            arc: self.maker.arc(&[from, to], Course::Plane, 0.25 / scale),
        };
        let at = |lon: f64, lat: f64| LonLat { lon, lat };
        let meridians = multiples(west, east, step).map(|lon| {
            let degrees = if lon > 180.0 { lon - 360.0 } else { lon };
            line(degrees, true, at(lon, low), at(lon, high))
        });
        let parallels = multiples(south.max(-89.0), north.min(89.0), step)
            .map(|lat| line(lat, false, at(west, lat), at(east, lat)));
        meridians.chain(parallels).collect()
    }
}

/// Draws the lines.
pub fn draw(lines: &[GraticuleLine], shapes: &mut Vec<Shape>) {
    let mut path = Path::new(false);
    for piece in lines.iter().flat_map(|line| line.path.subpaths()) {
        path.start();
        path.points.extend(piece);
    }
    // One translucent grey reads as the darker tint on water and on land alike.
    let paint = Paint::from(Ink::Graticule).faded(0.13);
    shapes.push(Shape::Stroke(path, Stroke::solid(paint, 0.6)));
}

/// Writes degrees where meridians leave the window below; `text` gives the words for degrees east.
pub fn labels(
    lines: &[GraticuleLine],
    window: &Viewport,
    text: &dyn Fn(f64) -> String,
    placer: &mut Placer,
    measure: &mut dyn TextMeasure,
    shapes: &mut Vec<Shape>,
) {
    let style = TextStyle {
        face: Face::Sans,
        size: 10.0,
        weight: 500,
        spacing: 0.0,
        ink: Ink::LabelSea,
        halo: Ink::Sea,
        halo_width: 2.0,
    };
    let row = window.size.height - 13.0;
    for line in lines.iter().filter(|line| line.meridian) {
        let mut segments = line.path.subpaths().flat_map(|piece| piece.windows(2));
        let crossing = segments.find_map(|pair| {
            let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
            let crosses = (y0 - row) * (y1 - row) <= 0.0 && y0 != y1;
            crosses.then(|| x0 + (x1 - x0) * (row - y0) / (y1 - y0))
        });
        if let Some(x) = crossing {
            let label = Candidate {
                lines: vec![text(line.degrees)],
                style,
                seats: vec![[x, row].into()],
                crossing: Crossing::None,
            };
            let placed = placer.place(&label, measure).into_iter();
            shapes.extend(placed.flat_map(|placed| placed.texts).map(Shape::Text));
        }
    }
}

/// Whole multiples of `step` between two numbers.
fn multiples(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
    (first..=last).map(move |i| f64::from(i) * step)
}
