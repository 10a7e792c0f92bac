//! Keys and values in brackets, in whatever language printed them: JSON, Python, Node, Java, Go, Ruby.

use super::block;
use super::status::tail_head;

/// The longest value in brackets that is one text.
const LONGEST_LIST: usize = 2048;

/// What the next piece of a block is.
pub(super) enum Token<'t> {
    /// A bracket opens, perhaps behind a key. `named`: a class stands in front of it.
    Open {
        key: &'t str,
        at: usize,
        named: bool,
    },
    /// A bracket closes; the byte behind it.
    Close(usize),
    /// A key with its value, as printed, without quotes.
    Pair {
        key: &'t str,
        value: &'t str,
        at: usize,
        quoted: bool,
    },
    /// A value without a key.
    Item(&'t str),
}

/// Reads a block piece by piece.
pub(super) struct Pairs<'t> {
    text: &'t str,
    at: usize,
    key: &'t str,
    named: bool,
}

impl<'t> Pairs<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            key: "",
            named: false,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take_key(&mut self) -> &'t str {
        std::mem::take(&mut self.key)
    }

    /// A text in quotes is a key where a separator follows, and none waits for its value.
    fn quoted(&mut self, length: usize) -> Option<Token<'t>> {
        let at = self.at;
        let value = self.text.get(at + 1..at + length - 1).unwrap_or_default();
        self.at += length;
        if self.key.is_empty()
            && let Some(sign) = separator(self.rest())
        {
            self.at += sign;
            self.key = value;
            self.named = false;
            return None;
        }
        Some(match self.take_key() {
            "" => Token::Item(value),
            key => Token::Pair {
                key,
                value,
                at,
                quoted: true,
            },
        })
    }

    fn bare(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        if self.key.is_empty() {
            let length = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || "-_.$".contains(c)))
                .unwrap_or(rest.len());
            let word = rest.get(..length).unwrap_or_default();
            if word.is_empty() {
                self.at += rest.chars().next().map_or(1, char::len_utf8);
                return None;
            }
            self.at += length;
            if let Some(sign) = separator(self.rest()) {
                self.at += sign;
                self.key = word;
                self.named = false;
                return None;
            }
            return Some(Token::Item(word));
        }
        let length = rest
            .find([',', '\n', '{', '}', '[', ']', '"'])
            .unwrap_or(rest.len());
        let value = rest.get(..length).unwrap_or_default();
        self.at += length.max(1);
        if rest
            .get(length..)
            .is_some_and(|rest| rest.starts_with(['{', '[']))
        {
            self.named = true;
            return None;
        }
        let at = self.at - length.max(1);
        let key = self.take_key();
        Some(Token::Pair {
            key,
            value: value.trim(),
            at,
            quoted: false,
        })
    }

    /// `[value, with commas]` of Java and Go is one text; `[Class] {` is a name.
    fn bracket(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        // Neither is long, and a text of brackets alone takes no longer than another.
        let near = tail_head(rest, LONGEST_LIST);
        let first = near
            .get(1..)
            .and_then(|inside| inside.trim_start().chars().next());
        if first.is_none_or(|c| "\"'{[".contains(c)) {
            return Some(self.open());
        }
        let line = near
            .get(1..)
            .and_then(|inside| inside.find([']', '\n']))
            .map(|length| length + 1);
        let inside = line.and_then(|end| rest.get(1..end)).unwrap_or_default();
        let closed = line.filter(|end| rest.as_bytes().get(*end) == Some(&b']'));
        if let Some(end) = closed
            && rest
                .get(end + 1..)
                .is_some_and(|rest| rest.starts_with(" {"))
            && inside
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b" :".contains(&b))
        {
            self.at += end + 1;
            self.named = true;
            return None;
        }
        if !self.key.is_empty()
            && !inside.trim_start().is_empty()
            && let Some(end) = closed
        {
            let at = self.at + 1;
            self.at += end + 1;
            let key = self.take_key();
            return Some(Token::Pair {
                key,
                value: inside,
                at,
                quoted: false,
            });
        }
        Some(self.open())
    }

    fn open(&mut self) -> Token<'t> {
        let at = self.at;
        self.at += 1;
        let named = std::mem::take(&mut self.named);
        Token::Open {
            key: self.take_key(),
            at,
            named,
        }
    }
}

impl<'t> Iterator for Pairs<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let bytes = self.text.as_bytes();
            let found = match *bytes.get(self.at)? {
                b' ' | b'\t' | b'\n' | b',' | b';' | b'+' => {
                    self.at += 1;
                    None
                }
                b'{' | b'(' => Some(self.open()),
                b'[' => self.bracket(),
                b'}' | b']' | b')' => {
                    self.at += 1;
                    self.key = "";
                    Some(Token::Close(self.at))
                }
                quote @ (b'"' | b'\'' | b'`') => {
                    if let Some(length) = block::string(bytes, self.at, quote) {
                        self.quoted(length)
                    } else {
                        self.at += 1;
                        None
                    }
                }
                _ => self.bare(),
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// The length of the separator between a key and its value.
fn separator(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches([' ', '\t']);
    let blanks = rest.len() - body.len();
    ["=>", ":", "="]
        .iter()
        .find(|sign| body.starts_with(**sign) && !body.starts_with("=="))
        .map(|sign| blanks + sign.len())
}
