//! What single lines tell: the first lines of messages, and the words of clients and logs.

use std::borrow::Cow;

use super::{LONGEST, Mode, Reader, wrapped};
use crate::read::paste::address::{self, Address};
use crate::read::paste::scan;
use crate::read::paste::status;
use crate::secret::Secret;
use crate::text::{Signs, cut};

impl<'v> Reader<'v, '_> {
    /// What a line tells in words: an address, a status.
    pub(super) fn words(&mut self, line: &'v str, marks: &scan::Marks, at: usize) {
        let near = cut::first(line, LONGEST);
        let found = marks
            .status
            .or_else(|| status::by_name(near))
            .or_else(|| self.bare(near, at));
        let failure = found.is_some() || scan::is_failure(near);
        if let Some(address) = marks.address(near) {
            self.address(near, address, found.is_some(), failure, at);
        }
        if failure && let Some(host) = pool(near) {
            self.pooled(near, host, at);
        }
        let end = at + line.len();
        if let Some(found) = found {
            self.out.status(found.status, at, end);
        } else if failure {
            self.out.failure(at, end);
        }
    }

    /// A number alone on its line, or in front of what looks like an answer: what a program prints of a status.
    pub(super) fn bare(&self, line: &str, at: usize) -> Option<status::Found> {
        let code: u16 = line
            .get(..3)?
            .parse()
            .ok()
            .filter(|code| (100..600).contains(code))?;
        let behind = line.get(3..)?;
        let follows = self
            .text
            .get(at + line.len()..)
            .unwrap_or_default()
            .trim_start();
        let alone = behind.is_empty()
            && (self.prompted || self.out.is_waited() || follows.starts_with_any("{<"));
        let typed = [" application/", " text/", " {\"", " <!", " <html"]
            .iter()
            .any(|sign| behind.starts_with(sign));
        (alone || typed).then_some(status::Found { status: code })
    }

    pub(super) fn address(
        &mut self,
        line: &'v str,
        address: Address<'v>,
        told: bool,
        failure: bool,
        at: usize,
    ) {
        let method = address::method_near(line, address.at).or_else(|| address::method_key(line));
        let needed = if told || failure || method.is_some() {
            2
        } else {
            3
        };
        let only = told && self.out.now.url.is_none() && address.rank > 0;
        if address.rank >= needed || only {
            let start = at + address.at;
            self.out.url(
                address.text.trim_start_matches('*'),
                method,
                start,
                at + line.len(),
            );
        }
    }

    /// `HTTPSConnectionPool(host='acme.atlassian.net', port=443): … with url: /rest/api/3/myself`
    pub(super) fn pooled(&mut self, line: &'v str, host: &'v str, at: usize) {
        let url = self.out.now.url.as_deref().unwrap_or_default();
        if !url.is_empty() && !url.starts_with('/') {
            return;
        }
        let scheme = if line.contains("HTTPSConnection") {
            "https"
        } else {
            "http"
        };
        let port = line
            .split_once("port=")
            .map_or("", |(_, rest)| rest.split(')').next().unwrap_or_default());
        let usual = matches!((scheme, port), ("https", "443") | ("http", "80") | (_, ""));
        let colon = if usual { "" } else { ":" };
        let port = if usual { "" } else { port };
        let whole = format!("{scheme}://{host}{colon}{port}{url}");
        self.out.now.url = Some(Cow::Owned(whole));
        self.out.failure(at, at + line.len());
    }

    /// A first line of a request or of an answer.
    pub(super) fn message(&mut self, line: &'v str, http: usize, at: usize) -> bool {
        let end = at + line.len();
        if let Some((method, target, behind)) = address::request_line(line, http) {
            let rest = line.get(behind..).unwrap_or_default();
            let digits = rest.trim_start_any("\" '`->");
            let found = status::judge(line, line.len() - digits.len())
                .filter(|_| digits.len() < rest.len());
            if found.is_some_and(|found| self.out.repeats(target, found.status)) {
                return true;
            }
            self.request(line, method, target, at);
            match found {
                Some(found) => self.out.status(found.status, at, end),
                None => self.mode = Mode::Asked,
            }
            return true;
        }
        let version = line.get(http + 5..).unwrap_or_default();
        let length = version
            .bytes()
            .take_while(|b| b.is_ascii_digit() || *b == b'.')
            .count();
        let rest = version.get(length..).unwrap_or_default();
        let digits = rest.trim_start_matches(' ');
        if length == 0 || digits.len() == rest.len() {
            return false;
        }
        let code = digits.get(..3).filter(|_| {
            !digits
                .as_bytes()
                .get(3)
                .is_some_and(u8::is_ascii_alphanumeric)
        });
        let Some(code) = code
            .and_then(|code| code.parse().ok())
            .filter(|code| (100..600).contains(code))
        else {
            return false;
        };
        self.out.answer(code, at, end);
        self.mode = Mode::Answered;
        true
    }

    pub(super) fn request(&mut self, line: &'v str, method: &'v str, target: &'v str, at: usize) {
        let end = at + line.len();
        self.out.request(method, target, at, end);
        // `https://host "GET /path HTTP/1.1"`, as Python's urllib3 says it.
        let origin = line
            .find("://")
            .and_then(|mark| address::around(line, mark))
            .map(|found| found.text);
        if let Some(origin) =
            origin.filter(|origin| target.starts_with('/') && !origin.ends_with(target))
        {
            let origin = origin.strip_suffix(":443").unwrap_or(origin);
            let whole = format!("{}{target}", origin.trim_end_matches('/'));
            self.out.now.url = Some(Cow::Owned(whole));
        }
    }

    /// A client that refuses to send a header prints it: `invalid header value: "Basic …"`.
    pub(super) fn refused(&mut self, line: &'v str, at: usize) -> bool {
        let said = self.refused.next(self.text, at) - at;
        let Some(value) = line.get(said..).filter(|value| !value.is_empty()) else {
            return false;
        };
        let Some(begin) = ["Basic ", "Bearer "]
            .iter()
            .find_map(|scheme| value.find(scheme))
        else {
            return false;
        };
        let start = at + line.len() - value.len() + begin;
        let line_end = at + line.len();
        let more = wrapped_quoted(self.text.get(line_end..).unwrap_or_default());
        let whole = self.text.get(start..line_end + more).unwrap_or_default();
        let whole = whole.until_any("\"'");
        self.out
            .authorization(Secret::from(whole.replace("\\n", "\n")));
        self.out.now.place.get_or_insert((at, line_end));
        true
    }
}

/// As [`wrapped`], to the end of the line whose quote closes the value.
fn wrapped_quoted(behind: &str) -> usize {
    let length = wrapped(behind);
    let rest = behind
        .get(length..)
        .and_then(|rest| rest.strip_prefix('\n'))
        .unwrap_or_default();
    let line = cut::line(rest);
    if line.ends_with_any("\"'") && line.len() < 200 {
        length + 1 + line.len()
    } else {
        length
    }
}

/// The host of a pool of connections, as Python's urllib3 names it.
fn pool(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("ConnectionPool(host='")?;
    rest.split('\'').next()
}
