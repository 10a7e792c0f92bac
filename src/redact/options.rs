//! Secrets after the options of a command.

use std::ops::Range;

use super::names::{NAME, Sort, is_name_byte, sort_of_name};
use super::places::{after_colon, word_length};
use super::scan::Finder;
use super::value::{LOOK, is_worth_hiding, quoted, window};
use super::written::line;
use crate::READS_ANSWERS;
use crate::shell::options::{PROGRAMS, Takes};
use crate::shell::words;
use crate::text::{Signs, cut};

/// Options that are given a secret in some commands alone: words of the command, which stand before the option. The option of
/// a user is such a word too.
const IN_COMMANDS: [(&str, &str, Takes); 10] = [
    ("secret set ", "--body", Takes::Secret),
    ("secret set ", "-b", Takes::Secret),
    ("secret set ", "--value", Takes::Secret),
    (" SecureString", "--value", Takes::Secret),
    (" login ", "-p", Takes::Secret),
    (" -u ", "-p", Takes::Secret),
    (" -U ", "-P", Takes::Secret),
    (" -D ", "-w", Takes::Secret),
    ("sshpass ", "-p", Takes::Secret),
    ("ab ", "-A", Takes::User),
];

impl Finder<'_> {
    /// `curl -su user:password`, `-a` of `HTTPie`, `--password …`, `-Token …`, `ConvertTo-SecureString …`.
    pub(super) fn option(&mut self, at: usize) {
        let begins = match self.byte_before(at) {
            None | Some(b' ' | b'\t' | b'\n' | b'"' | b'\'' | b'(' | b'`' | b'[' | b',') => true,
            Some(b) => b == b'o' && self.byte(at + 1) == Some(b'S'),
        };
        if at < self.options_from
            || self.key_block(at)
            // Where no command is read, what looks like one is hidden as a whole.
            || !READS_ANSWERS
            || !begins
            || matches!(self.byte(at + 1), None | Some(b' ' | b'\t' | b'\n'))
        {
            return;
        }
        let Some(rest) = window(self.text, at) else {
            return;
        };
        let length = rest.bytes().position(|b| !is_name_byte(b));
        let (name, after) = rest.split_at(length.unwrap_or(rest.len()));
        let before = cut::before(self.text, at, NAME);
        let mut options = options(name);
        let in_command = IN_COMMANDS
            .iter()
            .find(|(words, option, _)| *option == name && before.contains(words));
        if let Some((.., takes)) = in_command {
            options = vec![(*takes, None)];
        }
        for (takes, inside) in options {
            let Some(start) = self.value_start(at, name, after, inside) else {
                continue;
            };
            let bytes = self.argument(start);
            // What is as long is read once, and not for each option in it again.
            if bytes.len() > 512 {
                self.options_from = bytes.end;
            }
            let text = self.text.get(bytes.clone()).unwrap_or_default();
            let skipped = match takes {
                Takes::User | Takes::ProxyUser => after_colon(text).or_else(|| self.bearer(at)),
                Takes::Cookies => Some(0).filter(|_| text.contains('=')),
                // `-p 8080:80` is a port.
                _ => Some(0).filter(|_| !text.starts_with_any("-(") && !is_address(text)),
            };
            if let Some(skipped) = skipped
                && text.get(skipped..).is_some_and(is_worth_hiding)
            {
                self.secrets.push(bytes.start + skipped..bytes.end);
            }
        }
    }

    /// A private key between its lines of hyphens.
    fn key_block(&mut self, at: usize) -> bool {
        const MOST: usize = 16 * 1024;
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(rest) = rest
            .strip_prefix("-----BEGIN ")
            .filter(|_| at >= self.taken)
        else {
            return false;
        };
        let near = cut::first(rest, MOST);
        let Some((label, inside)) = near
            .split_once("-----")
            .filter(|(label, _)| label.len() < 40)
        else {
            return false;
        };
        if !label.ends_with("PRIVATE KEY") {
            return false;
        }
        let start = at + "-----BEGIN ".len() + label.len() + "-----".len();
        let end = start + inside.find("-----END").unwrap_or(inside.len());
        let key = self.text.get(start..end).unwrap_or_default();
        let start = start + key.len() - key.trim_start().len();
        self.taken = end;
        self.secrets.push(start..start + key.trim().len());
        true
    }

    /// Where the value of an option begins: in its word, after whitespace or `=`, or in the next text of a list of arguments.
    fn value_start(
        &self,
        at: usize,
        name: &str,
        after: &str,
        inside: Option<usize>,
    ) -> Option<usize> {
        if let Some(inside) = inside {
            return Some(at + inside);
        }
        let end = at + name.len();
        match after.bytes().next()? {
            b' ' | b'\t' | b'=' => Some(end + 1),
            // The quote of a value, in the option's own word.
            b'"' | b'\'' if !name.starts_with("--") && !after.get(1..)?.starts_with_any(", ]") => {
                Some(end)
            }
            quote @ (b'"' | b'\'') => {
                let list = after.get(1..)?.trim_start().strip_prefix(',')?.trim_start();
                let start = end + after.len() - list.len();
                (self.byte(start) == Some(quote)).then_some(start)
            }
            b'$' => Some(end),
            _ => None,
        }
    }

    /// The bytes of an argument, without the quotes around it.
    fn argument(&mut self, start: usize) -> Range<usize> {
        if self.line_end < start {
            let rest = self.text.get(start..).unwrap_or_default();
            self.line_end = start + line(rest).len();
        }
        let rest = self.text.get(start..self.line_end).unwrap_or_default();
        let rest = cut::first(rest, LOOK);
        let value = rest.trim_start_any(" \t=");
        let value = value.strip_prefix("-String ").unwrap_or(value);
        let start = start + rest.len() - value.len();
        let open = value.strip_prefix('$').unwrap_or(value);
        if let Some(quote) = open.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let end = words::word(value, 0).map_or(value.len(), |word| word.span.end);
            let inner = value.len() - open.len() + 1;
            let text = value.get(inner..end).unwrap_or_default();
            // What closes a list of arguments is none of one.
            let bare = text.trim_end_any("`,)]}");
            let text = bare.strip_suffix(quote).unwrap_or(text);
            return start + inner..start + inner + text.len();
        }
        if let Some((inner, length)) = quoted(value) {
            return start + inner..start + inner + length;
        }
        let word = value.get(..word_length(value)).unwrap_or_default();
        start..start + word.trim_end_any("\"'`,)]}").len()
    }

    /// `http -A bearer -a TOKEN`: no pair.
    fn bearer(&self, at: usize) -> Option<usize> {
        let line = cut::before(self.text, at, 64).trim_end_any(" \t");
        let is_bearer = ["-A bearer", "--auth-type bearer", "--auth-type=bearer"]
            .iter()
            .any(|option| line.ends_with(option));
        is_bearer.then_some(0)
    }
}

/// The options of a word that are given a secret, whichever program reads them.
fn options(name: &str) -> Vec<(Takes, Option<usize>)> {
    let is_secret = |takes: &Takes| {
        matches!(
            takes,
            Takes::User | Takes::ProxyUser | Takes::Bearer | Takes::Secret | Takes::Cookies
        )
    };
    // `-Password`: a word, and no letters of options.
    if tells(name) && !name.starts_with("--") {
        return vec![(Takes::Secret, None)];
    }
    let mut found: Vec<_> = PROGRAMS
        .iter()
        .flat_map(|program| program.options(name))
        .filter(|(takes, _)| is_secret(takes))
        .collect();
    found.dedup();
    if found.is_empty() && tells(name) {
        found.push((Takes::Secret, None));
    }
    if matches!(name, "--auth" | "--credentials" | "--creds" | "--basic") {
        found = vec![(Takes::User, None)];
    }
    found
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

/// Whether the name of an option of any program says that a secret follows. One of `=` is a name like any other.
fn tells(name: &str) -> bool {
    name.ends_with("-SecureString") || sort_of_name(name).is_some_and(|sort| sort != Sort::Weak)
}
