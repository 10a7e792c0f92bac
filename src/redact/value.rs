//! What stands in a place where a secret may stand.

use super::REDACTED;
use crate::grammar::placeholder::{self, Placeholder};
use crate::text::{self, Signs, cut};

/// How far one look goes. Nothing that a person typed is longer, and it keeps the time linear.
pub(super) const LOOK: usize = 4096;

/// At most [`LOOK`] bytes from `from` on.
pub(super) fn window(text: &str, from: usize) -> Option<&str> {
    text.get(from..).map(|rest| cut::first(rest, LOOK))
}

/// A text in quotes: where its inside begins, and how long it is, without the blanks of French inside the marks.
pub(super) fn quoted(value: &str) -> Option<(usize, usize)> {
    let found = text::quoted(cut::first(value, LOOK), |_| false)?;
    if !found.is_closed && !found.mark.is_ascii() {
        return None;
    }
    let inside = value.get(found.inside)?;
    let inside = if found.mark == '«' {
        inside.trim()
    } else {
        inside
    };
    Some((cut::offset(value, inside), inside.len()))
}

/// Switches, not secrets: of `X-Atlassian-Token`, of `os_cookie`, of the `credentials` of a browser's `fetch`.
const HARMLESS: [&str; 7] = [
    "true",
    "false",
    "no-check",
    "nocheck",
    "omit",
    "include",
    "same-origin",
];

/// A variable or a printed nothing tells more than it betrays.
pub(super) fn is_worth_hiding(value: &str) -> bool {
    // No stand-in is as long.
    if value.len() > 128 {
        return true;
    }
    let value = value.trim();
    let harmless = HARMLESS.iter().any(|word| word.eq_ignore_ascii_case(value));
    !value.is_empty()
        && !harmless
        && !is_redacted(value)
        && !matches!(value, "[" | "{")
        && !matches!(
            placeholder::read(value),
            Some(Placeholder::Variable | Placeholder::Nothing)
        )
}

/// Whether this was hidden before; the bracket at the end may belong to the place.
fn is_redacted(value: &str) -> bool {
    value.len() <= REDACTED.len() && value.starts_with(REDACTED.trim_end_matches(']'))
}

/// Digits among letters, or capitals behind small letters: no word of prose.
pub(super) fn looks_random(text: &str) -> bool {
    let word = text
        .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';'))
        .next()
        .unwrap_or_default();
    let mixed = word
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    word.len() >= 6 && (mixed || word.bytes().any(|b| b.is_ascii_digit()) || word.ends_with('='))
}

/// Whether a text may be a secret though its name may say anything: no address, no path, no version.
pub(super) fn may_be_secret(text: &str) -> bool {
    let is_plain = !text.has_any("/.@ ") || text.len() >= 40 && !text.contains("://");
    text.len() >= 8 && is_plain && looks_random(text)
}
