//! What stands in a place where a secret may stand.

use super::REDACTED;
use crate::grammar::placeholder::{self, Placeholder};
use crate::text::cut;

/// How far one look goes. Nothing that a person typed is longer, and it keeps the time linear.
pub(super) const LOOK: usize = 4096;

/// At most [`LOOK`] bytes from `from` on.
pub(super) fn window(text: &str, from: usize) -> Option<&str> {
    text.get(from..).map(|rest| cut::first(rest, LOOK))
}

/// A text in quotes: where its inside begins, and how long it is. The quotes may be escaped, as in JSON within JSON, and a
/// letter may stand before them, as in Python's `b'…'`.
pub(super) fn quoted(value: &str) -> Option<(usize, usize)> {
    let prefixes = [b'b', b'u', b'r', b'f', b'@', b'$', b'^'];
    if let [prefix, b'"' | b'\'', ..] = value.as_bytes()
        && prefixes.contains(prefix)
    {
        let (start, length) = quoted(value.get(1..)?)?;
        return Some((start + 1, length));
    }
    let unescaped = value.trim_start_matches('\\');
    let escapes = value.len() - unescaped.len();
    let quote = unescaped.bytes().next().filter(|b| b"\"'`".contains(b))?;
    if escapes > 15 {
        return None;
    }
    // `"""` of Python and TOML.
    for triple in ["\"\"\"", "'''"] {
        if let Some(inner) = unescaped.strip_prefix(triple) {
            let start = unescaped.len() - inner.trim_start().len();
            return Some((escapes + start, inner.trim_start().find(triple)?));
        }
    }
    let inner = unescaped.get(1..)?;
    let mut backslashes = 0;
    let mut doubled = false;
    for (at, b) in inner.bytes().enumerate() {
        match b {
            // An apostrophe, as SQL and YAML write it.
            b'\'' if doubled => doubled = false,
            b'\''
                if quote == b
                    && at > 0
                    && escapes == 0
                    && inner.as_bytes().get(at + 1) == Some(&b) =>
            {
                doubled = true;
            }
            b'\\' => backslashes += 1,
            // As many backslashes as in front of the opening mark close it; more belong to the value.
            _ if b == quote && backslashes <= escapes => {
                return Some((escapes + 1, at - backslashes));
            }
            b'\n' => return Some((escapes + 1, at)),
            _ => backslashes = 0,
        }
    }
    Some((escapes + 1, inner.len()))
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
