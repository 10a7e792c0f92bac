//! Secrets among the arguments of a function, or in a list.

use std::ops::Range;

use super::names::{ends_with, is_name_byte, sort_of_name};
use super::places::after_colon;
use super::scan::Finder;
use super::value::{is_worth_hiding, looks_random, quoted, window};
use crate::text::cut;

/// What a function is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// `("jane", "secret")`: the last of the texts is the secret.
    Last,
    /// `("jane:secret")`, to be encoded.
    Pair,
    /// `("Bearer", "secret")`
    Scheme,
}

/// How the names of functions end that are given a secret, and what it is.
const CALLS: &[(&str, Given)] = &[
    ("basicauth", Given::Last),
    ("basic_auth", Given::Last),
    ("networkcredential", Given::Last),
    ("pscredential", Given::Last),
    ("passwordcredentials", Given::Last),
    ("credentials.basic", Given::Last),
    ("credentials", Given::Last),
    ("authenticate", Given::Last),
    ("login", Given::Last),
    ("jira", Given::Last),
    ("btoa", Given::Pair),
    ("b64encode", Given::Pair),
    ("base64_encode", Given::Pair),
    ("buffer.from", Given::Pair),
    ("getbytes", Given::Pair),
    ("encodetostring", Given::Pair),
    ("authenticationheadervalue", Given::Scheme),
];

/// The most texts among the arguments of a call.
const MOST: usize = 5;

impl Finder<'_> {
    /// `HTTPBasicAuth("jane", "secret")`, `btoa("jane:secret")`; the bracket is at `at`.
    pub(super) fn call(&mut self, at: usize) {
        let head = cut::before(self.text, at, 32);
        let start = head
            .bytes()
            .rposition(|b| !is_name_byte(b))
            .map_or(0, |at| at + 1);
        let name = head.get(start..).unwrap_or_default();
        let Some((_, given)) = CALLS.iter().find(|(end, _)| ends_with(name, end)) else {
            return;
        };
        let texts = self.texts(at + 1);
        match given {
            Given::Pair => {
                let joined = texts.len() > 1;
                for text in texts {
                    if joined {
                        self.hide_text(text, true);
                    } else {
                        self.hide_pair(text.start, text.end);
                    }
                }
            }
            Given::Last | Given::Scheme => {
                let secret = texts.get(1..).and_then(<[_]>::last).cloned();
                // A pair of names is how a manual says it.
                if let Some(secret) = secret {
                    self.hide_text(secret, name.eq_ignore_ascii_case("jira"));
                }
            }
        }
    }

    /// `http.basic_auth 'jane', 'secret'`: the arguments without brackets.
    pub(super) fn arguments_after(&mut self, at: usize) {
        let head = cut::before(self.text, at, 16);
        if head.ends_with("basic_auth") || head.ends_with(" -f") {
            let before = cut::before(self.text, at, 64);
            // `"{0}:{1}" -f "jane", "secret"` makes a pair.
            if head.ends_with(" -f") && !before.contains("{0}:{1}") {
                return;
            }
            let texts = self.texts(at + 1);
            if let Some(secret) = texts.get(1).cloned() {
                self.hide_text(secret, false);
            }
        }
    }

    /// The second of the two texts of a list: `["jane", "secret"]`.
    pub(super) fn second_of_two(&self, from: usize) -> Option<Range<usize>> {
        match self.texts(from).as_slice() {
            [_, second] => Some(second.clone()),
            _ => None,
        }
    }

    /// The texts in quotes from a place on, as far as commas and signs that join them go.
    fn texts(&self, from: usize) -> Vec<Range<usize>> {
        let mut texts = Vec::new();
        let rest = window(self.text, from).unwrap_or_default();
        let mut at = 0;
        while let Some(value) = rest.get(at..).filter(|_| texts.len() < MOST) {
            let start =
                value.trim_start_matches([' ', '\t', '\r', '\n', ',', '+', '(', '.', 'b', 'f']);
            at += value.len() - start.len();
            match quoted(start) {
                Some((inner, length)) => {
                    texts.push(from + at + inner..from + at + inner + length);
                    at += inner + length + inner;
                }
                // An argument that is no text: a variable, a number.
                None => match cut::first(start, 64).find([',', ')', ']', '\n', '"', '\'']) {
                    Some(end) if start.get(end..).is_some_and(|rest| rest.starts_with(',')) => {
                        at += end;
                    }
                    _ => break,
                },
            }
        }
        texts
    }

    fn hide_text(&mut self, text: Range<usize>, only_random: bool) {
        let secret = self.text.get(text.clone()).unwrap_or_default();
        let is_named = sort_of_name(secret).is_some();
        let fits = if only_random {
            looks_random(secret)
        } else {
            !is_named
        };
        // An address or a mail address is none.
        let is_known = secret.contains("://");
        if fits && !is_known && is_worth_hiding(secret) {
            self.secrets.push(text);
        }
    }

    /// Hides the secret of `user:secret`.
    pub(super) fn hide_pair(&mut self, start: usize, end: usize) {
        let pair = self.text.get(start..end).unwrap_or_default();
        let Some(skipped) = after_colon(pair) else {
            return;
        };
        let secret = pair.get(skipped..).unwrap_or_default();
        // `e-mail:token` is how a manual says it.
        if is_worth_hiding(secret) && sort_of_name(secret).is_none() {
            self.secrets.push(start + skipped..end);
        }
    }
}
