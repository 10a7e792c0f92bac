use crate::evidence::{Client, Failure, Field};
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::exchange::Form;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// A script in a web page calls Jira Cloud, and the browser does not let it read the answer. This says nothing about the credentials.
    ///
    /// ## Why it happens
    /// Before it sends a header, the browser asks the site whether pages from elsewhere may send one. Jira Cloud refuses that question, and no setting changes it.
    ///
    /// ## How to fix it
    /// 1. Make the call from a server or from a terminal, where no browser stands in between.
    /// 2. In a product of your own, send the call through a server that you run; never through a stranger's proxy, which would see the token.
    ///
    /// ## References
    /// - [OAuth 2.0 (3LO) apps](https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/)
    id: "cors-blocked",
    title: "The browser blocks the call",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","answers":{"client":"browser"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","answers":{"client":"server"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("This says nothing about the credentials: the browser does not let a page call Jira, or read its answer.");
    // facts.md 5: the browser says so itself.
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[
            Signature::CorsBlocked,
            Signature::CspBlocked,
            Signature::LocalNetworkDenied,
            Signature::BlockedByClient,
        ],
        "The browser says that it kept the call, or its answer, from the page.",
    );
    // facts.md 11 #57: what a browser tells a script of a failure, whatever it was. Node says the same, and the cause.
    if facts.any_hit(&CAUSES).is_none() {
        suspicion.because_known(
            if facts.is_in_browser() { weight::STRONG } else { weight::FITS },
            facts,
            &[Signature::FetchFailed],
            "These are the words of a browser that does not let a page read the answer.",
        );
        // facts.md 5: expected for every call with a header, whatever the credentials; about 95 % sure.
    }
    // facts.md 4.8: Firefox says so of a host that is not found or refuses, too.
    suspicion.because_known(
        weight::HINT + weight::FITS,
        facts,
        &[Signature::CorsRequestFailed],
        "Firefox says that the call did not succeed, and names CORS.",
    );
    weigh_unreachable(facts, suspicion);
    // With a status or a body there was an answer, and the browser let it through.
    if facts.has_status() || facts.exchanges.iter().any(|x| x.body.form != Form::Unknown) {
        return;
    }
    if facts.evidence.answers.client == Some(Client::Browser) && facts.is_cloud_site() {
        suspicion.because_of(
            weight::STRONG,
            Field::Site,
            "A web page calls this site. Jira Cloud does not let pages from elsewhere send credentials.",
        );
    }
}

/// facts.md 5 and 11 #57: nothing came, and the browser does not say why. On Cloud a call with a header is not let through,
/// whatever the credentials; about 95 % sure.
fn weigh_unreachable(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(exchange) = facts.failed(Failure::Unreachable) else {
        return;
    };
    let weight = if facts.fails_with_header_alone() {
        weight::PROOF
    } else if facts.is_at_atlassian() {
        weight::STRONG
    } else {
        weight::HINT + weight::FITS
    };
    suspicion.because_answered(weight, exchange, facts.why_unreachable());
    if facts.credential_was_taken() {
        suspicion.severity(Severity::Warning).message("Jira took the credentials, and a later answer did not come through the browser.");
    }
}

/// What a program names as the cause of a call that failed.
const CAUSES: [Signature; 10] = [
    Signature::DnsFailed,
    Signature::ConnectionRefused,
    Signature::ConnectionReset,
    Signature::TimedOut,
    Signature::Unreachable,
    Signature::TlsUntrusted,
    Signature::TlsHostname,
    Signature::TlsExpired,
    Signature::TlsFailed,
    Signature::MixedContent,
];
