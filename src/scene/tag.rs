//! The short name of a corridor, on a plate on its line or, where that is crowded, beside it.

use super::{
    course::Course,
    display::{Box2, Face, Paint, Path, Shape, Stroke, Text, TextStyle},
    label::{Crossing, Placer, TextMeasure},
    palette::Ink,
    tilted::Tilted,
};
use crate::i18n::Lang;
use crate::model::corridor::Family;
use crate::order;

/// Height of the plate, CSS pixels.
const HEIGHT: f32 = 17.0;
/// Room between the plate and a line that it stands beside, CSS pixels.
const ASIDE: f32 = 7.0;
/// Fractions of a course at which the plate may sit, best first.
const SEATS: [f32; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/// The colour of the plate: that of the corridor, or a darker one where letters could not be read.
pub fn ink(family: Family) -> Ink {
    match family {
        Family::Context => Ink::LabelCountry,
        other => Ink::of(other),
    }
}

/// How a tag looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The colour of the corridor.
    pub ink: Ink,
    /// Whether its line stands back behind another: an outlined plate instead of a filled one.
    pub quiet: bool,
}

/// The lines that a tag has to do with.
#[derive(Debug)]
pub struct Ground<'a> {
    /// Those it names.
    pub own: Vec<&'a Course>,
    /// Others: it covers them only where it finds no better place.
    pub others: Vec<&'a Course>,
    /// Computed routes: it never covers them.
    pub routes: &'a [Course],
}

/// Places the tag where it touches nothing, and gives what to draw: on the longest of its lines, or else beside one,
/// or else where it covers another line.
pub fn place(
    name: &str,
    Look { ink, quiet }: Look,
    ground: &Ground,
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
        ink: if quiet { ink.letters() } else { Ink::Core },
        halo: ink,
        halo_width: 0.0,
    };
    let width = measure.width(name, &style);
    let plate = [width + 10.0, HEIGHT + larger];
    let mut by_length = ground.own.clone();
    order::sort_by(&mut by_length, |a, b| b.length().total_cmp(&a.length()));
    let stations: Vec<_> = by_length
        .iter()
        .flat_map(|course| SEATS.iter().filter_map(|seat| course.station(course.length() * seat)))
        .collect();
    let long = by_length.iter().filter(|course| course.length() > plate[0] * 1.6).count();
    let on = stations[..long * SEATS.len()].iter().map(|station| station.at);
    let beside = stations.iter().flat_map(|station| {
        let [dx, dy] = station.direction;
        let away = dy.abs() * plate[0] / 2.0 + dx.abs() * plate[1] / 2.0 + ASIDE;
        [away, -away].map(|away| station.offset(0.0, away))
    });
    let boxed = |at: [f32; 2]| -> Tilted { Box2::around(at, plate[0], plate[1]).grown(3.0).into() };
    let off_routes = |plate: &Tilted| !ground.routes.iter().any(|route| route.touches(plate));
    let free = |at: &[f32; 2]| {
        let plate = boxed(*at);
        placer.free(&plate) && off_routes(&plate)
    };
    let alone = |at: &[f32; 2]| {
        let plate = boxed(*at);
        !ground.others.iter().any(|line| line.touches(&plate))
    };
    let clear = |at: &[f32; 2]| {
        let plate = boxed(*at);
        placer.clear(&plate, Crossing::None) && off_routes(&plate)
    };
    let center = (on.clone().filter(free).find(alone))
        .or_else(|| beside.clone().find(clear))
        .or_else(|| on.clone().find(free))?;
    placer.take(Box2::around(center, plate[0], plate[1]));
    let rounded = rounded_box(Box2::around(center, plate[0], plate[1]), 3.0);
    let (edge, fill) = match quiet {
        true => (Stroke::solid(Paint::from(ink).faded(0.6), 2.0), Ink::Land),
        false => (Stroke::solid(Ink::Land, 3.0), ink),
    };
    Some(vec![
        Shape::Stroke(rounded.clone(), edge),
        Shape::Fill(rounded, fill.into()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::label::FixedMeasure;

    const FRAME: Box2 = Box2 { x: 0.0, y: 0.0, width: 400.0, height: 400.0 };

    /// The plate of a tag of a line from left to right through the middle.
    fn plate(others: &[Course], routes: &[Course]) -> Option<Box2> {
        let own = Course::new(vec![[50.0, 200.0], [350.0, 200.0]]);
        let ground = Ground { own: vec![&own], others: others.iter().collect(), routes };
        let mut placer = Placer::new(FRAME);
        for line in others.iter().chain([&own]) {
            placer.block_line(&line.points, 3.0, false);
        }
        let (ink, lang) = (Ink::of(Family::Gas), Lang::En);
        place("PSGP", Look { ink, quiet: false }, &ground, lang, &mut placer, &mut FixedMeasure)?;
        placer.placed.first().map(Tilted::bounds)
    }

    #[test]
    fn it_sits_on_its_line_where_it_covers_no_other() {
        let plate = plate(&[], &[]).expect("a plate");
        assert_eq!(plate.middle(), [200.0, 200.0]);
    }

    #[test]
    fn it_stands_beside_its_line_where_another_runs_along() {
        let other = Course::new(vec![[50.0, 205.0], [350.0, 205.0]]);
        let plate = plate(std::slice::from_ref(&other), &[]).expect("a plate");
        assert!(!other.touches(&plate.into()) && !plate.holds([200.0, 200.0]), "{plate:?}");
        assert!((plate.middle()[1] - 200.0).abs() < HEIGHT, "{plate:?}");
    }

    #[test]
    fn it_never_covers_a_route() {
        let lines = [197.0, 200.0, 203.0].map(|y| Course::new(vec![[0.0, y], [400.0, y]]));
        let plate = plate(&[], &lines).expect("a plate");
        assert!(lines.iter().all(|line| !line.touches(&plate.into())), "{plate:?}");
    }
}
