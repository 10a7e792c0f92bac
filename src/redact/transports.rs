//! Texts that were written otherwise on the way: with colours of a terminal, with characters that nobody sees, byte by byte.

use std::ops::Range;

use super::scan;
use crate::text::{MappedText, OddKind, describe, numbers};

/// The text without the colours of a terminal and without what nobody sees; `None` where there is none of it.
pub(super) fn plain(text: &str) -> Option<MappedText> {
    let shows_colour = |(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with("\\e["));
    let odd = text.as_bytes().contains(&0x1B)
        || text.contains("&lt;")
        || text.contains("\\u00")
        || text.match_indices('\\').any(shows_colour)
        || !text.is_ascii() && text.chars().any(is_unseen);
    if !odd {
        return None;
    }
    let mut plain = MappedText::with_capacity(text.len());
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = colour(rest);
        if length > 0 {
            at += length;
            continue;
        }
        let c = rest.chars().next().unwrap_or_default();
        if let Some((sign, length)) = sign(rest) {
            plain.put(sign.encode_utf8(&mut [0; 4]), at..at + length);
            at += length;
            continue;
        }
        let end = at + c.len_utf8();
        match c {
            '\u{a0}' => plain.put(" ", at..end),
            c if is_unseen(c) => {}
            _ => plain.copy(rest.get(..c.len_utf8()).unwrap_or_default(), at),
        }
        at = end;
    }
    Some(plain)
}

/// A bracket or a letter that HTML or JSON writes otherwise, and how long that is. Marks and backslashes stay: they part texts.
fn sign(rest: &str) -> Option<(char, usize)> {
    if rest.starts_with("&lt;") {
        return Some(('<', 4));
    }
    if rest.starts_with("&gt;") {
        return Some(('>', 4));
    }
    let digits = rest.strip_prefix("\\u00")?.get(..2)?;
    let c = char::from(u8::try_from(numbers::hex(digits.as_bytes())?).ok()?);
    let is_text = c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '\\');
    is_text.then_some((c, 6))
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{1b}' | '\u{9b}')
        || !c.is_ascii() && matches!(describe(c), Some((OddKind::Invisible, _)))
}

/// The length of a sign that sets a colour: `ESC[31m`, and as a text shows it, `\e[31m`.
fn colour(rest: &str) -> usize {
    let inside = rest
        .strip_prefix("\u{1b}[")
        .or_else(|| rest.strip_prefix('\u{9b}'))
        .or_else(|| rest.strip_prefix("\\e["));
    let Some(inside) = inside else {
        return 0;
    };
    let digits = inside
        .bytes()
        .take(24)
        .take_while(|b| b.is_ascii_digit() || *b == b';')
        .count();
    match inside.as_bytes().get(digits) {
        Some(b) if b.is_ascii_alphabetic() => rest.len() - inside.len() + digits + 1,
        _ => 0,
    }
}

/// How a character may be written by its number: what stands in front, how many digits follow, and what comes after.
const NUMBERS: [(&str, bool, &str); 4] = [
    ("\\u00", true, ""),
    ("%", true, ""),
    ("&#", false, ";"),
    ("\\x", true, ""),
];

/// The fewest characters that are worth reading.
const FEWEST: usize = 12;

/// Runs of characters that are all written by their numbers, and hold a secret: `%41%54…`, `&#65;…`, `\u0041…`, `41 54 …`.
pub(super) fn numbered(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(at) {
        // Nothing else begins a run.
        let begins = match b {
            b'\\' => matches!(bytes.get(at + 1), Some(b'u' | b'x')),
            b'%' => bytes.get(at + 1).is_some_and(u8::is_ascii_hexdigit),
            b'&' => bytes.get(at + 1) == Some(&b'#'),
            _ => {
                b.is_ascii_hexdigit()
                    && bytes.get(at + 1).is_some_and(u8::is_ascii_hexdigit)
                    && (at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric))
            }
        };
        if !begins {
            at += 1;
            continue;
        }
        let (length, decoded) = run(text, at);
        if decoded.len() >= FEWEST && holds_secret(&decoded) {
            secrets.push(at..at + length);
        }
        at += length.max(1);
    }
    secrets
}

fn holds_secret(decoded: &str) -> bool {
    decoded.bytes().all(|b| (b' '..0x7F).contains(&b)) && !scan::find(decoded).is_empty()
}

/// The run of numbers that begins here: its length, and what it stands for.
fn run(text: &str, start: usize) -> (usize, String) {
    let rest = text.get(start..).unwrap_or_default();
    let Some((before, is_hex, after)) =
        NUMBERS.iter().find(|(before, ..)| rest.starts_with(before))
    else {
        return pairs(text.as_bytes(), start);
    };
    let mut decoded = String::new();
    let mut at = start;
    while let Some(digits) = text.get(at..).and_then(|rest| rest.strip_prefix(before)) {
        let number = if *is_hex {
            digits
                .get(..2)
                .and_then(|digits| Some((numbers::hex(digits.as_bytes())?, 2)))
        } else {
            let length = digits
                .bytes()
                .take(4)
                .take_while(u8::is_ascii_digit)
                .count();
            digits
                .get(..length)
                .and_then(|digits| Some((digits.parse().ok()?, length)))
        };
        let Some((number, length)) = number.filter(|(_, length)| {
            digits
                .get(*length..)
                .is_some_and(|rest| rest.starts_with(after))
        }) else {
            break;
        };
        decoded.extend(char::from_u32(number));
        at += before.len() + length + after.len();
    }
    (at - start, decoded)
}

/// `4154415454`, `41 54 41`: two digits for each byte.
fn pairs(bytes: &[u8], start: usize) -> (usize, String) {
    let number = |at: usize| bytes.get(at..at + 2).and_then(numbers::hex);
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let next =
        |at: usize| at + 2 + usize::from(bytes.get(at + 2) == Some(&b' ') && is_digit(at + 3));
    let mut end = start;
    let mut count = 0;
    while is_digit(end) && is_digit(end + 1) {
        end = next(end);
        count += 1;
    }
    let mut decoded = String::new();
    // Most numbers of a log are shorter than what is worth reading.
    if count >= FEWEST {
        let mut at = start;
        while at < end
            && let Some(number) = number(at)
        {
            decoded.extend(char::from_u32(number));
            at = next(at);
        }
    }
    (end - start, decoded)
}
