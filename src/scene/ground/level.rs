//! One level of the basemap, made ready for one projection.

use crate::geo::{
    LonLat, clip,
    resample::{Course, TOLERANCE},
};
use crate::model::basemap::{Border, Level};
use crate::scene::{
    arc::{Arc, Maker, unwrapped},
    display::Path,
    pen::{Pen, Side, Trace},
};

/// A level, its arcs projected and cut where the sheet is.
#[derive(Debug)]
pub(super) struct GroundLevel {
    arcs: Vec<Arc>,
    /// Rings as signed references to arcs, as in [`Level::land`].
    pub(super) land: Vec<Ring>,
    pub(super) lakes: Vec<Ring>,
    pub(super) coast: Vec<u32>,
    pub(super) rivers: Vec<u32>,
    pub(super) borders: Vec<Border>,
}

/// A ring of the level.
#[derive(Debug)]
pub(super) struct Ring {
    references: Vec<i32>,
    /// The ring in degrees; kept for the globe only, and only where it is large.
    degrees: Vec<LonLat>,
}

/// What the window sees of each arc.
pub(super) struct Seen {
    sides: Vec<Side>,
}

/// Rings larger than this may reach round the globe, degrees.
const LARGE: f64 = 40.0;

impl GroundLevel {
    /// Makes a level ready.
    pub(super) fn new(source: &Level, maker: Maker) -> Self {
        let mut ready = Ready { maker, source, arcs: Vec::new(), numbers: Vec::new() };
        ready.numbers = vec![None; source.arcs.len()];
        let land = ready.rings(&source.land);
        let lakes = ready.rings(&source.lakes);
        let coast = source.coast.iter().flat_map(|&index| ready.line(index)).collect();
        let rivers = source.rivers.iter().flat_map(|&index| ready.line(index)).collect();
        let mut borders = Vec::new();
        for border in &source.borders {
            let pieces = ready.line(border.arc);
            borders.extend(pieces.into_iter().map(|arc| Border { arc, stretch: border.stretch }));
        }
        Self { arcs: ready.arcs, land, lakes, coast, rivers, borders }
    }

    /// Sorts the arcs by where they lie for the window.
    pub(super) fn seen(&self, pen: &Pen) -> Seen {
        Seen { sides: self.arcs.iter().map(|arc| pen.side(arc.bounds(&pen.sight))).collect() }
    }

    /// The arcs as open lines, as far as they show.
    pub(super) fn lines(&self, pen: &Pen, seen: &Seen, indices: impl Iterator<Item = u32>) -> Path {
        let mut path = Path::new(false);
        for index in indices.map(|index| index as usize) {
            if seen.sides.get(index) == Some(&Side::Shows)
                && let Some(arc) = self.arcs.get(index)
            {
                for piece in arc.pieces(&pen.sight) {
                    pen.open_line(&piece, &mut path);
                }
            }
        }
        path
    }

    /// The rings as closed areas, as far as they show.
    pub(super) fn areas(&self, pen: &Pen, seen: &Seen, rings: &[Ring]) -> Path {
        let mut path = Path::new(true);
        let back = pen.back();
        let mut inside_out = false;
        for ring in rings {
            let side = ring.side(seen);
            if side != Side::Shows {
                continue;
            }
            if let Some(back) = back {
                inside_out ^= ring.holds(back);
            }
            path.start();
            let mut trace = Trace::new(pen);
            for &reference in &ring.references {
                let (index, backwards) = arc_of(reference);
                let (Some(arc), Some(side)) = (self.arcs.get(index), seen.sides.get(index)) else {
                    continue;
                };
                let points = arc.ring(&pen.sight);
                // An arc wholly on one side of the window may be drawn by its ends alone.
                trace.arc(&points, matches!(side, Side::Beyond(_)), backwards, &mut path);
            }
            trace.finish(&mut path);
            path.keep_if_at_least(3);
        }
        if inside_out && let Some(rim) = pen.rim() {
            path.start();
            path.points.extend(rim);
        }
        path
    }
}

impl Ring {
    /// Where the ring lies for the window, by its arcs.
    fn side(&self, seen: &Seen) -> Side {
        let sides =
            self.references.iter().filter_map(|&reference| seen.sides.get(arc_of(reference).0));
        sides.copied().reduce(Side::with).unwrap_or(Side::Hidden)
    }

    /// Whether a point lies in the ring; known for large rings on the globe, the only ones that can
    /// hold what lies opposite the eye and still show.
    fn holds(&self, point: LonLat) -> bool {
        let crosses = |a: LonLat, b: LonLat, lon: f64| {
            (a.lat > point.lat) != (b.lat > point.lat)
                && lon < (b.lon - a.lon) * (point.lat - a.lat) / (b.lat - a.lat) + a.lon
        };
        let parity = |lon: f64| {
            let mut before = self.degrees.last();
            self.degrees.iter().fold(false, |inside, at| {
                let crossed = before.is_some_and(|last| crosses(*last, *at, lon));
                before = Some(at);
                inside ^ crossed
            })
        };
        [0.0, 360.0, -360.0]
            .into_iter()
            .fold(false, |inside, turn| inside ^ parity(point.lon + turn))
    }
}

/// The arc that a reference means, and whether it is walked backwards.
fn arc_of(reference: i32) -> (usize, bool) {
    if reference < 0 { (!reference as usize, true) } else { (reference as usize, false) }
}

/// A level while it is made ready.
struct Ready<'a> {
    maker: Maker,
    source: &'a Level,
    arcs: Vec<Arc>,
    /// Where an arc of the source went that lies wholly in the domain.
    numbers: Vec<Option<u32>>,
}

impl Ready<'_> {
    fn rings(&mut self, rings: &[Vec<i32>]) -> Vec<Ring> {
        let mut out = Vec::new();
        for references in rings {
            let degrees = closed(self.source.ring(references));
            let around = clip::bounds(&degrees);
            let whole = self.maker.is_globe() || clip::contains(self.maker.domain, around);
            if whole {
                // Shared arcs stay shared: a border is the same line from both sides.
                let references = references.iter().map(|&reference| {
                    let (index, backwards) = arc_of(reference);
                    let number = self.number(index) as i32;
                    if backwards { !number } else { number }
                });
                let references = references.collect();
                let large = self.maker.is_globe() && around[2] - around[0] > LARGE;
                out.push(Ring { references, degrees: if large { degrees } else { Vec::new() } });
                continue;
            }
            for shifted in self.maker.copies(&degrees) {
                let cut = clip::ring(&shifted, self.maker.domain);
                if cut.len() >= 3 {
                    let mut around = cut;
                    around.extend(around.first().copied());
                    let number = self.push(self.maker.arc(&around, Course::Plane, TOLERANCE));
                    out.push(Ring { references: vec![number as i32], degrees: Vec::new() });
                }
            }
        }
        out
    }

    /// A line of the source, cut to the domain.
    fn line(&mut self, index: u32) -> Vec<u32> {
        let points = self.source.arc(index as usize);
        if self.maker.is_globe() || clip::contains(self.maker.domain, clip::bounds(&points)) {
            return vec![self.number(index as usize)];
        }
        let mut out = Vec::new();
        for shifted in self.maker.copies(&points) {
            for piece in clip::line(&shifted, self.maker.domain) {
                out.push(self.push(self.maker.arc(&piece, Course::Plane, TOLERANCE)));
            }
        }
        out
    }

    fn number(&mut self, index: usize) -> u32 {
        if let Some(&Some(number)) = self.numbers.get(index) {
            return number;
        }
        let arc = self.maker.arc(&self.source.arc(index), Course::Plane, TOLERANCE);
        let number = self.push(arc);
        if let Some(kept) = self.numbers.get_mut(index) {
            *kept = Some(number);
        }
        number
    }

    fn push(&mut self, arc: Arc) -> u32 {
        self.arcs.push(arc);
        (self.arcs.len() - 1) as u32
    }
}

/// A ring whose longitudes do not jump; one around a pole is led over it.
fn closed(ring: Vec<LonLat>) -> Vec<LonLat> {
    let mut ring = unwrapped(&ring);
    if let (Some(&first), Some(&last)) = (ring.first(), ring.last())
        && (last.lon - first.lon).abs() > 180.0
    {
        let pole = if first.lat < 0.0 { -90.0 } else { 90.0 };
        ring.push(LonLat { lon: last.lon, lat: pole });
        ring.push(LonLat { lon: first.lon, lat: pole });
    }
    ring
}
