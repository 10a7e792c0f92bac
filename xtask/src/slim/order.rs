//! The order of functions in a module. What compresses it finds more where functions stand beside those that are like them.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::iter;

/// How many bytes in a row tell that two functions are alike.
const RUN: usize = 6;

/// What stands in more functions than this makes none of them alike.
const COMMON: usize = 60;

/// The places of the functions, each followed by the one that is most like it of those that are left.
pub(super) fn alike(bodies: &[Vec<u8>]) -> impl Iterator<Item = usize> {
    let runs: Vec<_> = bodies.iter().map(|body| runs(body)).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(at);
        }
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut next = left.pop_first();
    iter::from_fn(move || {
        let now = next?;
        let mut shared = vec![0; runs.len()];
        for holders in runs[now].iter().map(|run| &holders[run]) {
            if holders.len() <= COMMON {
                for at in holders {
                    // The fewer hold it, the more it says.
                    shared[*at] += 0x1_0000 / holders.len();
                }
            }
        }
        // A long function shares something with everyone. Of equals, the last found is the first in the module.
        let likeness = |at: &usize| shared[*at] * shared[*at] / (runs[*at].len() + 1);
        next = left.iter().copied().rev().max_by_key(likeness);
        if let Some(at) = next {
            left.remove(&at);
        }
        Some(now)
    })
}

/// The places of the functions, each where another module has one of the same shape; the others fill what is left between them
/// and come after them.
pub(super) fn beside(shapes: &[Vec<u8>], others: &[Vec<u8>], bodies: &[Vec<u8>]) -> Vec<usize> {
    let mut same: HashMap<&[u8], VecDeque<usize>> = HashMap::new();
    for (at, shape) in shapes.iter().enumerate() {
        same.entry(shape).or_default().push_back(at);
    }
    let taken = others
        .iter()
        .map(|shape| same.get_mut(&shape[..])?.pop_front());
    let taken: Vec<Option<usize>> = taken.collect();
    let left: BTreeSet<usize> = same.into_values().flatten().collect();
    let left: Vec<usize> = left.into_iter().collect();
    let left_bodies: Vec<_> = left.iter().map(|at| bodies[*at].clone()).collect();
    let mut rest = alike(&left_bodies).map(|at| left[at]);
    let mut order = Vec::new();
    for place in taken {
        order.extend(place.or_else(|| rest.next()));
    }
    order.extend(rest);
    order
}

/// Each once.
fn runs(body: &[u8]) -> Vec<&[u8]> {
    let mut runs: Vec<_> = body.windows(RUN).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_stands_next() {
        let bodies = [
            "one two three",
            "four five six",
            "one two four",
            "and four five six",
        ];
        let bodies = bodies.map(|text| text.as_bytes().to_vec());
        assert_eq!(alike(&bodies).collect::<Vec<_>>(), [0, 2, 1, 3]);
    }

    #[test]
    fn what_another_module_has_too_stands_as_there() {
        let texts = |texts: &[&str]| {
            texts
                .iter()
                .map(|text| text.as_bytes().to_vec())
                .collect::<Vec<_>>()
        };
        let own = texts(&["new", "two", "one", "one", "newer"]);
        let order = |others: &[&str]| beside(&own, &texts(others), &own);
        assert_eq!(
            order(&["one", "gone", "two", "one", "one"]),
            [2, 0, 1, 3, 4]
        );
        assert_eq!(order(&[]), alike(&own).collect::<Vec<_>>());
    }
}
