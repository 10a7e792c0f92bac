use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// The address is that of a server of your own, and something else in the set-up belongs to Jira Cloud; or the other way round. The two are different products with different sign-in, and many integrations know only one of them, mostly Cloud.
    ///
    /// ## Why it happens
    /// An organisation may run both, for example during a move to Cloud. Instructions for Cloud were followed for a server, or the old address was kept after the move.
    ///
    /// ## How to fix it
    /// 1. Open Jira in a browser. On Cloud the address ends in `.atlassian.net`; if so, use that one.
    /// 2. If it is a server of your own, ask the product's vendor whether Data Center is supported.
    /// 3. If it is, make a personal access token on that server.
    ///
    /// ## References
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "url-not-cloud",
    title: "Jira Cloud and a server are mixed up",
    group: SiteUrl,
    severity: Info,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center","tokenScoped":true}}"#,
    right: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","answers":{"deployment":"cloud","tokenScoped":true}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_product(facts, suspicion);
    if facts.is_server() {
        suspicion.because_known(
            weight::STRONG + weight::HINT,
            facts,
            &[Signature::WrongDeployment],
            "The program says that it wants the other kind of Jira.",
        );
    }
    if facts.evidence.answers.deployment.is_none() || !facts.is_server() || facts.site.is_none() {
        return;
    }
    // facts.md 1.1 and 3: only Cloud makes such tokens. That the token is the wrong one explains it better, so this hints.
    let cloud_token = matches!(
        facts.secret_kind(),
        Some(TokenKind::ApiToken | TokenKind::ServiceAccountToken)
    );
    if cloud_token || facts.evidence.answers.token_scoped == Some(true) {
        suspicion.because_of(
            weight::HINT,
            Field::Site,
            "This is the address of a server of your own, and the token was made on Atlassian Cloud.",
        );
    }
}

/// The product's vendor says what it can talk to.
fn weigh_product(facts: &Facts, suspicion: &mut Suspicion) {
    let proof = weight::PROOF + weight::HINT;
    if let Some(profile) = facts.product_without(Deployment::DataCenter).filter(|_| facts.is_server()) {
        let why = "works with Jira Cloud alone, whose addresses end in .atlassian.net. This one does not.";
        suspicion
            .severity(Severity::Error)
            .because_of(proof, Field::Site, [&profile.name, " ", why].concat());
    } else if let Some(profile) = facts.product_without(Deployment::Cloud).filter(|_| facts.is_cloud()) {
        let why = "works with a server of your own alone. This is Jira Cloud, which Atlassian runs.";
        suspicion
            .severity(Severity::Error)
            .because_of(proof, Field::Site, [&profile.name, " ", why].concat());
    }
}
