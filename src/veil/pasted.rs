//! The pasted text as it may be shown. Only JavaScript asks for it, and of the module that reads pasted texts.

use serde::Serialize;

use super::{Shown, Veil, spans};
use crate::redact::Redaction;
use crate::span::Span;

/// A pasted text as it may be shown.
#[derive(Serialize)]
pub(crate) struct Excerpted {
    /// With `[redacted]` in the place of each gap.
    text: String,
    /// What is left out: parts of the pasted text, in their order.
    gaps: Vec<Span>,
}

impl Veil {
    /// What was pasted, and where something is left out of it.
    pub(crate) fn over_paste(&self, pasted: &str) -> Shown<Excerpted> {
        let redaction = Redaction::of(pasted, self.places(pasted));
        let gaps = spans(&redaction, pasted).collect();
        let text = redaction.into_text();
        Shown(Excerpted { text, gaps })
    }
}
