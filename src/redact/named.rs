//! Secrets that a name in front of them gives away.

use std::ops::Range;

use super::names::{NAME, Name, Sort, is_name_byte, is_password, sort_of_name};
use super::scan::{Finder, LOOSE};
use super::value::{LOOK, is_worth_hiding, looks_random, may_be_secret, quoted, window};
use super::written::{
    constructed, fallback, in_entities, joined, line, second_argument, to_end_of_word, until,
};
use crate::grammar::placeholder;
use crate::text::{Signs, cut};

impl Finder<'_> {
    /// Values of settings and headers whose name says that they are secret: `JIRA_API_TOKEN=…`, `"apiToken": "…"`,
    /// `Authorization: Basic …`, `?os_password=…`.
    pub(super) fn named(&mut self, at: usize, sign: char) {
        self.named_by(at, at + 1, sign);
    }

    /// The same for a sign of more bytes than one.
    pub(super) fn named_by(&mut self, at: usize, from: usize, sign: char) {
        if at < self.taken {
            return;
        }
        if sign == LOOSE {
            return self.loosely_named(at, from);
        }
        if self.is_foreign_name(at) {
            let rest = line(window(self.text, from).unwrap_or_default());
            let value = rest.trim_start();
            let start = from + rest.len() - value.len();
            let (inner, length) = quoted(value).unwrap_or((0, value.trim_end().len()));
            self.taken = start + inner + length;
            return self.hide(start + inner..self.taken, Sort::Setting);
        }
        let named = self.sorted_name(at, sign);
        let Some((name, sort)) = named.or_else(|| self.before_another_word(at, from, sign)) else {
            return;
        };
        let value = match sort {
            Sort::Name => self.value_of_named(from),
            Sort::Value => self.value_with_name(from),
            _ => self.value_after(from, &name, sign, sort),
        };
        let Some(value) = value else {
            return;
        };
        let text = self.text.get(value.clone()).unwrap_or_default();
        // A path to it.
        let name = self.text.get(name.bytes).unwrap_or_default();
        let is_file = cut::ends_with(name, "file");
        if sort == Sort::Weak && !may_be_secret(text) || is_file && text.starts_with_any("/.~") {
            return;
        }
        if sort == Sort::Pair {
            let secret = text.split_once(':').map_or("", |(_, secret)| secret);
            if looks_random(secret) {
                self.hide_pair(value.start, value.end);
            }
            return;
        }
        // In a variable with a default, `${PASSWORD:-secret}`, stands another name.
        if is_worth_hiding(text) {
            self.taken = value.end;
            self.hide(value, sort);
        }
    }

    /// `Пароль — secret`, `パスワードは「secret」`
    fn loosely_named(&mut self, at: usize, from: usize) {
        let named = self.sorted_name(at, LOOSE);
        if !self.is_foreign_name(at) && !named.is_some_and(|(_, sort)| sort == Sort::Setting) {
            return;
        }
        let rest = line(window(self.text, from).unwrap_or_default());
        let value = rest.trim_start();
        let ends = |c: char| !c.is_ascii_graphic() || ",;".contains(c);
        let word = || (0, value.find(ends).unwrap_or(value.len()));
        let (inner, length) = quoted(value).unwrap_or_else(word);
        let text = value.get(inner..inner + length).unwrap_or_default();
        if may_be_secret(text) {
            let start = cut::offset(self.text, text);
            self.secrets.push(start..start + length);
        }
    }

    /// `password is: …`, `token: String = "…"`, `token As String = "…"`: the name stands before another word.
    fn before_another_word(&self, at: usize, from: usize, sign: char) -> Option<(Name, Sort)> {
        let head = cut::before(self.text, at, NAME).trim_end();
        let (head, word) = head.rsplit_once([' ', '&'])?;
        let head = head.trim_end_any(" &");
        // `Password for 'jane': …`
        let of_whom = || {
            let owner = head.strip_suffix(" user").unwrap_or(head);
            owner.strip_suffix(" for").filter(|_| !word.contains('\n'))
        };
        let end = if sign == ':' {
            let is = COPULAS.contains(&word).then_some(head);
            is.or_else(of_whom)
        } else {
            let value = cut::from(self.text, from, 16).trim_start();
            let before = head
                .strip_suffix(':')
                .or_else(|| cut::before_suffix(head, " as"));
            before.filter(|_| quoted(value).is_some())
        }?;
        self.sorted_name(cut::offset(self.text, end) + end.len(), sign)
    }

    fn sorted_name(&self, at: usize, sign: char) -> Option<(Name, Sort)> {
        let name = self.name_before(at)?;
        let sort = self.sort_of(&name, sign)?;
        Some((name, sort))
    }

    /// `header("Authorization", "Basic …")`
    pub(super) fn named_argument(&mut self, at: usize) {
        // Most commas are no carrier: a look at what follows tells them apart.
        let next = cut::from(self.text, at + 1, 16).trim_start();
        let is_text = next.is_empty() || next.starts_with_any("\"'\\bf$`");
        if at < self.taken || !is_text {
            return;
        }
        // `:basic, 'jane', 'secret'`
        self.arguments_after(at);
        let Some(name) = self.name_before(at) else {
            return;
        };
        let typed = self.text.get(name.bytes.clone()).unwrap_or_default();
        let Some(sort) = sort_of_name(typed).filter(|sort| *sort != Sort::Weak) else {
            return;
        };
        let rest = window(self.text, at + 1).unwrap_or_default();
        let value = rest.trim_start_any(" \t\r\n");
        let start = at + 1 + rest.len() - value.len();
        let Some((inner, length)) = quoted(value) else {
            return;
        };
        let value = start + inner..start + inner + length;
        if self.is_field_name(value.end) {
            return;
        }
        let opening = name.bytes.start.checked_sub(2).and_then(|at| self.byte(at));
        let is_first = name.is_closed && opening == Some(b'(');
        let text = self.text.get(value.clone()).unwrap_or_default();
        // `curl_setopt(ch, CURLOPT_PASSWORD, "secret")`
        let is_constant = placeholder::is_setting_name(typed);
        if is_first || is_constant || looks_random(text) || sort == Sort::Authorization {
            self.hide(value, sort);
        }
    }

    /// Whether the text in quotes that ends here names the next field, as in `"field": "authorization", "span": null`.
    fn is_field_name(&self, end: usize) -> bool {
        let rest = cut::from(self.text, end, 32).trim_start_any("\\\"'");
        rest.trim_start().starts_with(':')
    }

    /// `API token # …`, and nothing else on the line.
    pub(super) fn numbered(&mut self, at: usize) {
        let rest = line(window(self.text, at + 1).unwrap_or_default());
        let is_sign = self.byte_before(at) == Some(b' ') && rest.starts_with(' ');
        if is_sign && may_be_secret(rest.trim()) {
            self.named_by(at, at + 1, ':');
        }
    }

    /// `password[…]`
    pub(super) fn in_brackets(&mut self, at: usize) {
        let Some(name) = self.name_before(at).filter(|name| name.bytes.end == at) else {
            return;
        };
        let typed = self.text.get(name.bytes).unwrap_or_default();
        let rest = line(cut::from(self.text, at + 1, 256));
        let Some(length) = rest.find(']') else {
            return;
        };
        let text = rest.get(..length).unwrap_or_default();
        if may_be_secret(text) && sort_of_name(typed) == Some(Sort::Setting) {
            self.hide(at + 1..at + 1 + length, Sort::Setting);
        }
    }

    /// A name alone on its line, or with its sign, and the value alone on the next.
    pub(super) fn next_line(&mut self, at: usize) {
        let end = at - usize::from(matches!(self.byte_before(at), Some(b'\r' | b':')));
        let Some(name) = self
            .name_before(end)
            .filter(|name| !name.is_closed && self.begins_line(name.bytes.start))
        else {
            return;
        };
        let typed = self.text.get(name.bytes).unwrap_or_default();
        let sort = sort_of_name(typed);
        if !matches!(sort, Some(Sort::Setting | Sort::Authorization)) {
            return;
        }
        let rest = line(window(self.text, at + 1).unwrap_or_default());
        let value = behind_scheme(self.text, at + 1..at + 1 + rest.trim_end().len());
        let text = self.text.get(value.clone()).unwrap_or_default();
        // `Password:` and one word below it.
        let is_asked = end < at && self.byte(end) == Some(b':') && text.len() >= 8;
        if (may_be_secret(text) || is_asked && sort == Some(Sort::Setting)) && !text.has_any(" :/")
        {
            self.secrets.push(value);
        }
    }

    /// `"value": "…", "name": "token"`: the name comes after its value.
    fn value_with_name(&self, from: usize) -> Option<Range<usize>> {
        let rest = window(self.text, from)?;
        let value = rest.trim_start_any(" \t");
        let start = from + rest.len() - value.len();
        let (inner, length) = quoted(value)?;
        let after = value.get(inner + length..)?.trim_start_matches(AROUND);
        let after = ["name", "key"]
            .iter()
            .find_map(|word| after.strip_prefix(word))?;
        let after = after.trim_start_any("\"' ").strip_prefix([':', '='])?;
        let name = after.trim_start_any("\"' ");
        let length_of_name = name.bytes().take(NAME).position(|b| !is_name_byte(b))?;
        let sort = sort_of_name(name.get(..length_of_name)?)?;
        (sort != Sort::Weak).then_some(start + inner..start + inner + length)
    }

    pub(super) fn hide(&mut self, value: Range<usize>, sort: Sort) {
        let value = match sort {
            Sort::Cookie | Sort::Setting | Sort::Weak | Sort::Pair => value,
            Sort::Authorization | Sort::Name | Sort::Value => behind_scheme(self.text, value),
        };
        if is_worth_hiding(self.text.get(value.clone()).unwrap_or_default()) {
            self.secrets.push(value);
        }
    }

    /// The value of `"name": "Cookie", "value": "…"`, where the name is one of a secret. HAR, Postman, YAML and HTML have it.
    fn value_of_named(&self, from: usize) -> Option<Range<usize>> {
        let rest = window(self.text, from)?;
        let name = rest.trim_start_any(" \t\"'\\");
        let length = name.bytes().take(NAME).position(|b| !is_name_byte(b))?;
        let (name, behind) = name.split_at_checked(length)?;
        sort_of_name(name)?;
        // The part of a form, whose value comes after an empty line.
        let part = behind.trim_start_matches('"');
        if let Some(value) = part
            .strip_prefix("\r\n\r\n")
            .or_else(|| part.strip_prefix("\n\n"))
        {
            let start = from + rest.len() - value.len();
            return Some(start..start + line(value).len());
        }
        let near = cut::first(behind, NAME).until_any("{}<>");
        let behind = behind.get(near.find("value")? + "value".len()..)?;
        let behind = behind.trim_start_any(" \"'\\");
        let value = behind.strip_prefix([':', '='])?.trim_start_any(" \t");
        let start = from + rest.len() - value.len();
        let (inner, length) = quoted(value).unwrap_or_else(|| (0, line(value).trim_end().len()));
        Some(start + inner..start + inner + length)
    }

    /// The bytes of the value behind a name and its sign.
    fn value_after(
        &self,
        from: usize,
        name: &Name,
        sign: char,
        sort: Sort,
    ) -> Option<Range<usize>> {
        let rest = self.text.get(from..)?;
        let spaced = rest.strip_prefix(['>', '=']).unwrap_or(rest);
        let bracketed = spaced.trim_start_any(" \t");
        // PHP prints the length of a text.
        let printed = bracketed.trim_start().strip_prefix("string(");
        let printed = printed.and_then(|length| {
            let digits = cut::first(length, 16).find(") ")?;
            length.get(digits + 2..)
        });
        let bracketed = printed.unwrap_or(bracketed);
        // Lists of values: `Authorization:[Basic …]`, `"authorization": ["Basic …"]`.
        let value = bracketed.strip_prefix('[').unwrap_or(bracketed);
        let is_list = value.len() < bracketed.len() && !value.starts_with("redacted]");
        let value = if is_list { value } else { bracketed };
        let start = from + rest.len() - value.len();
        let within = |(inner, length): (usize, usize)| start + inner..start + inner + length;
        let look = cut::first(value, LOOK);
        if is_list
            && sort == Sort::Setting
            && let Some(second) = self.second_of_two(start)
        {
            return Some(second);
        }
        if let Some(inside) = quoted(look)
            .map(|text| joined(look, text))
            .or_else(|| in_entities(look))
            .or_else(|| constructed(look))
            .or_else(|| fallback(look))
        {
            return Some(within(to_end_of_word(look, inside)));
        }
        if value.starts_with('(') {
            return second_argument(look).map(within);
        }
        // The whole header or setting may stand in quotes: they end it.
        let ends_line = |b: u8| {
            matches!(b, b'\r' | b'\n')
                || (name.quote == Some(b) && !name.is_closed)
                || (is_list && b == b']')
        };
        // `token: not found` in the middle of a sentence is prose.
        let is_spaced = sign == ':' && bracketed.len() < rest.len() && !name.is_closed;
        let length = if self.takes_line(sort, sign, name, look) {
            let line = until(value, ends_line);
            let line = before_escaped_end(line, sort);
            line.trim_end_any(" \t,]").len()
        } else if is_spaced && !looks_random(look) && !self.is_answer(name, look) {
            0
        } else {
            let is_query = self.is_in_query(name, sign);
            let ends =
                |b| ends_line(b) || b" \t\"'`<>,;)}&".contains(&b) || (is_query && b == b'#');
            until(look, ends).len()
        };
        // The mark that ends it may be escaped, as in JSON.
        let found = value.get(..length).unwrap_or_default();
        if let "\\" | "|" | "|-" | ">" | ">-" = found {
            let next = value.get(length..)?;
            let start = start + length + next.len() - next.trim_start().len();
            return Some(start..start + line(next.trim_start()).trim_end().len());
        }
        let length = if name.quote.is_some() {
            found.trim_end_matches('\\').len()
        } else {
            length
        };
        Some(start..start + length)
    }

    /// `Jira password: secret`: a label of some words, and one word behind it. More is prose, and so is what names no password.
    fn is_answer(&self, name: &Name, value: &str) -> bool {
        let typed = self.text.get(name.bytes.clone()).unwrap_or_default();
        let head = cut::before(self.text, name.bytes.start, NAME);
        let label = head
            .rsplit(['\n', '-', ']', '>', '|'])
            .next()
            .unwrap_or_default();
        let word = line(value).trim_end();
        is_password(typed)
            && label.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ')
            && label.split_whitespace().nth(2).is_none()
            && word.len() >= 8
            && word.bytes().all(|b| b.is_ascii_graphic())
    }

    /// Whether a value reaches to the end of its line.
    fn takes_line(&self, sort: Sort, sign: char, name: &Name, value: &str) -> bool {
        match sort {
            Sort::Authorization | Sort::Cookie => true,
            Sort::Name | Sort::Value | Sort::Weak | Sort::Pair => false,
            Sort::Setting => {
                self.begins_line(name.bytes.start) && (sign == ':' || is_words(line(value)))
            }
        }
    }
}

/// What a sentence has between a name and its value.
pub(super) const COPULAS: [&str; 9] = ["is", "ist", "lautet", "est", "es", "è", "é", "je", "jest"];

/// What may stand between a value and the name of the next.
const AROUND: [char; 8] = [' ', '\t', '\r', '\n', '"', '\'', '\\', ','];

/// A program that prints bytes or JSON shows the end of a line as an escape. In a setting a backslash may be the value's
/// own, unless another setting follows.
fn before_escaped_end(line: &str, sort: Sort) -> &str {
    let end = line.match_indices('\\').find_map(|(at, _)| {
        let escape = line.get(at..)?.trim_start_matches('\\');
        let behind = escape.strip_prefix(['r', 'n'])?;
        let is_header = matches!(sort, Sort::Authorization | Sort::Cookie);
        (is_header || behind.starts_with('\\') || begins_setting(behind)).then_some(at)
    });
    line.get(..end.unwrap_or(line.len())).unwrap_or_default()
}

fn begins_setting(text: &str) -> bool {
    let name = text
        .bytes()
        .take(NAME)
        .take_while(|&b| is_name_byte(b))
        .count();
    name > 1
        && text
            .get(name..)
            .is_some_and(|rest| rest.starts_with_any("=:"))
}

/// Plain words to the line's end, as in `PASSWORD=correct horse`; a command behind an assignment has signs.
fn is_words(line: &str) -> bool {
    !line.has_any("=|;&/\"'()<>{},") && !line.contains(" -")
}

/// A header keeps its scheme: `Basic [redacted]`.
fn behind_scheme(text: &str, value: Range<usize>) -> Range<usize> {
    const SCHEMES: [&str; 8] = [
        "basic",
        "bearer",
        "jwt",
        "digest",
        "geniekey",
        "oauth",
        "token",
        "negotiate",
    ];
    let whole = text.get(value.clone()).unwrap_or_default();
    let Some((scheme, rest)) = whole.split_once([' ', '\t']) else {
        return value;
    };
    let is_scheme = SCHEMES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme));
    if is_scheme {
        value.end - rest.trim_start_any(" \t").len()..value.end
    } else {
        value
    }
}
