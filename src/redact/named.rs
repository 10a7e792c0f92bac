//! Secrets that a name in front of them gives away.

use std::ops::Range;

use super::value::{is_worth_hiding, looks_random, quoted, window};
use crate::text::plain_name;

/// The longest name of a setting.
const NAME: usize = 64;

/// Values of settings and headers whose name says that they are secret: `JIRA_API_TOKEN=…`, `"apiToken": "…"`,
/// `Authorization: Basic …`, `?os_password=…`.
pub(super) fn named(text: &str, secrets: &mut Vec<Range<usize>>) {
    let mut next = 0;
    for (at, sign) in text.match_indices(['=', ':']) {
        if at < next {
            continue;
        }
        let Some(name) = name_before(text, at) else {
            continue;
        };
        let Some(sort) = sort_of(text, &name, sign) else {
            continue;
        };
        let value = if sort == Sort::Name {
            value_of_named(text, at + 1)
        } else {
            value_behind(text, at + 1, &name, sign, sort)
        };
        let Some(value) = value else {
            continue;
        };
        next = value.end;
        let value = match sort {
            Sort::Cookie | Sort::Setting => value,
            Sort::Authorization | Sort::Name => behind_scheme(text, value),
        };
        if is_worth_hiding(text.get(value.clone()).unwrap_or_default()) {
            secrets.push(value);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Authorization,
    Cookie,
    Setting,
    /// `"name": "Cookie", "value": "…"`, as a HAR file has it.
    Name,
}

/// A name in front of `=` or `:`.
struct Name {
    bytes: Range<usize>,
    /// The quotation mark around the name, or open before it.
    quote: Option<u8>,
    /// The mark is closed behind the name: it is the name's alone.
    is_closed: bool,
    /// Nothing but blanks stands before it in its line.
    begins_line: bool,
}

fn name_before(text: &str, sign: usize) -> Option<Name> {
    let bytes = text.as_bytes();
    let byte_before = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    let mut end = sign;
    let mut is_closed = false;
    while let Some(b' ' | b'\t' | b'"' | b'\'' | b'\\') = byte_before(end) {
        is_closed |= matches!(byte_before(end), Some(b'"' | b'\''));
        end -= 1;
        if sign - end > 8 {
            return None;
        }
    }
    let mut start = end;
    while byte_before(start).is_some_and(is_name_byte) {
        start -= 1;
        if end - start > NAME {
            return None;
        }
    }
    // Behind a line end that is printed as an escape, its letter is not the name's.
    if byte_before(start) == Some(b'\\') && matches!(bytes.get(start), Some(b'n' | b'r' | b't')) {
        start += 1;
    }
    let quote = byte_before(start).filter(|b| matches!(b, b'"' | b'\'' | b'`'));
    let head = text
        .get(start.saturating_sub(NAME)..start)
        .unwrap_or_default();
    let line = head.rsplit('\n').next().unwrap_or_default();
    let begins_line = (head.len() == start || line.len() < head.len())
        && line
            .trim_start_matches(['-', '>', '<', '*', ' ', '\t', '"', '\'', '#'])
            .trim_start_matches("export ")
            .trim_start_matches("set ")
            .is_empty();
    (start < end).then_some(Name {
        bytes: start..end,
        quote,
        is_closed,
        begins_line,
    })
}

fn is_name_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')
}

fn sort_of(text: &str, name: &Name, sign: &str) -> Option<Sort> {
    let typed = text.get(name.bytes.clone())?;
    match plain_name(typed).as_str() {
        // In JSON a key is a project's or an issue's; in a query it may be anything.
        "key" => is_in_query(text, name, sign).then_some(Sort::Setting),
        // The shell's working directory.
        "pwd" if text.get(name.bytes.end..)?.starts_with("=/") => None,
        "name" => (sign == ":" && name.is_closed).then_some(Sort::Name),
        _ => sort_of_name(typed),
    }
}

fn sort_of_name(typed: &str) -> Option<Sort> {
    const ENDS: [&str; 13] = [
        "token",
        "password",
        "passwd",
        "passphrase",
        "secret",
        "apikey",
        "accesskey",
        "secretkey",
        "privatekey",
        "jsessionid",
        "sessionid",
        "credential",
        "credentials",
    ];
    const WHOLE: [&str; 6] = ["pat", "pass", "pwd", "pw", "jwt", "auth"];
    let last_word = typed.rsplit(['_', '-', '.']).next().unwrap_or_default();
    let is_whole = |word: &str| WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(word));
    match plain_name(typed).as_str() {
        "authorization" | "proxyauthorization" => Some(Sort::Authorization),
        "cookie" | "setcookie" => Some(Sort::Cookie),
        // `X-Atlassian-Token: no-check` is a switch; `X-ASESSIONID` is a hash for the server's log.
        "xatlassiantoken" | "xasessionid" => None,
        plain if ENDS.iter().any(|end| plain.ends_with(end)) => Some(Sort::Setting),
        _ => is_whole(last_word).then_some(Sort::Setting),
    }
}

/// The value of `"name": "Cookie", "value": "…"`, where the name is one of a secret.
fn value_of_named(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = window(text, from)?;
    let value = rest.trim_start();
    let (name, behind) = value
        .strip_prefix('"')?
        .split_at_checked(value.bytes().skip(1).take(NAME).position(|b| b == b'"')?)?;
    sort_of_name(name)?;
    let behind = behind.strip_prefix('"')?.trim_start().strip_prefix(',')?;
    let behind = behind.trim_start().strip_prefix("\"value\"")?;
    let value = behind.trim_start().strip_prefix(':')?.trim_start();
    let start = from + rest.len() - value.len();
    let (inner, length) = quoted(value)?;
    Some(start + inner..start + inner + length)
}

fn is_in_query(text: &str, name: &Name, sign: &str) -> bool {
    let before = name.bytes.start.checked_sub(1);
    sign == "=" && before.is_some_and(|at| matches!(text.as_bytes().get(at), Some(b'?' | b'&')))
}

/// The bytes of the value behind a name and its sign.
fn value_behind(
    text: &str,
    from: usize,
    name: &Name,
    sign: &str,
    sort: Sort,
) -> Option<Range<usize>> {
    let rest = window(text, from)?;
    let value = rest
        .strip_prefix(['>', '='])
        .unwrap_or(rest)
        .trim_start_matches([' ', '\t']);
    let start = from + rest.len() - value.len();
    if let Some((inner, length)) = quoted(value) {
        return Some(start + inner..start + inner + length);
    }
    if value.starts_with('(') {
        let (inner, length) = second_argument(value)?;
        return Some(start + inner..start + inner + length);
    }
    // The whole header or setting may stand in quotes: they end it.
    let open_quote = name.quote.filter(|_| !name.is_closed).map(char::from);
    let until = |is_end: &dyn Fn(char) -> bool| {
        let end = value.find(|c| matches!(c, '\r' | '\n') || Some(c) == open_quote || is_end(c));
        value.get(..end.unwrap_or(value.len())).unwrap_or_default()
    };
    let takes_line = match sort {
        Sort::Authorization | Sort::Cookie => true,
        Sort::Name => false,
        Sort::Setting => name.begins_line && (sign == ":" || is_words(until(&|_| false))),
    };
    // `token: not found` in the middle of a sentence is prose.
    let is_spaced = sign == ":" && value.len() < rest.len() && !name.is_closed;
    let length = if takes_line {
        // A program that prints bytes shows the end of a header as an escape.
        let line = until(&|_| false).split(r"\r\n").next().unwrap_or_default();
        line.trim_end_matches([' ', '\t', ',', ']']).len()
    } else if is_spaced && !looks_random(value) {
        0
    } else {
        let is_query = is_in_query(text, name, sign);
        until(&|c| " \t\"'`<>,;)}&".contains(c) || (is_query && c == '#')).len()
    };
    Some(start..start + length)
}

/// The literal in `("jane", "secret")`, as in `auth=(…)` of Python; a variable there betrays nothing.
fn second_argument(value: &str) -> Option<(usize, usize)> {
    let line = value.split(['\r', '\n', ')']).next()?;
    let at = line.find(',')? + 1;
    let argument = value.get(at..)?.trim_start();
    let (inner, length) = quoted(argument)?;
    Some((value.len() - argument.len() + inner, length))
}

/// Plain words to the line's end, as in `PASSWORD=correct horse`; a command behind an assignment has signs.
fn is_words(line: &str) -> bool {
    !line.contains([
        '=', '|', ';', '&', '/', '"', '\'', '(', ')', '<', '>', '{', '}', ',',
    ]) && !line.contains(" -")
}

/// A header keeps its scheme: `Basic [redacted]`.
fn behind_scheme(text: &str, value: Range<usize>) -> Range<usize> {
    let whole = text.get(value.clone()).unwrap_or_default();
    let Some((scheme, rest)) = whole.split_once([' ', '\t']) else {
        return value;
    };
    let is_scheme = [
        "basic",
        "bearer",
        "jwt",
        "digest",
        "geniekey",
        "oauth",
        "token",
        "negotiate",
    ]
    .iter()
    .any(|known| known.eq_ignore_ascii_case(scheme));
    if is_scheme {
        value.end - rest.trim_start_matches([' ', '\t']).len()..value.end
    } else {
        value
    }
}
