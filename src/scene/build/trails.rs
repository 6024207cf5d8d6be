//! Computed routes: the one that is looked at on its yellow band, in front of the others, each leg in the
//! construction of its mode.

use super::Work;
use crate::model::{corridor::Family, line::Mode};
use crate::order;
use crate::scene::{
    arc::Maker,
    course::{Course, SheetCourse, distance},
    display::{Box2, Face, Paint, Path, Shape, Stroke, Text, TextStyle},
    lanes,
    line_style::LineLook,
    palette::Ink,
    tilted::Tilted,
    trail::{Trail, TrailLeg},
};

/// Width of the band under the route, CSS pixels, and what it covers.
const BAND: (f32, f32) = (17.0, 0.72);
/// Bands of what is within reach, for their shades.
const BANDS: f32 = 4.0;
/// Radius of a badge, CSS pixels.
const BADGE: f32 = 11.0;
/// Radius of the point where a hand holds a route, CSS pixels.
const GRIP: f32 = 5.0;
/// Courses are cut this far outside the window, CSS pixels.
const MARGIN: f32 = 64.0;
/// Radius at which ships turn, CSS pixels at the overview.
const TURN: f32 = 22.0;

/// Distance between the middles of two routes that share their ground, CSS pixels.
const LANE: f32 = 7.0;

/// Each leg of a route: how it looks, and its pieces, each with where it begins along the leg.
type Legs = Vec<(LineLook, Vec<(f32, Course)>)>;

fn is_afloat(mode: Mode) -> bool {
    matches!(mode, Mode::Sea | Mode::River | Mode::Ferry)
}

impl Work<'_> {
    /// Draws the routes and gives their badges, which belong above the symbols: the band of the chosen one under all,
    /// the others beside it where they share its ground, and the chosen one on top.
    pub(super) fn trails(&mut self) -> Vec<Shape> {
        let trails = &self.attention.trails;
        let mut drawn: Vec<Legs> = Vec::new();
        for trail in trails.iter().filter(|trail| trail.chosen) {
            let legs = self.legs(trail);
            self.band(&legs);
            drawn.push(legs);
        }
        let chosen = drawn.len();
        for trail in trails.iter().filter(|trail| !trail.chosen) {
            let legs = self.legs(trail);
            drawn.push(self.beside(legs, &drawn));
        }
        for legs in drawn[chosen..].iter().chain(&drawn[..chosen]) {
            self.draw_legs(legs);
        }
        let badges = self.badges(&drawn);
        let legs = drawn.into_iter().flatten();
        self.routes = legs.flat_map(|(_, pieces)| pieces).map(|(_, piece)| piece).collect();
        badges
    }

    /// Draws what is within reach: the nearer, the thicker and the darker.
    pub(super) fn bands(&mut self) {
        let maker = Maker::new(self.window.id);
        for (index, lines) in self.attention.bands.iter().enumerate().rev() {
            let mut path = Path::new(false);
            for line in lines {
                let courses = SheetCourse::new(line, maker).in_window(self.window).into_iter();
                for (_, piece) in courses.flat_map(|course| course.pieces(self.window, MARGIN)) {
                    path.start();
                    path.points.extend(&piece.points);
                }
            }
            let share = 1.0 - index as f32 / BANDS;
            let casing = Stroke::solid(Paint::from(Ink::Land).faded(0.85), 2.5 + 3.5 * share);
            let stroke =
                Stroke::solid(Paint::from(Ink::Ink).faded(0.35 + 0.6 * share), 0.8 + 2.8 * share);
            self.shapes.push(Shape::Stroke(path.clone(), casing.round()));
            self.shapes.push(Shape::Stroke(path, stroke.round()));
        }
    }

    /// The legs of a route, as far as they lie in the window.
    fn legs(&self, trail: &Trail) -> Legs {
        let maker = Maker::new(self.window.id);
        let leg = |leg: &TrailLeg| {
            let afloat = is_afloat(leg.mode);
            let look = LineLook {
                mode: leg.mode,
                status: leg.status,
                ink: Ink::of(if afloat { Family::Water } else { Family::Rail }),
                context: false,
                cased: false,
                weight: self.weight,
                alpha: 1.0,
            };
            let courses = SheetCourse::new(&leg.course, maker).in_window(self.window).into_iter();
            let turned = courses.map(|course| match leg.mode == Mode::Sea {
                true => course.rounded(TURN * self.weight),
                false => course,
            });
            (look, turned.flat_map(|course| course.pieces(self.window, MARGIN)).collect())
        };
        trail.legs.iter().map(leg).collect()
    }

    /// The same legs, to the right of those of other routes where they would lie on them.
    fn beside(&self, mut legs: Legs, drawn: &[Legs]) -> Legs {
        for (look, pieces) in &mut legs {
            let alike = |other: &&(LineLook, Vec<(f32, Course)>)| {
                is_afloat(other.0.mode) == is_afloat(look.mode)
            };
            let others: Vec<(&Course, f32)> = drawn
                .iter()
                .flatten()
                .filter(alike)
                .flat_map(|(_, pieces)| pieces.iter().map(|(_, piece)| (piece, LANE * self.weight)))
                .collect();
            for (_, piece) in pieces.iter_mut() {
                *piece = lanes::beside(piece, &others, true);
            }
        }
        legs
    }

    /// The yellow band under a route.
    fn band(&mut self, legs: &Legs) {
        let mut band = Path::new(false);
        for (_, piece) in legs.iter().flat_map(|(_, pieces)| pieces) {
            band.start();
            band.points.extend(&piece.points);
        }
        let paint = Paint { ink: Ink::Highlight, alpha: BAND.1, multiply: true };
        self.shapes.push(Shape::Stroke(band, Stroke::solid(paint, BAND.0).round()));
    }

    fn draw_legs(&mut self, legs: &Legs) {
        for (look, pieces) in legs {
            for (start, piece) in pieces {
                if look.mode == Mode::Sea {
                    // Thicker than the lanes of the map, on a casing.
                    let path = || Path::line(piece.points.clone(), false);
                    let casing = Paint::from(Ink::Land).faded(0.85);
                    let widths = [(casing, 5.4), (look.ink.into(), 2.4)];
                    for (paint, width) in widths {
                        let stroke = Stroke::solid(paint, width * self.weight).round();
                        self.shapes.push(Shape::Stroke(path(), stroke));
                    }
                } else {
                    look.draw(piece, *start, &mut self.shapes);
                }
                look.heads(piece, *start, &mut self.shapes);
                self.placer.block_line(&piece.points, look.reach() / 2.0, look.mode == Mode::Sea);
            }
        }
    }

    /// Draws the way that a route under the hand would take: to the hand and on, as the crow flies.
    pub(super) fn bend(&mut self) {
        let Some(bend) = self.attention.bend else { return };
        let points = [bend.before, bend.at, bend.after];
        let mut line = Path::new(false);
        for piece in SheetCourse::new(&points, Maker::new(self.window.id)).in_window(self.window) {
            line.start();
            line.points.extend(&piece.points);
        }
        self.shapes.push(Shape::Stroke(line.clone(), Stroke::solid(Ink::Land, 5.0).round()));
        self.shapes
            .push(Shape::Stroke(line, Stroke::solid(Ink::Ink, 2.0).dashed(&[7.0, 5.0], 0.0)));
        if let Some(at) = self.window.project(bend.at) {
            self.shapes.push(Shape::Fill(Path::circle(at, GRIP + 2.0), Ink::Ink.into()));
            self.shapes.push(Shape::Fill(Path::circle(at, GRIP), Ink::Highlight.into()));
        }
    }

    /// The badges of all routes, that of the chosen one on top; `drawn` has their legs, those of the chosen one first.
    fn badges(&mut self, drawn: &[Legs]) -> Vec<Shape> {
        let trails = &self.attention.trails;
        let order = |chosen: bool| trails.iter().filter(move |trail| trail.chosen == chosen);
        let (mut badges, mut taken) = (Vec::new(), Vec::new());
        for (index, trail) in order(true).chain(order(false)).enumerate() {
            if let Some(at) = self.seat(trail, index, drawn, &taken) {
                taken.push(at);
                badges.push(self.badge(trail, at));
            }
        }
        badges.into_iter().rev().flatten().collect()
    }

    /// Where the badge of a route stands: on it as it is drawn, near where it runs apart, but clear of other routes and
    /// of what has its place there.
    fn seat(
        &self,
        trail: &Trail,
        index: usize,
        drawn: &[Legs],
        taken: &[[f32; 2]],
    ) -> Option<[f32; 2]> {
        let wished = trail.badge.and_then(|at| self.window.project(at))?;
        let pieces = |legs: usize| drawn[legs].iter().flat_map(|(_, pieces)| pieces);
        let others: Vec<&Course> = (0..drawn.len())
            .filter(|other| *other != index)
            .flat_map(|other| pieces(other).map(|(_, piece)| piece))
            .collect();
        // Outward from the wished place, so that the seats stay where they are while the map moves.
        let mut seats: Vec<[f32; 2]> = Vec::new();
        for (_, piece) in pieces(index) {
            let Some(near) = piece.nearest(wished) else { continue };
            let steps = (piece.length() / (BADGE * 2.0)) as i32 + 1;
            let along = (-steps..=steps).map(|step| near + step as f32 * BADGE * 2.0);
            let within = along.filter(|along| (0.0..=piece.length()).contains(along));
            seats.extend(within.filter_map(|along| piece.station(along)).map(|found| found.at));
        }
        order::sort_by(&mut seats, |a, b| distance(*a, wished).total_cmp(&distance(*b, wished)));
        let disc = |at: [f32; 2]| -> Tilted { Box2::around(at, BADGE * 2.2, BADGE * 2.2).into() };
        let free = |at: &[f32; 2]| {
            self.placer.free(&disc(*at))
                && taken.iter().all(|other| distance(*other, *at) >= BADGE * 2.2)
        };
        let clear = |at: &[f32; 2]| {
            let disc = disc(*at);
            !others.iter().any(|other| other.touches(&disc))
        };
        let mut open = seats.iter().copied().filter(free);
        let first = open.next();
        let found = first.filter(clear).or_else(|| open.find(clear)).or(first);
        found.or_else(|| seats.first().copied())
    }

    /// A disc with the letter: yellow for the route that is looked at.
    fn badge(&mut self, trail: &Trail, at: [f32; 2]) -> Vec<Shape> {
        self.placer.block(Box2::around(at, BADGE * 2.0, BADGE * 2.0));
        let fill = if trail.chosen { Ink::Highlight } else { Ink::Land };
        let style = TextStyle {
            face: Face::Sans,
            size: 12.0,
            weight: 650,
            spacing: 0.0,
            ink: if trail.chosen { Ink::OnHighlight } else { Ink::Ink },
            halo: fill,
            halo_width: 0.0,
        };
        let letter = Text {
            content: trail.letter.clone(),
            center: at,
            width: style.size * 0.7,
            angle: 0.0,
            style,
        };
        vec![
            Shape::Fill(Path::circle(at, BADGE), fill.into()),
            Shape::Stroke(Path::circle(at, BADGE), Stroke::solid(Ink::Ink, 1.6)),
            Shape::Text(letter),
        ]
    }
}
