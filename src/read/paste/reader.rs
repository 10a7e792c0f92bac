//! Goes through the lines and tells what each of them is.

mod bodies;
mod log_lines;

use std::borrow::Cow;

use super::literals::{Ahead, Words};
use super::partial::{Exchanges, PartialExchange};
use super::record::Kind;
use super::scan::Scan;
use super::script::Script;
use super::{command, header};
use crate::secret::Secret;
use crate::text::{Lines, Signs, base64, cut};

/// The longest line whose words are read.
const LONGEST: usize = 64 * 1024;

/// The first lines of messages.
static HTTP: Words = Words::of(&["HTTP/", "http/"]);

/// What a client says of a header that it does not send.
static REFUSED: Words = Words::of(&["header value"]);

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

/// Reads all exchanges of a view's text, in which the script was looked for.
pub(super) fn read<'v>(text: &'v str, script: &Script) -> Vec<PartialExchange<'v>> {
    let mut reader = Reader {
        text,
        out: Exchanges::default(),
        mode: Mode::Free,
        prompted: false,
        budget: text.len() * 4 + 4096,
        lines: Lines::of(text),
        no_command_before: 0,
        programs: Ahead::of(&command::NAMES),
        http: Ahead::of(&HTTP),
        refused: Ahead::of(&REFUSED),
        script,
    };
    if is_archive(text) {
        reader.record(text, 0, Kind::Record, false);
        return reader.out.finish();
    }
    let mut at = 0;
    while at < text.len() {
        let line = reader.lines.rest(at);
        at = reader.line(line, at).max(at + 1);
        while at < text.len() && !text.is_char_boundary(at) {
            at += 1;
        }
    }
    reader.out.finish()
}

/// Whether a text is an archive of a browser's requests (HAR), or a part of one.
fn is_archive(text: &str) -> bool {
    let near = cut::first(text, LONGEST);
    let sides = near.contains("\"request\"") || near.contains("\"response\"");
    sides
        && (near.contains("\"headersSize\"") || near.contains("\"httpVersion\""))
        && near.contains("\"headers\"")
}

struct Reader<'v, 's> {
    text: &'v str,
    out: Exchanges<'v>,
    mode: Mode,
    /// A prompt stood on the line before: what follows is printed by its program.
    prompted: bool,
    /// How many bytes blocks may still be looked for.
    budget: usize,
    /// What a block leaves of its line is read as a line of its own, and its end is known.
    lines: Lines<'v>,
    /// What stands before was read as a command, and was none.
    no_command_before: usize,
    programs: Ahead,
    http: Ahead,
    refused: Ahead,
    script: &'s Script,
}

impl<'v> Reader<'v, '_> {
    /// Reads the line at `at`, or more where what begins there is longer, and gives the byte behind it.
    fn line(&mut self, line: &'v str, at: usize) -> usize {
        let next = at + line.len() + 1;
        if let Some(end) = self.script(line, at) {
            return end;
        }
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
        if at >= self.no_command_before
            && !body.starts_with_any("*<")
            && let is_named = self.programs.next(self.text, at) < next
            && let Some(commands) = command::find(self.text, at, line, is_named)
        {
            if commands.are_sure() {
                self.out.commands(commands.drafts);
                self.mode = Mode::Free;
                self.prompted = true;
                return commands.end + 1;
            }
            self.no_command_before = commands.end;
        }
        let indent = line.len() - line.trim_start().len();
        let end = self.free(body, at + indent);
        self.prompted = false;
        end.unwrap_or(next)
    }

    /// The generated script's own text says nothing; what it printed is one exchange for each step.
    fn script(&mut self, line: &'v str, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        if let Some(length) = self.script.shown(line, rest) {
            self.mode = Mode::Free;
            return Some(at + length);
        }
        let (step, length) = self.script.step(line, rest)?;
        self.mode = Mode::Free;
        if let Some(step) = step {
            self.out.whole(step.read(at, at + length.min(rest.len())));
        }
        Some(at + length)
    }

    /// A line among the headers of an answer.
    fn answered(&mut self, line: &'v str, at: usize) -> bool {
        let body = unmarked(line);
        if body.is_empty() {
            self.mode = Mode::Body;
            return true;
        }
        if body.trim_any("'\",;").is_empty() {
            return true;
        }
        if let Some((name, value)) = header::read(body) {
            let end = at + line.len();
            self.out
                .header(Cow::Borrowed(name), Cow::Borrowed(value), at, end);
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
            let whole = if more > 0 {
                self.text.get(at..at + line.len() + more)
            } else {
                None
            };
            let value = whole
                .and_then(|whole| whole.split_once(':'))
                .map_or(value, |(_, value)| value.trim());
            self.out.authorization(Secret::from(value));
        } else if name.eq_ignore_ascii_case("host") {
            self.out.now.host = Some(value);
        }
        true
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
        let near = cut::first(line, LONGEST);
        let http = self.http.next(self.text, at) - at;
        if http < near.len() && self.message(line, http, at) {
            return None;
        }
        let mut scan = Scan::of(near);
        if let Some(mark) = scan.next_block()
            && let Some(end) = self.block(line, mark, at)
        {
            return Some(end);
        }
        if self.labelled(line, at) {
            return None;
        }
        if let Some((name, value)) = header::alone(line) {
            self.out.header(
                Cow::Borrowed(name),
                Cow::Borrowed(value),
                at,
                at + line.len(),
            );
            self.mode = Mode::Answered;
            return None;
        }
        if cut::starts_with(line, "authorization:") || cut::starts_with(line, "\"authorization\"") {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            self.out
                .authorization(Secret::from(value.trim_any(" \"',")));
            return None;
        }
        self.words(line, &scan.finish(), at);
        None
    }

    /// What `curl -v` says of the connection.
    fn verbose(&mut self, line: &'v str, at: usize) -> bool {
        const TOLD: [&str; 10] = [
            "Connected",
            "Trying",
            "SSL",
            "TLS",
            "ALPN",
            "Closing",
            "Host ",
            "IPv",
            "Server",
            "Mark",
        ];
        if line.starts_with(' ') || TOLD.iter().any(|word| line.starts_with(word)) {
            return true;
        }
        if let Some((_, url)) = line.split_once("OPENED stream for ") {
            self.out.whole_url(url.trim());
            return true;
        }
        let failed = ["Could not", "Connection timed", "connect to"];
        if failed.iter().any(|word| line.starts_with(word)) {
            self.out.failure(at, at + line.len());
            return true;
        }
        line.starts_with("Connection")
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
    while let Some(line) = behind
        .get(length..)
        .and_then(|rest| rest.strip_prefix('\n'))
    {
        let line = cut::line(line);
        if line.len() < 2 || !base64::is_wrapped_line(line) || length > 4096 {
            break;
        }
        length += line.len() + 1;
    }
    length
}
