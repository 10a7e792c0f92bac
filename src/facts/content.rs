//! Known texts that are what Jira keeps, and nothing that happened: the summary of an issue may say "connection refused".

use crate::read::exchange::{Content, Exchange};
use crate::read::known_texts::{Class, Hit, Signature};
use crate::read::speaker::Speaker;
use crate::span::Span;

/// Takes those texts of a paste away that stand in a good answer.
pub(super) fn drop_from(hits: &mut Vec<Hit>, exchanges: &[Exchange]) {
    let spans: Vec<Span> = exchanges
        .iter()
        .filter(|x| is_good(x))
        .filter_map(|x| x.span)
        .collect();
    let holds = |hit: &Hit, span: &Span| span.start <= hit.span.start && hit.span.end <= span.end;
    hits.retain(|hit| {
        comes_with_good_answers(hit.signature) || !spans.iter().any(|span| holds(hit, span))
    });
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
