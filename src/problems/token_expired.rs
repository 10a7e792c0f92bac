use crate::advice::{always, on_cloud, on_server};
use crate::date::Day;
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-expired",
    title: "The token has expired",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        on_cloud("Open the API tokens page: it lists each token with its last day."),
        on_server(
            "On Data Center, your profile lists each personal access token with its last day.",
        ),
        always(
            "Create a new token with the longest life that your organization allows, and note its last day in your calendar.",
        ),
        always("Put the new token in everywhere the old one was used."),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[
        Rule::new(
            25,
            "TOKEN|CREDENTIAL|PASSWORD|SESSION & EXPIRED - LICENSE|CERTIFICATE|CAPTCHA|NOT|TIMEOUT|PARSE|FORMAT",
        ),
        Rule::new(
            22,
            "TOKEN|CREDENTIAL|PASSWORD & REVOKED - CERTIFICATE|LICENSE|PARSE|FORMAT",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The token was valid and has expired. Jira doesn't say so: it answers as if the token were wrong.",
        ],
        causes: &[
            "API tokens last from one day to one year, a year by default. Tokens created before 15 December 2024 were given an end date too, and the last of them expired on 12 May 2026.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","token":"{{api-token}}","answers":{"tokenCreatedOn":"2025-03-01"},"today":"2026-11-21"}"#,
        right: r#"{"site":"https://acme.atlassian.net","token":"{{api-token}}","answers":{"tokenCreatedOn":"2026-11-01"},"today":"2026-11-21"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let said = facts.any_hit(&[Signature::TokenExpired, Signature::OauthGrantInvalid]);
    if let Some(hit) = said {
        let why = prose!("The message says that the token or the grant has expired.");
        // `invalid_grant` names every fault of a grant, which the words beside it may tell (RFC 6749 5.2).
        let is_told = hit.signature == Signature::TokenExpired;
        let weight = if is_told {
            weight::PROOF
        } else {
            weight::STRONG - weight::HINT
        };
        score.reason(weight, why).at(hit);
    }
    let kind = facts.secret().map(|secret| secret.kind);
    let is_api_token = matches!(
        kind,
        Some(TokenKind::ApiToken | TokenKind::ServiceAccountToken)
    );
    if is_api_token || (kind.is_none() && facts.is_cloud()) {
        weigh_age(facts, score);
    }
    // jira-facts.md 1.1 and 2: tokens of this shape are from before 2023, and all of those have ended.
    if kind == Some(TokenKind::LegacyToken) && facts.is_cloud() {
        score.reason(weight::STRONG, prose!("This has the shape of an API token from before 2023. All of those had expired by 12 May 2026.")).at(facts.secret_field());
        // jira-facts.md 4.1: an expired token makes the caller a stranger, and strangers get no 403 of Jira's.
        if facts.forbidden().is_some() {
            score.against(weight::STRONG);
        }
    }
    weigh_answer(facts, score);
}

const STOPPED: Prose =
    prose!("It worked before. A token that suddenly stops working has usually expired.");

/// jira-facts.md 2: expired, revoked and mistyped get one answer. What worked and stopped, with nothing changed on purpose, has
/// most often expired.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let worked = facts.evidence.answers.worked_before;
    let kind = facts.secret_kind();
    let lives_a_while = match kind {
        Some(TokenKind::Password) => !facts.is_cloud(),
        Some(TokenKind::Jwt | TokenKind::DataCenterPat) => true,
        _ => facts.secret_may_be_good(),
    };
    // After it worked, an empty list is what an expired token gets (jira-facts.md 4.1).
    let stopped = || {
        facts
            .nothing_seen()
            .filter(|_| worked == Some(true) && facts.is_cloud())
    };
    let Some(sign) = facts.refusal().or_else(stopped).filter(|_| lives_a_while) else {
        if worked == Some(true) && facts.is_cloud() && lives_a_while && !facts.has_answer() {
            score.reason(weight::HINT, STOPPED).at(Field::Token);
        }
        return;
    };
    let proved = !score.is_empty();
    match worked {
        Some(true) => {
            score
                .reason(weight::HINT, sign.text)
                .at(sign.place)
                .reason(weight::HINT, STOPPED);
        }
        Some(false) => {
            score
                .reason(weight::FITS, sign.text)
                .at(sign.place)
                .against(weight::HINT);
        }
        None => {
            let weight = if facts.is_cloud() {
                weight::HINT
            } else {
                weight::FITS
            };
            score.reason(weight, sign.text).at(sign.place);
        }
    }
    if proved {
        return;
    }
    score.message(match kind {
        Some(TokenKind::Password) => prose!("The password may have expired."),
        _ => prose!("The token may have reached its last day. Jira refuses an expired token like a wrong one."),
    });
}

fn weigh_age(facts: &Facts, score: &mut Score) {
    // jira-facts.md 2: "from one day up to one year".
    const LONGEST_LIFE: i64 = 365;
    let day = |text: Option<&str>| text.and_then(Day::read);
    let typed = facts.evidence.answers.token_created_on.as_deref();
    let today = day(facts.evidence.today.as_deref());
    let (Some(created), Some(today), Some(typed)) = (day(typed), today, typed) else {
        return;
    };
    let age = today.since(created);
    if age < 0 {
        return;
    }
    if let Some(change) = day(Some("2024-12-15")).filter(|change| created.since(*change) < 0) {
        return weigh_old(today.since(change), score);
    }
    if age > LONGEST_LIFE {
        score
            .reason(
                weight::PROOF,
                prose!(
                    "The token was created on {day}, {age} days ago. A token lasts 365 days at most.",
                    day = typed,
                    age = age.to_string()
                ),
            )
            .at(Field::Token);
    // A week is the shortest life that products suggest; a token of yesterday has hardly expired.
    } else if (0..7).contains(&age) {
        score.against(weight::FITS);
    }
}

/// jira-facts.md 2: tokens made before 2024-12-15 had no end, until all of them were given one between 2026-03-14 and 2026-05-12.
/// `days` are those from 2024-12-15 to today.
fn weigh_old(days: i64, score: &mut Score) {
    const FIRST_END: i64 = 454;
    const LAST_END: i64 = 513;
    let weight = match days {
        ..FIRST_END => return,
        FIRST_END..=LAST_END => weight::STRONG - weight::FITS,
        _ => weight::PROOF,
    };
    let why = prose!(
        "The token was created before 2024-12-15. All tokens from that time expire between 2026-03-14 and 2026-05-12."
    );
    score.reason(weight, why).at(Field::Token);
}
