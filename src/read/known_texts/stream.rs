//! Reads a text as the table spells it: lower case, one space for any run of them, one sort of quotation mark.

use super::automaton::{Automaton, Edge, LONGEST, Means};
use super::codes::{Reading, Step};
use super::found::{Found, Place};
use super::{Class, Signature};
use crate::read::speaker::{Speaker, Speakers};
use crate::text::{self, OddKind};

/// How many of the last bytes are remembered: the longest text and the byte before it.
const MEMORY: usize = 128;
const _: () = assert!(LONGEST < MEMORY && MEMORY.is_power_of_two());

/// How many numbers of a line are kept.
const MOST_NUMBERS: usize = 16;

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
    /// Whether the last of them was whitespace.
    whitespace: bool,
    /// Whether nothing but blanks and quoting came since the line began.
    line_begins: bool,
    /// Texts that wait for the byte after them.
    waiting: Vec<(Means, Speaker, Edge, Place)>,
    /// The value that is being read behind its lead.
    reading: Option<Reading>,
    /// The numbers of this line.
    numbers: Vec<(Signature, Speaker, Place)>,
    /// Whether words of this line say what happened: then its numbers say no more.
    is_told: bool,
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
            whitespace: false,
            line_begins: true,
            waiting: Vec::new(),
            reading: None,
            numbers: Vec::new(),
            is_told: false,
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
                b'>' if self.line_begins => self.whitespace(1, false),
                b'\'' | b'"' | b'`' => self.sign(b'\'', 1),
                b'\n' | b'\r' => self.whitespace(1, true),
                0..=b' ' | 0x7f => self.whitespace(1, false),
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
        self.end();
        (self.found.finish(), self.named)
    }

    /// Who is known by what was found, with what stands on pages beside messages or without.
    pub(super) fn speakers(mut self, voices: bool) -> Speakers {
        self.end();
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
            Some(b' ') => self.whitespace(name.len() + 2, false),
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
            Some(b'n' | b'r') => self.whitespace(length, true),
            Some(b't') => self.whitespace(length, false),
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
            _ if c.is_whitespace() => _ = self.whitespace(units, matches!(c, '\n' | '\r')),
            Some((OddKind::Quote, _)) => _ = self.sign(b'\'', units),
            Some((OddKind::Invisible, _)) => self.unit += units,
            _ if matches!(c, '‐'..='―' | '−') => _ = self.sign(b'-', units),
            _ => {
                let byte = u8::try_from(c).ok().filter(u8::is_ascii);
                self.sign(byte.unwrap_or(OTHER).to_ascii_lowercase(), units);
            }
        }
    }

    /// Whitespace of `units`; of a run of them the first counts.
    fn whitespace(&mut self, units: usize, line_ends: bool) -> usize {
        if !self.whitespace {
            self.give(b' ', units);
        }
        if line_ends {
            self.end_line();
        }
        self.whitespace = true;
        self.line_begins |= line_ends;
        self.unit += units;
        units
    }

    /// Any other sign, which takes `units`.
    fn sign(&mut self, byte: u8, units: usize) -> usize {
        self.whitespace = false;
        self.line_begins = false;
        self.give(byte, units);
        self.unit += units;
        units
    }

    /// Gives the automaton its next byte.
    fn give(&mut self, byte: u8, units: usize) {
        if self.reading.is_some() {
            self.read_on(byte);
        }
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
                let waits = (needle.means, needle.speaker, needle.after, place);
                self.waiting.push(waits);
            }
            whole = next;
        }
    }

    /// Takes the texts that wait, where `next` may follow them; the longest comes first.
    fn settle(&mut self, next: u8) {
        let mut leads = false;
        for (means, speaker, after, place) in self.waiting.drain(..) {
            if !after.allows(next) {
                continue;
            }
            let signature = match means {
                Means::Text(signature) => signature,
                Means::Lead(family) => {
                    if !leads {
                        self.reading = Some(Reading::new(family, speaker, place.start));
                    }
                    leads = true;
                    continue;
                }
            };
            self.voices.add(speaker);
            match signature.class() {
                Class::Voice if self.named.contains(&signature) => {}
                Class::Voice => self.named.push(signature),
                class => {
                    self.speakers.add(speaker);
                    self.found.add(signature, place);
                    self.is_told |= !matches!(class, Class::Vague | Class::Note);
                }
            }
        }
        if leads {
            self.read_on(next);
        }
    }

    /// Takes the next byte of a value.
    fn read_on(&mut self, byte: u8) {
        let Some(reading) = &mut self.reading else {
            return;
        };
        match reading.take(byte) {
            Step::More => {}
            Step::Nothing => self.reading = None,
            Step::Value {
                meaning,
                is_number,
                behind,
            } => {
                let place = Place {
                    start: reading.start,
                    end: self.unit - behind,
                };
                let value = (meaning, reading.speaker, place);
                self.reading = None;
                if !is_number {
                    self.take_value(value);
                } else if self.numbers.len() < MOST_NUMBERS {
                    self.numbers.push(value);
                }
            }
        }
    }

    fn take_value(&mut self, (signature, speaker, place): (Signature, Speaker, Place)) {
        self.voices.add(speaker);
        self.speakers.add(speaker);
        self.found.add(signature, place);
    }

    /// Takes the numbers of the line that ends, if nothing else of it speaks.
    fn end_line(&mut self) {
        let is_told = std::mem::take(&mut self.is_told);
        for number in std::mem::take(&mut self.numbers) {
            if !is_told {
                self.take_value(number);
            }
        }
    }

    /// Takes what is open at the end.
    fn end(&mut self) {
        self.give(b' ', 0);
        self.end_line();
    }

    /// The byte given that many bytes ago, and where it began; a space before the first.
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
