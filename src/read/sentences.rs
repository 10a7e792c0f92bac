//! People's sentences → clauses, each with the concepts that its words name. No judgement: which concepts together speak for
//! a problem stands in the problem's own file, as rules over a clause ([`Rule`]).
//!
//! Machine strings (codes, exception names, header values) are literals of `known_texts`. Sentences are written anew by every
//! program and in every language, so they are read by their words.

mod fold;
pub(crate) mod lexicon;
mod rule;
mod stems;

use std::ops::Range;

use crate::evidence::Field;
use crate::span::{Span, Spans};

pub(crate) use self::fold::{fold, is_unspaced};
pub use self::lexicon::Concepts;
pub use self::rule::Rule;
use self::stems::concepts;

/// What a sentence about a failed call names.
pub(crate) const FAILURE: Concepts = lexicon::FAIL
    .or(lexicon::DENIED)
    .or(lexicon::INVALID)
    .or(lexicon::NOT_THERE);

/// A part of a sentence that says one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What its words name.
    pub concepts: Concepts,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// What a clause of the evidence is about, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What its words name.
    pub concepts: Concepts,
    /// The field that holds it.
    pub field: Field,
    /// Where it stands in that field's text; in a response, in its body.
    pub span: Span,
}

impl Said {
    /// What a clause at this place is about.
    pub(crate) fn new(concepts: Concepts, field: Field, span: Span) -> Self {
        Self {
            concepts,
            field,
            span,
        }
    }
}

/// What the sentences of an answer's body are about.
pub(crate) fn read(text: &str, field: Field) -> Vec<Said> {
    let mut spans = Spans::of(text);
    let clauses = clauses(text).into_iter();
    clauses
        .map(|clause| Said::new(clause.concepts, field, spans.span(clause.at)))
        .collect()
}

/// What the words of a short text name, taken together.
pub(crate) fn names(text: &str) -> Concepts {
    clauses(text)
        .iter()
        .fold(Concepts::NONE, |all, clause| all.or(clause.concepts))
}

/// The longest run of words that is read as one clause; a longer one says more than one thing.
const LONGEST: usize = 320;

/// The most clauses that a text gives. Those of one log are of a few kinds, which is why a clause counts once.
const MOST: usize = 256;

/// The clauses of a text that name something, in its order. What names the same concepts as an earlier one is left out.
pub(crate) fn clauses(text: &str) -> Vec<Clause> {
    let mut reader = Reader::default();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            // Most of every text.
            reader.words.push(c);
            before = c;
            continue;
        }
        if c == ':' && next == '/' {
            // An address says nothing in words.
            reader.drop_word();
            while chars.next_if(|&(_, c)| !ends_address(c)).is_some() {}
            before = ' ';
            continue;
        }
        if c == '<' && (next.is_ascii_alphabetic() || matches!(next, '/' | '!')) {
            // Neither does a tag.
            reader.finish(start..at);
            while chars.next_if(|&(_, c)| c != '>' && c != '\n').is_some() {}
            start = chars.peek().map_or(text.len(), |&(at, _)| at);
            before = ' ';
            continue;
        }
        if c == '=' {
            // What stands before it is a name.
            reader.drop_word();
        }
        let ends = match c {
            '\n' | '\r' | ';' | '!' | '?' | '。' | '！' | '？' | '；' | '|' | '{' | '}' | '"' => {
                true
            }
            '.' | ':' => next.is_whitespace() || next == '"' || next == '\\',
            _ => c == ' ' && at - start >= LONGEST,
        };
        if ends {
            reader.finish(start..at);
            if matches!(c, '\n' | '.' | '!' | '?' | '。') {
                reader.end_sentence();
            }
            start = at + c.len_utf8();
        } else {
            reader.push(c, before, next);
        }
        before = c;
    }
    reader.finish(start..text.len());
    reader.found
}

/// Whether folded words begin with a condition.
fn is_condition(words: &str) -> bool {
    const FIRST: [&str; 7] = [
        " if ",
        " falls ",
        " si ",
        " se ",
        " если ",
        " もし",
        " 如果",
    ];
    FIRST.iter().any(|first| words.starts_with(first))
}

/// Whether folded words begin as a title of work to be done does, or an entry in a list of changes.
fn is_title(words: &str) -> bool {
    const FIRST: [&str; 11] = [
        " feat ",
        " docs ",
        " chore ",
        " refactor",
        " bump ",
        " improve",
        " handle ",
        " implement ",
        " add support",
        " support for ",
        " display a ",
    ];
    FIRST.iter().any(|first| words.starts_with(first))
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ',' | '\\')
}

/// Collects the folded words of one clause after the other.
struct Reader {
    /// The words of the clause, a space before each.
    words: String,
    /// Where the last word begins; what `-` and `_` join is one word here.
    last: usize,
    /// The sentence began with a condition, or tells a wish.
    is_condition: bool,
    found: Vec<Clause>,
    /// How many were found before the sentence.
    sentence: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            words: " ".to_owned(),
            last: 1,
            is_condition: false,
            found: Vec::new(),
            sentence: 0,
        }
    }
}

impl Reader {
    fn push(&mut self, c: char, before: char, next: char) {
        match c {
            // `don't` is one word; `n'est` is two.
            '\'' | '’' if matches!(next, 't' | 'T') && before.is_ascii_alphabetic() => {}
            // Of `com.acme.InvalidTokenException` and of a host, the last part.
            '.' if before.is_alphanumeric() && next.is_alphanumeric() => {
                self.words.truncate(self.last);
            }
            _ if c.is_whitespace() || matches!(c, ',' | '(' | '[') => {
                self.space();
                self.last = self.words.len();
            }
            _ if c.is_alphanumeric() => {
                // The words of `TokenExpiredError`.
                if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                    self.space();
                }
                self.words.push(fold(c));
            }
            _ => self.space(),
        }
    }

    fn space(&mut self) {
        if !self.words.ends_with(' ') {
            self.words.push(' ');
        }
    }

    /// Drops the last word, which spaces may follow.
    fn drop_word(&mut self) {
        let word = self.words.trim_end_matches(' ').len();
        if word <= self.last {
            let before = self.words.get(..word).and_then(|words| words.rfind(' '));
            self.last = before.map_or(1, |space| space + 1);
        }
        self.words.truncate(self.last);
    }

    fn end_sentence(&mut self) {
        self.is_condition = false;
        self.sentence = self.found.len();
    }

    fn finish(&mut self, at: Range<usize>) {
        self.space();
        if self.words.len() == 1 {
            return;
        }
        let concepts = match concepts(&self.words) {
            // "It works fine with curl" names what does not fail.
            concepts if concepts.meets(lexicon::FINE) => Concepts::NONE,
            _ if self.is_condition || is_condition(&self.words) => {
                self.is_condition = true;
                lexicon::CONDITION
            }
            // What somebody would like a program to do failed in nobody's hands.
            concepts if concepts.meets(lexicon::WISH) || is_title(&self.words) => {
                // What came before in the sentence is part of it.
                self.found.truncate(self.sentence);
                self.is_condition = true;
                lexicon::CONDITION
            }
            concepts => concepts,
        };
        let is_new = |known: &Clause| known.concepts != concepts || concepts == lexicon::CONDITION;
        if concepts != Concepts::NONE && self.found.len() < MOST && self.found.iter().all(is_new) {
            self.found.push(Clause { concepts, at });
        }
        self.words.truncate(1);
        self.last = 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wishes_for_has_not_failed() {
        let fails = |text| names(text).meets(lexicon::FAIL.or(lexicon::INVALID));
        for wish in [
            "When the token is invalid, we need to show an error.",
            "feat: tell the person that the credentials are wrong",
            "Improve the message for a failed connection",
            "It would be nice to see an error for an invalid URL",
        ] {
            assert!(!fails(wish), "{wish}");
        }
        let both = "It would be nice to see more. The token is invalid.";
        assert!(fails(both));
    }
}
