//! How a line looks: mode by construction, status by continuity, corridor by colour.
//!
//! The one table that the map, the key and the badges draw from. All lengths are CSS pixels at
//! the overview and grow with `weight`; the period of each dash is a whole fraction of the period
//! of ticks or rings, or marks would fall into gaps and the mode be lost.

use super::{
    course::{Course, Station},
    display::{Paint, Path, Shape, Stroke},
    palette::Ink,
};
use crate::model::line::{Mode, Status};

/// Distance between two ticks of a railway.
const TICK_PERIOD: f32 = 9.5;
/// Distance between two rings of a pipeline.
const RING_PERIOD: f32 = 13.5;
/// One arrowhead to so many rings.
const FLOW_EVERY: f32 = 4.0;
/// Distance between two crosses of a suspended line.
const CROSS_PERIOD: f32 = 36.0;

/// Distance between two arrowheads of a route.
const HEAD_PERIOD: f32 = 110.0;

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineLook {
    /// Its construction.
    pub mode: Mode,
    /// Its continuity.
    pub status: Status,
    /// Its colour.
    pub ink: Ink,
    /// Context lines are one thin stroke, whatever their mode.
    pub context: bool,
    /// Whether a thin line lies on a casing of its own: on the highlighter it could not be seen without.
    pub cased: bool,
    /// Widths grow by this factor.
    pub weight: f32,
    /// How much the line covers; less when something else is chosen.
    pub alpha: f32,
}

/// Dash and gap of a status for a construction, and where in the pattern a line begins.
struct Continuity {
    dash: [f32; 2],
    offset: f32,
}

impl LineLook {
    /// Draws a piece of a course that begins `start` pixels along it.
    pub fn draw(&self, course: &Course, start: f32, shapes: &mut Vec<Shape>) {
        if course.points.len() < 2 {
            return;
        }
        let body = |width: f32, ink: Ink| Stroke::solid(self.paint(ink), width * self.weight);
        let path = || Path::line(course.points.clone(), false);
        let broken = |stroke: Stroke, pattern: Option<Continuity>| match pattern {
            Some(Continuity { dash, offset }) => {
                let dash = dash.map(|length| length * self.weight);
                stroke.dashed(&dash, offset * self.weight + start)
            }
            None => stroke,
        };
        let casing = |width: f32| {
            let paint = self.paint(Ink::Land).faded(0.85);
            Shape::Stroke(path(), Stroke::solid(paint, width * self.weight))
        };
        // What is wide brings its casing along.
        if self.cased && (self.context || matches!(self.mode, Mode::Sea | Mode::Ferry)) {
            shapes.push(casing(5.0));
        }
        if self.context {
            shapes.push(Shape::Stroke(path(), broken(body(1.4, self.ink), plain(self.status))));
            if self.mode == Mode::Rail {
                self.ticks(course, start, 5.0, shapes);
            }
            if self.mode == Mode::Pipeline {
                self.flow(course, start, shapes);
            }
        } else {
            match self.mode {
                Mode::Road => {
                    shapes.push(casing(6.4));
                    shapes.push(Shape::Stroke(
                        path(),
                        broken(body(4.6, self.ink), plain(self.status)),
                    ));
                    shapes.push(Shape::Stroke(
                        path(),
                        broken(body(2.0, Ink::Core), plain(self.status)),
                    ));
                }
                Mode::Rail => {
                    shapes.push(casing(5.0));
                    shapes.push(Shape::Stroke(
                        path(),
                        broken(body(2.0, self.ink), rail(self.status)),
                    ));
                    self.ticks(course, start, 7.0, shapes);
                }
                Mode::Pipeline => {
                    shapes.push(casing(6.0));
                    shapes.push(Shape::Stroke(
                        path(),
                        broken(body(2.2, self.ink), pipe(self.status)),
                    ));
                    self.rings(course, start, shapes);
                }
                Mode::River => {
                    let band = self.paint(self.ink).faded(0.26);
                    shapes.push(Shape::Stroke(
                        path(),
                        Stroke::solid(band, 7.0 * self.weight).round(),
                    ));
                    let line = body(2.0, self.ink);
                    let line = if self.status == Status::Operational { line.round() } else { line };
                    shapes.push(Shape::Stroke(path(), broken(line, plain(self.status))));
                }
                Mode::Sea => {
                    let line = Stroke::solid(self.paint(self.ink), 1.5 * self.weight);
                    shapes.push(Shape::Stroke(path(), broken(line, plain(self.status))));
                }
                Mode::Ferry => {
                    let line = Stroke::solid(self.paint(self.ink), 1.5 * self.weight).round();
                    let dots = [0.1 * self.weight, 4.0 * self.weight];
                    shapes.push(Shape::Stroke(path(), line.dashed(&dots, start)));
                }
            }
        }
        if self.status == Status::Suspended {
            self.crosses(course, start, shapes);
        }
    }

    /// Width of the widest stroke, for the highlighter and for pointing.
    pub fn reach(&self) -> f32 {
        self.weight * reach(self.mode)
    }

    /// A bar across the end of a line.
    pub fn end(&self, station: Station, shapes: &mut Vec<Shape>) {
        let half = if self.context { 3.0 } else { reach(self.mode) / 2.0 + 1.6 } * self.weight;
        let bar = |half: f32| {
            Path::line(vec![station.offset(0.0, -half), station.offset(0.0, half)], false)
        };
        let width = 1.8 * self.weight;
        let casing = Stroke::solid(self.paint(Ink::Land).faded(0.85), width + 2.0);
        shapes.push(Shape::Stroke(bar(half + 1.0), casing));
        shapes.push(Shape::Stroke(bar(half), Stroke::solid(self.paint(self.ink), width)));
    }

    fn paint(&self, ink: Ink) -> Paint {
        Paint::from(ink).faded(self.alpha)
    }

    fn ticks(&self, course: &Course, start: f32, length: f32, shapes: &mut Vec<Shape>) {
        // First ticks fall on dashes: two on a long one, one in the middle of a short one.
        let first = match self.status {
            Status::UnderConstruction => 2.5,
            Status::Planned => 3.0,
            Status::Shelved => 0.8,
            Status::Operational | Status::Suspended => TICK_PERIOD / 2.0,
        };
        let mut ticks = Path::new(false);
        let half = length / 2.0 * self.weight;
        for station in course.stations(start, first * self.weight, TICK_PERIOD * self.weight) {
            ticks.start();
            ticks.points.extend([station.offset(0.0, -half), station.offset(0.0, half)]);
        }
        shapes.push(Shape::Stroke(ticks, Stroke::solid(self.paint(self.ink), 1.5 * self.weight)));
    }

    fn rings(&self, course: &Course, start: f32, shapes: &mut Vec<Shape>) {
        let mut outer = Path::new(true);
        let mut inner = Path::new(true);
        for station in course.stations(start, self.first_ring(), RING_PERIOD * self.weight) {
            for (path, radius) in [(&mut outer, 3.0), (&mut inner, 1.4)] {
                path.start();
                path.points.extend(Path::circle(station.at, radius * self.weight).points);
            }
        }
        shapes.push(Shape::Fill(outer, self.paint(self.ink)));
        shapes.push(Shape::Fill(inner, self.paint(Ink::Core)));
        self.flow(course, start, shapes);
    }

    /// Arrowheads midway between two rings, pointing where the gas flows: the data give pipelines in
    /// that direction.
    fn flow(&self, course: &Course, start: f32, shapes: &mut Vec<Shape>) {
        let period = RING_PERIOD * FLOW_EVERY * self.weight;
        self.arrows(course, start, [self.first_ring() + period * 0.375, period], shapes);
    }

    /// Arrowheads of a route, pointing where it goes.
    pub fn heads(&self, course: &Course, start: f32, shapes: &mut Vec<Shape>) {
        let period = HEAD_PERIOD * self.weight;
        self.arrows(course, start, [period / 2.0, period], shapes);
    }

    fn arrows(
        &self,
        course: &Course,
        start: f32,
        [first, period]: [f32; 2],
        shapes: &mut Vec<Shape>,
    ) {
        let mut heads = Path::new(false);
        let (back, side) = (-2.2 * self.weight, 3.0 * self.weight);
        for station in course.stations(start, first, period) {
            heads.start();
            heads.points.extend([
                station.offset(back, -side),
                station.offset(-back, 0.0),
                station.offset(back, side),
            ]);
        }
        let casing = Stroke::solid(self.paint(Ink::Land).faded(0.85), 4.0 * self.weight);
        shapes.push(Shape::Stroke(heads.clone(), casing.round()));
        shapes.push(Shape::Stroke(heads, Stroke::solid(self.paint(self.ink), 1.7 * self.weight)));
    }

    /// Where the first ring stands: on a dash.
    fn first_ring(&self) -> f32 {
        self.weight
            * match self.status {
                Status::UnderConstruction => 4.75,
                Status::Planned => 1.65,
                Status::Shelved => 0.75,
                Status::Operational | Status::Suspended => RING_PERIOD / 2.0,
            }
    }

    fn crosses(&self, course: &Course, start: f32, shapes: &mut Vec<Shape>) {
        let (mut gaps, mut crosses) = (Path::new(false), Path::new(false));
        let (gap, arm) = (7.0 * self.weight, 4.0 * self.weight);
        let period = CROSS_PERIOD * self.weight;
        for station in course.stations(start, period / 2.0, period) {
            gaps.start();
            gaps.points.extend([station.offset(-gap, 0.0), station.offset(gap, 0.0)]);
            for side in [-arm, arm] {
                crosses.start();
                crosses.points.extend([station.offset(-arm, side), station.offset(arm, -side)]);
            }
        }
        let width = (self.reach() + 2.0).max(6.0);
        shapes.push(Shape::Stroke(gaps, Stroke::solid(self.paint(Ink::Land), width)));
        shapes.push(Shape::Stroke(crosses, Stroke::solid(self.paint(self.ink), 1.8 * self.weight)));
    }
}

/// Width of the widest stroke of a mode at the overview, CSS pixels.
pub fn reach(mode: Mode) -> f32 {
    match mode {
        Mode::Road => 4.6,
        Mode::Rail | Mode::River => 7.0,
        Mode::Pipeline => 6.0,
        Mode::Sea | Mode::Ferry => 1.5,
    }
}

fn plain(status: Status) -> Option<Continuity> {
    match status {
        Status::Operational | Status::Suspended => None,
        Status::UnderConstruction => Some(Continuity { dash: [11.0, 4.0], offset: 0.0 }),
        Status::Planned => Some(Continuity { dash: [5.0, 4.0], offset: 0.0 }),
        Status::Shelved => Some(Continuity { dash: [1.5, 6.0], offset: 0.0 }),
    }
}

fn rail(status: Status) -> Option<Continuity> {
    match status {
        Status::Operational | Status::Suspended => None,
        Status::UnderConstruction => Some(Continuity { dash: [14.5, 4.5], offset: 0.0 }),
        Status::Planned => Some(Continuity { dash: [6.0, 3.5], offset: 0.0 }),
        Status::Shelved => Some(Continuity { dash: [1.6, 3.15], offset: 0.0 }),
    }
}

fn pipe(status: Status) -> Option<Continuity> {
    match status {
        Status::Operational | Status::Suspended => None,
        Status::UnderConstruction => Some(Continuity { dash: [9.5, 4.0], offset: 0.0 }),
        Status::Planned => Some(Continuity { dash: [3.3, 3.45], offset: 0.0 }),
        Status::Shelved => Some(Continuity { dash: [1.5, 5.25], offset: 0.0 }),
    }
}
