//! Where land is, for courses at sea.

use super::great_circle::{densify, distance_km};
use super::lonlat::LonLat;
use std::collections::HashMap;

/// Pieces of a course are asked about one by one; on so short a piece a great circle and a straight line
/// in degrees are one.
const PIECE_KM: f64 = 20.0;

/// Coasts at several degrees of detail.
#[derive(Debug, Default)]
pub struct Land {
    /// Coarse first.
    sheets: Vec<Sheet>,
}

#[derive(Debug)]
struct Sheet {
    /// West, south, east, north, degrees.
    window: [f64; 4],
    sides: Vec<[LonLat; 2]>,
    /// Sides by the degree squares that they touch, and by the degree of latitude.
    squares: HashMap<[i32; 2], Vec<u32>>,
    belts: HashMap<i32, Vec<u32>>,
}

impl Land {
    /// Adds coasts that are complete inside of a window; finer ones come last.
    pub fn add(&mut self, window: [f64; 4], rings: impl IntoIterator<Item = Vec<LonLat>>) {
        let mut sheet =
            Sheet { window, sides: Vec::new(), squares: HashMap::new(), belts: HashMap::new() };
        for ring in rings {
            for pair in ring.windows(2) {
                let index = sheet.sides.len() as u32;
                for square in squares(pair[0], pair[1]) {
                    sheet.squares.entry(square).or_default().push(index);
                }
                let [low, high] = ordered(pair[0].lat, pair[1].lat).map(|lat| lat.floor() as i32);
                for belt in low..=high {
                    sheet.belts.entry(belt).or_default().push(index);
                }
                sheet.sides.push([pair[0], pair[1]]);
            }
        }
        self.sheets.push(sheet);
    }

    /// Whether the point lies on land, by the finest coast around it; even-odd rule.
    pub fn holds(&self, at: LonLat) -> bool {
        let Some(sheet) = self.sheet(at) else { return false };
        let near = sheet.belts.get(&(at.lat.floor() as i32));
        let crossings = near.into_iter().flatten().filter(|index| {
            let [a, b] = sheet.sides[**index as usize];
            let spans = (a.lat > at.lat) != (b.lat > at.lat);
            spans && at.lon < a.lon + (at.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
        });
        crossings.count() % 2 == 1
    }

    /// Where a course first meets a coast, if it does.
    pub fn meets(&self, course: &[LonLat]) -> Option<LonLat> {
        densify(course, PIECE_KM).windows(2).find_map(|pair| self.crossing(pair[0], pair[1]))
    }

    /// Kilometres of a course that run over land.
    pub fn over_km(&self, course: &[LonLat]) -> f64 {
        let fine = densify(course, 1.0);
        let middle = |a: LonLat, b: LonLat| LonLat {
            lon: (a.lon + b.lon) / 2.0,
            lat: (a.lat + b.lat) / 2.0,
        };
        let dry = fine.windows(2).filter(|pair| self.holds(middle(pair[0], pair[1])));
        dry.map(|pair| distance_km(pair[0], pair[1])).sum()
    }

    fn crossing(&self, a: LonLat, b: LonLat) -> Option<LonLat> {
        let sheet = self.sheet(a)?;
        let near = squares(a, b).filter_map(|square| sheet.squares.get(&square)).flatten();
        near.map(|index| sheet.sides[*index as usize]).find_map(|side| meet([a, b], side))
    }

    fn sheet(&self, at: LonLat) -> Option<&Sheet> {
        self.sheets.iter().rev().find(|sheet| {
            let [west, south, east, north] = sheet.window;
            (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
        })
    }
}

fn ordered(a: f64, b: f64) -> [f64; 2] {
    [a.min(b), a.max(b)]
}

/// The degree squares that a short side may touch.
fn squares(a: LonLat, b: LonLat) -> impl Iterator<Item = [i32; 2]> {
    let [west, east] = ordered(a.lon, b.lon).map(|lon| lon.floor() as i32);
    let [south, north] = ordered(a.lat, b.lat).map(|lat| lat.floor() as i32);
    (west..=east).flat_map(move |lon| (south..=north).map(move |lat| [lon, lat]))
}

/// Where two short sides cross in the plane of degrees.
fn meet([a, b]: [LonLat; 2], [c, d]: [LonLat; 2]) -> Option<LonLat> {
    let cross = |ux: f64, uy: f64, vx: f64, vy: f64| ux * vy - uy * vx;
    let (rx, ry) = (b.lon - a.lon, b.lat - a.lat);
    let (sx, sy) = (d.lon - c.lon, d.lat - c.lat);
    let across = cross(rx, ry, sx, sy);
    if across == 0.0 {
        return None;
    }
    let (qx, qy) = (c.lon - a.lon, c.lat - a.lat);
    let (t, u) = (cross(qx, qy, sx, sy) / across, cross(qx, qy, rx, ry) / across);
    let inside = (0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u);
    inside.then_some(LonLat { lon: a.lon + t * rx, lat: a.lat + t * ry })
}
