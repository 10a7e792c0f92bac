use crate::advice::{always, on_server};
use crate::evidence::Deployment;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::account::AccountKind;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "email-used-on-server",
    title: "Data Center needs the user name",
    group: Group::UserName,
    severity: Severity::Warning,
    stage: Some(Stage::SignIn),
    prior: -5,
    weigh,
    steps: &[
        always("Open your profile in Jira and read the user name there."),
        always("Enter it instead of the e-mail address."),
        always("A personal access token needs no user name: it is sent on its own, as `Bearer`."),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira Data Center identifies people by their user name. The e-mail address is for Jira Cloud. A server refuses it, unless the administrator uses e-mail addresses as user names.",
        ],
        causes: &[
            "Most instructions are written for Cloud, and many forms call the field `e-mail` for both.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","email":"jane.doe@acme.example","answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","email":"jdoe","answers":{"deployment":"data-center"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(account) = facts.user() else {
        return;
    };
    // Whether it is a server was said; with a password nothing but the address need show it.
    let is_said = facts.deployment == Some(Deployment::DataCenter);
    let is_shown = facts.secret_kind() == Some(TokenKind::Password) && !facts.has_answer();
    let on_server = (is_said || is_shown) && facts.is_server();
    if account.kind != AccountKind::Email || !on_server {
        return;
    }
    // A personal access token goes without a user, so there the e-mail explains less. Some servers have e-mails for user
    // names, hence the prior.
    let weight = match facts.secret_kind() {
        Some(TokenKind::DataCenterPat) => weight::HINT,
        _ => weight::STRONG,
    };
    let why = prose!("This is an e-mail address, but Data Center needs the user name.");
    score.reason(weight, why).at(account.place());
    if let Some(sign) = facts.refusal() {
        score
            .severity(Severity::Error)
            .reason(weight::HINT, sign.text)
            .at(sign.place);
    }
}
