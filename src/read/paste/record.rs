//! Objects that hold a whole exchange or a part of it: HAR, dumps of responses and errors, lines of structured logs.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::draft::Draft;
use super::header;
use super::loose;
use super::pairs::{Pairs, Token};

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

/// How many keys tell what a block is.
const ENOUGH: usize = 400;

/// Tells what a block is by the keys of its outermost object.
pub(super) fn kind(block: &str) -> Kind {
    let mut depth = 0_usize;
    let mut level = 0;
    let (mut headers, mut record, mut cause, mut status, mut asks) =
        (0, false, false, false, false);
    for token in Pairs::of(block).take(ENOUGH) {
        let (key, opens) = match token {
            Token::Open { key, .. } => {
                depth += 1;
                (key, true)
            }
            Token::Pair { key, .. } => (key, false),
            Token::Close(_) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Token::Item(_) => continue,
        };
        let here = if opens { depth - 1 } else { depth };
        if key.is_empty() || level != 0 && here != level {
            continue;
        }
        level = here;
        headers += usize::from(header::is_known(key));
        status |= is_status(key);
        asks |= matches!(
            key,
            "url" | "uri" | "URL" | "method" | "request_url" | "requestUrl"
        );
        let holds = [
            "response", "request", "config", "entries", "log", "res", "req",
        ];
        record |= opens && (is_headers(key) || holds.contains(&key))
            || matches!(
                key,
                "statusText"
                    | "isAxiosError"
                    | "level"
                    | "lvl"
                    | "severity"
                    | "levelname"
                    | "loglevel"
            );
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

/// The status that the keys of an error's body name.
pub(super) fn status_of(block: &str) -> Option<u16> {
    let mut depth = 0_usize;
    for token in Pairs::of(block).take(ENOUGH) {
        match token {
            Token::Open { .. } => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            Token::Pair { key, value, .. } if depth == 1 && is_status(key) => {
                if let Some(status) = status(value) {
                    return Some(status);
                }
            }
            _ => {}
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

#[derive(Clone, Copy)]
struct Frame<'v> {
    side: Side,
    headers: bool,
    /// The key of the list.
    key: &'v str,
    /// Where a body began that is printed as an object.
    body: Option<usize>,
}

/// Reads every exchange that a block holds. `headers`: the block is a table of headers; `request`: of a request.
pub(super) fn read(block: &str, headers: bool, request: bool) -> Vec<Draft<'_>> {
    let root = Frame {
        side: if request {
            Side::Request
        } else {
            Side::Unknown
        },
        headers,
        key: "",
        body: None,
    };
    let mut reader = Reader {
        block,
        root,
        frames: Vec::new(),
        name: "",
        base: "",
        user: "",
        now: Draft::default(),
        done: Vec::new(),
    };
    for token in Pairs::of(block) {
        reader.token(&token);
    }
    reader.end();
    reader.done
}

struct Reader<'v> {
    block: &'v str,
    root: Frame<'v>,
    frames: Vec<Frame<'v>>,
    /// The name of `{"name": …, "value": …}`.
    name: &'v str,
    /// What stands in front of a path: `baseURL` of axios.
    base: &'v str,
    user: &'v str,
    now: Draft<'v>,
    done: Vec<Draft<'v>>,
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

    fn frame(&self) -> Frame<'v> {
        self.frames.last().copied().unwrap_or(self.root)
    }

    fn token(&mut self, token: &Token<'v>) {
        match *token {
            Token::Open { key, at, named } => self.open(key, at, named),
            Token::Close(end) => self.close(end),
            Token::Pair {
                key,
                value,
                at,
                quoted,
            } => self.pair(key, value, at, quoted),
            Token::Item(value) => {
                let frame = self.frame();
                if frame.headers && !frame.key.is_empty() {
                    self.header(frame.side, frame.key, value);
                }
            }
        }
    }

    fn open(&mut self, key: &'v str, at: usize, named: bool) {
        let outer = self.frame();
        let mut frame = Frame {
            body: None,
            key,
            ..outer
        };
        if outer.body.is_some() || key.is_empty() {
            self.frames.push(frame);
            return;
        }
        frame.headers = outer.headers && !is_headers(outer.key) || is_headers(key);
        match key {
            "request" | "config" | "req" | "requestHeaders" | "request_headers"
                if outer.side != Side::Response || key != "config" =>
            {
                // The next entry of an archive.
                if key == "request" && self.now.status.is_some() && self.now.url.is_some() {
                    self.end();
                }
                frame.side = Side::Request;
            }
            "config" => frame.side = Side::Request,
            "response" | "res" | "responseHeaders" | "response_headers" => {
                frame.side = Side::Response;
            }
            "cookies" | "queryString" | "postData" | "timings" | "params" | "rawHeaders"
            | "agent" | "socket" | "cache" | "_initiator" | "initiator" => frame.side = Side::None,
            "data" | "body" | "content" | "json" | "responseBody" | "response_body"
                if !named && outer.side != Side::Request =>
            {
                frame.body = Some(at);
            }
            _ => {}
        }
        self.frames.push(frame);
    }

    fn close(&mut self, end: usize) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let Some(start) = frame.body else {
            return;
        };
        let inherited = self.frames.last().is_some_and(|outer| outer.body.is_some());
        if !inherited && self.now.body.is_none() {
            self.now.body = self.block.get(start..end).map(loose::body);
        }
    }

    fn pair(&mut self, key: &'v str, value: &'v str, _at: usize, quoted: bool) {
        let frame = self.frame();
        if frame.side == Side::None {
            return;
        }
        if frame.headers && !matches!(key, "name" | "value") {
            return self.header(frame.side, key, value);
        }
        if frame.headers {
            return self.listed(frame.side, key, value);
        }
        if key.eq_ignore_ascii_case("authorization") && quoted {
            return self.header(Side::Request, key, value);
        }
        match key {
            "url" | "uri" | "URL" | "requestUrl" | "request_url" | "_currentUrl" | "currentUrl" => {
                self.url(value);
            }
            "baseURL" | "baseUrl" if value.contains("://") && frame.body.is_none() => {
                self.base = value;
            }
            "username" if frame.key == "auth" => self.user = value,
            "password" if frame.key == "auth" && !self.user.is_empty() => {
                let pair = format!("{}:{value}", self.user);
                self.now.authorization = Some(format!("Basic {}", STANDARD.encode(pair)).into());
            }
            "method" | "http_method" if self.now.method.is_none() && value.len() < 10 => {
                self.now.method = Some(Cow::Borrowed(value));
            }
            "text" | "body" | "data" | "responseText" | "content" | "responseBody"
            | "response_body" | "response_text" | "bodyText"
                if quoted && frame.side != Side::Request =>
            {
                self.text(value);
            }
            _ if is_status(key) && frame.side != Side::Request && (key != "code" || !quoted) => {
                if let Some(status) = status(value) {
                    self.now.status = Some(status);
                }
            }
            _ => {}
        }
    }

    fn url(&mut self, value: &'v str) {
        if self.now.url.is_none() && (value.contains('/') || value.contains('.')) {
            self.now.url = Some(Cow::Borrowed(value));
        }
    }

    /// A body that is printed as a text.
    fn text(&mut self, value: &'v str) {
        if let Some(frame) = self.frames.last_mut() {
            frame.body = None;
        }
        if self.now.body.is_none() {
            let escaped = value.contains('\\');
            self.now.body = Some(if escaped {
                Cow::Owned(loose::unescape(value))
            } else {
                Cow::Borrowed(value)
            });
        }
    }

    /// `{"name": "Server", "value": "nginx"}`
    fn listed(&mut self, side: Side, key: &'v str, value: &'v str) {
        if key == "name" {
            self.name = value;
        } else {
            let name = std::mem::take(&mut self.name);
            self.header(side, name, value);
        }
    }

    fn header(&mut self, side: Side, name: &'v str, value: &'v str) {
        if name.is_empty() {
            return;
        }
        if name.eq_ignore_ascii_case("authorization") {
            self.now.authorization.get_or_insert_with(|| value.into());
        } else if side != Side::Request && self.now.headers.len() < 200 {
            let value = if value.contains('\\') {
                Cow::Owned(loose::unescape(value))
            } else {
                Cow::Borrowed(value)
            };
            self.now.headers.push((Cow::Borrowed(name), value));
        }
    }
}
