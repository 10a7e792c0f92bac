//! Several words that are looked for at once.

/// Several words that are looked for at once.
pub(super) struct Words {
    words: &'static [&'static str],
    /// The bytes that any of them begins with.
    first: [bool; 256],
}

impl Words {
    /// None of the words is empty.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut first = [false; 256];
        let mut at = 0;
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when the program is built"
        )]
        while at < words.len() {
            first[words[at].as_bytes()[0] as usize] = true;
            at += 1;
        }
        Self { words, first }
    }

    /// The first place of any of them, and which it is.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        for (at, b) in bytes.iter().enumerate() {
            if !self.first.get(usize::from(*b)).is_some_and(|first| *first) {
                continue;
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let starts = |word: &&str| rest.starts_with(word.as_bytes());
            if let Some(word) = self.words.iter().position(starts) {
                return Some((at, word));
            }
        }
        None
    }
}

/// Where any of some words stands next. All questions together pass over a text once, if they come in its order.
pub(super) struct Ahead {
    words: &'static Words,
    next: Option<usize>,
}

impl Ahead {
    pub(super) fn of(words: &'static Words) -> Self {
        Self { words, next: None }
    }

    /// The first place at or after `at`; the end of the text where there is none.
    pub(super) fn next(&mut self, text: &str, at: usize) -> usize {
        let known = self.next.filter(|next| *next >= at);
        let next = known.unwrap_or_else(|| {
            let found = text.get(at..).and_then(|rest| self.words.find(rest));
            found.map_or(text.len(), |(found, _)| at + found)
        });
        self.next = Some(next);
        next
    }
}
