use crate::advice::{always, on_server};
use crate::evidence::Failure;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "connection-refused",
    title: "The connection was refused",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Connect),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open the address in a browser, with the port, from the machine that the program runs on.",
        ),
        always(
            "Ask whoever runs the server for the port. Behind a proxy it is usually 443, which you can leave out.",
        ),
        always("From a container, use the host's name instead of `localhost`."),
        always("Wait a few minutes if the server was just started."),
    ],
    links: &[
        on_server(Link::new(
            "Jira Data Center: Basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
        always(Link::new(
            "Atlassian status",
            "https://status.atlassian.com",
        )),
    ],
    rules: &[
        Rule::new(26, "REFUSED & CONNECTION|SERVER|PORT|NETWORK - PERMISSION"),
        Rule::new(22, "CONNECTION & DENIED|ENDED - AUTHENTICATE|PERMISSION"),
        Rule::new(
            14,
            "CONNECTION|SERVER & UNREACHABLE|FAIL & CONNECTION - TEST|TOKEN|CREDENTIAL|PASSWORD",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A machine was reached and would not talk: nothing listens at that port, or something cut the line. The credentials were never sent.",
        ],
        causes: &[
            "The server is down or just starting, the port is another one, or a firewall or a proxy ends the connection. `localhost` inside a container is the container itself and not your machine.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (7) Failed to connect to jira.acme.example port 443 after 3 ms: Connection refused"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials weren't checked: the host refused or cut the connection."
    ));
    let known = facts.hit(Signature::ConnectionRefused);
    if let Some(hit) = known {
        let why = prose!("The host refused the connection: nothing listens on that port.");
        score.reason(weight::PROOF, why).at(hit);
    }
    // With a status, somebody did answer, and tells more.
    let weight = if facts.has_status() {
        weight::HINT
    } else {
        weight::STRONG + weight::HINT
    };
    if known.is_none()
        && let Some(hit) = facts.hit(Signature::ConnectionReset)
    {
        let why = prose!("The connection was cut before an answer came.");
        score.reason(weight, why).at(hit);
    }
    if let Some(exchange) = facts.failed(Failure::CutOff) {
        let why = prose!("The connection was cut in the middle of an answer.");
        score
            .reason(weight::STRONG + weight::HINT, why)
            .at(exchange);
        if facts.credential_was_taken() {
            score
                .severity(Severity::Warning)
                .message(prose!("The answer to a later question broke off."));
        }
    }
    if let Some(hit) = facts.hit(Signature::Unreachable) {
        let why = prose!("This machine has no route to the host.");
        score.reason(weight::HINT, why).at(hit);
    }
    // jira-facts.md 4.8: so Firefox says of a host that is not found, and of one that refuses.
    if let Some(hit) = facts.hit(Signature::CorsRequestFailed) {
        let why = prose!("Firefox says that the call did not succeed, and names no status.");
        score.reason(weight::HINT, why).at(hit);
    }
}
