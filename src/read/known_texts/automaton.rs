//! The machine that meets all texts in one pass (Aho and Corasick, 1975).

use std::sync::OnceLock;

use super::Signature;
use super::lists::{Family, LEADS};
use super::names::NAMES;
use super::table::TEXTS;
use crate::order::sort;
use crate::read::speaker::Speaker;

/// The longest text that may stand in the table.
pub(super) const LONGEST: usize = 96;

/// What may follow or precede a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Anything.
    Free,
    /// No letter or digit.
    Word,
    /// Nothing that a host's name holds.
    Name,
}

impl Edge {
    /// Whether the text may stand beside `byte`.
    pub(super) fn allows(self, byte: u8) -> bool {
        match self {
            Self::Free => true,
            Self::Word => !byte.is_ascii_alphanumeric(),
            Self::Name => !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'-' | b'_'),
        }
    }
}

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    /// This.
    Text(Signature),
    /// That a value of a list follows.
    Lead(Family),
}

/// One text of the tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needle {
    pub(super) text: &'static str,
    pub(super) means: Means,
    pub(super) speaker: Speaker,
    pub(super) before: Edge,
    pub(super) after: Edge,
}

impl Needle {
    fn new(line: &'static str, means: Means, speaker: Speaker) -> Self {
        let (text, before) = match line.strip_prefix('*') {
            Some(rest) => (rest, Edge::Free),
            None => (line, Edge::Word),
        };
        let (text, after) = match (text.strip_suffix('*'), text.strip_suffix('$')) {
            (Some(rest), _) => (rest, Edge::Free),
            (None, Some(rest)) => (rest, Edge::Name),
            (None, None) => (text, Edge::Word),
        };
        // Where the text itself ends with a sign, that sign is the boundary.
        let edge = |edge: Edge, byte: Option<&u8>| match byte {
            Some(byte) if edge != Edge::Word || byte.is_ascii_alphanumeric() => edge,
            _ => Edge::Free,
        };
        Self {
            text,
            means,
            speaker,
            before: edge(before, text.as_bytes().first()),
            after: edge(after, text.as_bytes().last()),
        }
    }
}

/// All texts of the tables, in the order of their bytes.
pub(super) fn needles() -> Vec<Needle> {
    let mut all = Vec::new();
    let mut add =
        |speaker: Speaker, means: Means, lines: &mut dyn Iterator<Item = &'static str>| {
            all.extend(lines.map(|line| Needle::new(line, means, speaker)));
        };
    for (signature, speaker, texts) in TEXTS {
        add(*speaker, Means::Text(*signature), &mut texts.lines());
    }
    for (speaker, signature, names) in NAMES {
        add(
            *speaker,
            Means::Text(*signature),
            &mut names.split_ascii_whitespace(),
        );
    }
    for (family, speaker, texts) in LEADS {
        add(*speaker, Means::Lead(*family), &mut texts.lines());
    }
    sort(&mut all, |a, b| a.text < b.text);
    all
}

/// How many bytes there are: the stream gives ASCII only.
const BYTES: usize = 128;

/// A beginning of one text or more.
#[derive(Clone, Copy, Default)]
struct State {
    /// The first continuation; the others follow it.
    first: u16,
    /// How many continuations.
    count: u16,
    /// The longest shorter beginning that this one ends with.
    fallback: u16,
    /// One more than the number of the text that this is; 0 for none.
    whole: u16,
    /// The longest whole text that this ends with, itself or a shorter one; the root for none.
    found: u16,
}

/// States are numbered by length, so that the continuations of a state have neighbouring numbers, and so that everything
/// that a state falls back to is known before it.
pub(super) struct Automaton {
    needles: Vec<Needle>,
    states: Vec<State>,
    /// The byte that leads to each state.
    label: Vec<u8>,
    /// Where each byte leads from the root and from the states of one byte. Most of a text is read in these.
    near: Vec<u16>,
}

/// Texts of the table that begin alike.
#[derive(Clone, Copy)]
struct Alike {
    start: usize,
    end: usize,
    /// In how many bytes.
    depth: usize,
}

impl Automaton {
    /// The one of this process, built when first wanted.
    pub(super) fn get() -> &'static Self {
        static ONE: OnceLock<Automaton> = OnceLock::new();
        ONE.get_or_init(Self::new)
    }

    pub(super) fn new() -> Self {
        let needles = needles();
        let mut alike = vec![Alike {
            start: 0,
            end: needles.len(),
            depth: 0,
        }];
        let mut built = Self {
            needles,
            states: vec![State::default()],
            label: vec![0],
            near: Vec::new(),
        };
        let mut number = 0;
        while let Some(group) = alike.get(number).copied() {
            built.complete(number, group, &mut alike);
            if group.depth < 3 {
                built.read_ahead(number);
            }
            number += 1;
        }
        built
    }

    /// Completes the state of `group` and adds its continuations.
    fn complete(&mut self, number: usize, mut group: Alike, alike: &mut Vec<Alike>) {
        let mut state = self.state(number);
        state.found = self.state(state.fallback.into()).found;
        if group.start < group.end && self.byte(group.start, group.depth).is_none() {
            group.start += 1;
            state.whole = narrow(group.start);
            state.found = narrow(number);
        }
        state.first = narrow(self.label.len());
        while group.start < group.end {
            let byte = self.byte(group.start, group.depth);
            let mut end = group.start + 1;
            while end < group.end && self.byte(end, group.depth) == byte {
                end += 1;
            }
            let byte = byte.unwrap_or_default();
            let fallback = if number == 0 {
                0
            } else {
                narrow(self.step(state.fallback.into(), byte))
            };
            self.label.push(byte);
            self.states.push(State {
                fallback,
                ..State::default()
            });
            alike.push(Alike {
                start: group.start,
                end,
                depth: group.depth + 1,
            });
            state.count += 1;
            group.start = end;
        }
        if let Some(entry) = self.states.get_mut(number) {
            *entry = state;
        }
    }

    /// Notes where each byte leads from a state. They are noted in order, beginning with the root.
    fn read_ahead(&mut self, number: usize) {
        let from = self.near.len();
        let state = self.state(number);
        let row = usize::from(state.fallback) * BYTES;
        for at in row..row + BYTES {
            // The root leads back to itself.
            self.near
                .push(self.near.get(at).copied().unwrap_or_default());
        }
        for next in state.first..state.first + state.count {
            let byte = self.label.get(usize::from(next)).copied();
            let entry = from + usize::from(byte.unwrap_or_default());
            if let Some(entry) = self.near.get_mut(entry) {
                *entry = next;
            }
        }
    }

    /// The state after `byte`.
    pub(super) fn step(&self, mut number: usize, byte: u8) -> usize {
        loop {
            if let Some(next) = self.near.get(number * BYTES + usize::from(byte)) {
                return usize::from(*next);
            }
            let state = self.state(number);
            let mut next = usize::from(state.first);
            let end = next + usize::from(state.count);
            while next < end {
                if self.label.get(next) == Some(&byte) {
                    return next;
                }
                next += 1;
            }
            number = usize::from(state.fallback);
        }
    }

    /// The longest state that is a whole text and that this one ends with; the root for none.
    pub(super) fn found(&self, number: usize) -> usize {
        self.state(number).found.into()
    }

    /// The text that a state is, and the next shorter state that is a whole text.
    pub(super) fn text(&self, number: usize) -> Option<(&Needle, usize)> {
        let state = self.state(number);
        let needle = usize::from(state.whole).checked_sub(1)?;
        Some((self.needles.get(needle)?, self.found(state.fallback.into())))
    }

    /// How many states there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.label.len()
    }

    fn state(&self, number: usize) -> State {
        self.states.get(number).copied().unwrap_or_default()
    }

    /// The byte of a text at `depth`; `None` at its end.
    fn byte(&self, needle: usize, depth: usize) -> Option<u8> {
        let needle = self.needles.get(needle)?;
        needle.text.as_bytes().get(depth).copied()
    }
}

/// A number that fits, as a test proves of the table.
fn narrow(value: usize) -> u16 {
    u16::try_from(value).unwrap_or_default()
}
