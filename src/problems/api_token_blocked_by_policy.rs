use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "api-token-blocked-by-policy",
    title: "The organization blocks API tokens",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Ask an administrator of the organization which policy holds for your account, and whether it can be lifted for this use.",
        ),
        always("Or ask for a service account: it has its own tokens, which work at the gateway."),
        always("Or connect the product with OAuth, where it offers that."),
    ],
    links: &[
        on_cloud(Link::new(
            "Block user API token access",
            "https://support.atlassian.com/security-and-access-policies/docs/set-api-token-access",
        )),
        on_cloud(Link::new(
            "Manage API tokens for service accounts",
            "https://support.atlassian.com/user-management/docs/manage-api-tokens-for-service-accounts",
        )),
    ],
    rules: &[
        Rule::new(
            28,
            "TOKEN & DISABLED|BLOCKED|DENIED & ADMIN|POLICY - EXPIRED",
        ),
        Rule::new(20, "TOKEN & DISABLED|BLOCKED - EXPIRED"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The organization does not let this account use API tokens. The token itself may be right, and no other token of the account will do better.",
        ],
        causes: &[
            "With Atlassian Guard, administrators decide who may use API tokens: they can block them for guests, or keep accounts of their own from making any. Then the button “Create API token” is missing, or a token that worked is refused.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","paste":"403: API token access is blocked by your organization's policy. Contact your admin."}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.7: "we let them know an admin blocked the token".
    if let Some(hit) = facts.hit(Signature::TokenBlockedByPolicy) {
        let why =
            prose!("The message says that an administrator blocked API tokens for this account.");
        score.reason(weight::PROOF, why).at(hit);
    }
}
