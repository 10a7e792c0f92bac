use crate::advice::{always, on_cloud, on_server};
use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-not-cloud",
    title: "Jira Cloud and Data Center are mixed up",
    group: Group::SiteUrl,
    severity: Severity::Info,
    stage: Some(Stage::Settings),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open Jira in a browser. On Cloud the address ends in `.atlassian.net`; if so, use that one.",
        ),
        always(
            "If it is your own server, ask the product's vendor whether Data Center is supported.",
        ),
        always("If it is, make a personal access token on that server."),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address is your own server's, but something else in the setup belongs to Jira Cloud, or the other way round. They are different products that sign in differently, and many integrations support only one of them, usually Cloud.",
        ],
        causes: &[
            "An organization may run both, for example during a move to Cloud. Instructions for Cloud were followed for a server, or the old address was kept after the move.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center","tokenScoped":true}}"#,
        right: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","answers":{"deployment":"cloud","tokenScoped":true}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_product(facts, score);
    if facts.is_server()
        && let Some(hit) = facts.hit(Signature::WrongDeployment)
    {
        let why = prose!("The program says that it needs the other kind of Jira.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
    if facts.evidence.answers.deployment.is_none() || !facts.is_server() || facts.site.is_none() {
        return;
    }
    // jira-facts.md 1.1 and 3: only Cloud makes such tokens. That the token is the wrong one explains it better, so this hints.
    let cloud_token = matches!(
        facts.secret_kind(),
        Some(TokenKind::ApiToken | TokenKind::ServiceAccountToken)
    );
    if cloud_token || facts.evidence.answers.token_scoped == Some(true) {
        score
            .reason(
                weight::HINT,
                prose!(
                    "This is a Data Center address, but the token was created on Atlassian Cloud."
                ),
            )
            .at(Field::Site);
    }
}

/// The product's vendor says what it can talk to.
fn weigh_product(facts: &Facts, score: &mut Score) {
    let proof = weight::PROOF + weight::HINT;
    if let Some(profile) = facts
        .product_without(Deployment::DataCenter)
        .filter(|_| facts.is_server())
    {
        let why = prose!(
            "{product} works with Jira Cloud only, whose addresses end in .atlassian.net. This one does not.",
            product = &profile.name
        );
        score
            .severity(Severity::Error)
            .reason(proof, why)
            .at(Field::Site);
    } else if let Some(profile) = facts
        .product_without(Deployment::Cloud)
        .filter(|_| facts.is_cloud())
    {
        let why = prose!(
            "{product} works with Data Center only. This is Jira Cloud, which Atlassian runs.",
            product = &profile.name
        );
        score
            .severity(Severity::Error)
            .reason(proof, why)
            .at(Field::Site);
    }
}
