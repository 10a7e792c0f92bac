//! What a reader noticed about a typed text.

use std::ops::Range;

use serde::Serialize;

use crate::order::sorted_by;
use crate::prose::Prose;
use crate::span::{Span, Spans};
use crate::veiled::veiled;

/// One thing that a reader noticed, changed or doubts, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note<K> {
    /// What it is.
    pub kind: K,
    /// The part as typed, as it may be shown; empty where nothing was changed or nothing may be shown.
    pub before: String,
    /// What stands there now; empty where the part was taken away.
    pub after: String,
    /// Why, as a sentence for a person.
    pub why: Prose,
    /// Where the part stands in the typed text.
    pub span: Span,
}

veiled!(Note<K> { kind, before, after, why, span });

/// The notes of one reader, in bytes of the typed text.
pub(crate) struct Notes<K> {
    list: Vec<(Range<usize>, Note<K>)>,
}

impl<K> Notes<K> {
    pub(crate) const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Notes something at `place`.
    pub(crate) fn add(&mut self, kind: K, place: Range<usize>, why: Prose) {
        self.change(kind, place, "", "", why);
    }

    /// Notes that `before` became `after`. Both are shown.
    pub(crate) fn change(
        &mut self,
        kind: K,
        place: Range<usize>,
        before: &str,
        after: &str,
        why: Prose,
    ) {
        let note = Note {
            kind,
            before: before.to_owned(),
            after: after.to_owned(),
            why,
            span: Span { start: 0, end: 0 },
        };
        self.list.push((place, note));
    }

    /// All notes in the order of the text, with spans in UTF-16 units.
    pub(crate) fn into_vec(self, typed: &str) -> Vec<Note<K>> {
        let list = sorted_by(self.list, |(place, _)| place.start);
        Self { list }.in_the_order_made(typed)
    }

    /// The same in the order in which they were made.
    pub(crate) fn in_the_order_made(self, typed: &str) -> Vec<Note<K>> {
        let mut spans = Spans::of(typed);
        self.list
            .into_iter()
            .map(|(place, note)| Note {
                span: spans.span(place),
                ..note
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::prose;

    const TYPED: &str = "😀é acme ";

    fn notes() -> Notes<char> {
        let mut notes = Notes::new();
        notes.add('e', 11..12, prose!("The end."));
        notes.change('b', 0..4, "😀", ":)", prose!("The beginning."));
        notes.add('m', 7..11, prose!("The middle."));
        notes
    }

    #[test]
    fn notes_stand_in_the_order_of_the_text() {
        let notes = notes().into_vec(TYPED);
        let kinds: String = notes.iter().map(|note| note.kind).collect();
        assert_eq!(kinds, "bme");
        let first = notes.first().unwrap();
        assert_eq!((&*first.before, &*first.after), ("😀", ":)"));
        assert_eq!(first.why.to_string(), "The beginning.");
    }

    #[test]
    fn spans_count_utf16_units_in_either_order() {
        let places = |notes: Vec<Note<char>>| -> Vec<_> {
            let notes = notes.into_iter();
            notes
                .map(|note| (note.kind, note.span.start, note.span.end))
                .collect()
        };
        let in_order = [('b', 0, 2), ('m', 4, 8), ('e', 8, 9)];
        let as_made = [('e', 8, 9), ('b', 0, 2), ('m', 4, 8)];
        assert_eq!(places(notes().into_vec(TYPED)), in_order);
        assert_eq!(places(notes().in_the_order_made(TYPED)), as_made);
    }
}
