use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "websudo",
    title: "Jira asks for a secure administrator session",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Sign in to Jira in a browser as an administrator and confirm the password when Jira asks for it.",
        ),
        always(
            "Use an administrator's account that signs in by user name and password: an SSO account has no password to confirm.",
        ),
        always(
            "If programs must administer, a Jira administrator can switch secure administrator sessions off (`jira.websudo.is.disabled`).",
        ),
    ],
    links: &[on_server(Link::new(
        "Data Center: Basic authentication",
        "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The account is signed in and may be an administrator. For this page Jira wants the password once more.",
        ],
        causes: &[
            "Jira and Confluence Data Center protect pages of the administration this way. Programs that upload plug-ins or change settings meet it.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"HTTP/1.1 401 Unauthorized\nX-Atlassian-WebSudo: Has-WebSudo-Authentication-Required\n"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::WebSudo]) {
        let why = prose!("The answer mentions a secure administrator session (WebSudo).");
        let weight = if facts.credential_was_taken() {
            weight::HINT
        } else {
            weight::STRONG + weight::HINT
        };
        score.reason(weight, why).at(hit);
    }
}
