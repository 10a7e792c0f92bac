use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::text::Signs;

pub(super) static PROBLEM: Problem = Problem {
    id: "api-version",
    title: "The call doesn't fit this version of Jira",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Find out what kind of Jira it is: `/rest/api/2/serverInfo` tells it under `deploymentType`.",
        ),
        always(
            "Choose that kind in the program's settings, or use `/rest/api/2` on a server and `/rest/api/3` on Cloud.",
        ),
        always("Update the program, or compare its call with the reference of that version."),
    ],
    links: &[
        on_cloud(Link::new(
            "The Jira Cloud platform REST API",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
        on_server(Link::new(
            "Jira Data Center: Basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
    ],
    rules: &[
        Rule::new(
            24,
            "VERSION & UNSUPPORTED|REMOVED & ENDPOINT|ADDRESS|HEADER",
        ),
        Rule::new(
            14,
            "VERSION & UNSUPPORTED|REMOVED - CHANNEL|PROTOCOL|CERTIFICATE|APP",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The credentials aren't the problem. The call doesn't fit this Jira: it uses a path of another version, or the form that another version expects.",
        ],
        causes: &[
            "Version 3 of the API exists only on Cloud; Data Center has version 2. Parameters differ between versions, too, and a program made for one kind of Jira fails on the other.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/4/myself"},"response":{"status":404,"headers":{"Content-Type":"application/problem+json"},"body":"{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"No endpoint GET /rest/api/4/myself.\",\"instance\":\"/rest/api/4/myself\"}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!("The credentials are not to blame: this Jira does not know the call as the program makes it."));
    // jira-facts.md 4.4 and 11 #32: the site is right, the path is not. The address or Confluence explain some paths better.
    let path = facts.asked_path();
    let is_explained = facts.doubled_path().is_some() || facts.lacks_confluence_path();
    if let Some(hit) = facts.hit(Signature::NoEndpoint) {
        let why = prose!("Jira has no endpoint at this path.");
        score
            .reason(
                if is_explained {
                    weight::HINT
                } else {
                    weight::PROOF
                },
                why,
            )
            .at(hit);
    }
    // jira-facts.md 4.4 and 11 #36. On Cloud a path without /wiki says the same.
    if let Some(hit) = facts.hit(Signature::NullForUri) {
        let why = prose!("Confluence has nothing at this path.");
        score.reason(weight::STRONG, why).at(hit);
    }
    let on_server = facts.is_server();
    // jira-facts.md 7: version 3, and with it search/jql, exists on Cloud alone.
    if on_server && (path.contains("/rest/api/3/") || facts.asked() == Endpoint::Search) {
        let is_not_found = matches!(facts.status(), Some(404 | 405));
        // Above what a page for dead links, or Tomcat's, may mean besides.
        let weight = if is_not_found {
            weight::PROOF + weight::HINT + weight::FITS
        } else {
            weight::HINT
        };
        let why = prose!("This path belongs to Cloud's API, but the server is your own.");
        score.reason(weight, why).at(Field::Request);
        if let Some(url) = called_in_version_2(facts) {
            score.first_step(prose!("Call {url} instead.", url));
        }
    }
    // jira-facts.md 4.4 and 11 #41, #43, #44: the request's form, whoever asks.
    if let Some(hit) = facts.any_hit(&[Signature::ParameterMissing, Signature::ConvertFailed]) {
        let why = prose!("Jira misses a parameter, or cannot read one.");
        score.reason(weight::STRONG, why).at(hit);
    }
    if let Some(hit) = facts.hit(Signature::MethodNotSupported) {
        let why = prose!("Jira does not take this method here.");
        score.reason(weight::STRONG, why).at(hit);
    }
    let why = prose!("The program was made for another kind of Jira.");
    if let Some(hit) = facts.hit(Signature::UnboundedJql) {
        // Only the search of Cloud that replaced the old one wants a limit.
        score.reason(weight::STRONG, why).at(hit);
    } else if let Some(hit) = facts.hit(Signature::WrongDeployment) {
        score.reason(weight::HINT, why).at(hit);
    }
}

/// The address that was called, in the version that a server has.
fn called_in_version_2(facts: &Facts) -> Option<String> {
    let url = facts.exchange()?.sent.url.as_deref()?;
    let is_whole = url.contains("://") && !url.has_any("?@");
    (is_whole && url.contains("/rest/api/3/")).then(|| url.replace("/rest/api/3/", "/rest/api/2/"))
}
