use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-scoped-needs-gateway",
    title: "A token with scopes was used at the site's own address",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "If the product lets you type a whole address, add `/_edge/tenant_info` to your site's address, open it, copy the Cloud id, and use `https://api.atlassian.com/ex/jira/` followed by that id (for Confluence, `/ex/confluence/`).",
        ),
        always(
            "If the product builds the address from your site's name, create a token with “Create API token”, without scopes, and use that.",
        ),
        always(
            "A service account only has tokens with scopes, so the gateway is the only way, with the scheme Bearer.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
        on_cloud(Link::new(
            "401 Unauthorized error when service account accesses Jira or Confluence API",
            "https://support.atlassian.com/atlassian-cloud/kb/401-unauthorized-error-when-service-account-accesses-jira-or-confluence-api",
        )),
        always(Link::new(
            "Scoped tokens on atlassian.net (feature request)",
            "https://jira.atlassian.com/browse/CLOUD-12617",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A token with scopes works only at Atlassian's gateway, `https://api.atlassian.com/ex/jira/` and the Cloud id. At the site's own address Jira refuses it as if it were wrong.",
        ],
        causes: &[
            "The token was made with “Create API token with scopes”, or it belongs to a service account, whose tokens always have scopes. The page that makes them does not say that the address changes.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","answers":{"tokenScoped":true}}"#,
        right: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","email":"jane@acme.example","token":"{{api-token}}","answers":{"tokenScoped":true}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 3 and 11 #7 (b): the site refused it and the gateway knew it.
    if facts.works_at_gateway_alone() {
        let why = prose!(
            "The gateway knew the token that the site refused, so it has scopes. It works at the gateway only."
        );
        score.reason(weight::PROOF, why).fix(to_gateway(facts));
        return;
    }
    let kind = facts.secret_kind();
    // Above what is merely untidy about the address: this alone makes every call fail.
    let proof = weight::PROOF + weight::HINT;
    let is_service = kind == Some(TokenKind::ServiceAccountToken);
    let is_scoped = is_service || facts.evidence.answers.token_scoped == Some(true);
    if let Some(profile) = facts
        .product_without_scopes()
        .filter(|_| is_scoped && !facts.is_server())
    {
        let why = prose!(
            "{product} calls the site's own address, where a token with scopes doesn't work. This one has scopes.",
            product = &profile.name
        );
        let step = prose!(
            "Create a token with “Create API token”, without scopes, and use that. A service account has none: use another account."
        );
        score
            .reason(proof, why)
            .at(facts.secret_field())
            .first_step(step);
        return;
    }
    // A product that takes such tokens, and only the site's name, finds the gateway itself.
    let finds_gateway =
        facts.profile.is_some_and(|profile| profile.token.scoped) && !facts.wants_url();
    // Where the gateway took it, it is still the site's own address that was typed.
    let was_taken =
        facts.credential_was_taken() && !(is_service && facts.gateway_knew_it() == Some(true));
    if !facts.is_cloud_site() || was_taken || finds_gateway {
        return;
    }
    // jira-facts.md 3: "Service accounts can only create scoped API tokens".
    if is_service {
        let why = prose!(
            "This is a service account's token. Those work at the gateway only, not at the site's own address."
        );
        score
            .reason(proof, why)
            .at(facts.secret_field())
            .fix(to_gateway(facts));
    } else if facts.evidence.answers.token_scoped == Some(true) && !facts.uses_gateway() {
        let why = prose!(
            "The token has scopes. Such a token works at the gateway only, not at the site's own address."
        );
        score
            .reason(proof, why)
            .at(Field::Site)
            .fix(to_gateway(facts));
    } else if facts.evidence.answers.token_scoped.is_none() && facts.secret_may_be_good() {
        weigh_answer(facts, score);
    }
}

/// jira-facts.md 3 and 11 #7, #30: on the site a token with scopes gets the answer of a wrong one; the gateway tells.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let Some(sign) = facts.refusal().or_else(|| facts.nothing_seen()) else {
        return;
    };
    // Last of the causes that nothing on the wire tells apart, and it never worked on the site.
    score.reason(weight::FITS + 1, sign.text).at(sign.place);
    score.message(prose!(
        "The token may have been made with scopes. Such a token works at the gateway only."
    ));
    if facts.evidence.answers.worked_before == Some(true) {
        score.against(weight::FITS);
    }
    // One with scopes is known at the gateway.
    if facts.gateway_knew_it() == Some(false) {
        score.against(weight::STRONG);
    }
}

/// The gateway's address of this site, once the Cloud id is known.
fn to_gateway(facts: &Facts) -> Option<Fix> {
    let url = facts.gateway_url()?;
    Some(Fix::new(prose!("Use {value}", value = &url)).set(Field::Site, url))
}
