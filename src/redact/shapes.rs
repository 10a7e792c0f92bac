//! Secrets that their own shape gives away, wherever they stand (jira-facts.md 1.1).

use std::ops::Range;

use super::names::{Sort, is_name_byte, sort_of_name};
use super::scan::{self, Finder};
use super::value::looks_random;
use crate::grammar::token_shape;
use crate::text;
use crate::text::{Signs, base64, cut};

/// How much of a token must be there to be worth hiding: less than this is a manual's prefix.
const SHORTEST: usize = 16;

/// A secret as long as this may have been broken at the end of a line.
const BREAKABLE: usize = 40;

impl Finder<'_> {
    /// A word: letters, digits, and what joins them in tokens; `%` for `%3D`.
    pub(super) fn word(&mut self, word: Range<usize>) {
        if word.len() < SHORTEST && self.broken_at.is_none() {
            return;
        }
        let start = word.start + usize::from(self.begins_with_escape(&word));
        let word = start..word.end;
        let known = self.secrets.len();
        if self.goes_on(&word) {
            self.secrets.push(word.clone());
        } else if word.len() >= SHORTEST {
            self.in_nested_query(&word);
            self.tokens(&word);
            self.base64(&word);
        }
        let added = self.secrets.get(known..).unwrap_or_default();
        // `=` at the end of its line: quoted-printable.
        let is_breakable = |secret: &&Range<usize>| {
            let rest = self.text.get(secret.end..word.end);
            secret.len() >= BREAKABLE && rest.is_some_and(|rest| rest.trim_matches('=').is_empty())
        };
        if added.iter().any(|secret| is_breakable(&secret)) {
            self.broken_at = Some(word.end);
        } else if !word.is_empty() {
            self.broken_at = self.broken_at.filter(|&end| word.start < end + 16);
        }
    }

    /// Behind a line end that is printed as an escape, its letter is not the word's.
    pub(super) fn begins_with_escape(&self, word: &Range<usize>) -> bool {
        self.byte_before(word.start) == Some(b'\\')
            && matches!(self.byte(word.start), Some(b'n' | b'r' | b't'))
    }

    /// Whether a word is the next line of a secret: `base64` of Linux breaks its output after 76 characters, terminals and
    /// mail programs where they like, and what stands behind the first line gives nothing away by itself.
    fn goes_on(&self, word: &Range<usize>) -> bool {
        let Some(end) = self.broken_at else {
            return false;
        };
        let gap = self.text.get(end..word.start).unwrap_or_default();
        let is_joined = gap.has_any("\n\\") || gap.has_any("\"'") && gap.contains('+');
        // The offset of a trace: `0060: `.
        let gap = match gap.strip_suffix(": ") {
            Some(before) => before.trim_end_matches(|c: char| c.is_ascii_hexdigit()),
            None => gap,
        };
        let is_break = gap.len() <= 16
            && is_joined
            && gap
                .bytes()
                .all(|b| b"\r\n\t\\ >|*<\"'+^`rn/#=.-".contains(&b));
        let is_alone = matches!(
            self.byte(word.end),
            None | Some(
                b'\r' | b'\n' | b'"' | b'\'' | b'\\' | b'`' | b'^' | b' ' | b'\t' | b',' | b';'
            )
        );
        let text = self.text.get(word.clone()).unwrap_or_default();
        is_break && is_alone && (text.len() >= 20 || looks_random(text))
    }

    /// `next=%2Frest%3Ftoken%3D…`: a query inside another, encoded once or twice.
    fn in_nested_query(&mut self, word: &Range<usize>) {
        let text = self.text.get(word.clone()).unwrap_or_default();
        if !text.contains('%') {
            return;
        }
        for sign in ["%3D", "%253D", "%3d", "%253d"] {
            let mut at = 0;
            while let Some(found) = text.get(at..).and_then(|rest| rest.find(sign)) {
                let name = text.get(at..at + found).unwrap_or_default();
                let name = name.rsplit('%').next().unwrap_or_default();
                // Two digits belong to the percent sign, or four.
                let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
                let name = name.strip_prefix(['F', 'f', 'D', 'd']).unwrap_or(name);
                at += found + sign.len();
                if sort_of_name(name) == Some(Sort::Setting) {
                    let rest = text.get(at..).unwrap_or_default();
                    let end = ["%26", "%2526"]
                        .iter()
                        .filter_map(|and| next_parameter(rest, and, sign))
                        .min();
                    let start = word.start + at;
                    at += end.unwrap_or(rest.len());
                    self.secrets.push(start..word.start + at);
                }
            }
        }
    }

    /// Tokens of every kind that a prefix names, whole or cut off; JSON Web Tokens.
    fn tokens(&mut self, word: &Range<usize>) {
        let mut at = word.start;
        let mut no_jwt_before = at;
        while let Some(rest) = self.text.get(at..word.end) {
            let Some(step) = token_start(rest.as_bytes()) else {
                return;
            };
            at += step;
            let rest = rest.get(step..).unwrap_or_default();
            let mut length = prefixed(rest, self.begins_word(at));
            if length == 0 && at >= no_jwt_before && rest.starts_with("eyJ") {
                let jwt = jwt(rest);
                no_jwt_before = at + jwt.len();
                // One dot is enough: a cut one still holds its claims.
                length = if jwt.contains('.') { jwt.len() } else { 0 };
            }
            if length >= SHORTEST {
                self.secrets.push(at..at + length);
            }
            at += length.max(1);
        }
    }

    fn begins_word(&self, at: usize) -> bool {
        !self
            .byte_before(at)
            .is_some_and(|b| b.is_ascii_alphanumeric())
    }

    /// Base64 that hides a pair, a token or a personal access token of Data Center.
    fn base64(&mut self, word: &Range<usize>) {
        let mut start = word.start;
        while let Some(rest) = self.text.as_bytes().get(start..word.end) {
            let ends = |&b: &u8| matches!(b, b'.' | b'%');
            let length = rest.iter().position(ends).unwrap_or(rest.len());
            if length >= SHORTEST {
                self.base64_piece(start..start + length);
            }
            // Two digits belong to the percent sign.
            let skipped = if rest.get(length) == Some(&b'%') {
                3
            } else {
                1
            };
            start += length + skipped;
        }
    }

    fn base64_piece(&mut self, piece: Range<usize>) {
        let encoded = self.text.get(piece.clone()).unwrap_or_default();
        // `KEY=` in front of a value looks like base64 with padding.
        let name = encoded
            .trim_end_matches('=')
            .bytes()
            .rposition(|b| b == b'=')
            .map_or(0, |at| at + 1);
        let value = encoded.get(name..).unwrap_or_default();
        if is_part_of_token(encoded) {
            return self.secrets.push(piece);
        }
        if value.len() >= SHORTEST && hides_secret(value) {
            return self.secrets.push(piece.start + name..piece.end);
        }
        // A personal access token as a part of a path.
        let mut at = piece.start;
        for part in encoded.split('/') {
            if part.len() < encoded.len() && token_shape::is_pat(part) {
                self.secrets.push(at..at + part.len());
            }
            at += part.len() + 1;
        }
    }
}

/// Where the next parameter of a nested query begins: an `&` in a password has no name and no sign behind it.
fn next_parameter(rest: &str, and: &str, sign: &str) -> Option<usize> {
    rest.match_indices(and).map(|(at, _)| at).find(|at| {
        let behind = rest.get(at + and.len()..).unwrap_or_default();
        let name = length(behind, is_name_byte);
        name > 0
            && behind
                .get(name..)
                .is_some_and(|behind| cut::starts_with(behind, sign))
    })
}

/// The length of the token that `rest` begins with; 0 where it begins with none.
fn prefixed(rest: &str, begins_word: bool) -> usize {
    let Some(first) = rest.bytes().next() else {
        return 0;
    };
    let begins = |prefix: &str| cut::after_prefix(rest, prefix).is_some();
    let is_a = first.eq_ignore_ascii_case(&b'a');
    if is_a && ["ATATT3", "ATSTT3", "ATCTT3"].into_iter().any(begins) {
        length(rest, |b| b != b'.' && b != b'/' && b != b'+')
    } else if begins_word && is_a && (begins("ATBB") || begins("ATTA")) {
        length(rest, |b| b.is_ascii_alphanumeric())
    } else if begins_word && rest.starts_with("BBDC-") {
        length(rest, |b| b != b'.' && b != b'%')
    } else if begins_word && is_vendors(first, rest) {
        length(rest, |_| true)
    } else {
        0
    }
}

/// The tokens of other makers, which stand in the same files, and a signed cookie.
fn is_vendors(first: u8, rest: &str) -> bool {
    // One byte tells most words apart, and long texts have many.
    b"gxsAdhrnp".contains(&first)
        && (token_shape::maker(rest).is_some() || rest.starts_with("s%3A"))
}

fn length(rest: &str, fits: fn(u8) -> bool) -> usize {
    rest.bytes().position(|b| !fits(b)).unwrap_or(rest.len())
}

/// Where a token may begin that a prefix names, or a JSON Web Token: its first two letters.
fn token_start(rest: &[u8]) -> Option<usize> {
    let begins = |pair: &[u8]| {
        matches!(
            pair,
            [b'a' | b'A', b't' | b'T']
                | [b'b' | b'B', b'b' | b'B']
                | [b'e' | b'E', b'y' | b'Y']
                | [b'g', b'h' | b'i' | b'l']
                | [b'x', b'o' | b'a']
                | [b's', b'k' | b'%']
                | [b'r', b'k']
                | [b'A', b'K']
                | [b'd', b'c']
                | [b'h', b'v']
                | [b'p', b'a' | b'y']
                | [b'n', b'p']
        )
    };
    rest.windows(2).position(begins)
}

fn jwt(rest: &str) -> &str {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    let length = rest.bytes().position(|b| !fits(b)).unwrap_or(rest.len());
    rest.get(..length).unwrap_or_default()
}

fn hides_secret(encoded: &str) -> bool {
    token_shape::is_pat(encoded) || may_be_text(encoded) && decodes_to_secret(encoded)
}

/// The end of a token with its checksum, or so much of one that nothing else is as long (jira-facts.md 1.2).
fn is_part_of_token(text: &str) -> bool {
    if text.len() < 29 {
        return false;
    }
    let (body, tail) = text.split_once('=').unwrap_or((text, ""));
    let is_checksum =
        tail.len() == 8 && tail.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
    if !(body.len() >= 20 && is_checksum || body.len() >= 100 && tail.is_empty()) {
        return false;
    }
    let has = |fits: fn(&u8) -> bool| body.bytes().any(|b| fits(&b));
    let is_mixed =
        has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    is_mixed && !body.has_any("/+")
}

fn decodes_to_secret(encoded: &str) -> bool {
    base64::text(encoded).is_some_and(|decoded| {
        let plain = text::trimmed(&decoded);
        let printable = !plain.chars().any(char::is_control);
        printable
            && (plain.contains(':')
                || token_shape::is_token(plain)
                || !scan::find(plain).is_empty())
    })
}

/// Whether the first twelve bytes behind base64 may begin a text. The words of a log fail here, long before anything is
/// decoded whole.
fn may_be_text(encoded: &str) -> bool {
    let mut bytes = [0; 12];
    let groups = encoded.as_bytes().chunks_exact(4);
    for (group, three) in groups.zip(bytes.chunks_exact_mut(3)) {
        let mut bits: u32 = 0;
        for &b in group {
            let Some(digit) = digit(b) else {
                return encoded.len() < 24;
            };
            bits = bits << 6 | u32::from(digit);
        }
        let [_, decoded @ ..] = bits.to_be_bytes();
        three.copy_from_slice(&decoded);
    }
    let is_utf16 = matches!(
        bytes,
        [_, 0, _, 0, ..] | [0, _, 0, _, ..] | [0xFF, 0xFE, ..]
    );
    is_utf16
        || match std::str::from_utf8(&bytes) {
            Ok(_) => true,
            // The last character may be cut.
            Err(error) => error.error_len().is_none(),
        }
}

fn digit(b: u8) -> Option<u8> {
    Some(match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}
