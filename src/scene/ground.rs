//! The basemap, projected once, drawn as much of it as the window needs.

use super::{
    display::{Path, Shape, Stroke},
    palette::Ink,
    viewport::{Affine, Viewport},
};
use crate::geo::{LonLat, projection::LambertConic};
use crate::model::basemap::{Basemap, BorderStyle, BoundaryView, Level};

/// The sheet: the sea window of the atlas, west, south, east, north, degrees.
pub const SHEET: [f64; 4] = [-35.0, -45.0, 160.0, 84.0];

/// Points nearer to the last one drawn than this are left out, CSS pixels.
const FINEST: f32 = 0.5;
/// Shapes are cut this far outside the window, CSS pixels; wider than any stroke.
const MARGIN: f32 = 24.0;

/// An arc on the sheet.
#[derive(Debug)]
struct Arc {
    points: Vec<[f32; 2]>,
    bounds: [f32; 4],
}

/// One level of detail on the sheet.
#[derive(Debug)]
struct GroundLevel {
    min_zoom: f64,
    window: [f32; 4],
    arcs: Vec<Arc>,
    source: Level,
}

/// The basemap on the sheet.
#[derive(Debug)]
pub struct Ground {
    levels: Vec<GroundLevel>,
    styles: Vec<[BorderStyle; 5]>,
    edge: Vec<[f32; 2]>,
}

/// Which parts of the ground are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroundParts {
    /// Rivers and lakes' outlines.
    pub rivers: bool,
    /// Borders.
    pub borders: bool,
    /// The glow along the coast.
    pub waterlines: bool,
}

impl Ground {
    /// Projects all levels of the basemap.
    pub fn new(basemap: Basemap, projection: LambertConic) -> Self {
        let on_sheet = |point: LonLat| {
            let at = projection.project(point);
            [at.x as f32, at.y as f32]
        };
        let levels = basemap
            .levels
            .into_iter()
            .map(|source| GroundLevel {
                min_zoom: f64::from(source.min_zoom),
                window: source.window,
                arcs: (0..source.arcs.len())
                    .map(|index| Arc::new(source.arc(index).into_iter().map(on_sheet).collect()))
                    .collect(),
                source,
            })
            .collect();
        let [west, south, east, north] = SHEET;
        let corner = |lon, lat| LonLat { lon, lat };
        let parallel = |lat: f64, from: f64, to: f64| {
            (0..=96).map(move |i| corner(from + (to - from) * f64::from(i) / 96.0, lat))
        };
        let edge =
            parallel(north, west, east).chain(parallel(south, east, west)).map(on_sheet).collect();
        let styles = basemap.stretches.iter().map(|stretch| stretch.styles).collect();
        Self { levels, styles, edge }
    }

    /// Draws sea, land, lakes, rivers, borders and coast of the window.
    pub fn draw(
        &self,
        window: &Viewport,
        boundaries: BoundaryView,
        parts: GroundParts,
        shapes: &mut Vec<Shape>,
    ) {
        let Some(level) = self.level_for(window) else { return };
        let pen = Pen { affine: window.affine(), size: window.size };
        let frame = [window.size.width, window.size.height];
        let whole = vec![[0.0, 0.0], [frame[0], 0.0], frame, [0.0, frame[1]]];
        shapes.push(Shape::Fill(Path::line(whole, true), Ink::Beyond.into()));
        let mut edge = Path::new(true);
        edge.start();
        pen.trace(self.edge.iter(), &mut edge);
        shapes.push(Shape::Clip(edge.clone()));
        shapes.push(Shape::Fill(edge, Ink::Sea.into()));

        let coast = level.lines(&pen, level.source.coast.iter().map(|&index| index as usize));
        if parts.waterlines {
            let glow = |ink, width| Shape::Stroke(coast.clone(), Stroke::solid(ink, width).round());
            shapes.push(glow(Ink::Waterline1, 14.0));
            shapes.push(glow(Ink::Waterline2, 7.0));
        }
        shapes.push(Shape::Fill(level.areas(&pen, &level.source.land), Ink::Land.into()));
        let lakes = level.areas(&pen, &level.source.lakes);
        if parts.rivers {
            let rivers = level.lines(&pen, level.source.rivers.iter().map(|&index| index as usize));
            shapes.push(Shape::Stroke(rivers, Stroke::solid(Ink::River, 0.7)));
        }
        shapes.push(Shape::Fill(lakes.clone(), Ink::Sea.into()));
        shapes.push(Shape::Stroke(lakes, Stroke::solid(Ink::Coast, 0.5)));
        if parts.borders {
            self.borders(level, &pen, boundaries, shapes);
        }
        shapes.push(Shape::Stroke(coast, Stroke::solid(Ink::Coast, 0.7)));
        shapes.push(Shape::Unclip);
    }

    fn borders(&self, level: &GroundLevel, pen: &Pen, view: BoundaryView, out: &mut Vec<Shape>) {
        let of_style = |wanted: BorderStyle| {
            let arcs = level.source.borders.iter().filter(move |border| {
                let style = border
                    .stretch
                    .and_then(|index| self.styles.get(usize::from(index)))
                    .map_or(BorderStyle::Solid, |styles| styles[view as usize]);
                style == wanted
            });
            level.lines(pen, arcs.map(|border| border.arc as usize))
        };
        let solid = of_style(BorderStyle::Solid);
        out.push(Shape::Stroke(solid, Stroke::solid(Ink::Border, 0.8)));
        let dashed = of_style(BorderStyle::Dashed);
        out.push(Shape::Stroke(dashed.clone(), Stroke::solid(Ink::Land, 1.6)));
        let dashes = Stroke::solid(Ink::BorderDisputed, 1.1).dashed(&[3.0, 2.4], 0.0);
        out.push(Shape::Stroke(dashed, dashes));
    }

    /// The finest level that suits the zoom and covers the middle of the window; a level that is
    /// complete in the core only gives way to the one before it elsewhere.
    fn level_for(&self, window: &Viewport) -> Option<&GroundLevel> {
        let corners = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.5, 0.5]];
        let covers = |level: &GroundLevel| {
            let [west, south, east, north] = level.window.map(f64::from);
            corners.iter().all(|[x, y]| {
                window.invert([x * window.size.width, y * window.size.height]).is_none_or(|at| {
                    (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
                })
            })
        };
        let suits = |level: &&GroundLevel| window.view.zoom >= level.min_zoom && covers(level);
        self.levels.iter().rev().find(suits).or(self.levels.first())
    }
}

impl Arc {
    fn new(points: Vec<[f32; 2]>) -> Self {
        let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        for &[x, y] in &points {
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
        Self { points, bounds }
    }
}

impl GroundLevel {
    /// The arcs as open lines, as far as they show.
    fn lines(&self, pen: &Pen, indices: impl Iterator<Item = usize>) -> Path {
        let mut path = Path::new(false);
        for arc in indices.filter_map(|index| self.arcs.get(index)) {
            if pen.sees(arc.bounds) {
                pen.open_line(&arc.points, &mut path);
            }
        }
        path
    }

    /// The rings as closed areas, as far as they show.
    fn areas(&self, pen: &Pen, rings: &[Vec<i32>]) -> Path {
        let mut path = Path::new(true);
        for ring in rings {
            let arcs = || {
                ring.iter().filter_map(|&reference| {
                    let backwards = reference < 0;
                    let index = if backwards { !reference } else { reference };
                    self.arcs.get(index as usize).map(|arc| (arc, backwards))
                })
            };
            if !arcs().any(|(arc, _)| pen.sees(arc.bounds))
                && !pen.inside(arcs().map(|(arc, _)| arc.bounds))
            {
                continue;
            }
            path.start();
            let mut trace = Trace::new(pen);
            for (arc, backwards) in arcs() {
                // An arc wholly on one side of the window may be drawn by its ends alone.
                let far = pen.beyond_one_side(arc.bounds);
                let ends = [0, arc.points.len().saturating_sub(1)];
                match (far, backwards) {
                    (true, false) => {
                        ends.iter().for_each(|&i| trace.push(arc.points[i], &mut path))
                    }
                    (true, true) => {
                        ends.iter().rev().for_each(|&i| trace.push(arc.points[i], &mut path))
                    }
                    (false, false) => arc.points.iter().for_each(|&at| trace.push(at, &mut path)),
                    (false, true) => {
                        arc.points.iter().rev().for_each(|&at| trace.push(at, &mut path))
                    }
                }
            }
            trace.finish(&mut path);
            path.keep_if_at_least(3);
        }
        path
    }
}

/// The window as seen by one who draws.
struct Pen {
    affine: Affine,
    size: super::display::Size,
}

impl Pen {
    /// Corners of a box of the sheet, in the window.
    fn corners(&self, [x0, y0, x1, y1]: [f32; 4]) -> [[f32; 2]; 4] {
        [[x0, y0], [x1, y0], [x1, y1], [x0, y1]].map(|corner| self.affine.apply(corner))
    }

    /// Whether a box of the sheet may show.
    fn sees(&self, bounds: [f32; 4]) -> bool {
        !self.beyond_one_side(bounds)
    }

    /// Whether a box lies wholly beyond one edge of the window.
    fn beyond_one_side(&self, bounds: [f32; 4]) -> bool {
        let codes = self.corners(bounds).map(|corner| self.outcode(corner));
        codes.iter().fold(!0, |all, code| all & code) != 0
    }

    /// Whether boxes on different sides may together surround the window.
    fn inside(&self, boxes: impl Iterator<Item = [f32; 4]>) -> bool {
        let union =
            boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
        union.is_some_and(|bounds| self.sees(bounds))
    }

    /// One bit for each edge that the point lies beyond (Cohen and Sutherland).
    fn outcode(&self, [x, y]: [f32; 2]) -> u8 {
        u8::from(x < -MARGIN)
            | u8::from(x > self.size.width + MARGIN) << 1
            | u8::from(y < -MARGIN) << 2
            | u8::from(y > self.size.height + MARGIN) << 3
    }

    /// Adds a ring's points to the path.
    fn trace<'a>(&self, points: impl Iterator<Item = &'a [f32; 2]>, path: &mut Path) {
        let mut trace = Trace::new(self);
        points.for_each(|&at| trace.push(at, path));
        trace.finish(path);
    }

    /// Adds an open line, in as many pieces as show.
    fn open_line(&self, points: &[[f32; 2]], path: &mut Path) {
        let mut drawing = false;
        let mut previous: Option<([f32; 2], u8)> = None;
        let mut last = [f32::NAN; 2];
        for (index, &point) in points.iter().enumerate() {
            let at = self.affine.apply(point);
            let code = self.outcode(at);
            if let Some((before, code_before)) = previous {
                if code & code_before != 0 {
                    drawing = false;
                } else {
                    if !drawing {
                        path.start();
                        path.points.push(before);
                        last = before;
                        drawing = true;
                    }
                    let far = (at[0] - last[0]).abs() + (at[1] - last[1]).abs() >= FINEST;
                    if far || index + 1 == points.len() {
                        path.points.push(at);
                        last = at;
                    }
                }
            }
            previous = Some((at, code));
        }
        path.keep_if_at_least(2);
    }
}

/// Walks a ring into a path and leaves out what cannot show: steps too small to see, and runs of
/// points beyond the same edge, which do not change the area inside the window.
struct Trace<'a> {
    pen: &'a Pen,
    held: Option<([f32; 2], u8)>,
    last: Option<([f32; 2], u8)>,
}

impl<'a> Trace<'a> {
    fn new(pen: &'a Pen) -> Self {
        Self { pen, held: None, last: None }
    }

    fn push(&mut self, point: [f32; 2], path: &mut Path) {
        let at = self.pen.affine.apply(point);
        let code = self.pen.outcode(at);
        if let Some((held, held_code)) = self.held {
            let beyond = self.last.is_some_and(|(_, last)| last & held_code & code != 0);
            let near = code | held_code == 0
                && self.last.is_some_and(|(last, _)| {
                    (held[0] - last[0]).abs() + (held[1] - last[1]).abs() < FINEST
                });
            if !beyond && !near {
                path.points.push(held);
                self.last = Some((held, held_code));
            }
        }
        self.held = Some((at, code));
    }

    fn finish(&mut self, path: &mut Path) {
        if let Some((held, _)) = self.held.take() {
            path.points.push(held);
        }
    }
}
