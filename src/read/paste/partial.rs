//! Puts what the lines tell together into exchanges.

use std::borrow::Cow;
use std::{mem, vec};

use crate::evidence::{Failure, SentScheme};
use crate::net::UrlParts;
use crate::secret::Secret;

/// How many exchanges are kept of a text with very many: the first ones, and the last, where the failure stands.
const FIRST: usize = 16;
const LAST: usize = 48;

/// What a command sends along with its call.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Data {
    #[default]
    None,
    /// `--data`
    Body,
    /// `--get`: what would be the body is put into the address.
    Query,
}

/// An exchange, as far as its lines were read.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a request"
)]
#[derive(Default)]
pub(super) struct PartialExchange<'v> {
    pub(super) method: Option<Cow<'v, str>>,
    pub(super) url: Option<Cow<'v, str>>,
    pub(super) host: Option<&'v str>,
    pub(super) authorization: Option<Secret>,
    /// The scheme of a header that was sent and not printed.
    pub(super) scheme: Option<SentScheme>,
    pub(super) status: Option<u16>,
    pub(super) headers: Vec<(Cow<'v, str>, Cow<'v, str>)>,
    pub(super) body: Option<Cow<'v, str>>,
    /// First and last byte in the view.
    pub(super) place: Option<(usize, usize)>,
    /// The request was announced: by a command, or by a line of the request itself.
    pub(super) asked: bool,
    /// The first line of the request was printed.
    pub(super) printed: bool,
    /// What the command sends along.
    pub(super) data: Data,
    /// The command writes the body elsewhere.
    pub(super) bodiless: bool,
    /// Why nothing whole came back.
    pub(super) failure: Option<Failure>,
}

impl PartialExchange<'_> {
    fn has_answer(&self) -> bool {
        self.status.is_some() || !self.headers.is_empty() || self.body.is_some()
    }

    fn is_evidence(&self) -> bool {
        self.has_answer() || self.url.is_some() || self.authorization.is_some() || self.asked
    }

    fn touch(&mut self, start: usize, end: usize) {
        self.place = Some(match self.place {
            Some((from, to)) => (from.min(start), to.max(end)),
            None => (start, end),
        });
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().rev();
        let (_, value) = all.find(|(typed, _)| typed.eq_ignore_ascii_case(name))?;
        Some(value)
    }
}

/// The exchanges so far, and the one that the lines speak of.
#[derive(Default)]
pub(super) struct Exchanges<'v> {
    done: Vec<PartialExchange<'v>>,
    pub(super) now: PartialExchange<'v>,
    /// Requests that commands announced and nothing answered yet.
    waiting: vec::IntoIter<PartialExchange<'v>>,
    /// Where a redirect led, and the header that goes along.
    redirected: Option<(String, Option<Secret>)>,
}

impl<'v> Exchanges<'v> {
    /// All of them, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<PartialExchange<'v>> {
        self.end();
        self.keep_waiting();
        self.forget();
        self.done
    }

    /// What was announced and got no answer.
    fn keep_waiting(&mut self) {
        for draft in mem::take(&mut self.waiting) {
            self.keep(draft);
        }
    }

    fn keep(&mut self, draft: PartialExchange<'v>) {
        // Many at once: each removal moves those that stay.
        if self.done.len() >= FIRST + 2 * LAST {
            self.forget();
        }
        self.done.push(draft);
    }

    /// Removes those between the first and the last.
    fn forget(&mut self) {
        let last = self.done.len().saturating_sub(LAST);
        if last > FIRST {
            self.done.drain(FIRST..last);
        }
    }

    /// What follows belongs to another exchange.
    pub(super) fn end(&mut self) {
        let draft = mem::take(&mut self.now);
        if !draft.is_evidence() {
            return;
        }
        self.redirected = redirect(&draft);
        self.keep(draft);
    }

    /// Commands announce requests. Those that were announced before got no answer.
    pub(super) fn commands(&mut self, drafts: Vec<PartialExchange<'v>>) {
        self.end();
        self.redirected = None;
        self.keep_waiting();
        self.waiting = drafts.into_iter();
    }

    /// An exchange that is whole.
    pub(super) fn whole(&mut self, draft: PartialExchange<'v>) {
        self.commands(Vec::new());
        self.keep(draft);
    }

    /// Turns to the request that waits for an answer, where there is one.
    fn take_waiting(&mut self) {
        if self.now.asked || self.now.url.is_some() {
            return;
        }
        if let Some(mut draft) = self.waiting.next() {
            draft.host = self.now.host.take();
            self.now = draft;
        } else if let Some((url, authorization)) = self.redirected.take() {
            self.now.method = Some(Cow::Borrowed("GET"));
            self.now.url = Some(Cow::Owned(url));
            self.now.authorization = authorization;
        }
    }

    /// A line of a request.
    pub(super) fn request(&mut self, method: &'v str, target: &'v str, start: usize, end: usize) {
        if self.now.has_answer() || self.now.printed {
            self.end();
        }
        if self.now.url.is_none() {
            self.take_waiting();
        }
        self.now.asked = true;
        self.now.printed = true;
        self.now.method = Some(Cow::Borrowed(method));
        let known = self.now.url.as_deref().is_some_and(|url| {
            method == "CONNECT" || url.ends_with(target) || url.contains(target) && target.len() > 1
        });
        if !known {
            self.now.url = Some(Cow::Borrowed(target));
        }
        self.now.touch(start, end);
    }

    /// An address that a line names beside what it tells.
    pub(super) fn url(&mut self, url: &'v str, method: Option<&'v str>, start: usize, end: usize) {
        let other = self
            .now
            .url
            .as_deref()
            .is_some_and(|known| !same(known, url));
        if other && (self.now.has_answer() || self.now.asked) {
            self.end();
        }
        if self.now.url.is_none() {
            self.take_waiting();
            let fits = self.now.url.as_deref().is_none_or(|known| same(known, url));
            if !fits {
                // The client asked elsewhere, after a redirect it did not print.
                self.now.url = None;
            }
        }
        if self.now.url.is_none()
            || self
                .now
                .url
                .as_deref()
                .is_some_and(|known| known.len() < url.len())
        {
            self.now.url = Some(Cow::Borrowed(url));
        }
        if self.now.method.is_none() {
            self.now.method = method.map(Cow::Borrowed);
        }
        self.now.touch(start, end);
    }

    /// Whether a status and a target are those of the exchange that was printed in full just now.
    pub(super) fn repeats(&self, target: &str, status: u16) -> bool {
        self.now.status == Some(status)
            && self
                .now
                .url
                .as_deref()
                .is_some_and(|url| url.ends_with(target))
    }

    /// The whole address that a verbose client names: `OPENED stream for https://…`.
    pub(super) fn whole_url(&mut self, url: &'v str) {
        if self.now.has_answer() {
            self.end();
        }
        self.take_waiting();
        self.now.url = Some(Cow::Borrowed(url));
    }

    /// The first line of an answer.
    pub(super) fn answer(&mut self, status: u16, start: usize, end: usize) {
        // What a client says first in its own words, it may print in full afterwards.
        let told = self.now.status == Some(status)
            && self.now.headers.is_empty()
            && self.now.body.is_none();
        if self.now.has_answer() && !told {
            self.end();
        }
        self.take_waiting();
        self.now.status = Some(status);
        self.now.touch(start, end);
    }

    /// A status that a line tells in words.
    pub(super) fn status(&mut self, status: u16, start: usize, end: usize) {
        if self.now.status.is_some_and(|known| known != status) {
            self.end();
        }
        self.take_waiting();
        self.now.status = Some(status);
        self.now.touch(start, end);
    }

    pub(super) fn header(
        &mut self,
        name: Cow<'v, str>,
        value: Cow<'v, str>,
        start: usize,
        end: usize,
    ) {
        if !self.now.has_answer() {
            self.take_waiting();
        }
        if self.now.headers.len() < 200 {
            self.now.headers.push((name, value));
        }
        self.now.touch(start, end);
    }

    /// The second line of the last header; `false` where there is none.
    pub(super) fn go_on_with_header(&mut self, more: &str, end: usize) -> bool {
        let Some((_, value)) = self.now.headers.last_mut() else {
            return false;
        };
        let value = value.to_mut();
        value.push(' ');
        value.push_str(more);
        self.now.touch(end, end);
        true
    }

    pub(super) fn authorization(&mut self, value: Secret) {
        if self.now.authorization.is_none() {
            self.now.authorization = Some(value);
        }
    }

    pub(super) fn body(&mut self, body: Cow<'v, str>, start: usize, end: usize) {
        if self.now.bodiless && self.waiting.len() > 0 {
            self.end();
        }
        if self
            .now
            .body
            .as_ref()
            .is_some_and(|known| !known.trim().is_empty())
        {
            // The same body is printed twice by some clients; a longer one is the whole.
            if self.now.status.is_some()
                && self.waiting.len() > 0
                && self.now.place.is_some_and(|(_, at)| at < start)
            {
                self.end();
            } else if self
                .now
                .body
                .as_ref()
                .is_some_and(|known| known.len() >= body.len())
            {
                self.now.touch(start, end);
                return;
            }
        }
        self.take_waiting();
        self.now.body = Some(body);
        self.now.touch(start, end);
    }

    /// An exchange that one object told. What lines told of the same one before is kept.
    pub(super) fn record(&mut self, draft: PartialExchange<'v>, start: usize, end: usize) {
        let now = &self.now;
        let agrees = now
            .status
            .is_none_or(|known| draft.status.is_none_or(|status| status == known))
            && (now.headers.is_empty() || draft.headers.is_empty())
            && now
                .url
                .as_deref()
                .is_none_or(|known| draft.url.as_deref().is_none_or(|url| same(known, url)));
        if !agrees {
            self.end();
        }
        if draft.url.is_none() {
            self.take_waiting();
        }
        let now = &mut self.now;
        now.method = draft.method.or(now.method.take());
        now.url = draft.url.or(now.url.take());
        now.status = draft.status.or(now.status);
        now.authorization = draft.authorization.or(now.authorization.take());
        now.body = draft.body.or(now.body.take());
        if !draft.headers.is_empty() {
            now.headers = draft.headers;
        }
        now.touch(start, end);
    }

    /// Whether the lines have told a status that no body followed yet.
    pub(super) fn wants_body(&self) -> bool {
        self.now.status.is_some() && self.now.body.is_none()
    }

    /// Whether a command waits for an answer.
    pub(super) fn is_waited(&self) -> bool {
        self.waiting.len() > 0
    }

    /// A line that a client prints instead of an answer.
    pub(super) fn failure(&mut self, start: usize, end: usize) {
        if self.now.has_answer() && self.waiting.len() > 0 {
            self.end();
        }
        if !self.now.has_answer() {
            self.take_waiting();
        }
        if self.now.is_evidence() {
            self.now.touch(start, end);
        }
    }
}

/// Whether two addresses are one, of which a line may show the path alone.
fn same(known: &str, url: &str) -> bool {
    let (known, url) = (known.trim_end_matches('/'), url.trim_end_matches('/'));
    known.ends_with(url) || url.ends_with(known) || known.starts_with(url) || url.starts_with(known)
}

/// Where an answer leads to. The header goes along to the same host alone.
fn redirect(draft: &PartialExchange<'_>) -> Option<(String, Option<Secret>)> {
    draft.status.filter(|status| (300..400).contains(status))?;
    let location = draft.header("location")?;
    let url = draft.url.as_deref().unwrap_or_default();
    let parts = UrlParts::of_reference(url);
    let origin = if parts.scheme.is_empty() {
        ""
    } else {
        parts.origin()
    };
    if location.starts_with('/') {
        return Some((format!("{origin}{location}"), draft.authorization.clone()));
    }
    let stays = !origin.is_empty() && location.starts_with(origin);
    let authorization = draft.authorization.clone().filter(|_| stays);
    Some((location.to_owned(), authorization))
}
