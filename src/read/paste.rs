//! A pasted text: finds the exchanges in it, in whatever form a program printed them.
//!
//! First the text is made readable: what terminals, logs and mail put around the lines is taken away, and every byte
//! remembers where it stood (`view`). Then one pass over the lines tells what each is (`reader`), and puts what they tell
//! together (`draft`). Nothing is read twice, so that a text of any form takes time in proportion to its length.

mod address;
mod block;
mod command;
mod escape;
mod header;
mod level;
mod literals;
mod partial;
mod prefix;
mod printed;
mod reader;
mod record;
mod scan;
mod script;
mod status;
#[cfg(test)]
mod tests;
mod view;

use self::level::Level;
use self::partial::{Data, PartialExchange};
use self::script::Script;
use std::ops::Range;

use crate::evidence::Field;
use crate::input::Placed;
use crate::read::exchange::{Body, Content, Exchange, Form, Headers, Sent};
use crate::read::header::Header;
use crate::read::known_texts::{self, Hit, Known, Signature};
use crate::read::sentences::{self, Said};
use crate::read::settings::{self, Stated};
use crate::read::site::HostReader;
use crate::span::{Span, Spans};
use crate::text::{MappedText, cut};

/// The longest text that is read whole; of a longer one both halves of this many bytes.
const LONGEST: usize = 8 * 1024 * 1024;

/// What was found in a pasted text.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a text"
)]
#[derive(Clone, Debug, Default)]
pub struct Paste {
    /// The exchanges, in the order of the text. A bare "401" in a log line is an exchange with a status alone.
    pub exchanges: Vec<Exchange>,
    /// The known texts, in the order of the text.
    pub hits: Vec<Hit>,
    /// What its sentences are about.
    pub said: Vec<Said>,
    /// The headers that printed requests show, the last one first.
    pub printed: Vec<Placed<Header>>,
    /// What a configuration or a program in it states.
    pub(crate) stated: Stated,
    /// What is named in it.
    pub mentions: Mentions,
    /// How many bytes were read, where the text was longer than is read whole.
    pub read: Option<usize>,
    /// The text is no text: a picture, an archive.
    pub binary: bool,
}

/// What a text names, wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Who of Atlassian.
    pub atlassian: Option<Named>,
    /// The gateway's address.
    pub gateway: bool,
    /// A request with its headers, and `Authorization` nowhere.
    pub bare_request: bool,
}

/// What a text names of Atlassian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Confluence, and Jira nowhere.
    Confluence,
    /// Atlassian, or a product or a path of theirs.
    Atlassian,
}

impl Named {
    fn of(names: impl Fn(Signature) -> bool) -> Option<Self> {
        if names(Signature::JiraName) {
            Some(Self::Atlassian)
        } else if names(Signature::ConfluenceName) {
            Some(Self::Confluence)
        } else {
            names(Signature::Atlassian).then_some(Self::Atlassian)
        }
    }
}

/// Reads a pasted text of any size.
pub fn read(text: &str, platform_host: HostReader) -> Paste {
    if is_binary(text) {
        return Paste {
            binary: true,
            ..Paste::default()
        };
    }
    let (view, read) = view_of(text);
    let script = Script::of(view.text());
    let own = script.own(view.text());
    let mut place = Place::of(text, &view);
    let exchanges: Vec<_> = reader::read(view.text(), &script)
        .into_iter()
        .filter_map(|draft| exchange(draft, &mut place, platform_host))
        .collect();
    let known = known(text, &view, &own);
    let names = |name| known.named.contains(&name);
    let names_header = names(Signature::AuthorizationName);
    Paste {
        printed: if names_header {
            printed::headers(&exchanges, text, &view)
        } else {
            printed::sent(&exchanges)
        },
        stated: if script.is_ours() {
            Stated::default()
        } else {
            settings::stated(text)
        },
        mentions: Mentions {
            atlassian: Named::of(names),
            gateway: names(Signature::GatewayAddress),
            bare_request: !names_header && printed::has_request(view.text()),
        },
        exchanges,
        hits: known.hits,
        said: said(text, &view, &own),
        read,
        binary: false,
    }
}

/// Whether every line of a text says that it is no error.
#[cfg(feature = "answers")]
pub(crate) fn is_quiet(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.all(|line| !matches!(level::of(line), Level::Unnamed | Level::Error))
}

/// Whether a text was never one: it has NULs, or many characters that no program prints.
fn is_binary(text: &str) -> bool {
    let near = cut::first(text, 64 * 1024);
    let (mut odd, mut nul) = (0_usize, 0_usize);
    for c in near.chars() {
        match c {
            '\0' => nul += 1,
            '\u{fffd}' | '\u{1}'..='\u{6}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' => odd += 1,
            _ => {}
        }
    }
    nul > 0 && nul * 50 > near.len() || (odd + nul) * 20 > near.len() && odd + nul > 4
}

/// The readable view. Of a text that is too long its beginning and its end, where errors stand.
fn view_of(text: &str) -> (MappedText, Option<usize>) {
    let mut view = MappedText::with_capacity(text.len().min(LONGEST) + 1);
    if text.len() <= LONGEST {
        view::add(&mut view, text, 0);
        return (view, None);
    }
    let first = cut::first(text, LONGEST / 2);
    let last = cut::last(text, LONGEST / 2);
    view::add(&mut view, first, 0);
    view::add(&mut view, last, text.len() - last.len());
    (view, Some(first.len() + last.len()))
}

/// Tells where parts of the view stood, in one pass.
struct Place<'t> {
    view: &'t MappedText,
    spans: Spans<'t>,
    /// Where the last exchange ended: those that follow begin behind it, so that no position is counted twice.
    last: usize,
}

impl<'t> Place<'t> {
    fn of(text: &'t str, view: &'t MappedText) -> Self {
        Self {
            view,
            spans: Spans::of(text),
            last: 0,
        }
    }

    /// Where a value was written in these bytes of the view; `None` where a program made it of what stands there.
    fn of_value(&mut self, value: &str, near: Range<usize>) -> Option<Span> {
        let start = near.start;
        let at = start + self.view.text().get(near)?.find(value)?;
        let origin = self.view.origin(at..at + value.len());
        Some(self.spans.span(origin))
    }

    fn span(&mut self, start: usize, end: usize) -> Span {
        let origin = self.view.origin(start..end);
        let start = origin.start.max(self.last);
        let end = origin.end.max(start);
        self.last = end;
        self.spans.span(start..end)
    }
}

/// Reads what was found. A block that says nothing of Jira is no answer.
fn exchange(
    draft: PartialExchange<'_>,
    place: &mut Place<'_>,
    platform_host: HostReader,
) -> Option<Exchange> {
    let url = whole_url(&draft);
    let alone = draft.status.is_none()
        && url.is_none()
        && draft.headers.is_empty()
        && draft.authorization.is_none();
    if alone && draft.body.as_deref().is_none_or(says_nothing) {
        return None;
    }
    let mut sent = Sent::of(draft.method.as_deref(), url.as_deref(), platform_host);
    sent.has_body = draft.data == Data::Body;
    sent.scheme = draft.scheme;
    let headers = Headers(
        draft
            .headers
            .into_iter()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect(),
    );
    let body = draft.body.as_deref();
    let span = draft.place.map(|(start, end)| place.span(start, end));
    sent.authorization = draft.authorization.as_ref().map(|value| {
        let written = draft
            .place
            .and_then(|(start, end)| place.of_value(value.expose(), start..end));
        let header = crate::read::header::read(value.expose());
        match written {
            Some(span) => Placed::pasted(header, span),
            None => Placed::made(header, span),
        }
    });
    let status = draft.status;
    let mut exchange = Exchange::new(sent, status, headers, body, Field::Paste, span);
    exchange.failure = draft.failure;
    if status.is_none() {
        // The page of an error names its status in the title.
        let title = exchange.body.title.as_deref().unwrap_or_default();
        exchange.status = scan::line(title).status.map(|found| found.status);
    }
    Some(exchange)
}

/// The address with the host that a line of the request named.
fn whole_url(draft: &PartialExchange<'_>) -> Option<String> {
    let url = draft.url.as_deref()?;
    match draft.host {
        Some(host) if url.starts_with('/') => Some(format!("https://{host}{url}")),
        _ => Some(url.to_owned()),
    }
}

fn says_nothing(body: &str) -> bool {
    let read = Body::read(body, None);
    read.messages.is_empty() && read.form != Form::Html && read.content == Content::Unknown
}

/// The known texts, where they stood in what was pasted. What the script itself says, in `own`, it would say of any answer.
fn known(text: &str, view: &MappedText, own: &Range<usize>) -> Known {
    let settings = settings(view.text());
    let mut units = Units::of(view.text());
    let mut spans = Spans::of(text);
    let mut known = known_texts::read(view.text(), Field::Paste);
    known.hits.retain_mut(|hit| {
        let start = units.byte_at(hit.span.start);
        // The next hit may begin in this one.
        let end = { units }.byte_at(hit.span.end);
        hit.span = spans.span(view.origin(start..end));
        !own.contains(&start) && !settings.iter().any(|settings| settings.contains(&start))
    });
    known
}

/// What the sentences are about, and where they stood in what was pasted.
fn said(text: &str, view: &MappedText, own: &Range<usize>) -> Vec<Said> {
    let mut spans = Spans::of(text);
    let clauses = sentences::clauses(view.text()).into_iter();
    let told: Vec<(Level, Said)> = clauses
        .filter(|clause| !own.contains(&clause.at.start))
        .filter_map(|clause| {
            let at = view.origin(clause.at);
            // The view has lost what stands in front of a line's message.
            let level = level::of(line_of(text, at.start));
            let tells = level.tells(clause.concepts);
            tells.then(|| {
                (
                    level,
                    Said::new(clause.concepts, Field::Paste, spans.span(at)),
                )
            })
        })
        .collect();
    // Beside a line that names itself an error, what the program only tells is no failure.
    let has_error = told.iter().any(|(level, _)| *level == Level::Error);
    let counts = |level: Level| !(has_error && level == Level::Info);
    told.into_iter()
        .filter(|(level, _)| counts(*level))
        .map(|(_, said)| said)
        .collect()
}

/// The line that a byte stands in, as far as it is read to its level.
fn line_of(text: &str, at: usize) -> &str {
    const NEAR: usize = 2048;
    let before = cut::last(text.get(..at).unwrap_or_default(), NEAR);
    let start = before
        .rfind('\n')
        .map_or(before.len(), |end| before.len() - end - 1);
    let rest = text.get(at - start..).unwrap_or_default();
    cut::line(cut::first(rest, NEAR))
}

/// Where got lists, below an error that nobody caught, the codes on which it would try again.
fn settings(text: &str) -> Vec<Range<usize>> {
    const LIST: &str = "errorCodes: [";
    /// More of them than a paste has errors.
    const MOST: usize = 8;
    let starts = text.match_indices(LIST).map(|(at, _)| at).take(MOST);
    starts
        .filter_map(|at| Some(at..at + text.get(at..)?.find(']')?))
        .collect()
}

/// Turns positions in UTF-16 units into bytes, in one pass where they come in order.
#[derive(Clone, Copy)]
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Units<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    fn byte_at(&mut self, unit: usize) -> usize {
        if unit < self.unit {
            (self.byte, self.unit) = (0, 0);
        }
        for c in self.text.get(self.byte..).unwrap_or_default().chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += c.len_utf16();
            self.byte += c.len_utf8();
        }
        self.byte
    }
}
