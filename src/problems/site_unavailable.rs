use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "site-unavailable",
    title: "Jira is unavailable right now",
    group: Group::ServerAndClient,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always("Look at Atlassian's status page, or ask who runs the server."),
        always(
            "Wait as long as `Retry-After` says, or some minutes, and try again with everything as it is.",
        ),
        always("If the site does not open in a browser either, check its name."),
    ],
    links: &[always(Link::new(
        "Atlassian status",
        "https://status.atlassian.com",
    ))],
    rules: &[Rule::new(18, "SERVER & UNREACHABLE - CONNECTION")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The service at this address isn't answering right now. That has nothing to do with the credentials, which weren't checked.",
        ],
        causes: &[
            "A fault at Atlassian's, maintenance, or a server that is starting up. If it stays so, the site may have been removed or renamed.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":503,"headers":{"Retry-After":"10","Server":"AtlassianEdge"},"body":"upstream connect error or disconnect/reset before headers. reset reason: connection timeout"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "This is not about the credentials: the site is not available at the moment."
    ));
    // jira-facts.md 4.6 and 11 #55.
    if let Some(exchange) = facts.exchanges.iter().find(|x| x.status == Some(503)) {
        score
            .reason(
                weight::STRONG,
                prose!("The status 503 means that the service is not there at the moment."),
            )
            .at(exchange);
        if exchange.headers.get("retry-after").is_some() {
            score
                .reason(weight::HINT, prose!("The answer says when to come again."))
                .at(exchange);
        }
    }
    if let Some(hit) = facts.hit(Signature::ServiceUnavailable) {
        let why = prose!("The answer says that the service is not there at the moment.");
        score.reason(weight::STRONG, why).at(hit);
    }
    // jira-facts.md 4.4: the page says “currently”, and means that no site has this name.
    if let Some(hit) = facts.any_hit(&[
        Signature::PageUnavailable,
        Signature::SiteTemporarilyUnavailable,
    ]) {
        let why = prose!("Atlassian says that the site is not available.");
        score.reason(weight::STRONG, why).at(hit);
    }
}
