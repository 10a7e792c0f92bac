use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::{HeaderFlawKind, Scheme};

pub(super) static PROBLEM: Problem = Problem {
    id: "header-double-encoded",
    title: "The header is encoded twice",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 10,
    weigh,
    steps: &[
        always("Type e-mail and token as they are wherever the program encodes them."),
        always("Where a whole header is needed, encode once."),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The header's value was encoded twice, as a whole or in its second half. Jira decodes it once and finds no user and no token it knows.",
        ],
        causes: &[
            "The value was encoded by hand and then typed into a program that encodes it again.",
        ],
        wrong: r#"{"authorization":"Basic {{b64:{{b64:jane@acme.example:{{api-token}}}}}}"}"#,
        right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(header) = &facts.authorization else {
        return;
    };
    // A pair behind Bearer has the wrong scheme in front, and is encoded once.
    let is_pair = header.scheme == Scheme::Bearer && header.user.is_some();
    let twice = header.flaws.iter().find(|flaw| {
        matches!(
            flaw.kind,
            HeaderFlawKind::DoubleEncoded | HeaderFlawKind::SecretEncoded
        )
    });
    if let Some(flaw) = twice.filter(|_| !is_pair) {
        score
            .reason(weight::PROOF, flaw.why.clone())
            .at((Field::Authorization, flaw.span));
        if let Some(header) = facts.header_put_right() {
            score.fix(Fix::new(prose!("Encode it once")).set(Field::Authorization, header));
        }
    }
}
