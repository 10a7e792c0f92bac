//! Objects that hold a whole exchange or a part of it: HAR, dumps of responses and errors, lines of structured logs.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::header;
use super::partial::PartialExchange;
use crate::net::UrlParts;
use crate::read::data::{Frame, Text, Token, Tokens};

/// What a block is, by its keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Names and values of headers.
    Headers,
    /// An exchange, or an error that holds one.
    Record,
    /// An error of the system, without an exchange.
    Cause,
    /// Anything else, perhaps a body.
    Body,
}

/// How many tokens tell what a block is.
const ENOUGH: usize = 400;

/// The longest list of words that is one value: `[Sat, 21 Nov 2026]` of Java.
const LONGEST_LIST: usize = 2048;

/// How many headers of an answer are kept.
pub(super) const MOST_HEADERS: usize = 200;

/// Tells what a block is by the keys of its outermost object.
pub(super) fn kind(block: &str) -> Kind {
    let mut level = 0;
    let (mut headers, mut cause, mut status, mut asks) = (0, false, false, false);
    let mut tokens = Tokens::of(block);
    for _ in 0..ENOUGH {
        let Some(token) = tokens.next() else {
            break;
        };
        let depth = tokens.path().len();
        let (key, here, opens, value) = match token {
            Token::Open(frame) => (frame.key, depth - 1, !frame.bare, ""),
            Token::Value(key, text) => (key, depth, false, text.raw),
            Token::Close(..) => continue,
        };
        if key.is_empty() || level != 0 && here != level {
            continue;
        }
        level = here;
        headers += usize::from(header::is_known(key));
        status |= is_status(key) || names_status(key) && self::status(value).is_some();
        asks |= ASKS.contains(&key) || names_address(key) && value.contains("://");
        let record = opens && (is_headers(key) || HOLDERS.contains(&key)) || LOGGED.contains(&key);
        if record || status && asks {
            return Kind::Record;
        }
        cause |= matches!(key, "syscall" | "errno");
    }
    if headers >= 2 {
        Kind::Headers
    } else if cause {
        Kind::Cause
    } else {
        Kind::Body
    }
}

/// Keys of a request.
static ASKS: &[&str] = &["url", "uri", "URL", "method", "request_url", "requestUrl"];

/// Keys of what holds a request or an answer.
static HOLDERS: &[&str] = &[
    "response", "request", "config", "entries", "log", "res", "req",
];

/// Keys of an error that a client threw, and of a line of a log.
static LOGGED: &[&str] = &[
    "statusText",
    "isAxiosError",
    "level",
    "lvl",
    "severity",
    "levelname",
    "loglevel",
];

fn is_headers(key: &str) -> bool {
    let end = key.len().saturating_sub(7);
    key.get(end..)
        .is_some_and(|end| end.eq_ignore_ascii_case("headers"))
        && key != "rawHeaders"
}

fn is_status(key: &str) -> bool {
    [
        "status",
        "statusCode",
        "status_code",
        "status-code",
        "httpStatus",
        "http_status",
        "code",
        "response_code",
        "responseCode",
    ]
    .iter()
    .any(|known| key.eq_ignore_ascii_case(known))
}

/// `client_status`, `http.response.status_code`, `LastResponseCode`: whatever stands before the word.
fn names_status(key: &str) -> bool {
    ends_in(key, &["status", "statuscode", "responsecode", "httpcode"])
}

/// `client_url`, `request.uri`.
fn names_address(key: &str) -> bool {
    ends_in(key, &["url", "uri"])
}

/// Whether the last words of a key are these, however it joins its words.
fn ends_in(key: &str, words: &[&str]) -> bool {
    const LONGEST: usize = 16;
    let mut letters = [0; LONGEST];
    let mut count = 0;
    let last = key.bytes().rev().filter(u8::is_ascii_alphanumeric);
    for (slot, byte) in letters.iter_mut().zip(last) {
        *slot = byte.to_ascii_lowercase();
        count += 1;
    }
    let letters = letters.get(..count).unwrap_or_default();
    words.iter().any(|word| {
        word.bytes()
            .rev()
            .zip(letters)
            .filter(|(a, b)| a == *b)
            .count()
            == word.len()
    })
}

/// The status that the keys of an error's body name.
pub(super) fn status_of(block: &str) -> Option<u16> {
    let mut tokens = Tokens::of(block);
    for _ in 0..ENOUGH {
        if let Token::Value(key, text) = tokens.next()?
            && tokens.path().len() == 1
            && is_status(key)
            && let Some(status) = status(text.raw)
        {
            return Some(status);
        }
    }
    None
}

fn status(value: &str) -> Option<u16> {
    let status = value.split(' ').next()?.parse().ok()?;
    (100..=599).contains(&status).then_some(status)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Unknown,
    Request,
    Response,
    /// Cookies, parameters: nothing of it is read.
    None,
}

/// What an object or a list is for.
#[derive(Clone, Copy)]
struct Part<'v> {
    side: Side,
    headers: bool,
    key: &'v str,
    /// A body that is printed as an object.
    body: bool,
    /// A list of words that is one value.
    words: bool,
}

/// Reads every exchange that a block holds. `headers`: the block is a table of headers; `request`: of a request.
pub(super) fn read(block: &str, headers: bool, request: bool) -> Vec<PartialExchange<'_>> {
    let side = if request {
        Side::Request
    } else {
        Side::Unknown
    };
    let root = Part {
        side,
        headers,
        key: "",
        body: false,
        words: false,
    };
    let mut reader = Reader {
        block,
        root,
        parts: Vec::new(),
        name: "",
        base: "",
        user: "",
        now: PartialExchange::default(),
        done: Vec::new(),
    };
    for token in Tokens::of(block) {
        match token {
            Token::Open(frame) => reader.open(&frame),
            Token::Close(frame, end) => reader.close(&frame, end),
            Token::Value(key, text) => reader.value(key, text),
        }
    }
    reader.end();
    reader.done
}

struct Reader<'v> {
    block: &'v str,
    root: Part<'v>,
    parts: Vec<Part<'v>>,
    /// The name of `{"name": …, "value": …}`.
    name: &'v str,
    /// What stands in front of a path: `baseURL` of axios.
    base: &'v str,
    user: &'v str,
    now: PartialExchange<'v>,
    done: Vec<PartialExchange<'v>>,
}

impl<'v> Reader<'v> {
    fn end(&mut self) {
        let mut draft = std::mem::take(&mut self.now);
        if !self.base.is_empty() && draft.url.as_deref().is_some_and(|url| !url.contains("://")) {
            let path = draft.url.take().unwrap_or_default();
            let slash = if path.starts_with('/') { "" } else { "/" };
            draft.url = Some(Cow::Owned(format!(
                "{}{slash}{path}",
                self.base.trim_end_matches('/')
            )));
        }
        if draft.status.is_some()
            || draft.url.is_some()
            || !draft.headers.is_empty()
            || draft.authorization.is_some()
        {
            self.done.push(draft);
        }
    }

    fn part(&self) -> Part<'v> {
        self.parts.last().copied().unwrap_or(self.root)
    }

    fn open(&mut self, frame: &Frame<'v>) {
        let outer = self.part();
        let key = frame.key;
        let mut part = Part {
            key,
            body: false,
            words: outer.words || frame.bare && !key.is_empty(),
            ..outer
        };
        if !outer.body && !part.words && !key.is_empty() {
            part.headers = outer.headers && !is_headers(outer.key) || is_headers(key);
            part.body = holds_body(frame) && outer.side != Side::Request;
            part.side = self.side(key, outer.side);
        }
        self.parts.push(part);
    }

    /// Whose part of the exchange stands behind a key.
    fn side(&mut self, key: &str, outer: Side) -> Side {
        match key {
            "request" | "req" | "requestHeaders" | "request_headers" | "config" => {
                // The next entry of an archive.
                if key == "request" && self.now.status.is_some() && self.now.url.is_some() {
                    self.end();
                }
                Side::Request
            }
            "response" | "res" | "responseHeaders" | "response_headers" => Side::Response,
            "cookies" | "queryString" | "postData" | "timings" | "params" | "rawHeaders"
            | "agent" | "socket" | "cache" | "_initiator" | "initiator" => Side::None,
            _ => outer,
        }
    }

    fn close(&mut self, frame: &Frame<'v>, end: usize) {
        let Some(part) = self.parts.pop() else {
            return;
        };
        let inside = self.block.get(frame.start + 1..end - 1).unwrap_or_default();
        if part.body && self.now.body.is_none() {
            self.now.body = self.block.get(frame.start..end).map(Cow::Borrowed);
        } else if part.words && !self.part().words && inside.len() < LONGEST_LIST {
            self.pair(frame.key, Text::bare(inside));
        }
    }

    fn value(&mut self, key: &'v str, text: Text<'v>) {
        let part = self.part();
        if part.words || part.side == Side::None {
            return;
        }
        if !key.is_empty() {
            self.pair(key, text);
        } else if part.headers {
            self.header(part.side, part.key, text);
        }
    }

    fn pair(&mut self, key: &'v str, text: Text<'v>) {
        let part = self.part();
        let value = text.raw;
        let is_answers = part.side != Side::Request;
        match key {
            _ if part.side == Side::None => {}
            "name" if part.headers => self.name = value,
            "value" if part.headers => {
                let name = std::mem::take(&mut self.name);
                self.header(part.side, name, text);
            }
            _ if part.headers => self.header(part.side, key, text),
            _ if key.eq_ignore_ascii_case("authorization") && text.is_quoted() => {
                self.header(Side::Request, key, text);
            }
            "url" | "uri" | "URL" | "requestUrl" | "request_url" | "_currentUrl" | "currentUrl" => {
                self.url(value);
            }
            "baseURL" | "baseUrl" if value.contains("://") && !part.body => self.base = value,
            "username" if part.key == "auth" => self.user = value,
            "password" if part.key == "auth" && !self.user.is_empty() => {
                let pair = format!("{}:{value}", self.user);
                self.now.authorization = Some(format!("Basic {}", STANDARD.encode(pair)).into());
            }
            "method" | "http_method" if self.now.method.is_none() && value.len() < 10 => {
                self.now.method = Some(Cow::Borrowed(value));
            }
            "text" | "body" | "data" | "responseText" | "content" | "responseBody"
            | "response_body" | "response_text" | "bodyText"
                if text.is_quoted() && is_answers =>
            {
                if let Some(part) = self.parts.last_mut() {
                    part.body = false;
                }
                self.now.body.get_or_insert_with(|| text.plain());
            }
            _ if is_answers && is_status(key) && (key != "code" || !text.is_quoted()) => {
                self.now.status = status(value).or(self.now.status);
            }
            _ if part.body => {}
            _ if is_answers && self.now.status.is_none() && names_status(key) => {
                self.now.status = status(value);
            }
            _ if names_address(key) && value.contains("://") => self.url(value),
            _ if ends_in(key, &["path"]) && value.starts_with('/') => self.path(value),
            _ => {}
        }
    }

    fn url(&mut self, value: &'v str) {
        if self.now.url.is_none() && (value.contains('/') || value.contains('.')) {
            self.now.url = Some(Cow::Borrowed(value));
        }
    }

    /// What a record shows apart from the host.
    fn path(&mut self, value: &'v str) {
        let whole = match self.now.url.as_deref() {
            None => Cow::Borrowed(value),
            Some(url) if UrlParts::of_reference(url).path.len() <= 1 => {
                Cow::Owned(format!("{}{value}", url.trim_end_matches('/')))
            }
            Some(_) => return,
        };
        self.now.url = Some(whole);
    }

    fn header(&mut self, side: Side, name: &'v str, text: Text<'v>) {
        if name.is_empty() {
            return;
        }
        if name.eq_ignore_ascii_case("authorization") {
            self.now
                .authorization
                .get_or_insert_with(|| text.raw.into());
        } else if side != Side::Request && self.now.headers.len() < MOST_HEADERS {
            self.now.headers.push((Cow::Borrowed(name), text.plain()));
        }
    }
}

/// Whether a body of an answer is printed as an object behind its key.
fn holds_body(frame: &Frame<'_>) -> bool {
    let is_body = matches!(
        frame.key,
        "data" | "body" | "content" | "json" | "responseBody" | "response_body"
    );
    is_body && !frame.named
}
