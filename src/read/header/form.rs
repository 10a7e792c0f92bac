//! The faults of a header's form, each beside the part of the text that has it.

use std::ops::Range;

use super::HeaderFlawKind;
use crate::input::{Note, Notes};
use crate::text::{MappedText, cut};

/// The faults found so far, each kind once: its first place is the one to show.
#[derive(Default)]
pub(super) struct Flaws(Vec<(HeaderFlawKind, Range<usize>)>);

impl Flaws {
    /// Notes a fault at these bytes of the typed text.
    pub(super) fn add(&mut self, kind: HeaderFlawKind, typed: Range<usize>) {
        if !self.has(kind) {
            self.0.push((kind, typed));
        }
    }

    pub(super) fn has(&self, kind: HeaderFlawKind) -> bool {
        self.0.iter().any(|(known, _)| *known == kind)
    }

    /// Takes over the faults of `others` that `taken` names.
    pub(super) fn merge(&mut self, others: Self, taken: &dyn Fn(HeaderFlawKind) -> bool) {
        for (kind, at) in others.0 {
            if taken(kind) {
                self.add(kind, at);
            }
        }
    }

    /// All of them, in the order of the typed text.
    pub(super) fn into_notes(self, typed: &str) -> Vec<Note<HeaderFlawKind>> {
        let mut notes = Notes::new();
        for (kind, at) in self.0 {
            notes.add(kind, at, kind.why());
        }
        notes.into_vec(typed)
    }
}

/// A text, typed or decoded, and the faults of the header that it stands in.
pub(super) struct Form<'m> {
    pub(super) text: &'m MappedText,
    pub(super) flaws: &'m mut Flaws,
}

impl Form<'_> {
    /// Notes a fault of `part`, a slice of the text.
    pub(super) fn add(&mut self, kind: HeaderFlawKind, part: &str) {
        self.flaws.add(kind, self.text.origin_of_slice(part));
    }

    /// Notes a fault of the part of `outer` in front of `inner` where there is one, else of the part after it.
    pub(super) fn add_around(&mut self, kind: HeaderFlawKind, outer: &str, inner: &str) {
        let ends = [cut::head(outer, inner), cut::tail(outer, inner)];
        if let Some(end) = ends.into_iter().find(|end| !end.is_empty()) {
            self.add(kind, end);
        }
    }
}
