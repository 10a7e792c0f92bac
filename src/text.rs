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
pub(crate) fn is_blank(c: char) -> bool {
    matches!(
        describe(c),
        Some((OddKind::Blank | OddKind::Newline | OddKind::Invisible, _))
    )
}

/// Whether a character is a quotation mark of any kind, or a backtick.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(describe(c), Some((OddKind::Quote, _)))
}

/// Letters and digits alone, in small letters: `JIRA_API_TOKEN` and `jiraApiToken` are one name.
pub(crate) fn plain_name(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The bytes of `text` without the blanks at both ends.
pub(crate) fn trim(text: &str) -> Range<usize> {
    let trimmed = text.trim_start_matches(is_blank);
    let start = text.len() - trimmed.len();
    start..start + trimmed.trim_end_matches(is_blank).len()
}

/// The first `most` bytes of `text`, or some fewer where that is inside a character.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Where `wanted` first stands in `text`, whatever the case, the blanks and the sort of quotation marks: a log quotes and
/// wraps what a program printed.
pub(crate) fn find_loosely(text: &str, wanted: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = loosely(wanted.trim()).map(|(_, c)| c).collect();
    let first = *wanted.first()?;
    let mut starts = text.char_indices().filter(|&(_, c)| loose(c) == first);
    starts.find_map(|(start, _)| {
        let mut read = loosely(text.get(start..)?);
        let mut end = start;
        for &c in &wanted {
            let (at, found) = read.next()?;
            if found != c {
                return None;
            }
            end = start + at;
        }
        let last = text.get(end..)?.chars().next()?;
        Some(start..end + last.len_utf8())
    })
}

/// The characters of a text as they are compared, and where each stands: one blank for a run of them, and no backslash in
/// front of a quotation mark.
fn loosely(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = 'x';
    let mut rest = text.chars();
    text.char_indices().filter_map(move |(at, c)| {
        rest.next();
        let next = rest.as_str().chars().next();
        let read = loose(c);
        let is_shown = match c {
            '\\' => !next.is_some_and(|next| next == '\\' || is_quote(next)),
            _ => read != ' ' || before != ' ',
        };
        if is_shown {
            before = read;
        }
        is_shown.then_some((at, read))
    })
}

/// A character as it is compared.
fn loose(c: char) -> char {
    match describe(c) {
        Some((OddKind::Quote, _)) => '\'',
        Some((OddKind::Blank | OddKind::Newline | OddKind::Invisible, _)) => ' ',
        _ => c.to_ascii_lowercase(),
    }
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
    fn finds_a_text_however_it_is_quoted_and_wrapped() {
        let wanted = "Remote error for 'installed': Authentication failed";
        for text in [
            "remote error for 'installed': authentication failed",
            "x Remote error\n  for ‘installed’:\u{a0}Authentication failed: 401",
            r#"{"m":"Remote error for \"installed\": Authentication failed"}"#,
            "é Remote Remote error for `installed`: Authentication failed",
        ] {
            let place = find_loosely(text, wanted).map(|place| text.get(place).unwrap());
            assert!(
                place.is_some_and(|found| found.ends_with("ailed")),
                "{text}"
            );
        }
        for text in [
            "",
            "Remote error for installed: Authentication failed",
            "Remote error",
        ] {
            assert_eq!(find_loosely(text, wanted), None, "{text}");
        }
        assert_eq!(find_loosely("anything", " "), None);
    }

    #[test]
    fn trims_what_cannot_be_seen() {
        assert_eq!(trim("\u{feff} acme\u{a0}\r\n"), 4..8);
        assert_eq!(trim(" \u{200b}"), 4..4);
    }
}
