//! Names that say that a secret stands behind them.

use std::ops::Range;

use super::scan::Finder;
use crate::text::plain_name;

/// The longest name of a setting.
pub(super) const NAME: usize = 64;

/// What a name says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Authorization,
    Cookie,
    Setting,
    /// `"name": "Cookie", "value": "…"`, as a HAR file has it.
    Name,
}

/// A name in front of a sign.
pub(super) struct Name {
    pub(super) bytes: Range<usize>,
    /// The quotation mark around the name, or open before it.
    pub(super) quote: Option<u8>,
    /// The mark is closed behind the name: it is the name's alone.
    pub(super) is_closed: bool,
    /// Nothing but blanks stands before it in its line.
    pub(super) begins_line: bool,
}

/// The quotation marks of HTML.
pub(super) const ENTITIES: [&str; 5] = ["&quot;", "&#34;", "&#39;", "&#x27;", "&apos;"];

impl Finder<'_> {
    /// The name before a place, if its last letters may be those of a secret's name.
    pub(super) fn name_before(&self, sign: usize) -> Option<Name> {
        let (end, is_closed) = self.name_end(sign)?;
        if !may_end_name(self.ending(end)) {
            return None;
        }
        let mut start = end;
        while self.byte_before(start).is_some_and(is_name_byte) {
            start -= 1;
            if end - start > NAME {
                return None;
            }
        }
        start += usize::from(self.begins_with_escape(&(start..end)));
        let quote = self
            .byte_before(start)
            .filter(|b| matches!(b, b'"' | b'\'' | b'`'));
        (start < end).then_some(Name {
            bytes: start..end,
            quote,
            is_closed,
            begins_line: self.begins_line(start),
        })
    }

    /// Where the name ends whose sign stands here, and whether a quotation mark closes it.
    fn name_end(&self, sign: usize) -> Option<(usize, bool)> {
        let mut end = sign;
        let mut is_closed = false;
        loop {
            let step = match self.byte_before(end)? {
                b'"' | b'\'' => {
                    is_closed = true;
                    1
                }
                b' ' | b'\t' | b'\\' | b']' | b'^' => 1,
                b';' => {
                    let head = self.text.get(..end)?;
                    is_closed = true;
                    ENTITIES.iter().find(|mark| head.ends_with(**mark))?.len()
                }
                _ => return Some((end, is_closed)),
            };
            end -= step;
            if sign - end > 12 {
                return None;
            }
        }
    }

    /// Whether a word is the first of its line, but for signs and the words that set a variable.
    pub(super) fn begins_line(&self, start: usize) -> bool {
        let head = self
            .text
            .get(start.saturating_sub(NAME)..start)
            .unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default();
        (head.len() == start || line.len() < head.len())
            && line
                .trim_start_matches(['-', '>', '<', '*', ' ', '\t', '"', '\'', '#'])
                .trim_start_matches("export ")
                .trim_start_matches("set ")
                .is_empty()
    }

    pub(super) fn sort_of(&self, name: &Name, sign: char) -> Option<Sort> {
        let typed = self.text.get(name.bytes.clone())?;
        match plain_name(typed).as_str() {
            // In JSON a key is a project's or an issue's; in a query it may be anything.
            "key" | "code" | "ticket" | "sig" if self.is_in_query(name, sign) => {
                Some(Sort::Setting)
            }
            "key" | "name" => {
                (name.is_closed || name.begins_line || sign == '=').then_some(Sort::Name)
            }
            // The shell's working directory.
            "pwd" if self.text.get(name.bytes.end..)?.starts_with("=/") => None,
            _ => sort_of_name(typed),
        }
    }

    pub(super) fn is_in_query(&self, name: &Name, sign: char) -> bool {
        sign == '=' && matches!(self.byte_before(name.bytes.start), Some(b'?' | b'&'))
    }
}

pub(super) fn is_name_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')
}

/// Whether a name with these last letters is worth a look. It tells nearly all other words apart, and costs nothing.
fn may_end_name(ending: [u8; 3]) -> bool {
    matches!(
        &ending,
        b"ken"
            | b"ord"
            | b"swd"
            | b"ase"
            | b"ret"
            | b"key"
            | b"nid"
            | b"ial"
            | b"als"
            | b"ion"
            | b"kie"
            | b"ure"
            | b"nse"
            | b"ier"
            | b"rer"
            | b"ode"
            | b"ket"
            | b"sig"
            | b"pat"
            | b"ass"
            | b"pwd"
            | b"jwt"
            | b"uth"
            | b"ame"
    ) || matches!(ending, [_, b'p', b'w'])
}

/// What a name says of its value; `None` for a name of no secret.
pub(super) fn sort_of_name(typed: &str) -> Option<Sort> {
    const ENDS: [&str; 20] = [
        "token",
        "password",
        "passwd",
        "passphrase",
        "passcode",
        "secret",
        "apikey",
        "accesskey",
        "secretkey",
        "privatekey",
        "tokenkey",
        "subscriptionkey",
        "jsessionid",
        "sessionid",
        "credential",
        "credentials",
        "cookie",
        "signature",
        "samlresponse",
        "oauthverifier",
    ];
    const WHOLE: [&str; 7] = ["pat", "pass", "pwd", "pw", "jwt", "auth", "bearer"];
    let last_word = typed.rsplit(['_', '-', '.']).next().unwrap_or_default();
    // `jiraPat`, but not `compat`.
    let last_word = match last_word.rfind(|c: char| c.is_ascii_uppercase()) {
        Some(at) if last_word.contains(|c: char| c.is_ascii_lowercase()) => last_word.get(at..)?,
        _ => last_word,
    };
    let is_whole = |word: &str| WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(word));
    match plain_name(typed).as_str() {
        "cookie" | "setcookie" => Some(Sort::Cookie),
        // `X-Atlassian-Token: no-check` is a switch; `X-ASESSIONID` is a hash for the server's log.
        "xatlassiantoken" | "xasessionid" => None,
        plain if plain.ends_with("authorization") => Some(Sort::Authorization),
        plain if ENDS.iter().any(|end| plain.ends_with(end)) => Some(Sort::Setting),
        _ => is_whole(last_word).then_some(Sort::Setting),
    }
}
