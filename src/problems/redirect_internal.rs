use crate::evidence::Failure;
use crate::facts::Facts;
use crate::facts::network::{Redirect, is_private};
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Not your token, but the server's set-up: it sends the caller on to an address that exists only inside its own network.
    ///
    /// ## Why it happens
    /// A server behind a reverse proxy must be told its public address. Where it is not, it answers with its own name or a private number such as 10.x or 192.168.x, which nobody outside can reach.
    ///
    /// ## How to fix it
    /// 1. Ask an administrator to set Jira's base URL to the address that people use.
    /// 2. The reverse proxy must pass the public host and scheme on; in Tomcat these are `proxyName`, `proxyPort` and `scheme`.
    /// 3. Until then, call the address that Jira names, if your program runs in that network.
    ///
    /// ## References
    /// - [Jira Data Center: Basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    id: "redirect-internal",
    title: "The server sends the caller to an inner address",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":302,"headers":{"Location":"http://10.20.0.15:8080/rest/api/2/myself"}},"answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center"},"request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("It is not the token's fault: the server sends callers on to another address than the one typed.");
    // facts.md 4.5 and 11 #39.
    if let Some((exchange, _)) = facts.redirect(Redirect::Internal) {
        suspicion.because_answered(
            weight::PROOF + weight::HINT,
            exchange,
            "The server sends the caller on to an address that only its own network knows.",
        );
    } else if let Some((exchange, _)) = facts.redirect(Redirect::Elsewhere) {
        suspicion.because_answered(
            weight::STRONG,
            exchange,
            "The server sends the caller on to another host.",
        );
    }
    if let Some(exchange) = facts.failed(Failure::Redirected).filter(|_| facts.may_be_server()) {
        let why = "The server sends the caller on to another address, perhaps to an inner one.";
        suspicion.because_answered(weight::HINT, exchange, why);
    }
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::BaseUrlMismatch],
        "Jira says that it takes itself to run at another address.",
    );
    if let Some(typed) = facts.typed().filter(|typed| !is_private(typed.host)) {
        let led_astray = facts.calls().find(|(_, called)| {
            is_private(called.host) && !called.host.eq_ignore_ascii_case(typed.host)
        });
        if let Some((exchange, _)) = led_astray.filter(|_| suspicion.is_empty()) {
            suspicion.because_answered(
                weight::PROOF + weight::HINT,
                exchange,
                "The call ended at an inner address that nobody typed, so the server had sent it there.",
            );
        }
    }
    // Or a proxy of the network's was to be asked, which stands at such an address, too.
    if let Some(hit) = facts.refused_inside().filter(|_| suspicion.is_empty()) {
        suspicion.because_at(
            weight::STRONG,
            hit.field,
            hit.span,
            "The connection was refused at an inner address, at another port than the typed address has.",
        );
    }
    // facts.md 11 #61.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::Redirect302],
        "The program met a redirect where an answer was due.",
    );
}
