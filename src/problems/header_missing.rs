use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "header-missing",
    title: "No header is sent",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Send the header `Authorization` with `Basic` and the encoded pair of e-mail and token.",
        ),
        always("With `wget`, add `--auth-no-challenge`: without it no header is sent to Jira."),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[Rule::new(24, "HEADER & EMPTY|MISSING - XSRF|ORIGIN")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &["No credentials are sent. Jira refuses the call, or shows only what is public."],
        causes: &[
            "The header was left out or is empty, a redirect to another host dropped it, or a proxy removed it.",
        ],
        wrong: r#"{"email":"jane@acme.example","token":"{{api-token}}","authorization":""}"#,
        right: r#"{"email":"jane@acme.example","token":"{{api-token}}","authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    let Some(header) = &facts.authorization else {
        return;
    };
    if !header
        .flaws
        .iter()
        .any(|flaw| flaw.kind == HeaderFlawKind::Empty)
    {
        return;
    }
    score
        .reason(weight::PROOF, prose!("The header is empty."))
        .at(Field::Authorization);
    if let Some(header) = facts.basic_header() {
        score.fix(Fix::new(prose!("Build the header")).set(Field::Authorization, header));
    }
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.8: wget waits for a challenge that Jira never sends.
    let seen = !facts.printed.is_empty() || facts.hit(Signature::SeraphFailed).is_some();
    if let Some(hit) = facts.hit(Signature::AuthSchemeUnknown).filter(|_| !seen) {
        let why =
            prose!("The program didn't understand the server's challenge and sent no header.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    if facts.credential_was_taken() || facts.authorization.is_some() {
        return;
    }
    if let Some(sign) = facts.bare_request() {
        score.reason(weight::STRONG, sign.text).at(sign.place);
    }
    // jira-facts.md 11 #10.
    if let Some(sign) = facts.nothing_reached_jira() {
        score
            .reason(weight::HINT + weight::FITS, sign.text)
            .at(sign.place);
    }
    if score.is_empty() {
        return;
    }
    score.message(prose!(
        "The request reached Jira without a header that holds credentials."
    ));
}
