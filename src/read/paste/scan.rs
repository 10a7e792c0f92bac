//! One pass over a line for what is worth a closer look.

use super::address::{self, Address};
use super::block;
use super::literals::Words;
use super::status::{self, Found};
use crate::text::cut;

/// How many addresses of a line are weighed.
const ADDRESSES: usize = 6;

/// What stands in a line.
#[derive(Default)]
pub(super) struct Marks {
    /// The first number that is a status.
    pub(super) status: Option<Found>,
    /// Each `://`, and each path of the API.
    addresses: [usize; ADDRESSES],
    count: usize,
}

impl Marks {
    fn add(&mut self, at: usize) {
        if let Some(slot) = self.addresses.get_mut(self.count) {
            *slot = at;
            self.count += 1;
        }
    }

    /// The address that was asked, most likely.
    pub(super) fn address<'t>(&self, line: &'t str) -> Option<Address<'t>> {
        let mut best: Option<Address<'t>> = None;
        for at in self.addresses.iter().take(self.count) {
            if let Some(found) = address::around(line, *at)
                && best.is_none_or(|best| found.rank > best.rank)
            {
                best = Some(found);
            }
        }
        best.filter(|best| best.rank > 0)
    }
}

/// What stands in a whole line, or in a part of one.
pub(super) fn line(line: &str) -> Marks {
    Scan::of(line).finish()
}

/// Looks at each byte of a line once, as far as its reader needs it.
pub(super) struct Scan<'t> {
    line: &'t str,
    at: usize,
    digits: usize,
    /// Where the word begins, or its address.
    word: usize,
    marks: Marks,
}

impl<'t> Scan<'t> {
    pub(super) fn of(line: &'t str) -> Self {
        Self {
            line,
            at: 0,
            digits: 0,
            word: 0,
            marks: Marks::default(),
        }
    }

    /// The next bracket or tag that may open a block.
    pub(super) fn next_block(&mut self) -> Option<usize> {
        let bytes = self.line.as_bytes();
        while let Some(&b) = bytes.get(self.at) {
            let at = self.at;
            self.at += 1;
            if b.is_ascii_digit() {
                self.digit(at);
                continue;
            }
            self.digits = 0;
            match b {
                b' ' => self.word = at,
                b':' if follows(bytes, at, b"://") => {
                    self.word = at + 3;
                    self.marks.add(at);
                }
                // A path alone; behind a scheme it is a part of the address.
                b'/' if follows(bytes, at, b"/rest/")
                    && self.word <= at
                    && !self.is_in_address() =>
                {
                    self.marks.add(at);
                }
                b'{' | b'<' | b'[' | b'm' if opens(self.line, at) => return Some(at),
                _ => {}
            }
        }
        None
    }

    fn digit(&mut self, at: usize) {
        self.digits += 1;
        let is_last = !self
            .line
            .as_bytes()
            .get(at + 1)
            .is_some_and(u8::is_ascii_digit);
        if self.digits != 3 || !is_last {
            return;
        }
        match self.marks.status {
            None => self.marks.status = status::judge(self.line, at - 2),
            // "500: returned status 401": the program failed because it was refused.
            Some(Found { status: 500.. }) => {
                let inner = status::judge(self.line, at - 2);
                let refusal = inner.filter(|inner| (400..500).contains(&inner.status));
                self.marks.status = refusal.or(self.marks.status.take());
            }
            Some(_) => {}
        }
    }

    /// Whether the word has a scheme in front of it.
    fn is_in_address(&self) -> bool {
        let scheme = self.word.checked_sub(3);
        scheme.is_some_and(|from| follows(self.line.as_bytes(), from, b"://"))
    }

    /// All that stands in the line.
    pub(super) fn finish(mut self) -> Marks {
        while self.next_block().is_some() {}
        self.marks
    }
}

fn follows(bytes: &[u8], at: usize, text: &[u8]) -> bool {
    bytes.get(at..at + text.len()) == Some(text)
}

/// Whether a block can open here: an object, a list of them, a table of Go, a page.
fn opens(line: &str, at: usize) -> bool {
    let Some(rest) = line.get(at..) else {
        return false;
    };
    let behind = |length: usize| {
        rest.get(length..)
            .unwrap_or_default()
            .trim_start()
            .chars()
            .next()
    };
    if rest.starts_with('<') {
        return block::begins_page(rest);
    }
    if rest.starts_with("map[") {
        return behind(4).is_some_and(char::is_alphabetic);
    }
    if rest.starts_with('[') {
        return at == 0 && matches!(behind(1), None | Some('{' | ']'));
    }
    let before = line.get(..at).and_then(|before| before.chars().next_back());
    rest.starts_with('{')
        && !matches!(before, Some('$' | '{' | '%' | '#'))
        && !rest.starts_with("{{")
        && behind(1).is_none_or(|c| c.is_alphabetic() || "\"'\\}:{_[`".contains(c))
}

/// Whether a line tells of a failure in the words of a client.
pub(super) fn is_failure(line: &str) -> bool {
    static WORDS: Words = Words::of(&[
        "curl: (",
        "rror",
        "ailed",
        "ailure",
        "xception",
        "refused",
        "resolve",
        "timed out",
        "net::ERR",
        "CORS",
        "ENOTFOUND",
        "certificate",
        "dial tcp",
        "x509",
        "unsupported protocol",
        "nvalid",
        "ixed Content",
    ]);
    WORDS.find(cut::first(line, 2000)).is_some()
}
