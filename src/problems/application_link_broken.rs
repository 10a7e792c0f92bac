use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "application-link-broken",
    title: "The application link does not fit",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open the application links in the administration of both sides: each must show the other's current base URL.",
        ),
        always(
            "Delete the link on both sides and create it again, signed in as an administrator at each.",
        ),
        always(
            "If a program signs the requests itself, compare its consumer key and its public key with those of the link, letter by letter.",
        ),
    ],
    links: &[on_server(Link::new(
        "Data Center: OAuth",
        "https://developer.atlassian.com/server/jira/platform/oauth/",
    ))],
    rules: &[Rule::new(
        24,
        "SIGNATURE|CONSUMER|LINK_OAUTH & INVALID|UNKNOWN|DENIED|NOT",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira reads the signed request, and its signature or its consumer does not fit the application link. User name and token play no part.",
        ],
        causes: &[
            "The link was deleted or created again on one side, the consumer key is mistyped, the keys differ, or the base URL or a proxy changes the address that was signed.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"com.atlassian.applinks.api.ResponseException: Unexpected response 401: oauth_problem=signature_invalid"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::OauthSignature]) {
        let why = prose!("OAuth 1.0a names the fault: signature or consumer, and not the user.");
        score.reason(weight::PROOF, why).at(hit);
    }
}
