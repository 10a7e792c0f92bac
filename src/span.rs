//! Positions in what a person typed.

use std::ops::Range;

use serde::Serialize;

use crate::veiled::shows_as_it_is;

/// A part of a text in UTF-16 code units, the unit of a JavaScript string and of an input's selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// First code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
}

shows_as_it_is!(Span);

impl Span {
    /// Whether the other stands inside of it.
    pub(crate) fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Turns a range of UTF-8 bytes of `text` into a span. A bound inside a character counts as that character's start;
    /// one past the end as the end.
    pub fn of(text: &str, bytes: Range<usize>) -> Self {
        let units_before = |offset: usize| {
            text.char_indices()
                .take_while(|(at, c)| at + c.len_utf8() <= offset)
                .map(|(_, c)| c.len_utf16())
                .sum()
        };
        Self {
            start: units_before(bytes.start),
            end: units_before(bytes.end),
        }
    }
}

/// Turns many ranges of one text into spans in one pass, where they come in order. [`Span::of`] walks the text for each.
pub(crate) struct Spans<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Spans<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    /// The span of `bytes`, whose bounds stand between characters.
    pub(crate) fn span(&mut self, bytes: Range<usize>) -> Span {
        // The next span may begin in this one.
        let start = self.unit_at(bytes.start);
        let inside = self.text.get(bytes).unwrap_or_default();
        Span {
            start,
            end: start + inside.chars().map(char::len_utf16).sum::<usize>(),
        }
    }

    /// The UTF-16 units before `byte`.
    pub(crate) fn unit_at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.unit += between.chars().map(char::len_utf16).sum::<usize>();
        self.byte += between.len();
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_spans_equal_single_ones() {
        let text = "a😀bé";
        let mut spans = Spans::of(text);
        for bytes in [0..1, 1..5, 5..6, 6..8, 0..5] {
            assert_eq!(spans.span(bytes.clone()), Span::of(text, bytes));
        }
    }

    #[test]
    fn counts_utf16_units() {
        let text = "a😀b";
        assert_eq!(Span::of(text, 5..6), Span { start: 3, end: 4 });
        assert_eq!(Span::of(text, 0..99), Span { start: 0, end: 4 });
    }
}
