//! Reads a text as the table spells it: lower case, one blank for any run of them, one sort of quotation mark.

use super::Signature;
use super::automaton::{Automaton, Edge, LONGEST};
use super::found::{Found, Place};
use crate::text::{self, OddKind};

/// How many of the last bytes are remembered: the longest text and the byte before it.
const MEMORY: usize = 128;
const _: () = assert!(LONGEST < MEMORY && MEMORY.is_power_of_two());

/// What pages and logs write for a sign. A blank stands for itself.
static SPELLINGS: &[(&str, u8)] = &[
    ("&#39;", b'\''),
    ("&#039;", b'\''),
    ("&#x27;", b'\''),
    ("&apos;", b'\''),
    ("&quot;", b'\''),
    ("&#34;", b'\''),
    ("&lsquo;", b'\''),
    ("&rsquo;", b'\''),
    ("&ldquo;", b'\''),
    ("&rdquo;", b'\''),
    ("&lt;", b'<'),
    ("&gt;", b'>'),
    ("&amp;", b'&'),
    ("&nbsp;", b' '),
    ("&ndash;", b'-'),
    ("\\u0027", b'\''),
    ("\\u0022", b'\''),
    ("\\u003c", b'<'),
    ("\\u003C", b'<'),
    ("\\u003e", b'>'),
    ("\\u003E", b'>'),
    ("\\u0026", b'&'),
    ("\\u2019", b'\''),
    ("\\u2013", b'-'),
    ("\\u00a0", b' '),
    ("\\/", b'/'),
];

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
    waiting: Vec<(Signature, Edge, Place)>,
    found: Found,
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
        }
    }

    pub(super) fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            at += match byte {
                b'\\' | b'&' => self.escape(text, at),
                b'>' if self.line_begins => self.blank(1, false),
                b'\'' | b'"' | b'`' => self.sign(b'\'', 1),
                b'\n' | b'\r' => self.blank(1, true),
                0..=b' ' | 0x7f => self.blank(1, false),
                0x80.. => self.wide(text, at),
                _ => self.sign(byte.to_ascii_lowercase(), 1),
            };
        }
    }

    pub(super) fn finish(mut self) -> Vec<(Signature, Place)> {
        self.settle(b' ');
        self.found.finish()
    }

    /// Something that a page or a log writes for a sign, or the byte itself. Says how many bytes it takes.
    fn escape(&mut self, text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some((spelling, sign)) = SPELLINGS
            .iter()
            .find(|(spelling, _)| rest.starts_with(spelling.as_bytes()))
        {
            return match sign {
                b' ' => self.blank(spelling.len(), false),
                sign => self.sign(*sign, spelling.len()),
            };
        }
        let first = rest.first().copied().unwrap_or_default();
        // A log inside a log has more than one backslash. Nobody quotes deeper than this.
        let slashes = rest.iter().take(9).take_while(|b| **b == b'\\').count();
        match rest.get(slashes) {
            Some(b'\'' | b'"' | b'`') if slashes > 0 => self.sign(b'\'', slashes + 1),
            Some(b'n' | b'r') if slashes > 0 => self.blank(slashes + 1, true),
            Some(b't') if slashes > 0 => self.blank(slashes + 1, false),
            _ => self.sign(first, 1),
        }
    }

    /// A character beyond ASCII. Says how many bytes it takes.
    fn wide(&mut self, text: &str, at: usize) -> usize {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            return 1;
        };
        let units = c.len_utf16();
        if c.is_whitespace() {
            self.blank(units, matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'));
        } else {
            match text::describe(c) {
                Some((OddKind::Quote, _)) => _ = self.sign(b'\'', units),
                Some((OddKind::Invisible, _)) => self.unit += units,
                _ if matches!(c, '‐'..='―' | '−') => _ = self.sign(b'-', units),
                _ => _ = self.sign(0x80, units),
            }
        }
        c.len_utf8()
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
                self.waiting.push((needle.signature, needle.after, place));
            }
            whole = next;
        }
    }

    /// Takes the texts that wait, where `next` may follow them.
    fn settle(&mut self, next: u8) {
        for (signature, after, place) in self.waiting.drain(..) {
            if after.allows(next) {
                self.found.add(signature, place);
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
