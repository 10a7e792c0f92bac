//! Bodies, and objects that hold a whole exchange.

use std::borrow::Cow;

use super::{LONGEST, Mode, Reader};
use crate::read::data::{self, Token, Tokens};
use crate::read::paste::record::{self, Kind};
use crate::read::paste::status::Found;
use crate::read::paste::{block, command, scan};
use crate::text::{Signs, cut};

impl<'v> Reader<'v, '_> {
    /// What follows the headers of an answer.
    pub(super) fn body(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        for _ in 0..12 {
            let rest = self.text.get(at..)?;
            let line = rest.split('\n').next()?;
            let bare = line.trim();
            let chatter = bare.is_empty()
                || bare == "<"
                || bare.starts_with("* ")
                || (bare.starts_with_any("{}") && bare.ends_with("data]"));
            if !chatter {
                break;
            }
            at += line.len() + 1;
        }
        let rest = self.text.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let rest = self.text.get(start..)?;
        if rest.is_empty() || block::is_boundary(cut::first(rest, 16)) {
            return None;
        }
        if rest.starts_with_any("{[") {
            let end = block::end_of(self.text, start, &mut self.budget)?;
            self.body_block(self.text.get(start..end)?, start, end);
            return Some(end);
        }
        if rest.starts_with('<') && !rest.starts_with("< ") {
            let end = block::page_end(self.text, start);
            self.page(start, end);
            return Some(end);
        }
        if label(rest.split('\n').next()?).is_some() {
            return None;
        }
        let end = start + plain_end(rest);
        let text = self.text.get(start..end)?;
        let command = command::find(self.text, start, text.split('\n').next()?, true);
        if command.is_some_and(|command| command.are_sure()) {
            return None;
        }
        self.out.body(Cow::Borrowed(text.trim_end()), start, end);
        Some(end)
    }

    /// A block or a page that begins in the line.
    pub(super) fn block(&mut self, line: &'v str, mark: usize, at: usize) -> Option<usize> {
        let start = at + mark;
        let head = line.get(..mark).unwrap_or_default();
        let rest = self.text.get(start..)?;
        if block::begins_page(rest) {
            let end = block::page_end(self.text, start);
            self.head(head, at);
            self.page(start, end);
            return Some(end);
        }
        let end = block::end_of(self.text, start, &mut self.budget)?;
        let inside = self.text.get(start..end)?;
        let kind = record::kind(inside);
        let asks = head.contains("equest") && !head.contains("esponse") || head.contains("fetch(");
        match kind {
            Kind::Cause => return None,
            Kind::Body if !Self::is_body(head, inside) => return None,
            Kind::Body => {
                self.head(head, at);
                self.body_block(inside, start, end);
            }
            Kind::Headers | Kind::Record => {
                self.head(head, at);
                let told = self.record(inside, start, kind, asks);
                if kind == Kind::Headers && !asks {
                    self.mode = Mode::Body;
                }
                if !told && kind == Kind::Record && !inside.contains('\n') {
                    self.words(inside, &scan::line(cut::first(inside, LONGEST)), start);
                }
            }
        }
        Some(end)
    }

    /// Takes a page as a body. One inside a text in quotes has its line ends escaped.
    pub(super) fn page(&mut self, start: usize, end: usize) {
        let page = self.text.get(start..end).unwrap_or_default();
        let escaped = page.contains("\\n") || page.contains("\\\"");
        let body = if escaped {
            data::unescape(page)
        } else {
            Cow::Borrowed(page)
        };
        self.out.body(body, start, end);
    }

    /// What stands in front of a block on its line.
    pub(super) fn head(&mut self, head: &'v str, at: usize) {
        if !head.trim().is_empty() {
            self.words(head, &scan::line(cut::first(head, LONGEST)), at);
        }
    }

    /// Whether a block of unknown keys is a body: it stands alone, or behind words that tell of an answer.
    pub(super) fn is_body(head: &str, inside: &str) -> bool {
        let front = head.trim_end();
        if front.is_empty() || front.len() == 3 && front.bytes().all(|b| b.is_ascii_digit()) {
            return true;
        }
        let said = front.ends_with_any(":=-,>\"'`(")
            || front.ends_with("body")
            || front.ends_with("response");
        let short = inside.len() > 2;
        said && short
            && !front.contains("config:")
            && (inside.contains("\":") || inside.contains(": ") || inside.contains("\\\""))
    }

    /// Takes a block as a body, and the status that it names where no line told one.
    pub(super) fn body_block(&mut self, inside: &'v str, start: usize, end: usize) {
        let status = record::status_of(inside);
        self.out.body(Cow::Borrowed(inside), start, end);
        if self.out.now.status.is_none() {
            self.out.now.status = status;
        }
        self.inner(inside, start);
    }

    /// The refusal that a program names in its own failure: `{"status":500,"message":"… returned status 401"}`.
    fn inner(&mut self, inside: &'v str, start: usize) {
        /// More values than the answer of a program that failed has.
        const ENOUGH: usize = 200;
        if !matches!(self.out.now.status, Some(500..=599)) {
            return;
        }
        for token in Tokens::of(inside).take(ENOUGH) {
            let Token::Value(_, text) = token else {
                continue;
            };
            let words = cut::first(text.raw, LONGEST);
            let marks = scan::line(words);
            let is_refusal = |found: &Found| (400..500).contains(&found.status);
            if words.contains(' ') && marks.status.as_ref().is_some_and(is_refusal) {
                let at = inside.find(words).unwrap_or_default();
                self.out.end();
                return self.words(words, &marks, start + at);
            }
        }
    }

    /// Takes the exchanges of an object; whether any has a status.
    pub(super) fn record(&mut self, inside: &'v str, start: usize, kind: Kind, asks: bool) -> bool {
        let mut told = false;
        for draft in record::read(inside, kind == Kind::Headers, asks) {
            told |= draft.status.is_some();
            self.out.record(draft, start, start + inside.len());
        }
        self.inner(inside, start);
        told
    }

    /// `text: …`, `Data: …`, `body : …`: a body of plain text.
    pub(super) fn labelled(&mut self, line: &'v str, at: usize) -> bool {
        if !self.out.wants_body() {
            return false;
        }
        let Some(rest) = label(line) else {
            return false;
        };
        let text = rest.trim().trim_any("\"'");
        if text.is_empty() {
            self.mode = Mode::Body;
        } else {
            self.out.body(Cow::Borrowed(text), at, at + line.len());
        }
        true
    }
}

/// What stands behind the label of a body.
fn label(line: &str) -> Option<&str> {
    const LABELS: [&str; 11] = [
        "response text",
        "response body",
        "response content",
        "responsetext",
        "raw response",
        "text",
        "body",
        "data",
        "content",
        "output",
        "rawcontent",
    ];
    let label = LABELS.iter().find(|label| cut::starts_with(line, label))?;
    let rest = line.get(label.len()..)?.trim_start();
    match rest.strip_prefix(':') {
        Some(rest) => Some(rest),
        // `data = response.json()` is a line of a program.
        None => rest
            .strip_prefix('=')
            .filter(|_| label.starts_with("response")),
    }
}

/// Where a body of plain text ends: in front of an empty line or of another event.
fn plain_end(rest: &str) -> usize {
    let mut end = 0;
    for (count, line) in rest.split('\n').enumerate() {
        if count > 0 && (count > 40 || line.trim().is_empty() || block::is_boundary(line)) {
            break;
        }
        // curl goes on behind a body without a line end.
        if let Some(at) = line
            .find("* Connection #")
            .or_else(|| line.find("* Closing"))
        {
            end += at;
            break;
        }
        end += line.len() + 1;
    }
    end.min(rest.len())
}
