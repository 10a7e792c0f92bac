//! Reads the values of codes behind what leads to them.

use super::Signature;
use super::lists::{self, Family};
use crate::read::speaker::Speaker;

/// What a value of a list says, if it says anything.
fn meaning(family: Family, value: &str) -> Option<Signature> {
    let number = value.parse::<u32>().ok();
    let in_list = |list: &[(u16, Signature)], number: Option<u32>| {
        let found = list
            .iter()
            .find(|(known, _)| Some(u32::from(*known)) == number);
        found.map(|(_, meaning)| *meaning)
    };
    let in_words = |list: &[(&str, Signature)]| {
        let found = list
            .iter()
            .find(|(words, _)| words.split(' ').any(|word| word == value));
        found.map(|(_, meaning)| *meaning)
    };
    let result = |code: u32| match code >> 16 {
        0x8007 => in_list(lists::WINDOWS, Some(code & 0xffff)),
        0x8009 => in_list(lists::SECURITY, Some(code & 0xffff)),
        0x800b => in_list(lists::CERTIFICATE, Some(code & 0xffff)),
        _ => None,
    };
    let openssl = |reason: u32| match reason.checked_sub(1000) {
        Some(alert) => in_list(lists::ALERTS, Some(alert)),
        None => in_list(lists::OPENSSL, Some(reason)),
    };
    let digits = || {
        u32::from_str_radix(value, 16)
            .ok()
            .filter(|_| value.len() == 6)
    };
    match family {
        Family::Curl => in_list(lists::CURL, number),
        Family::Errno if number.is_some_and(|number| number >= 10_000) => {
            in_list(lists::WINDOWS, number)
        }
        Family::Errno => in_list(lists::ERRNO, number),
        Family::NameLookup => in_list(lists::NAME_LOOKUP, number),
        Family::Windows => in_list(lists::WINDOWS, number),
        Family::Hresult => result(0x8000_0000 | digits()?),
        Family::HresultNumber => {
            let number = number.filter(|_| value.len() == 7)?;
            result(2_140_000_000_u32.checked_add(number)?.wrapping_neg())
        }
        Family::Verify => in_list(lists::VERIFY, number),
        // The number of the library stands in front of the reason, with a function between them in older versions.
        Family::OpensslError => openssl(digits()? & 0xfff),
        Family::OpensslReason => openssl(number?),
        Family::Alert => in_list(lists::ALERTS, number),
        Family::UrlLoading => in_list(lists::URL_LOADING, number),
        Family::Grpc => in_list(lists::GRPC, number).or_else(|| in_words(lists::GRPC_NAMES)),
        Family::OauthProblem => in_words(lists::OAUTH_PROBLEMS),
        Family::OauthError => in_words(lists::OAUTH_ERRORS),
    }
}

/// The longest value, and a point behind it.
const LONGEST: usize = 40;
/// How many signs stand between a lead and its value.
const MOST_BETWEEN: usize = 8;

/// A value that is being read behind its lead.
pub(super) struct Reading {
    family: Family,
    pub(super) speaker: Speaker,
    /// The unit at which the lead begins.
    pub(super) start: usize,
    value: [u8; LONGEST],
    length: usize,
    between: usize,
}

/// What has been read so far.
pub(super) enum Step {
    More,
    /// No value that says anything.
    Nothing,
    Value {
        meaning: Signature,
        /// A number says less than the words of its line.
        is_number: bool,
        /// How many of the last signs are no part of it.
        behind: usize,
    },
}

impl Reading {
    pub(super) fn new(family: Family, speaker: Speaker, start: usize) -> Self {
        Self {
            family,
            speaker,
            start,
            value: [0; LONGEST],
            length: 0,
            between: 0,
        }
    }

    /// Takes the next byte behind the lead.
    pub(super) fn take(&mut self, byte: u8) -> Step {
        let is_point = byte == b'.' && self.length > 0;
        if byte.is_ascii_alphanumeric() || byte == b'_' || is_point {
            let Some(free) = self.value.get_mut(self.length) else {
                return Step::Nothing;
            };
            *free = byte;
            self.length += 1;
            return Step::More;
        }
        let word = self.word();
        if word.is_empty() || is_small(word) {
            self.length = 0;
            self.between += 1;
            let goes_on = self.between <= MOST_BETWEEN && b" :='([#-,>".contains(&byte);
            return if goes_on { Step::More } else { Step::Nothing };
        }
        let value = word.trim_end_matches('.');
        match meaning(self.family, value) {
            Some(meaning) => Step::Value {
                meaning,
                is_number: value.starts_with(|c: char| c.is_ascii_digit()),
                behind: word.len() - value.len(),
            },
            None => Step::Nothing,
        }
    }

    fn word(&self) -> &str {
        let word = self.value.get(..self.length).unwrap_or_default();
        std::str::from_utf8(word).unwrap_or_default()
    }
}

/// Words between a lead and its number: `curl exited with code 6`.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 9] = [
        "code", "with", "exit", "error", "err", "status", "number", "num", "is",
    ];
    SMALL.contains(&word)
}
