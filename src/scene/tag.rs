//! The short name of a corridor, on a filled plate on its line.

use super::{
    course::Course,
    display::{Box2, Face, Path, Shape, Stroke, Text, TextStyle},
    label::{Placer, TextMeasure},
    palette::Ink,
};
use crate::i18n::Lang;
use crate::model::corridor::Family;
use crate::order;

/// Height of the plate, CSS pixels.
const HEIGHT: f32 = 17.0;
/// Fractions of a course at which the plate may sit, best first.
const SEATS: [f32; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/// The colour of the plate: that of the corridor, or a darker one where letters could not be read.
pub fn ink(family: Family) -> Ink {
    match family {
        Family::Context => Ink::LabelCountry,
        other => Ink::of(other),
    }
}

/// Places the tag on the longest of the pieces where it touches nothing; gives what to draw.
pub fn place(
    name: &str,
    ink: Ink,
    pieces: &[&Course],
    lang: Lang,
    placer: &mut Placer,
    measure: &mut dyn TextMeasure,
) -> Option<Vec<Shape>> {
    let larger = if lang == Lang::Ur { 1.5 } else { 0.0 };
    let style = TextStyle {
        face: Face::Sans,
        size: 10.5 + larger,
        weight: 650,
        spacing: 0.0,
        ink: Ink::Core,
        halo: ink,
        halo_width: 0.0,
    };
    let width = measure.width(name, &style);
    let plate = [width + 10.0, HEIGHT + larger];
    let mut by_length = pieces.to_vec();
    order::sort_by(&mut by_length, |a, b| b.length().total_cmp(&a.length()));
    let center = by_length
        .iter()
        .filter(|course| course.length() > plate[0] * 1.6)
        .flat_map(|course| SEATS.iter().filter_map(|seat| course.station(course.length() * seat)))
        .map(|station| station.at)
        .find(|&at| placer.free(&Box2::around(at, plate[0], plate[1]).grown(3.0).into()))?;
    placer.take(Box2::around(center, plate[0], plate[1]));
    let rounded = rounded_box(Box2::around(center, plate[0], plate[1]), 3.0);
    Some(vec![
        Shape::Stroke(rounded.clone(), Stroke::solid(Ink::Land, 3.0)),
        Shape::Fill(rounded, ink.into()),
        Shape::Text(Text { content: name.to_owned(), center, width, angle: 0.0, style }),
    ])
}

/// A box with round corners, as a polygon.
fn rounded_box(plate: Box2, radius: f32) -> Path {
    let corners = [
        ([plate.x + plate.width - radius, plate.y + radius], -90.0_f32),
        ([plate.x + plate.width - radius, plate.y + plate.height - radius], 0.0),
        ([plate.x + radius, plate.y + plate.height - radius], 90.0),
        ([plate.x + radius, plate.y + radius], 180.0),
    ];
    let points = corners
        .iter()
        .flat_map(|&([x, y], from)| {
            (0..=3).map(move |i| {
                let (sin, cos) = (from + 30.0 * i as f32).to_radians().sin_cos();
                [x + radius * cos, y + radius * sin]
            })
        })
        .collect();
    Path::line(points, true)
}
