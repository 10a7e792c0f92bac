//! What copying left around a token.

use std::ops::Range;

use super::TokenFlawKind;
use crate::grammar::token_shape;
use crate::text::{OddKind, describe, is_quote, plain_name};

/// A text whose wrapping has been taken away, layer by layer.
pub(super) struct Peeled<'a> {
    /// The whole text.
    typed: &'a str,
    /// What is left of it.
    pub(super) rest: Range<usize>,
    /// What was taken away, in bytes of the typed text.
    pub(super) flaws: Vec<(TokenFlawKind, Range<usize>)>,
    /// `Basic ` was among it.
    pub(super) basic: bool,
    /// `Authorization:` was among it.
    pub(super) header: bool,
}

/// Nobody wraps a token more often than this, and a bound keeps the work linear.
const LAYERS: usize = 8;

impl<'a> Peeled<'a> {
    /// Takes away what no password has around it: blanks, a pair of quotes, a label of a secret, a scheme.
    pub(super) fn gently(typed: &'a str) -> Self {
        Self::peel(typed, false)
    }

    /// Takes away all that may stand around a token too: brackets, a comma, one quote.
    pub(super) fn firmly(typed: &'a str) -> Self {
        Self::peel(typed, true)
    }

    /// What is left.
    pub(super) fn text(&self) -> &'a str {
        self.typed.get(self.rest.clone()).unwrap_or_default()
    }

    fn peel(typed: &'a str, firm: bool) -> Self {
        let mut peeled = Self {
            typed,
            rest: 0..typed.len(),
            flaws: Vec::new(),
            basic: false,
            header: false,
        };
        for _ in 0..LAYERS {
            let before = peeled.rest.clone();
            peeled.trim();
            peeled.quotes();
            peeled.label(firm);
            peeled.scheme(firm);
            if firm {
                peeled.brackets();
                peeled.one_quote();
            }
            if peeled.rest == before {
                break;
            }
        }
        peeled
    }

    fn trim(&mut self) {
        while let Some((c, kind)) = self.text().chars().next().and_then(blank) {
            let rest = self.text().trim_start_matches(c).len();
            self.take_front(self.rest.len() - rest, kind);
        }
        while let Some((c, kind)) = self.text().chars().next_back().and_then(blank) {
            let rest = self.text().trim_end_matches(c).len();
            self.take_back(self.rest.len() - rest, kind);
        }
    }

    fn quotes(&mut self) {
        if let (Some(first), Some(last)) = self.outer_quotes() {
            self.take_front(first.len_utf8(), TokenFlawKind::Quotes);
            self.take_back(last.len_utf8(), TokenFlawKind::Quotes);
        }
    }

    /// What is left of a pair of quotes.
    fn one_quote(&mut self) {
        match self.outer_quotes() {
            (Some(first), None) => self.take_front(first.len_utf8(), TokenFlawKind::Quotes),
            (None, Some(last)) => self.take_back(last.len_utf8(), TokenFlawKind::Quotes),
            _ => {}
        }
    }

    fn outer_quotes(&self) -> (Option<char>, Option<char>) {
        let mut chars = self.text().chars();
        (
            chars.next().and_then(quote),
            chars.next_back().and_then(quote),
        )
    }

    fn label(&mut self, firm: bool) {
        if let Some(label) = label(self.text(), firm) {
            self.header |= label.is_header;
            self.take_front(label.len, TokenFlawKind::Label);
        }
    }

    fn scheme(&mut self, firm: bool) {
        let text = self.text();
        let Some((basic, rest)) = strip_word(text, "basic")
            .map(|rest| (true, rest))
            .or_else(|| strip_word(text, "bearer").map(|rest| (false, rest)))
        else {
            return;
        };
        // `Basic training day` is a phrase; a secret behind a scheme is one word.
        if firm || !rest.contains([' ', '\t']) {
            self.basic |= basic;
            self.take_front(text.len() - rest.len(), TokenFlawKind::Scheme);
        }
    }

    fn brackets(&mut self) {
        let mut chars = self.text().chars();
        let (first, last) = (chars.next(), chars.next_back());
        if matches!(
            (first, last),
            (Some('<'), Some('>'))
                | (Some('('), Some(')'))
                | (Some('['), Some(']'))
                | (Some('{'), Some('}'))
        ) {
            self.take_front(1, TokenFlawKind::Wrapping);
            self.take_back(1, TokenFlawKind::Wrapping);
        } else if let Some(',' | ';') = last {
            self.take_back(1, TokenFlawKind::Wrapping);
        }
    }

    fn take_front(&mut self, len: usize, kind: TokenFlawKind) {
        let end = self.rest.start + len;
        self.note(kind, self.rest.start..end);
        self.rest.start = end;
    }

    fn take_back(&mut self, len: usize, kind: TokenFlawKind) {
        let start = self.rest.end - len;
        self.note(kind, start..self.rest.end);
        self.rest.end = start;
    }

    /// Notes a flaw, and joins it to the one before where they are neighbours of one kind.
    fn note(&mut self, kind: TokenFlawKind, bytes: Range<usize>) {
        match self.flaws.last_mut() {
            Some((last, at)) if *last == kind && at.end == bytes.start => at.end = bytes.end,
            Some((last, at)) if *last == kind && at.start == bytes.end => at.start = bytes.start,
            _ => self.flaws.push((kind, bytes)),
        }
    }
}

/// A character that shows nothing, and the flaw that it is at an end.
fn blank(c: char) -> Option<(char, TokenFlawKind)> {
    let kind = match describe(c)?.0 {
        OddKind::Blank => TokenFlawKind::Blank,
        OddKind::Newline => TokenFlawKind::Newline,
        OddKind::Invisible => TokenFlawKind::Invisible,
        OddKind::Control if c != '\u{fffd}' => TokenFlawKind::Invisible,
        OddKind::Control | OddKind::Quote => return None,
    };
    Some((c, kind))
}

fn quote(c: char) -> Option<char> {
    is_quote(c).then_some(c)
}

fn skip_quote(text: &str) -> &str {
    text.strip_prefix(is_quote).unwrap_or(text)
}

struct Label {
    len: usize,
    is_header: bool,
}

/// `JIRA_API_TOKEN=`, `"apiToken": `, `export X=`, `-H 'Authorization: `, `-u `.
fn label(text: &str, firm: bool) -> Option<Label> {
    let rest = ["-u", "--user"]
        .iter()
        .find_map(|option| strip_word(text, option))
        .filter(|rest| rest.contains(':'));
    if let Some(rest) = rest {
        return Some(Label {
            len: text.len() - rest.len(),
            is_header: false,
        });
    }
    let rest = ["-H", "--header", "export", "set", "setx"]
        .iter()
        .find_map(|command| strip_word(text, command))
        .unwrap_or(text);
    let rest = rest.strip_prefix("$env:").unwrap_or(rest);
    let rest = skip_quote(rest);
    let (name, rest) = rest.split_at_checked(
        rest.bytes()
            .take(64)
            .take_while(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
            .count(),
    )?;
    let rest = skip_quote(rest).trim_start_matches([' ', '\t']);
    let (value, is_colon) = match rest.strip_prefix('=') {
        Some(value) => (value.strip_prefix('>').unwrap_or(value), false),
        None => (rest.strip_prefix(':')?, true),
    };
    let is_header = is_colon && name.eq_ignore_ascii_case("authorization");
    let taken =
        is_header || names_a_secret(name) || (firm && is_before_token(name, value, is_colon));
    taken.then(|| Label {
        len: text.len() - value.trim_start_matches([' ', '\t']).len(),
        is_header,
    })
}

/// Any name will do in front of a token, except where `name:token` may be a user and a secret.
fn is_before_token(name: &str, value: &str, is_colon: bool) -> bool {
    let spaced = value.starts_with([' ', '\t', '"', '\'']);
    let token = value.trim_start_matches([' ', '\t', '"', '\'']);
    !name.is_empty()
        && token_shape::prefixed(name).is_none()
        && (spaced || !is_colon)
        && token_shape::prefixed(token).is_some()
}

fn names_a_secret(name: &str) -> bool {
    const ENDS: [&str; 6] = [
        "token",
        "password",
        "passwd",
        "apikey",
        "secret",
        "accesskey",
    ];
    const WHOLE: [&str; 5] = ["pat", "key", "pass", "pwd", "pw"];
    let name = plain_name(name);
    ENDS.iter().any(|end| name.ends_with(end)) || WHOLE.contains(&name.as_str())
}

/// What follows `word` and the blanks behind it.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    if !head.eq_ignore_ascii_case(word) {
        return None;
    }
    let value = rest.trim_start_matches([' ', '\t']);
    (rest.is_empty() || value.len() < rest.len()).then_some(value)
}
