use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The service behind the address does not answer just now. That has nothing to do with the credentials, which were not checked.
    ///
    /// ## Why it happens
    /// A fault at Atlassian's, maintenance, or a server that is starting up. If it stays so, the site may have been removed or renamed.
    ///
    /// ## How to fix it
    /// 1. Look at Atlassian's status page, or ask who runs the server.
    /// 2. Wait as long as `Retry-After` says, or some minutes, and try again with everything as it is.
    /// 3. If the site does not open in a browser either, check its name.
    ///
    /// ## References
    /// - [Atlassian status](https://status.atlassian.com)
    id: "site-unavailable",
    title: "Jira is down at the moment",
    group: ServerAndClient,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":503,"headers":{"Retry-After":"10","Server":"AtlassianEdge"},"body":"upstream connect error or disconnect/reset before headers. reset reason: connection timeout"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("This is not about the credentials: the site is not available at the moment.");
    // facts.md 4.6 and 11 #55.
    if let Some(exchange) = facts.exchanges.iter().find(|x| x.status == Some(503)) {
        suspicion.because_answered(
            weight::STRONG,
            exchange,
            "The status 503 means that the service is not there at the moment.",
        );
        if exchange.headers.get("retry-after").is_some() {
            suspicion.because_answered(
                weight::HINT,
                exchange,
                "The answer says when to come again.",
            );
        }
    }
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::ServiceUnavailable],
        "The answer says that the service is not there at the moment.",
    );
    // facts.md 4.4: the page says “currently”, and means that no site has this name.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[
            Signature::PageUnavailable,
            Signature::SiteTemporarilyUnavailable,
        ],
        "Atlassian says that the site is not available.",
    );
}
