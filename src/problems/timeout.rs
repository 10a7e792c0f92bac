use crate::advice::always;
use crate::evidence::Failure;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "timeout",
    title: "No answer in time",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Connect),
    prior: 0,
    weigh,
    steps: &[
        always("Try the address in a browser from the machine that the program runs on."),
        always("Connect to the VPN, or set the proxy if the network requires one."),
        always("If a hosted product calls, ask for the server to be opened to its addresses."),
        always("If it only takes long, ask for less at once or give the program more time."),
    ],
    links: &[
        always(Link::new(
            "Atlassian status",
            "https://status.atlassian.com",
        )),
        always(Link::new(
            "Scope of IP allowlists in Atlassian Cloud",
            "https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808",
        )),
    ],
    rules: &[
        Rule::new(26, "TIMEOUT"),
        Rule::new(
            22,
            "DELAY & FAIL|TOO_MANY|CONNECTION|SERVER|REACH|UNREACHABLE|EXPIRED",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The program gave up waiting. Whether the credentials are good nobody knows yet, for nobody looked at them.",
        ],
        causes: &[
            "A firewall drops the call without a word, a VPN is off, a proxy is missing, or the server is busy. A hosted product often cannot reach a server inside a company at all.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (28) Operation timed out after 5001 milliseconds with 0 bytes received"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Nobody has looked at the credentials: no answer came in time."
    ));
    // With a status, somebody did answer, and tells more.
    let answered = facts.has_status();
    if let Some(hit) = facts.hit(Signature::TimedOut) {
        let why = prose!("The program waited and nobody answered.");
        score
            .reason(
                if answered {
                    weight::HINT
                } else {
                    weight::PROOF
                },
                why,
            )
            .at(hit);
    }
    if let Some(exchange) = facts.failed(Failure::Timeout) {
        // What answered before still answers; this call did not, and nothing else explains that.
        let taken = facts.credential_was_taken();
        let weight = if taken { weight::STRONG } else { weight::PROOF };
        score
            .reason(
                weight,
                prose!("Jira was asked, and no answer came in time."),
            )
            .at(exchange);
        if taken {
            score
                .severity(Severity::Warning)
                .message(prose!("A later question got no answer in time."));
        }
    }
    if let Some(hit) = facts.hit(Signature::Unreachable) {
        let why = prose!("This machine has no route to the host.");
        score.reason(weight::STRONG, why).at(hit);
    }
}
