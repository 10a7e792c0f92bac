//! The messages of a JSON answer, whatever key holds them (jira-facts.md 4.2 to 4.4).

use std::borrow::Cow;

use crate::read::data::{Frame, Text, Token, Tokens, unescape};
use crate::read::html;
use crate::text::{Signs, cut};

/// More messages than this tell nothing new.
const MOST: usize = 32;
/// A message longer than this is a page or a log.
const LONGEST: usize = 4096;
/// How much of a text is searched for the JSON that it quotes.
const LONGEST_QUOTE: usize = 64 * 1024;
/// Texts behind a message's key, the same again or not: what has more is no error.
const MOST_SEEN: usize = 1000;
/// JSON in a text of JSON: a product that quotes what another one quoted of Jira.
const DEEPEST_QUOTE: u8 = 3;

/// Collects messages from the pieces of an answer.
#[derive(Default)]
pub(super) struct Messages {
    found: Vec<String>,
    /// Which of them is the `title` at the top, of a problem or of a page.
    title: Option<usize>,
    /// `detail` or `instance` at the top: problem+json, whose title is a message.
    is_problem: bool,
    /// Whether some are about fields of a form: `"errors": {"summary": "…"}`.
    of_fields: bool,
    quoted: u8,
    seen: usize,
}

impl Messages {
    /// Looks at one token.
    pub(super) fn take(&mut self, path: &[Frame<'_>], token: Token<'_>) {
        let Token::Value(key, text) = token else {
            return;
        };
        if text.is_literal() || self.seen == MOST_SEEN {
            return;
        }
        if path.len() == 1 && (key == "detail" || key == "instance") {
            self.is_problem = true;
        }
        match role(path, key) {
            Role::Message => {
                let is_of_field = path.last().is_some_and(|frame| frame.key == "errors");
                self.of_fields |= is_of_field && !key.is_empty() && !is_any(key, MESSAGE);
                self.push(text);
            }
            Role::Title => {
                let at = self.found.len();
                self.push(text);
                if path.len() == 1 && self.found.len() > at {
                    self.title = Some(at);
                }
            }
            Role::Code if text.raw.bytes().any(|b| b.is_ascii_alphabetic()) => self.push(text),
            Role::Code | Role::Nothing => {}
        }
    }

    /// The messages in the order of the answer, and whether some are about fields of a form.
    pub(super) fn finish(mut self) -> (Vec<String>, bool) {
        if let Some(at) = self.title.filter(|_| !self.is_problem)
            && at < self.found.len()
        {
            self.found.remove(at);
        }
        (self.found, self.of_fields)
    }

    fn push(&mut self, text: Text<'_>) {
        self.seen += 1;
        let text = text.beginning(LONGEST_QUOTE).plain();
        let text = text.trim();
        if text.starts_with('<')
            && let Some(title) = html::title(text)
        {
            self.keep(&title);
            return;
        }
        let Some(quote) = self.quote_in(text) else {
            self.keep(text);
            return;
        };
        if quote.len() < text.len() {
            self.keep(text);
        }
        let before = self.found.len();
        self.quoted += 1;
        read(quote, self);
        self.quoted -= 1;
        if quote.len() == text.len() && self.found.len() == before {
            self.keep(text);
        }
    }

    /// The JSON that a message quotes.
    fn quote_in<'a>(&self, text: &'a str) -> Option<&'a str> {
        if self.quoted == DEEPEST_QUOTE {
            return None;
        }
        let at = text.find_any("{[").filter(|at| *at < LONGEST)?;
        let quote = text.get(at..)?;
        let second = quote.get(1..)?.trim_start();
        second.starts_with_any("\"'{\\").then_some(quote)
    }

    fn keep(&mut self, text: &str) {
        let text = cut::first(text, LONGEST);
        let is_known = || self.found.iter().any(|known| known == text);
        if !text.is_empty() && self.found.len() < MOST && !is_known() {
            self.found.push(text.to_owned());
        }
    }
}

/// Reads a text of JSON for its messages alone.
fn read(text: &str, messages: &mut Messages) {
    let text = if text.get(1..).is_some_and(|rest| rest.starts_with('\\')) {
        unescape(text)
    } else {
        Cow::Borrowed(text)
    };
    let mut tokens = Tokens::of_value(&text);
    while let Some(token) = tokens.next() {
        messages.take(tokens.path(), token);
    }
}

enum Role {
    Message,
    /// A message in a problem, a name in a page.
    Title,
    /// A message where it is a word, a status where it is a number.
    Code,
    Nothing,
}

/// What a text behind `key` is, by what is around it.
fn role(path: &[Frame<'_>], key: &str) -> Role {
    let Some(at) = Surroundings::of(path) else {
        return Role::Nothing;
    };
    if key.is_empty() {
        let is_message = path.is_empty() || at.in_errors || is_any(at.holder, MESSAGE);
        return if is_message {
            Role::Message
        } else {
            Role::Nothing
        };
    }
    if at.in_errors || is_any(key, MESSAGE) {
        return Role::Message;
    }
    match key {
        "title" if path.len() == 1 || at.holder == "errors" => Role::Title,
        "code" => Role::Code,
        _ => Role::Nothing,
    }
}

/// Where a text stands.
struct Surroundings<'a> {
    /// The innermost key around it.
    holder: &'a str,
    /// Straight in `errors: {…}`, or in a list behind one of its keys: every text is a message.
    in_errors: bool,
}

impl<'a> Surroundings<'a> {
    /// `None` where anything around is no part of an error: an issue's fields may hold any text.
    fn of(path: &[Frame<'a>]) -> Option<Self> {
        // No error nests deeper, and a walk along a deep path for each text would be slow.
        if path.len() > 8 {
            return None;
        }
        let mut at = Self {
            holder: "",
            in_errors: false,
        };
        for frame in path.get(1..).unwrap_or_default() {
            // `"errors": {"jql": ["…"]}`: the keys are Jira's names of fields.
            if at.in_errors && frame.list {
                at.holder = "errors";
                continue;
            }
            if !frame.key.is_empty() {
                if !is_any(frame.key, AROUND) && !is_any(frame.key, MESSAGE) {
                    return None;
                }
                at.holder = frame.key;
            }
            at.in_errors = !frame.list && frame.key == "errors";
        }
        Some(at)
    }
}

fn is_any(key: &str, known: &[&str]) -> bool {
    known.contains(&key)
}

/// The keys of messages.
static MESSAGE: &[&str] = &[
    "errorMessages",
    "errorMessage",
    "errors",
    "error",
    "message",
    "messages",
    "error_description",
    "detail",
    "details",
];

/// The keys that programs put around an answer.
static AROUND: &[&str] = &["data", "response", "body", "cause", "result"];
