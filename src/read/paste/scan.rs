//! One pass over a line for what is worth a closer look.

use super::address::{self, Address};
use super::block;
use super::status::{self, Found};

/// How many addresses of a line are weighed.
const ADDRESSES: usize = 6;

/// What stands in a line.
#[derive(Default)]
pub(super) struct Marks {
    /// The first number that is a status.
    pub(super) status: Option<Found>,
    /// `HTTP/`
    pub(super) http: Option<usize>,
    /// A bracket or a tag that may open a block.
    pub(super) block: Option<usize>,
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

/// Looks at each byte of a line once.
pub(super) fn line(line: &str) -> Marks {
    let mut marks = Marks::default();
    let bytes = line.as_bytes();
    let mut digits = 0;
    let mut word = 0;
    for (at, b) in bytes.iter().enumerate() {
        if b.is_ascii_digit() {
            digits += 1;
            let last = !bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if digits == 3 && last && marks.status.is_none() {
                marks.status = status::judge(line, at - 2);
            }
            continue;
        }
        digits = 0;
        match b {
            b' ' => word = at,
            b':' if follows(bytes, at, b"://") => {
                word = at + 3;
                marks.add(at);
            }
            // A path alone; behind a scheme it is a part of the address.
            b'/' if follows(bytes, at, b"/rest/") && word <= at && !is_within(bytes, word, at) => {
                marks.add(at);
            }
            b'H' | b'h'
                if marks.http.is_none()
                    && (follows(bytes, at, b"HTTP/") || follows(bytes, at, b"http/")) =>
            {
                marks.http = Some(at);
            }
            b'{' | b'<' | b'[' | b'm' if marks.block.is_none() && opens(line, at) => {
                marks.block = Some(at);
            }
            _ => {}
        }
    }
    marks
}

fn follows(bytes: &[u8], at: usize, text: &[u8]) -> bool {
    bytes.get(at..at + text.len()) == Some(text)
}

/// Whether the word of the path has a scheme in front of it.
fn is_within(bytes: &[u8], word: usize, _at: usize) -> bool {
    word >= 3
        && word
            .checked_sub(3)
            .is_some_and(|from| follows(bytes, from, b"://"))
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
    const WORDS: Words<17> = Words::of([
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
    WORDS.find(status::tail_head(line, 2000)).is_some()
}

/// Several words that are looked for at once.
pub(super) struct Words<const N: usize> {
    words: [&'static str; N],
    /// The bytes that any of them begins with.
    first: [bool; 256],
}

impl<const N: usize> Words<N> {
    /// None of the words is empty.
    pub(super) const fn of(words: [&'static str; N]) -> Self {
        let mut first = [false; 256];
        let mut at = 0;
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when the program is built"
        )]
        while at < N {
            first[words[at].as_bytes()[0] as usize] = true;
            at += 1;
        }
        Self { words, first }
    }

    /// The first place of any of them, and which it is.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        for (at, b) in bytes.iter().enumerate() {
            if !self.first.get(usize::from(*b)).is_some_and(|first| *first) {
                continue;
            }
            let rest = bytes.get(at..).unwrap_or_default();
            if let Some(word) = self
                .words
                .iter()
                .position(|word| rest.starts_with(word.as_bytes()))
            {
                return Some((at, word));
            }
        }
        None
    }
}
