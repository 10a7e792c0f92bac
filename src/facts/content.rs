//! Known texts that are what Jira keeps, and nothing that happened: the summary of an issue may say "connection refused".

use crate::evidence::Field;
use crate::read::answer::{Content, Exchange};
use crate::read::signatures::{Hit, Signature};

/// Takes the texts away that stand in a good answer.
pub(super) fn drop_from(hits: &mut Vec<Hit>, exchanges: &[Exchange]) {
    let good: Vec<&Exchange> = exchanges.iter().filter(|x| is_good(x)).collect();
    hits.retain(|hit| {
        !good.iter().any(|x| holds(x, hit)) || comes_with_good_answers(hit.signature)
    });
}

/// An answer of Jira's with what was asked for.
fn is_good(exchange: &Exchange) -> bool {
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

fn holds(exchange: &Exchange, hit: &Hit) -> bool {
    let within = exchange
        .span
        .is_none_or(|span| span.start <= hit.span.start && hit.span.end <= span.end);
    // A body of its own is a response's field alone.
    let field = match exchange.field {
        Some(Field::Response) => hit.field == Field::Response,
        _ => hit.field == Field::Paste && exchange.span.is_some(),
    };
    field && within
}

/// What headers and the program around a good answer may say of it (facts.md 4.1).
fn comes_with_good_answers(signature: Signature) -> bool {
    matches!(
        signature,
        Signature::SeraphFailed
            | Signature::AuthenticationDenied
            | Signature::AuthorisationFailed
            | Signature::ServedAsGuest
            | Signature::NetrcUsed
            | Signature::CorsBlocked
            | Signature::TlsUnverified
    )
}
