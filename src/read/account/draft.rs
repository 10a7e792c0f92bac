//! The account field on its way to its normal form: every character keeps its place in the typed text.

use std::ops::Range;

use crate::read::change::{Change, ChangeKind};
use crate::redact::redact;
use crate::span::Spans;
use crate::text::{self, OddKind};

/// What the next step works on.
pub(super) struct Draft<'a> {
    typed: &'a str,
    /// Each character that is left, with the bytes of the typed text that it stands for.
    glyphs: Vec<(Range<usize>, char)>,
    changes: Vec<(Range<usize>, Change)>,
}

impl<'a> Draft<'a> {
    pub(super) fn of(typed: &'a str) -> Self {
        Self {
            typed,
            glyphs: typed
                .char_indices()
                .map(|(at, c)| (at..at + c.len_utf8(), c))
                .collect(),
            changes: Vec::new(),
        }
    }

    /// What is left.
    pub(super) fn text(&self) -> String {
        self.chars().collect()
    }

    pub(super) fn chars(&self) -> impl DoubleEndedIterator<Item = char> {
        self.glyphs.iter().map(|&(_, c)| c)
    }

    pub(super) fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// The bytes of the typed text that some of the characters stand for.
    pub(super) fn bytes(&self, at: Range<usize>) -> Range<usize> {
        let start = |index: usize| self.glyphs.get(index).map(|(bytes, _)| bytes.start);
        let end = at
            .end
            .checked_sub(1)
            .and_then(|last| self.glyphs.get(last))
            .map_or(self.typed.len(), |(bytes, _)| bytes.end);
        let start = start(at.start).unwrap_or(end);
        start..end.max(start)
    }

    /// Takes some characters away.
    pub(super) fn remove(&mut self, at: Range<usize>, kind: ChangeKind, why: &str) {
        self.replace(at, "", kind, why.to_owned());
    }

    fn replace(&mut self, at: Range<usize>, after: &str, kind: ChangeKind, why: String) {
        if at.is_empty() || at.end > self.glyphs.len() {
            return;
        }
        let bytes = self.bytes(at.clone());
        let removed: String = self
            .glyphs
            .splice(at, after.chars().map(|c| (bytes.clone(), c)))
            .map(|(_, c)| c)
            .collect();
        let change = Change {
            kind,
            before: redact(&removed),
            after: after.to_owned(),
            why,
            // Set when all is done, in one pass.
            span: crate::span::Span { start: 0, end: 0 },
        };
        self.changes.push((bytes, change));
    }

    /// Takes blanks and what cannot be seen from both ends.
    pub(super) fn trim(&mut self) {
        while self.run_of_blanks(0).is_some_and(|end| {
            self.remove_odd(0..end);
            true
        }) {}
        while let Some(last) = self.len().checked_sub(1) {
            let Some(start) = self.run_of_blanks_before(last) else {
                break;
            };
            self.remove_odd(start..last + 1);
        }
    }

    /// Takes away what cannot be seen, wherever it stands.
    pub(super) fn remove_invisible(&mut self) {
        let mut at = 0;
        while at < self.len() {
            match (self.sort(at), self.run_of_blanks(at)) {
                (Some(OddKind::Invisible), Some(end)) => self.remove_odd(at..end),
                _ => at += 1,
            }
        }
    }

    /// Takes away blanks beside `@` and `.`, where no address has any.
    pub(super) fn remove_blanks_beside_signs(&mut self) {
        let mut at = 0;
        while at < self.len() {
            let Some(end) = self.run_of_blanks(at) else {
                at += 1;
                continue;
            };
            let is_sign = |index: usize| {
                self.glyphs
                    .get(index)
                    .is_some_and(|&(_, c)| c == '@' || c == '.')
            };
            if is_sign(end) || at.checked_sub(1).is_some_and(is_sign) {
                self.remove_odd(at..end);
            } else {
                at = end;
            }
        }
    }

    /// Full-width letters and signs become the ASCII ones that they show.
    pub(super) fn narrow(&mut self) {
        for at in 0..self.len() {
            let Some(&(_, wide)) = self.glyphs.get(at) else {
                return;
            };
            let narrow = match wide {
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(wide) - 0xFEE0),
                '\u{fe6b}' => Some('@'),
                '\u{3002}' | '\u{ff61}' => Some('.'),
                _ => None,
            };
            if let Some(narrow) = narrow {
                let why = format!(
                    "The character at position {} is a wide form of “{narrow}”. Mail systems know the plain one.",
                    self.position(at),
                );
                self.replace(
                    at..at + 1,
                    narrow.encode_utf8(&mut [0; 4]),
                    ChangeKind::Width,
                    why,
                );
            }
        }
    }

    /// Takes away a run of one odd character, and says which it was and where it stood.
    fn remove_odd(&mut self, at: Range<usize>) {
        let Some((sort, name)) = self
            .glyphs
            .get(at.start)
            .and_then(|&(_, c)| text::describe(c))
        else {
            return;
        };
        let kind = match sort {
            OddKind::Blank | OddKind::Newline => ChangeKind::Blank,
            _ => ChangeKind::Invisible,
        };
        let reason = match sort {
            OddKind::Blank | OddKind::Newline => "does not belong to an address",
            _ => "cannot be seen, and Jira would take it for a part of the address",
        };
        let first = self.position(at.start);
        let place = match at.len() {
            1 => format!("at position {first}"),
            _ => format!("from position {first} to {}", self.position(at.end - 1)),
        };
        let why = format!("There is {name} {place}. It {reason}.");
        self.replace(at, "", kind, why);
    }

    /// Where a character stands in the typed text, counted as editors do, from 1.
    fn position(&self, at: usize) -> usize {
        Spans::of(self.typed).unit_at(self.bytes(at..at + 1).start) + 1
    }

    fn sort(&self, at: usize) -> Option<OddKind> {
        let &(_, c) = self.glyphs.get(at)?;
        text::describe(c).map(|(sort, _)| sort)
    }

    /// The end of a run of one blank character that begins at `start`.
    fn run_of_blanks(&self, start: usize) -> Option<usize> {
        let &(_, first) = self.glyphs.get(start)?;
        text::is_whitespace(first).then(|| {
            let same = |&&(_, c): &&(Range<usize>, char)| c == first;
            start + self.glyphs.iter().skip(start).take_while(same).count()
        })
    }

    /// The start of a run of one blank character that ends with `last`.
    fn run_of_blanks_before(&self, last: usize) -> Option<usize> {
        let &(_, c) = self.glyphs.get(last)?;
        text::is_whitespace(c).then(|| {
            let run = self.glyphs.iter().rev().skip(self.len() - 1 - last);
            last + 1 - run.take_while(|&&(_, other)| other == c).count()
        })
    }

    /// The changes in the order in which they were made, each with its span.
    pub(super) fn into_changes(self) -> Vec<Change> {
        let mut spans = Spans::of(self.typed);
        self.changes
            .into_iter()
            .map(|(bytes, change)| Change {
                span: spans.span(bytes),
                ..change
            })
            .collect()
    }
}
