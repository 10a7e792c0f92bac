//! Secrets that their place gives away: behind a scheme, a word or an address, or on the way into base64.

use super::named::COPULAS;
use super::names::{Sort, is_name_byte, is_password, sort_of_name};
use super::scan::Finder;
use super::value::{is_worth_hiding, looks_random, may_be_secret, quoted, window};
use super::written::line;
use crate::text::{Signs, cut};

/// The longest secret behind an e-mail address.
const LONGEST: usize = 512;

impl Finder<'_> {
    /// A blank: behind a scheme, or behind a word that some formats set apart by blanks alone.
    pub(super) fn blank(&mut self, at: usize) {
        match &self.ending(at) {
            b"sic" | b"rer" => {
                self.behind_scheme_word(at);
                self.arguments_after(at);
            }
            // The last is the end of `è` and `é`.
            b" is" | b"ist" | b"est" | b" es" | b"tet" | [b' ', 0xE3, _] => self.after_copula(at),
            b"uth" | b" -f" | b"pen" => self.arguments_after(at),
            b"<<<" => self.here_string(at),
            b"ord"
            | b"swd"
            | b"ken"
            | b"nid"
            | b"ret"
            | b"pat"
            | b"key"
            | b"ase"
            | b"ial"
            | b"als"
            | b"kie"
            | b"ort"
            | b"sse"
            | b"ass"
            | b"pwd"
            | b" pw"
            | [.., b'"' | b'\'' | b'}'] => self.after_word(at),
            _ => {}
        }
    }

    fn word_before(&self, at: usize) -> &str {
        let head = cut::before(self.text, at, 128);
        let space = head.bytes().rposition(|b| b.is_ascii_whitespace());
        let start = space.map_or(0, |at| at + 1);
        head.get(start..).unwrap_or_default()
    }

    /// `Basic …` and `Bearer …` anywhere in the text.
    fn behind_scheme_word(&mut self, at: usize) {
        let head = self.text.get(..at).unwrap_or_default();
        let ends = |word| cut::ends_with(head, word);
        if !(ends("basic") || ends("bearer")) {
            return;
        }
        let Some(rest) = window(self.text, at) else {
            return;
        };
        let value = rest.trim_start_any(" \t");
        let start = at + rest.len() - value.len();
        let ends_value = |b: u8| b.is_ascii_whitespace() || b"\"'`,;)]}<\\".contains(&b);
        let length = value.bytes().position(ends_value).unwrap_or(value.len());
        let word = value.get(..length).unwrap_or_default();
        // `Basic realm="…"` is a server's question, not an answer.
        let is_parameter = word.split_once('=').is_some_and(|(_, rest)| {
            rest.is_empty()
                && value
                    .get(length..)
                    .is_some_and(|rest| rest.starts_with_any("\"\\"))
        });
        if !is_parameter && looks_random(word) {
            self.secrets.push(start..start + length);
        }
    }

    /// `login jane password …` of a `.netrc`, `setx JIRA_TOKEN …` of Windows, a line of a cookie jar, `token "…"` of a log.
    fn after_word(&mut self, at: usize) {
        let name = self.word_before(at);
        let plain = name.trim_any("\"'${}[(");
        let plain = plain.rsplit(':').next().unwrap_or_default();
        if plain.len() < 2
            || !plain.bytes().all(is_name_byte)
            || sort_of_name(plain).is_none_or(|sort| sort == Sort::Weak)
        {
            return;
        }
        let is_set_apart = self.is_set_apart(at, name);
        let rest = window(self.text, at).unwrap_or_default();
        let value = rest.trim_start_any(" \t");
        let start = at + rest.len() - value.len();
        let in_brackets = || Some((1, value.strip_prefix('<')?.find('>')?));
        let (inner, length) = match quoted(value).or_else(in_brackets) {
            Some(inside) => inside,
            None if is_set_apart || self.is_property(at, name) => (0, word_length(value)),
            // `with the password s3cr3t, and still 401`
            None if is_password(plain) => {
                let word = value.get(..word_length(value)).unwrap_or_default();
                let word = word.trim_end_any(".,;)");
                if !may_be_secret(word) || !word.bytes().any(|b| b.is_ascii_digit()) {
                    return;
                }
                (0, word.len())
            }
            None => return,
        };
        let value = start + inner..start + inner + length;
        let text = self.text.get(value.clone()).unwrap_or_default();
        // `the password "secret"` is one word; what else stands in quotes there is a message.
        let is_quoted = inner > 0 && is_password(plain) && text.len() >= 8 && !text.has_any(" :");
        let may_be = is_quoted || looks_random(text) && !text.contains("://");
        if is_worth_hiding(text) && (is_set_apart || may_be) {
            self.secrets.push(value);
        }
    }

    /// `my password is secret`: a word that no sentence has.
    fn after_copula(&mut self, at: usize) {
        let copula = self.word_before(at);
        let Some(end) = at.checked_sub(copula.len() + 1) else {
            return;
        };
        let name = self.name_before(end);
        let typed = name.and_then(|name| self.text.get(name.bytes));
        let is_named =
            typed.and_then(sort_of_name) == Some(Sort::Setting) || self.is_foreign_name(end);
        if !is_named || !COPULAS.contains(&copula) {
            return;
        }
        let rest = window(self.text, at + 1).unwrap_or_default();
        let (inner, length) = quoted(rest).unwrap_or_else(|| (0, word_length(rest)));
        let value = rest.get(inner..inner + length).unwrap_or_default();
        let value = value.trim_end_any(".,;)");
        if may_be_secret(value) {
            self.secrets
                .push(at + 1 + inner..at + 1 + inner + value.len());
        }
    }

    /// Whether the words before a name say that its value comes next.
    fn is_set_apart(&self, at: usize, name: &str) -> bool {
        // `${PASSWORD}    secret`
        let is_column = name.ends_with('}') && self.byte(at + 1) == Some(b' ');
        if (self.byte(at) == Some(b'\t') || is_column)
            && matches!(
                self.byte_before(at - name.len()),
                Some(b'\t' | b'\n') | None
            )
        {
            return true;
        }
        let from = at.saturating_sub(256);
        let head = self.text.get(from..at - name.len()).unwrap_or_default();
        let mut words = head.split_whitespace().rev();
        let (last, before) = (words.next().unwrap_or_default(), words.next());
        let is_netrc = matches!(before, Some("login" | "machine" | "account"));
        let sets_variable = matches!(
            last,
            "setx" | "setenv" | "default" | "ENV" | "--arg" | "--secret"
        ) || matches!(last, "-x" | "-gx" | "-Ux" | "-gU" | "-xg")
            && before == Some("set");
        is_netrc || sets_variable
    }

    /// `jira.password secret`, as Java's properties may have it: a name of several words, and one word more on the line.
    fn is_property(&self, at: usize, name: &str) -> bool {
        let rest = line(window(self.text, at).unwrap_or_default()).trim();
        name.contains('.') && !rest.contains(' ') && self.begins_line(at - name.len())
    }

    /// `| token | secret |`: the next cell of a table.
    pub(super) fn cell(&mut self, at: usize) {
        let Some(name) = self.name_before(at) else {
            return;
        };
        let head = cut::before(self.text, name.bytes.start, 16);
        let begins = head.trim_end_any(" `*").ends_with_any("|\n");
        let typed = self.text.get(name.bytes).unwrap_or_default();
        if !begins || sort_of_name(typed) != Some(Sort::Setting) {
            return;
        }
        let rest = line(window(self.text, at + 1).unwrap_or_default());
        let cell = rest.split('|').next().unwrap_or_default();
        let value = cell.trim_any(" `");
        if looks_random(value) && !value.contains(' ') && is_worth_hiding(value) {
            let start = at + 1 + cut::offset(rest, value);
            self.secrets.push(start..start + value.len());
        }
    }

    /// `https://user:password@host`; `start` is behind the two slashes.
    pub(super) fn address(&mut self, start: usize) {
        let rest = window(self.text, start).unwrap_or_default();
        let bytes = rest.as_bytes();
        let ends = |(at, &b): (usize, &u8)| {
            // Another address ends the first.
            b.is_ascii_whitespace()
                || matches!(b, b'<' | b'>')
                // A mark in a password: the host comes after it.
                || matches!(b, b'"' | b'\'' | b'`') && !leads_to_host(bytes, at + 1)
                || (b == b':' && bytes.get(at..).is_some_and(|rest| rest.starts_with(b"://")))
        };
        let length = bytes.iter().enumerate().position(ends);
        let word = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        if let Some(password) = password_in(word).or_else(|| token_in(word)) {
            self.secrets.push(start + password.0..start + password.1);
        }
        // `/token/…`
        let path = word.until_any("?#");
        let mut name = "";
        for segment in path.split('/') {
            let is_name = is_password(name) || cut::ends_with(name, "token");
            if is_name && may_be_secret(segment) {
                let at = start + cut::offset(word, segment);
                self.secrets.push(at..at + segment.len());
            }
            name = segment;
        }
        // A server is never sent what follows the number sign, and a page's own anchors are words and numbers with hyphens.
        if let Some((before, anchor)) = word.split_once('#')
            && may_be_secret(anchor)
            && !anchor.has_any("-=?")
        {
            let start = start + before.len() + 1;
            self.secrets.push(start..start + anchor.len());
        }
    }

    /// `jdoe:secret@jira.acme.example`, an address without a scheme.
    fn before_host(&mut self, at: usize) {
        let rest = self.text.as_bytes().get(at + 1..).unwrap_or_default();
        let ends = |b: &u8| b.is_ascii_whitespace() || b"\"'`<>,;:/@".contains(b);
        let Some(length) = rest
            .iter()
            .take(LONGEST)
            .position(ends)
            .filter(|&end| rest.get(end) == Some(&b'@'))
        else {
            return;
        };
        let secret = self.text.get(at + 1..at + 1 + length).unwrap_or_default();
        let host = rest.iter().skip(length + 1).take_while(|b| !ends(b));
        let is_mail = self.ending(at) == *b"lto" || secret.contains('.');
        let is_host = !is_mail && host.filter(|b| **b == b'.').count() > 0;
        if is_host && looks_random(secret) && is_worth_hiding(secret) {
            self.secrets.push(at + 1..at + 1 + length);
        }
    }

    /// `jane@acme.example:secret`, but no port and no path of git's.
    pub(super) fn behind_mail_address(&mut self, at: usize) {
        let is_domain = self
            .byte_before(at)
            .is_some_and(|b| b.is_ascii_alphabetic());
        let is_value = self
            .byte(at + 1)
            .is_some_and(|b| b.is_ascii_graphic() && b != b'/');
        if !is_domain || !is_value {
            return;
        }
        let Some((user, domain)) = self.word_before(at).rsplit_once('@') else {
            return self.before_host(at);
        };
        // A colon inside belongs to a password so rarely that it may end one: the time stays linear.
        let rest = self.text.as_bytes().get(at + 1..).unwrap_or_default();
        let ends = |b: &u8| b.is_ascii_whitespace() || b"\"'`<>,;:".contains(b);
        let length = rest.iter().take(LONGEST).position(ends);
        let length = length.unwrap_or(rest.len().min(LONGEST));
        let secret = self.text.get(at + 1..at + 1 + length).unwrap_or_default();
        let port = secret.split('/').next().unwrap_or_default();
        let is_port = port.bytes().all(|b| b.is_ascii_digit());
        let is_name = !user.is_empty() && !user.ends_with("git");
        let is_pair = domain.contains('.') && is_name && !is_port;
        if is_pair && looks_random(secret) && is_worth_hiding(secret) {
            self.secrets.push(at + 1..at + 1 + length);
        }
    }

    /// `base64 <<< 'jane:secret'`
    fn here_string(&mut self, at: usize) {
        let head = cut::before(self.text, at, 128);
        let value = cut::from(self.text, at + 1, LONGEST);
        if head.contains("base64")
            && let Some((inner, length)) = quoted(value)
        {
            self.hide_pair(at + 1 + inner, at + 1 + inner + length);
        }
    }

    /// `echo -n 'jane:secret' | base64`, `echo secret | docker login --password-stdin`
    pub(super) fn piped(&mut self, at: usize) {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let command = rest.trim_start_matches(' ');
        let logs_in = line(cut::first(command, 128)).contains(" login ");
        if !(command.starts_with("base64") || command.starts_with("openssl") || logs_in) {
            return;
        }
        let head = self
            .text
            .get(at.saturating_sub(1024)..at)
            .unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default().trim_end();
        let end = at - (head.len() - head.trim_end().len());
        let (line, end) = match line.strip_suffix(['"', '\'']) {
            Some(inside) => (inside, end - 1),
            None => (line, end),
        };
        // `printf '%s:%s' jane secret`: the last word.
        let is_filled = line.contains("%s:%s") || logs_in && line.contains("echo ");
        let opening = if line.len() < head.trim_end().len() {
            line.rfind(['"', '\''])
        } else {
            line.rfind(' ')
        };
        let Some(opening) = opening else {
            return;
        };
        let start = end - (line.len() - opening - 1);
        let word = self.text.get(start..end).unwrap_or_default();
        if is_filled && !word.contains("%s") && is_worth_hiding(word) {
            self.secrets.push(start..end);
        } else {
            self.hide_pair(start, end);
        }
    }
}

/// Whether an `@` comes before anything that ends a password.
fn leads_to_host(bytes: &[u8], from: usize) -> bool {
    let mut rest = bytes.iter().skip(from).take(LONGEST);
    rest.find(|b| b.is_ascii_whitespace() || b"@\"'`/,<>".contains(b)) == Some(&b'@')
}

pub(super) fn word_length(value: &str) -> usize {
    value.find(char::is_whitespace).unwrap_or(value.len())
}

/// The password in what follows `://`. People paste them unescaped, so an `@`, a `/` or a `?` may stand in it.
fn password_in(word: &str) -> Option<(usize, usize)> {
    let authority = word.find_any("/?#").unwrap_or(word.len());
    let colon = word.find(':').filter(|&colon| colon < authority)?;
    if word
        .get(colon..)
        .is_some_and(|rest| rest.starts_with(":x-oauth-basic@"))
    {
        return None;
    }
    let end = word
        .get(..authority)
        .and_then(|authority| authority.rfind('@'))
        .or_else(|| {
            let port = word.get(colon + 1..authority)?;
            let is_port = port.bytes().all(|b| b.is_ascii_digit());
            word.rfind('@').filter(|_| !is_port)
        })?;
    let password = word.get(colon + 1..end)?;
    is_worth_hiding(password).then_some((colon + 1, end))
}

/// A token that stands for the user: `https://TOKEN@host`, `https://TOKEN:x-oauth-basic@host`.
fn token_in(word: &str) -> Option<(usize, usize)> {
    let authority = word.until_any("/?#");
    let (user, _) = authority.split_once('@')?;
    let token = user.strip_suffix(":x-oauth-basic").unwrap_or(user);
    let token = token.strip_suffix(':').unwrap_or(token);
    let is_token = token.len() >= 12 && looks_random(token) && !token.has_any(".:%");
    (is_token && is_worth_hiding(token)).then_some((0, token.len()))
}

/// Where the secret of `user:secret` begins. Two numbers are a container's user and group.
pub(super) fn after_colon(word: &str) -> Option<usize> {
    let (user, secret) = word.split_once(':')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_address = user.eq_ignore_ascii_case("http") || user.eq_ignore_ascii_case("https");
    let is_container_user = is_number(user) && is_number(secret);
    (!is_container_user && !is_address).then_some(user.len() + 1)
}
