//! The features of a text: what its words are made of, so that endings and compounds of nine languages need no dictionary; and
//! signs, which are what else is known of the call that the text is about, and what was read out of it.

use std::ops::Range;

use crate::order::sort;
use crate::read::sentences::fold;

/// How many kinds of runs there are. Those that fall into one bucket count as one.
const RUNS: usize = 8192;

/// How many kinds of signs there are.
const SIGNS: usize = 2048;

/// How many kinds of features there are: runs, and behind them signs.
pub const BUCKETS: usize = RUNS + SIGNS;

/// The letters of a run. Shorter ones say little and are many; of longer ones the next text has others.
const LENGTH: usize = 4;

/// How much all signs of the call together count beside all runs, and all that was read out of it. The rules were made with many
/// of the reports before their eyes, so they look better there than they are.
const WORTH_OF_CALL: f32 = 0.7;
const WORTH_OF_READING: f32 = 0.4;

/// The longest word; what stands behind is not looked at. Scripts without spaces have long ones.
const LONGEST: usize = 96;

/// What is known beside the letters of a text: numbers, of which each stands for one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signs {
    /// How far the calls got, who answered, what was given.
    pub call: Vec<u32>,
    /// What the known texts, the sentences and the rules of the problems made of it.
    pub reading: Vec<u32>,
}

/// The features of one text, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    runs: Vec<u16>,
    call: Vec<u16>,
    reading: Vec<u16>,
}

impl Features {
    /// The runs of the text's words, and the signs.
    pub fn new(text: &str, signs: &Signs) -> Self {
        let mut of_text = Vec::new();
        runs(text, |bucket, _| of_text.push(bucket));
        Self {
            runs: each_once(of_text),
            call: buckets(&signs.call),
            reading: buckets(&signs.reading),
        }
    }

    /// How many different runs there are.
    pub(super) fn count(&self) -> usize {
        self.runs.len()
    }

    /// The buckets of runs and of signs, and how much one of each counts: a long text says no more than a short one.
    pub fn parts(&self) -> [(&[u16], f32); 3] {
        let share = |buckets: &[u16]| 1.0 / (buckets.len().max(1) as f32).sqrt();
        [
            (&self.runs, share(&self.runs)),
            (&self.call, WORTH_OF_CALL * share(&self.call)),
            (&self.reading, WORTH_OF_READING * share(&self.reading)),
        ]
    }
}

fn buckets(signs: &[u32]) -> Vec<u16> {
    let bucket = |sign: &u32| (RUNS + mixed(*sign) % SIGNS) as u16;
    each_once(signs.iter().map(bucket).collect())
}

fn each_once(mut buckets: Vec<u16>) -> Vec<u16> {
    sort(&mut buckets, |one, other| one < other);
    buckets.dedup();
    buckets
}

/// Gives each run of a text with the bytes of its word, word after word.
pub(super) fn runs(text: &str, mut give: impl FnMut(u16, Range<usize>)) {
    let mut word: Vec<char> = vec![' '];
    let mut start = 0;
    let end = std::iter::once((text.len(), ' '));
    for (at, c) in text.char_indices().chain(end) {
        if c.is_alphanumeric() {
            if word.len() == 1 {
                start = at;
            }
            if word.len() <= LONGEST {
                word.push(if c.is_numeric() { '0' } else { fold(c) });
            }
            continue;
        }
        if word.len() > 1 {
            word.push(' ');
            for run in word.windows(LENGTH) {
                give((mixed(hash(run.iter().copied())) % RUNS) as u16, start..at);
            }
            word.truncate(1);
        }
    }
}

/// FNV-1a over characters.
pub(super) fn hash(chars: impl Iterator<Item = char>) -> u32 {
    chars.fold(2_166_136_261, |hash, c| {
        (hash ^ c as u32).wrapping_mul(16_777_619)
    })
}

/// A hash whose low bits depend on all of it.
fn mixed(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_those_of_a_words_letters_without_case_and_accent() {
        let of = |text: &str| {
            let mut all = Vec::new();
            runs(text, |bucket, word| {
                all.push((bucket, text.get(word).unwrap().to_owned()));
            });
            all
        };
        // " abc", "abc ".
        assert_eq!(of("abc").len(), 2);
        let buckets = |text: &str| {
            of(text)
                .into_iter()
                .map(|(bucket, _)| bucket)
                .collect::<Vec<_>>()
        };
        assert_eq!(buckets("Échec 401"), buckets("echec,403"));
        assert!(of("ab cd").iter().any(|(_, word)| word == "cd"));
        assert!(of("... - a").is_empty());
    }
}
