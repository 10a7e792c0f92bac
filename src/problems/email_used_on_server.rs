use crate::evidence::Deployment;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::account::AccountKind;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// Jira on a server of your own (Data Center) knows people by their user name. The e-mail address belongs to Jira Cloud. A server refuses it, unless the administrator made user names of e-mail addresses.
    ///
    /// ## Why it happens
    /// Most instructions are written for Cloud, and many forms call the field `e-mail` for both.
    ///
    /// ## How to fix it
    /// 1. Open your profile in Jira and read the user name there.
    /// 2. Put it into the field in place of the e-mail address.
    /// 3. With a personal access token no user name is needed: it is sent alone, as `Bearer`.
    ///
    /// ## References
    /// - [Data Center: basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    id: "email-used-on-server",
    title: "A server wants the user name",
    group: UserName,
    severity: Warning,
    prior: -5,
    wrong: r#"{"site":"https://jira.acme.example","email":"jane.doe@acme.example","answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","email":"jdoe","answers":{"deployment":"data-center"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some((field, account)) = facts.user() else {
        return;
    };
    let on_server =
        facts.deployment == Some(Deployment::DataCenter) && facts.is_server();
    if account.kind != AccountKind::Email || !on_server {
        return;
    }
    // A personal access token goes without a user, so there the e-mail explains less. Some servers have e-mails for user
    // names, hence the prior.
    let weight = match facts.secret_kind() {
        Some(TokenKind::DataCenterPat) => weight::HINT,
        _ => weight::STRONG,
    };
    let why = "This is an e-mail address, and a server of your own wants the user name.";
    suspicion.because_of(weight, field, why);
    if let Some(sign) = facts.refusal() {
        suspicion.severity(Severity::Error).because_sign(weight::HINT, &sign);
    }
}
