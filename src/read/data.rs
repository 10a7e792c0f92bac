//! A tolerant tokenizer of data in brackets, whatever language printed it: JSON, `repr` of Python, `util.inspect` of Node,
//! maps of Java, Go and Ruby, and any of them cut off. One pass, no recursion, and nothing kept but where it stands.

mod text;

pub(crate) use self::text::{Text, unescape};

/// What stands deeper is passed over: no answer of Jira's nests half as deep.
const DEEPEST: usize = 128;

/// The longest name of a class in brackets: `[Object: null prototype] {`.
const LONGEST_NAME: usize = 64;

/// Reads a text token by token.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    frames: Vec<Frame<'t>>,
    /// How many levels below [`DEEPEST`] are open.
    too_deep: usize,
    /// The key whose value comes next.
    key: Option<&'t str>,
    /// A class stands in front of what opens next.
    named: bool,
    /// The first value is all that is read.
    one: bool,
    done: bool,
}

/// An object or a list that is open.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a bracket"
)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'t> {
    /// Its key; empty in a list and at the top.
    pub(crate) key: &'t str,
    /// A list, not an object.
    pub(crate) list: bool,
    /// A list whose first value stands on its line without quotes: `[Sat, 21 Nov 2026]` of Java, `[Object]` of Node.
    pub(crate) bare: bool,
    /// The name of a class stands in front of it.
    pub(crate) named: bool,
    /// `(`
    round: bool,
    /// Its first byte.
    pub(crate) start: usize,
    /// How many values have begun in it.
    pub(crate) items: usize,
}

/// A piece of data.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Token<'t> {
    /// An object or a list has begun: it is the last of [`Tokens::path`].
    Open(Frame<'t>),
    /// An object or a list has ended, or the text has, in front of this byte. It is off the path already.
    Close(Frame<'t>, usize),
    /// A value with its key; of one in a list the key is empty.
    Value(&'t str, Text<'t>),
}

impl<'t> Tokens<'t> {
    /// All that stands in a text.
    pub(crate) fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            frames: Vec::new(),
            too_deep: 0,
            key: None,
            named: false,
            one: false,
            done: false,
        }
    }

    /// The first value of a text, and nothing after it.
    pub(crate) fn of_value(text: &'t str) -> Self {
        Self {
            one: true,
            ..Self::of(text)
        }
    }

    /// The objects and lists that are open, outermost first.
    pub(crate) fn path(&self) -> &[Frame<'t>] {
        &self.frames
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The first byte at or after `at` for which `stops` holds, else the end of the text.
    fn until(&self, at: usize, stops: fn(u8) -> bool) -> usize {
        let rest = self.bytes().get(at..).unwrap_or_default();
        let length = rest.iter().position(|b| stops(*b));
        length.map_or(self.text.len(), |length| at + length)
    }

    fn open(&mut self, byte: u8) -> Option<Token<'t>> {
        let start = self.at;
        let after = self.until(start + 1, |b| !matches!(b, b' ' | b'\t'));
        let first = self.bytes().get(after).copied().unwrap_or(b'\n');
        if byte == b'['
            && let Some(length) = self.class_name()
        {
            self.at += length;
            self.named = true;
            return None;
        }
        self.at += 1;
        if self.too_deep > 0 || self.frames.len() == DEEPEST {
            self.too_deep += 1;
            return None;
        }
        let frame = Frame {
            key: self.begin_value(),
            list: byte != b'{',
            bare: byte == b'['
                && !matches!(first, b'"' | b'\'' | b'{' | b'[' | b']' | b'\n' | b'\r'),
            named: std::mem::take(&mut self.named),
            round: byte == b'(',
            start,
            items: 0,
        };
        self.frames.push(frame);
        Some(Token::Open(frame))
    }

    /// The length of `[Object: null prototype]` in front of its brace.
    fn class_name(&self) -> Option<usize> {
        let near = self.bytes().get(self.at + 1..)?;
        let is_part = |b: &u8| b.is_ascii_alphanumeric() || b" :".contains(b);
        let length = near.iter().take(LONGEST_NAME).take_while(|b| is_part(b));
        let end = 1 + length.count();
        let behind = self.bytes().get(self.at + end..)?;
        (end > 1 && behind.starts_with(b"] {")).then_some(end + 1)
    }

    fn shut(&mut self, byte: u8) -> Option<Token<'t>> {
        self.at += 1;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return None;
        }
        // One in a value without quotes opened nothing: `Optional.of(403)`.
        let is_round = self.frames.last().is_some_and(|frame| frame.round);
        if byte == b')' && !is_round {
            return None;
        }
        self.close()
    }

    fn close(&mut self) -> Option<Token<'t>> {
        self.key = None;
        self.named = false;
        let frame = self.frames.pop();
        self.done |= self.one && self.frames.is_empty();
        Some(Token::Close(frame?, self.at.min(self.text.len())))
    }

    /// A text in quotes: a key where a separator follows and no key waits for its value.
    fn quoted(&mut self, quote: u8) -> Option<Token<'t>> {
        let start = self.at + 1;
        let Some(mut end) = text::end_of(self.bytes(), start, quote) else {
            // Nothing closes it on its line: an apostrophe.
            self.at += 1;
            return None;
        };
        self.at = end + 1;
        if self.key.is_none()
            && let Some(after) = self.separator(self.at)
        {
            self.at = after;
            self.key = Some(self.slice(start, end));
            return None;
        }
        // `'a' + 'b'` are the pieces of one text.
        while let Some(more) = self.joined() {
            end = more;
            self.at = end + 1;
        }
        self.value(Text::quoted(self.slice(start, end), quote))
    }

    /// The end of a text that a `+` joins to the one before.
    fn joined(&self) -> Option<usize> {
        let plus = self.until(self.at, |b| !b.is_ascii_whitespace());
        let rest = self.bytes().get(plus..)?.strip_prefix(b"+")?;
        let quote = self.until(self.text.len() - rest.len(), |b| !b.is_ascii_whitespace());
        let sign = *self.bytes().get(quote).filter(|b| text::is_quote(**b))?;
        text::end_of(self.bytes(), quote + 1, sign)
    }

    /// Words without quotes: a key where a separator follows, else a value, or the name of a class.
    fn bare(&mut self) -> Option<Token<'t>> {
        let mut end = self.until(self.at, |b| !is_word(b));
        if end == self.at + 1 && self.bytes().get(end).is_some_and(|b| text::is_quote(*b)) {
            // `b'…'`, `u'…'` of Python
            self.at = end;
            return None;
        }
        if self.key.is_some() {
            return self.words(self.until(self.at, ends_value));
        }
        if end > self.at
            && let Some(after) = self.separator(end)
        {
            self.key = Some(self.slice(self.at, end));
            self.at = after;
            return None;
        }
        if self.in_object() {
            // Nothing but a key can stand here.
            self.at = end.max(self.at + 1);
            return None;
        }
        // A value of several words ends in front of the next key.
        loop {
            let next = self.until(end, |b| {
                is_word(b) || ends_value(b) || matches!(b, b'(' | b')')
            });
            end = self.until(next, |b| !is_word(b));
            if end == next || self.separator(end).is_some() {
                return self.words(next);
            }
        }
    }

    /// The words in front of `end`.
    fn words(&mut self, end: usize) -> Option<Token<'t>> {
        let words = self.slice(self.at, end).trim_ascii();
        self.at = end.max(self.at + 1);
        if matches!(self.bytes().get(end), Some(b'{' | b'[' | b'(')) {
            self.named = true;
            return None;
        }
        self.value(Text::bare(words))
    }

    fn value(&mut self, text: Text<'t>) -> Option<Token<'t>> {
        if self.too_deep > 0 || self.key.is_none() && self.in_object() {
            self.key = None;
            return None;
        }
        let key = self.begin_value();
        self.done |= self.one && self.frames.is_empty();
        Some(Token::Value(key, text))
    }

    fn in_object(&self) -> bool {
        self.frames.last().is_some_and(|frame| !frame.list)
    }

    fn begin_value(&mut self) -> &'t str {
        if let Some(frame) = self.frames.last_mut() {
            frame.items += 1;
        }
        self.key.take().unwrap_or_default()
    }

    /// Where the value begins, if a separator stands between it and the key that ends at `at`.
    fn separator(&self, at: usize) -> Option<usize> {
        let sign = self.until(at, |b| !b.is_ascii_whitespace());
        let length = match self.bytes().get(sign..)? {
            [b'=', b'=', ..] => return None,
            [b'=', b'>', ..] => 2,
            [b':' | b'=', ..] => 1,
            _ => return None,
        };
        Some(sign + length)
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    /// The next token. What is cut off closes where the text ends.
    fn next(&mut self) -> Option<Token<'t>> {
        while !self.done {
            let Some(byte) = self.bytes().get(self.at).copied() else {
                return self.close();
            };
            let token = match byte {
                b'{' | b'[' | b'(' => self.open(byte),
                b'}' | b']' | b')' => self.shut(byte),
                b'"' | b'\'' | b'`' => self.quoted(byte),
                b',' => {
                    self.key = None;
                    self.at += 1;
                    None
                }
                // An escaped quote is none.
                b'\\' => {
                    self.at += 2;
                    None
                }
                b';' | b'+' => {
                    self.at += 1;
                    None
                }
                _ if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    None
                }
                _ => self.bare(),
            };
            if token.is_some() {
                return token;
            }
        }
        None
    }
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'$')
}

fn ends_value(b: u8) -> bool {
    matches!(b, b',' | b'\n' | b'{' | b'}' | b'[' | b']' | b'"')
}

#[cfg(test)]
mod tests;
