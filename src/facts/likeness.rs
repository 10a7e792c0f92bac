//! What a message resembles that nothing else explains.

use crate::evidence::{Evidence, Field};
use crate::read::exchange::{Content, Exchange};
use crate::read::known_texts::{Class, Hit};
use crate::read::sentences::{FAILURE, Said, lexicon};
use crate::read::text_model::{self, Likeness, VAGUE};

/// What the pasted text resembles, where neither an answer nor a known text tells what happened.
pub(super) fn read(
    evidence: &Evidence,
    is_anothers: bool,
    exchanges: &[Exchange],
    hits: &[Hit],
    said: &[Said],
) -> Vec<Likeness> {
    let is_told = exchanges
        .iter()
        .any(|x| x.status.is_some() || x.failure.is_some() || x.body.content != Content::Unknown)
        || hits
            .iter()
            .any(|hit| !matches!(hit.signature.class(), Class::Note | Class::Vague));
    let text = evidence.text(Field::Paste).unwrap_or_default();
    if is_anothers || is_told || text.is_empty() {
        return Vec::new();
    }
    let is_failure = said
        .iter()
        .any(|one| one.concepts.meets(FAILURE.or(lexicon::NOT)));
    // Where no failure shows, a vague likeness does not say that there is one.
    let least = if is_failure { 0.0 } else { VAGUE };
    let mut likeness = text_model::read(text, is_failure);
    likeness.retain(|one| one.lead >= least);
    likeness
}
