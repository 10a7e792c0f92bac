//! The value behind a separator: quoted, bracketed, or bare.

use std::borrow::Cow;

use super::keys::Meaning;
use crate::grammar::placeholder::{self, Placeholder};
use crate::read::data::{self, Token, Tokens};
use crate::shell::words;
use crate::text::{self, Lines, Signs, base64};

/// A value and the byte behind it.
pub(super) struct Value<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) end: usize,
    pub(super) quoted: bool,
}

/// How far a bare value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// To the end of the line, where it reads like one value.
    Line,
    /// To the next blank.
    Word,
    /// To the next blank, comma or bracket.
    Item,
    /// To this quote, or to the end of the line.
    Quote(char),
}

/// Reads the value that begins at `start`, blanks in front passed over.
pub(super) fn read<'t>(
    lines: &mut Lines<'t>,
    start: usize,
    meaning: Meaning,
    extent: Extent,
) -> Option<Value<'t>> {
    let start = skip_blanks(lines.text, start);
    let rest = lines.text.get(start..)?;
    if let Some(value) = quoted(rest, meaning) {
        return Some(value.moved(start));
    }
    let value = if meaning == Meaning::Authorization {
        header(rest, extent)
    } else {
        let line = first_line(lines.rest(start));
        bracketed(line)
            .or_else(|| call(line))
            .unwrap_or_else(|| bare(line, extent))
    };
    (!value.text.is_empty()).then(|| value.moved(start))
}

/// The texts in quotes that a list begins with: `("a", "b")`, `HTTPBasicAuth('a', 'b')`, `["ABC", "DEF"]`.
pub(super) fn list(text: &str, start: usize) -> impl Iterator<Item = Value<'_>> {
    let start = skip_blanks(text, start);
    let near = text::cut::from(text, start, LONGEST);
    let mut tokens = Tokens::of_value(near);
    let is_name = |name: &str| {
        name.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._".contains(&b))
    };
    let is_list = matches!(tokens.next(), Some(Token::Open(frame))
        if frame.list && near.get(..frame.start).is_some_and(is_name));
    tokens.take_while(move |_| is_list).map_while(move |token| {
        let Token::Value("", item) = token else {
            return None;
        };
        let end = text::cut::offset(near, item.raw) + item.raw.len();
        if !item.is_quoted() || item.raw.contains('\n') {
            return None;
        }
        let value = if end < near.len() {
            Value {
                text: item.plain(),
                end: end + 1,
                quoted: true,
            }
        } else {
            // Cut off.
            Value {
                end,
                ..plain(item.raw, item.raw.len())
            }
        };
        Some(value.moved(start))
    })
}

impl Value<'_> {
    fn moved(mut self, by: usize) -> Self {
        self.end += by;
        self
    }
}

/// Blanks, and line ends that a shell passes over.
pub(super) fn skip_blanks(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(rest) = text.get(at..) {
        let blank = rest.len() - rest.trim_start_any(" \t\u{a0}\u{3000}").len();
        at += blank;
        match words::joint(rest.get(blank..).unwrap_or_default()) {
            0 => break,
            sign => at += sign,
        }
    }
    at
}

/// Blanks and line ends.
pub(super) fn skip_space(text: &str, start: usize) -> usize {
    text.get(start..)
        .map_or(start, |rest| text.len() - rest.trim_ascii_start().len())
}

/// A text in quotes; `None` where there is no quote, or none that closes it on its line, a wrapped header aside.
fn quoted(rest: &str, meaning: Meaning) -> Option<Value<'_>> {
    let wraps = match meaning {
        Meaning::Authorization => is_base64_line,
        _ => |_: &str| false,
    };
    let found = text::quoted(rest, wraps).filter(|found| found.is_closed)?;
    Some(Value {
        text: unescape(rest.get(found.inside)?, found.mark),
        end: found.end,
        quoted: true,
    })
}

/// A header's value goes to the end of its line, and on through lines of base64 alone, for `base64` wraps (jira-facts.md 8).
fn header(rest: &str, extent: Extent) -> Value<'_> {
    let stop = |c: char| match extent {
        Extent::Quote(quote) => c == quote,
        _ => "\"'`".contains(c),
    };
    let mut end = 0;
    loop {
        let line = rest.get(end..).unwrap_or_default();
        let line_text = first_line(line);
        let length = line_text.len();
        if let Some(quote) = line_text.find(stop) {
            return plain(rest, end + quote);
        }
        end += length;
        let next = line.get(length..).unwrap_or_default();
        let next_line = next
            .strip_prefix("\r\n")
            .or_else(|| next.strip_prefix('\n'));
        match next_line {
            Some(next_line) if length >= 20 && is_base64_line(next_line) => {
                end += next.len() - next_line.len();
            }
            _ => return plain(rest, end),
        }
    }
}

/// Whether a line holds base64 alone, to its end or to a quote.
fn is_base64_line(text: &str) -> bool {
    let line = first_line(text).split(['"', '\'']).next();
    base64::is_wrapped_line(line.unwrap_or_default().trim())
}

fn plain(rest: &str, end: usize) -> Value<'_> {
    let text = rest.get(..end).unwrap_or_default();
    Value {
        text: Cow::Borrowed(text.trim_end_any(" \t\r,;\\")),
        end,
        quoted: false,
    }
}

/// What stands in for a value, with the blanks inside it: `${X}`, `{{ x }}`, `$(pass jira)`, `[email protected]`, `<token>`.
fn bracketed(line: &str) -> Option<Value<'_>> {
    const BRACKETS: [(&str, &str); 7] = [
        ("${{", "}}"),
        ("${", "}"),
        ("$(", ")"),
        ("{{", "}}"),
        ("<%", "%>"),
        ("<", ">"),
        ("[", "]"),
    ];
    let (open, close) = BRACKETS.iter().find(|(open, _)| line.starts_with(open))?;
    let inside = text::cut::from(line, open.len(), 200 + close.len());
    let length = inside.find(close).filter(|&length| length < 200)?;
    let name = inside.get(..length)?;
    // A redirection (`< file`) and an array (`["a"]`) are no stand-ins.
    if name.starts_with_any(" \"'") && (*open == "<" || *open == "[") {
        return None;
    }
    let whole = open.len() + length + close.len();
    let tail = line.get(whole..)?;
    // A link of Markdown: `[address](address)`.
    if *open == "[" && tail.starts_with('(') {
        let end = tail.find(')').map_or(whole, |end| whole + end + 1);
        return Some(Value {
            text: Cow::Borrowed(name),
            end,
            quoted: false,
        });
    }
    let more = tail.find(|c: char| c.is_whitespace() || "\"',;)}]".contains(c));
    let end = whole + more.unwrap_or(tail.len());
    Some(plain(line, end))
}

/// `os.getenv("JIRA_TOKEN")`, which is a variable; of any other call nothing is known, and it is passed over.
fn call(line: &str) -> Option<Value<'_>> {
    let name = line.find(|c: char| !(c.is_ascii_alphanumeric() || "._".contains(c)))?;
    if name == 0 || name > 40 {
        return None;
    }
    let close = match line.get(name..)?.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = name + line.get(name..)?.find(close)? + 1;
    let closed = line
        .get(end..)?
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || ",;)}]".contains(c));
    let text = line.get(..end)?;
    let is_variable = placeholder::read(text) == Some(Placeholder::Variable);
    closed.then_some(Value {
        text: Cow::Borrowed(if is_variable { text } else { "" }),
        end,
        quoted: false,
    })
}

fn bare(line: &str, extent: Extent) -> Value<'_> {
    let quote = usize::from(line.starts_with_any("\"'`"));
    let line = line.get(quote..).unwrap_or_default();
    // A list or a call is none, and where it ends nobody needs to know: many in one line would each be looked through.
    if line.starts_with_any("({[") {
        return plain("", 0);
    }
    let stop: &[char] = match extent {
        Extent::Item => &[
            ' ', '\t', ',', ';', ')', '}', ']', '|', '"', '\'', '`', '<', '>', '\u{3000}',
        ],
        _ => &[' ', '\t', '"', '\'', '`', ';', '<', '>', '\u{3000}'],
    };
    let word = line.find(stop).unwrap_or(line.len());
    let end = match extent {
        Extent::Line => reads_as_one(line, word).unwrap_or(word),
        _ => word,
    };
    let mut value = plain(line, end);
    value.end += quote;
    // Properties of Java.
    if ["\\:", "\\="]
        .iter()
        .any(|escape| value.text.contains(escape))
    {
        let text = value.text.replace("\\:", ":").replace("\\=", "=");
        value.text = Cow::Owned(text);
    }
    value
}

/// Some words to the end of the line are one value where nothing in them looks like another pair: `Jane Doe`.
fn reads_as_one(line: &str, word: usize) -> Option<usize> {
    let words = line.get(word..)?.split_whitespace();
    // Without a look at the rest of the line, which may be long.
    if words
        .take_while(|word| !word.starts_with('#'))
        .nth(3)
        .is_some()
    {
        return None;
    }
    let line = line.split(" #").next()?.trim_end();
    let (first, more) = line.split_at_checked(word)?;
    let whole = more.split_whitespace().nth(3).is_none()
        && !first.ends_with_any(",;.")
        && !first.has_any("@/")
        && !more.has_any(":=\"'<|{};,&+()");
    whole.then_some(line.len())
}

/// The longest line worth reading. No header that a server accepts is longer (jira-facts.md 11, row 42), and a text of one
/// endless line is read in linear time.
pub(super) const LONGEST: usize = 8192;

/// The first line of a text, as far as it is worth reading.
fn first_line(text: &str) -> &str {
    let line = text::cut::first(text, LONGEST);
    let line = text::cut::line(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// Undoes the escapes of a text in quotes.
fn unescape(raw: &str, quote: char) -> Cow<'_, str> {
    if quote == '\'' {
        return if raw.contains('\'') {
            let text = raw.replace("'\\''", "'").replace("\\'", "'");
            Cow::Owned(text.replace("''", "'"))
        } else {
            Cow::Borrowed(raw)
        };
    }
    data::unescape(raw)
}
