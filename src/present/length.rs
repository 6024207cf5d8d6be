//! How long a corridor is: as sources give it, and as it is drawn.

use crate::geo::{LonLat, great_circle};
use crate::model::{
    atlas::Atlas,
    corridor::Corridor,
    fact::{Fact, Value},
    line::Accuracy,
};
use crate::units::Unit;

/// Lines whose ends are no farther apart follow on each other, kilometres.
const SAME_END_KM: f64 = 5.0;

/// The drawing is no finer than this, kilometres.
const DRAWN_STEP_KM: f64 = 10.0;

/// The length that sources give for the whole, in kilometres, from the lowest to the highest.
/// Figures with a note speak of a part or of one year, so they do not count.
pub fn given(facts: &[Fact]) -> Option<Value> {
    let of_whole = |fact: &&Fact| {
        fact.what.as_str() == "length" && fact.unit == Unit::Km && fact.note.is_none()
    };
    let ends = facts.iter().filter(of_whole).map(|fact| fact.value.ends());
    let (low, high) = ends.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))?;
    Some(if low == high { Value::One(low) } else { Value::Range(low, high) })
}

/// The length along the lines as drawn, in kilometres, rounded as finely as the drawing is true,
/// and the least accurate of them. `None` where they do not make one course from end to end, since
/// a sum over branches is no length.
pub fn drawn(atlas: &Atlas, corridor: &Corridor) -> Option<(f64, Accuracy)> {
    let lines: Vec<_> = corridor.lines.iter().filter_map(|id| atlas.line(id)).collect();
    let courses: Vec<&[LonLat]> = lines.iter().map(|line| line.course.as_slice()).collect();
    let worst = lines.iter().map(|line| line.accuracy).max_by_key(|accuracy| *accuracy as u8)?;
    let km: f64 = courses.iter().map(|course| great_circle::length_km(course)).sum();
    let km = (km / DRAWN_STEP_KM).round() * DRAWN_STEP_KM;
    great_circle::chained(&courses, SAME_END_KM).then_some((km, worst))
}
