use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::HeaderFlawKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "header-malformed",
    title: "The header is malformed",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Type site, e-mail and token into the fields of this page and copy the header that it builds.",
        ),
        always(
            "In a script, let the program encode: `curl --user`, `auth=(…)` in Python requests.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The header doesn't have the form that Jira reads: `Basic`, one space, and the base64 of e-mail, colon and token; or `Bearer`, one space, and the token. Jira ignores what it can't read and answers as if nobody was signed in.",
        ],
        causes: &[
            "The header was put together by hand, or by a script that dropped, added or encoded a piece too much.",
        ],
        wrong: r#"{"authorization":"Basic {{api-token}}","email":"jane@acme.example"}"#,
        right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}","email":"jane@acme.example"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.1, 4.2 and 11 #18: a pair that can be read and fails gets 403 from Confluence.
    if let Some(sign) = facts.unreadable_to_confluence() {
        score
            .reason(weight::STRONG + weight::HINT, sign.text)
            .at(sign.place);
        score.message(prose!("Confluence couldn't read the header: part of it is empty, it contains a second colon, or it isn't base64."));
    }
    let Some(header) = &facts.authorization else {
        return;
    };
    let faults = header.flaws.iter().filter(|flaw| is_of_form(flaw.kind));
    let mut harmless = true;
    for flaw in faults {
        harmless &= flaw.kind == HeaderFlawKind::NameIncluded;
        score
            .reason(weight::PROOF, flaw.why.clone())
            .at((Field::Authorization, flaw.span));
        if let Some(header) = facts.header_put_right() {
            score.fix(Fix::new(prose!("Build the header again")).set(Field::Authorization, header));
        }
    }
    if harmless && facts.unreadable_to_confluence().is_none() {
        // `Authorization:` copied along is right in a terminal and wrong in a field for the value.
        score.severity(Severity::Info);
    }
}

/// The faults that have no problem of their own.
fn is_of_form(kind: HeaderFlawKind) -> bool {
    !matches!(
        kind,
        HeaderFlawKind::TrailingNewline
            | HeaderFlawKind::HeaderNewline
            | HeaderFlawKind::Wrapped
            | HeaderFlawKind::DoubleEncoded
            | HeaderFlawKind::SecretEncoded
            | HeaderFlawKind::SecretMissing
            | HeaderFlawKind::Empty
            | HeaderFlawKind::Placeholder
    )
}
