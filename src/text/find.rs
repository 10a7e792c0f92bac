//! Looks for a text whose case, quotes and line ends may differ.

use std::ops::Range;

use super::{OddKind, describe, is_quote};

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

/// Whether a text holds another one, in any case of ASCII letters.
pub(crate) fn contains_ignoring_case(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first() else {
        return true;
    };
    text.windows(part.len()).any(|window| {
        window
            .first()
            .is_some_and(|b| b.eq_ignore_ascii_case(first))
            && window.eq_ignore_ascii_case(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
