use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "xsrf",
    title: "Jira's XSRF check rejected the call",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Make the call from a server or a terminal, and let the program send its own `User-Agent`.",
        ),
        always("In your own proxy, remove `Origin` and `Referer` before passing the call on."),
        always("For uploads, send `X-Atlassian-Token: no-check`."),
    ],
    links: &[always(Link::new(
        "REST API calls with a browser User-Agent header may fail CSRF checks",
        "https://confluence.atlassian.com/jirakb/rest-api-calls-with-a-browser-user-agent-header-may-fail-csrf-checks-802591455.html",
    ))],
    rules: &[Rule::new(28, "XSRF & FAIL|INVALID|MISSING|DENIED|NOT")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The credentials are fine as far as this answer goes. Jira refuses a writing call that looks as if a page of somebody else's had made a browser send it.",
        ],
        causes: &[
            "Whatever names itself a browser, by its `User-Agent` or an `Origin` header, has to prove that it acts on purpose. Proxies of a development server pass those headers on, and some scripts borrow a browser's name.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://acme.atlassian.net/rest/api/3/issue"},"response":{"status":403,"body":"XSRF check failed"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://acme.atlassian.net/rest/api/3/issue"},"response":{"status":201,"body":"{\"id\":\"10000\",\"key\":\"ABC-1\"}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!("The credentials aren't the problem: Jira's XSRF check treats the write as one that a browser was tricked into."));
    // jira-facts.md 4.3 and 11 #21.
    let known = facts.hit(Signature::XsrfFailed);
    if let Some(hit) = known {
        let why = prose!("Jira says that its check against forged calls failed.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    let is_unexplained = facts.hits.is_empty() || facts.is_in_browser();
    if known.is_none() && facts.status() == Some(403) && facts.writes() && is_unexplained {
        score.reason(if facts.is_in_browser() { weight::HINT } else { weight::FITS }, prose!("A writing call is refused with 403; a browser's User-Agent or Origin is one reason for that."));
    }
}
