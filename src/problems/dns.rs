use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The name in the address could not be turned into a number, so nothing was sent. E-mail and token were not even tried.
    ///
    /// ## Why it happens
    /// The name is mistyped, or exists only inside the company's network or VPN, and the program runs elsewhere: in a container, in a cloud, at home. A new name may also not have spread yet.
    ///
    /// ## How to fix it
    /// 1. Open the same address in a browser on the same machine.
    /// 2. If that fails too, correct the name, or connect to the VPN.
    /// 3. If it works there, look at where the program runs: a container or a hosted product asks another name server, and may need another address for the same Jira.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Atlassian status](https://status.atlassian.com)
    id: "dns",
    title: "The host is not found",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (6) Could not resolve host: jira.acme.example"}"#,
    right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials were not sent at all: the host was not found.");
    // facts.md 11 #59.
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::DnsFailed],
        "The program could not find out where the host is.",
    );
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::Offline],
        "The machine has no connection to the network.",
    );
    // facts.md 4.8: so Firefox says of a host that is not found, and of one that refuses.
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::CorsRequestFailed],
        "Firefox says that the call did not succeed, and names no status.",
    );
}
