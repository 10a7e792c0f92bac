//! The words of a command, as a shell reads them.
//!
//! A pasted command does not say which shell it was written for. What one shell reads as a sign and the others as a character
//! is told by its place: a caret or a backtick is a sign at the end of a line, and a caret in front of a quotation mark.

use std::ops::Range;

use crate::text::{cut, numbers};

/// A word of a command.
#[derive(Default)]
pub(crate) struct Word {
    /// The word, its quotes and escapes undone.
    pub(crate) text: String,
    /// The bytes that it takes, its quotes included.
    pub(crate) span: Range<usize>,
    /// A shell puts something else in the place of a part of it.
    pub(crate) expands: bool,
}

/// A command: its words, and the byte after it.
pub(crate) struct Command {
    pub(crate) words: Vec<Word>,
    pub(crate) end: usize,
    /// The sign that ended it: `;`, `|`, `&`, or a line end.
    pub(crate) sign: u8,
}

/// The longest command worth reading.
const LONGEST: usize = 32 * 1024;

/// Reads the command that begins at `from`, in one pass.
pub(crate) fn read(text: &str, from: usize) -> Command {
    let mut reader = Reader::new(text, from);
    let mut words = Vec::new();
    while let Some(word) = reader.word() {
        words.push(word);
    }
    Command {
        words,
        end: from + reader.at,
        sign: reader.peek(0).unwrap_or(b'\n'),
    }
}

/// The word that begins at `from`, or after the whitespace there.
pub(crate) fn word(text: &str, from: usize) -> Option<Word> {
    Reader::new(text, from).word()
}

/// The length of the sign that joins a line to the next, and of the line end; 0 where none stands at the beginning of `text`.
pub(crate) fn joint(text: &str) -> usize {
    match text.as_bytes() {
        [b'\\' | b'^' | b'`', b'\n', ..] => 2,
        [b'\\' | b'^' | b'`', b'\r', b'\n', ..] => 3,
        _ => 0,
    }
}

struct Reader<'t> {
    text: &'t str,
    /// Where the text stands in the whole.
    from: usize,
    at: usize,
    word: Word,
    /// A caret took a quotation mark: this is `cmd`, and a caret is a sign everywhere.
    carets: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, from: usize) -> Self {
        Self {
            text: cut::from(text, from, LONGEST),
            from,
            at: 0,
            word: Word::default(),
            carets: false,
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// The next word; `None` at the end of the command.
    fn word(&mut self) -> Option<Word> {
        while let Some(b) = self.peek(0) {
            match b {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'#' => self.at += self.run(b"\n"),
                _ if self.joint() > 0 => self.next_line(),
                _ => break,
            }
        }
        let start = self.at;
        self.word = Word::default();
        while self.part() {}
        if self.at == start {
            return None;
        }
        let mut word = std::mem::take(&mut self.word);
        word.span = self.from + start..self.from + self.at;
        Some(word)
    }

    /// Reads a part of a word, and tells whether there was one.
    fn part(&mut self) -> bool {
        let Some(b) = self.peek(0) else {
            return false;
        };
        match b {
            b' ' | b'\t' | b'\r' | b'\n' | b';' | b'|' => return false,
            b'&' if matches!(self.peek(1), Some(b' ' | b'&')) => return false,
            _ if self.joint() > 0 => return false,
            b'\\' => {
                self.at += 1;
                self.character();
            }
            b'^' if self.peek(1) == Some(b'"') => {
                self.carets = true;
                self.at += 1;
            }
            b'^' if self.carets => self.at += 1,
            b'\'' => self.single(),
            b'"' => self.double(),
            b'$' => self.dollar(),
            _ => {
                let length = self.run(b" \t\r\n;|&\\^`'\"$");
                self.add(length, false);
            }
        }
        true
    }

    /// How many bytes stand before the next of these signs, the first byte aside.
    fn run(&self, signs: &[u8]) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let next = rest.iter().skip(1).position(|b| signs.contains(b));
        next.map_or(rest.len(), |at| at + 1)
    }

    /// Takes the next bytes as they are.
    fn add(&mut self, length: usize, expands: bool) {
        let part = self.text.get(self.at..self.at + length);
        self.word.text.push_str(part.unwrap_or_default());
        self.word.expands |= expands;
        self.at += length;
    }

    fn character(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.add(rest.chars().next().map_or(0, char::len_utf8), false);
    }

    fn joint(&self) -> usize {
        joint(self.text.get(self.at..).unwrap_or_default())
    }

    /// The length of the line end that stands here.
    fn line_end(&self, ahead: usize) -> usize {
        match (self.peek(ahead), self.peek(ahead + 1)) {
            (Some(b'\n'), _) => 1,
            (Some(b'\r'), Some(b'\n')) => 2,
            _ => 0,
        }
    }

    /// Passes over the sign that joins two lines, and the prompt of the second.
    fn next_line(&mut self) {
        self.at += self.joint();
        if self.peek(0) == Some(b'>') && self.peek(1) == Some(b' ') {
            self.at += 2;
        }
    }

    /// A text in apostrophes stands as it is. Without its end it is none.
    fn single(&mut self) {
        self.at += 1;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if let Some(length) = rest.bytes().position(|b| b == b'\'') {
            self.add(length, false);
            self.at += 1;
        }
    }

    fn double(&mut self) {
        self.at += 1;
        while let Some(b) = self.peek(0) {
            match b {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' if matches!(self.peek(1), Some(b'"' | b'\\' | b'$' | b'`')) => {
                    self.at += 1;
                    self.add(1, false);
                }
                // `^\^"` of `cmd`.
                b'\\'
                    if self.carets && self.peek(1) == Some(b'^') && self.peek(2) == Some(b'"') =>
                {
                    self.at += 2;
                    self.add(1, false);
                }
                b'\\' if self.line_end(1) > 0 => self.at += 1 + self.line_end(1),
                b'^' if self.carets || self.peek(1) == Some(b'"') => self.at += 1,
                b'$' if self.peek(1) == Some(b'(') => self.substitution(),
                b'$' => self.add(1, self.names_variable()),
                _ => {
                    let length = self.run(b"\"\\^$");
                    self.add(length, false);
                }
            }
        }
    }

    fn dollar(&mut self) {
        match self.peek(1) {
            Some(b'\'') => self.escaped(),
            Some(b'"') => self.at += 1,
            Some(b'(') => self.substitution(),
            _ => self.add(1, self.names_variable()),
        }
    }

    fn names_variable(&self) -> bool {
        self.peek(1)
            .is_some_and(|b| b.is_ascii_alphabetic() || b == b'{' || b == b'_')
    }

    /// `$'…'`: as in apostrophes, but with the escapes of C.
    fn escaped(&mut self) {
        self.at += 2;
        while let Some(b) = self.peek(0) {
            match b {
                b'\'' => {
                    self.at += 1;
                    return;
                }
                b'\\' => self.escape(),
                _ => {
                    let length = self.run(b"'\\");
                    self.add(length, false);
                }
            }
        }
    }

    fn escape(&mut self) {
        let sign = self.peek(1);
        self.at += 2;
        let most = match sign {
            Some(b'x') => 2,
            Some(b'u') => 4,
            Some(b'U') => 8,
            Some(b'n') => return self.word.text.push('\n'),
            Some(b'r') => return self.word.text.push('\r'),
            Some(b't') => return self.word.text.push('\t'),
            Some(b'\\' | b'\'' | b'"' | b'?') => {
                self.at -= 1;
                return self.add(1, false);
            }
            _ => {
                self.at -= 2;
                self.add(1, false);
                return self.character();
            }
        };
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let digits = rest.iter().take(most).take_while(|b| b.is_ascii_hexdigit());
        let length = digits.count();
        let code = numbers::hex(rest.get(..length).unwrap_or_default());
        self.word.text.extend(code.and_then(char::from_u32));
        self.at += length;
    }

    /// `$(…)` stays as it is, with the quotes inside it.
    fn substitution(&mut self) {
        let (mut depth, mut quote) = (0, 0);
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let end = rest.iter().position(|&b| {
            match b {
                b'\'' | b'"' if quote == 0 => quote = b,
                _ if quote == b => quote = 0,
                b'(' if quote == 0 => depth += 1,
                b')' if quote == 0 => depth -= 1,
                b'\n' if quote == 0 => depth = 0,
                _ => {}
            }
            depth == 0 && b != b'$'
        });
        let length = end.map_or(rest.len(), |end| {
            end + usize::from(rest.get(end) == Some(&b')'))
        });
        self.add(length, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let command = read(text, 0);
        command.words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_of_every_shell_are_read() {
        for (text, words) in [
            (r#"curl -u 'a:b' "c d""#, &["curl", "-u", "a:b", "c d"][..]),
            ("a \\\n  b \\\r\n> c", &["a", "b", "c"]),
            ("a ^\n b `\n c", &["a", "b", "c"]),
            (r"'ab'\''c'", &["ab'c"]),
            (r#""a\"b\\c\d""#, &[r#"a"b\c\d"#]),
            (r"$'a\'b\n\x41é\u00e9\d'", &["a'b\nAéé\\d"]),
            (r#"^"a ^\^"b^\^" ^%^&^" c"#, &[r#"a "b" %&"#, "c"]),
            ("a # b\nc", &["a"]),
            ("a#b x", &["a#b", "x"]),
            ("a 'b", &["a", "b"]),
            ("'' x", &["", "x"]),
            ("a $(b 'c d') e", &["a", "$(b 'c d')", "e"]),
            ("a?b&c=d & e", &["a?b&c=d"]),
            ("a;b", &["a"]),
            ("", &[]),
        ] {
            assert_eq!(texts(text), words, "{text}");
        }
    }

    #[test]
    fn a_word_knows_where_it_stands_and_whether_it_expands() {
        let text = "é 'a b'c \"$X\" '$X' $(x) $";
        let command = read(text, 2);
        let words: Vec<_> = command
            .words
            .iter()
            .map(|word| (text.get(word.span.clone()).unwrap(), word.expands))
            .collect();
        let expected = [
            ("'a b'c", false),
            ("\"$X\"", true),
            ("'$X'", false),
            ("$(x)", true),
            ("$", false),
        ];
        assert_eq!(words, expected);
        assert_eq!((command.end, command.sign), (text.len(), b'\n'));
        assert_eq!(word("x  'y z' ", 1).unwrap().text, "y z");
    }

    #[test]
    fn garbage_is_read_to_its_end() {
        const PARTS: &[&str] = &[
            "'", "\"", "\\", "$", "$'", "$(", ")", "^", "`", "\n", "\r\n", "#", "é", "a", " ", "&",
            "\\x", "\\u",
        ];
        let mut state: u64 = 5;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
            }
            let command = read(&text, 0);
            assert!(text.is_char_boundary(command.end), "{text:?}");
            let mut last = 0;
            for word in command.words {
                assert!(
                    last <= word.span.start && word.span.end <= command.end,
                    "{text:?}"
                );
                assert!(text.get(word.span.clone()).is_some(), "{text:?}");
                last = word.span.end;
            }
        }
    }
}
