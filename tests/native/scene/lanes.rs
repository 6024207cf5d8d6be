//! Lines of different corridors that share a road or a strait are drawn side by side.

use super::{WIDE, looking_at, picture, speaking};
use crate::shipped;
use atlas::i18n::Lang;
use atlas::model::corridor::Family;
use atlas::scene::{course::Course, pick::Area};
use std::collections::HashMap;

/// Where corridors run together, and at which zooms they are looked at.
const VIEWS: [[f64; 3]; 12] = [
    [55.0, 40.0, 4.2],
    [68.5, 27.0, 5.0],
    [68.5, 27.0, 6.0],
    [71.0, 29.5, 7.0],
    [73.0, 33.5, 6.0],
    [53.0, 33.5, 5.0],
    [53.0, 33.5, 6.0],
    [51.0, 41.0, 5.0],
    [50.0, 42.5, 6.0],
    [33.0, 39.5, 6.0],
    [49.3, 40.2, 7.0],
    [62.3, 36.0, 6.0],
];
/// Lines may meet for this long where they join or cross, CSS pixels.
const LONGEST: f32 = 40.0;
/// Lines whose middles are nearer than this part of their mean width lie on each other.
const CLOSE: f32 = 0.5;

/// The longest stretch of `course` that lies on another.
fn longest_on(course: &Course, other: &[[f32; 2]], least: f32) -> f32 {
    let step = 2.0;
    let (mut run, mut longest) = (0.0_f32, 0.0_f32);
    for i in 0..(course.length() / step) as usize {
        let at = course.station(i as f32 * step).unwrap().at;
        let near = other.windows(2).any(|pair| to_segment(at, pair[0], pair[1]) < least);
        run = if near { run + step } else { 0.0 };
        longest = longest.max(run);
    }
    longest
}

fn to_segment(p: [f32; 2], a: [f32; 2], b: [f32; 2]) -> f32 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let share = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy).max(1e-9);
    let share = share.clamp(0.0, 1.0);
    (p[0] - a[0] - dx * share).hypot(p[1] - a[1] - dy * share)
}

/// A line that can be pointed at: whose it is, its course and half its width.
type Pointed<'a> = (Vec<Family>, &'a Vec<[f32; 2]>, f32);

#[test]
fn corridors_of_two_colours_never_run_on_each_other() {
    let stage = shipped::stage();
    let families: HashMap<String, Family> = stage
        .atlas
        .corridors
        .iter()
        .map(|corridor| (corridor.reference().to_string(), corridor.family))
        .collect();
    let mut wrong = Vec::new();
    for [lon, lat, zoom] in VIEWS {
        let scene = picture(&looking_at(lon, lat, zoom, speaking(Lang::En)), WIDE);
        let mut lines: Vec<Pointed> = Vec::new();
        for pick in &scene.picks {
            let Area::Line(points, half) = &pick.area else { continue };
            let family = families[&pick.target.to_string()];
            // A line that several corridors use can be pointed at as each of them.
            match lines.iter_mut().find(|(_, other, _)| *other == points) {
                Some((owners, ..)) => owners.push(family),
                None => lines.push((vec![family], points, *half)),
            }
        }
        for (index, (own, points, half)) in lines.iter().enumerate() {
            for (others, other, other_half) in &lines[index + 1..] {
                if own.iter().any(|family| others.contains(family)) {
                    continue;
                }
                let course = Course::new((*points).clone());
                let run = longest_on(&course, other, (half + other_half) * CLOSE);
                if run > LONGEST {
                    wrong.push(format!("{own:?} on {others:?} for {run} px at {lon} {lat} {zoom}"));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
