//! Collects the faults of a header's form.

use std::ops::Range;

use super::{HeaderFlaw, HeaderFlawKind};
use crate::order::sorted_by;
use crate::span::Span;

/// The faults found so far, each kind once: its first place is the one to show, and a span costs a walk through the text.
#[derive(Clone)]
pub(super) struct Flaws<'t> {
    typed: &'t str,
    found: Vec<HeaderFlaw>,
}

impl<'t> Flaws<'t> {
    pub(super) fn new(typed: &'t str) -> Self {
        Self {
            typed,
            found: Vec::new(),
        }
    }

    /// None yet, in the same text: for an attempt that may be thrown away.
    pub(super) fn attempt(&self) -> Self {
        Self::new(self.typed)
    }

    /// Takes over what an attempt found.
    pub(super) fn merge(&mut self, attempt: Self) {
        for flaw in attempt.found {
            if !self.has(flaw.kind) {
                self.found.push(flaw);
            }
        }
    }

    /// Takes over the faults of one kind alone.
    pub(super) fn merge_kind(&mut self, mut attempt: Self, kind: HeaderFlawKind) {
        attempt.found.retain(|flaw| flaw.kind == kind);
        self.merge(attempt);
    }

    /// Notes a fault at these bytes of the typed text.
    pub(super) fn add(&mut self, kind: HeaderFlawKind, bytes: Range<usize>) {
        if !self.has(kind) {
            let span = Span::of(self.typed, bytes);
            self.found.push(HeaderFlaw { kind, span });
        }
    }

    pub(super) fn has(&self, kind: HeaderFlawKind) -> bool {
        self.found.iter().any(|flaw| flaw.kind == kind)
    }

    /// All of them, in the order of the typed text.
    pub(super) fn into_vec(self) -> Vec<HeaderFlaw> {
        sorted_by(self.found, |flaw| flaw.span.start)
    }
}

impl Flaws<'_> {
    /// Whether these bytes of the typed text hold a line end.
    pub(super) fn has_line_end(&self, bytes: Range<usize>) -> bool {
        self.typed
            .get(bytes)
            .is_some_and(|text| text.contains(['\n', '\r']))
    }

    /// Whether these bytes are anything but one plain space.
    pub(super) fn is_odd_blank(&self, bytes: Range<usize>) -> bool {
        self.typed.get(bytes) != Some(" ")
    }
}
