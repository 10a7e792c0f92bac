//! The order of functions in a module. What compresses it finds more where functions stand beside those that are like them.

use std::collections::{BTreeSet, HashMap};
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
}
