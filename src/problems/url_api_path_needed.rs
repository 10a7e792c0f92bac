use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-api-path-needed",
    title: "This form needs the address of the REST API",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always("Add the path that the product's documentation shows: `/rest/` or `/rest/api/2`."),
        always("Keep the rest of the address as it is."),
    ],
    links: &[on_cloud(Link::new(
        "The Jira Cloud REST API",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Most products want the site's address alone. This one puts its own paths after the address of the REST API.",
        ],
        causes: &[
            "The product does not add `/rest/` itself, so its calls reach Jira's pages and get a web page or a 404.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","paste":"Seems like an invalid Endpoint URL, please try https://acme.atlassian.net/rest/"}"#,
        right: r#"{"site":"https://acme.atlassian.net/rest/","paste":"Connection is ok"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::ApiPathNeeded]) {
        let why = prose!("The product asks for the address of the REST API.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
    let missed = facts
        .exchange()
        .filter(|x| x.status == Some(404) && x.sent.path.as_deref().is_some_and(names_a_resource));
    if let Some(exchange) = missed {
        let why = prose!(
            "The called path names a resource of the REST API without `/rest/api` in front."
        );
        score.reason(weight::HINT + weight::FITS, why).at(exchange);
    }
}

/// Whether a path begins with what stands behind `/rest/api/` in Jira's and Confluence's interfaces (jira-facts.md 6).
fn names_a_resource(path: &str) -> bool {
    const RESOURCES: [&str; 9] = [
        "agile", "content", "field", "issue", "myself", "project", "search", "space", "user",
    ];
    let path = path.strip_prefix("/wiki").unwrap_or(path);
    let first = path.trim_start_matches('/').split(['/', '?']).next();
    first.is_some_and(|first| RESOURCES.contains(&first))
}
