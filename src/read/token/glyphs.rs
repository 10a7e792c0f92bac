//! What copying left inside a token, character by character.

use super::TokenFlawKind;
use crate::text::{OddKind, describe};

/// One character of the typed text, or an escape that stands for one.
pub(super) struct Glyph {
    /// Its first byte in the text.
    pub(super) at: usize,
    /// The bytes that it takes.
    pub(super) len: usize,
    /// What it stands for; `None` where it is to be taken away.
    pub(super) out: Option<char>,
    /// What copying did here.
    pub(super) flaw: Option<TokenFlawKind>,
}

/// How much may be taken away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What cannot be seen: a password may hold all else.
    Invisible,
    /// Blanks, line ends and escapes too: no token has them.
    All,
}

/// The characters of `text` one by one.
pub(super) fn glyphs(text: &str, depth: Depth) -> impl Iterator<Item = Glyph> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (at, c) = chars.next()?;
        let mut len = c.len_utf8();
        let rest = chars.as_str();
        let (out, flaw) = match escape(c, rest).filter(|_| depth == Depth::All) {
            Some((out, behind)) => {
                if behind > 0 {
                    chars.nth(behind - 1);
                }
                len += behind;
                let flaw = if c == '%' {
                    TokenFlawKind::PercentEncoded
                } else {
                    TokenFlawKind::Backslash
                };
                (out, Some(flaw))
            }
            None => match inner_flaw(c, depth) {
                Some(flaw) => (None, Some(flaw)),
                None => (Some(c), None),
            },
        };
        Some(Glyph { at, len, out, flaw })
    })
}

/// `%3D` and its like stand for one character; a backslash in front of a sign or a line end stands for nothing.
/// Gives what to put there, and how many bytes behind `c` (all ASCII) belong to it.
fn escape(c: char, rest: &str) -> Option<(Option<char>, usize)> {
    match c {
        '%' => {
            let code = rest.get(..2)?;
            let is = |known: &str| code.eq_ignore_ascii_case(known);
            let meant = if is("3D") {
                '='
            } else if is("2B") {
                '+'
            } else if is("2F") {
                '/'
            } else {
                return None;
            };
            Some((Some(meant), 2))
        }
        '\\' => rest
            .starts_with(|c: char| c.is_ascii_punctuation() || c == '\n' || c == '\r')
            .then_some((None, 0)),
        _ => None,
    }
}

fn inner_flaw(c: char, depth: Depth) -> Option<TokenFlawKind> {
    match (describe(c)?.0, depth) {
        (OddKind::Invisible, _) => Some(TokenFlawKind::Invisible),
        (OddKind::Control, Depth::All) if c != '\u{fffd}' => Some(TokenFlawKind::Invisible),
        (OddKind::Blank, Depth::All) => Some(TokenFlawKind::InnerBlank),
        (OddKind::Newline, Depth::All) => Some(TokenFlawKind::Newline),
        _ => None,
    }
}
