//! The scheme: present, missing, doubled or misspelt.

use crate::net::UrlParts;
use crate::text::Signs;
use crate::text::edit::one_keystroke;

/// The schemes that Jira is reached by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Plain.
    Http,
    /// Over TLS.
    Https,
}

impl Scheme {
    /// The scheme as it stands in an address.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Http => "http://",
            Self::Https => "https://",
        }
    }
}

/// What stands in front of the host.
pub(super) struct Front<'t> {
    /// The scheme; `None` where none was typed.
    pub(super) scheme: Option<Scheme>,
    /// All that was typed in front of the host.
    pub(super) typed: &'t str,
    /// The address without it.
    pub(super) rest: &'t str,
    /// How many schemes were typed.
    pub(super) count: usize,
    /// Whether the last one is written as it should be.
    pub(super) exact: bool,
    /// A scheme that Jira is not reached by: `ftp://`.
    pub(super) foreign: bool,
}

/// Parts the scheme from the rest.
pub(super) fn read(text: &str) -> Front<'_> {
    const MOST: usize = 4;
    let mut front = Front {
        scheme: None,
        typed: "",
        rest: text,
        count: 0,
        exact: true,
        foreign: false,
    };
    while front.count < MOST {
        let Some((scheme, exact, rest)) = one(front.rest, front.count == 0) else {
            break;
        };
        front.scheme = Some(scheme);
        front.exact = exact;
        front.rest = rest;
        front.count += 1;
    }
    if front.count == 0 {
        front.rest = text.trim_start_any(":/");
        front.exact = front.rest.len() == text.len();
        // `//acme.atlassian.net` is right in a page and has no scheme; `/rest/api/3` has no host.
        if !text.starts_with("//") && !text.starts_with("://") {
            front.rest = text;
            front.exact = true;
        }
        front.foreign = is_foreign(text);
    }
    front.typed = text
        .get(..text.len() - front.rest.len())
        .unwrap_or_default();
    front
}

fn one(text: &str, first: bool) -> Option<(Scheme, bool, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, tail) = text.split_at_checked(letters)?;
    let rest = tail.trim_start_any(":;").trim_start_matches('/');
    let joint = tail.get(..tail.len() - rest.len())?;
    let word = word.to_ascii_lowercase();
    let (scheme, known) = meant(&word)?;
    let has_colon = joint.has_any(":;");
    let fits = if known {
        has_colon || joint.starts_with("//") || (first && joint == "/" && starts_with_host(rest))
    } else {
        joint.contains("//") || (has_colon && joint.contains('/'))
    };
    fits.then_some((scheme, known && joint == "://", rest))
}

/// The scheme that a word is, or is one keystroke from.
fn meant(word: &str) -> Option<(Scheme, bool)> {
    match word {
        "https" => Some((Scheme::Https, true)),
        "http" => Some((Scheme::Http, true)),
        _ if one_keystroke(word, "https") => Some((Scheme::Https, false)),
        _ if one_keystroke(word, "http") => Some((Scheme::Http, false)),
        _ => None,
    }
}

fn starts_with_host(rest: &str) -> bool {
    UrlParts::after_scheme(rest, 0).host.contains('.')
}

fn is_foreign(text: &str) -> bool {
    text.split_once("://").is_some_and(|(word, _)| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}
