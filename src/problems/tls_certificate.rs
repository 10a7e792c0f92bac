use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The program broke off before it sent anything, since it does not trust the certificate that the server shows. The token never left your machine.
    ///
    /// ## Why it happens
    /// The server's certificate is its own or the company's, has run out, or is for another name. Or a proxy opens the connection and shows its own. A browser may know the company's authority where the program does not.
    ///
    /// ## How to fix it
    /// 1. Get the certificate of your company's authority and give it to the program: `REQUESTS_CA_BUNDLE` for Python, `NODE_EXTRA_CA_CERTS` for Node, `--cacert` for curl, the trust store for Java.
    /// 2. If it has expired or lacks an intermediate, ask who runs the server to renew it.
    /// 3. Do not switch the check off: the token would go to whoever answers.
    ///
    /// ## References
    /// - [Data Center: Using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "tls-certificate",
    title: "The certificate is not trusted",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (60) SSL certificate problem: self-signed certificate in certificate chain"}"#,
    right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("Nothing was sent, so the credentials are not at fault: no secure connection came about.");
    // facts.md 11 #59: the program names the fault itself.
    for (known, why) in [
        (
            Signature::TlsUntrusted,
            "The program does not trust who signed the certificate.",
        ),
        (
            Signature::TlsHostname,
            "The certificate is for another host than the one that was called.",
        ),
        (
            Signature::TlsExpired,
            "The certificate has run out, or the clock of this machine is wrong.",
        ),
        (
            Signature::TlsClientCertificate,
            "The server wants a certificate from the program as well.",
        ),
    ] {
        suspicion.because_known(weight::PROOF, facts, &[known], why);
        if !suspicion.is_empty() {
            return;
        }
    }
    suspicion.because_known(
        weight::STRONG + weight::HINT,
        facts,
        &[Signature::TlsFailed, Signature::TlsProtocol],
        "The two sides did not agree on a secure connection.",
    );
    // A port that speaks the other scheme fails in the same step.
    suspicion.because_known(
        weight::HINT,
        facts,
        &[
            Signature::HttpToHttpsPort,
            Signature::HttpsToHttpPort,
            Signature::TlsUnverified,
        ],
        "The secure connection is in doubt.",
    );
}
