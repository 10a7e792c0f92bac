//! Goes through the lines and tells what each of them is.

use std::borrow::Cow;

use super::address::{self, Address};
use super::draft::{Draft, Exchanges};
use super::record::{self, Kind};
use super::status::{self, starts, tail_head};
use super::{block, command, header, loose, scan};
use crate::secret::Secret;

/// The longest line whose words are read.
const LONGEST: usize = 64 * 1024;

/// What the lines that come next are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Free,
    /// Headers of a request.
    Asked,
    /// Headers of an answer.
    Answered,
    /// A body begins.
    Body,
}

/// Reads all exchanges of a view's text.
pub(super) fn read(text: &str) -> Vec<Draft<'_>> {
    let mut reader = Reader {
        text,
        out: Exchanges::default(),
        mode: Mode::Free,
        prompted: false,
        budget: text.len() * 4 + 4096,
    };
    if is_archive(text) {
        reader.record(text, 0, Kind::Record, false);
        return reader.out.finish();
    }
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.bytes().position(|b| b == b'\n').unwrap_or(rest.len());
        let next = reader.line(rest.get(..length).unwrap_or_default(), at);
        at = next.max(at + 1);
        while at < text.len() && !text.is_char_boundary(at) {
            at += 1;
        }
    }
    reader.out.finish()
}

/// Whether a text is an archive of a browser's requests (HAR), or a part of one.
fn is_archive(text: &str) -> bool {
    let near = tail_head(text, LONGEST);
    let sides = near.contains("\"request\"") || near.contains("\"response\"");
    sides && (near.contains("\"headersSize\"") || near.contains("\"httpVersion\"")) && near.contains("\"headers\"")
}

struct Reader<'v> {
    text: &'v str,
    out: Exchanges<'v>,
    mode: Mode,
    /// A prompt stood on the line before: what follows is printed by its program.
    prompted: bool,
    /// How many bytes blocks may still be looked for.
    budget: usize,
}

impl<'v> Reader<'v> {
    /// Reads the line at `at`, or more where what begins there is longer, and gives the byte behind it.
    fn line(&mut self, line: &'v str, at: usize) -> usize {
        let next = at + line.len() + 1;
        match self.mode {
            Mode::Answered => {
                if self.answered(line, at) {
                    return next;
                }
            }
            Mode::Asked => {
                if self.asked(line, at) {
                    return next;
                }
            }
            Mode::Body => {
                self.mode = Mode::Free;
                if let Some(end) = self.body(at) {
                    return end;
                }
            }
            Mode::Free => {}
        }
        let body = line.trim();
        if body.is_empty() {
            return next;
        }
        if let Some(commands) = command::find(self.text, at, line) {
            self.out.commands(commands.drafts);
            self.mode = Mode::Free;
            self.prompted = true;
            return commands.end + 1;
        }
        let indent = line.len() - line.trim_start().len();
        let end = self.free(body, at + indent);
        self.prompted = false;
        end.unwrap_or(next)
    }

    /// A line among the headers of an answer.
    fn answered(&mut self, line: &'v str, at: usize) -> bool {
        let body = unmarked(line);
        if body.is_empty() {
            self.mode = Mode::Body;
            return true;
        }
        if body.trim_matches(['\'', '"', ',', ';']).is_empty() {
            return true;
        }
        if let Some((name, value)) = header::read(body) {
            let end = at + line.len();
            self.out.header(Cow::Borrowed(name), Cow::Borrowed(value), at, end);
            return true;
        }
        // A mail program wraps where the challenge has its blank.
        if body.starts_with("realm=") && self.out.go_on_with_header(body, at + line.len()) {
            return true;
        }
        self.mode = Mode::Free;
        false
    }

    /// A line among the headers of a request. Of those the header alone counts that signs in.
    fn asked(&mut self, line: &'v str, at: usize) -> bool {
        let body = unmarked(line);
        if body.is_empty() {
            self.mode = Mode::Free;
            return true;
        }
        let Some((name, value)) = header::read(body) else {
            self.mode = Mode::Free;
            return false;
        };
        if name.eq_ignore_ascii_case("authorization") {
            let more = wrapped(self.text.get(at + line.len()..).unwrap_or_default());
            let whole = if more > 0 { self.text.get(at..at + line.len() + more) } else { None };
            let value = whole.and_then(|whole| whole.split_once(':')).map_or(value, |(_, value)| value.trim());
            self.out.authorization(Secret::from(value));
        } else if name.eq_ignore_ascii_case("host") {
            self.out.now.host = Some(value);
        }
        true
    }

    /// What follows the headers of an answer.
    fn body(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        for _ in 0..12 {
            let rest = self.text.get(at..)?;
            let line = rest.split('\n').next()?;
            let bare = line.trim();
            let chatter = bare.is_empty() || bare == "<" || bare.starts_with("* ") || (bare.starts_with(['{', '}']) && bare.ends_with("data]"));
            if !chatter {
                break;
            }
            at += line.len() + 1;
        }
        let rest = self.text.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let rest = self.text.get(start..)?;
        if rest.is_empty() || block::is_boundary(tail_head(rest, 16)) {
            return None;
        }
        if rest.starts_with(['{', '[']) {
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
        if command::find(self.text, start, text.split('\n').next()?).is_some() {
            return None;
        }
        self.out.body(Cow::Borrowed(text.trim_end()), start, end);
        Some(end)
    }

    /// A line that nothing before it explains.
    fn free(&mut self, line: &'v str, at: usize) -> Option<usize> {
        let (line, at) = match line.strip_prefix("< ").or_else(|| line.strip_prefix("> ")) {
            Some(rest) => (rest, at + 2),
            None => (line, at),
        };
        // What Python's http.client sends behind the headers is no answer.
        if line.starts_with("send: b") && !line.contains("HTTP/") {
            return None;
        }
        if self.refused(line, at) {
            return None;
        }
        if let Some(rest) = line.strip_prefix("* ")
            && self.verbose(rest, at)
        {
            return None;
        }
        let marks = scan::line(tail_head(line, LONGEST));
        if let Some(http) = marks.http
            && self.message(line, http, at)
        {
            return None;
        }
        if let Some(mark) = marks.block
            && let Some(end) = self.block(line, mark, at)
        {
            return Some(end);
        }
        if self.labelled(line, at) {
            return None;
        }
        if let Some((name, value)) = header::alone(line) {
            self.out.header(Cow::Borrowed(name), Cow::Borrowed(value), at, at + line.len());
            self.mode = Mode::Answered;
            return None;
        }
        if starts(line, "authorization:") || starts(line, "\"authorization\"") {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            self.out.authorization(Secret::from(value.trim_matches([' ', '"', '\'', ','])));
            return None;
        }
        self.words(line, &marks, at);
        None
    }

    /// A client that refuses to send a header prints it: `invalid header value: "Basic …"`.
    fn refused(&mut self, line: &'v str, at: usize) -> bool {
        let Some(value) = line.find("header value").and_then(|found| line.get(found..)) else {
            return false;
        };
        let Some(begin) = ["Basic ", "Bearer "].iter().find_map(|scheme| value.find(scheme)) else {
            return false;
        };
        let start = at + line.len() - value.len() + begin;
        let line_end = at + line.len();
        let more = wrapped_quoted(self.text.get(line_end..).unwrap_or_default());
        let whole = self.text.get(start..line_end + more).unwrap_or_default();
        let whole = whole.split(['"', '\'']).next().unwrap_or_default();
        self.out.authorization(Secret::from(whole.replace("\\n", "\n")));
        self.out.now.place.get_or_insert((at, line_end));
        true
    }

    /// What `curl -v` says of the connection.
    fn verbose(&mut self, line: &'v str, at: usize) -> bool {
        if let Some((_, url)) = line.split_once("OPENED stream for ") {
            self.out.whole_url(url.trim());
            return true;
        }
        let told = ["Connected", "Could not", "Trying", "SSL", "TLS", "ALPN", "Closing", "Connection", "Host ", "IPv", "Server", "Mark"];
        let chatter = line.starts_with(' ') || told.iter().any(|word| line.starts_with(word));
        if line.contains("ould not resolve") || line.contains("timed out") || line.contains("refused") {
            self.out.failure(at, at + line.len());
        }
        chatter
    }

    /// A first line of a request or of an answer.
    fn message(&mut self, line: &'v str, http: usize, at: usize) -> bool {
        let end = at + line.len();
        if let Some((method, target, behind)) = address::request_line(line, http) {
            let rest = line.get(behind..).unwrap_or_default();
            let digits = rest.trim_start_matches(['"', ' ', '\'', '`', '-', '>']);
            let found = status::judge(line, line.len() - digits.len()).filter(|_| digits.len() < rest.len());
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
        let length = version.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let rest = version.get(length..).unwrap_or_default();
        let digits = rest.trim_start_matches(' ');
        if length == 0 || digits.len() == rest.len() {
            return false;
        }
        let code = digits.get(..3).filter(|_| !digits.as_bytes().get(3).is_some_and(u8::is_ascii_alphanumeric));
        let Some(code) = code.and_then(|code| code.parse().ok()).filter(|code| (100..600).contains(code)) else {
            return false;
        };
        self.out.answer(code, at, end);
        self.mode = Mode::Answered;
        true
    }

    fn request(&mut self, line: &'v str, method: &'v str, target: &'v str, at: usize) {
        let end = at + line.len();
        self.out.request(method, target, at, end);
        // `https://host "GET /path HTTP/1.1"`, as Python's urllib3 says it.
        let origin = line.find("://").and_then(|mark| address::around(line, mark)).map(|found| found.text);
        if let Some(origin) = origin.filter(|origin| target.starts_with('/') && !origin.ends_with(target)) {
            let origin = origin.strip_suffix(":443").unwrap_or(origin);
            let whole = format!("{}{target}", origin.trim_end_matches('/'));
            self.out.now.url = Some(Cow::Owned(whole));
        }
    }

    /// A block or a page that begins in the line.
    fn block(&mut self, line: &'v str, mark: usize, at: usize) -> Option<usize> {
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
            Kind::Body if !self.is_body(head, inside) => return None,
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
                    self.words(inside, &scan::line(tail_head(inside, LONGEST)), start);
                }
            }
        }
        Some(end)
    }

    /// Takes a page as a body. One inside a text in quotes has its line ends escaped.
    fn page(&mut self, start: usize, end: usize) {
        let page = self.text.get(start..end).unwrap_or_default();
        let escaped = page.contains("\\n") || page.contains("\\\"");
        let body = if escaped { Cow::Owned(loose::unescape(page)) } else { Cow::Borrowed(page) };
        self.out.body(body, start, end);
    }

    /// What stands in front of a block on its line.
    fn head(&mut self, head: &'v str, at: usize) {
        if !head.trim().is_empty() {
            self.words(head, &scan::line(tail_head(head, LONGEST)), at);
        }
    }

    /// Whether a block of unknown keys is a body: it stands alone, or behind words that tell of an answer.
    fn is_body(&self, head: &str, inside: &str) -> bool {
        let front = head.trim_end();
        if front.is_empty() || front.len() == 3 && front.bytes().all(|b| b.is_ascii_digit()) {
            return true;
        }
        let said = front.ends_with([':', '=', '-', ',', '>', '"', '\'', '`', '(']) || front.ends_with("body") || front.ends_with("response");
        let short = inside.len() > 2;
        said && short && !front.contains("config:") && (inside.contains("\":") || inside.contains(": ") || inside.contains("\\\""))
    }

    /// Takes a block as a body, and the status that it names where no line told one.
    fn body_block(&mut self, inside: &'v str, start: usize, end: usize) {
        let status = record::status_of(inside);
        self.out.body(loose::body(inside), start, end);
        if self.out.now.status.is_none() {
            self.out.now.status = status;
        }
    }

    /// Takes the exchanges of an object; whether any has a status.
    fn record(&mut self, inside: &'v str, start: usize, kind: Kind, asks: bool) -> bool {
        let mut told = false;
        for draft in record::read(inside, kind == Kind::Headers, asks) {
            told |= draft.status.is_some();
            self.out.record(draft, start, start + inside.len());
        }
        told
    }

    /// `text: …`, `Data: …`, `body : …`: a body of plain text.
    fn labelled(&mut self, line: &'v str, at: usize) -> bool {
        if !self.out.wants_body() {
            return false;
        }
        let Some(rest) = label(line) else {
            return false;
        };
        let text = rest.trim().trim_matches(['"', '\'']);
        if text.is_empty() {
            self.mode = Mode::Body;
        } else {
            self.out.body(Cow::Borrowed(text), at, at + line.len());
        }
        true
    }

    /// What a line tells in words: an address, a status.
    fn words(&mut self, line: &'v str, marks: &scan::Marks, at: usize) {
        let near = tail_head(line, LONGEST);
        let found = marks.status.or_else(|| status::by_name(near)).or_else(|| self.bare(near, at));
        let failure = found.is_some() || scan::is_failure(near);
        if let Some(address) = marks.address(near) {
            self.address(near, address, found.is_some(), failure, at);
        }
        if let Some(host) = pool(near) {
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
    fn bare(&self, line: &str, at: usize) -> Option<status::Found> {
        let code: u16 = line.get(..3)?.parse().ok().filter(|code| (100..600).contains(code))?;
        let behind = line.get(3..)?;
        let follows = self.text.get(at + line.len()..).unwrap_or_default().trim_start();
        let alone = behind.is_empty() && (self.prompted || self.out.is_waited() || follows.starts_with(['{', '<']));
        let typed = [" application/", " text/", " {\"", " <!", " <html"].iter().any(|sign| behind.starts_with(sign));
        (alone || typed).then_some(status::Found { status: code, at: 0 })
    }

    fn address(&mut self, line: &'v str, address: Address<'v>, told: bool, failure: bool, at: usize) {
        let method = address::method_near(line, address.at).or_else(|| address::method_key(line));
        let needed = if told || failure || method.is_some() { 2 } else { 3 };
        let only = told && self.out.now.url.is_none() && address.rank > 0;
        if address.rank >= needed || only {
            let start = at + address.at;
            self.out.url(address.text.trim_start_matches('*'), method, start, at + line.len());
        }
    }

    /// `HTTPSConnectionPool(host='acme.atlassian.net', port=443): … with url: /rest/api/3/myself`
    fn pooled(&mut self, line: &'v str, host: &'v str, at: usize) {
        let url = self.out.now.url.as_deref().unwrap_or_default();
        if !url.is_empty() && !url.starts_with('/') {
            return;
        }
        let scheme = if line.contains("HTTPSConnection") { "https" } else { "http" };
        let port = line.split_once("port=").map_or("", |(_, rest)| rest.split(')').next().unwrap_or_default());
        let usual = matches!((scheme, port), ("https", "443") | ("http", "80") | (_, ""));
        let colon = if usual { "" } else { ":" };
        let port = if usual { "" } else { port };
        let whole = format!("{scheme}://{host}{colon}{port}{url}");
        self.out.now.url = Some(Cow::Owned(whole));
        self.out.failure(at, at + line.len());
    }
}

/// What stands behind the label of a body.
fn label(line: &str) -> Option<&str> {
    const LABELS: [&str; 11] = [
        "response text", "response body", "response content", "responsetext", "raw response", "text", "body", "data", "content",
        "output", "rawcontent",
    ];
    let label = LABELS.iter().find(|label| starts(line, label))?;
    let rest = line.get(label.len()..)?.trim_start();
    match rest.strip_prefix(':') {
        Some(rest) => Some(rest),
        // `data = response.json()` is a line of a program.
        None => rest.strip_prefix('=').filter(|_| label.starts_with("response")),
    }
}

/// A line without the marks of the clients that print whole messages.
fn unmarked(line: &str) -> &str {
    let line = line.trim();
    let line = match line.bytes().next() {
        Some(b'<' | b'>') => line.get(1..).unwrap_or_default(),
        Some(b'h') => line.strip_prefix("header: ").unwrap_or(line),
        _ => line,
    };
    line.trim()
}

/// How long the lines of base64 alone are that go on with a header which its writer broke.
fn wrapped(behind: &str) -> usize {
    let mut length = 0;
    while let Some(line) = behind.get(length..).and_then(|rest| rest.strip_prefix('\n')) {
        let line = line.split('\n').next().unwrap_or_default();
        let base64 = line.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=-_".contains(&b));
        if line.len() < 2 || line.len() > 200 || !base64 || length > 4096 {
            break;
        }
        length += line.len() + 1;
    }
    length
}

/// As [`wrapped`], to the end of the line whose quote closes the value.
fn wrapped_quoted(behind: &str) -> usize {
    let length = wrapped(behind);
    let rest = behind.get(length..).and_then(|rest| rest.strip_prefix('\n')).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    if line.ends_with(['"', '\'']) && line.len() < 200 { length + 1 + line.len() } else { length }
}

/// Where a body of plain text ends: in front of an empty line or of another event.
fn plain_end(rest: &str) -> usize {
    let mut end = 0;
    for (count, line) in rest.split('\n').enumerate() {
        if count > 0 && (count > 40 || line.trim().is_empty() || block::is_boundary(line)) {
            break;
        }
        // curl goes on behind a body without a line end.
        if let Some(at) = line.find("* Connection #").or_else(|| line.find("* Closing")) {
            end += at;
            break;
        }
        end += line.len() + 1;
    }
    end.min(rest.len())
}

/// The host of a pool of connections, as Python's urllib3 names it.
fn pool(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("ConnectionPool(host='")?;
    rest.split('\'').next()
}
