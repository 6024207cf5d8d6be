//! Courses that keep off the land.

use super::net::Lane;
use atlas::geo::great_circle::{densify, distance_km, interpolate};
use atlas::geo::{LonLat, land::Land};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Width of the grid on which a way round a headland is looked for, degrees.
const STEP: f64 = 0.05;
/// How far aside it may lead, degrees.
const ASIDE: f64 = 1.2;
/// Pieces of a lane that are led around on their own, kilometres.
const PIECE_KM: f64 = 250.0;
const KM_PER_DEGREE: f64 = 111.2;
/// How far a thinned course may leave the full one, degrees.
const TOLERANCE: f64 = 0.04;

/// Leads a lane around the land that it cuts. What stays on land runs through a canal, strait or river
/// mouth that the coasts are too coarse for, and the lane is marked so.
pub(super) fn around(lane: &mut Lane, land: &Land) {
    lane.course = thinned(led(&lane.course, land), land);
    lane.strait = land.meets(&lane.course).is_some();
}

/// The course, led around the land that it cuts.
pub(super) fn led(course: &[LonLat], land: &Land) -> Vec<LonLat> {
    let dense = densify(course, PIECE_KM);
    let mut led = vec![dense[0]];
    for pair in dense.windows(2) {
        led.extend(between(pair[0], pair[1], land).into_iter().skip(1));
    }
    led
}

/// The straight course, or one round the land where that cuts it.
pub(super) fn between(from: LonLat, to: LonLat, land: &Land) -> Vec<LonLat> {
    if land.meets(&[from, to]).is_none() {
        return vec![from, to];
    }
    let found = search(from, to, land).map(|way| pulled(way, land, 0.0));
    found.unwrap_or_else(|| vec![from, to])
}

/// The shortest way on the grid whose every piece keeps off the land (A*). The ends may lie on land, as
/// quays do: from them the nearest water is looked for.
fn search(from: LonLat, to: LonLat, land: &Land) -> Option<Vec<LonLat>> {
    let cell = |at: LonLat| [(at.lon / STEP).round() as i32, (at.lat / STEP).round() as i32];
    let point = |[x, y]: [i32; 2]| LonLat { lon: f64::from(x) * STEP, lat: f64::from(y) * STEP };
    let wet = |at: LonLat| {
        let [x, y] = cell(at);
        let ring = |r: i32| {
            let square = (-r..=r).flat_map(move |dx| (-r..=r).map(move |dy| (dx, dy)));
            square.map(|(dx, dy)| [x + dx, y + dy]).filter(|c| !land.holds(point(*c)))
        };
        (0..4).find_map(|r| {
            ring(r).min_by(|a, b| distance_km(point(*a), at).total_cmp(&distance_km(point(*b), at)))
        })
    };
    let (start, goal) = (wet(from)?, wet(to)?);
    let low = [from.lon.min(to.lon) - ASIDE, from.lat.min(to.lat) - ASIDE];
    let high = [from.lon.max(to.lon) + ASIDE, from.lat.max(to.lat) + ASIDE];
    let inside =
        |at: LonLat| (low[0]..=high[0]).contains(&at.lon) && (low[1]..=high[1]).contains(&at.lat);
    let metres = |km: f64| (km * 1000.0) as u64;
    let guess = |c: [i32; 2]| metres(distance_km(point(c), point(goal)));
    let mut best = BTreeMap::from([(start, 0_u64)]);
    let mut before: BTreeMap<[i32; 2], [i32; 2]> = BTreeMap::new();
    let mut queue = BinaryHeap::from([(Reverse(guess(start)), start)]);
    while let Some((Reverse(bound), at)) = queue.pop() {
        if at == goal {
            let mut way = vec![to, point(goal)];
            let mut step = goal;
            while let Some(previous) = before.get(&step) {
                step = *previous;
                way.push(point(step));
            }
            way.push(from);
            way.reverse();
            return Some(way);
        }
        let so_far = best[&at];
        if bound > so_far + guess(at) {
            continue;
        }
        for (dx, dy) in (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy))) {
            let next = [at[0] + dx, at[1] + dy];
            if next == at || !inside(point(next)) || land.holds(point(next)) {
                continue;
            }
            if land.meets(&[point(at), point(next)]).is_some() {
                continue;
            }
            let length = so_far + metres(distance_km(point(at), point(next)));
            if best.get(&next).is_none_or(|known| length < *known) {
                best.insert(next, length);
                before.insert(next, at);
                queue.push((Reverse(length + guess(next)), next));
            }
        }
    }
    None
}

/// The way with every corner left out that can be left out without coming nearer to land than so many
/// kilometres.
pub(super) fn pulled(way: Vec<LonLat>, land: &Land, clear_km: f64) -> Vec<LonLat> {
    let last = way.len() - 1;
    let mut course = vec![way[0]];
    let mut at = 0;
    while at < last {
        // From the ends, which may be dry, only the next step is sure. What meets no coast is all water or
        // all land.
        let free = |to: &usize| {
            let (from, to) = (way[at], way[*to]);
            let dry = land.holds(interpolate(from, to, 0.5));
            let aside = [-clear_km, 0.0, clear_km].map(|km| beside(from, to, km));
            !dry && aside.iter().all(|course| land.meets(course).is_none())
        };
        at = (at + 2..=last).rev().find(free).unwrap_or(at + 1);
        course.push(way[at]);
    }
    course
}

/// A straight course, moved to its left by so many kilometres.
fn beside(from: LonLat, to: LonLat, km: f64) -> [LonLat; 2] {
    let narrow = ((from.lat + to.lat) / 2.0).to_radians().cos();
    let (dx, dy) = ((to.lon - from.lon) * narrow, to.lat - from.lat);
    let degrees = km / KM_PER_DEGREE / dx.hypot(dy).max(1e-9);
    let moved =
        |at: LonLat| LonLat { lon: at.lon - dy * degrees / narrow, lat: at.lat + dx * degrees };
    [moved(from), moved(to)]
}

/// The course with fewer points (Douglas and Peucker 1973), where that meets no land.
fn thinned(course: Vec<LonLat>, land: &Land) -> Vec<LonLat> {
    fn cut(part: &[LonLat], land: &Land, out: &mut Vec<LonLat>) {
        let [first, inner @ .., last] = part else { return };
        let (dx, dy) = (last.lon - first.lon, last.lat - first.lat);
        let length = dx.hypot(dy).max(1e-9);
        let off = |p: &LonLat| ((p.lon - first.lon) * dy - (p.lat - first.lat) * dx).abs() / length;
        let far = inner.iter().map(off).enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((index, far)) = far else { return };
        // Quays lie on land; no more of it may come under the course than is.
        let straight = [*first, *last];
        let clean = land.meets(&straight).is_none()
            || land.meets(part).is_some() && land.over_km(&straight) <= land.over_km(part) + 0.5;
        if far <= TOLERANCE && clean {
            return;
        }
        cut(&part[..=index + 1], land, out);
        out.push(inner[index]);
        cut(&part[index + 1..], land, out);
    }
    let mut thin = vec![course[0]];
    cut(&course, land, &mut thin);
    thin.extend(course.last().copied());
    thin
}
