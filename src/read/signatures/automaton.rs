//! The machine that meets all texts in one pass (Aho and Corasick, 1975).

use std::sync::OnceLock;

use super::{SECTIONS, Signature};

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

/// One text of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needle {
    pub(super) text: &'static str,
    pub(super) signature: Signature,
    pub(super) before: Edge,
    pub(super) after: Edge,
}

impl Needle {
    fn new(line: &'static str, signature: Signature) -> Self {
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
            signature,
            before: edge(before, text.as_bytes().first()),
            after: edge(after, text.as_bytes().last()),
        }
    }
}

/// All texts of the table, in the order of their bytes.
pub(super) fn needles() -> Vec<Needle> {
    let mut all = Vec::new();
    for (signature, texts) in SECTIONS.iter().copied().flatten() {
        all.extend(texts.lines().map(|line| Needle::new(line, *signature)));
    }
    all.sort_unstable_by_key(|needle| needle.text);
    all
}

/// A state is a beginning of one text or more. States are numbered by length, so that the continuations of a state have
/// neighbouring numbers, and so that everything that a state falls back to is known before it.
pub(super) struct Automaton {
    needles: Vec<Needle>,
    /// The byte that leads to each state.
    label: Vec<u8>,
    /// The first continuation of each state; the next state's first is one past the last.
    first: Vec<u16>,
    /// The longest shorter beginning that a state ends with.
    fallback: Vec<u16>,
    /// One more than the number of the text that a state is.
    whole: Vec<u16>,
    /// The longest state that a state ends with and that is a whole text: itself, a shorter one, or the root for none.
    found: Vec<u16>,
    /// The continuations of the root, by byte.
    root: Vec<u16>,
}

impl Automaton {
    /// The one of this process, built when first wanted.
    pub(super) fn get() -> &'static Self {
        static ONE: OnceLock<Automaton> = OnceLock::new();
        ONE.get_or_init(Self::new)
    }

    pub(super) fn new() -> Self {
        let mut built = Self {
            needles: needles(),
            label: vec![0],
            first: Vec::new(),
            fallback: vec![0],
            whole: Vec::new(),
            found: Vec::new(),
            root: vec![0; 256],
        };
        let mut ranges = vec![(0, built.needles.len(), 0)];
        let mut state = 0;
        while let Some((start, end, depth)) = ranges.get(state).copied() {
            built.add(state, start..end, depth, &mut ranges);
            state += 1;
        }
        // One past the last, for the continuations of the last.
        built.first.push(number(built.label.len()));
        built
    }

    /// Completes `state`, which is the first `depth` bytes of the texts in `range`, and adds its continuations.
    fn add(
        &mut self,
        state: usize,
        mut range: std::ops::Range<usize>,
        depth: usize,
        ranges: &mut Vec<(usize, usize, usize)>,
    ) {
        let byte_of = |needles: &[Needle], at: usize| {
            let text = needles.get(at).map_or("", |needle| needle.text);
            text.as_bytes().get(depth).copied()
        };
        let is_whole = !range.is_empty() && byte_of(&self.needles, range.start).is_none();
        if is_whole {
            range.start += 1;
        }
        self.whole
            .push(if is_whole { number(range.start) } else { 0 });
        let fallback = at(&self.fallback, state);
        self.found.push(if is_whole {
            number(state)
        } else {
            number(at(&self.found, fallback))
        });
        self.first.push(number(self.label.len()));
        while let Some(byte) = byte_of(&self.needles, range.start).filter(|_| !range.is_empty()) {
            let same = range
                .clone()
                .take_while(|at| byte_of(&self.needles, *at) == Some(byte))
                .count();
            let next = number(self.label.len());
            if state == 0 {
                self.fallback.push(0);
                if let Some(entry) = self.root.get_mut(usize::from(byte)) {
                    *entry = next;
                }
            } else {
                self.fallback.push(number(self.step(fallback, byte)));
            }
            self.label.push(byte);
            ranges.push((range.start, range.start + same, depth + 1));
            range.start += same;
        }
    }

    /// The state after `byte`.
    pub(super) fn step(&self, mut state: usize, byte: u8) -> usize {
        while state != 0 {
            let range = at(&self.first, state)..at(&self.first, state + 1);
            let labels = self.label.get(range.clone()).unwrap_or_default();
            if let Some(found) = labels.iter().position(|label| *label == byte) {
                return range.start + found;
            }
            state = at(&self.fallback, state);
        }
        at(&self.root, usize::from(byte))
    }

    /// The longest state that is a whole text and that `state` ends with; 0 for none.
    pub(super) fn found(&self, state: usize) -> usize {
        at(&self.found, state)
    }

    /// The text that `state` is, and the next shorter state that is a whole text.
    pub(super) fn text(&self, state: usize) -> Option<(&Needle, usize)> {
        let needle = self.needles.get(at(&self.whole, state).checked_sub(1)?)?;
        Some((needle, self.found(at(&self.fallback, state))))
    }

    /// How many states there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.label.len()
    }
}

/// The entry of a table of states; the root for none.
fn at(table: &[u16], index: usize) -> usize {
    table.get(index).copied().map_or(0, usize::from)
}

/// A number that fits, as a test proves of the table.
fn number(value: usize) -> u16 {
    u16::try_from(value).unwrap_or(0)
}
