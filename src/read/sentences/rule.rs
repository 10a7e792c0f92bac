//! Rules over what a clause names.

use super::lexicon::{Concepts, NAMES};

/// What a clause must name, and must not, to speak for a problem.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    weight: i32,
    /// Of each set one concept at least.
    all: [Concepts; MOST],
    /// None of these.
    none: Concepts,
}

/// The most sets of a rule.
const MOST: usize = 3;

// It runs while the crate compiles: a position past the end is a compiler's error.
#[allow(clippy::indexing_slicing)]
impl Rule {
    /// A rule, written as the concepts of the lexicon: `&` joins sets, `|` the concepts of one, of which one is enough, and
    /// what stands after `-` must not be named: `CERTIFICATE & INVALID|EXPIRED - PROXY`. `weight` is on the scale of
    /// `problem::weight`.
    pub(crate) const fn new(weight: i32, rule: &str) -> Self {
        let text = rule.as_bytes();
        let mut all = [Concepts::ALL; MOST];
        let mut none = Concepts::NONE;
        let (mut set, mut named, mut at) = (0, Concepts::NONE, 0);
        let mut is_against = false;
        while at < text.len() {
            match text[at] {
                b'&' => {
                    all[set] = named;
                    (set, named) = (set + 1, Concepts::NONE);
                    at += 1;
                }
                b'-' => {
                    all[set] = named;
                    (is_against, named) = (true, Concepts::NONE);
                    at += 1;
                }
                b' ' | b'|' => at += 1,
                _ => {
                    let end = end_of_name(text, at);
                    named = named.or(concept(text, at, end));
                    at = end;
                }
            }
        }
        if is_against {
            none = named;
        } else {
            all[set] = named;
        }
        Self { weight, all, none }
    }

    /// How much it speaks for the problem.
    pub(crate) const fn weight(&self) -> i32 {
        self.weight
    }

    /// Whether a clause says what the rule looks for.
    pub fn fits(&self, said: Concepts) -> bool {
        !said.meets(self.none) && self.all.iter().all(|set| said.meets(*set))
    }
}

#[allow(clippy::indexing_slicing)]
const fn end_of_name(text: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < text.len() && !matches!(text[end], b' ' | b'|' | b'&' | b'-') {
        end += 1;
    }
    end
}

/// The concept of this name.
#[allow(clippy::indexing_slicing, clippy::panic)]
const fn concept(text: &[u8], start: usize, end: usize) -> Concepts {
    let mut bit = 0;
    while bit < NAMES.len() {
        let name = NAMES[bit].as_bytes();
        let mut same = 0;
        while same < name.len() && start + same < end && name[same] == text[start + same] {
            same += 1;
        }
        if same == name.len() && start + same == end {
            return Concepts::of_bit(bit);
        }
        bit += 1;
    }
    panic!("a rule names a concept that the lexicon does not have")
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::{CERTIFICATE, EXPIRED, INVALID, NOT, PROXY};
    use super::*;

    #[test]
    fn a_rule_wants_one_of_each_set_and_none_of_the_last() {
        const RULE: Rule = Rule::new(26, "CERTIFICATE & INVALID|EXPIRED - PROXY|NOT");
        assert!(RULE.fits(CERTIFICATE.or(INVALID)));
        assert!(RULE.fits(CERTIFICATE.or(EXPIRED)));
        assert!(!RULE.fits(CERTIFICATE));
        assert!(!RULE.fits(CERTIFICATE.or(INVALID).or(PROXY)));
        assert!(!RULE.fits(CERTIFICATE.or(INVALID).or(NOT)));
    }
}
