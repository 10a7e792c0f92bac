use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-scope-missing",
    title: "The token is missing a scope",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Look up in the product's manual, or in the API's documentation, which scopes the call needs.",
        ),
        always(
            "Create a new token with all of them. For reading and writing issues these are `read:jira-user`, `read:jira-work` and `write:jira-work`.",
        ),
        always("For an OAuth app, add the scopes to the app and agree to them once more."),
    ],
    links: &[
        on_cloud(Link::new(
            "Scopes for OAuth 2.0 (3LO) and Forge apps",
            "https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[Rule::new(26, "SCOPE & MISSING|NOT|INVALID|DENIED")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The credential is good: Jira knows the account. The token, or the grant of an app, lacks a scope for this call. Jira answers 401 with “scope does not match”.",
        ],
        causes: &[
            "Scopes are chosen when a token is created and can't be changed later. Boards and sprints need their own scopes in addition to `read:jira-work`. With granular scopes, every required one must be there. Confluence has its own scopes and its own gateway address.",
        ],
        wrong: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","email":"jane@acme.example","token":"{{api-token}}","response":{"status":401,"body":"{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"}}"#,
        right: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","email":"jane@acme.example","token":"{{api-token}}","response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"accountId\":\"712020:1\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 3: a 401 of the gateway in these words, and nothing else, is about scopes.
    if let Some(hit) = facts.hit(Signature::ScopeMismatch) {
        let why = prose!(
            "The answer says that the scope does not match: the token is known, and lacks a scope."
        );
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    if let Some(why) = facts.header("x-failure-category").and_then(scope_check) {
        score.reason(weight::PROOF, why).at(Field::Response);
        return;
    }
    // jira-facts.md 4.3: a grant that is too small gets the same words.
    if let Some(hit) = facts.hit(Signature::AppNotInstalled) {
        let why = prose!("The gateway says so of an app whose grant lacks a scope, too.");
        score.reason(weight::HINT, why).at(hit);
        return;
    }
    let at_gateway = facts.called_kind() == Some(SiteKind::Gateway);
    let oauth = facts.secret_kind() == Some(TokenKind::Jwt);
    let scoped = facts.evidence.answers.token_scoped == Some(true);
    // jira-facts.md 4.3 and 6: a JWT that is refused with 403 was read, since one that is not gets a 401.
    if let Some(sign) = facts.forbidden().filter(|_| oauth || scoped || at_gateway) {
        score.reason(weight::STRONG, sign.text).at(sign.place);
        score.message(prose!(
            "The token is known but may not be used for this call. Usually a scope is missing."
        ));
    // jira-facts.md 3: boards have scopes of their own.
    } else if let Some(sign) = facts.refusal().filter(|_| at_gateway || oauth) {
        let agile = facts.asked() == Endpoint::Agile;
        let weight = if agile { weight::HINT } else { weight::FITS };
        score.reason(weight, sign.text).at(sign.place);
        score.message(prose!(
            "The token may be missing a scope for this call. The gateway answers 401 to that too."
        ));
    }
}

/// `FAILURE_CLIENT_SCOPE_CHECK`: the gateway's own word for it.
fn scope_check(category: &str) -> Option<Prose> {
    category.contains("SCOPE").then_some(prose!(
        "The answer's header X-Failure-Category names the check of scopes."
    ))
}
