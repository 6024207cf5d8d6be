//! Sorting by one sort for all types. The standard library compiles a sort of its own for each type of item
//! and each comparison; those were a twentieth of the page's code.

use std::cmp::Ordering;

/// Sorts as the slice's own `sort_by` does: items that compare equal stay in their order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = indices(items.len(), |a, b| compare(&items[a], &items[b]));
    // Each place takes the item that belongs there; what it held waits where that one was.
    for place in 0..items.len() {
        let mut from = order[place];
        while from < place {
            from = order[from];
        }
        items.swap(place, from);
    }
}

/// Sorts by what `key` makes of an item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items that have an order of their own.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The indices `0..count` in the order that `compare` gives; equal ones keep theirs.
pub fn indices(count: usize, mut compare: impl FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    sort_indices(&mut order, &mut compare);
    order
}

#[inline(never)]
fn sort_indices(order: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}
