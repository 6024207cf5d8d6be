//! The courses of named rivers. The basemap knows no names: a river is the course that runs past
//! the points at which its label stands in the data.

use super::{
    along::{self, Name},
    arc::Maker,
    course::{SheetCourse, distance},
    label::Seat,
    viewport::Viewport,
};
use crate::geo::LonLat;
use crate::model::{
    atlas::Atlas,
    basemap::{Basemap, Level},
    label::AreaClass,
};
use crate::order;

/// Farthest that a label's point lies from its river, degrees.
const REACH: f64 = 0.8;
/// Distance from a label's point at which a seat is as bad as a crooked one, CSS pixels.
const AWAY: f32 = 400.0;

/// A river and where its name may stand.
pub struct River {
    /// Which of the labels bears its name.
    pub label: usize,
    /// Smallest zoom at which it is named.
    pub min_zoom: f32,
    points: Vec<LonLat>,
    courses: Vec<SheetCourse>,
}

/// All named rivers, in the order of their labels.
pub fn ready(atlas: &Atlas, basemap: &Basemap, maker: Maker) -> Vec<River> {
    let levels: Vec<Vec<Vec<LonLat>>> = basemap.levels.iter().rev().map(rivers).collect();
    let mut found: Vec<River> = Vec::new();
    let mut courses: Vec<Vec<(usize, usize)>> = Vec::new();
    for (index, label) in atlas.labels.iter().enumerate() {
        if label.class != AreaClass::River {
            continue;
        }
        let same = |river: &River| {
            atlas.labels.get(river.label).is_some_and(|own| own.names.en == label.names.en)
        };
        let at = found.iter().position(same).unwrap_or(found.len());
        if at == found.len() {
            let (points, courses_of) = (Vec::new(), Vec::new());
            let min_zoom = label.min_zoom;
            found.push(River { label: index, min_zoom, points, courses: courses_of });
            courses.push(Vec::new());
        }
        let (river, known) = (&mut found[at], &mut courses[at]);
        river.min_zoom = river.min_zoom.min(label.min_zoom);
        river.points.extend(&label.at);
        if let Some(own) = nearest(&levels, &label.at).filter(|own| !known.contains(own)) {
            known.push(own);
            river.courses.push(SheetCourse::new(&levels[own.0][own.1], maker));
        }
    }
    found
}

fn rivers(level: &Level) -> Vec<Vec<LonLat>> {
    level.rivers.iter().map(|&index| level.arc(index as usize)).collect()
}

/// The nearest river of the finest level that has one in reach: level and number.
fn nearest(levels: &[Vec<Vec<LonLat>>], points: &[LonLat]) -> Option<(usize, usize)> {
    levels.iter().enumerate().find_map(|(level, arcs)| {
        let gap = |arc: &[LonLat]| {
            let gaps = arc.iter().flat_map(|on| {
                points.iter().map(|at| {
                    let narrow = at.lat.to_radians().cos();
                    ((on.lon - at.lon) * narrow).hypot(on.lat - at.lat)
                })
            });
            gaps.fold(f64::INFINITY, f64::min)
        };
        let gaps = arcs.iter().enumerate().map(|(index, arc)| (gap(arc), index));
        let (least, index) = gaps.min_by(|a, b| a.0.total_cmp(&b.0))?;
        (least <= REACH).then_some((level, index))
    })
}

impl River {
    /// Where the name may stand in the window, best first: on straight stretches, near the points of
    /// the data. `gaps` are the distances from the middle of the river that are tried.
    pub fn seats(&self, window: &Viewport, name: Name, gaps: [f32; 2]) -> Vec<Seat> {
        let points: Vec<[f32; 2]> =
            self.points.iter().filter_map(|&at| window.project(at)).collect();
        let courses = self.courses.iter().flat_map(|course| course.in_window(window));
        let mut found: Vec<(f32, Seat)> = Vec::new();
        for (start, piece) in courses.flat_map(|course| course.pieces(window, 0.0)) {
            for (index, gap) in gaps.into_iter().enumerate() {
                let near = along::seats(&piece, start, name, gap);
                found.extend(near.into_iter().map(|(badness, seat)| {
                    let away = points.iter().map(|&at| distance(at, seat.center));
                    let away = (away.fold(f32::INFINITY, f32::min) / AWAY).min(2.0);
                    (badness + away + 0.1 * index as f32, seat)
                }));
            }
        }
        order::sort_by(&mut found, |a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, seat)| seat).collect()
    }

    /// Whether a course was found for it.
    pub fn has_course(&self) -> bool {
        !self.courses.is_empty()
    }
}
