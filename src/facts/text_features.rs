//! What the text model reads: the pasted text, and what is known beside it.

use super::Facts;
use crate::evidence::{Answers, Evidence, Field};
use crate::read::text_model::{self, Features};

impl Facts<'_> {
    /// The features of the pasted text, for the text model and for who trains it; `None` where nothing was pasted that can be read.
    pub fn text_features(&self) -> Option<Features> {
        if self.binary || self.another_product {
            return None;
        }
        text_model::features_of(self.evidence.text(Field::Paste)?, &self.signs())
    }

    /// What is known beside the text, a number each: how far each call got and who answered, where Jira runs, what was given.
    fn signs(&self) -> Vec<u32> {
        let attempts = self.attempts.iter().map(|attempt| {
            let stage = |stage: Option<_>| stage.map_or(0, |stage| stage as u32 + 1);
            let by = attempt.by.map_or(0, |by| by as u32 + 1);
            sign(
                0,
                by << 8 | stage(attempt.passed) << 4 | stage(attempt.stopped),
            )
        });
        let deployment = self.deployment.map_or(0, |runs| runs as u32 + 1);
        let given = (0..).zip(given(self.evidence));
        let given = given.filter_map(|(at, is_given)| is_given.then_some(sign(2, at)));
        attempts.chain([sign(1, deployment)]).chain(given).collect()
    }
}

/// Which parts of the evidence there are beside the text.
fn given(evidence: &Evidence) -> impl Iterator<Item = bool> {
    let fields = Field::TEXTS.iter().filter(|field| **field != Field::Paste);
    let fields = fields.map(|&field| evidence.text(field).is_some());
    fields.chain([
        evidence.request.is_some(),
        evidence.response.is_some(),
        evidence.answers != Answers::default(),
    ])
}

/// A number for one sign of a kind, no two of which are near each other.
fn sign(kind: u32, value: u32) -> u32 {
    (kind << 16 | value).wrapping_mul(0x9e37_79b1)
}
