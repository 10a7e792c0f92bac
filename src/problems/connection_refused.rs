use crate::evidence::Failure;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// A machine was reached and would not talk: nothing listens at that port, or something cut the line. The credentials were never sent.
    ///
    /// ## Why it happens
    /// The server is down or just starting, the port is another one, or a firewall or a proxy ends the connection. `localhost` inside a container is the container itself and not your machine.
    ///
    /// ## How to fix it
    /// 1. Open the address in a browser, with the port, from the machine that the program runs on.
    /// 2. Check the port with who runs the server; behind a proxy it is mostly 443, which needs no mention.
    /// 3. From a container, use the host's name in place of `localhost`.
    /// 4. Wait a few minutes if the server was just started.
    ///
    /// ## References
    /// - [Jira Data Center: Basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    /// - [Atlassian status](https://status.atlassian.com)
    id: "connection-refused",
    title: "The connection was turned down",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (7) Failed to connect to jira.acme.example port 443 after 3 ms: Connection refused"}"#,
    right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials were not judged: the host turned the connection down or cut it.");
    let known = suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::ConnectionRefused],
        "The host turned the connection down: nothing listens at that port.",
    );
    // With a status, somebody did answer, and tells more.
    let weight = if facts.has_status() { weight::HINT } else { weight::STRONG + weight::HINT };
    if !known {
        suspicion.because_known(
            weight,
            facts,
            &[Signature::ConnectionReset],
            "The connection was cut before an answer came.",
        );
    }
    if let Some(exchange) = facts.failed(Failure::CutOff) {
        let why = "The connection was cut in the middle of an answer.";
        suspicion.because_answered(weight::STRONG + weight::HINT, exchange, why);
        if facts.credential_was_taken() {
            suspicion.severity(Severity::Warning).message("The answer to a later question broke off.");
        }
    }
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::Unreachable],
        "There is no way from this machine to the host.",
    );
    // facts.md 4.8: so Firefox says of a host that is not found, and of one that refuses.
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::CorsRequestFailed],
        "Firefox says that the call did not succeed, and names no status.",
    );
}
