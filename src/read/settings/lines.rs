//! The lines of a configuration, each end found once.

use std::cell::Cell;

use crate::text;

/// A text, and where the line ends that was read last: one line may hold any number of values.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// From where to where no line ends.
    known: Cell<(usize, usize)>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let known = Cell::new((0, 0));
        Self { text, known }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// What is left of the line from `start` on.
    pub(super) fn rest(&self, start: usize) -> &'t str {
        let (from, mut end) = self.known.get();
        if !(from..end).contains(&start) {
            let rest = self.text.get(start..).unwrap_or_default();
            end = start + rest.find('\n').unwrap_or(rest.len());
            self.known.set((start, end));
        }
        let line = text::cut::first(
            self.text.get(start..end).unwrap_or_default(),
            super::value::LONGEST,
        );
        line.strip_suffix('\r').unwrap_or(line)
    }
}
