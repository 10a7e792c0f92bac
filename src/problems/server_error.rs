use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "server-error",
    title: "The server failed",
    group: Group::ServerAndClient,
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        always("Try again in some minutes, with everything as it is."),
        always(
            "Look at Atlassian's status page for Cloud; for a server, ask who runs it to read its log.",
        ),
        always(
            "If it stays, report it with the time and the header `atl-traceid`, if there is one.",
        ),
    ],
    links: &[always(Link::new(
        "Atlassian status",
        "https://status.atlassian.com",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Something broke on the other side, at Jira or at the proxy before it. This is no verdict on your e-mail or token.",
        ],
        causes: &[
            "An error in Jira or one of its apps, a server that is overloaded or restarting, or a reverse proxy that can't reach Jira.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":500,"body":"{\"errorMessages\":[\"Internal server error\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "This says nothing about the credentials: the server itself failed."
    ));
    // jira-facts.md 4.6 and 11 #53, #54. For 503 there is a name of its own.
    let failed = facts
        .exchange()
        .filter(|x| matches!(x.status, Some(500..=599)));
    if let Some(exchange) = failed {
        let is_busy = exchange.status == Some(503);
        score
            .reason(
                if is_busy {
                    weight::HINT
                } else {
                    weight::STRONG
                },
                prose!("A status from 500 on means that the server failed, whatever was sent."),
            )
            .at(exchange);
    }
    // A program that was refused says so of itself, too.
    let is_refused = matches!(facts.status(), Some(..500));
    let said = facts.any_hit(&[
        Signature::InternalError,
        Signature::BadGateway,
        Signature::GatewayTimeout,
    ]);
    if is_refused {
        score.against(weight::STRONG);
    } else if let Some(hit) = said {
        let why = prose!("The answer is that of a server that failed.");
        // The words that belong to the status say no more than it does.
        let weight = if failed.is_some() {
            weight::FITS
        } else {
            weight::STRONG
        };
        score.reason(weight, why).at(hit);
    }
}
