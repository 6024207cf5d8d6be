//! The symbols of places, drawn from paths so that every writer shows the same.

use super::{
    display::{Path, Shape, Stroke},
    palette::Ink,
};
use crate::model::place::PlaceKind;

/// How a place is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SymbolLook {
    /// What it is.
    pub kind: PlaceKind,
    /// Whether it is large: ports get the anchor.
    pub major: bool,
    /// Whether its position is only approximate: drawn hollow.
    pub approximate: bool,
    /// Whether a route passes it: chokepoints are filled then.
    pub passed: bool,
    /// Sizes grow by this factor.
    pub weight: f32,
}

impl SymbolLook {
    /// Half the width of the symbol with its casing, CSS pixels.
    pub fn radius(&self) -> f32 {
        let size = match self.kind {
            PlaceKind::Port if self.major => 14.0,
            PlaceKind::Port | PlaceKind::Lock => 8.0,
            PlaceKind::Capital => 9.0,
            PlaceKind::City => 6.0,
            PlaceKind::Junction => 3.6,
            PlaceKind::Border => 8.4,
            PlaceKind::GaugeBreak => 9.2,
            PlaceKind::Chokepoint => 13.0,
            PlaceKind::Terminal => 7.0,
        };
        (size / 2.0 + 1.0) * self.weight
    }

    /// Draws the symbol around `at`.
    pub fn draw(&self, at: [f32; 2], shapes: &mut Vec<Shape>) {
        let pen = Pen { at, unit: self.weight };
        match self.kind {
            PlaceKind::Port if self.major => self.anchor(&pen, shapes),
            PlaceKind::Port => self.hull(&pen, shapes),
            PlaceKind::Capital => {
                pen.disc(5.6, Ink::Land, shapes);
                pen.ring(4.0, 1.3, Ink::Ink, shapes);
                if !self.approximate {
                    pen.disc(1.7, Ink::Ink, shapes);
                }
            }
            PlaceKind::City => {
                pen.disc(3.9, Ink::Land, shapes);
                pen.ring(2.4, 1.2, Ink::Ink, shapes);
            }
            PlaceKind::Junction if self.approximate => {
                pen.disc(2.9, Ink::Land, shapes);
                pen.ring(1.6, 0.9, Ink::Ink, shapes);
            }
            PlaceKind::Junction => {
                pen.disc(2.9, Ink::Land, shapes);
                pen.disc(1.8, Ink::Ink, shapes);
            }
            PlaceKind::Border => {
                pen.square(4.2, shapes);
                pen.bars(&[[-1.2, -2.0, -1.2, 2.0], [1.2, -2.0, 1.2, 2.0]], shapes);
            }
            PlaceKind::GaugeBreak => {
                pen.square(4.6, shapes);
                pen.bars(
                    &[
                        [-2.2, -2.6, -2.2, -0.2],
                        [2.2, -2.6, 2.2, -0.2],
                        [-1.0, 0.2, -1.0, 2.6],
                        [1.0, 0.2, 1.0, 2.6],
                    ],
                    shapes,
                );
            }
            PlaceKind::Lock => {
                let chevron = pen.path(&[[-1.8, -3.4], [1.8, 0.0], [-1.8, 3.4]], false);
                shapes
                    .push(Shape::Stroke(chevron.clone(), Stroke::solid(Ink::Land, 4.4 * pen.unit)));
                shapes.push(Shape::Stroke(chevron, Stroke::solid(Ink::Water, 1.9 * pen.unit)));
            }
            PlaceKind::Chokepoint => {
                let bow = pen.path(
                    &[[-6.0, -4.2], [0.0, 0.0], [6.0, -4.2], [6.0, 4.2], [0.0, 0.0], [-6.0, 4.2]],
                    true,
                );
                shapes.push(Shape::Stroke(bow.clone(), Stroke::solid(Ink::Land, 3.6 * pen.unit)));
                let (fill, edge) =
                    if self.passed { (Ink::Bad, Ink::Bad) } else { (Ink::Land, Ink::Ink) };
                shapes.push(Shape::Fill(bow.clone(), fill.into()));
                shapes.push(Shape::Stroke(bow, Stroke::solid(edge, 1.2 * pen.unit)));
            }
            PlaceKind::Terminal => {
                pen.square(3.5, shapes);
            }
        }
    }

    fn anchor(&self, pen: &Pen, shapes: &mut Vec<Shape>) {
        pen.disc(8.0, Ink::Land, shapes);
        let (ground, figure) =
            if self.approximate { (Ink::Land, Ink::Ink) } else { (Ink::Ink, Ink::Land) };
        pen.disc(6.8, Ink::Ink, shapes);
        if self.approximate {
            pen.disc(5.7, ground, shapes);
        }
        let ring = Path::circle(pen.to([0.0, -2.9]), 0.95 * pen.unit);
        shapes.push(Shape::Stroke(ring, Stroke::solid(figure, 0.9 * pen.unit)));
        let shank = pen.path(&[[0.0, -1.9], [0.0, 3.6]], false);
        shapes.push(Shape::Stroke(shank, Stroke::solid(figure, 1.1 * pen.unit)));
        let stock = pen.path(&[[-1.9, -0.9], [1.9, -0.9]], false);
        shapes.push(Shape::Stroke(stock, Stroke::solid(figure, 1.0 * pen.unit)));
        let arms = pen.path(
            &[
                [-3.5, 0.7],
                [-3.1, 2.1],
                [-1.8, 3.3],
                [0.0, 3.8],
                [1.8, 3.3],
                [3.1, 2.1],
                [3.5, 0.7],
            ],
            false,
        );
        shapes.push(Shape::Stroke(arms, Stroke::solid(figure, 1.1 * pen.unit)));
    }

    fn hull(&self, pen: &Pen, shapes: &mut Vec<Shape>) {
        let hull = pen.path(
            &[
                [-4.0, 0.2],
                [4.0, 0.2],
                [3.3, 2.2],
                [1.8, 3.5],
                [0.0, 3.9],
                [-1.8, 3.5],
                [-3.3, 2.2],
            ],
            true,
        );
        let mast = pen.path(&[[0.0, 0.2], [0.0, -3.6]], false);
        shapes.push(Shape::Stroke(hull.clone(), Stroke::solid(Ink::Land, 2.4 * pen.unit)));
        shapes.push(Shape::Stroke(mast.clone(), Stroke::solid(Ink::Land, 3.4 * pen.unit)));
        if self.approximate {
            shapes.push(Shape::Fill(hull.clone(), Ink::Land.into()));
            shapes.push(Shape::Stroke(hull, Stroke::solid(Ink::Ink, 1.0 * pen.unit)));
        } else {
            shapes.push(Shape::Fill(hull, Ink::Ink.into()));
        }
        shapes.push(Shape::Stroke(mast, Stroke::solid(Ink::Ink, 1.2 * pen.unit)));
    }
}

/// Draws around a point, in units of the look's weight.
struct Pen {
    at: [f32; 2],
    unit: f32,
}

impl Pen {
    fn to(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.at[0] + x * self.unit, self.at[1] + y * self.unit]
    }

    fn path(&self, points: &[[f32; 2]], closed: bool) -> Path {
        Path::line(points.iter().map(|&point| self.to(point)).collect(), closed)
    }

    fn disc(&self, radius: f32, ink: Ink, shapes: &mut Vec<Shape>) {
        shapes.push(Shape::Fill(Path::circle(self.at, radius * self.unit), ink.into()));
    }

    fn ring(&self, radius: f32, width: f32, ink: Ink, shapes: &mut Vec<Shape>) {
        let circle = Path::circle(self.at, radius * self.unit);
        shapes.push(Shape::Stroke(circle, Stroke::solid(ink, width * self.unit)));
    }

    /// A square of that half width with casing, open in the middle.
    fn square(&self, half: f32, shapes: &mut Vec<Shape>) {
        let corners = |half: f32| {
            self.path(&[[-half, -half], [half, -half], [half, half], [-half, half]], true)
        };
        shapes.push(Shape::Fill(corners(half + 1.4), Ink::Land.into()));
        shapes.push(Shape::Stroke(corners(half - 0.5), Stroke::solid(Ink::Ink, 1.2 * self.unit)));
    }

    fn bars(&self, bars: &[[f32; 4]], shapes: &mut Vec<Shape>) {
        for &[x0, y0, x1, y1] in bars {
            let bar = self.path(&[[x0, y0], [x1, y1]], false);
            shapes.push(Shape::Stroke(bar, Stroke::solid(Ink::Ink, 1.1 * self.unit)));
        }
    }
}
