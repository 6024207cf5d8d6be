//! Lists in order: one small sort for all that is said, instead of one for each type.

use std::cmp::Ordering;

/// The indices `0..count` in the order that `compare` gives; equal ones keep theirs. By insertion,
/// so for the few hundred items of a list.
pub fn indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = Vec::with_capacity(count);
    for index in 0..count {
        let at = sorted.partition_point(|&other| compare(other, index) != Ordering::Greater);
        sorted.insert(at, index);
    }
    sorted
}
