//! Secrets among the arguments of a function, or in a list.

use std::ops::Range;

use super::names::{Sort, ends_with, is_name_byte, is_password, sort_of_name};
use super::places::after_colon;
use super::scan::Finder;
use super::value::{is_worth_hiding, looks_random, quoted, window};
use crate::text::{Signs, cut};

/// What a function is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// `("jane", "secret")`, `("Bearer", "secret")`: the last of the texts is the secret.
    Last,
    /// `("GET", url, false, "jane", "secret")`: the same, where there are three or more.
    LastOfThree,
    /// `("jane:secret")`, to be encoded.
    Pair,
}

/// How the names of functions end that are given a secret, and what it is. Those with `auth` in their name need no line.
const CALLS: &[(&str, Given)] = &[
    ("networkcredential", Given::Last),
    ("pscredential", Given::Last),
    ("credentials", Given::Last),
    ("basic", Given::Last),
    ("login", Given::Last),
    ("restclient", Given::Last),
    ("jira", Given::Last),
    ("open", Given::LastOfThree),
    ("btoa", Given::Pair),
    ("b64encode", Given::Pair),
    ("base64_encode", Given::Pair),
    ("base64encode", Given::Pair),
    ("buffer.from", Given::Pair),
    ("getbytes", Given::Pair),
    ("encodetostring", Given::Pair),
];

/// What the function of this name is given, if it is one that is given a secret.
fn given(name: &str) -> Option<Given> {
    let listed = CALLS.iter().find(|(end, _)| ends_with(name, end));
    let has_auth = || {
        let mut parts = name.as_bytes().windows(4);
        parts.any(|part| part.eq_ignore_ascii_case(b"auth"))
    };
    listed
        .map(|(_, given)| *given)
        .or_else(|| has_auth().then_some(Given::Last))
}

/// The most arguments of a call that are looked at, and calls among them.
const MOST: usize = 6;

impl Finder<'_> {
    /// `HTTPBasicAuth("jane", "secret")`, `btoa("jane:secret")`, `setPassword("secret")`; the bracket is at `at`.
    pub(super) fn call(&mut self, at: usize) {
        let head = cut::before(self.text, at, 32);
        let start = head
            .bytes()
            .rposition(|b| !is_name_byte(b))
            .map_or(0, |at| at + 1);
        let name = head.get(start..).unwrap_or_default();
        let given = given(name);
        let takes_secret = matches!(sort_of_name(name), Some(Sort::Setting));
        // `getToken("jira")` is given a word, `.password("secret")` of a builder the secret.
        let method = name.rsplit('.').next().unwrap_or_default();
        let verbs = ["set", "add", "with"];
        let is_setter = name.strip_prefix('.').is_some_and(is_password)
            || verbs.iter().any(|verb| cut::starts_with(method, verb));
        if given.is_none() && !takes_secret {
            return;
        }
        let texts = self.texts(at + 1);
        match (given, texts.as_slice()) {
            (Some(Given::Pair), [pair]) => self.hide_pair(pair.start, pair.end),
            (Some(Given::Pair), joined) => {
                let mut is_behind_colon = false;
                for text in joined {
                    self.hide_text(text.clone(), !is_behind_colon);
                    is_behind_colon |= self.byte(text.end - 1) == Some(b':');
                }
            }
            // A pair of names is how a manual says it.
            (Some(Given::Last), [_, .., secret]) => {
                self.hide_text(secret.clone(), name.eq_ignore_ascii_case("jira"));
            }
            (Some(Given::LastOfThree), [_, _, .., secret]) => self.hide_text(secret.clone(), true),
            (_, [.., secret]) if takes_secret => self.hide_text(secret.clone(), !is_setter),
            _ => {}
        }
    }

    /// `http.basic_auth 'jane', 'secret'`, `http.Open "GET", url, False, "jane", "secret"`: the arguments without brackets.
    pub(super) fn arguments_after(&mut self, at: usize) {
        let head = cut::before(self.text, at, 64);
        // `"{0}:{1}" -f "jane", "secret"` makes a pair.
        let is_filled = head.ends_with(" -f") && head.contains("{0}:{1}");
        let fewest =
            if is_filled || cut::ends_with(head, "basic") || cut::ends_with(head, "basic_auth") {
                2
            } else if cut::ends_with(head, ".open") {
                3
            } else {
                return;
            };
        let texts = self.texts(at + 1);
        if let Some(secret) = texts.last().filter(|_| texts.len() >= fewest) {
            self.hide_text(secret.clone(), fewest > 2);
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
        for _ in 0..MOST {
            let Some(value) = rest.get(at..) else {
                break;
            };
            let start = value.trim_start_any(" \t\r\n,+(.bf");
            at += value.len() - start.len();
            match quoted(start) {
                Some((inner, length)) => {
                    texts.push(from + at + inner..from + at + inner + length);
                    at += inner + length + inner;
                }
                // An argument that is no text, a variable or a number, or a call around one.
                None => match cut::first(start, 64).find_any(",()]\n\"'") {
                    Some(end)
                        if start
                            .get(end..)
                            .is_some_and(|rest| rest.starts_with_any(",(")) =>
                    {
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
            !is_named && !secret.contains(' ')
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
