//! The one walk over the text: it stops where a secret may begin or end, and hands the place to the rule that knows it.

use std::ops::Range;

/// What a byte means to the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Part of a word, and nothing else: letters, digits, and what joins them in tokens.
    Word,
    /// `=`, in a word: padding, or the sign behind a name.
    Equals,
    /// `-`, in a word: or the beginning of an option.
    Dash,
    Colon,
    Blank,
    /// Ends a word, and is looked at by itself: `(`, `,`, `>`, `|`, `[`, `#`, a line end, the first byte of a wide sign.
    Sign,
    /// Ends a word.
    Other,
}

static CLASSES: [Class; 256] = classes();

#[expect(clippy::indexing_slicing, reason = "the compiler runs it")]
const fn classes() -> [Class; 256] {
    let mut classes = [Class::Other; 256];
    let mut byte: u8 = 0;
    loop {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b'%' | b'/' | b'+' => {
                Class::Word
            }
            b'=' => Class::Equals,
            b'-' => Class::Dash,
            b':' => Class::Colon,
            b' ' | b'\t' => Class::Blank,
            b'(' | b',' | b'>' | b'|' | b'[' | b'#' | b'\n' | 0xE2 | 0xE3 | 0xE6 | 0xEF => {
                Class::Sign
            }
            _ => Class::Other,
        };
        if byte == u8::MAX {
            return classes;
        }
        byte += 1;
    }
}

/// Signs of more bytes than one between a name and its value: how much of it is none of the value, and what it stands for. In
/// prose most of them say something else; those are [`LOOSE`].
const WIDE: [(&str, usize, char); 7] = [
    ("：", 3, ':'),
    ("＝", 3, '='),
    ("—", 3, LOOSE),
    ("–", 3, LOOSE),
    ("→", 3, LOOSE),
    ("是", 3, LOOSE),
    ("「", 0, LOOSE),
];

/// A sign that has a secret behind it only where that is one word and looks like one.
pub(super) const LOOSE: char = '~';

/// The places of secrets in a text. Each group of rules adds its own, in a file of its own.
pub(super) struct Finder<'t> {
    pub(super) text: &'t str,
    pub(super) secrets: Vec<Range<usize>>,
    /// Up to here the text is the value of a name: a name in it is no name.
    pub(super) taken: usize,
    /// Options are looked for from here on.
    pub(super) options_from: usize,
    /// Where the line of the last option ends.
    pub(super) line_end: usize,
    /// Where a long secret ended at the end of its line, which may go on in the next.
    pub(super) broken_at: Option<usize>,
}

/// Where secrets stand in `text`, in any order. They may overlap.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut finder = Finder {
        text,
        secrets: Vec::new(),
        taken: 0,
        options_from: 0,
        line_end: 0,
        broken_at: None,
    };
    finder.walk();
    finder.secrets
}

impl Finder<'_> {
    fn walk(&mut self) {
        let bytes = self.text.as_bytes();
        let mut word = 0;
        let mut at = 0;
        while let Some((step, class)) = stop(bytes.get(at..).unwrap_or_default()) {
            at += step;
            if !matches!(class, Class::Equals | Class::Dash) {
                self.word(word..at);
                word = at + 1;
            }
            match class {
                Class::Equals => self.named(at, '='),
                Class::Colon => self.colon(at),
                Class::Dash => self.option(at),
                Class::Blank => self.blank(at),
                Class::Sign => self.sign(at),
                Class::Word | Class::Other => {}
            }
            at += 1;
        }
        self.word(word..bytes.len());
    }

    fn colon(&mut self, at: usize) {
        if self.follows(at + 1, b"//") {
            self.address(at + 3);
        } else if self.follows(at + 1, b"\\/\\/") {
            self.address(at + 5);
        } else {
            self.named(at, ':');
            self.behind_mail_address(at);
        }
    }

    fn sign(&mut self, at: usize) {
        match self.byte(at) {
            Some(b',') => self.named_argument(at),
            Some(b'>') if self.byte_before(at) == Some(b'-') => self.named_by(at - 1, at + 1, '='),
            Some(b'>') => self.element(at),
            Some(b'(') => self.call(at),
            Some(b'[') => self.in_brackets(at),
            Some(b'\n') => self.next_line(at),
            Some(b'|') => {
                self.piped(at);
                self.cell(at);
            }
            Some(b'#') => self.numbered(at),
            _ => {
                let wide = WIDE
                    .iter()
                    .find(|(sign, ..)| self.follows(at, sign.as_bytes()));
                if let Some(&(_, length, sign)) = wide {
                    self.named_by(at, at + length, sign);
                }
            }
        }
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn byte_before(&self, at: usize) -> Option<u8> {
        self.byte(at.checked_sub(1)?)
    }

    fn follows(&self, at: usize, what: &[u8]) -> bool {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        rest.starts_with(what)
    }

    /// The three bytes before a place, in small letters: enough to tell most words from those that count.
    pub(super) fn ending(&self, at: usize) -> [u8; 3] {
        match self.text.as_bytes().get(..at) {
            Some([.., a, b, c]) => [a | 0x20, b | 0x20, c | 0x20],
            Some([b, c]) => [0, b | 0x20, c | 0x20],
            _ => [0; 3],
        }
    }
}

/// The next byte that is more than a part of a word.
fn stop(rest: &[u8]) -> Option<(usize, Class)> {
    rest.iter().enumerate().find_map(|(at, &b)| {
        let class = *CLASSES.get(usize::from(b))?;
        (class != Class::Word).then_some((at, class))
    })
}
