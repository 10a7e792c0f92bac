//! Secrets that their place gives away: behind a scheme or an option, or in an address.

use std::ops::Range;

use super::value::{is_worth_hiding, looks_random, quoted, window};

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
