use crate::date::Day;
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// The token was good and has lapsed. Jira does not say so: it answers as if the token were wrong.
    ///
    /// ## Why it happens
    /// API tokens live from one day to one year, a year by default. Those made before 15 December 2024 were given an end too, and the last of them lapsed on 12 May 2026.
    ///
    /// ## How to fix it
    /// 1. Open the API tokens page: it lists each token with its last day.
    /// 2. Create a new token with the longest life that your organisation allows, and note its last day in your calendar.
    /// 3. Put the new token in everywhere the old one was used.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "token-expired",
    title: "The token has expired",
    group: Token,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","token":"{{api-token}}","answers":{"tokenCreatedOn":"2025-03-01"},"today":"2026-11-21"}"#,
    right: r#"{"site":"https://acme.atlassian.net","token":"{{api-token}}","answers":{"tokenCreatedOn":"2026-11-01"},"today":"2026-11-21"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let said = facts.any_hit(&[Signature::TokenExpired, Signature::OauthGrantInvalid]);
    if let Some(hit) = said {
        let why = "The message says that the token or the grant has lapsed.";
        suspicion.because_hit(weight::PROOF, hit, why);
    }
    let kind = facts.secret().map(|secret| secret.kind);
    let is_api_token = matches!(kind, Some(TokenKind::ApiToken | TokenKind::ServiceAccountToken));
    if is_api_token || (kind.is_none() && facts.is_cloud()) {
        weigh_age(facts, suspicion);
    }
    // facts.md 1.1 and 2: tokens of this shape are from before 2023, and all of those have ended.
    if kind == Some(TokenKind::LegacyToken) && facts.is_cloud() {
        suspicion.because_of(
            weight::STRONG,
            facts.secret_field(),
            "This has the shape of an API token from before 2023. All of those had expired by 12 May 2026.",
        );
        // facts.md 4.1: an expired token makes the caller a stranger, and strangers get no 403 of Jira's.
        if facts.forbidden().is_some() {
            suspicion.unless(weight::STRONG);
        }
    }
    weigh_answer(facts, suspicion);
}

const STOPPED: &str =
    "It worked before. A token that stops working by itself has most often reached its last day.";

/// facts.md 2: expired, revoked and mistyped get one answer. What worked and stopped, with nothing changed on purpose, has
/// most often expired.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let worked = facts.evidence.answers.worked_before;
    let kind = facts.secret_kind();
    let lives_a_while = match kind {
        Some(TokenKind::Password) => !facts.is_cloud(),
        Some(TokenKind::Jwt | TokenKind::DataCenterPat) => true,
        _ => facts.secret_may_be_good(),
    };
    // After it worked, an empty list is what an expired token gets (facts.md 4.1).
    let stopped = || facts.nothing_seen().filter(|_| worked == Some(true) && facts.is_cloud());
    let Some(sign) = facts.refusal().or_else(stopped).filter(|_| lives_a_while) else {
        if worked == Some(true) && facts.is_cloud() && lives_a_while && !facts.has_answer() {
            suspicion.because_of(weight::HINT, Field::Token, STOPPED);
        }
        return;
    };
    let proved = !suspicion.is_empty();
    match worked {
        Some(true) => {
            suspicion.because_sign(weight::HINT, &sign).because(weight::HINT, STOPPED);
        }
        Some(false) => {
            suspicion.because_sign(weight::FITS, &sign).unless(weight::HINT);
        }
        None => {
            let weight = if facts.is_cloud() { weight::HINT } else { weight::FITS };
            suspicion.because_sign(weight, &sign);
        }
    }
    if proved {
        return;
    }
    suspicion.message(match kind {
        Some(TokenKind::Password) => "The password may have expired.",
        _ => "The token may have reached its last day. Jira refuses an expired token like a wrong one.",
    });
}

fn weigh_age(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 2: "from one day up to one year".
    const LONGEST_LIFE: i64 = 365;
    let day = |text: Option<&str>| text.and_then(Day::read);
    let typed = facts.evidence.answers.token_created_on.as_deref();
    let today = day(facts.evidence.today.as_deref());
    let (Some(created), Some(today), Some(typed)) = (day(typed), today, typed) else {
        return;
    };
    let age = today.since(created);
    if age > LONGEST_LIFE {
        suspicion.because_of(
            weight::PROOF,
            Field::Token,
            format!("The token was made on {typed}, {age} days ago. A token lives 365 days at most."),
        );
    // A week is the shortest life that products suggest; a token of yesterday has hardly lapsed.
    } else if (0..7).contains(&age) {
        suspicion.unless(weight::FITS);
    }
}
