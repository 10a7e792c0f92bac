use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "endpoint-removed",
    title: "The program calls an endpoint that Jira removed",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        always("Update the program, or its Jira plug-in."),
        always(
            "In your own program, call `/rest/api/3/search/jql` instead of `/rest/api/3/search`; it pages with `nextPageToken`, not `startAt`.",
        ),
        always(
            "In place of `/rest/auth/1/session`, send the e-mail and the API token with every call.",
        ),
        always("Leave the token as it is."),
    ],
    links: &[
        always(Link::new(
            "Changelog: CHANGE-2046, removal of the search endpoints",
            "https://developer.atlassian.com/changelog/#CHANGE-2046",
        )),
        on_cloud(Link::new(
            "Deprecation notice: basic and cookie auth with passwords",
            "https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-basic-auth-and-cookie-based-auth/",
        )),
    ],
    rules: &[Rule::new(24, "ENDPOINT & REMOVED - PERMISSION|VERSION")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "It is not about your e-mail or token: the part of the API that the program asks for was taken away. It may have worked for years.",
        ],
        causes: &[
            "Atlassian removed the old search in 2025 in favor of `/rest/api/3/search/jql`, and years before that the login by session on Cloud. Programs that were not updated still ask for them.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/search?jql=x"},"response":{"status":410,"body":"{\"errorMessages\":[\"The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/search/jql?jql=x"},"response":{"status":200,"body":"{\"issues\":[{\"key\":\"ABC-1\"}],\"isLast\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials are not the trouble: the program calls a part of Jira that was removed."
    ));
    // jira-facts.md 4.4 and 11 #47.
    if let Some(hit) = facts.hit(Signature::EndpointRemoved) {
        let why = prose!("Jira says that this part of its API was removed.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    if let Some(gone) = facts.exchanges.iter().find(|x| x.status == Some(410)) {
        score
            .reason(
                weight::PROOF,
                prose!("The status 410 means that this was there once and is gone for good."),
            )
            .at(gone);
    }
    // Jira 9.0 removed it from servers, where its last part then reads as an issue's key.
    let createmeta = facts
        .exchange()
        .filter(|x| x.status == Some(404) && facts.asked_path().contains("/issue/createmeta"));
    if let Some(exchange) = createmeta {
        let why = prose!(
            "Jira 9 no longer has /issue/createmeta. It asks for one project at a time instead."
        );
        score.reason(weight::STRONG, why).at(exchange);
    }
    if !facts.is_at_atlassian() || !score.is_empty() {
        return;
    }
    let path = facts.asked_path();
    if facts.asked() == Endpoint::Session || path.contains("/rest/auth/1/session") {
        // jira-facts.md 9, deprecation notice: cookie sessions left Cloud together with passwords.
        score.reason(weight::PROOF, prose!("Jira Cloud no longer has this login by session; e-mail and token go with every call.")).at(Field::Request);
    } else if facts.asked() == Endpoint::OldSearch && facts.status() != Some(200) {
        // Before the search was removed it could be refused like any other call.
        let refused = matches!(facts.status(), Some(401 | 403));
        score
            .reason(
                if refused {
                    weight::HINT
                } else {
                    weight::STRONG
                },
                prose!("Jira Cloud removed this search; its successor is /rest/api/3/search/jql."),
            )
            .at(Field::Request);
    } else if path.starts_with("/admin/rest/") || path.contains("/rest/um/1/") {
        score.reason(weight::STRONG, prose!("This path belonged to the user management of former years, which Cloud no longer has.")).at(Field::Request);
    }
    if let Some(hit) = facts.hit(Signature::LoginFailed) {
        let why = prose!("These are the words of the old login by session.");
        score.reason(weight::HINT, why).at(hit);
    }
}
