//! The lines of a text, each end found once.

/// A text, and where the line ends that was read last: one line may be asked for any number of times.
pub(crate) struct Lines<'t> {
    pub(crate) text: &'t str,
    /// From where to where no line ends.
    known: (usize, usize),
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self {
            text,
            known: (0, 0),
        }
    }

    /// What is left of the line from `start` on, without its end.
    pub(crate) fn rest(&mut self, start: usize) -> &'t str {
        let (from, mut end) = self.known;
        if !(from..end).contains(&start) {
            let rest = self.text.get(start..).unwrap_or_default();
            end = start + rest.find('\n').unwrap_or(rest.len());
            self.known = (start, end);
        }
        self.text.get(start..end).unwrap_or_default()
    }
}
