use crate::evidence::Failure;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The program gave up waiting. Whether the credentials are good nobody knows yet, for nobody looked at them.
    ///
    /// ## Why it happens
    /// A firewall drops the call without a word, a VPN is off, a proxy is missing, or the server is busy. A hosted product often cannot reach a server inside a company at all.
    ///
    /// ## How to fix it
    /// 1. Try the address in a browser from the machine that the program runs on.
    /// 2. Connect to the VPN, or set the proxy, if the network wants one.
    /// 3. If a hosted product calls, ask for the server to be opened to its addresses.
    /// 4. If it only takes long, ask for less at once or give the program more time.
    ///
    /// ## References
    /// - [Atlassian status](https://status.atlassian.com)
    /// - [Scope of IP allowlists in Atlassian Cloud](https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808)
    id: "timeout",
    title: "No answer in time",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (28) Operation timed out after 5001 milliseconds with 0 bytes received"}"#,
    right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("Nobody has looked at the credentials: no answer came in time.");
    // With a status, somebody did answer, and tells more.
    let answered = facts.has_status();
    suspicion.because_known(
        if answered { weight::HINT } else { weight::PROOF },
        facts,
        &[Signature::TimedOut],
        "The program waited and nobody answered.",
    );
    if let Some(exchange) = facts.failed(Failure::Timeout) {
        // What answered before still answers; this call did not, and nothing else explains that.
        let taken = facts.credential_was_taken();
        let weight = if taken { weight::STRONG } else { weight::PROOF };
        suspicion.because_answered(weight, exchange, "Jira was asked, and no answer came in time.");
        if taken {
            suspicion.severity(Severity::Warning).message("A later question got no answer in time.");
        }
    }
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::Unreachable],
        "There is no way from this machine to the host.",
    );
}
