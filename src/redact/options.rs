//! Secrets behind the options of a command.

use super::name::{is_name_byte, sort_of_name};
use super::places::{behind_colon, word_length};
use super::scan::Finder;
use super::value::{is_worth_hiding, quoted, window};

/// What an option is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    /// `user:secret`
    Pair,
    /// The secret alone.
    Secret,
    /// `name=secret; …`
    Cookies,
}

const OPTIONS: [(&str, Given); 10] = [
    ("-u", Given::Pair),
    ("--user", Given::Pair),
    ("--proxy-user", Given::Pair),
    ("-U", Given::Pair),
    ("-a", Given::Pair),
    ("--auth", Given::Pair),
    ("--oauth2-bearer", Given::Secret),
    ("-SecureString", Given::Secret),
    ("-b", Given::Cookies),
    ("--cookie", Given::Cookies),
];

impl Finder<'_> {
    /// `curl -u user:password`, `-a` of `HTTPie`, `--password …`, `-Token …`, `ConvertTo-SecureString …`.
    pub(super) fn option(&mut self, at: usize) {
        let begins = match self.byte_before(at) {
            None | Some(b' ' | b'\t' | b'\n' | b'"' | b'\'' | b'(') => true,
            Some(b) => b == b'o' && self.byte(at + 1) == Some(b'S'),
        };
        if !begins || matches!(self.byte(at + 1), None | Some(b' ' | b'\t' | b'\n')) {
            return;
        }
        let Some(rest) = window(self.text, at) else {
            return;
        };
        let Some((given, value)) = known(rest).or_else(|| telling(rest)) else {
            return;
        };
        let value = value.trim_start_matches([' ', '\t', '=']);
        let start = at + rest.len() - value.len();
        let (inner, length) = quoted(value).unwrap_or_else(|| (0, word_length(value)));
        let word = value.get(inner..inner + length).unwrap_or_default();
        let skipped = match given {
            Given::Pair => behind_colon(word).or_else(|| self.bearer(at)),
            Given::Secret => Some(0).filter(|_| !word.starts_with(['-', '('])),
            Given::Cookies => Some(0).filter(|_| word.contains('=')),
        };
        if let Some(skipped) = skipped
            && word.get(skipped..).is_some_and(is_worth_hiding)
        {
            self.secrets
                .push(start + inner + skipped..start + inner + length);
        }
    }

    /// `http -A bearer -a TOKEN`: no pair.
    fn bearer(&self, at: usize) -> Option<usize> {
        let head = self.text.get(at.saturating_sub(64)..at)?;
        let line = head.rsplit('\n').next()?.trim_end();
        let is_bearer = ["-A bearer", "--auth-type bearer", "--auth-type=bearer"]
            .iter()
            .any(|option| line.ends_with(option));
        is_bearer.then_some(0)
    }
}

/// An option of a known program, and what stands behind it.
fn known(rest: &str) -> Option<(Given, &str)> {
    OPTIONS.iter().find_map(|(option, given)| {
        let value = rest.strip_prefix(option)?;
        // `-ujane:secret` is one word; of a long option's name this would be another option.
        let fits =
            value.starts_with([' ', '\t', '=']) || (option.len() == 2 && !value.starts_with('-'));
        fits.then_some((*given, value))
    })
}

/// An option of any program whose name says that a secret follows.
fn telling(rest: &str) -> Option<(Given, &str)> {
    let length = rest.bytes().take(64).position(|b| !is_name_byte(b))?;
    let (name, value) = rest.split_at_checked(length)?;
    let is_spaced = value.starts_with([' ', '\t']);
    (is_spaced && sort_of_name(name).is_some()).then_some((Given::Secret, value))
}
