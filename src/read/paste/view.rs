//! The readable view of a pasted text: what programs, terminals and mail put around and into the lines is taken away.

use super::{escape, prefix};
use crate::text::{MappedText, Signs, cut};

/// What the bytes of a line ask for.
#[derive(Clone, Copy, Default)]
struct Odd {
    escapes: bool,
    percents: bool,
    ansi: bool,
}

/// Adds `text`, which stands at `offset`, to the view line by line.
pub(super) fn add(view: &mut MappedText, text: &str, offset: usize) {
    if !view.text().is_empty() && !view.text().ends_with('\n') {
        view.put("\n", offset..offset);
    }
    let mut lines = Lines {
        prefix: prefix::Prefix::default(),
        width: wrap_width(text),
    };
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        let next = rest.get(length + 1..).unwrap_or_default();
        lines.line(view, line, next, offset + at);
        let end = offset + at + length;
        if length < rest.len() && !lines.joins(line, next) {
            view.put("\n", end..end + 1);
        }
        at += length + 1;
    }
}

struct Lines {
    prefix: prefix::Prefix,
    /// The width that the text was broken at, where it was.
    width: Option<usize>,
}

impl Lines {
    fn line(&mut self, view: &mut MappedText, line: &str, next: &str, origin: usize) {
        let trimmed = line.strip_suffix('\r').unwrap_or(line);
        if trimmed.trim_start().starts_with("```") {
            return;
        }
        let cut = self.prefix.length(trimmed, next);
        let body = trimmed.get(cut..).unwrap_or_default();
        let odd = look(body);
        if !(odd.escapes || odd.percents || odd.ansi) {
            return view.copy(body, origin + cut);
        }
        if odd.ansi {
            // Colours may hide the prefix.
            let (plain, map) = escape::without_ansi(body);
            let again = self.prefix.length(&plain, next);
            return escape::copy_mapped(view, &plain, &map, again, origin + cut);
        }
        if odd.percents && escape::is_percent_encoded(body) {
            return escape::percent(view, body, origin + cut);
        }
        if odd.escapes {
            return escape::undo(view, body, origin + cut);
        }
        view.copy(body, origin + cut);
    }

    /// Whether the line end was put there by a terminal of a fixed width.
    fn joins(&self, line: &str, next: &str) -> bool {
        let line = line.strip_suffix('\r').unwrap_or(line);
        self.width
            .is_some_and(|width| line.len() == width && !begins_anew(next))
    }
}

/// Whether a line is a line of its own by its look, not the rest of the line before.
fn begins_anew(next: &str) -> bool {
    let line = cut::line(next);
    let line = line.trim_end();
    let name = line.find_any(": ").unwrap_or(0);
    let header = name > 1
        && line.get(name..).is_some_and(|rest| rest.starts_with(": "))
        && line
            .bytes()
            .take(name)
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    header
        || line.is_empty()
        || [
            "HTTP/", "* ", "< ", "> ", "$ ", "{", "<", "  ", "\t", "curl", "--- ",
        ]
        .iter()
        .any(|sign| line.starts_with(sign))
}

/// The width of a terminal that broke the lines: the longest line's, where several are as long or the width is a usual one.
fn wrap_width(text: &str) -> Option<usize> {
    let (mut width, mut count, mut length) = (0, 0_u32, 0);
    for b in text.bytes() {
        match b {
            b'\n' => {
                if length > width {
                    (width, count) = (length, 1);
                } else if length == width {
                    count += 1;
                }
                length = 0;
            }
            b'\r' => {}
            _ => length += 1,
        }
        if length > 250 {
            return None;
        }
    }
    let usual = matches!(width, 72 | 76 | 78 | 80 | 100 | 120 | 132);
    ((60..=250).contains(&width) && length <= width && (usual || count >= 3)).then_some(width)
}

fn look(line: &str) -> Odd {
    let mut odd = Odd::default();
    for b in line.bytes() {
        match b {
            b'\\' | b'&' => odd.escapes = true,
            b'%' => odd.percents = true,
            0x1b | b'\r' | 0x08 => odd.ansi = true,
            _ => {}
        }
    }
    odd
}
