//! What a message resembles that nothing else explains.

use crate::evidence::{Evidence, Field};
use crate::read::exchange::{Content, Exchange};
use crate::read::known_texts::{Class, Hit};
use crate::read::paste;
use crate::read::sentences::{FAILURE, Said, lexicon};
use crate::read::text_model::{self, Likeness, VAGUE};

/// The longest text that is taken for one message, in bytes.
const LONGEST: usize = 480;

/// What the pasted text resembles, where neither an answer nor a known text tells what happened.
pub(super) fn read(
    evidence: &Evidence,
    is_anothers: bool,
    exchanges: &[Exchange],
    hits: &[Hit],
    said: &[Said],
) -> Vec<Likeness> {
    let is_told = hits
        .iter()
        .any(|hit| !matches!(hit.signature.class(), Class::Note | Class::Vague))
        || exchanges.iter().any(says_something);
    let text = evidence.text(Field::Paste).unwrap_or_default();
    // A likeness is one to a message. Of a longer text the most is about other things, which then decide.
    let is_message = text.len() <= LONGEST && !text.trim().contains('\n');
    if is_anothers || is_told || text.is_empty() || !is_message {
        return Vec::new();
    }
    let is_failure = said
        .iter()
        .any(|one| one.concepts.meets(FAILURE.or(lexicon::NOT)));
    // Where no failure shows, a vague likeness does not say that there is one.
    let least = if is_failure { 0.0 } else { VAGUE };
    if !is_failure && paste::is_quiet(text) {
        return Vec::new();
    }
    let mut likeness = text_model::read(text, is_failure);
    likeness.retain(|one| one.lead >= least);
    likeness
}

/// Whether a call was printed, or something came of it. An address alone says nothing.
fn says_something(exchange: &Exchange) -> bool {
    exchange.status.is_some()
        || exchange.failure.is_some()
        || exchange.sent.method.is_some()
        || exchange.body.content != Content::Unknown
}
