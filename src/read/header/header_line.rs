//! What stands around a header's value: the header's name, an option of `curl`, quotes, the scheme.

use super::HeaderFlawKind as Kind;
use super::Scheme;
use super::decoded;
use super::form::{Flaws, Form};
use crate::grammar::token_shape::is_token;
use crate::text::cut::{self, after_prefix};
use crate::text::edit::one_keystroke;
use crate::text::{MappedText, Signs, is_quote, is_whitespace, trimmed};

/// A header, taken apart.
pub(super) struct HeaderLine<'m> {
    /// The scheme as a server sees it.
    pub(super) scheme: Scheme,
    /// The scheme by which the value is to be read: the last one, where there are several.
    pub(super) meant: Meant,
    /// What stands behind it.
    pub(super) value: &'m str,
}

/// How a value is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    Basic,
    Bearer,
    Unknown,
    Nothing,
}

/// Takes a header apart.
pub(super) fn split<'m>(form: &mut Form<'m>) -> HeaderLine<'m> {
    let typed = form.text.text();
    let text = trim(typed, form);
    let line = unname(text, form);
    let header = scheme(line, form);
    if header.value.is_empty() {
        form.add(Kind::Empty, typed);
    } else if header.scheme == Scheme::Missing {
        form.add(Kind::SchemeMissing, header.value);
    }
    header
}

/// The scheme, and how many characters the value has.
pub(super) fn of(typed: &str) -> (Scheme, usize) {
    let text = MappedText::of(typed, 0..typed.len());
    let mut flaws = Flaws::default();
    let header = split(&mut Form {
        text: &text,
        flaws: &mut flaws,
    });
    (header.scheme, header.value.chars().count())
}

/// Whitespace around a header does not travel; a line end there makes clients refuse it or servers answer 400 (jira-facts.md 8).
fn trim<'m>(typed: &'m str, form: &mut Form) -> &'m str {
    let text = trimmed(typed);
    for end in [cut::head(typed, text), cut::tail(typed, text)] {
        if end.has_any("\n\r") {
            form.add(Kind::HeaderNewline, end);
        }
    }
    text
}

/// Takes away `-H`, quotes and `Authorization:`.
fn unname<'m>(text: &'m str, form: &mut Form) -> &'m str {
    let option = ["--header=", "--header ", "-headers ", "-H", "> "]
        .iter()
        .find_map(|option| after_prefix(text, option));
    let inside = option.unwrap_or(text).trim_start_matches(is_whitespace);
    let table = inside.strip_prefix("@{").or_else(|| {
        let brace = inside.strip_prefix('{')?;
        (!brace.starts_with('{')).then_some(brace)
    });
    let inside = match table {
        Some(rest) => trimmed(rest.trim_end_matches('}')),
        None => inside,
    };
    let (inside, quoted) = unquote(inside);
    let Some(name) = name(inside) else {
        if option.is_some() {
            form.add(Kind::NameIncluded, cut::head(text, inside));
        } else if quoted {
            form.add(Kind::Quotes, cut::head(text, inside));
        }
        return inside;
    };
    form.add(Kind::NameIncluded, cut::head(text, name.rest));
    let (value, value_quoted) = unquote(name.rest);
    // Quotes that belong to a language's syntax are no flaw of the header.
    let is_syntax = name.quoted || name.assigned || table.is_some();
    if !is_syntax && (value_quoted || (quoted && option.is_none())) {
        let first = if value_quoted { name.rest } else { text };
        form.add(Kind::Quotes, cut::first_char(first));
    }
    value.trim_end_matches(|c| c == ',' || c == ';' || c == '\\' || is_whitespace(c))
}

struct Name<'m> {
    rest: &'m str,
    quoted: bool,
    assigned: bool,
}

fn name(text: &str) -> Option<Name<'_>> {
    let behind = after_prefix(text, "authorization")?;
    let unquoted = behind.trim_start_matches(is_quote);
    let separator = unquoted.trim_start_matches(is_whitespace);
    let rest = ["=>", ":", "="]
        .iter()
        .find_map(|sign| separator.strip_prefix(sign))?;
    Some(Name {
        rest: rest.trim_start_matches(is_whitespace),
        quoted: unquoted.len() < behind.len(),
        assigned: separator.starts_with('='),
    })
}

/// What stands between a quote at the beginning and the next one like it, and whether there was one. An apostrophe that
/// closes a JSON key stays for [`name`].
fn unquote(text: &str) -> (&str, bool) {
    let Some(quote) = text.chars().next().filter(|&c| is_quote(c)) else {
        return (text, false);
    };
    let inside = text.get(quote.len_utf8()..).unwrap_or_default();
    if name(inside).is_some_and(|name| name.quoted) {
        return (inside, true);
    }
    let closes = |c: char| {
        if quote.is_ascii() {
            c == quote
        } else {
            is_quote(c)
        }
    };
    let inside = inside
        .split_once(closes)
        .map_or(inside, |(inside, _)| inside);
    (trimmed(inside), true)
}

/// Reads the scheme in front, as often as it stands there.
fn scheme<'m>(line: &'m str, form: &mut Form) -> HeaderLine<'m> {
    let Some((word, mut value)) = leading_scheme(line) else {
        return HeaderLine {
            scheme: Scheme::Missing,
            meant: Meant::Nothing,
            value: line,
        };
    };
    let scheme = name_scheme(word);
    if scheme == Scheme::Bearer && word != "Bearer" {
        form.add(Kind::SchemeCase, word);
    }
    check_spacing(line, word, value, form);
    let mut meant = meaning(&scheme);
    while let Some((again, rest)) = leading_scheme(value) {
        let inner = meaning(&name_scheme(again));
        if inner == Meant::Unknown || rest.is_empty() {
            break;
        }
        form.add(Kind::SchemeDoubled, again);
        meant = inner;
        value = rest;
    }
    HeaderLine {
        scheme,
        meant,
        value,
    }
}

/// The scheme's word and the value behind it.
fn leading_scheme(line: &str) -> Option<(&str, &str)> {
    let (word, rest) = line.split_at(line.find(is_whitespace).unwrap_or(line.len()));
    let rest = rest.trim_start_matches(is_whitespace);
    if is_scheme(word) || (!rest.is_empty() && is_scheme_by_value(word, rest)) {
        return Some((word, rest));
    }
    // The blank was forgotten: only where what follows says so, for `Basic` might begin a password.
    ["Basic", "Bearer"].iter().find_map(|scheme| {
        let value = after_prefix(word, scheme)?;
        let glued = is_token(value) || decoded::is_readable_pair(value);
        glued.then(|| line.split_at(scheme.len()))
    })
}

/// One blank behind the scheme, and no other: Jira ignores a header with two (jira-facts.md 4.1).
fn check_spacing(line: &str, word: &str, value: &str, form: &mut Form) {
    let gap = cut::head(cut::tail(line, word), value);
    if value.is_empty() || gap == " " {
        return;
    }
    if gap.has_any("\n\r") {
        form.add(Kind::Wrapped, gap);
    } else if gap.is_empty() {
        form.add(Kind::SchemeSpacing, word);
    } else {
        form.add(Kind::SchemeSpacing, gap);
    }
}

/// Words that stand in front of a credential somewhere. Only these are taken for a scheme: any other word may be a secret.
const SCHEMES: [&str; 22] = [
    "token",
    "jwt",
    "oauth",
    "digest",
    "negotiate",
    "ntlm",
    "geniekey",
    "apikey",
    "api-key",
    "apitoken",
    "api-token",
    "pat",
    "key",
    "hawk",
    "hmac",
    "kerberos",
    "private-token",
    "access-token",
    "x-api-key",
    "auth",
    "bot",
    "aws4-hmac-sha256",
];

fn is_scheme(word: &str) -> bool {
    let word = word.trim_end_any(":=");
    ["basic", "bearer"]
        .iter()
        .any(|known| is_one_slip_away(word, known))
        || (SCHEMES.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// Another word, in front of what is clearly a credential.
fn is_scheme_by_value(word: &str, value: &str) -> bool {
    word.len() <= 16
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
        && (is_token(value) || decoded::is_readable_pair(value))
}

fn name_scheme(word: &str) -> Scheme {
    if word.eq_ignore_ascii_case("basic") {
        Scheme::Basic
    } else if word.eq_ignore_ascii_case("bearer") {
        Scheme::Bearer
    } else {
        Scheme::Other(word.to_owned())
    }
}

fn meaning(scheme: &Scheme) -> Meant {
    match scheme {
        Scheme::Basic => Meant::Basic,
        Scheme::Bearer => Meant::Bearer,
        Scheme::Other(word) => {
            let word = word.trim_end_any(":=");
            if is_one_slip_away(word, "basic") {
                Meant::Basic
            } else if is_one_slip_away(word, "bearer") {
                Meant::Bearer
            } else {
                Meant::Unknown
            }
        }
        Scheme::Missing => Meant::Nothing,
    }
}

/// Equal in any case of letters, or one keystroke apart.
fn is_one_slip_away(word: &str, known: &str) -> bool {
    word.len() <= known.len() + 1 && {
        let word = word.to_ascii_lowercase();
        word == known || one_keystroke(&word, known)
    }
}
