//! What a text resembles: a small linear model over the letters of its words, for messages that no known text and no rule reads.
//!
//! Every run of two to four letters of a word counts as one feature, by its hash. `cargo xtask train` finds what each speaks for,
//! from `tests/training/texts.jsonl` and the cases, and writes `weights.bin`. The model quotes the words that weigh most. It is
//! a likeness and no proof: what it names is possible, or likely at most.

mod features;
mod weights;

use std::ops::Range;

use crate::order::sort;

pub use self::features::{BUCKETS, features};
pub use self::weights::{Weights, unit};

/// What a text resembles most.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The problem, by [`class_of`] its id.
    pub class: u16,
    /// By how much it outdoes what comes next, "about something else" included.
    pub lead: f32,
    /// The bytes of the words that weigh most.
    pub at: Range<usize>,
}

/// Up to this lead it says little.
pub const VAGUE: f32 = 0.2;

/// From this lead on one of thirteen was wrong, of texts that were kept out of the training.
pub const CLEAR: f32 = 0.3;

/// From this lead on none was.
pub const SURE: f32 = 1.0;

/// The class of a text that is about no problem.
pub const ELSE: u16 = 0;

/// The number that stands for a problem's id in the weights: FNV-1a, folded to 16 bits.
pub fn class_of(id: &str) -> u16 {
    let hash = features::hash(id.chars());
    (hash ^ hash >> 16) as u16
}

/// The longest text that is one message, as those are that the model was trained with. What it says of longer ones was
/// measured, and is worth nothing.
const LONGEST: usize = 400;

/// The fewest features that are a message: more than those of one long word.
const LEAST: usize = 40;

/// By how much "about something else" must win where a failure shows.
const DOUBT: f32 = 0.3;

/// What the text resembles most, and what it resembles next; nothing where that is none of the problems.
///
/// `is_failure`: something else shows that the text tells of a failure, so that it is hardly about something else.
pub fn read(text: &str, is_failure: bool) -> Vec<Likeness> {
    if text.len() > LONGEST || is_value(text) {
        return Vec::new();
    }
    let weights = Weights::get();
    let mut buckets: Vec<u16> = Vec::new();
    features(text, |bucket, _| buckets.push(bucket));
    sort(&mut buckets, |one, other| one < other);
    buckets.dedup();
    if buckets.len() < LEAST {
        return Vec::new();
    }
    let mut scores = weights.scores(&buckets);
    if let Some(other) = scores.first_mut().filter(|_| is_failure) {
        *other -= DOUBT;
    }
    ranked(&scores)
        .into_iter()
        .map(|(class, lead)| Likeness {
            class: weights.class(class),
            lead,
            at: heaviest(text, weights, class),
        })
        .collect()
}

/// An address, a name, a word: one thing, and nothing that is said of it. Scripts without spaces say much in one word.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    text.is_ascii() && !text.contains(char::is_whitespace)
}

/// The two best classes, as far as they come before "about something else", each with its lead over what follows.
fn ranked(scores: &[f32]) -> Vec<(usize, f32)> {
    let mut best: [(usize, f32); 3] = [(0, f32::MIN); 3];
    for (class, &score) in scores.iter().enumerate() {
        let place = best.iter().position(|&(_, other)| score > other);
        if let Some(slots) = place.and_then(|place| best.get_mut(place..)) {
            slots.rotate_right(1);
            if let Some(slot) = slots.first_mut() {
                *slot = (class, score);
            }
        }
    }
    let [first, second, third] = best;
    [(first, second), (second, third)]
        .into_iter()
        .map(|((class, score), (_, next))| (class, score - next))
        // The first class is `ELSE`: what comes behind it is not meant.
        .take_while(|(class, _)| *class != 0)
        .collect()
}

/// The run of words that speaks most for a class.
fn heaviest(text: &str, weights: &Weights, class: usize) -> Range<usize> {
    let mut words: Vec<(Range<usize>, i32)> = Vec::new();
    features(text, |bucket, word| {
        let weight = weights.of(bucket, class);
        match words.last_mut() {
            Some((last, sum)) if *last == word => *sum += weight,
            _ => words.push((word, weight)),
        }
    });
    let (mut best, mut run) = ((0, 0..0), (0, 0..0));
    for (word, weight) in words {
        run = if run.0 > 0 {
            (run.0 + weight, run.1.start..word.end)
        } else {
            (weight, word)
        };
        if run.0 > best.0 {
            best = run.clone();
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_a_problem() {
        let ids = crate::problems();
        for class in Weights::get().classes() {
            let is_known =
                *class == ELSE || ids.iter().any(|problem| class_of(problem.id) == *class);
            assert!(is_known, "{class}: train the model anew");
        }
    }

    #[test]
    fn a_likeness_quotes_the_words_that_weigh_most() {
        let text = "We looked at the form again. The browser gave up because the certificate of the server was issued by nobody it trusts.";
        let found = read(text, false);
        let first = found.first().unwrap();
        assert_eq!(first.class, class_of("tls-certificate"));
        assert!(text.get(first.at.clone()).unwrap().contains("certificate"));
    }

    #[test]
    fn a_text_about_something_else_resembles_nothing() {
        for text in [
            "https://acme.atlassian.net/jira/software/projects/ABC/boards/1",
            "",
            "   ",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            "12 8 440",
        ] {
            assert_eq!(read(text, false), [], "{text}");
        }
    }
}
