//! A tolerant reader of JSON, and of what programs print in its stead: Python's `repr`, JavaScript's `console.log`, JSON
//! that was cut off. One pass, no recursion, and nothing kept but where it stands.

use std::borrow::Cow;

/// What stands deeper is passed over: no answer of Jira's nests half as deep.
const DEEPEST: usize = 128;

/// Reads a text piece by piece, up to the end of its first value.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    frames: Vec<Frame<'a>>,
    /// How many levels below [`DEEPEST`] are open.
    too_deep: usize,
    key: Option<&'a str>,
    done: bool,
}

/// An object or a list that is open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a> {
    /// The key that it stands behind; empty in a list and at the top.
    pub(crate) key: &'a str,
    /// A list, not an object.
    pub(crate) list: bool,
    /// How many values have begun in it.
    pub(crate) items: usize,
}

/// A piece of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// An object or a list has begun: it is the last of [`Reader::path`].
    Open,
    /// An object or a list has ended, or the text has; how many values it had. It is off the path already.
    Close {
        /// The key that it stood behind.
        key: &'a str,
        /// A list, not an object.
        list: bool,
        /// How many values it had.
        items: usize,
    },
    /// A text, still escaped, behind this key.
    Text(&'a str, &'a str),
    /// A number, `true`, `null`, `None` … behind this key.
    Word(&'a str, &'a str),
}

impl<'a> Reader<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            frames: Vec::new(),
            too_deep: 0,
            key: None,
            done: false,
        }
    }

    /// The objects and lists that are open, outermost first.
    pub(crate) fn path(&self) -> &[Frame<'a>] {
        &self.frames
    }

    /// The next piece; `None` behind the first value. What is cut off closes where the text ends.
    pub(crate) fn next(&mut self) -> Option<Piece<'a>> {
        while !self.done {
            let Some(byte) = self.peek() else {
                return self.close();
            };
            let piece = match byte {
                b'{' | b'[' => self.open(byte == b'['),
                b'}' | b']' => self.shut(),
                b'"' | b'\'' => self.quoted(byte),
                b',' | b':' | b'\\' => {
                    self.at += 1;
                    None
                }
                _ if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    None
                }
                _ => self.word(),
            };
            if piece.is_some() {
                return piece;
            }
        }
        None
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn open(&mut self, list: bool) -> Option<Piece<'a>> {
        self.at += 1;
        if self.too_deep > 0 || self.frames.len() == DEEPEST {
            self.too_deep += 1;
            return None;
        }
        let key = self.begin_value();
        self.frames.push(Frame {
            key,
            list,
            items: 0,
        });
        Some(Piece::Open)
    }

    fn shut(&mut self) -> Option<Piece<'a>> {
        self.at += 1;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return None;
        }
        self.close()
    }

    fn close(&mut self) -> Option<Piece<'a>> {
        self.key = None;
        let frame = self.frames.pop();
        self.done = self.frames.is_empty();
        let Frame { key, list, items } = frame?;
        Some(Piece::Close { key, list, items })
    }

    fn quoted(&mut self, quote: u8) -> Option<Piece<'a>> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut end = start;
        while let Some(&byte) = bytes.get(end) {
            if byte == quote {
                break;
            }
            end += if byte == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        // A backslash at the end of a text that was cut off points behind it.
        let text = self.text.get(start..end.min(bytes.len()))?;
        self.scalar(text, Piece::Text)
    }

    fn word(&mut self) -> Option<Piece<'a>> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |c: char| c.is_ascii_whitespace() || "{}[],:\"'".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        // At least one byte, whatever stands there: a reader that stays in its place never ends.
        self.at += word.len().max(1);
        self.scalar(word, Piece::Word)
    }

    /// A key where one is due, else a value.
    fn scalar(
        &mut self,
        text: &'a str,
        piece: fn(&'a str, &'a str) -> Piece<'a>,
    ) -> Option<Piece<'a>> {
        if self.too_deep > 0 {
            return None;
        }
        let in_object = self.frames.last().is_some_and(|frame| !frame.list);
        if in_object && self.key.is_none() {
            self.key = Some(text);
            return None;
        }
        let key = self.begin_value();
        self.done = self.frames.is_empty();
        Some(piece(key, text))
    }

    fn begin_value(&mut self) -> &'a str {
        if let Some(frame) = self.frames.last_mut() {
            frame.items += 1;
        }
        self.key.take().unwrap_or_default()
    }
}

/// A text without its escapes. An escape that means nothing stands for its letter.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('\\') else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::with_capacity(text.len());
    plain.push_str(text.get(..first).unwrap_or_default());
    let mut chars = text.get(first..).unwrap_or_default().chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some('b' | 'f') => plain.push(' '),
            Some('u') => {
                let (c, rest) = unicode(chars.as_str());
                plain.push(c);
                chars = rest.chars();
            }
            // Python's repr: `\xa0`
            Some('x') => {
                let (unit, rest) = hex(chars.as_str(), 2);
                plain.push(unit.and_then(char::from_u32).unwrap_or('x'));
                chars = rest.chars();
            }
            Some(c) => plain.push(c),
            None => {}
        }
    }
    Cow::Owned(plain)
}

/// The character behind `\u`, which may be one of two halves, and what follows it.
fn unicode(text: &str) -> (char, &str) {
    let (Some(high), rest) = hex(text, 4) else {
        return ('u', text);
    };
    if let Some(c) = char::from_u32(high) {
        return (c, rest);
    }
    let second = rest.strip_prefix("\\u").map(|rest| hex(rest, 4));
    if let Some((Some(low @ 0xDC00..=0xDFFF), rest)) = second
        && let Some(c) = high
            .checked_sub(0xD800)
            .and_then(|high| char::from_u32(0x1_0000 + (high << 10) + (low - 0xDC00)))
    {
        return (c, rest);
    }
    (char::REPLACEMENT_CHARACTER, rest)
}

/// So many hexadecimal digits, and what follows them; where there are fewer, all follows.
fn hex(text: &str, digits: usize) -> (Option<u32>, &str) {
    let Some((number, rest)) = text.split_at_checked(digits) else {
        return (None, text);
    };
    // `from_str_radix` takes a sign as well.
    if !number.bytes().all(|b| b.is_ascii_hexdigit()) {
        return (None, text);
    }
    match u32::from_str_radix(number, 16) {
        Ok(value) => (Some(value), rest),
        Err(_) => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `key=value` for texts, `key:value` for words, with the keys on the way; a list's close tells its count.
    fn told(text: &str) -> String {
        let mut reader = Reader::of(text);
        let mut told = Vec::new();
        while let Some(piece) = reader.next() {
            let mut path = String::new();
            for frame in reader.path().iter().skip(1) {
                path += frame.key;
                path.push('/');
            }
            match piece {
                Piece::Text(key, value) => told.push(format!("{path}{key}={}", unescape(value))),
                Piece::Word(key, value) => told.push(format!("{path}{key}:{value}")),
                Piece::Close {
                    key,
                    list: true,
                    items,
                } => told.push(format!("{path}{key}#{items}")),
                _ => {}
            }
        }
        told.join(" ")
    }

    #[test]
    fn reads_json_and_what_looks_like_it() {
        let table = [
            (
                r#"{"a":"b","c":[1,{"d":null}],"e":true}"#,
                "a=b c/:1 c//d:null c#2 e:true",
            ),
            (r#"{"a":"q\"\u00e9\ud83d\ude00\/"}"#, "a=q\"é😀/"),
            (
                "{'a': 'b', 'c': None, 'd': [\"it's\"]}",
                "a=b c:None d/=it's d#1",
            ),
            ("{ error: 'Failed to parse' }", "error=Failed to parse"),
            (r#"{"a":["x","y"#, "a/=x a/=y a#2"),
            (r#"{"a":"x\"#, "a=x"),
            (r#"{"a":1} trailing {"b":2}"#, "a:1"),
            (r#"{"a":1,}"#, "a:1"),
            (r#"{"a" "b" "c":"d"}"#, "a=b c=d"),
            ("[", "#0"),
            (r#""alone""#, "=alone"),
            ("}}}]", ""),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn escapes_without_meaning_stay_readable() {
        for (text, expected) in [
            (r"\uZZZZ", "uZZZZ"),
            (r"\u+123", "u+123"),
            (r"\ud83d", "\u{fffd}"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\udc00\udc00", "\u{fffd}\u{fffd}"),
            (r"it\'s\xa0so\", "it's\u{a0}so"),
        ] {
            assert_eq!(unescape(text), expected, "{text}");
        }
    }

    #[test]
    fn depth_costs_nothing() {
        let text = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(told(&text).matches('#').count(), DEEPEST);
        let objects = r#"{"a":"#.repeat(100_000);
        assert_eq!(told(&objects), "");
    }
}
