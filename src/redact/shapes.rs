//! Secrets that their own shape gives away, wherever they stand (facts.md 1.1).

use std::ops::Range;

use crate::read::token::{encoded, shape};
use crate::text;

/// How much of a token must be there to be worth hiding: less than this is a manual's prefix.
const SHORTEST: usize = 16;

/// Tokens of every kind that a prefix names, whole or cut off; JSON Web Tokens.
pub(super) fn tokens(text: &str, secrets: &mut Vec<Range<usize>>) {
    for run in runs(text, is_token_byte) {
        let mut at = run.start;
        while at < run.end {
            let rest = text.get(at..run.end).unwrap_or_default();
            let begins_word = at == run.start || !is_letter(text, at - 1);
            let length = prefixed(rest, begins_word);
            if length >= SHORTEST {
                secrets.push(at..at + length);
            }
            at += length.max(1);
        }
    }
    for run in runs(text, is_jwt_byte) {
        let rest = text.get(run.clone()).unwrap_or_default();
        // One dot is enough: a cut one still holds its claims.
        let jwt = rest.find("eyJ").filter(|&start| {
            rest.get(start..)
                .is_some_and(|jwt| jwt.len() >= SHORTEST && jwt.contains('.'))
        });
        secrets.extend(jwt.map(|start| run.start + start..run.end));
    }
}

/// The length of the token that `rest` begins with; 0 where it begins with none.
fn prefixed(rest: &str, begins_word: bool) -> usize {
    let begins = |prefix: &str| {
        rest.get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    };
    if ["ATATT3", "ATSTT3", "ATCTT3"].into_iter().any(begins) {
        length(rest, |b| b != b'.' && b != b'/' && b != b'+')
    } else if begins_word && (begins("ATBB") || begins("ATTA")) {
        length(rest, |b| b.is_ascii_alphanumeric())
    } else if begins_word && rest.starts_with("BBDC-") {
        length(rest, |b| b != b'.' && b != b'%')
    } else {
        0
    }
}

fn length(rest: &str, fits: impl Fn(u8) -> bool) -> usize {
    rest.bytes().take_while(|&b| fits(b)).count()
}

/// Letters, digits, and what joins them in tokens; `%` for `%3D`.
fn is_token_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'=' | b'.' | b'%' | b'/' | b'+')
}

fn is_jwt_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')
}

fn is_letter(text: &str, at: usize) -> bool {
    text.as_bytes()
        .get(at)
        .is_some_and(u8::is_ascii_alphanumeric)
}

/// Base64 that hides a pair, a token or a personal access token of Data Center.
pub(super) fn base64_runs(text: &str, secrets: &mut Vec<Range<usize>>) {
    let mut lines_of: Option<usize> = None;
    for run in runs(text, is_base64_byte) {
        let encoded = text.get(run.clone()).unwrap_or_default();
        // `base64` of Linux breaks its output after 76 characters; the lines behind the first decode to nothing readable.
        let continued = lines_of.is_some_and(|end| is_line_break(text.get(end..run.start)));
        let is_secret = run.len() >= SHORTEST && hides_secret(encoded);
        // `KEY=` in front of a value looks like base64 with padding.
        let value = encoded
            .trim_end_matches('=')
            .rfind('=')
            .map(|at| run.start + at + 1..run.end);
        if is_secret || continued {
            secrets.push(run.clone());
            lines_of = (run.len() >= 60).then_some(run.end);
        } else {
            lines_of = None;
            secrets.extend(value.filter(|value| {
                value.len() >= SHORTEST && text.get(value.clone()).is_some_and(hides_secret)
            }));
        }
    }
}

fn is_base64_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'=' | b'/' | b'+')
}

fn is_line_break(between: Option<&str>) -> bool {
    between.is_some_and(|gap| {
        gap.len() <= 8 && gap.contains('\n') && gap.trim_matches(['\r', '\n', ' ', '\t']).is_empty()
    })
}

fn hides_secret(encoded: &str) -> bool {
    if encoded.trim_end_matches('=').contains('=') {
        return false;
    }
    shape::is_pat(encoded)
        || encoded::decoded(encoded).is_some_and(|decoded| {
            let plain = decoded.expose();
            let plain = plain.get(text::trim(plain)).unwrap_or_default();
            let printable = !plain.chars().any(char::is_control);
            printable && (plain.contains(':') || shape::is_token(plain))
        })
}

/// The longest stretches of bytes that fit.
fn runs(text: &str, fits: fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(at..)?;
        let start = at + rest.iter().position(|&b| fits(b))?;
        let run = bytes.get(start..)?;
        let length = run.iter().position(|&b| !fits(b)).unwrap_or(run.len());
        at = start + length;
        Some(start..at)
    })
}
