//! One level: which land is kept, where its arcs are cut, how fine they are, and the arcs as
//! whole numbers.

use super::area::{Area, Tolerance};
use super::boundaries::{Boundaries, split};
use super::iso;
use super::pack::Pack;
use super::simplify::{ring_area, simplify};
use super::waters::{Shore, clip, length};
use crate::topojson::{Geometry, Point, Topology, arc_index, chain};
use atlas::model::basemap::{Border, Country, Level};
use std::collections::{BTreeMap, BTreeSet};

/// What a level is to be.
pub struct Plan {
    /// Smallest zoom at which it is the right one.
    pub min_zoom: f32,
    /// Where it is complete.
    pub window: Area,
    /// Degrees per unit.
    pub step: f64,
    /// How fine coasts and borders are.
    pub tolerance: Tolerance,
    /// Islands smaller than this are left out, square degrees of latitude.
    pub island: f64,
    /// Lakes smaller than this are left out.
    pub lake: f64,
    /// Rivers shorter than this are left out, degrees.
    pub river: f64,
}

/// What a level is made from.
pub struct Ground<'a> {
    /// Countries and land.
    pub topology: &'a Topology,
    /// The disputed stretches.
    pub boundaries: &'a Boundaries,
    /// Claim lines that no country's edge follows, with the number of their stretch.
    pub claims: &'a [(u8, Vec<Point>)],
    /// Shores of lakes.
    pub lakes: &'a [Shore],
    /// Rivers.
    pub rivers: &'a [Vec<Point>],
}

/// Rivers and lakes are thin strokes below everything else: they need less care than coasts.
const WATER: f64 = 1.5;

/// The easternmost cape of Asia.
const CHUKOTKA_ENDS: f64 = -169.0;

/// West of this there is only America, which the finer levels leave out (Greenland reaches further
/// east).
const AMERICA_ENDS: f64 = -34.0;

type Polygon = Vec<Vec<i32>>;

/// Builds the level.
pub fn build(plan: &Plan, ground: &Ground) -> anyhow::Result<Level> {
    let source: Vec<Vec<Point>> = ground.topology.arcs.iter().map(|arc| unwrap(arc)).collect();
    let countries = by_key(ground.topology.object("countries")?);
    let land: Vec<Polygon> =
        ground.topology.object("land")?.into_iter().flat_map(|g| g.polygons).collect();
    let owners = owners(&countries);
    let chosen = Chosen::new(plan, &source, &countries, &land);

    let stretch = |arc: usize, a: Point, b: Point| {
        let sides = owners.get(&arc).filter(|sides| sides.len() > 1)?;
        ground.boundaries.stretch(sides, a, b)
    };
    let shores: BTreeSet<usize> = references(chosen.land.iter().flatten());
    let lean = chosen.smallest_rings();
    let mut pack = Pack::new(plan.step);
    let mut coast = BTreeSet::new();
    let mut borders = BTreeMap::new();
    let mut cut: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for arc in chosen.arcs() {
        let sides = owners.get(&arc).map_or(0, BTreeSet::len);
        let pieces = split(&source[arc], |a, b| stretch(arc, a, b));
        // A ring of one or two arcs must not fall flat.
        let keep = if pieces.len() > 1 { 2 } else { lean.get(&arc).copied().unwrap_or(2) };
        let mut numbers = Vec::new();
        for (stretch, points) in pieces {
            let near = points.iter().any(|point| plan.tolerance.area.holds(*point));
            let number = pack.add(&simplify(&points, keep, |p| plan.tolerance.at(p)));
            numbers.push(number);
            if near && sides > 1 {
                borders.insert(number, stretch);
            } else if near && shores.contains(&arc) {
                coast.insert(number);
            }
        }
        cut.insert(arc, numbers);
    }
    let mut borders: Vec<Border> =
        borders.into_iter().map(|(arc, stretch)| Border { arc, stretch }).collect();
    for (stretch, line) in ground.claims {
        for run in clip(line, &plan.window) {
            let arc = pack.add(&simplify(&run, 2, |p| plan.tolerance.at(p)));
            borders.push(Border { arc, stretch: Some(*stretch) });
        }
    }
    let rings = |polygons: &[Polygon]| {
        polygons.iter().flatten().map(|ring| rewrite(ring, &cut)).collect::<Vec<_>>()
    };
    let land = rings(&chosen.land);
    let countries = chosen
        .countries
        .iter()
        .map(|(key, polygons)| Country { iso: code(key), rings: rings(polygons) })
        .collect();
    let lakes = lakes(plan, ground.lakes, &mut pack);
    let rivers = rivers(plan, ground.rivers, &mut pack);
    Ok(Level {
        min_zoom: plan.min_zoom,
        window: plan.window.0.map(|degrees| degrees as f32),
        step: plan.step,
        arcs: pack.finish(),
        land,
        coast: coast.into_iter().collect(),
        borders,
        countries,
        lakes,
        rivers,
    })
}

/// An arc with longitudes that go on past 180° where it crosses that meridian, so that Chukotka
/// stays beside Kamchatka.
fn unwrap(arc: &[Point]) -> Vec<Point> {
    let crosses = arc.windows(2).any(|pair| (pair[1][0] - pair[0][0]).abs() > 180.0);
    let beyond = arc.iter().all(|[x, y]| *x < CHUKOTKA_ENDS && *y > 60.0);
    if !crosses && !beyond {
        return arc.to_vec();
    }
    let mut before: Option<f64> = None;
    let turn = |[x, y]: &Point| {
        let near = before.unwrap_or(180.0);
        let x = x + ((near - x) / 360.0).round() * 360.0;
        before = Some(x);
        [x, *y]
    };
    arc.iter().map(turn).collect()
}

fn references<'a>(rings: impl IntoIterator<Item = &'a Vec<i32>>) -> BTreeSet<usize> {
    rings.into_iter().flatten().map(|reference| arc_index(*reference)).collect()
}

fn by_key(geometries: Vec<Geometry>) -> BTreeMap<String, Vec<Polygon>> {
    let mut countries: BTreeMap<String, Vec<Polygon>> = BTreeMap::new();
    for geometry in geometries {
        let name = geometry.name.unwrap_or_default();
        let key = iso::key(geometry.id.as_deref(), &name);
        countries.entry(key).or_default().extend(geometry.polygons);
    }
    countries
}

/// ISO's code, or nothing for an area that ISO does not list.
fn code(key: &str) -> String {
    let listed = key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_uppercase());
    if listed { key.to_owned() } else { String::new() }
}

fn owners(countries: &BTreeMap<String, Vec<Polygon>>) -> BTreeMap<usize, BTreeSet<String>> {
    let mut owners: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (key, polygons) in countries {
        for reference in polygons.iter().flatten().flatten() {
            owners.entry(arc_index(*reference)).or_default().insert(key.clone());
        }
    }
    owners
}

/// The polygons that a level keeps.
struct Chosen {
    land: Vec<Polygon>,
    countries: BTreeMap<String, Vec<Polygon>>,
}

impl Chosen {
    fn new(
        plan: &Plan,
        arcs: &[Vec<Point>],
        countries: &BTreeMap<String, Vec<Polygon>>,
        land: &[Polygon],
    ) -> Self {
        let outline = |polygon: &Polygon| polygon.first().map(|ring| chain(arcs, ring));
        let size = |polygon: &Polygon| outline(polygon).map_or(0.0, |ring| ring_area(&ring));
        let within = |polygon: &Polygon| {
            let area = Area::around(&outline(polygon).unwrap_or_default());
            let america = area.0[2] <= AMERICA_ENDS;
            area.meets(&plan.tolerance.area) && (!america || plan.window.0[0] < AMERICA_ENDS)
        };
        let mut kept = BTreeMap::new();
        // Every country stays on the map, as its largest island if nothing else.
        let mut needed = BTreeSet::new();
        for (key, polygons) in countries {
            let largest = polygons.iter().map(size).fold(0.0, f64::max);
            let stays = |p: &&Polygon| within(p) && (size(p) >= plan.island || size(p) == largest);
            let polygons: Vec<Polygon> =
                polygons.iter().filter(stays).map(|p| without_specks(plan, arcs, p)).collect();
            if !polygons.is_empty() {
                let used = polygons.iter().filter_map(|p| p.first()).flatten();
                needed.extend(used.map(|reference| arc_index(*reference)));
                kept.insert(key.clone(), polygons);
            }
        }
        let stays = |p: &&Polygon| {
            let shared =
                || p.first().is_some_and(|r| r.iter().any(|a| needed.contains(&arc_index(*a))));
            within(p) && (size(p) >= plan.island || shared())
        };
        let land = land.iter().filter(stays).map(|p| without_specks(plan, arcs, p)).collect();
        Self { land, countries: kept }
    }

    fn rings(&self) -> impl Iterator<Item = &Vec<i32>> {
        self.land.iter().chain(self.countries.values().flatten()).flatten()
    }

    /// Every arc that is needed, in the order of the file.
    fn arcs(&self) -> BTreeSet<usize> {
        references(self.rings())
    }

    /// How many points the arcs of short rings must keep.
    fn smallest_rings(&self) -> BTreeMap<usize, usize> {
        let mut keep = BTreeMap::new();
        for ring in self.rings().filter(|ring| ring.len() <= 2) {
            let least = if ring.len() == 1 { 4 } else { 3 };
            for reference in ring {
                let most = keep.entry(arc_index(*reference)).or_insert(least);
                *most = least.max(*most);
            }
        }
        keep
    }
}

/// The polygon without the holes that are too small to see; the hole of an enclave stays filled
/// by the enclave.
fn without_specks(plan: &Plan, arcs: &[Vec<Point>], polygon: &Polygon) -> Polygon {
    let big = |ring: &Vec<i32>| ring_area(&chain(arcs, ring)) >= plan.island;
    polygon
        .iter()
        .enumerate()
        .filter(|(at, ring)| *at == 0 || big(ring))
        .map(|(_, r)| r.clone())
        .collect()
}

/// A ring by the numbers of the cut arcs.
fn rewrite(ring: &[i32], cut: &BTreeMap<usize, Vec<u32>>) -> Vec<i32> {
    let mut references = Vec::new();
    for &reference in ring {
        let pieces = cut.get(&arc_index(reference)).map(Vec::as_slice).unwrap_or_default();
        if reference < 0 {
            references.extend(pieces.iter().rev().map(|piece| !(*piece as i32)));
        } else {
            references.extend(pieces.iter().map(|piece| *piece as i32));
        }
    }
    references
}

fn lakes(plan: &Plan, shores: &[Shore], pack: &mut Pack) -> Vec<Vec<i32>> {
    let mut rings = Vec::new();
    for shore in shores.iter().take_while(|shore| shore.area >= plan.lake) {
        if Area::around(&shore.ring).meets(&plan.window) {
            rings.push(vec![
                pack.add(&simplify(&shore.ring, 4, |p| WATER * plan.tolerance.at(p))) as i32
            ]);
        }
    }
    rings
}

fn rivers(plan: &Plan, lines: &[Vec<Point>], pack: &mut Pack) -> Vec<u32> {
    let mut arcs = Vec::new();
    let long = lines.iter().filter(|line| length(line) >= plan.river);
    for run in long.flat_map(|line| clip(line, &plan.window)) {
        arcs.push(pack.add(&simplify(&run, 2, |p| WATER * plan.tolerance.at(p))));
    }
    arcs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_walks_the_pieces_of_a_cut_arc_in_its_own_direction() {
        let cut = BTreeMap::from([(0, vec![0, 1, 2]), (5, vec![3])]);
        assert_eq!(rewrite(&[0, !5], &cut), [0, 1, 2, !3]);
        assert_eq!(rewrite(&[5, !0], &cut), [3, !2, !1, !0]);
    }

    #[test]
    fn longitudes_go_on_past_the_seam() {
        assert_eq!(unwrap(&[[179.0, 65.0], [-179.0, 66.0]]), [[179.0, 65.0], [181.0, 66.0]]);
        assert_eq!(unwrap(&[[-30.0, 70.0], [-20.0, 71.0]]), [[-30.0, 70.0], [-20.0, 71.0]]);
    }

    #[test]
    fn only_codes_of_iso_are_codes() {
        assert_eq!(code("PAK"), "PAK");
        assert_eq!(code("Kosovo"), "");
    }
}
