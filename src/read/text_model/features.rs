//! The features of a text: what its words are made of, so that endings and compounds of nine languages need no dictionary.

use std::ops::Range;

use crate::read::sentences::fold;

/// How many kinds of features there are. Runs of letters that fall into one bucket count as one.
pub const BUCKETS: usize = 8192;

/// The lengths of the runs.
const RUNS: Range<usize> = 2..5;

/// The longest word; what stands behind is not looked at. Scripts without spaces have long ones.
const LONGEST: usize = 96;

/// Gives each feature of a text with the bytes of its word, word after word.
pub fn features(text: &str, mut give: impl FnMut(u16, Range<usize>)) {
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
            of_word(&word, |bucket| give(bucket, start..at));
            word.truncate(1);
        }
    }
}

fn of_word(word: &[char], mut give: impl FnMut(u16)) {
    for length in RUNS {
        for run in word.windows(length) {
            let hash = hash(run.iter().copied());
            give(((hash ^ hash >> 15) as usize % BUCKETS) as u16);
        }
    }
}

/// FNV-1a over characters.
pub(super) fn hash(chars: impl Iterator<Item = char>) -> u32 {
    chars.fold(2_166_136_261, |hash, c| {
        (hash ^ c as u32).wrapping_mul(16_777_619)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_runs_of_a_words_letters_without_case_and_accent() {
        let of = |text: &str| {
            let mut all = Vec::new();
            features(text, |bucket, word| {
                all.push((bucket, text.get(word).unwrap().to_owned()));
            });
            all
        };
        // " ab", "ab ", " a", "ab", "b ", " ab ".
        assert_eq!(of("ab").len(), 6);
        let buckets = |text: &str| {
            of(text)
                .into_iter()
                .map(|(bucket, _)| bucket)
                .collect::<Vec<_>>()
        };
        assert_eq!(buckets("Échec 401"), buckets("echec,403"));
        assert!(of("a b").iter().any(|(_, word)| word == "b"));
        assert!(of("... -").is_empty());
    }
}
