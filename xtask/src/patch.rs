//! The larger module as its difference from the smaller one, which a page has loaded before.
//!
//! Both are made of one crate, so most of the smaller stands in the larger too, though numbers and addresses in it are others.
//! So a stretch is taken over with what is to be added to each of its bytes, which mostly is nothing (Colin Percival, “Naive
//! differences of executable code”, 2003). Both are taken apart before. `patched.js` puts the module together.

use std::iter;

use wasm_encoder::Encode;

/// How many more bytes a stretch of another place must have right for its place to be worth telling.
const WORTH: usize = 16;

/// What makes `whole` of `base`, each part by itself: that compresses best.
#[derive(Default)]
pub(crate) struct Patch {
    /// Of each stretch, in LEB128: how long it is, how many new bytes follow it, and how far its place in the base is from the
    /// end of the one before, twice, with one added where that is backwards.
    pub(crate) lengths: Vec<u8>,
    pub(crate) gaps: Vec<u8>,
    pub(crate) moves: Vec<u8>,
    /// What is to be added to the bytes of the stretches.
    pub(crate) added: Vec<u8>,
    /// What the base does not have.
    pub(crate) new: Vec<u8>,
}

impl Patch {
    pub(crate) fn of(base: &[u8], whole: &[u8]) -> Self {
        let stretches = Stretch::all(base, whole);
        let starts = stretches.iter().skip(1).map(|stretch| stretch.at);
        let mut patch = Self::default();
        let mut last = 0;
        for (stretch, next) in stretches.iter().zip(starts.chain([whole.len()])) {
            let Stretch { from, at, length } = *stretch;
            length.encode(&mut patch.lengths);
            (next - at - length).encode(&mut patch.gaps);
            (from.abs_diff(last) << 1 | usize::from(from < last)).encode(&mut patch.moves);
            last = from + length;
            let pairs = iter::zip(&base[from..last], &whole[at..]);
            let added = pairs.map(|(old, new)| new.wrapping_sub(*old));
            patch.added.extend(added);
            patch.new.extend(&whole[at + length..next]);
        }
        patch
    }

    pub(crate) fn parts(&self) -> [&[u8]; 5] {
        [
            &self.lengths,
            &self.gaps,
            &self.moves,
            &self.added,
            &self.new,
        ]
    }
}

/// Bytes of the base that stand in the whole, some of them changed.
#[derive(Clone, Copy, Default)]
struct Stretch {
    from: usize,
    at: usize,
    length: usize,
}

impl Stretch {
    fn all(base: &[u8], whole: &[u8]) -> Vec<Self> {
        let mut all = vec![Self::default()];
        let sorted = Sorted::new(base);
        let mut at = 0;
        while at < whole.len() {
            let (from, length) = sorted.longest(&whole[at..]);
            let last = all.last_mut().expect("the first");
            let going_on = base.get(last.from + at - last.at..).unwrap_or_default();
            let fitting = matches(going_on, &whole[at..at + length]);
            if length > fitting + WORTH {
                last.length = best(iter::zip(&base[last.from..], &whole[last.at..at]));
                let free = last.at + last.length..at;
                let back = best(iter::zip(
                    base[..from].iter().rev(),
                    whole[free].iter().rev(),
                ));
                all.push(Self {
                    from: from - back,
                    at: at - back,
                    length: 0,
                });
            }
            at += length.max(1);
        }
        let last = all.last_mut().expect("the first");
        last.length = best(iter::zip(&base[last.from..], &whole[last.at..]));
        all
    }
}

/// How many bytes are the same at the same place.
fn matches(one: &[u8], other: &[u8]) -> usize {
    iter::zip(one, other)
        .filter(|(one, other)| one == other)
        .count()
}

/// The length at which the most pairs are the same, less those that are not.
fn best<'a>(pairs: impl Iterator<Item = (&'a u8, &'a u8)>) -> usize {
    let (mut score, mut best, mut length) = (0_i32, 0, 0);
    for (at, (old, new)) in pairs.enumerate() {
        score += if old == new { 1 } else { -1 };
        if score > best {
            (best, length) = (score, at + 1);
        }
    }
    length
}

/// Where everything that the base holds stands in it, sorted by what follows.
struct Sorted<'b> {
    base: &'b [u8],
    places: Vec<usize>,
}

impl<'b> Sorted<'b> {
    fn new(base: &'b [u8]) -> Self {
        let mut places: Vec<_> = (0..base.len()).collect();
        places.sort_unstable_by_key(|at| &base[*at..]);
        Self { base, places }
    }

    /// The place whose bytes begin as the text does for longest, and for how long.
    fn longest(&self, text: &[u8]) -> (usize, usize) {
        let next = self.places.partition_point(|at| &self.base[*at..] < text);
        let beside = [next.wrapping_sub(1), next];
        let places = beside.iter().filter_map(|at| self.places.get(*at));
        let common = |at: &usize| {
            let pairs = iter::zip(&self.base[*at..], text);
            (*at, pairs.take_while(|(one, other)| one == other).count())
        };
        places
            .map(common)
            .max_by_key(|(_, length)| *length)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_both_is_not_sent_again() {
        let base = b"one function calls number 1 of them; another one calls number 2 of them";
        let whole = b"new; another one calls number 7 of them; one function calls number 3 of them";
        let patch = Patch::of(base, whole);
        assert_eq!(patch.new, b"new; ");
        let changed = patch.added.iter().filter(|byte| **byte != 0);
        assert_eq!(changed.count(), 2);
    }
}
