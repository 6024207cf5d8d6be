//! Meridians and parallels, with their degrees at the frame.

use super::{
    display::{Face, Paint, Path, Shape, Stroke, TextStyle},
    ground::SHEET,
    label::{Candidate, Crossing, Placer, TextMeasure},
    palette::Ink,
    viewport::Viewport,
};
use crate::geo::LonLat;

/// Degrees between two lines at a zoom.
pub fn step(zoom: f64) -> f64 {
    match zoom {
        zoom if zoom < 5.2 => 10.0,
        zoom if zoom < 6.7 => 5.0,
        zoom if zoom < 8.0 => 2.0,
        _ => 1.0,
    }
}

/// A meridian or parallel in the window.
pub struct GraticuleLine {
    /// Degrees of longitude or latitude.
    pub degrees: f64,
    /// Whether it is a meridian.
    pub meridian: bool,
    points: Vec<[f32; 2]>,
}

/// The lines that show in the window.
pub fn lines(window: &Viewport) -> Vec<GraticuleLine> {
    let [west, south, east, north] = SHEET;
    let step = step(window.view.zoom);
    let shows = |points: &[[f32; 2]]| {
        points.iter().any(|&[x, y]| {
            (0.0..=window.size.width).contains(&x) && (0.0..=window.size.height).contains(&y)
        })
    };
    let along = |from: f64, to: f64, point: &dyn Fn(f64) -> LonLat| -> Vec<[f32; 2]> {
        let pieces = ((to - from) / 1.5).ceil() as usize;
        (0..=pieces)
            .map(|i| window.project(point(from + (to - from) * i as f64 / pieces as f64)))
            .collect()
    };
    let meridians = multiples(west, east, step).map(|lon| GraticuleLine {
        degrees: lon,
        meridian: true,
        points: along(south, north.min(80.0), &|lat| LonLat { lon, lat }),
    });
    let parallels = multiples(south, north, step).map(|lat| GraticuleLine {
        degrees: lat,
        meridian: false,
        points: along(west, east, &|lon| LonLat { lon, lat }),
    });
    meridians.chain(parallels).filter(|line| shows(&line.points)).collect()
}

/// Draws the lines.
pub fn draw(lines: &[GraticuleLine], shapes: &mut Vec<Shape>) {
    let mut path = Path::new(false);
    for line in lines {
        path.start();
        path.points.extend(&line.points);
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
        let crossing = line.points.windows(2).find_map(|pair| {
            let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
            let crosses = (y0 - row) * (y1 - row) <= 0.0 && y0 != y1;
            crosses.then(|| x0 + (x1 - x0) * (row - y0) / (y1 - y0))
        });
        if let Some(x) = crossing {
            let label = Candidate {
                lines: vec![text(line.degrees)],
                style,
                centers: vec![[x, row]],
                angle: 0.0,
                crossing: Crossing::None,
            };
            shapes.extend(placer.place(&label, measure).into_iter().flatten().map(Shape::Text));
        }
    }
}

/// Whole multiples of `step` between two numbers.
fn multiples(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
    (first..=last).map(move |i| f64::from(i) * step)
}
