use crate::advice::{always, on_cloud, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "tls-version",
    title: "The two sides share no version of TLS",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Secure),
    prior: 0,
    weigh,
    steps: &[
        always("Update the program or what it runs on: Atlassian takes TLS 1.2 and newer."),
        always(
            "In Windows PowerShell 5, run `[Net.ServicePointManager]::SecurityProtocol = 'Tls12'` first, or use PowerShell 7. For .NET before 4.7, switch strong cryptography on.",
        ),
        on_server("On a server of your own, ask who runs it to allow TLS 1.2 or newer."),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[
        Rule::new(26, "CHANNEL & PROTOCOL & UNSUPPORTED|FAIL|INVALID|NOT"),
        Rule::new(22, "PROTOCOL & UNSUPPORTED"),
        Rule::new(16, "CHANNEL & FAIL|NOT - CERTIFICATE|TRUST|AUTHORITY"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Program and server could not agree on how to encrypt the connection. Nothing was sent, so the token is not at fault.",
        ],
        causes: &[
            "Old versions of .NET, Java, Python or OpenSSL offer TLS 1.0 alone, which Atlassian and most servers refuse. Or the server itself is old, and a new program refuses it.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"Invoke-RestMethod : The request was aborted: Could not create SSL/TLS secure channel."}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Nothing was sent, so the credentials are not at fault: program and server share no version of TLS."
    ));
    // The alert or the exception names version or cipher; a certificate has words of its own.
    if let Some(hit) = facts.any_hit(&[Signature::TlsProtocol]) {
        let why = prose!("The program says that the two sides share no version or cipher.");
        score.reason(weight::PROOF, why).at(hit);
    } else if let Some(hit) = facts.any_hit(&[Signature::SecureChannel]) {
        let why =
            prose!("Windows says so where it offers a version of TLS that the server refuses.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
}
