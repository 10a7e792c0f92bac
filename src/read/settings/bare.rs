//! Texts without separators: a header alone, bare lines, `.netrc`, `setx`.

use super::found::{Found, rank};
use super::keys::{self, Meaning, Owner};
use super::shapes;
use crate::read::header;
use crate::shell::words;
use crate::text::{Signs, cut};

/// Offers what blanks and line ends alone separate.
pub(super) fn scan(text: &str, found: &mut Found) {
    header(text.trim(), found);
    netrc(text, found);
    for line in text.lines() {
        set_command(line.trim(), found);
    }
    if found.is_empty() {
        bare_lines(text, found);
    }
}

/// The value of a header alone, wrapped or not.
fn header(text: &str, found: &mut Found) {
    let is_header = ["basic ", "bearer ", "basic\t", "bearer\t"]
        .iter()
        .any(|scheme| cut::starts_with(text, scheme));
    let words = text.split_whitespace().skip(1);
    // Prose begins with such a word too, and goes on in short ones.
    let encoded = words.clone().take(2).any(|word| word.len() >= 8) && !text.contains(". ");
    if is_header && (encoded || words.count() == 1) && !found.has(Meaning::Authorization) {
        found.offer(Meaning::Authorization, rank::PLAIN, text);
    }
}

/// `machine acme.atlassian.net login jane@acme.example password …`, on one line or on several.
fn netrc(text: &str, found: &mut Found) {
    let mut words = text.split_whitespace().peekable();
    let mut inside = false;
    while let Some(word) = words.next() {
        let meaning = match word {
            "machine" => Meaning::Site,
            "login" if inside => Meaning::Email,
            "password" if inside => Meaning::Token,
            _ => continue,
        };
        let Some(value) = words.next() else {
            return;
        };
        inside |= meaning == Meaning::Site && value.contains('.');
        if inside {
            let bonus = if meaning == Meaning::Site {
                i32::from(is_jira_host(value))
            } else {
                0
            };
            found.offer(meaning, rank::PLAIN + bonus, value);
        }
    }
}

fn is_jira_host(host: &str) -> bool {
    host.contains(".atlassian.net") || host.contains("jira")
}

/// `setx JIRA_TOKEN "…"`, `setenv JIRA_TOKEN …`, `set -gx JIRA_TOKEN …`, `ENV JIRA_TOKEN …`.
fn set_command(line: &str, found: &mut Found) {
    let known = ["setx ", "setenv ", "set ", "ENV "];
    if !known.iter().any(|name| cut::starts_with(line, name)) {
        return;
    }
    let words = words::read(line, 0).words.into_iter().map(|word| word.text);
    let mut words = words.skip(1).skip_while(|word| word.starts_with('-'));
    let (Some(name), Some(value)) = (words.next(), words.next()) else {
        return;
    };
    if let Some(key) = keys::read(&name, Owner::Unknown).filter(|_| !name.contains('=')) {
        found.offer(key.meaning, key.rank, &value);
    }
}

/// The most lines that may be bare values.
const LINES: usize = 5;

/// An address, an e-mail and a token on lines of their own, in any order: told by shape, and what has none by what is missing.
fn bare_lines(text: &str, found: &mut Found) {
    let text = text.trim();
    let has_lines = text.contains('\n');
    let separator = |c: char| c == '\n' || (!has_lines && c.is_whitespace());
    let lines: Vec<&str> = text
        .split(separator)
        .map(|line| line.trim().trim_any("\"'`,;"))
        .filter(|line| !line.is_empty())
        .take(LINES + 1)
        .collect();
    let are_words = lines.iter().all(|line| !line.contains(char::is_whitespace));
    if lines.len() > LINES || !are_words {
        return;
    }
    let mut left = Vec::new();
    for line in lines.iter().copied() {
        if header::is_readable_pair(line) && !shapes::is_token(line) {
            found.offer(Meaning::Authorization, rank::SHAPE, line);
        } else if shapes::is_email(line) {
            found.offer(Meaning::Email, rank::SHAPE, line);
        } else if shapes::is_token(line) {
            found.offer(Meaning::Token, rank::SHAPE, line);
        } else if is_address(line) {
            shapes::offer_address(line, rank::SHAPE, found);
        } else if !is_pair_with_email(line, found) {
            left.push(line);
        }
    }
    // Something must show that these are values, and not words of a sentence, which may well name a site.
    let known = [Meaning::Site, Meaning::Email, Meaning::Token];
    let count = known.iter().filter(|&&meaning| found.has(meaning)).count();
    let are_values = if has_lines {
        !found.is_empty()
    } else {
        count == 2 && left.len() == 1
    };
    if are_values {
        share(left, found);
    }
}

fn is_address(line: &str) -> bool {
    // A full stop at the end is a sentence's.
    line.contains("://")
        || (line.trim_end_matches('.').contains('.')
            && !line.has_any("@:=$!&")
            && line.bytes().any(|b| b.is_ascii_lowercase()))
}

fn is_pair_with_email(line: &str, found: &mut Found) -> bool {
    let is_pair = line
        .split_once(':')
        .is_some_and(|(user, _)| shapes::is_email(user));
    if is_pair {
        found.offer_pair(rank::SHAPE, line);
    }
    is_pair
}

/// Lines without a shape: the longest is the secret, the others fill what is missing in the order of forms.
fn share(mut left: Vec<&str>, found: &mut Found) {
    if !found.has(Meaning::Token)
        && let Some(longest) =
            (0..left.len()).max_by_key(|&at| left.get(at).map_or(0, |line| line.len()))
        && left.get(longest).is_some_and(|line| line.len() >= 8)
    {
        found.offer(Meaning::Token, rank::SHAPE, left.remove(longest));
    }
    for line in left {
        let meaning = if found.has(Meaning::Site) {
            Meaning::Email
        } else {
            Meaning::Site
        };
        found.offer(meaning, rank::SHAPE, line);
    }
}
