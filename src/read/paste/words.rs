//! The words of a command, as a shell reads them.

/// A word of a command.
#[derive(Default)]
pub(super) struct Word {
    /// The word, its quotes gone.
    pub(super) text: String,
    /// A shell puts something else in the place of a part of it.
    pub(super) expands: bool,
}

/// A command: its words, and the byte behind it.
pub(super) struct Command {
    pub(super) words: Vec<Word>,
    pub(super) end: usize,
    /// The sign that ended it: `;`, `|`, `&`, or a line end.
    pub(super) sign: u8,
}

/// The longest command worth reading.
const LONGEST: usize = 32 * 1024;

/// Reads the command that begins at `from`.
pub(super) fn read(text: &str, from: usize) -> Command {
    let near = super::status::tail_head(text.get(from..).unwrap_or_default(), LONGEST);
    let mut reader = Reader {
        text: near,
        at: 0,
        words: Vec::new(),
        word: None,
    };
    let sign = reader.run();
    reader.push();
    Command {
        words: reader.words,
        end: from + reader.at,
        sign,
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    words: Vec<Word>,
    word: Option<Word>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn push(&mut self) {
        if let Some(word) = self.word.take() {
            self.words.push(word);
        }
    }

    fn add(&mut self, from: usize, to: usize, expands: bool) {
        let word = self.word.get_or_insert_with(Word::default);
        word.text
            .push_str(self.text.get(from..to).unwrap_or_default());
        word.expands |= expands;
    }

    fn run(&mut self) -> u8 {
        while let Some(b) = self.peek(0) {
            match b {
                b' ' | b'\t' => {
                    self.push();
                    self.at += 1;
                }
                b'\n' | b';' | b'|' => return b,
                b'&' if matches!(self.peek(1), Some(b' ' | b'&')) => return b,
                b'\\' | b'^' | b'`' if self.line_ends(1) => self.next_line(),
                b'\\' => {
                    let c = self.char_at(1);
                    self.add(self.at + 1, self.at + 1 + c, false);
                    self.at += 1 + c;
                }
                // The quotes of the command line of Windows as dev tools write it: `^"`.
                b'^' if self.peek(1) == Some(b'"') => self.at += 1,
                b'\'' => self.single(),
                b'"' => self.double(),
                b'$' if self.peek(1) == Some(b'\'') => {
                    self.at += 1;
                    self.single();
                }
                b'$' if self.peek(1) == Some(b'(') => self.substitution(),
                _ => {
                    let c = self.char_at(0);
                    let expands = b == b'$' && self.names_variable();
                    self.add(self.at, self.at + c, expands);
                    self.at += c;
                }
            }
        }
        b'\n'
    }

    fn char_at(&self, ahead: usize) -> usize {
        let rest = self.text.get(self.at + ahead..).unwrap_or_default();
        rest.chars().next().map_or(0, char::len_utf8)
    }

    fn names_variable(&self) -> bool {
        self.peek(1)
            .is_some_and(|b| b.is_ascii_alphabetic() || b == b'{' || b == b'_')
    }

    fn line_ends(&self, ahead: usize) -> bool {
        matches!(self.peek(ahead), Some(b'\n'))
    }

    /// Passes over the sign that joins two lines, and the prompt of the second.
    fn next_line(&mut self) {
        self.push();
        self.at += 2;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if let Some(behind) = rest.strip_prefix("> ") {
            self.at += rest.len() - behind.len();
        }
    }

    /// A text in apostrophes stands as it is. Without its end it is none.
    fn single(&mut self) {
        let start = self.at + 1;
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = rest.bytes().position(|b| b == b'\'') else {
            self.add(self.at, self.at, false);
            self.at = start;
            return;
        };
        self.add(start, start + length, false);
        self.at = start + length + 1;
    }

    fn double(&mut self) {
        self.at += 1;
        self.add(self.at, self.at, false);
        while let Some(b) = self.peek(0) {
            match b {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' if matches!(self.peek(1), Some(b'"' | b'\\' | b'$' | b'`')) => {
                    self.add(self.at + 1, self.at + 2, false);
                    self.at += 2;
                }
                b'\\' if self.line_ends(1) => self.at += 2,
                b'^' if self.peek(1) == Some(b'"') => self.at += 1,
                b'$' if self.peek(1) == Some(b'(') => self.substitution(),
                _ => {
                    let c = self.char_at(0);
                    let expands = b == b'$' && self.names_variable();
                    self.add(self.at, self.at + c, expands);
                    self.at += c;
                }
            }
        }
    }

    /// `$(…)` stays as it is, with the quotes inside it.
    fn substitution(&mut self) {
        let start = self.at;
        let (mut depth, mut quote) = (0, 0);
        while let Some(b) = self.peek(0) {
            match b {
                b'\'' | b'"' if quote == 0 => quote = b,
                _ if quote == b => quote = 0,
                b'(' if quote == 0 => depth += 1,
                b')' if quote == 0 => depth -= 1,
                b'\n' if quote == 0 => break,
                _ => {}
            }
            self.at += self.char_at(0);
            if depth == 0 && b == b')' {
                break;
            }
        }
        self.add(start, self.at, true);
    }
}
