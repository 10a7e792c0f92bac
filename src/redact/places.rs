//! Secrets that their place gives away: behind a name, a scheme, an option, or in an address.

use std::ops::Range;

use super::REDACTED;
use crate::read::stand_in::{self, StandIn};

/// How far one look goes. Nothing that a person typed is longer, and it keeps the time linear.
const LOOK: usize = 4096;
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
    match plain(typed).as_str() {
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
    match plain(typed).as_str() {
        "authorization" | "proxyauthorization" => Some(Sort::Authorization),
        "cookie" | "setcookie" => Some(Sort::Cookie),
        // `X-Atlassian-Token: no-check` is a switch; `X-ASESSIONID` is a hash for the server's log.
        "xatlassiantoken" | "xasessionid" => None,
        plain if ENDS.iter().any(|end| plain.ends_with(end)) => Some(Sort::Setting),
        _ => is_whole(last_word).then_some(Sort::Setting),
    }
}

fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
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

/// At most [`LOOK`] bytes from `from` on, or all that is there when the next boundary lies elsewhere.
fn window(text: &str, from: usize) -> Option<&str> {
    let rest = text.get(from..)?;
    let mut end = rest.len().min(LOOK);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest.get(..end)
}

/// Plain words to the line's end, as in `PASSWORD=correct horse`; a command behind an assignment has signs.
fn is_words(line: &str) -> bool {
    !line.contains([
        '=', '|', ';', '&', '/', '"', '\'', '(', ')', '<', '>', '{', '}', ',',
    ]) && !line.contains(" -")
}

/// A text in quotes: where its inside begins, and how long it is. The quotes may be escaped, as in JSON within JSON.
fn quoted(value: &str) -> Option<(usize, usize)> {
    let unescaped = value.trim_start_matches('\\');
    let escapes = value.len() - unescaped.len();
    let quote = unescaped.chars().next().filter(|c| "\"'`".contains(*c))?;
    if escapes > 3 {
        return None;
    }
    let inner = unescaped.get(1..)?;
    let mut backslashes = 0;
    for (at, c) in inner.char_indices() {
        match c {
            '\\' => backslashes += 1,
            // As many backslashes as in front of the opening mark close it; more belong to the value.
            _ if c == quote && backslashes <= escapes => {
                return Some((escapes + 1, at - backslashes));
            }
            '\n' => return Some((escapes + 1, at)),
            _ => backslashes = 0,
        }
        if c == quote {
            backslashes = 0;
        }
    }
    Some((escapes + 1, inner.len()))
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

/// A variable or a printed nothing tells more than it betrays.
fn is_worth_hiding(value: &str) -> bool {
    let value = value.trim();
    let harmless = ["true", "false", "no-check", "nocheck"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(value));
    !value.is_empty()
        && !harmless
        && !is_redacted(value)
        && !matches!(value, "[" | "{")
        && !matches!(
            stand_in::read(value),
            Some(StandIn::Variable | StandIn::Nothing)
        )
}

/// Whether this was hidden before; the bracket at the end may belong to the place.
fn is_redacted(value: &str) -> bool {
    value.len() <= REDACTED.len() && value.starts_with(REDACTED.trim_end_matches(']'))
}

/// Digits among letters, or capitals behind small letters: no word of prose.
fn looks_random(text: &str) -> bool {
    let word = text
        .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';'))
        .next()
        .unwrap_or_default();
    let mixed = word
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    word.len() >= 6 && (mixed || word.bytes().any(|b| b.is_ascii_digit()) || word.ends_with('='))
}

/// `Basic …` and `Bearer …` anywhere in the text.
pub(super) fn behind_scheme_word(text: &str, secrets: &mut Vec<Range<usize>>) {
    for (at, _) in text.match_indices([' ', '\t']) {
        let ends = |word: &str| {
            at.checked_sub(word.len())
                .and_then(|start| text.get(start..at))
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        if !(ends("basic") || ends("bearer")) {
            continue;
        }
        let Some(rest) = window(text, at) else {
            continue;
        };
        let value = rest.trim_start_matches([' ', '\t']);
        let start = at + rest.len() - value.len();
        let length = value
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(
                        c,
                        '"' | '\'' | '`' | ',' | ';' | ')' | ']' | '}' | '<' | '\\'
                    )
            })
            .unwrap_or(value.len());
        let word = value.get(..length).unwrap_or_default();
        // `Basic realm="…"` is a server's question, not an answer.
        let is_parameter = word.split_once('=').is_some_and(|(_, rest)| {
            rest.is_empty()
                && value
                    .get(length..)
                    .is_some_and(|rest| rest.starts_with('"'))
        });
        if !is_parameter && looks_random(word) {
            secrets.push(start..start + length);
        }
    }
}

/// `https://user:password@host`
pub(super) fn in_addresses(text: &str, secrets: &mut Vec<Range<usize>>) {
    let mut signs = text.match_indices("://").peekable();
    while let Some((at, sign)) = signs.next() {
        let start = at + sign.len();
        let end = signs.peek().map_or(text.len(), |&(next, _)| next);
        let word = text
            .get(start..end)
            .unwrap_or_default()
            .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>'))
            .next()
            .unwrap_or_default();
        if let Some(password) = password_in(word) {
            secrets.push(start + password.start..start + password.end);
        }
    }
}

/// The password in what follows `://`. People paste them unescaped, so an `@`, a `/` or a `?` may stand in it.
fn password_in(word: &str) -> Option<Range<usize>> {
    let authority = word.find(['/', '?', '#']).unwrap_or(word.len());
    let colon = word.find(':').filter(|&colon| colon < authority)?;
    let end = word
        .get(..authority)
        .and_then(|authority| authority.rfind('@'))
        .or_else(|| {
            let port = word.get(colon + 1..authority)?;
            let is_port = port.bytes().all(|b| b.is_ascii_digit());
            word.rfind('@').filter(|_| !is_port)
        })?;
    let password = word.get(colon + 1..end)?;
    is_worth_hiding(password).then_some(colon + 1..end)
}

/// `curl -u user:password`, `--user user:password`, `-a` of `HTTPie`, and options that take the secret alone.
pub(super) fn command_options(text: &str, secrets: &mut Vec<Range<usize>>) {
    const PAIRS: [&str; 6] = ["-u", "--user", "--proxy-user", "-U", "-a", "--auth"];
    const ALONE: [&str; 2] = ["--oauth2-bearer", "--bearer"];
    for (at, _) in text.match_indices('-') {
        let begins = at == 0
            || text
                .get(..at)
                .is_some_and(|head| head.ends_with([' ', '\t', '\n', '"', '\'', '(']));
        if !begins {
            continue;
        }
        let Some(rest) = window(text, at) else {
            continue;
        };
        let option = |list: &[&str]| {
            list.iter().find_map(|option| {
                let value = rest.strip_prefix(option)?;
                // `-ujane:secret` is one word; of a long option's name this would be another option.
                let fits = value.starts_with([' ', '\t', '='])
                    || (option.len() == 2 && !value.starts_with('-'));
                fits.then_some(value)
            })
        };
        let (value, is_pair) = match (option(&ALONE), option(&PAIRS)) {
            (Some(value), _) => (value, false),
            (_, Some(value)) => (value, true),
            _ => continue,
        };
        let value = value.trim_start_matches([' ', '\t', '=']);
        let start = at + rest.len() - value.len();
        let (inner, length) = quoted(value).unwrap_or_else(|| {
            let end = value.find(char::is_whitespace).unwrap_or(value.len());
            (0, end)
        });
        let word = value.get(inner..inner + length).unwrap_or_default();
        let secret = if is_pair { behind_colon(word) } else { Some(0) };
        if let Some(skipped) = secret
            && word.get(skipped..).is_some_and(is_worth_hiding)
        {
            secrets.push(start + inner + skipped..start + inner + length);
        }
    }
}

/// Where the secret of `user:secret` begins. Two numbers are a container's user and group.
fn behind_colon(word: &str) -> Option<usize> {
    let (user, secret) = word.split_once(':')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_address = user.eq_ignore_ascii_case("http") || user.eq_ignore_ascii_case("https");
    let is_container_user = is_number(user) && is_number(secret);
    (!is_container_user && !is_address).then_some(user.len() + 1)
}
