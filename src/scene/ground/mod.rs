//! The basemap: made ready once per projection and level, drawn as much of it as the window needs.

mod level;

use super::{
    arc::Maker,
    display::{Path, Shape, Stroke},
    palette::Ink,
    pen::{Pen, Trace},
    viewport::Viewport,
};
use crate::geo::{
    LonLat,
    projection::ProjectionId,
    resample::{Course, TOLERANCE},
};
use crate::model::basemap::{Basemap, BorderStyle, BoundaryView};
use level::{GroundLevel, Seen};
use std::sync::{Arc, OnceLock};

/// The wide glow along coasts may leave them by so much, CSS pixels: no eye can tell.
const GLOW_OFF: f32 = 2.5;

/// The basemap in one projection.
#[derive(Debug)]
pub struct Ground {
    basemap: Arc<Basemap>,
    maker: Maker,
    levels: Vec<OnceLock<GroundLevel>>,
    /// The outline of the sheet; none on the globe.
    edge: Option<super::arc::Arc>,
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
    /// The basemap in a projection; each level is projected when it is first drawn.
    pub fn new(basemap: Arc<Basemap>, id: ProjectionId) -> Self {
        let maker = Maker::new(id);
        let edge = (!maker.is_globe())
            .then(|| maker.arc(&outline(maker.domain), Course::Plane, TOLERANCE));
        let levels = basemap.levels.iter().map(|_| OnceLock::new()).collect();
        Self { basemap, maker, levels, edge }
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
        let pen = Pen::new(window);
        let seen = level.seen(&pen);
        let [width, height] = [window.size.width, window.size.height];
        let whole =
            Path::line(vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]], true);
        let edge = self.edge_in(&pen, window);
        match &edge {
            Some(edge) => {
                shapes.push(Shape::Fill(whole, Ink::Beyond.into()));
                shapes.push(Shape::Clip(edge.clone()));
                shapes.push(Shape::Fill(edge.clone(), Ink::Sea.into()));
            }
            None => shapes.push(Shape::Fill(whole, Ink::Sea.into())),
        }

        let lines = |indices: &[u32]| level.lines(&pen, &seen, indices.iter().copied());
        let coast = lines(&level.coast);
        if parts.waterlines {
            let coast = coast.simplified(GLOW_OFF);
            let glow = |ink, width| Shape::Stroke(coast.clone(), Stroke::solid(ink, width));
            shapes.push(glow(Ink::Waterline1, 14.0));
            shapes.push(glow(Ink::Waterline2, 7.0));
        }
        shapes.push(Shape::Fill(level.areas(&pen, &seen, &level.land), Ink::Land.into()));
        let lakes = level.areas(&pen, &seen, &level.lakes);
        if parts.rivers {
            let rivers = lines(&level.rivers);
            shapes.push(Shape::Stroke(rivers, Stroke::solid(Ink::River, 0.7)));
        }
        shapes.push(Shape::Fill(lakes.clone(), Ink::Sea.into()));
        shapes.push(Shape::Stroke(lakes, Stroke::solid(Ink::Coast, 0.5)));
        if parts.borders {
            self.borders(level, &pen, &seen, boundaries, shapes);
        }
        shapes.push(Shape::Stroke(coast, Stroke::solid(Ink::Coast, 0.7)));
        if let Some(edge) = edge {
            shapes.push(Shape::Unclip);
            shapes.push(Shape::Stroke(edge, Stroke::solid(Ink::Coast, 0.7)));
        }
    }

    fn borders(
        &self,
        level: &GroundLevel,
        pen: &Pen,
        seen: &Seen,
        view: BoundaryView,
        out: &mut Vec<Shape>,
    ) {
        let of_style = |wanted: BorderStyle| {
            let arcs = level.borders.iter().filter(move |border| {
                let stretch =
                    border.stretch.and_then(|index| self.basemap.stretches.get(usize::from(index)));
                let style = stretch.map_or(BorderStyle::Solid, |found| found.styles[view as usize]);
                style == wanted
            });
            level.lines(pen, seen, arcs.map(|border| border.arc))
        };
        let solid = of_style(BorderStyle::Solid);
        out.push(Shape::Stroke(solid, Stroke::solid(Ink::Border, 0.8)));
        let dashed = of_style(BorderStyle::Dashed);
        out.push(Shape::Stroke(dashed.clone(), Stroke::solid(Ink::Land, 1.6)));
        let dashes = Stroke::solid(Ink::BorderDisputed, 1.1).dashed(&[3.0, 2.4], 0.0);
        out.push(Shape::Stroke(dashed, dashes));
    }

    /// The outline of the sheet or the globe in the window; `None` where the window lies wholly
    /// inside it and nothing has to be cut.
    fn edge_in(&self, pen: &Pen, window: &Viewport) -> Option<Path> {
        let frame = [window.size.width, window.size.height];
        let ring = match &self.edge {
            Some(edge) => edge.ring(&pen.sight).in_window(&pen.sight),
            None => pen.rim()?,
        };
        let inside = !ring.windows(2).any(|pair| crosses(pair[0], pair[1], frame));
        if inside {
            return None;
        }
        let mut path = Path::new(true);
        path.start();
        let mut trace = Trace::new(pen);
        trace.arc(&super::arc::Points::Window(ring), false, false, &mut path);
        trace.finish(&mut path);
        Some(path)
    }

    /// The finest level that suits the zoom and covers the window; a level that is complete in the
    /// core only gives way to the one before it elsewhere.
    fn level_for(&self, window: &Viewport) -> Option<&GroundLevel> {
        let corners = edge_points(window);
        let covers = |[west, south, east, north]: [f32; 4]| {
            corners.iter().all(|at| {
                (f64::from(west)..=f64::from(east)).contains(&at.lon)
                    && (f64::from(south)..=f64::from(north)).contains(&at.lat)
            })
        };
        let suits = |index: &usize| {
            let level = &self.basemap.levels[*index];
            window.view.zoom >= f64::from(level.min_zoom) && covers(level.window)
        };
        let there = |index: &usize| !self.basemap.levels[*index].is_bare();
        let index = (0..self.levels.len()).rev().filter(there).find(suits).unwrap_or(0);
        let source = self.basemap.levels.get(index)?;
        Some(self.levels.get(index)?.get_or_init(|| GroundLevel::new(source, self.maker)))
    }
}

/// The points of the globe along the edge of what the window shows: at its frame, or, where the
/// sheet or the globe ends before it, just inside that end.
fn edge_points(window: &Viewport) -> Vec<LonLat> {
    let (width, height) = (window.size.width, window.size.height);
    let middle = [width / 2.0, height / 2.0];
    let frame = [
        [0.0, 0.0],
        [0.5, 0.0],
        [1.0, 0.0],
        [1.0, 0.5],
        [1.0, 1.0],
        [0.5, 1.0],
        [0.0, 1.0],
        [0.0, 0.5],
    ];
    let outermost = |[x, y]: [f32; 2]| {
        let end = [x * width, y * height];
        if let Some(point) = window.invert(end) {
            return Some(point);
        }
        let (mut near, mut far) = (0.0_f32, 1.0_f32);
        let at = |share: f32| {
            window.invert([
                middle[0] + (end[0] - middle[0]) * share,
                middle[1] + (end[1] - middle[1]) * share,
            ])
        };
        for _ in 0..10 {
            let half = (near + far) / 2.0;
            if at(half).is_some() { near = half } else { far = half }
        }
        at(near)
    };
    frame.into_iter().filter_map(outermost).collect()
}

/// Whether a segment may enter the frame.
fn crosses(a: [f32; 2], b: [f32; 2], [width, height]: [f32; 2]) -> bool {
    let outside = |low: f32, high: f32, end: f32| high < 0.0 || low > end;
    !outside(a[0].min(b[0]), a[0].max(b[0]), width)
        && !outside(a[1].min(b[1]), a[1].max(b[1]), height)
}

/// The corners of a box of degrees with points between them.
fn outline([west, south, east, north]: [f64; 4]) -> Vec<LonLat> {
    let corners = [[west, north], [east, north], [east, south], [west, south], [west, north]];
    let side = |pair: &[[f64; 2]]| {
        let (from, to) = (pair[0], pair[1]);
        (0..96).map(move |i| {
            let share = f64::from(i) / 96.0;
            LonLat {
                lon: from[0] + (to[0] - from[0]) * share,
                lat: from[1] + (to[1] - from[1]) * share,
            }
        })
    };
    corners.windows(2).flat_map(side).chain([LonLat { lon: west, lat: north }]).collect()
}
