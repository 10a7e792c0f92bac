use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "header-trailing-newline",
    title: "A line break inside the header",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always("Encode with `printf %s 'e-mail:token' | base64 -w0`; on macOS leave out `-w0`."),
        always("Or copy the header that this page builds."),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A line break was encoded with the token, or ends the header. Jira reads it as part of the token.",
        ],
        causes: &[
            "`echo` adds a line end unless it is told not to; a value read from a file keeps the file's last line end.",
        ],
        wrong: r#"{"authorization":"Basic {{b64-newline:jane@acme.example:{{api-token}}}}"}"#,
        right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    let Some(header) = &facts.authorization else {
        return;
    };
    // jira-facts.md 8: told by decoding, since the tail's look depends on the length.
    for flaw in &header.flaws {
        if matches!(
            flaw.kind,
            HeaderFlawKind::TrailingNewline | HeaderFlawKind::HeaderNewline
        ) {
            score
                .reason(weight::PROOF, flaw.why.clone())
                .at((Field::Authorization, flaw.span));
            if let Some(header) = facts.header_put_right() {
                score.fix(
                    Fix::new(prose!("Take the line end away")).set(Field::Authorization, header),
                );
            }
        }
    }
}

/// jira-facts.md 4.8: clients refuse such a value, each in its own words.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let said = facts.any_hit(&[Signature::HeaderInvalid, Signature::Http2ProtocolError]);
    if let Some(hit) = said {
        let why = prose!(
            "The program says that the header cannot be sent. A line end at its end does that."
        );
        score.reason(weight::FITS, why).at(hit);
    } else if let Some(exchange) = facts.unreadable_request() {
        let why = prose!(
            "The web server could not read the request. A line end at the header's end does that."
        );
        score.reason(weight::HINT, why).at(exchange);
    }
}
