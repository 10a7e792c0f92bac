//! Characters that are not what they seem, by name and position.

use std::ops::Range;

/// A character that does not belong into an address, a name or a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Odd {
    /// The bytes that it takes.
    pub(crate) bytes: Range<usize>,
    /// What sort it is.
    pub(crate) kind: OddKind,
    /// Its name, for a sentence: `a zero-width space (U+200B)`.
    pub(crate) name: &'static str,
}

/// The sorts of odd characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OddKind {
    /// Space or tab.
    Blank,
    /// The end of a line.
    Newline,
    /// Cannot be seen, or looks like a plain space.
    Invisible,
    /// A quotation mark or backtick, straight or curly.
    Quote,
    /// Another control character.
    Control,
}

/// Every odd character of `text`, in order.
pub(crate) fn odd(text: &str) -> impl Iterator<Item = Odd> {
    text.char_indices().filter_map(|(at, c)| {
        let (kind, name) = describe(c)?;
        Some(Odd {
            bytes: at..at + c.len_utf8(),
            kind,
            name,
        })
    })
}

/// The sort and name of an odd character, `None` for an ordinary one.
pub(crate) fn describe(c: char) -> Option<(OddKind, &'static str)> {
    use OddKind::{Blank, Control, Invisible, Newline, Quote};
    Some(match c {
        ' ' => (Blank, "a space"),
        '\t' => (Blank, "a tab"),
        '\n' => (Newline, "a line end (LF)"),
        '\r' => (Newline, "a line end (CR)"),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => (Newline, "a line separator"),
        '\0' => (Control, "a NUL character (U+0000)"),
        '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => (Control, "a control character"),
        '\u{a0}' => (Invisible, "a no-break space (U+00A0)"),
        '\u{ad}' => (Invisible, "a soft hyphen (U+00AD)"),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
            (Invisible, "a space of another width")
        }
        '\u{202f}' => (Invisible, "a narrow no-break space (U+202F)"),
        '\u{200b}' => (Invisible, "a zero-width space (U+200B)"),
        '\u{200c}' => (Invisible, "a zero-width non-joiner (U+200C)"),
        '\u{200d}' => (Invisible, "a zero-width joiner (U+200D)"),
        '\u{2060}' => (Invisible, "a word joiner (U+2060)"),
        '\u{2061}'..='\u{2064}' => (Invisible, "an invisible operator"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => (Invisible, "a direction mark"),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            (Invisible, "a mark that turns the writing direction")
        }
        '\u{180e}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => {
            (Invisible, "a character without a shape")
        }
        '\u{fe00}'..='\u{fe0f}' => (Invisible, "a variation selector"),
        '\u{e0000}'..='\u{e007f}' => (Invisible, "a tag that cannot be seen"),
        '\u{feff}' => (Invisible, "a byte order mark (U+FEFF)"),
        '\u{fffd}' => (Control, "a replacement character (U+FFFD)"),
        '"' => (Quote, "a quotation mark"),
        '\'' => (Quote, "an apostrophe"),
        '`' => (Quote, "a backtick"),
        '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '\u{2032}' | '\u{2033}' => {
            (Quote, "a curly quotation mark")
        }
        _ => return None,
    })
}

/// Whether a character takes room and shows nothing: a blank, a line end, something invisible.
pub(crate) fn is_whitespace(c: char) -> bool {
    matches!(
        describe(c),
        Some((OddKind::Blank | OddKind::Newline | OddKind::Invisible, _))
    )
}

/// Whether a character is a quotation mark of any kind, or a backtick.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(describe(c), Some((OddKind::Quote, _)))
}

/// Letters of any script and digits alone, the ASCII ones small: `JIRA_API_TOKEN` and `jiraApiToken` are one name.
pub(crate) fn plain_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || !c.is_ascii())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// `text` without whitespace and what cannot be seen at both ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.get(trim(text)).unwrap_or_default()
}

/// The bytes of `text` without whitespace and what cannot be seen at both ends.
pub(crate) fn trim(text: &str) -> Range<usize> {
    let trimmed = text.trim_start_matches(is_whitespace);
    let start = text.len() - trimmed.len();
    start..start + trimmed.trim_end_matches(is_whitespace).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_cannot_be_seen() {
        let found: Vec<_> = odd("a\u{200b}b ")
            .map(|odd| (odd.bytes, odd.name))
            .collect();
        assert_eq!(
            found,
            [(1..4, "a zero-width space (U+200B)"), (5..6, "a space")]
        );
    }

    #[test]
    fn trims_what_cannot_be_seen() {
        assert_eq!(trim("\u{feff} acme\u{a0}\r\n"), 4..8);
        assert_eq!(trim(" \u{200b}"), 4..4);
    }
}
