use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "app-not-installed",
    title: "An app is missing from the site",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Ask an administrator of the site to look for the app under Apps, and to install or enable it.",
        ),
        always("Connect the account once more in the program, and grant all that it asks for."),
        always("Make sure that you picked the right site, if you have several."),
    ],
    links: &[
        on_cloud(Link::new(
            "OAuth 2.0 (3LO) apps",
            "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
        )),
        on_cloud(Link::new(
            "Scopes for OAuth 2.0 (3LO) and Forge apps",
            "https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/",
        )),
    ],
    rules: &[
        Rule::new(24, "APP & LICENSE & INVALID|EXPIRED|MISSING"),
        Rule::new(
            22,
            "APP & NOT_THERE|DISABLED|MISSING|INACTIVE & APP - TOKEN|CREDENTIAL|PASSWORD|PERMISSION",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The caller is an app, and the site does not have it installed. Your own e-mail and token play no part in this.",
        ],
        causes: &[
            "An administrator removed the app, or its license ended, or it was never installed on this site but on another. Atlassian says the same where an app was granted too few scopes.",
        ],
        wrong: r#"{"site":"https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555","response":{"status":403,"body":"{\"code\":403,\"message\":\"The app is not installed on this instance\"}"}}"#,
        right: r#"{"site":"https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555","response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "This says nothing against your token: the app is not installed on the site."
    ));
    // jira-facts.md 4.3 and 11 #25.
    if let Some(hit) = facts.hit(Signature::AppNotInstalled) {
        let why = prose!("Atlassian says that the app is not installed on this site.");
        score.reason(weight::PROOF, why).at(hit);
    }
    // A server without the app knows no such path (jira-facts.md 4.4).
    let missing = facts.exchange().filter(|x| {
        x.status == Some(404) && x.sent.endpoint == Endpoint::App && facts.may_be_server()
    });
    if let Some(exchange) = missing {
        let why =
            prose!("The path that was called belongs to an app, and the server doesn't have it.");
        score.reason(weight::HINT + weight::FITS, why).at(exchange);
    }
}
