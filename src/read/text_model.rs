//! What a text resembles: a small linear model over the letters of its words and over what else is known of the call, for what
//! no known text and no rule reads, and to tell causes apart that the rest leaves open.
//!
//! `cargo xtask train` finds what each feature speaks for, from `tests/training/texts.jsonl` and from the reports of `tests/cases`
//! and `tests/collected`, and writes `weights.bin`. The model quotes the words that weigh most. It is a likeness and no proof:
//! what it names is possible, or likely at most.

mod features;
mod weights;

use std::ops::Range;

use crate::text::cut;

pub use self::features::{BUCKETS, Features, Signs};
pub use self::weights::{SIZES, Weights};

/// The class of a text that is about no problem.
pub const ELSE: u16 = 0;

/// The number that stands for a problem's id in the weights: FNV-1a, folded to 16 bits.
pub fn class_of(id: &str) -> u16 {
    let hash = features::hash(id.chars());
    (hash ^ hash >> 16) as u16
}

/// How much a text is like those about each problem.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likeness {
    /// The score of each class of the weights. The right one of a text that was learned from has about 1, the others have -1.
    scores: Vec<f32>,
}

/// The score of a problem of which no text was learned.
const UNKNOWN: f32 = -1.0;

impl Likeness {
    /// By how much the text is more like those about a problem than those about something else.
    pub fn lead(&self, id: &str) -> f32 {
        self.score(class_of(id)) - self.score(ELSE)
    }

    /// By how much it is more like those about a problem than those about anything else.
    pub fn clearance(&self, id: &str) -> f32 {
        let own = class_of(id);
        let others = Weights::get().classes().iter().zip(&self.scores);
        let others = others.filter(|(class, _)| **class != own);
        let most = others.map(|(_, score)| *score).fold(f32::MIN, f32::max);
        self.score(own) - most
    }

    fn score(&self, class: u16) -> f32 {
        let place = Weights::get().place(class);
        let score = place.and_then(|place| self.scores.get(place));
        score.copied().unwrap_or(UNKNOWN)
    }
}

/// The bytes that are read of a text.
const LONGEST: usize = 4096;

/// The fewest runs of letters that are a message: more than those of one long word.
const LEAST: usize = 12;

/// The features of a text that can be read: of its beginning, and `signs` of what else is known.
pub fn features_of(text: &str, signs: &Signs) -> Option<Features> {
    let features = Features::new(cut::first(text, LONGEST), signs);
    (features.count() >= LEAST && !is_value(text)).then_some(features)
}

/// What a text of these features resembles.
pub fn read(features: &Features) -> Likeness {
    Likeness {
        scores: Weights::get().scores(features),
    }
}

/// An address, a name, a word: one thing, and nothing that is said of it. Scripts without spaces say much in one word.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    text.is_ascii() && !text.contains(char::is_whitespace)
}

/// The run of words in one line that speaks most for a problem.
pub fn heaviest(text: &str, id: &str) -> Range<usize> {
    let weights = Weights::get();
    let class = weights.place(class_of(id)).unwrap_or_default();
    let mut words: Vec<(Range<usize>, f32)> = Vec::new();
    features::runs(cut::first(text, LONGEST), |bucket, word| {
        let weight = weights.of(bucket, class);
        match words.last_mut() {
            Some((last, sum)) if *last == word => *sum += weight,
            _ => words.push((word, weight)),
        }
    });
    let (mut best, mut run) = ((0.0, 0..0), (0.0, 0..0));
    for (word, weight) in words {
        let between = text.get(run.1.end..word.start).unwrap_or_default();
        run = if run.0 > 0.0 && !between.contains('\n') {
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
        let likeness = read(&features_of(text, &Signs::default()).unwrap());
        assert!(likeness.clearance("tls-certificate") > 0.0);
        let words = heaviest(text, "tls-certificate");
        assert!(text.get(words).unwrap().contains("certificate"));
        let lines = text.replace(". ", ".\n");
        let words = heaviest(&lines, "tls-certificate");
        assert!(!lines.get(words).unwrap().contains('\n'));
    }

    #[test]
    fn a_text_about_something_else_resembles_no_problem() {
        let text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.";
        let likeness = read(&features_of(text, &Signs::default()).unwrap());
        let ids = crate::problems().iter().map(|problem| problem.id);
        let most = ids.max_by(|a, b| likeness.lead(a).total_cmp(&likeness.lead(b)));
        assert!(likeness.lead(most.unwrap()) < 0.0, "{most:?}");
    }

    #[test]
    fn a_value_is_no_text() {
        for text in [
            "https://acme.atlassian.net/jira/software/projects/ABC/boards/1",
            "",
            "   ",
            "12 8 440",
        ] {
            assert_eq!(features_of(text, &Signs::default()), None, "{text}");
        }
    }
}
