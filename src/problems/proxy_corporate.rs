use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::{Endpoint, Form, Speaker};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The answer is not Jira's. A proxy of the company's network stopped the call or wrote the page, and Jira never saw the credentials.
    ///
    /// ## Why it happens
    /// Programs need the proxy's address, and often a name and password for it, which browsers get from the system. Some proxies hold back whatever is not a browser, or ask for a sign-on first.
    ///
    /// ## How to fix it
    /// 1. Set `HTTPS_PROXY` (or the program's own proxy setting) to the address that your IT department gives you, with its own credentials where it asks for them.
    /// 2. Ask them to let the program through to `*.atlassian.net` and `api.atlassian.com`, without opening the connection.
    /// 3. Try once from another network, such as a phone's, to see the difference.
    ///
    /// ## References
    /// - [Scope of IP allowlists in Atlassian Cloud](https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "proxy-corporate",
    title: "A proxy stands in the way",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":407,"headers":{"Proxy-Authenticate":"Basic realm=\"Proxy\""}}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("Jira did not see the credentials: a proxy on the way answered, or stopped the call.");
    // facts.md 4.7 and 11 #46.
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[
            Signature::ProxyAuth,
            Signature::ProxyRefused,
            Signature::CorporateBlockPage,
        ],
        "A proxy of the network wrote this.",
    );
    if let Some(exchange) = facts.exchanges.iter().find(|x| x.status == Some(407)) {
        suspicion.because_answered(
            weight::PROOF,
            exchange,
            "The status 407 comes from a proxy that wants credentials of its own.",
        );
    }
    if let Some(exchange) = facts.answered(Speaker::CorporateProxy) {
        suspicion.because_answered(weight::PROOF, exchange, "A proxy answered, and not Jira.");
    }
    if suspicion.is_empty() {
        weigh_signs(facts, suspicion);
    }
}

/// What a proxy leaves behind without naming itself.
fn weigh_signs(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("Perhaps the credentials never reached Jira: a proxy of the network may stand in between.");
    if facts.is_at_atlassian() {
        // Atlassian's own certificates are trusted everywhere, and its hosts answer.
        suspicion.because_known(
            weight::HINT + weight::FITS,
            facts,
            &[
                Signature::TlsUntrusted,
                Signature::TimedOut,
                Signature::ConnectionReset,
                Signature::ConnectionRefused,
                Signature::Unreachable,
            ],
            "Atlassian's hosts are open to everyone, so something on the way is in between.",
        );
    }
    if let Some(hit) = facts.refused_inside() {
        suspicion.because_at(
            weight::HINT,
            hit.field,
            hit.span,
            "The connection was refused at an inner address, as a proxy has.",
        );
    }
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::TlsUnverified],
        "The check of certificates is off, as one does behind a proxy that opens connections.",
    );
    // Endpoints that take no parameters, so that Jira itself has nothing to complain of.
    let is_plain = matches!(facts.asked(), Endpoint::Myself | Endpoint::ServerInfo);
    let says_why = facts
        .exchange()
        .is_some_and(|x| !x.body.messages.is_empty() || x.body.title.is_some());
    if facts.status() == Some(400) && is_plain && !says_why {
        suspicion.because(
            weight::HINT,
            "The status 400 without a word does not fit a call that takes no parameters; something on the way may have altered it.",
        );
    }
    let is_json = facts.exchange().is_some_and(|x| x.body.form == Form::Json);
    if facts.status() == Some(405) && !is_json && facts.hit(Signature::MethodNotSupported).is_none() {
        // facts.md 11 #44 and #45: Jira says so in JSON.
        suspicion.because(
            weight::HINT + weight::FITS,
            "The status 405 did not come in Jira's words; a proxy on the way may have refused the method.",
        );
    }
}
