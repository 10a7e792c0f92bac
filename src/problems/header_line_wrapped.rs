use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "header-line-wrapped",
    title: "The header is split across lines",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 10,
    weigh,
    steps: &[
        always("Encode with `base64 -w0`, or join the lines without a space between them."),
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
            "The encoded value is broken into several lines. A header is one line, so the server gets a part of it or refuses the whole request.",
        ],
        causes: &[
            "On Linux `base64` starts a new line after 76 characters, and an e-mail with a token of today gives four or five lines. The short examples of the guides do not show it.",
        ],
        wrong: r#"{"authorization":"Basic {{b64-wrapped:jane@acme.example:{{api-token}}}}"}"#,
        right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let mut flaws = facts.authorization.iter().flat_map(|header| &header.flaws);
    let wrapped = flaws.find(|flaw| flaw.kind == HeaderFlawKind::Wrapped);
    if let Some(flaw) = wrapped {
        score
            .reason(weight::PROOF, flaw.why.clone())
            .at((Field::Authorization, flaw.span));
        if let Some(header) = facts.header_put_right() {
            score.fix(Fix::new(prose!("Join the lines")).set(Field::Authorization, header));
        }
    }
    weigh_answer(facts, score);
}

/// jira-facts.md 4.4 and 4.8: clients refuse such a value, each in its own words. With a token of today the usual line end is
/// that of `base64`, which wraps; the one of `echo` comes second.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let said = facts.any_hit(&[Signature::HeaderInvalid, Signature::Http2ProtocolError]);
    if let Some(hit) = said {
        let why = prose!(
            "The program says that the header cannot be sent. A line end inside it does that."
        );
        score.reason(weight::HINT + weight::FITS, why).at(hit);
    } else if let Some(hit) = facts
        .hit(Signature::HeaderTooLarge)
        .filter(|_| facts.status() == Some(400))
    {
        let why = prose!(
            "The server could not read the request's headers. A line end inside one does that."
        );
        score.reason(weight::FITS, why).at(hit);
    } else if let Some(exchange) = facts.unreadable_request() {
        let why = prose!(
            "The web server could not read the request. A line end inside the header does that."
        );
        score.reason(weight::HINT, why).at(exchange);
    }
}
