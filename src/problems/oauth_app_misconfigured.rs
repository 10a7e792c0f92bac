use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "oauth-app-misconfigured",
    title: "The OAuth app is not set up right",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "In the developer console, compare client id, client secret and callback URL with what the program sends, letter by letter.",
        ),
        always("Add the Jira API and its scopes to the app, then let the user consent again."),
        always("If the app is not shared yet, only its owner can use it: switch distribution on."),
    ],
    links: &[on_cloud(Link::new(
        "OAuth 2.0 (3LO) apps",
        "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
    ))],
    rules: &[
        Rule::new(24, "REDIRECT_URI & INVALID|UNKNOWN|MISSING|DENIED"),
        Rule::new(20, "CONSENT & MISSING|NOT|DENIED"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The app that asks for the token was refused, before any user's account came into play.",
        ],
        causes: &[
            "The callback URL differs by a slash or a port, the client secret was rotated, the app lacks the API or its scopes, or it is private to its owner.",
        ],
        wrong: r#"{"paste":"{\"error\":\"invalid_client\",\"error_description\":\"client secret is not valid\"}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"7:1\",\"accountType\":\"atlassian\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::OauthClient]) {
        let why = prose!("The authorization server refuses the app, not the user.");
        score.reason(weight::PROOF, why).at(hit);
    }
}
