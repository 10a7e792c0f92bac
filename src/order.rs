//! Sorting, once.
//!
//! The standard library's sorts are compiled anew for every type, at 4 kB of wasm each: they are for lists far longer than ours.

/// `list` in the order of `key`; equals stay as they were.
pub(crate) fn sorted_by<T>(list: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut order: Vec<(usize, usize)> = list.iter().map(key).zip(0..).collect();
    sort(&mut order, |a, b| a < b);
    let mut slots: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|(_, at)| slots.get_mut(at)?.take())
        .collect()
}

/// Puts a list in the order that `before` tells: a heap sort. Equals may change places.
pub(crate) fn sort<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for root in (0..list.len() / 2).rev() {
        sift(list, root, &before);
    }
    let mut heap = list;
    while let Some(last) = heap.len().checked_sub(1) {
        heap.swap(0, last);
        heap = heap.split_at_mut(last).0;
        sift(heap, 0, &before);
    }
}

/// Lets an item of a heap sink until nothing below it comes after it.
fn sift<T>(heap: &mut [T], mut at: usize, before: &impl Fn(&T, &T) -> bool) {
    loop {
        let mut last = at;
        for below in [2 * at + 1, 2 * at + 2] {
            if let (Some(known), Some(item)) = (heap.get(last), heap.get(below))
                && before(known, item)
            {
                last = below;
            }
        }
        if last == at {
            return;
        }
        heap.swap(at, last);
        at = last;
    }
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
