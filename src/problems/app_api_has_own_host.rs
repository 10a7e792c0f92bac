use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::net::hosts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "app-api-has-own-host",
    title: "This API is on the app vendor's own host",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Look up the app's API for Cloud: Xray Cloud is at `https://xray.cloud.getxray.app`, Zephyr Scale at `https://api.zephyrscale.smartbear.com`, Tempo at `https://api.tempo.io`.",
        ),
        always("Create the app's own key or token in the app, not at id.atlassian.com."),
        always(
            "Programs written for the app's Data Center edition need their Cloud setting or a newer version.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "The Jira Cloud REST API",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The call asks Jira for something that an app provides. On Cloud, apps answer at their vendor's host, with a token of their own.",
        ],
        causes: &[
            "On Data Center apps answer below the Jira address, at paths such as `/rest/raven/`, `/rest/atm/` or `/rest/tempo-timesheets/`. On Cloud these paths do not exist, and Jira answers 404 or 401.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://acme.atlassian.net/rest/raven/1.0/import/execution"},"response":{"status":404}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"7:1\",\"accountType\":\"atlassian\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let called = facts.calls().find(|(exchange, address)| {
        let is_refused = !matches!(exchange.status, Some(200..=299));
        is_refused && hosts::is_cloud(address.host) && is_of_an_app(address.path)
    });
    if let Some((exchange, _)) = called {
        let why = prose!("This path belongs to an app, and a Cloud site does not have it.");
        score.reason(weight::PROOF, why).at(exchange);
    }
}

/// Paths of the best known apps: Xray, Zephyr Squad and Scale, Tempo, by their vendors' documentation.
fn is_of_an_app(path: &str) -> bool {
    const APPS: [&str; 9] = [
        "/rest/raven/",
        "/rest/atm/",
        "/rest/zapi/",
        "/rest/tempo",
        "/api/v1/import/execution",
        "/api/v2/import/",
        "/api/v2/graphql",
        "/connect/public/rest/api/",
        "/public/rest/api/1.0/",
    ];
    APPS.iter().any(|app| path.starts_with(app))
}
