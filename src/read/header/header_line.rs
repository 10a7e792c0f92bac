//! What stands around a header's value: the header's name, an option of `curl`, quotes, the scheme.

use super::HeaderFlawKind as Kind;
use super::Scheme;
use super::flaws::Flaws;
use super::parts::is_readable_pair;
use super::piece::Piece;
use crate::read::edit::one_keystroke;
use crate::read::token;
use crate::text::{self, is_quote};

/// A header, taken apart.
pub(super) struct Outer<'t> {
    /// The scheme as a server sees it.
    pub(super) scheme: Scheme,
    /// The scheme by which the value is to be read: the last one, where there are several.
    pub(super) meant: Meant,
    /// What stands behind it.
    pub(super) value: Piece<'t>,
}

/// How a value is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    Basic,
    Bearer,
    Unknown,
    Nothing,
}

/// How far the scheme and what stands before it may reach.
pub(super) const FRONT: usize = 256;

/// Takes a header apart.
pub(super) fn split<'t>(typed: &'t str, flaws: &mut Flaws) -> Outer<'t> {
    let text = trim(Piece::whole(typed), flaws);
    let line = unname(text, flaws);
    let scheme = scheme(line, flaws);
    if scheme.value.is_empty() {
        flaws.add(Kind::Empty, 0..typed.len());
    } else if scheme.scheme == Scheme::Missing {
        flaws.add(Kind::SchemeMissing, scheme.value.range());
    }
    scheme
}

/// How many characters the value has.
pub(super) fn value_length(typed: &str) -> usize {
    split(typed, &mut Flaws::new(typed))
        .value
        .text
        .chars()
        .count()
}

/// Blanks around a header do not travel; a line end there makes clients refuse it or servers answer 400 (jira-facts.md 8).
fn trim<'t>(whole: Piece<'t>, flaws: &mut Flaws) -> Piece<'t> {
    let text = whole.trim();
    let ends = [whole.first(text.at), whole.skip(text.end())];
    for end in ends {
        if end.text.contains(['\n', '\r']) {
            flaws.add(Kind::HeaderNewline, end.range());
        }
    }
    text
}

/// Takes away `-H`, quotes and `Authorization:`.
fn unname<'t>(text: Piece<'t>, flaws: &mut Flaws) -> Piece<'t> {
    let option = ["--header=", "--header ", "-headers ", "-H", "> "]
        .iter()
        .find_map(|option| text.after(option));
    let inside = option.unwrap_or(text).trim_start();
    let table = inside.after("@{").or_else(|| {
        let brace = inside.after("{")?;
        (!brace.text.starts_with('{')).then_some(brace)
    });
    let inside = match table {
        Some(rest) => rest.trim_end_by(|c| c == '}').trim(),
        None => inside,
    };
    let (inside, quoted) = unquote(inside);
    let Some(name) = name(inside) else {
        if option.is_some() {
            flaws.add(Kind::NameIncluded, text.at..inside.at);
        } else if quoted {
            flaws.add(Kind::Quotes, text.at..inside.at);
        }
        return inside;
    };
    flaws.add(Kind::NameIncluded, text.at..name.rest.at);
    let (value, value_quoted) = unquote(name.rest);
    // Quotes that belong to a language's syntax are no flaw of the header.
    let stray = if name.quoted || name.assigned || table.is_some() {
        false
    } else {
        value_quoted || (quoted && option.is_none())
    };
    if stray {
        let first = if value_quoted { name.rest } else { text };
        flaws.add(Kind::Quotes, first.at..first.at + 1);
    }
    value.trim_end_by(|c| c == ',' || c == ';' || c == '\\' || text::is_whitespace(c))
}

struct Name<'t> {
    rest: Piece<'t>,
    quoted: bool,
    assigned: bool,
}

fn name(text: Piece<'_>) -> Option<Name<'_>> {
    let behind = text.after("authorization")?;
    let unquoted = behind.trim_start_by(is_quote);
    let separator = unquoted.trim_start();
    let rest = ["=>", ":", "="]
        .iter()
        .find_map(|sign| separator.after(sign))?;
    Some(Name {
        rest: rest.trim_start(),
        quoted: unquoted.at > behind.at,
        assigned: separator.text.starts_with('='),
    })
}

/// What stands between a quote at the beginning and the next one like it, and whether there was one. An apostrophe that
/// closes a JSON key stays for [`name`].
fn unquote(text: Piece<'_>) -> (Piece<'_>, bool) {
    let Some(quote) = text.text.chars().next().filter(|&c| is_quote(c)) else {
        return (text, false);
    };
    let inside = text.skip(quote.len_utf8());
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
    let inside = inside.split(closes).map_or(inside, |(inside, _)| inside);
    (inside.trim(), true)
}

/// Reads the scheme in front, as often as it stands there.
fn scheme<'t>(line: Piece<'t>, flaws: &mut Flaws) -> Outer<'t> {
    let Some((word, value)) = leading_scheme(line) else {
        return Outer {
            scheme: Scheme::Missing,
            meant: Meant::Nothing,
            value: line,
        };
    };
    let scheme = name_scheme(word.text);
    if scheme == Scheme::Bearer && word.text != "Bearer" {
        flaws.add(Kind::SchemeCase, word.range());
    }
    check_spacing(word, value, flaws);
    let mut meant = meaning(&scheme);
    let mut value = value;
    while let Some((again, rest)) = leading_scheme(value) {
        let inner = name_scheme(again.text);
        if meaning(&inner) == Meant::Unknown || rest.is_empty() {
            break;
        }
        flaws.add(Kind::SchemeDoubled, again.range());
        meant = meaning(&inner);
        value = rest;
    }
    Outer {
        scheme,
        meant,
        value,
    }
}

/// The scheme's word and the value behind it.
fn leading_scheme(line: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    let word = line
        .split(text::is_whitespace)
        .map_or(line, |(word, _)| word);
    let rest = line.skip(word.text.len()).trim_start();
    if is_scheme(word.text) || (!rest.is_empty() && is_scheme_by_value(word.text, rest.text)) {
        return Some((word, rest));
    }
    // The blank was forgotten: only where what follows says so, for `Basic` might begin a password.
    ["Basic", "Bearer"].iter().find_map(|scheme| {
        let value = word.after(scheme)?;
        let glued = token::is_token(value.text) || is_readable_pair(value.text);
        glued.then(|| (line.first(scheme.len()), line.skip(scheme.len())))
    })
}

/// One blank behind the scheme, and no other: Jira ignores a header with two (jira-facts.md 4.1).
fn check_spacing(word: Piece, value: Piece, flaws: &mut Flaws) {
    let gap = word.end()..value.at;
    if value.is_empty() || (gap.len() == 1 && !flaws.is_odd_blank(gap.clone())) {
        return;
    }
    if flaws.has_line_end(gap.clone()) {
        flaws.add(Kind::Wrapped, gap);
    } else if gap.is_empty() {
        flaws.add(Kind::SchemeSpacing, word.range());
    } else {
        flaws.add(Kind::SchemeSpacing, gap);
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
    let word = word.trim_end_matches([':', '=']);
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
        && (token::is_token(value) || is_readable_pair(value))
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
            let word = word.trim_end_matches([':', '=']);
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
