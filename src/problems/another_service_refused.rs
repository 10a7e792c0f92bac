use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "another-service-refused",
    title: "Another service refused, not Jira",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Look at the address that was called: its owner's documentation says which credentials it takes.",
        ),
        always("Put that service's own token into the program. Jira's token does not count there."),
        always(
            "If the product's own server refused, sign in to the product again or ask its support.",
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
            "The answer does not come from Jira. Whatever is wrong with it, the Jira credentials were not looked at.",
        ],
        causes: &[
            "A product calls several services in one go: its own server, GitHub, a build service, a mail server, an app vendor's host. One of them refuses, and the message looks as if Jira had.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"POST","url":"https://circleci.com/api/v1.1/project"},"response":{"status":401,"body":"{\"message\":\"You must log in first.\"}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"7:1\",\"accountType\":\"atlassian\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(exchange) = facts.refused_elsewhere() {
        score.message(prose!(
            "The failing call went to a host that is not this Jira, so its answer says nothing of the Jira credentials."
        ));
        let why = prose!("Another host was called than the site.");
        score.reason(weight::PROOF, why).at(exchange);
    } else if let Some(hit) = facts.hit(Signature::AppHostFailed) {
        score.message(prose!(
            "The app's own server failed, so its answer says nothing of the Jira credentials."
        ));
        let why = prose!("Atlassian says that the server of the app gave this answer.");
        score.reason(weight::PROOF, why).at(hit);
    } else if is_said_elsewhere(facts) {
        score.message(prose!(
            "These are the words of another service, so they say nothing of the Jira credentials."
        ));
        let why = prose!("Another service than Jira is known to say so.");
        score.reason(weight::STRONG, why).at(Field::Paste);
    }
}

/// Whether another service failed in its own words.
fn is_said_elsewhere(facts: &Facts) -> bool {
    facts.another_product || facts.is_of_another_product() && matches!(facts.status(), Some(400..))
}
