use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::token::TokenKind;
use crate::read::signatures::Signature;

problem! {
    /// ## What it means
    /// The address is that of a server of your own, and something else in the set-up belongs to Jira Cloud. The two are different products with different sign-in, and many integrations know only Cloud.
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
    title: "A server where a Cloud site is wanted",
    group: SiteUrl,
    severity: Info,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center","tokenScoped":true}}"#,
    right: r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","answers":{"deployment":"cloud","tokenScoped":true}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
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
