//! Names of crowded ports: a second ring of seats, further out, each joined to its symbol by a
//! thin line.

use super::{
    display::{Path, Shape, Stroke},
    label::Seat,
    palette::Ink,
};

/// How far from the symbol a name may stand, CSS pixels, best first.
const DISTANCES: [f32; 3] = [14.0, 26.0, 40.0];
/// Directions of the leader, degrees clockwise from the right: seaward or landward, first those
/// that a reader's eye follows most easily.
const DIRECTIONS: [f32; 12] =
    [-35.0, 35.0, -145.0, 145.0, -65.0, 65.0, -115.0, 115.0, 0.0, 180.0, -90.0, 90.0];
/// Room between the end of the leader and the name, CSS pixels.
const GAP: f32 = 2.0;

/// Seats for a name of that size, nearest first.
pub fn seats(at: [f32; 2], radius: f32, width: f32, height: f32) -> impl Iterator<Item = Seat> {
    DISTANCES.into_iter().flat_map(move |distance| {
        DIRECTIONS.into_iter().map(move |degrees| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let on = |far: f32| [at[0] + cos * far, at[1] + sin * far];
            // The symbol keeps the square around it, which reaches furthest in its corners.
            let from = on(radius / cos.abs().max(sin.abs()) + 2.5);
            let to = on(radius + distance);
            let beside = cos.abs() > 0.3;
            let center = if beside {
                [to[0] + cos.signum() * (width / 2.0 + GAP), to[1]]
            } else {
                [to[0], to[1] + sin.signum() * (height / 2.0 + GAP)]
            };
            Seat { center, angle: 0.0, leader: Some([from, to]) }
        })
    })
}

/// Draws the line from the symbol to the name, so that it shows on land, sea and corridors.
pub fn draw([from, to]: [[f32; 2]; 2], shapes: &mut Vec<Shape>) {
    let path = || Path::line(vec![from, to], false);
    shapes.push(Shape::Stroke(path(), Stroke::solid(Ink::Land, 3.0)));
    shapes.push(Shape::Stroke(path(), Stroke::solid(Ink::Ink2, 1.0)));
}
