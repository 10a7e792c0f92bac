use crate::advice::{always, on_server};
use crate::evidence::Failure;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::net::hosts::is_private;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::text::cut;

pub(super) static PROBLEM: Problem = Problem {
    id: "redirect-internal",
    title: "The server redirects to an internal address",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always("Ask an administrator to set Jira's base URL to the address that people use."),
        always(
            "The reverse proxy must pass the public host and scheme on; in Tomcat these are `proxyName`, `proxyPort` and `scheme`.",
        ),
        always(
            "Until then, call the address that Jira names, if your program runs in that network.",
        ),
    ],
    links: &[on_server(Link::new(
        "Jira Data Center: Basic authentication",
        "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The problem isn't your token but the server's setup: it redirects to an address that exists only inside its own network.",
        ],
        causes: &[
            "A server behind a reverse proxy must know its public address. If it doesn't, it answers with its internal name or a private address such as 10.x or 192.168.x, which nobody outside can reach.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":302,"headers":{"Location":"http://10.20.0.15:8080/rest/api/2/myself"}},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center"},"request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!("The credentials are not at fault: the server sends callers on to another address than the one typed."));
    // jira-facts.md 4.5 and 11 #39.
    if let Some((exchange, target)) = facts.redirect(Redirect::Internal) {
        let why = prose!(
            "The server redirects to {host}, which only its own network knows.",
            host = target.host
        );
        score.reason(weight::PROOF + weight::HINT, why).at(exchange);
    } else if let Some((exchange, _)) = facts.redirect(Redirect::Elsewhere) {
        score
            .reason(
                weight::STRONG,
                prose!("The server redirects to another host."),
            )
            .at(exchange);
    }
    if let Some(exchange) = facts
        .failed(Failure::Redirected)
        .filter(|_| facts.may_be_server())
    {
        let why = prose!("The server redirects to another address, perhaps an internal one.");
        score.reason(weight::HINT, why).at(exchange);
    }
    if let Some(hit) = facts.hit(Signature::BaseUrlMismatch) {
        let why = prose!("Jira says that it takes itself to run at another address.");
        score.reason(weight::PROOF, why).at(hit);
    }
    if score.is_empty() {
        weigh_inner_call(facts, score);
    }
    // Or a proxy of the network's was to be asked, which stands at such an address, too.
    if let Some(hit) = facts.refused_inside().filter(|_| score.is_empty()) {
        score.reason(weight::STRONG, prose!("The connection was refused at an inner address, at another port than the typed address has.")).at((hit.field, hit.span));
    }
    // jira-facts.md 11 #61.
    if let Some(hit) = facts
        .hit(Signature::Redirect302)
        .filter(|_| facts.may_be_server())
    {
        let why = prose!("The program met a redirect where an answer was due.");
        score.reason(weight::STRONG, why).at(hit);
    }
    if score.is_empty() && !facts.may_be_server() {
        // Atlassian's own servers send nobody to an inner address.
        score.against(weight::PROOF);
    }
}

/// A call to an inner address that nobody typed. A program may be set to one: only a redirect on the way proves that the server
/// sent it there.
fn weigh_inner_call(facts: &Facts, score: &mut Score) {
    let Some(typed) = facts.typed().filter(|typed| !is_private(typed.host)) else {
        return;
    };
    // `jira` is the short name of `jira.acme.example`.
    let is_same = |host: &str| {
        let rest = cut::after_prefix(typed.host, host);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let mut calls = facts.calls();
    let led_astray = calls.find(|(_, called)| is_private(called.host) && !is_same(called.host));
    let Some((exchange, called)) = led_astray else {
        return;
    };
    let was_sent = facts
        .exchanges
        .iter()
        .any(|x| matches!(x.status, Some(300..=399)) || x.headers.get("location").is_some());
    let host = called.host;
    let (weight, why) = if was_sent {
        (
            weight::PROOF + weight::HINT,
            prose!(
                "The call ended at {host}, an inner address that nobody typed, so the server had sent it there.",
                host
            ),
        )
    } else {
        (
            weight::HINT,
            prose!(
                "The call went to {host}, an inner address that nobody typed. The server may have sent it there.",
                host
            ),
        )
    };
    score.reason(weight, why).at(exchange);
}
