use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "clock-skew",
    title: "A clock is wrong",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always("Set the clock of the machine that calls from a time server, and its time zone."),
        always(
            "Check the server's clock as well, and the clocks of virtual machines that were paused.",
        ),
        always("Then try again; the credentials can stay as they are."),
    ],
    links: &[on_server(Link::new(
        "Data Center: OAuth",
        "https://developer.atlassian.com/server/jira/platform/oauth/",
    ))],
    rules: &[Rule::new(24, "CLOCK & INVALID|DENIED|NOT|EXPIRED")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &["The request carries a time, and the other side's clock is too far from it."],
        causes: &[
            "A machine without a time server drifts; a virtual machine or container was paused; the time zone is set in place of the time.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"401 oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1373385600-1373386200"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::ClockSkew]) {
        let why = prose!("The time that the request carries was refused.");
        score.reason(weight::PROOF, why).at(hit);
    }
}
