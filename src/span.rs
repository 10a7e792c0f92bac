//! Positions in what a person typed.

use std::ops::Range;

use serde::Serialize;

/// A part of a text in UTF-16 code units, the unit of a JavaScript string and of an input's selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// First code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
}

impl Span {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_utf16_units() {
        let text = "a😀b";
        assert_eq!(Span::of(text, 5..6), Span { start: 3, end: 4 });
        assert_eq!(Span::of(text, 0..99), Span { start: 0, end: 4 });
    }
}
