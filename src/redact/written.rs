//! How a value behind a name is written: in quotes, put together, made by a call.

use super::names::{ENTITIES, NAME, is_name_byte, sort_of_name};
use super::value::quoted;
use crate::text::{Signs, cut};

/// A text in quotes, and what follows its end without a gap: a mark in a password closes nothing.
pub(super) fn to_end_of_word(value: &str, (inner, length): (usize, usize)) -> (usize, usize) {
    let end = inner + length;
    let behind = value.get(end..).unwrap_or_default();
    let word = until(behind, |b| {
        b.is_ascii_whitespace() || b",;)}]<>".contains(&b)
    });
    let goes_on = word.len() > 2
        && word
            .as_bytes()
            .get(1)
            .is_some_and(u8::is_ascii_alphanumeric)
        && !word.has_any("=:\\");
    if goes_on {
        (inner, length + word.trim_end_any("\"'").len())
    } else {
        (inner, length)
    }
}

/// A text in quotes, and those that signs join to it: `"jane" + ":" + "secret"`.
pub(super) fn joined(value: &str, (inner, mut length): (usize, usize)) -> (usize, usize) {
    while let Some((quote, rest)) = value
        .get(inner + length..)
        .and_then(|rest| rest.split_at_checked(1))
        && let Some(next) = rest.trim_start().strip_prefix(['+', '.'])
        && let next = next.trim_start()
        && next.starts_with(quote)
        && let Some((start, more)) = quoted(next)
    {
        length = cut::offset(value, next) + start + more - inner;
    }
    (inner, length)
}

/// `Some("secret")`, `SecretStr('secret')`: a value and what it is made into. The name of a variable would be asked for.
pub(super) fn constructed(value: &str) -> Option<(usize, usize)> {
    let name = value.bytes().take(NAME).position(|b| !is_name_byte(b))?;
    let argument = value.get(name..)?.strip_prefix('(')?;
    let (inner, length) = quoted(argument)?;
    let text = argument.get(inner..inner + length)?;
    let is_made = value.starts_with(|c: char| c.is_ascii_uppercase());
    (is_made && sort_of_name(text).is_none()).then_some((name + 1 + inner, length))
}

/// `process.env.JIRA_PASSWORD || "secret"`: what stands in where a variable is not set.
pub(super) fn fallback(value: &str) -> Option<(usize, usize)> {
    let line = line(value);
    let value = ["|| ", " or ", "?? ", "_or(", "orElse("]
        .iter()
        .find_map(|sign| Some(line.split_once(*sign)?.1))?;
    let (inner, length) = quoted(value)?;
    Some((cut::offset(line, value) + inner, length))
}

/// The literal in `("jane", "secret")`, as in `auth=(…)` of Python; a variable there betrays nothing.
pub(super) fn second_argument(value: &str) -> Option<(usize, usize)> {
    // No user's name is longer, and no call around it.
    const FIRST: usize = 320;
    let line = cut::first(value, FIRST).until_any("\r\n)");
    let at = line.find(',')? + 1;
    let argument = value.get(at..)?.trim_start();
    let (inner, length) = quoted(argument)?;
    Some((value.len() - argument.len() + inner, length))
}

/// `&quot;…&quot;`, as HTML has it.
pub(super) fn in_entities(value: &str) -> Option<(usize, usize)> {
    let mark = ENTITIES.iter().find(|mark| value.starts_with(**mark))?;
    let inner = line(value.get(mark.len()..)?);
    Some((mark.len(), inner.find(mark).unwrap_or(inner.len())))
}

pub(super) fn line(text: &str) -> &str {
    until(text, |b| matches!(b, b'\r' | b'\n'))
}

/// `text` up to the first byte that ends it, an ASCII character.
pub(super) fn until(text: &str, ends: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(ends).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
