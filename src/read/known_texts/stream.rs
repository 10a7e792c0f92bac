//! Reads a text as the table spells it: lower case, one blank for any run of them, one sort of quotation mark.

use super::automaton::{Automaton, Edge, LONGEST};
use super::found::{Found, Place};
use super::{Class, Signature};
use crate::read::speaker::{Speaker, Speakers};
use crate::text::{self, OddKind};

/// How many of the last bytes are remembered: the longest text and the byte before it.
const MEMORY: usize = 128;
const _: () = assert!(LONGEST < MEMORY && MEMORY.is_power_of_two());

/// Stands for any character that no text of the table has.
const OTHER: u8 = 0x7f;

/// What a character reference of HTML stands for, by its name.
fn referred(name: &[u8]) -> Option<u8> {
    Some(match name {
        b"#39" | b"#039" | b"#34" | b"#034" | b"#x27" | b"#X27" | b"#x22" | b"#8216" | b"#8217"
        | b"apos" | b"quot" | b"lsquo" | b"rsquo" | b"ldquo" | b"rdquo" => b'\'',
        b"lt" | b"#60" => b'<',
        b"gt" | b"#62" => b'>',
        b"amp" | b"#38" => b'&',
        b"nbsp" | b"#160" => b' ',
        b"ndash" | b"#8211" => b'-',
        _ => return None,
    })
}

/// One pass over one text.
pub(super) struct Scan {
    automaton: &'static Automaton,
    state: usize,
    /// UTF-16 units read.
    unit: usize,
    /// Bytes given to the automaton.
    count: usize,
    /// The last of them, and the unit at which each began.
    memory: [(u8, usize); MEMORY],
    /// Whether the last of them was a blank.
    blank: bool,
    /// Whether nothing but blanks and quoting came since the line began.
    line_begins: bool,
    /// Texts that wait for the byte after them.
    waiting: Vec<(Signature, Speaker, Edge, Place)>,
    found: Found,
    /// Who alone says what was found: in messages, and on pages.
    speakers: Speakers,
    voices: Speakers,
    /// What tells who speaks or of what, each once.
    named: Vec<Signature>,
}

impl Scan {
    pub(super) fn new(automaton: &'static Automaton) -> Self {
        Self {
            automaton,
            state: 0,
            unit: 0,
            count: 0,
            memory: [(b' ', 0); MEMORY],
            blank: false,
            line_begins: true,
            waiting: Vec::new(),
            found: Found::default(),
            speakers: Speakers::default(),
            voices: Speakers::default(),
            named: Vec::new(),
        }
    }

    pub(super) fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            at += match byte {
                b'&' => self.reference(bytes.get(at..).unwrap_or_default()),
                b'\\' => self.escape(bytes.get(at..).unwrap_or_default()),
                b'>' if self.line_begins => self.blank(1, false),
                b'\'' | b'"' | b'`' => self.sign(b'\'', 1),
                b'\n' | b'\r' => self.blank(1, true),
                0..=b' ' | 0x7f => self.blank(1, false),
                0x80.. => {
                    let mut rest = text.get(at..).unwrap_or_default().chars();
                    let c = rest.next().unwrap_or_default();
                    self.character(c, c.len_utf16());
                    c.len_utf8()
                }
                _ => self.sign(byte.to_ascii_lowercase(), 1),
            };
        }
    }

    /// The places of what was found, and what was named.
    pub(super) fn finish(mut self) -> (Vec<(Signature, Place)>, Vec<Signature>) {
        self.settle(b' ');
        (self.found.finish(), self.named)
    }

    /// Who is known by what was found, with what stands on pages beside messages or without.
    pub(super) fn speakers(mut self, voices: bool) -> Speakers {
        self.settle(b' ');
        if voices { self.voices } else { self.speakers }
    }

    /// A character reference, or a plain `&`. Says how many bytes it takes.
    fn reference(&mut self, rest: &[u8]) -> usize {
        let longest = rest.get(1..8.min(rest.len())).unwrap_or_default();
        let name = longest
            .split(|byte| *byte == b';')
            .next()
            .unwrap_or_default();
        let sign = referred(name).filter(|_| name.len() < longest.len());
        match sign {
            Some(b' ') => self.blank(name.len() + 2, false),
            Some(sign) => self.sign(sign, name.len() + 2),
            None => self.sign(b'&', 1),
        }
    }

    /// An escape, or plain backslashes: a log inside a log has more than one. Says how many bytes they take.
    fn escape(&mut self, rest: &[u8]) -> usize {
        let slashes = rest.iter().take_while(|byte| **byte == b'\\').count();
        let length = slashes + 1;
        match rest.get(slashes).copied() {
            Some(b'\'' | b'"' | b'`') => self.sign(b'\'', length),
            Some(b'/') => self.sign(b'/', length),
            Some(b'n' | b'r') => self.blank(length, true),
            Some(b't') => self.blank(length, false),
            Some(b'u') => match rest.get(length..length + 4).and_then(code_point) {
                Some(c) => {
                    self.character(c, length + 4);
                    length + 4
                }
                None => self.sign(b'\\', slashes),
            },
            _ => {
                for _ in 0..slashes {
                    self.sign(b'\\', 1);
                }
                slashes
            }
        }
    }

    /// Any character, which takes `units`.
    fn character(&mut self, c: char, units: usize) {
        match text::describe(c) {
            _ if c.is_whitespace() => _ = self.blank(units, matches!(c, '\n' | '\r')),
            Some((OddKind::Quote, _)) => _ = self.sign(b'\'', units),
            Some((OddKind::Invisible, _)) => self.unit += units,
            _ if matches!(c, '‐'..='―' | '−') => _ = self.sign(b'-', units),
            _ => {
                let byte = u8::try_from(c).ok().filter(u8::is_ascii);
                self.sign(byte.unwrap_or(OTHER).to_ascii_lowercase(), units);
            }
        }
    }

    /// A blank of `units`; of a run of them the first counts.
    fn blank(&mut self, units: usize, line_ends: bool) -> usize {
        if !self.blank {
            self.give(b' ', units);
        }
        self.blank = true;
        self.line_begins |= line_ends;
        self.unit += units;
        units
    }

    /// Any other sign, which takes `units`.
    fn sign(&mut self, byte: u8, units: usize) -> usize {
        self.blank = false;
        self.line_begins = false;
        self.give(byte, units);
        self.unit += units;
        units
    }

    /// Gives the automaton its next byte.
    fn give(&mut self, byte: u8, units: usize) {
        if !self.waiting.is_empty() {
            self.settle(byte);
        }
        if let Some(entry) = self.memory.get_mut(self.count % MEMORY) {
            *entry = (byte, self.unit);
        }
        self.count += 1;
        self.state = self.automaton.step(self.state, byte);
        let mut whole = self.automaton.found(self.state);
        while let Some((needle, next)) = self.automaton.text(whole) {
            let length = needle.text.len();
            let (before, _) = self.remembered(length + 1);
            if needle.before.allows(before) {
                let (_, start) = self.remembered(length);
                let place = Place {
                    start,
                    end: self.unit + units,
                };
                let waits = (needle.signature, needle.speaker, needle.after, place);
                self.waiting.push(waits);
            }
            whole = next;
        }
    }

    /// Takes the texts that wait, where `next` may follow them.
    fn settle(&mut self, next: u8) {
        for (signature, speaker, after, place) in self.waiting.drain(..) {
            if !after.allows(next) {
                continue;
            }
            self.voices.add(speaker);
            if signature.class() != Class::Voice {
                self.speakers.add(speaker);
                self.found.add(signature, place);
            } else if !self.named.contains(&signature) {
                self.named.push(signature);
            }
        }
    }

    /// The byte given that many bytes ago, and where it began; a blank before the first.
    fn remembered(&self, ago: usize) -> (u8, usize) {
        let at = self.count.checked_sub(ago);
        at.and_then(|at| self.memory.get(at % MEMORY))
            .copied()
            .unwrap_or((b' ', 0))
    }
}

/// The character of four hexadecimal digits.
fn code_point(digits: &[u8]) -> Option<char> {
    let mut value = 0;
    for digit in digits {
        value = value * 16 + char::from(*digit).to_digit(16)?;
    }
    char::from_u32(value)
}
