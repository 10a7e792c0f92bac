//! What the generated script prints (`script.rs` at the root): a mark in front of each step, and behind it the answer as
//! `curl -i` prints it, or why none came.

use std::borrow::Cow;
use std::ops::Range;

use super::block;
use super::header;
use super::partial::PartialExchange;
use crate::evidence::{Failure, SentScheme};
use crate::text::{Signs, cut};

/// What each mark begins with.
pub(super) const MARK: &str = "--- jira-doctor: ";

/// A line with these words begins the text of the script itself, which a terminal shows in front of what it prints.
const BEGIN: &str = "jira-doctor asks Jira";

/// A line with these words ends it.
const END: &str = "end of jira-doctor";

/// How much may stand in front of a mark on its line: a prompt.
const PROMPT: usize = 120;

/// Looks for the script and for what it printed. A text without a mark costs no look at its lines.
pub(super) struct Script {
    printed: bool,
    /// Where its own text begins. What stands in front of that on its line may be long: the steps with all permissions.
    begins: Vec<usize>,
    length: usize,
}

impl Script {
    pub(super) fn of(text: &str) -> Self {
        Self {
            printed: text.contains(MARK),
            begins: text.match_indices(BEGIN).map(|(at, _)| at).collect(),
            length: text.len(),
        }
    }

    /// Whether the text is the script's own, or what it printed.
    pub(super) fn is_ours(&self) -> bool {
        self.printed || !self.begins.is_empty()
    }

    /// Where the script's own text stands.
    pub(super) fn own(&self, text: &str) -> Range<usize> {
        let Some(front) = self.begins.first().and_then(|&begin| text.get(..begin)) else {
            return 0..0;
        };
        let start = front.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(start..).unwrap_or_default();
        let length = self.shown(cut_line(rest).0, rest).unwrap_or(0);
        start..start + length
    }

    /// The length of the script's own text, where it begins with the first line of `rest`, the text from there on.
    pub(super) fn shown(&self, line: &str, rest: &str) -> Option<usize> {
        let start = self.length.saturating_sub(rest.len());
        let next = self.begins.partition_point(|&begin| begin < start);
        self.begins
            .get(next)
            .filter(|&&begin| begin < start + line.len())?;
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if at > 0 && line.starts_with(MARK) {
                return Some(at);
            }
            at += line.len();
            if line.contains(END) {
                return Some(at);
            }
        }
        Some(at)
    }

    /// The step that begins with the first line of `rest`, and its length; no step is the script's end.
    pub(super) fn step<'v>(
        &self,
        line: &'v str,
        rest: &'v str,
    ) -> Option<(Option<Step<'v>>, usize)> {
        let mark = self.printed.then(|| mark(line)).flatten()?;
        let behind = rest.get(line.len() + 1..).unwrap_or_default();
        let Mark::Step { scheme, url } = mark else {
            return Some((None, line.len() + 1));
        };
        // A mail program may break the line in front of the address.
        let (url, broken) = match url {
            "" => behind.split_once('\n').unwrap_or((behind, "")),
            url => (url, behind),
        };
        let answer = broken.get(..answer_length(broken)).unwrap_or_default();
        let step = Step {
            scheme,
            url: url.trim(),
            answer,
        };
        Some((Some(step), rest.len() - broken.len() + answer.len()))
    }
}

/// A step: what was asked, and all that came of it.
pub(super) struct Step<'v> {
    scheme: Option<SentScheme>,
    url: &'v str,
    answer: &'v str,
}

enum Mark<'v> {
    Step {
        scheme: Option<SentScheme>,
        url: &'v str,
    },
    End,
}

/// `--- jira-doctor: myself, basic: GET https://…`, or `--- jira-doctor: end`.
fn mark(line: &str) -> Option<Mark<'_>> {
    let at = cut::first(line, PROMPT + MARK.len()).find(MARK)?;
    let said = line.get(at + MARK.len()..)?.trim_end();
    if said == "end" {
        return Some(Mark::End);
    }
    let (name, url) = said.split_once(": GET")?;
    let (name, scheme) = name.split_once(", ").unwrap_or((name, ""));
    let scheme = match scheme {
        "" => None,
        "basic" => Some(SentScheme::Basic),
        "bearer" => Some(SentScheme::Bearer),
        _ => return None,
    };
    let is_name = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let is_url = url.is_empty() || url.starts_with(" http");
    (is_name && is_url).then_some(Mark::Step {
        scheme,
        url: url.trim_start(),
    })
}

/// Everything in front of the next mark is the answer, whatever it holds.
fn answer_length(rest: &str) -> usize {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if mark(line).is_some() {
            break;
        }
        at += line.len();
    }
    at
}

impl<'v> Step<'v> {
    /// Reads the answer. `start` and `end` are the step's first and last byte.
    pub(super) fn read(self, start: usize, end: usize) -> PartialExchange<'v> {
        let mut draft = PartialExchange {
            method: Some(Cow::Borrowed("GET")),
            url: Some(Cow::Borrowed(self.url)),
            scheme: self.scheme,
            place: Some((start, end)),
            ..PartialExchange::default()
        };
        let Some((at, failure)) = failure(self.answer) else {
            let body = head(self.answer, &mut draft);
            // An answer that is whole and has no body is known to have none.
            draft.body = body.map(Cow::Borrowed);
            return draft;
        };
        draft.failure = Some(failure);
        let (before, behind) = self
            .answer
            .split_at_checked(at)
            .unwrap_or((self.answer, ""));
        let body = match head(before, &mut draft) {
            Some(body) => body,
            // cmd prints the head behind everything else.
            None => head(behind, &mut draft).map_or("", |_| before.trim()),
        };
        draft.body = Some(body)
            .filter(|body| !body.is_empty())
            .map(Cow::Borrowed);
        draft
    }
}

/// Reads status and headers, and gives the body; `None` where there is no head. What stands in front of the last head is an answer on the way: of a proxy
/// to `CONNECT`, of a server that bids to wait. cmd prints the body in front of the head.
fn head<'v>(answer: &'v str, draft: &mut PartialExchange<'v>) -> Option<&'v str> {
    let (mut rest, mut before) = (answer, "");
    while let Some(at) = status_line(rest) {
        before = rest.get(..at).unwrap_or_default();
        let (line, behind) = cut_line(rest.get(at..).unwrap_or_default());
        draft.status = status(line);
        draft.headers.clear();
        rest = headers(behind, draft);
        let interim = draft.status.is_none_or(|status| status < 300);
        if !interim || !rest.trim_start().starts_with("HTTP/") {
            break;
        }
    }
    draft.status?;
    let (body, before) = (rest.trim(), before.trim());
    Some(body_alone(if body.is_empty() { before } else { body }))
}

/// Where the first line begins that starts with `HTTP/` and a status.
fn status_line(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("HTTP/") && status(line).is_some() {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The status of `HTTP/1.1 401 Unauthorized`.
fn status(line: &str) -> Option<u16> {
    let code = line.split(' ').nth(1)?.trim().parse().ok()?;
    (100..600).contains(&code).then_some(code)
}

fn cut_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// Reads headers, and gives what stands behind them.
fn headers<'v>(text: &'v str, draft: &mut PartialExchange<'v>) -> &'v str {
    let mut rest = text;
    loop {
        let (line, behind) = cut_line(rest);
        let line = line.trim();
        if rest.is_empty() || line.is_empty() {
            return behind;
        }
        match header::read(line) {
            // Where an answer has no such header, cmd prints its name alone.
            Some((_, "")) => {}
            Some((name, value)) if draft.headers.len() < 200 => {
                draft
                    .headers
                    .push((Cow::Borrowed(name), Cow::Borrowed(value)));
            }
            Some(_) => {}
            // A mail program wraps where the challenge has its blank.
            None if line.starts_with("realm=") => {
                if let Some((_, value)) = draft.headers.last_mut() {
                    let value = value.to_mut();
                    value.push(' ');
                    value.push_str(line);
                }
            }
            None => return rest,
        }
        rest = behind;
    }
}

/// The body without what a terminal shows behind the last answer.
fn body_alone(body: &str) -> &str {
    let mut budget = body.len();
    let end = match body.bytes().next() {
        Some(b'{' | b'[') => block::end_of(body, 0, &mut budget),
        Some(b'<') => Some(block::page_end(body, 0)),
        _ => None,
    };
    end.and_then(|end| body.get(..end)).unwrap_or(body)
}

/// Why nothing whole came, in the words of curl or of the script for PowerShell, and where the words begin.
fn failure(answer: &str) -> Option<(usize, Failure)> {
    const CURL: &str = "curl: (";
    const POWERSHELL: &str = "--- failed, ";
    // What went wrong stands behind everything else; a body may tell of curl as well.
    let mut last = 0;
    let mut found = None;
    for line in answer.split_inclusive('\n') {
        let start = last;
        last += line.len();
        if let Some(said) = line.strip_prefix(POWERSHELL) {
            found = Some((start, named(said)));
        } else if let Some(said) = line.strip_prefix(CURL) {
            found = Some((start, by_code(said)));
        }
    }
    if found.is_some() {
        return found;
    }
    // A body that is cut off has no line end. One that goes on behind the words tells of curl itself.
    let at = answer.rfind(CURL)?;
    let line = answer.get(at..)?.split('\n').next()?.trim_end();
    let goes_on = line.ends_with_any("}]>\"");
    (!goes_on).then(|| (at, by_code(line.get(CURL.len()..).unwrap_or_default())))
}

/// curl's exit codes: <https://curl.se/docs/manpage.html#EXIT>.
fn by_code(said: &str) -> Failure {
    match said.split(')').next().unwrap_or_default() {
        "28" => Failure::Timeout,
        "63" => Failure::TooLarge,
        "16" | "18" | "23" | "52" | "56" | "61" | "92" => Failure::CutOff,
        _ => Failure::Unreachable,
    }
}

fn named(said: &str) -> Failure {
    match said.split(':').next().unwrap_or_default() {
        "timeout" => Failure::Timeout,
        "too-large" => Failure::TooLarge,
        "cut-off" => Failure::CutOff,
        _ => Failure::Unreachable,
    }
}
