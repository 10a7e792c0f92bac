use crate::advice::{always, on_cloud};
use crate::evidence::{Client, Failure, Field};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::exchange::Form;
use crate::read::known_texts::{Class, Signature};
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "cors-blocked",
    title: "The browser blocks the call",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: None,
    prior: 0,
    weigh,
    steps: &[
        always("Make the call from a server or from a terminal, without a browser in between."),
        always(
            "In your own product, send the call through a server that you run, never through someone else's proxy, which would see the token.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "OAuth 2.0 (3LO) apps",
        "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
    ))],
    rules: &[Rule::new(26, "ORIGIN & BLOCKED|DENIED|MISSING|NOT|FAIL")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A script in a web page calls Jira Cloud, and the browser does not let it read the answer. This says nothing about the credentials.",
        ],
        causes: &[
            "Before it sends a header, the browser asks the site whether pages from elsewhere may send one. Jira Cloud refuses that question, and no setting changes it.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","answers":{"client":"browser"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","answers":{"client":"server"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!("This says nothing about the credentials: the browser does not let a page call Jira, or read its answer."));
    // jira-facts.md 5: the browser says so itself.
    if let Some(hit) = facts.any_hit(&[
        Signature::CorsBlocked,
        Signature::CspBlocked,
        Signature::LocalNetworkDenied,
        Signature::BlockedByClient,
    ]) {
        let why = prose!("The browser says that it kept the call, or its answer, from the page.");
        score.reason(weight::PROOF, why).at(hit);
        let called = facts.calls().map(|(_, called)| called.host).next();
        let host = called
            .filter(|host| !host.is_empty())
            .or(facts.typed().map(|site| site.host));
        if let Some(host) = host.filter(|_| hit.signature == Signature::CspBlocked) {
            score.first_step(prose!(
                "If the page is yours and the call is meant to be made from it, add https://{host} to `connect-src` in its Content-Security-Policy.",
                host
            ));
        }
    }
    // jira-facts.md 11 #57: what a browser tells a script of a failure, whatever it was. Node says the same, and the cause.
    // jira-facts.md 5: expected for every call with a header, whatever the credentials; about 95 % sure.
    let causes = [Class::Name, Class::Connect, Class::Tls];
    if facts.hit_of(&causes).is_none()
        && facts.hit(Signature::MixedContent).is_none()
        && let Some(hit) = facts.hit(Signature::FetchFailed)
    {
        let why =
            prose!("These are the words of a browser that doesn't let a page read the answer.");
        let weight = if facts.is_in_browser() {
            weight::STRONG
        } else {
            weight::FITS
        };
        score.reason(weight, why).at(hit);
    }
    // jira-facts.md 4.8: Firefox says so of a host that is not found or refuses, too.
    if let Some(hit) = facts.hit(Signature::CorsRequestFailed) {
        let why = prose!("Firefox says that the call did not succeed, and names CORS.");
        score.reason(weight::HINT + weight::FITS, why).at(hit);
    }
    if let Some(exchange) = facts.preflight_refused() {
        let why =
            prose!("The browser asks with OPTIONS before the call, and the server refuses that.");
        score.reason(weight::STRONG, why).at(exchange);
    }
    weigh_unreachable(facts, score);
    // With a status or a body there was an answer, and the browser let it through.
    if facts.has_status() || facts.exchanges.iter().any(|x| x.body.form != Form::Unknown) {
        return;
    }
    if facts.evidence.answers.client == Some(Client::Browser) && facts.is_cloud_site() {
        score.reason(weight::STRONG, prose!("A web page calls this site. Jira Cloud does not let pages from elsewhere send credentials.")).at(Field::Site);
    }
}

/// jira-facts.md 5 and 11 #57: nothing came, and the browser does not say why. On Cloud a call with a header is not let through,
/// whatever the credentials; about 95 % sure.
fn weigh_unreachable(facts: &Facts, score: &mut Score) {
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
    score.reason(weight, facts.why_unreachable()).at(exchange);
    if facts.credential_was_taken() {
        score.severity(Severity::Warning).message(prose!(
            "Jira accepted the credentials, but a later answer didn't get through the browser."
        ));
    }
}
