//! Names that say that a secret stands behind them.

use std::ops::Range;

use super::scan::Finder;
use crate::text::cut;

/// The longest name of a setting.
pub(super) const NAME: usize = 64;

/// What a name says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Authorization,
    Cookie,
    Setting,
    /// A name that may say anything: its value must look random.
    Weak,
    /// A name whose value may be `user:secret`.
    Pair,
    /// `"value": "…", "name": "token"`
    Value,
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
}

/// The quotation marks of HTML.
pub(super) const ENTITIES: [&str; 5] = ["&quot;", "&#34;", "&#39;", "&#x27;", "&apos;"];

impl Finder<'_> {
    /// The name before a place.
    pub(super) fn name_before(&self, sign: usize) -> Option<Name> {
        let (end, is_closed) = self.name_end(sign)?;
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
                // `PASSWORD ?= …`, `ENV['PASSWORD'] ||= …`
                b' ' | b'\t' | b'\\' | b']' | b'}' | b'^' | b'?' | b'|' | b'+' => 1,
                b';' => {
                    let head = self.text.get(..end)?;
                    is_closed = true;
                    ENTITIES.iter().find(|mark| head.ends_with(**mark))?.len()
                }
                _ => return Some((end, is_closed)),
            };
            end -= step;
            if sign - end > 24 {
                return None;
            }
        }
    }

    /// Whether a word is the first of its line, but for signs and the words that set a variable.
    pub(super) fn begins_line(&self, start: usize) -> bool {
        let mut head = self.text.as_bytes().get(..start).unwrap_or_default();
        let least = start.saturating_sub(NAME);
        for word in [&b"set "[..], b"export "] {
            while let Some(before) = head.strip_suffix(word)
                && before.len() >= least
            {
                head = before;
            }
        }
        while let [before @ .., sign] = head {
            match sign {
                b'\n' => return true,
                b'-' | b'>' | b'<' | b'*' | b' ' | b'\t' | b'"' | b'\'' | b'#'
                    if before.len() >= least =>
                {
                    head = before;
                }
                _ => return false,
            }
        }
        true
    }

    pub(super) fn sort_of(&self, name: &Name, sign: char) -> Option<Sort> {
        let typed = self.text.get(name.bytes.clone())?;
        let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(typed));
        if is(&["key", "code", "ticket", "sig"]) && self.is_in_query(name, sign) {
            // In JSON a key is a project's or an issue's; in a query it may be anything.
            return Some(Sort::Setting);
        }
        if is(&["key", "name"]) {
            return (name.is_closed || sign == '=' || self.begins_line(name.bytes.start))
                .then_some(Sort::Name);
        }
        if is(&["value"]) {
            return Some(Sort::Value);
        }
        if is(&["user", "pair"]) {
            return Some(Sort::Pair);
        }
        if is(&["default"]) {
            return self.in_named_block(name.bytes.start);
        }
        // The shell's working directory.
        if is(&["pwd"]) && self.text.get(name.bytes.end..)?.starts_with("=/") {
            return None;
        }
        sort_of_name(typed)
    }

    /// `variable "jira_password" { default = …`: the name of the block is the value's.
    fn in_named_block(&self, at: usize) -> Option<Sort> {
        let (_, block) = cut::before(self.text, at, 256).rsplit_once("variable \"")?;
        let (name, inside) = block.split_once('"')?;
        sort_of_name(name).filter(|_| !inside.contains('}'))
    }

    /// Whether a word of another alphabet in front of a sign names a secret.
    pub(super) fn is_foreign_name(&self, sign: usize) -> bool {
        let head = cut::before(self.text, sign, NAME).trim_end();
        let particle = PARTICLES.iter().find_map(|word| head.strip_suffix(word));
        let head = particle.unwrap_or(head);
        if cut::last(head, LONGEST_FOREIGN).is_ascii() {
            return false;
        }
        FOREIGN.iter().any(|name| head.ends_with(name))
    }

    pub(super) fn is_in_query(&self, name: &Name, sign: char) -> bool {
        sign == '=' && matches!(self.byte_before(name.bytes.start), Some(b'?' | b'&'))
    }
}

/// Words that name a secret wherever they end a word of a name: `token`, `apitoken`, `JIRA_TOKEN`, `accessToken`.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "token", "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "passkey", "secret", "apikey",
    "accesskey", "secretkey", "privatekey", "tokenkey", "subscriptionkey", "sessionid", "credential", "credentials", "cookie",
    "signature", "samlresponse", "oauthverifier", "mypat", "jirapat", "pass", "pwd", "pw",
    // Of other languages, in the letters of English.
    "wachtwoord", "senha", "jeton", "salasana", "heslo", "haslo", "parola", "adgangskode", "passord", "sifre", "passe",
    "lozinka", "sandi", "geslo", "parool", "contrasenya",
];

/// Words that end as those do, and name no secret.
const NO_SECRETS: &[&str] = &["compass", "bypass"];

/// Words that name a secret where they are a word of their own: `JIRA_PAT`, but not `compat`.
const WORDS: &[&str] = &["pat", "jwt", "auth", "bearer", "cred", "creds"];

/// Words that may name a secret: what has such a name must look random.
const WEAK: &[&str] = &[
    "session", "sid", "pin", "otp", "csrf", "xsrf", "access", "api", "basic",
];

/// What stands before `key` in the name of a secret.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "api", "access", "secret", "private", "token", "subscription", "encryption", "signing", "atlassian",
];

/// Words after the one that counts: `JIRA_TOKEN_PROD`, `TOKEN2`, `JIRA_AUTH_HEADER`.
#[rustfmt::skip]
const FOLLOWERS: &[&str] = &[
    "value", "string", "header", "file", "prod", "production", "dev", "test", "staging", "stage", "live", "jira", "confluence",
    "atlassian", "cloud", "old", "new", "local", "ci", "plain", "raw",
];

/// No word of [`FOREIGN`] takes more bytes.
const LONGEST_FOREIGN: usize = 24;

/// Names in other alphabets.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "密码", "密碼", "令牌", "パスワード", "トークン", "비밀번호", "암호", "토큰", "كلمة المرور", "كلمة السر", "رمز عبور", "סיסמה", "पासवर्ड", "รหัสผ่าน",
    // Without the first letter, which may be a capital.
    "ароль", "арола", "окен", "ontraseña", "asło", "ösenord", "elszó", "arolă", "ifre", "ật khẩu", "ωδικός",
];

/// What a sentence of those languages has between the name and the value.
const PARTICLES: &[&str] = &["は", "是", "为"];

/// What a name says of its value; `None` for a name of no secret.
pub(super) fn sort_of_name(typed: &str) -> Option<Sort> {
    let is = |word: &str, list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    // A switch, and a hash for the server's log.
    if is(typed, &["X-Atlassian-Token", "X-ASESSIONID"]) {
        return None;
    }
    if is(typed, &["cookie", "set-cookie"]) {
        return Some(Sort::Cookie);
    }
    let mut rest = typed;
    loop {
        let (before, word) = last_word(rest);
        if word.is_empty() {
            return None;
        }
        if ends_with(word, "authorization") {
            return Some(Sort::Authorization);
        }
        let joined = |word: &str, list: &[&str]| is(word, list) && is(last_word(before).1, KEYS);
        if is(word, WORDS)
            || may_end(word)
                && ENDS.iter().any(|end| ends_with(word, end))
                && !NO_SECRETS.iter().any(|end| ends_with(word, end))
            || joined(word, &["key"])
            || is(word, &["id"]) && is(last_word(before).1, &["session", "jsession"])
            || is(word, &["response", "verifier"]) && is(last_word(before).1, &["saml", "oauth"])
        {
            return Some(Sort::Setting);
        }
        let is_follower = word.bytes().all(|b| b.is_ascii_digit()) || is(word, FOLLOWERS);
        if !is_follower {
            return is(word, WEAK).then_some(Sort::Weak);
        }
        rest = before;
    }
}

/// Whether a name is that of a password: of a token the value has a shape of its own.
pub(super) fn is_password(name: &str) -> bool {
    ["pass", "pw", "pwd", "password", "passwort", "passe"]
        .iter()
        .any(|word| ends_with(name, word))
}

/// The letters before the last of each word of [`ENDS`], a bit each, by its last letter.
static TAILS: [u32; 32] = tails();

#[expect(clippy::indexing_slicing, reason = "the compiler runs it")]
const fn tails() -> [u32; 32] {
    let mut tails = [0; 32];
    let mut at = 0;
    while at < ENDS.len() {
        if let [.., before, last] = ENDS[at].as_bytes() {
            tails[(*last & 31) as usize] |= 1 << (*before & 31);
        }
        at += 1;
    }
    tails
}

/// Whether the last two letters are those of a word of [`ENDS`]: a log has a name in front of every other sign.
fn may_end(word: &str) -> bool {
    let [.., before, last] = word.as_bytes() else {
        return false;
    };
    let tails = TAILS.get(usize::from(last & 31));
    tails.is_some_and(|tails| tails & (1 << (before & 31)) != 0)
}

/// Whether a word ends so, in small letters or capitals. The last letter tells most words apart.
pub(super) fn ends_with(word: &str, end: &str) -> bool {
    let (word, end) = (word.as_bytes(), end.as_bytes());
    let (Some(last), Some(letter)) = (word.last(), end.last()) else {
        return false;
    };
    last.eq_ignore_ascii_case(letter)
        && word
            .len()
            .checked_sub(end.len())
            .and_then(|from| word.get(from..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// The last word of a name, and what stands before it: words are parted by signs, capitals and digits.
fn last_word(name: &str) -> (&str, &str) {
    let name = name.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let bytes = name.as_bytes();
    let parts = |at: usize| match (bytes.get(at), bytes.get(at + 1)) {
        (Some(a), _) if !a.is_ascii_alphanumeric() => true,
        (Some(a), Some(b)) => {
            a.is_ascii_digit() != b.is_ascii_digit()
                || a.is_ascii_lowercase() && b.is_ascii_uppercase()
        }
        _ => false,
    };
    // `HTTPToken`: the capital in front of a small letter begins the word.
    let begins = |at: usize| {
        at > 0
            && bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase)
    };
    let start = (0..name.len().saturating_sub(1))
        .rev()
        .find_map(|at| {
            if begins(at + 1) || parts(at) {
                Some(at + 1)
            } else {
                None
            }
        })
        .unwrap_or(0);
    name.split_at_checked(start).unwrap_or(("", name))
}

pub(super) fn is_name_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')
}
