use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "rate-limited",
    title: "Too many calls in a short time (rate limit)",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        "Wait as long as the header `Retry-After` says, then try once.",
        "Let the program make fewer calls: larger pages, longer intervals, no second copy of it.",
        "On a server, ask an administrator to raise the limit for this user.",
    ],
    links: &[
        Link::new(
            "Rate limiting",
            "https://developer.atlassian.com/cloud/jira/platform/rate-limiting/",
        ),
        Link::new(
            "Build an app that respects rate limits",
            "https://developer.atlassian.com/cloud/jira/platform/build-an-app-that-respects-rate-limits/",
        ),
    ],
    rules: &[
        Rule::new(24, "RATE & TOO_MANY|BLOCKED"),
        Rule::new(18, "TOO_MANY & RATE"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Nothing is wrong with the credentials. Jira asks the program to slow down, and will answer again soon.",
        ],
        causes: &[
            "Each route takes so many calls a second, and all programs of one account may count together. On a server of one's own, an administrator sets the limit for each user.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":429,"headers":{"Retry-After":"5","RateLimit-Reason":"jira-burst-based"},"body":""}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials aren't the problem: too many calls were made in a short time."
    ));
    // jira-facts.md 4.6 and 11 #50 to #52, #62.
    let slow_down = facts.exchanges.iter().find(|x| x.status == Some(429));
    if let Some(exchange) = slow_down {
        score
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The status 429 means: too many calls in a short time."),
            )
            .at(exchange);
    }
    // jira-facts.md 4.6: a good answer names the limits, too.
    if matches!(facts.status(), Some(200..=299)) {
        return;
    }
    if let Some(hit) = facts.any_hit(&[Signature::RateLimited, Signature::TooManyRequests]) {
        let why = prose!("The answer says that a limit was reached.");
        score.reason(weight::PROOF, why).at(hit);
    }
    let waits = facts.header("retry-after").is_some();
    if score.is_empty() && facts.status() == Some(503) && waits {
        score.reason(
            weight::HINT,
            prose!("The answer says how long to wait, as it does where calls come too fast."),
        );
    }
}
