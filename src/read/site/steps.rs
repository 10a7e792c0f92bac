//! The steps from the typed text to the normal form.

use std::ops::Range;

use crate::input::{Note, Notes};
use crate::prose::Prose;
use crate::read::change::ChangeKind;
use crate::redact::redact;
use crate::text::MappedText;

/// What was changed so far.
pub(super) struct Steps(Notes<ChangeKind>);

impl Steps {
    pub(super) const fn new() -> Self {
        Self(Notes::new())
    }

    /// Adds a step whose `before` may be shown as it is.
    pub(super) fn add(
        &mut self,
        kind: ChangeKind,
        place: Range<usize>,
        before: &str,
        after: &str,
        why: Prose,
    ) {
        self.0.change(kind, place, before, after, why);
    }

    /// Adds the step that takes `part`, a slice of `text`, away.
    pub(super) fn remove(&mut self, kind: ChangeKind, text: &MappedText, part: &str, why: Prose) {
        if !part.is_empty() {
            self.add(kind, text.origin_of_slice(part), &shown(part), "", why);
        }
    }

    /// All steps, in the order of the text.
    pub(super) fn into_notes(self, typed: &str) -> Vec<Note<ChangeKind>> {
        self.0.into_vec(typed)
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
