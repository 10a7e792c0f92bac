use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The credentials are fine as far as this answer goes. Jira refuses a writing call that looks as if a page of somebody else's had made a browser send it.
    ///
    /// ## Why it happens
    /// Whatever names itself a browser, by its `User-Agent` or an `Origin` header, has to prove that it acts on purpose. Proxies of a development server pass those headers on, and some scripts borrow a browser's name.
    ///
    /// ## How to fix it
    /// 1. Make the call from a server or a terminal, and let the program send a `User-Agent` of its own.
    /// 2. In a proxy of your own, take `Origin` and `Referer` out before passing the call on.
    /// 3. For uploads, send `X-Atlassian-Token: no-check`.
    ///
    /// ## References
    /// - [REST API calls with a browser User-Agent header may fail CSRF checks](https://confluence.atlassian.com/jirakb/rest-api-calls-with-a-browser-user-agent-header-may-fail-csrf-checks-802591455.html)
    id: "xsrf",
    title: "Jira takes the call for a forged one",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://acme.atlassian.net/rest/api/3/issue"},"response":{"status":403,"body":"XSRF check failed"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://acme.atlassian.net/rest/api/3/issue"},"response":{"status":201,"body":"{\"id\":\"10000\",\"key\":\"ABC-1\"}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials are not at fault: Jira takes the writing call for one that a browser was tricked into.");
    // facts.md 4.3 and 11 #21.
    let known = suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::XsrfFailed],
        "Jira says that its check against forged calls failed.",
    );
    let is_unexplained = facts.hits.is_empty() || facts.is_in_browser();
    if !known && facts.status() == Some(403) && facts.writes() && is_unexplained {
        suspicion.because(
            if facts.is_in_browser() { weight::HINT } else { weight::FITS },
            "A writing call is refused with 403; a browser's User-Agent or Origin is one reason for that.",
        );
    }
}
