use crate::advice::{always, on_cloud, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "tls-certificate",
    title: "The certificate isn't trusted",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Secure),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Get the certificate of your company's authority and give it to the program: `REQUESTS_CA_BUNDLE` for Python, `NODE_EXTRA_CA_CERTS` for Node, `--cacert` for curl, the trust store for Java.",
        ),
        always("If it has expired or lacks an intermediate, ask who runs the server to renew it."),
        always("Do not switch the check off: the token would go to whoever answers."),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: Using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
    ],
    rules: &[
        Rule::new(
            26,
            "CERTIFICATE & INVALID|EXPIRED|UNTRUSTED|FAIL|NOT|UNKNOWN",
        ),
        Rule::new(24, "CHANNEL & UNTRUSTED|TRUST"),
        Rule::new(22, "UNTRUSTED & FAIL"),
        Rule::new(24, "AUTHORITY & UNKNOWN|UNTRUSTED|NOT|FAIL"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The program broke off before it sent anything, since it does not trust the certificate that the server shows. The token never left your machine.",
        ],
        causes: &[
            "The server's certificate is its own or the company's, has run out, or is for another name. Or a proxy opens the connection and shows its own. A browser may know the company's authority where the program does not.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (60) SSL certificate problem: self-signed certificate in certificate chain"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Nothing was sent, so the credentials aren't the problem: no secure connection could be made."
    ));
    // jira-facts.md 11 #59: the program names the fault itself.
    for (known, why) in [
        (
            Signature::TlsUntrusted,
            prose!("The program does not trust who signed the certificate."),
        ),
        (
            Signature::TlsHostname,
            prose!("The certificate is for another host than the one that was called."),
        ),
        (
            Signature::TlsExpired,
            prose!("The certificate has run out, or the clock of this machine is wrong."),
        ),
        (
            Signature::TlsClientCertificate,
            prose!("The server requires a certificate from the program as well."),
        ),
    ] {
        if let Some(hit) = facts.any_hit(&[known]) {
            score.reason(weight::PROOF, why).at(hit);
        }
        if !score.is_empty() {
            return;
        }
    }
    if let Some(hit) = facts.any_hit(&[Signature::TlsFailed, Signature::TlsProtocol]) {
        let why = prose!("The two sides did not agree on a secure connection.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
    // A port that speaks the other scheme fails in the same step.
    if let Some(hit) = facts.any_hit(&[
        Signature::HttpToHttpsPort,
        Signature::HttpsToHttpPort,
        Signature::TlsUnverified,
    ]) {
        let why = prose!("The secure connection is in doubt.");
        score.reason(weight::HINT, why).at(hit);
    }
}
