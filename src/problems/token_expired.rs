use crate::date::Day;
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
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
    }
}

fn weigh_age(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 2: "from one day up to one year".
    const LONGEST_LIFE: i64 = 365;
    let day = |text: &Option<String>| text.as_deref().and_then(Day::read);
    let created = day(&facts.evidence.answers.token_created_on);
    let (Some(created), Some(today)) = (created, day(&facts.evidence.today)) else {
        return weigh_change(facts, suspicion);
    };
    let age = today.since(created);
    if age > LONGEST_LIFE {
        suspicion.because_of(
            weight::PROOF,
            Field::Token,
            format!("The token was made {age} days ago, and a token lives 365 days at most."),
        );
    } else {
        weigh_change(facts, suspicion);
    }
}

/// facts.md 2: what worked and stopped, with nothing changed on purpose, has most often expired.
fn weigh_change(facts: &Facts, suspicion: &mut Suspicion) {
    if facts.evidence.answers.worked_before == Some(true) && facts.is_cloud() {
        suspicion.because_of(
            weight::HINT,
            Field::Token,
            "It worked before. A token that stops working has most often reached its last day.",
        );
    }
}
