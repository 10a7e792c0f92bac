//! What stands in front of a line and is not of it: quoting of mail, line numbers, what a log puts there.

use crate::text::{Signs, cut};
/// Remembers how the lines before were quoted and numbered.
#[derive(Default)]
pub(super) struct Prefix {
    /// How many `>` quote the lines of this block.
    depth: usize,
    /// The number of the line before.
    number: Option<u32>,
}

impl Prefix {
    /// How many bytes of the line are such a prefix. `next` is the text behind the line.
    pub(super) fn length(&mut self, line: &str, next: &str) -> usize {
        let Some(first) = line.bytes().find(|b| *b != b' ' && *b != b'\t') else {
            self.number = None;
            return 0;
        };
        let quoted = if first == b'>' { self.quoted(line) } else { 0 };
        if first != b'>' {
            self.depth = 0;
        }
        let mut cut = quoted;
        let numbered = line.get(cut..).unwrap_or_default();
        cut += self.numbered(numbered, next);
        cut + log(line.get(cut..).unwrap_or_default())
    }

    /// `> ` quotes in mail, and marks a request in the output of `curl -v`; what stands behind it tells.
    fn quoted(&mut self, line: &str) -> usize {
        let mut cut = 0;
        let mut stripped = 0;
        loop {
            let rest = line.get(cut..).unwrap_or_default();
            let Some(inner) = rest.trim_start_any(" \t").strip_prefix('>') else {
                return cut;
            };
            if stripped >= self.depth {
                if stripped > 6 || !is_quoting(inner.trim_start()) {
                    return cut;
                }
                self.depth += 1;
            }
            stripped += 1;
            cut = line.len() - inner.strip_prefix(' ').unwrap_or(inner).len();
        }
    }

    /// `  12  text`, `12: text`, `12 | text`, where the line before or the next counts along.
    fn numbered(&mut self, line: &str, next: &str) -> usize {
        let found = number(line);
        let before = self.number;
        self.number = found.map(|(number, _)| number);
        let Some((number_here, length)) = found else {
            return 0;
        };
        let counts = before.is_some_and(|before| before + 1 == number_here)
            || number(cut::line(next)).is_some_and(|(next, _)| next == number_here + 1);
        if counts { length } else { 0 }
    }
}

/// Whether what stands behind a `>` cannot be a request's line.
fn is_quoting(inner: &str) -> bool {
    [
        "> ",
        "< ",
        "* ",
        "$ ",
        "HTTP/",
        "curl",
        "Traceback",
        "--20",
        "--- ",
        "{\"",
        ">>",
    ]
    .iter()
    .any(|sign| inner.starts_with(sign))
}

fn number(line: &str) -> Option<(u32, usize)> {
    let indented = line.trim_start_matches(' ');
    let indent = line.len() - indented.len();
    let digits = indented.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return None;
    }
    let rest = indented.get(digits..)?;
    let sign = [" | ", " |", "| ", ": ", ". ", "\t", "  "]
        .iter()
        .find(|sign| rest.starts_with(**sign))?;
    let value = indented.get(..digits)?.parse().ok()?;
    Some((value, indent + digits + sign.len()))
}

/// What a log puts in front: times, levels, names of containers.
fn log(line: &str) -> usize {
    let mut cut = 0;
    let mut timed = false;
    for _ in 0..4 {
        let rest = line.get(cut..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        let body = rest.get(blank..).unwrap_or_default();
        let length = match body.bytes().next() {
            Some(b'0'..=b'9') => time(body, 0),
            Some(b'[') => bracket(body),
            Some(b'A'..=b'Z') => syslog(body)
                .or_else(|| timed.then(|| level(body)).flatten())
                .or_else(|| container(body, cut)),
            Some(b'a'..=b'z') => container(body, cut),
            _ => None,
        };
        let Some(length) = length else {
            break;
        };
        timed = true;
        cut += blank + length;
        let behind = line.get(cut..).unwrap_or_default();
        cut += usize::from(behind.starts_with(' '));
    }
    cut
}

/// A time, with or without its date: `2026-11-21T22:55:04.123Z`, `2026/11/21 22:55:04`, `22:55:04.123456`.
fn time(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    let mut at = 0;
    if matches(bytes, 0, "dddd-dd-dd") || matches(bytes, 0, "dddd/dd/dd") {
        at = 10;
        if !matches!(bytes.get(at), Some(b'T' | b' ' | b'_')) {
            return None;
        }
        at += 1;
    }
    if !matches(bytes, at, "dd:dd:dd") {
        return None;
    }
    at += 8;
    while let Some(b) = bytes.get(at) {
        let zone = matches!(b, b'+' | b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(b.is_ascii_digit() || matches!(b, b'.' | b',' | b'Z' | b':') || zone) {
            break;
        }
        at += 1;
    }
    let ends = matches!(bytes.get(at), None | Some(b' ' | b'\t' | b']' | b'|'));
    ends.then_some(from + at)
}

/// `d` stands for a digit.
fn matches(bytes: &[u8], from: usize, shape: &str) -> bool {
    shape.bytes().enumerate().all(|(at, sign)| {
        bytes.get(from + at).is_some_and(|b| {
            if sign == b'd' {
                b.is_ascii_digit()
            } else {
                *b == sign
            }
        })
    })
}

/// `[INFO]`, `[2026-11-21 22:55:04]`
fn bracket(text: &str) -> Option<usize> {
    let near = text.bytes().take(48).position(|b| b == b']')?;
    let inside = text.get(1..near)?.trim();
    let is_level = level(inside).is_some_and(|length| length == inside.len());
    let is_time = time(inside, 0).is_some_and(|length| length + 6 >= inside.len());
    (is_level || is_time).then_some(near + 1)
}

fn level(text: &str) -> Option<usize> {
    const LEVELS: [&str; 10] = [
        "INFO", "DEBUG", "ERROR", "WARNING", "WARN", "TRACE", "FATAL", "CRITICAL", "NOTICE",
        "SEVERE",
    ];
    let word = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = text.get(..word)?;
    let known = LEVELS.iter().any(|level| level.eq_ignore_ascii_case(name));
    let colon = usize::from(text.get(word..)?.starts_with(": "));
    known.then_some(word + colon)
}

/// `Nov 21 22:55:04 host program[12]: `
fn syslog(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(3), Some(b' ')) {
        return None;
    }
    let day = bytes.iter().skip(4).take(3).position(u8::is_ascii_digit)? + 4;
    let blank = bytes.iter().skip(day).take(3).position(|b| *b == b' ')? + day;
    let end = time(text, blank + 1)?;
    let rest = text.get(end..)?;
    let near: usize = rest.bytes().take(80).position(|b| b == b':')?;
    let words = rest
        .get(..near)?
        .split(' ')
        .filter(|w| !w.is_empty())
        .count();
    (words <= 2 && rest.get(near..)?.starts_with(": ")).then_some(end + near + 1)
}

/// `web-1  | `, in front of everything else.
fn container(text: &str, cut: usize) -> Option<usize> {
    let name = text
        .bytes()
        .take(64)
        .take_while(|b| b.is_ascii_alphanumeric() || b"-_.".contains(b))
        .count();
    let rest = text.get(name..).filter(|_| name > 1 && cut == 0)?;
    let bar = rest.trim_start_matches(' ');
    let blanks = rest.len() - bar.len();
    (blanks > 0 && bar.starts_with("| ")).then_some(name + blanks + 1)
}
