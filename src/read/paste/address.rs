//! Addresses, paths and methods in a line.

use crate::net::{UrlParts, hosts};
use crate::text::{Signs, cut};

/// The methods, as they are printed.
pub(super) const METHODS: [&str; 8] = [
    "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "CONNECT",
];

/// The longest target of a request that its first line is read with.
const LONGEST_TARGET: usize = 8 * 1024;

/// An address in a line.
#[derive(Clone, Copy)]
pub(super) struct Address<'t> {
    pub(super) text: &'t str,
    /// How sure it is the one that was asked.
    pub(super) rank: u8,
    /// The byte where it begins.
    pub(super) at: usize,
}

/// The address around the `://` or the path that stands at `mark`.
pub(super) fn around(line: &str, mark: usize) -> Option<Address<'_>> {
    let before = line.get(..mark)?;
    let is_path = !line.get(mark..)?.starts_with("://");
    let start = before
        .rfind(|c: char| {
            !(c.is_ascii_alphanumeric() || "-._*@:\\".contains(c) || c == '/' && is_path)
        })
        .map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    let rest = line.get(start..)?;
    let opening = before
        .get(..start)
        .and_then(|text| text.chars().next_back());
    let end = end_of(rest, opening);
    let text = rest.get(..end)?.trim_end_any(".,;:\\!?…");
    // `Get:https://…` is no scheme of that name.
    let text = text
        .rsplit_once("http")
        .filter(|(front, _)| front.ends_with(':'))
        .map_or(text, |(front, _)| text.get(front.len()..).unwrap_or(text));
    if text.len() < 2 {
        return None;
    }
    let rank = rank(text, line.get(..start)?);
    Some(Address {
        text,
        rank,
        at: start,
    })
}

/// Where an address ends: at a blank, at a quote, or at the bracket that closes the one in front of it.
fn end_of(rest: &str, opening: Option<char>) -> usize {
    let close = match opening {
        Some('(') => ')',
        Some('[') => ']',
        Some('\'') => '\'',
        _ => '\0',
    };
    let near = rest
        .find(|c: char| c.is_whitespace() || "\"<>`|{}^".contains(c) || c == close || c == '\'');
    let end = near.unwrap_or(rest.len());
    let text = rest.get(..end).unwrap_or_default();
    // A bracket or a comma that ends it belongs to the sentence.
    text.trim_end_any(")],").len()
}

/// Tells the address that was asked from those that a text mentions.
fn rank(text: &str, before: &str) -> u8 {
    let parts = UrlParts::of(text);
    let (host, path) = (parts.host, parts.tail());
    let front = before.trim_end_any(" `'\"");
    let advised = ["migrate to", "migrate to the", " use", "use the"]
        .iter()
        .any(|words| front.ends_with(words));
    if hosts::is_reference(host) || is_source(path) || advised {
        return 0;
    }
    let asked = [
        "/rest/",
        "/ex/jira",
        "/ex/confluence",
        "/_edge/",
        "/wiki",
        "/browse/",
        "/oauth",
        "/2.0/",
    ]
    .iter()
    .any(|known| path.contains(known));
    let mentioned = asks(before) || host.contains(".atlassian.net");
    match (asked, mentioned) {
        (true, true) => 4,
        (true, false) => 3,
        (false, true) => 2,
        (false, false) => 1,
    }
}

/// Whether the words in front say that what follows was asked for.
fn asks(before: &str) -> bool {
    const WORDS: [&str; 20] = [
        "url", "GET", "POST", "PUT", "DELETE", "HEAD", "Get", "Post", "Put", "to", "from", "at",
        "uri", "Uri", "for", "URL", "URI", "Request", "request", "load",
    ];
    let front = before.trim_end_any(" \"':=(`<");
    WORDS.iter().any(|word| front.ends_with(word))
}

/// A place in a program or a file of a page: `check.js:4:21`.
fn is_source(path: &str) -> bool {
    let file = path.until_any("?#:");
    [
        ".js", ".mjs", ".ts", ".tsx", ".css", ".png", ".svg", ".html", ".dtd", ".py", ".rb", ".php",
    ]
    .iter()
    .any(|end| file.ends_with(end))
}

/// `GET /rest/api/3/myself HTTP/1.1` wherever it stands: method, target, and the byte behind the version.
pub(super) fn request_line(line: &str, http: usize) -> Option<(&'static str, &str, usize)> {
    let before = line.get(..http)?.trim_end_matches(' ');
    let target_at = before.len() - cut::last(before, LONGEST_TARGET).len();
    let target_at = target_at + before.get(target_at..)?.rfind(' ')? + 1;
    let target = before.get(target_at..)?;
    let front = before.get(..target_at)?.trim_end();
    let method = METHODS.iter().find(|method| front.ends_with(**method))?;
    let begins = front.len() - method.len();
    let clean = front
        .get(..begins)?
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_ascii_alphanumeric());
    let version = line.get(http..)?;
    let end = version
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '/' || c == '.'))
        .unwrap_or(version.len());
    let target_ok = target.starts_with_any("/*") || target.contains("://") || *method == "CONNECT";
    (clean && target_ok).then_some((*method, target, http + end))
}

/// The method in front of an address: `GET https://…`, `Get "https://…`, `method:GET path:api/2`, `"method":"POST"`.
pub(super) fn method_near(line: &str, at: usize) -> Option<&'static str> {
    let front = cut::last(line.get(..at)?, 24);
    let front = front.trim_end_any(" \"':`(,-");
    let word = front.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    let known = METHODS
        .iter()
        .find(|method| word.eq_ignore_ascii_case(method))?;
    // `get` in small letters is an English word.
    let lower = word.bytes().all(|b| b.is_ascii_lowercase());
    (!lower).then_some(*known)
}

/// `method=GET`, `"method":"POST"`
pub(super) fn method_key(line: &str) -> Option<&'static str> {
    let at = line.find("ethod").or_else(|| line.find("METHOD"))?;
    let value = line
        .get(at + 5..)?
        .trim_start_matches(|c: char| !c.is_ascii_alphanumeric() && c != '\n');
    METHODS.iter().copied().find(|method| {
        cut::starts_with(value, method)
            && !value
                .as_bytes()
                .get(method.len())
                .is_some_and(u8::is_ascii_alphanumeric)
    })
}
