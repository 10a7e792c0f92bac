use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::grammar::uuid::is_uuid;
use crate::net::hosts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "cloud-id-wrong",
    title: "The gateway address has a wrong cloud id",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open `https://<your site>.atlassian.net/_edge/tenant_info` in a browser: it shows the cloud id.",
        ),
        always("Put that id, 36 characters with four hyphens, after `/ex/jira/`."),
        always(
            "With OAuth, take the id from `accessible-resources`: the app must have access to that very site.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "OAuth 2.0 (3LO) apps",
        "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Atlassian's gateway finds the site by its cloud id. What is in its place leads nowhere, or to another site.",
        ],
        causes: &[
            "The site's name was put in place of the id, a part is missing, or the id is of another site, as after a copy from an example.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://api.atlassian.com/ex/jira/acme/rest/api/3/myself"},"response":{"status":404,"body":"{\"code\":404,\"message\":\"Not Found\"}"}}"#,
        right: r#"{"site":"https://api.atlassian.com/ex/jira/11111111-2222-4333-8444-555555555555","request":{"method":"GET","url":"https://api.atlassian.com/ex/jira/11111111-2222-4333-8444-555555555555/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"7:1\",\"accountType\":\"atlassian\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    for (exchange, address) in facts.calls() {
        let rest = address
            .path
            .strip_prefix("/ex/jira/")
            .or_else(|| address.path.strip_prefix("/ex/confluence/"));
        let Some(rest) = rest.filter(|_| hosts::is_gateway(address.host)) else {
            continue;
        };
        let id = rest.split('/').next().unwrap_or_default();
        if !is_uuid(id) {
            let why = prose!(
                "What is after `/ex/` is not a cloud id: those look like `11111111-2222-3333-4444-555555555555`."
            );
            score.reason(weight::PROOF, why).at(exchange);
        } else if exchange.status == Some(404) {
            // docs/jira-facts.md 11 #35: a wrong id, a wrong scheme, or a site without the product.
            let why = prose!("The gateway does not find a site by this id.");
            score.reason(weight::HINT, why).at(exchange);
        }
        return;
    }
}
