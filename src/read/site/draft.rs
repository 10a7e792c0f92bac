//! A text on its way to the normal form, and the steps of that way.

use std::ops::Range;

use crate::order::sorted_by;
use crate::read::change::{Change, ChangeKind};
use crate::redact::redact;
use crate::span::{Span, Spans};

/// A text whose every byte knows where it stood in the typed text.
pub(super) struct Draft {
    text: String,
    origin: Vec<Range<usize>>,
}

impl Draft {
    /// A part of the typed text, as it is.
    pub(super) fn new(typed: &str, part: Range<usize>) -> Self {
        let mut draft = Self {
            text: String::new(),
            origin: Vec::new(),
        };
        for (at, c) in typed.get(part.clone()).unwrap_or_default().char_indices() {
            let start = part.start + at;
            draft.push(c, start..start + c.len_utf8());
        }
        draft
    }

    /// `part`, a slice of this text, with every character replaced or, at `None`, left out.
    pub(super) fn map(&self, part: &str, mut to: impl FnMut(char) -> Option<char>) -> Self {
        let start = self.offset(part);
        let mut draft = Self {
            text: String::with_capacity(part.len()),
            origin: Vec::with_capacity(part.len()),
        };
        for (at, c) in part.char_indices() {
            if let (Some(c), Some(place)) = (to(c), self.origin.get(start + at)) {
                draft.push(c, place.clone());
            }
        }
        draft
    }

    fn push(&mut self, c: char, place: Range<usize>) {
        self.text.push(c);
        self.origin.resize(self.text.len(), place);
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes that `part`, a slice of this text, took in the typed text.
    pub(super) fn place(&self, part: &str) -> Range<usize> {
        let start = self.offset(part);
        let behind = self.origin.last().map_or(0, |place| place.end);
        let from = self.origin.get(start).map_or(behind, |place| place.start);
        let last = (start + part.len()).saturating_sub(1);
        let to = match self.origin.get(last) {
            Some(place) if !part.is_empty() => place.end,
            _ => from,
        };
        from..to.max(from)
    }

    fn offset(&self, part: &str) -> usize {
        part.as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }
}

/// What was changed so far, in bytes of the typed text.
#[derive(Default)]
pub(super) struct Steps {
    list: Vec<(Range<usize>, Change)>,
}

impl Steps {
    /// Adds a step whose `before` may be shown as it is.
    pub(super) fn add(
        &mut self,
        kind: ChangeKind,
        place: Range<usize>,
        before: &str,
        after: &str,
        why: impl Into<String>,
    ) {
        let change = Change {
            kind,
            before: before.to_owned(),
            after: after.to_owned(),
            why: why.into(),
            span: Span { start: 0, end: 0 },
        };
        self.list.push((place, change));
    }

    /// Adds the step that takes `part` of `draft` away.
    pub(super) fn remove(
        &mut self,
        kind: ChangeKind,
        draft: &Draft,
        part: &str,
        why: impl Into<String>,
    ) {
        if !part.is_empty() {
            self.add(kind, draft.place(part), &shown(part), "", why);
        }
    }

    /// All steps, in the order of the text, with spans in UTF-16 units.
    pub(super) fn into_changes(self, typed: &str) -> Vec<Change> {
        let mut spans = Spans::of(typed);
        sorted_by(self.list, |(place, _)| place.start)
            .into_iter()
            .map(|(place, change)| Change {
                span: spans.span(place),
                ..change
            })
            .collect()
    }
}

/// A part of the typed text as it may be shown: no secret, and not long.
pub(super) fn shown(part: &str) -> String {
    const MOST: usize = 80;
    // A password with a slash in it leaves its tail in the path: `https://jane:8080/tail@host`.
    let masked = match part.rsplit_once('@') {
        Some((_, behind)) => ["…@", behind].concat(),
        None => part.to_owned(),
    };
    let redacted = redact(&masked);
    match redacted.char_indices().nth(MOST) {
        None => redacted,
        Some((cut, _)) => [redacted.get(..cut).unwrap_or_default(), "…"].concat(),
    }
}
