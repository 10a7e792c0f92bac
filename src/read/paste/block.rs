//! Blocks in brackets and pages of HTML: how far they go.

use crate::text::cut;

/// The longest block worth reading as one.
const LONGEST: usize = 1024 * 1024;

/// Lines at which a block that is cut off ends at the latest: another event begins.
const BOUNDARIES: [&str; 14] = [
    "$ ",
    "HTTP/1.",
    "HTTP/2",
    "HTTP/3",
    "* Connection",
    "* Closing",
    "* ",
    "curl: (",
    "Traceback",
    "< HTTP/",
    "> GET ",
    "> POST ",
    "PS C:\\",
    "--20",
];

/// Whether a line begins another event than a body's.
pub(super) fn is_boundary(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    BOUNDARIES.iter().any(|sign| line.starts_with(sign))
}

/// Where the block ends that the bracket at `at` opens: behind the bracket that closes it, else in front of what cannot be in
/// it. `budget` says how many bytes may still be looked at, so that many brackets that nothing closes stay cheap.
pub(super) fn end_of(text: &str, at: usize, budget: &mut usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let last = text.len().min(at + LONGEST.min(*budget));
    let mut depth = 0_usize;
    let mut here = at;
    while here < last {
        match bytes.get(here) {
            Some(b'{' | b'[') => depth += 1,
            Some(b'}' | b']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    *budget = budget.saturating_sub(here - at);
                    return Some(here + 1);
                }
            }
            Some(b'\\') => here += 1,
            Some(quote @ (b'"' | b'\'' | b'`')) if opens(bytes, here) => {
                here += string(bytes, here, *quote).unwrap_or(1) - 1;
            }
            Some(b'\n')
                if is_boundary(cut::first(text.get(here + 1..).unwrap_or_default(), 16)) =>
            {
                break;
            }
            Some(_) => {}
            None => break,
        }
        here += 1;
    }
    *budget = budget.saturating_sub(here.saturating_sub(at));
    let end = cut::first(text, here).len();
    (end > at).then_some(end)
}

/// Whether a quote can open a text: behind a letter it is an apostrophe, or it closes.
fn opens(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| bytes.get(at));
    before.is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'\\')
}

/// The length of a text in quotes with both of them; `None` where nothing closes it on its line.
fn string(bytes: &[u8], at: usize, quote: u8) -> Option<usize> {
    let mut here = at + 1;
    loop {
        match bytes.get(here)? {
            b'\\' => here += 1,
            b'\n' => return None,
            b if *b == quote => return Some(here + 1 - at),
            _ => {}
        }
        here += 1;
    }
}

/// Whether a page or a document of XML begins here.
pub(super) fn begins_page(rest: &str) -> bool {
    [
        "<!doctype",
        "<html",
        "<?xml",
        "<status>",
        "<head",
        "<errors",
        "<title",
    ]
    .iter()
    .any(|tag| cut::starts_with(rest, tag))
}

/// Where a page ends: behind its last tag, else in front of another event.
pub(super) fn page_end(text: &str, at: usize) -> usize {
    let rest = cut::first(text.get(at..).unwrap_or_default(), LONGEST);
    let mut from = 0;
    while let Some(length) = rest
        .get(from..)
        .and_then(|line| line.find('\n').or(Some(line.len())))
    {
        let line = rest.get(from..from + length).unwrap_or_default();
        if let Some(tag) = closing(line) {
            return at + from + tag;
        }
        if from > 0 && is_boundary(line) && !line.starts_with("* ") {
            return at + from;
        }
        from += length + 1;
        if from >= rest.len() {
            break;
        }
    }
    at + rest.len()
}

/// The byte behind `</html>` or behind the end of a small document.
fn closing(line: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = line.get(from..)?.find("</") {
        let tag = line.get(from + at..)?;
        if cut::starts_with(tag, "</html>")
            || cut::starts_with(tag, "</errors>")
            || cut::starts_with(tag, "</status>")
        {
            return Some(from + at + tag.find('>')? + 1);
        }
        from += at + 2;
    }
    None
}
