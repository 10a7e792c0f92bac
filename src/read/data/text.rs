//! Texts in data, and their escapes.

use std::borrow::Cow;

use crate::text::{cut, numbers};

/// A value that is a text, a number or a word, as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text<'t> {
    /// Without its quotes, still escaped.
    pub(crate) raw: &'t str,
    /// The quote around it; 0 where it has none.
    quote: u8,
}

impl<'t> Text<'t> {
    pub(super) fn quoted(raw: &'t str, quote: u8) -> Self {
        Self { raw, quote }
    }

    pub(crate) fn bare(raw: &'t str) -> Self {
        Self { raw, quote: 0 }
    }

    pub(crate) fn is_quoted(self) -> bool {
        self.quote != 0
    }

    /// A number, or what a language calls true, false and nothing: no text, whichever way it was printed.
    pub(crate) fn is_literal(self) -> bool {
        const WORDS: [&str; 9] = [
            "true",
            "false",
            "null",
            "None",
            "nil",
            "undefined",
            "NaN",
            "True",
            "False",
        ];
        let is_number = || {
            self.raw
                .bytes()
                .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b))
        };
        !self.is_quoted() && (WORDS.contains(&self.raw) || is_number())
    }

    /// The text itself, its escapes undone and its pieces joined.
    pub(crate) fn plain(self) -> Cow<'t, str> {
        if self.is_quoted() {
            undo(self.raw, self.quote)
        } else {
            Cow::Borrowed(self.raw)
        }
    }

    /// The first bytes of it, at most so many.
    pub(crate) fn beginning(self, most: usize) -> Self {
        let raw = cut::first(self.raw, most);
        Self { raw, ..self }
    }
}

pub(super) fn is_quote(b: u8) -> bool {
    matches!(b, b'"' | b'\'' | b'`')
}

/// Where the text ends that begins at `start`, in front of its quote. Terminals break lines in the texts of JSON, and a paste
/// may end in one; an apostrophe is a quote where its line has two.
pub(super) fn end_of(bytes: &[u8], start: usize, quote: u8) -> Option<usize> {
    let mut at = start;
    while let Some(&b) = bytes.get(at) {
        match b {
            b'\\' => at += 1,
            b'\n' if quote != b'"' => return None,
            _ if b == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    (quote == b'"').then_some(bytes.len())
}

/// A text without its escapes. A sign behind a backslash is that sign; a letter that means nothing there keeps its backslash.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    undo(text, 0)
}

/// Undoes escapes, and takes out what stands between two pieces of one text: `' + '`. `quote` ends the first piece.
fn undo(text: &str, quote: u8) -> Cow<'_, str> {
    let is_plain = |b: u8| b != b'\\' && (b != quote || quote == 0);
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut quote = char::from(quote);
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == quote && c != '\0' {
            let next = chars.find(|c| "\"'`".contains(*c));
            quote = next.unwrap_or_default();
            continue;
        }
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some('b' | 'f') => plain.push(' '),
            Some('u') => {
                let (c, rest) = unicode(chars.as_str());
                plain.push(c);
                chars = rest.chars();
            }
            // Python's repr: `\xa0`
            Some('x') => {
                let (unit, rest) = hex(chars.as_str(), 2);
                plain.push(unit.and_then(char::from_u32).unwrap_or('x'));
                chars = rest.chars();
            }
            // No language knows such an escape: it is a backslash, as in a password or a path.
            Some(c) if c.is_ascii_alphanumeric() => plain.extend(['\\', c]),
            Some(c) => plain.push(c),
            None => {}
        }
    }
    Cow::Owned(plain)
}

/// The character behind `\u`, which may be one of two halves, and what follows it.
fn unicode(text: &str) -> (char, &str) {
    let (Some(high), rest) = hex(text, 4) else {
        return ('u', text);
    };
    if let Some(c) = char::from_u32(high) {
        return (c, rest);
    }
    let second = rest.strip_prefix("\\u").map(|rest| hex(rest, 4));
    if let Some((Some(low @ 0xDC00..=0xDFFF), rest)) = second
        && let Some(c) = high
            .checked_sub(0xD800)
            .and_then(|high| char::from_u32(0x1_0000 + (high << 10) + (low - 0xDC00)))
    {
        return (c, rest);
    }
    (char::REPLACEMENT_CHARACTER, rest)
}

/// So many hexadecimal digits, and what follows them; where there are fewer, all follows.
fn hex(text: &str, digits: usize) -> (Option<u32>, &str) {
    let split = text.split_at_checked(digits);
    let read = split.and_then(|(digits, rest)| Some((numbers::hex(digits.as_bytes())?, rest)));
    read.map_or((None, text), |(value, rest)| (Some(value), rest))
}
