//! Makes JSON of what looks like it: objects as Node and Python print them, and JSON whose quotes are escaped.

use std::borrow::Cow;

use super::block;

/// The body that a block is.
pub(super) fn body(text: &str) -> Cow<'_, str> {
    let inside = text.trim_start_matches(['{', '[', ' ', '\n', '\t']);
    if inside.starts_with('\\') {
        return Cow::Owned(unescape(text));
    }
    if inside.starts_with(['"', '}', ']']) || inside.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(json(text))
}

/// Undoes one layer of escapes, however many backslashes it has.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let body = escape.trim_start_matches('\\');
        let mut length = escape.len() - body.len();
        match body.chars().next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('x') => match body
                .get(1..3)
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            {
                Some(code) if code.is_ascii() => {
                    plain.push(char::from(code));
                    length += 2;
                }
                _ => plain.push('x'),
            },
            Some('u') => match body
                .get(1..5)
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                .and_then(char::from_u32)
            {
                Some(c) => {
                    plain.push(c);
                    length += 4;
                }
                None => plain.push('u'),
            },
            Some('r') | None => {}
            Some(c) => plain.push(c),
        }
        length += body.chars().next().map_or(0, char::len_utf8);
        rest = escape.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        at += match b {
            b'"' | b'\'' | b'`' => match block::string(bytes, at, b) {
                Some(length) => {
                    string(
                        &mut out,
                        text.get(at + 1..at + length - 1).unwrap_or_default(),
                    );
                    length
                }
                None => 1,
            },
            b'}' | b']' => {
                out.truncate(out.trim_end_matches([' ', '\n', '\t', ',']).len());
                out.push(char::from(b));
                1
            }
            b'{' | b'[' | b',' | b':' | b' ' | b'\n' | b'\t' => {
                out.push(char::from(b));
                1
            }
            b'=' => {
                out.push(':');
                if bytes.get(at + 1) == Some(&b'>') {
                    2
                } else {
                    1
                }
            }
            // `'a' + 'b'`: the pieces of one text.
            b'+' => join(&mut out, text, at),
            _ => word(&mut out, text, at),
        };
    }
    out
}

fn string(out: &mut String, raw: &str) {
    out.push('"');
    push(out, raw);
    out.push('"');
}

fn push(out: &mut String, raw: &str) {
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => match chars.next() {
                Some('\'') => out.push('\''),
                Some(next) if "\"\\/bfnrtu".contains(next) => {
                    out.push('\\');
                    out.push(next);
                }
                Some(next) => out.push(next),
                None => {}
            },
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
}

fn join(out: &mut String, text: &str, at: usize) -> usize {
    let rest = text.get(at + 1..).unwrap_or_default();
    let body = rest.trim_ascii_start();
    let begins = text.len() - body.len();
    let quote = body.bytes().next().filter(|b| b"\"'`".contains(b));
    let length = quote.and_then(|quote| block::string(text.as_bytes(), begins, quote));
    let trimmed = out.trim_end().len();
    let Some(length) = length.filter(|_| out.trim_end().ends_with('"')) else {
        return 1;
    };
    out.truncate(trimmed - 1);
    push(
        out,
        text.get(begins + 1..begins + length - 1)
            .unwrap_or_default(),
    );
    out.push('"');
    begins + length - at
}

/// A word without quotes: a key, a number, a value of the language.
fn word(out: &mut String, text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest
        .find(|c: char| c.is_whitespace() || "{}[],:=\"'`".contains(c))
        .unwrap_or(rest.len());
    let length = length.max(rest.chars().next().map_or(1, char::len_utf8));
    let word = rest.get(..length).unwrap_or_default();
    let behind = rest.get(length..).unwrap_or_default().trim_start();
    let is_key = behind.starts_with([':', '=']);
    // The name of a class in front of its braces says nothing.
    if behind.starts_with('{') {
        return length;
    }
    match word {
        "True" if !is_key => out.push_str("true"),
        "False" if !is_key => out.push_str("false"),
        "None" | "undefined" | "nil" if !is_key => out.push_str("null"),
        "true" | "false" | "null" if !is_key => out.push_str(word),
        _ if !is_key
            && word
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') =>
        {
            out.push_str(word);
        }
        _ => string(out, word),
    }
    length
}
