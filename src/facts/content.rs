//! Known texts that are what Jira keeps, and nothing that happened: the summary of an issue may say "connection refused".

use crate::read::exchange::{Content, Exchange};
use crate::read::known_texts::{Class, Hit, Signature};
use crate::read::sentences::{Said, lexicon};
use crate::read::speaker::Speaker;
use crate::span::Span;

/// Takes those texts of a paste away that stand in a good answer.
pub(super) fn drop_from(hits: &mut Vec<Hit>, exchanges: &[Exchange]) {
    let spans: Vec<Span> = exchanges
        .iter()
        .filter(|x| is_good(x))
        .filter_map(|x| x.span)
        .collect();
    hits.retain(|hit| {
        comes_with_good_answers(hit.signature) || !spans.iter().any(|span| span.holds(hit.span))
    });
}

/// Takes those sentences of a paste away that stand in an answer with a success: whatever they are about, nothing failed there.
pub(super) fn drop_said_in_success(said: &mut Vec<Said>, exchanges: &[Exchange]) {
    let spans: Vec<Span> = exchanges
        .iter()
        .filter(|x| is_success(x))
        .filter_map(|x| x.span)
        .collect();
    said.retain(|one| !spans.iter().any(|span| span.holds(one.span)));
}

/// Whether a paste in which no call and no known text was found is a message all the same: it is short, or speaks of a
/// failure. A long text of another kind is somebody's prose, whatever its sentences are about.
pub(super) fn is_message(text: &str, said: &[Said]) -> bool {
    const SHORT: usize = 400;
    text.len() <= SHORT || said.iter().any(|one| one.concepts.meets(lexicon::FAIL))
}

/// Takes those sentences away of which a known text is a part: it says exactly what the words say at large.
pub(super) fn drop_said_in_known_texts(said: &mut Vec<Said>, hits: &[Hit]) {
    let says_it = |hit: &Hit, one: &Said| {
        let meet = hit.span.start < one.span.end && one.span.start < hit.span.end;
        // What says little of the call leaves the rest of its sentence to say more.
        let is_precise = !matches!(hit.signature.class(), Class::Note | Class::Vague)
            // Which permission it is stands in the rest of the sentence.
            && hit.signature != Signature::PermissionDenied;
        hit.field == one.field && (meet && is_precise || hit.span.holds(one.span))
    };
    said.retain(|one| !hits.iter().any(|hit| says_it(hit, one)));
}

/// Whether all that is said is conditions and wishes: it reports nothing that happened.
#[cfg(feature = "answers")]
pub(super) fn is_conditional(said: &[Said]) -> bool {
    !said.is_empty() && said.iter().all(is_condition)
}

fn is_condition(one: &Said) -> bool {
    one.concepts == lexicon::CONDITION
}

/// Takes what conditions are about away: "If your credentials are invalid, …" is a manual's sentence.
pub(super) fn drop_conditions(hits: &mut Vec<Hit>, said: &mut Vec<Said>) {
    let conditions: Vec<Said> = said.iter().copied().filter(is_condition).collect();
    let is_conditional = |hit: &Hit| {
        hit.signature.class() == Class::Vague
            && conditions
                .iter()
                .any(|one| one.field == hit.field && one.span.holds(hit.span))
    };
    hits.retain(|hit| !is_conditional(hit));
    said.retain(|one| !is_condition(one));
}

pub(super) fn is_success(exchange: &Exchange) -> bool {
    matches!(exchange.status, Some(200..=299)) || is_good(exchange)
}

/// An answer of Jira's with what people wrote. Other good answers hold nobody's words.
pub(super) fn is_good(exchange: &Exchange) -> bool {
    matches!(exchange.status, None | Some(200..=299))
        && matches!(
            exchange.body.content,
            Content::Account { .. }
                | Content::Issue(_)
                | Content::Issues(_)
                | Content::Project(_)
                | Content::Projects(_)
        )
}

/// What headers and the program around a good answer may say of it (jira-facts.md 4.1).
fn comes_with_good_answers(signature: Signature) -> bool {
    matches!(signature.class(), Class::Note | Class::Withheld)
        || signature.speaker() == Speaker::LoginFilter
}
