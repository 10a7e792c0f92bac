use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Nothing is wrong with the credentials. Jira asks the program to slow down, and will answer again soon.
    ///
    /// ## Why it happens
    /// Each route takes so many calls a second, and all programs of one account may count together. On a server of one's own, an administrator sets the limit for each user.
    ///
    /// ## How to fix it
    /// 1. Wait as long as the header `Retry-After` says, then try once.
    /// 2. Let the program make fewer calls: larger pages, longer intervals, no second copy of it.
    /// 3. On a server, ask an administrator to raise the limit for this user.
    ///
    /// ## References
    /// - [Rate limiting](https://developer.atlassian.com/cloud/jira/platform/rate-limiting/)
    /// - [Build an app that respects rate limits](https://developer.atlassian.com/cloud/jira/platform/build-an-app-that-respects-rate-limits/)
    id: "rate-limited",
    title: "Too many calls in a short time",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":429,"headers":{"Retry-After":"5","RateLimit-Reason":"jira-burst-based"},"body":""}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials are fine as far as this goes: too many calls came in a short time.");
    // facts.md 4.6 and 11 #50 to #52, #62.
    let slow_down = facts.exchanges.iter().find(|x| x.status == Some(429));
    if let Some(exchange) = slow_down {
        suspicion.because_answered(
            weight::PROOF + weight::HINT,
            exchange,
            "The status 429 means: too many calls in a short time.",
        );
    }
    // facts.md 4.6: a good answer names the limits, too.
    if matches!(facts.status(), Some(200..=299)) {
        return;
    }
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::RateLimited, Signature::TooManyRequests],
        "The answer says that a limit was reached.",
    );
    let waits = facts.header("retry-after").is_some();
    if suspicion.is_empty() && facts.status() == Some(503) && waits {
        suspicion.because(
            weight::HINT,
            "The answer says how long to wait, as it does where calls come too fast.",
        );
    }
}
