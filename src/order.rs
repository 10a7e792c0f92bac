//! Sorting, once.
//!
//! The standard library's sorts are compiled anew for every type, at 4 kB of wasm each. Here the work is done on numbers, for all
//! types alike. Our lists are mostly in order, or a few such lists one behind the other: they take time in proportion to their
//! length.

/// `list` in the order of `key`; equals stay as they were.
pub(crate) fn sorted_by<T>(mut list: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    sort(&mut list, |a, b| key(a) < key(b));
    list
}

/// Puts a list in the order that `before` tells; equals stay as they were.
pub(crate) fn sort<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    let mut order = order_of(
        list.len(),
        &|a, b| matches!((list.get(a), list.get(b)), (Some(a), Some(b)) if before(a, b)),
    );
    // Each item goes to its place, and the one that was there to its own.
    for first in 0..list.len() {
        let mut at = first;
        while let Some(slot) = order.get_mut(at) {
            let from = std::mem::replace(slot, at);
            if from == first || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// The numbers of items in their order: runs that are in order already are merged, two by two.
fn order_of(length: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut runs: Vec<usize> = Vec::new();
    for at in 0..length {
        match runs.last_mut() {
            Some(run) if !before(at, at - 1) => *run += 1,
            _ => runs.push(1),
        }
    }
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(length);
        let mut rest = order.as_slice();
        let mut pairs = Vec::new();
        for pair in runs.chunks(2) {
            let both: usize = pair.iter().sum();
            let (pair_of, behind) = rest.split_at(both);
            let (left, right) = pair_of.split_at(pair.first().copied().unwrap_or(both));
            merge(left, right, before, &mut merged);
            pairs.push(both);
            rest = behind;
        }
        (order, runs) = (merged, pairs);
    }
    order
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    before: &dyn Fn(usize, usize) -> bool,
    into: &mut Vec<usize>,
) {
    while let (Some((&a, lefts)), Some((&b, rights))) = (left.split_first(), right.split_first()) {
        if before(b, a) {
            into.push(b);
            right = rights;
        } else {
            into.push(a);
            left = lefts;
        }
    }
    into.extend_from_slice(left);
    into.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_were() {
        let words = vec!["bb", "a", "cc", "d", ""];
        assert_eq!(
            sorted_by(words, |word| word.len()),
            ["", "a", "d", "bb", "cc"]
        );
    }

    #[test]
    fn lists_of_any_length_and_order_are_sorted() {
        for length in 0..40 {
            for step in [1, 7, 11] {
                let mut list: Vec<usize> = (0..length).map(|at| at * step % 13).collect();
                let mut sorted = list.clone();
                sorted.sort_unstable();
                sort(&mut list, |a, b| a < b);
                assert_eq!(list, sorted);
            }
        }
    }
}
