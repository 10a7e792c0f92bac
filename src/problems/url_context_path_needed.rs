use crate::advice::{always, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::{Content, Endpoint, Exchange};
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-context-path-needed",
    title: "The address is missing the server's path",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open Jira in a browser and look at the address of the dashboard: all before `/secure/` or `/browse/` is the server's own address.",
        ),
        always("Put it into the field with its path: `https://jira.acme.example/jira`."),
        always("If that is the address you have, ask who runs the server for its base URL."),
    ],
    links: &[
        on_server(Link::new(
            "Jira Data Center: Basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
        on_server(Link::new(
            "Data Center: Using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "This Jira runs below a path of its server, such as `/jira`, and the address stops before it. Another program answers at the root, or nothing does.",
        ],
        causes: &[
            "Who set the server up chose the path, and nobody can guess it. A browser is led there by a redirect; a program asks for a path that does not exist and is told 404.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":404,"headers":{"Content-Type":"text/html"},"body":"<!doctype html><html><head><title>HTTP Status 404 – Not Found</title></head><body><h1>HTTP Status 404 – Not Found</h1></body></html>"},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example/jira","request":{"method":"GET","url":"https://jira.acme.example/jira/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"},"answers":{"deployment":"data-center"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if !facts.may_be_server() || facts.credential_was_taken() {
        return;
    }
    if let Some((exchange, _)) = facts.redirect(Redirect::ContextPath) {
        score
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The server redirects to the same address with a path in front of /rest."),
            )
            .at(exchange);
    }
    // jira-facts.md 7: the path of a server belongs to its address. With one typed, it may still be another.
    if !facts.context_path().is_empty() {
        score.against(weight::STRONG);
    }
    // Tomcat writes this page where nothing runs below the path that was asked for.
    if let Some(hit) = facts.hit(Signature::TomcatNotFound) {
        let why = prose!("The server runs, and nothing is installed at this path of it.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    // Whoever says these answers as Jira or Confluence, and so runs below this path.
    let products = [
        Signature::RestNotFound,
        Signature::IssueUnseen,
        Signature::NoProject,
        Signature::NullForUri,
    ];
    if facts.any_hit(&products).is_some() || !is_fixed_place(facts) {
        return;
    }
    if facts.status() == Some(404) {
        // Endpoints that every Jira has, whoever asks (jira-facts.md 6).
        score.reason(weight::HINT + weight::FITS, prose!("A server of one's own answers “not found”, and the address names no path below which Jira runs.")).at(Field::Site);
    } else if let Some(hit) = facts.hit(Signature::AtlascodeNotFound) {
        let why = prose!(
            "Atlascode says so where the server answers “not found”: Jira runs below another path, or elsewhere."
        );
        score.reason(weight::HINT, why).at(hit);
    } else if facts.site.is_some()
        && !facts.has_status()
        && let Some(hit) = facts.hit(Signature::BlamesAddress)
    {
        let why = prose!("The program does not find Jira at this address of a server.");
        score.reason(weight::FITS, why).at(hit);
    }
}

/// What was asked for is no issue or project, which may be missing for reasons of its own.
fn is_fixed_place(facts: &Facts) -> bool {
    let asked = facts.asked();
    let is_fixed = asked.is_in_every_jira() || asked == Endpoint::Session;
    let may_be = asked == Endpoint::Unknown && facts.evidence.issue.is_none();
    let is_known = |x: &Exchange| x.body.content != Content::Unknown;
    (is_fixed || may_be) && !facts.exchange().is_some_and(is_known)
}
