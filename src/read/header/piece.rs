//! A part of a text that knows where it stands.

use std::ops::Range;

use crate::text;

/// A part of a text, and the byte at which it begins there.
#[derive(Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl<'t> Piece<'t> {
    pub(super) fn whole(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn end(self) -> usize {
        self.at + self.text.len()
    }

    pub(super) fn range(self) -> Range<usize> {
        self.at..self.end()
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The bytes `part` of this piece; nothing at its end where they are no part of it.
    pub(super) fn part(self, part: Range<usize>) -> Self {
        match self.text.get(part.clone()) {
            Some(text) => Self {
                text,
                at: self.at + part.start,
            },
            None => Self {
                text: "",
                at: self.end(),
            },
        }
    }

    pub(super) fn skip(self, bytes: usize) -> Self {
        self.part(bytes..self.text.len())
    }

    pub(super) fn first(self, bytes: usize) -> Self {
        self.part(0..bytes)
    }

    /// Without the blanks at both ends, what cannot be seen included.
    pub(super) fn trim(self) -> Self {
        self.part(text::trim(self.text))
    }

    pub(super) fn trim_start(self) -> Self {
        self.trim_start_by(text::is_whitespace)
    }

    pub(super) fn trim_start_by(self, drop: impl Fn(char) -> bool) -> Self {
        self.skip(self.text.len() - self.text.trim_start_matches(drop).len())
    }

    pub(super) fn trim_end_by(self, drop: impl Fn(char) -> bool) -> Self {
        self.first(self.text.trim_end_matches(drop).len())
    }

    /// What follows `prefix`, in any case of letters.
    pub(super) fn after(self, prefix: &str) -> Option<Self> {
        let head = self.text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| self.skip(prefix.len()))
    }

    /// What stands before and behind the first character that fits.
    pub(super) fn split(self, at: impl Fn(char) -> bool) -> Option<(Self, Self)> {
        let (offset, c) = self.text.char_indices().find(|(_, c)| at(*c))?;
        Some((self.first(offset), self.skip(offset + c.len_utf8())))
    }
}
