//! Finds the stems of the lexicon in folded words.

use std::ops::Range;
use std::sync::OnceLock;

use super::fold::is_unspaced;
use super::lexicon::{self as l, Concepts, LEXICON};
use crate::order::sort;

/// What two concepts near each other amount to: to deny something good is to say something bad.
const TOGETHER: &[(Concepts, Concepts, Concepts)] = &[
    (l::NOT, l::VALID, l::INVALID),
    (l::NOT, l::ALLOW, l::DENIED),
    (l::NOT, l::FIND, l::NOT_THERE),
    (l::NOT, l::EXIST, l::NOT_THERE),
    (l::NOT, l::SET, l::MISSING),
    (l::NOT, l::REACH, l::UNREACHABLE),
    (l::FAIL, l::REACH, l::UNREACHABLE),
    (l::NOT, l::TRUST, l::UNTRUSTED),
    (l::FAIL, l::TRUST, l::UNTRUSTED),
    (l::NOT, l::SUPPORT, l::UNSUPPORTED),
];
/// How far apart, in bytes of folded words, two concepts may be for that: "could not be found", "ist nicht gültig".
const NEAR: usize = 36;

/// A word of this many bytes may be a compound, as in German; in it, stems of `COMPOUND` bytes count wherever they begin.
const LONG_WORD: usize = 10;
const COMPOUND: usize = 8;

/// The concepts of one clause: folded words, a space before and after each.
pub(super) fn concepts(words: &str) -> Concepts {
    let stems = stems();
    let mut named: Vec<(usize, Concepts)> = Vec::new();
    let mut start = 0;
    for word in words.split(' ') {
        let is_long = word.len() >= LONG_WORD;
        for (at, c) in word.char_indices() {
            let shortest = match at {
                _ if is_unspaced(c) => 1,
                0 => 1,
                _ if is_long => COMPOUND,
                _ => continue,
            };
            let rest = words.as_bytes().get(start + at..).unwrap_or_default();
            let here = stems.at_the_start_of(rest, shortest);
            if here != Concepts::NONE {
                named.push((start + at, here));
            }
        }
        start += word.len() + 1;
    }
    let all = named
        .iter()
        .fold(Concepts::NONE, |all, (_, here)| all.or(*here));
    TOGETHER
        .iter()
        .filter(|(one, other, _)| {
            all.meets(*one) && all.meets(*other) && are_near(&named, *one, *other)
        })
        .fold(all, |all, (.., both)| all.or(*both))
}

fn are_near(named: &[(usize, Concepts)], one: Concepts, other: Concepts) -> bool {
    named
        .iter()
        .filter(|(_, here)| here.meets(one))
        .any(|&(at, _)| {
            named.iter().any(|&(there, here)| {
                // "The provided token is not …" does not say that it is not provided.
                let is_before = other != l::SET || at < there;
                here.meets(other) && is_before && at.abs_diff(there) <= NEAR
            })
        })
}

/// The stems in the order of their bytes: those with a common beginning are neighbours.
struct Stems {
    sorted: Vec<(String, Concepts)>,
    /// For each two bytes, where the stems begin that begin with them: most words of a text begin like none.
    pairs: Vec<u16>,
}

fn stems() -> &'static Stems {
    static STEMS: OnceLock<Stems> = OnceLock::new();
    STEMS.get_or_init(|| {
        let mut sorted: Vec<(String, Concepts)> = LEXICON
            .iter()
            .flat_map(|&(concept, stems)| stems.split(' ').map(move |stem| (stem, concept)))
            .filter(|(stem, _)| !stem.is_empty())
            .map(|(stem, concept)| (stem.replace(['_', '$'], " "), concept))
            .collect();
        sort(&mut sorted, |(a, _), (b, _)| a < b);
        let mut stems = sorted
            .iter()
            .map(|(stem, _)| pair(stem.as_bytes()))
            .peekable();
        let mut count = 0;
        let pairs = (0..=1 << 16).map(|pair| {
            let start = count;
            while stems.next_if(|&stem| stem == pair).is_some() {
                count += 1;
            }
            start
        });
        let pairs = pairs.collect();
        Stems { sorted, pairs }
    })
}

/// The first two bytes, as a number. No stem is shorter, and behind every word is a space.
fn pair(bytes: &[u8]) -> usize {
    match bytes {
        [first, second, ..] => usize::from(*first) << 8 | usize::from(*second),
        _ => 0,
    }
}

fn byte_at(stem: &str, at: usize) -> usize {
    stem.as_bytes().get(at).copied().map_or(0, usize::from)
}

impl Stems {
    /// The concepts of all stems of `shortest` bytes or more that `rest` begins with.
    fn at_the_start_of(&self, rest: &[u8], shortest: usize) -> Concepts {
        let mut found = Concepts::NONE;
        let mut range = self.with_pair(rest);
        let mut depth = 2;
        loop {
            while let Some((stem, concept)) =
                self.sorted.get(range.start).filter(|_| !range.is_empty())
            {
                if stem.len() != depth {
                    break;
                }
                if depth >= shortest {
                    found = found.or(*concept);
                }
                range.start += 1;
            }
            let (Some(&byte), Some(here)) = (rest.get(depth), self.sorted.get(range.clone()))
            else {
                return found;
            };
            if here.is_empty() {
                return found;
            }
            let byte = usize::from(byte);
            let low = here.partition_point(|(stem, _)| byte_at(stem, depth) < byte);
            let high = here.partition_point(|(stem, _)| byte_at(stem, depth) <= byte);
            range = range.start + low..range.start + high;
            depth += 1;
        }
    }

    fn with_pair(&self, bytes: &[u8]) -> Range<usize> {
        let pair = pair(bytes);
        let bound = |at: usize| self.pairs.get(at).copied().unwrap_or_default().into();
        bound(pair)..bound(pair + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stem_is_shorter_than_what_is_looked_up() {
        assert!(stems().sorted.iter().all(|(stem, _)| stem.len() > 1));
    }
}
