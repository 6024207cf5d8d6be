//! Lakes from shapefiles, and rivers gathered from several files.

use super::area::Area;
use super::simplify::ring_area;
use crate::topojson::{Point, Topology};
use anyhow::Context;
use shapefile::{PolygonRing, Shape, ShapeReader};
use std::collections::HashMap;
use std::io::Cursor;

/// A ring of a lake, or of an island in it.
#[derive(Debug, Clone)]
pub struct Shore {
    /// Square degrees of latitude.
    pub area: f64,
    /// Closed.
    pub ring: Vec<Point>,
}

/// The shores in a shapefile, the largest first. The Caspian is left out: it is no land to begin
/// with.
pub fn lakes(shp: &[u8]) -> anyhow::Result<Vec<Shore>> {
    let mut shores = Vec::new();
    for shape in ShapeReader::new(Cursor::new(shp))?.iter_shapes() {
        let Shape::Polygon(polygon) = shape.context("a shape of the lakes")? else {
            continue;
        };
        for ring in polygon.rings() {
            let (PolygonRing::Outer(points) | PolygonRing::Inner(points)) = ring;
            let ring: Vec<Point> = points.iter().map(|p| [p.x, p.y]).collect();
            let area = ring_area(&ring);
            if !is_caspian(&ring, area) {
                shores.push(Shore { area, ring });
            }
        }
    }
    shores.sort_by(|a, b| b.area.total_cmp(&a.area));
    Ok(shores)
}

fn is_caspian(ring: &[Point], area: f64) -> bool {
    area > 15.0 && Area::around(ring).holds([51.0, 40.0])
}

/// The lines of a shapefile, by record.
pub fn lines(shp: &[u8]) -> anyhow::Result<Vec<Vec<Vec<Point>>>> {
    let mut records = Vec::new();
    for shape in ShapeReader::new(Cursor::new(shp))?.iter_shapes() {
        records.push(match shape.context("a shape of the lines")? {
            Shape::Polyline(line) => {
                let part = |part: &Vec<shapefile::Point>| part.iter().map(|p| [p.x, p.y]).collect();
                line.parts().iter().map(part).collect()
            }
            _ => Vec::new(),
        });
    }
    Ok(records)
}

/// The rivers of one TopoJSON file.
pub fn rivers(topology: &Topology) -> anyhow::Result<Vec<Vec<Point>>> {
    let geometries = topology.object("rivers")?;
    let lines = geometries.iter().flat_map(|geometry| geometry.polygons.iter().flatten());
    Ok(join(lines.map(|references| topology.points(references)).collect()))
}

/// Joins the same rivers out of several files: all of the first, and of each next one what no
/// file before it has. The best file comes first, so the coarse ones only fill gaps.
pub fn gather(files: &[Vec<Vec<Point>>]) -> Vec<Vec<Point>> {
    let mut known = Near::default();
    let mut all = Vec::new();
    for (rank, file) in files.iter().enumerate() {
        let fresh: Vec<Vec<Point>> = file
            .iter()
            .flat_map(|line| if rank == 0 { vec![line.clone()] } else { known.gaps(line) })
            .collect();
        for line in &fresh {
            known.add(line);
        }
        all.extend(fresh);
    }
    all
}

/// Joins lines end to end as long as one goes on where another ends.
pub fn join(lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut rest: Vec<Option<Vec<Point>>> = lines.into_iter().map(Some).collect();
    let mut joined = Vec::new();
    for first in 0..rest.len() {
        let Some(mut line) = rest[first].take() else {
            continue;
        };
        // Once to the end, then once more from the other side.
        for _ in 0..2 {
            while let Some(next) = take_next(&mut rest, line.last().copied()) {
                line.extend_from_slice(&next[1..]);
            }
            line.reverse();
        }
        joined.push(line);
    }
    joined
}

/// Takes out the first line with an end at `point`, turned to start there.
fn take_next(rest: &mut [Option<Vec<Point>>], point: Option<Point>) -> Option<Vec<Point>> {
    for slot in rest {
        let Some(line) = slot else { continue };
        if line.last().copied() == point {
            line.reverse();
        }
        if line.first().copied() == point {
            return slot.take();
        }
    }
    None
}

/// Two drawings of one river at 1:50 million lie this close, degrees.
const SAME_RIVER: f64 = 0.06;
/// A gap shorter than this is a difference of drawing.
const SHORTEST_GAP: f64 = 0.25;

/// The points of known rivers, by cell.
#[derive(Default)]
struct Near(HashMap<(i64, i64), Vec<Point>>);

impl Near {
    fn cell([x, y]: Point) -> (i64, i64) {
        ((x / SAME_RIVER).floor() as i64, (y / SAME_RIVER).floor() as i64)
    }

    fn add(&mut self, line: &[Point]) {
        for point in dense(line) {
            self.0.entry(Self::cell(point)).or_default().push(point);
        }
    }

    fn has(&self, point: Point) -> bool {
        let (column, row) = Self::cell(point);
        let cells = (-1..=1).flat_map(|i| (-1..=1).map(move |j| (column + i, row + j)));
        cells
            .filter_map(|cell| self.0.get(&cell))
            .flatten()
            .any(|other| (other[0] - point[0]).hypot(other[1] - point[1]) < SAME_RIVER)
    }

    /// The runs of `line` that are not known, each with the known point at either end.
    fn gaps(&self, line: &[Point]) -> Vec<Vec<Point>> {
        let mut gaps: Vec<Vec<Point>> = Vec::new();
        let mut open = false;
        for (at, &point) in line.iter().enumerate() {
            if !self.has(point) {
                if !open {
                    gaps.push(line[at.saturating_sub(1)..at].to_vec());
                }
                open = true;
                if let Some(gap) = gaps.last_mut() {
                    gap.push(point);
                }
            } else if open {
                open = false;
                if let Some(gap) = gaps.last_mut() {
                    gap.push(point);
                }
            }
        }
        gaps.retain(|gap| length(gap) > SHORTEST_GAP);
        gaps
    }
}

/// The length of a line, in plain degrees.
pub fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|w| (w[1][0] - w[0][0]).hypot(w[1][1] - w[0][1])).sum()
}

/// The points of a line with no step longer than half of [`SAME_RIVER`].
fn dense(line: &[Point]) -> Vec<Point> {
    let mut points = Vec::new();
    for w in line.windows(2) {
        let steps = ((w[1][0] - w[0][0]).hypot(w[1][1] - w[0][1]) / (SAME_RIVER / 2.0)).ceil();
        let steps = steps.max(1.0);
        let along = |i: f64| [0, 1].map(|k| w[0][k] + (w[1][k] - w[0][k]) * i / steps);
        points.extend((0..steps as usize).map(|i| along(i as f64)));
    }
    points.extend(line.last());
    points
}

/// The runs of a line inside an area, each with the point before and after.
pub fn clip(line: &[Point], area: &Area) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for w in line.windows(2) {
        if area.holds(w[0]) || area.holds(w[1]) {
            if !open {
                runs.push(vec![w[0]]);
            }
            if let Some(run) = runs.last_mut() {
                run.push(w[1]);
            }
            open = true;
        } else {
            open = false;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(from: i32, to: i32, y: f64) -> Vec<Point> {
        (from..=to).map(|i| [f64::from(i) * 0.1, y]).collect()
    }

    #[test]
    fn a_river_drawn_twice_stands_once_and_its_gap_is_filled() {
        let fine = vec![row(0, 10, 0.0)];
        let coarse = vec![row(0, 20, 0.02), row(0, 10, 1.0)];
        let all = gather(&[fine, coarse]);
        assert_eq!(all.len(), 3);
        assert_eq!(all[1].first(), Some(&[1.0, 0.02]));
        assert_eq!(all[1].last(), Some(&[2.0, 0.02]));
        assert_eq!(all[2].len(), 11);
    }

    #[test]
    fn pieces_are_joined_in_whatever_direction() {
        let mut middle = row(3, 5, 0.0);
        middle.reverse();
        let lines = join(vec![row(5, 9, 0.0), row(0, 3, 0.0), row(0, 3, 1.0), middle]);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].len(), 10);
    }

    #[test]
    fn a_line_is_cut_to_the_area() {
        let runs = clip(&row(0, 30, 0.0), &Area([0.95, -1.0, 2.05, 1.0]));
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].len(), 13);
    }

    #[test]
    fn only_the_caspian_is_the_caspian() {
        let around = |w: f64, e: f64| vec![[w, 36.0], [e, 36.0], [e, 47.0], [w, 47.0], [w, 36.0]];
        assert!(is_caspian(&around(46.0, 55.0), 40.0));
        assert!(!is_caspian(&around(58.0, 62.0), 40.0));
    }
}
