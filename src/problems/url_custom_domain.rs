use crate::advice::{always, on_cloud};
use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Content;
use crate::read::site::SiteKind;
use crate::read::token::{Checksum, Token, TokenKind};

pub(super) static PROBLEM: Problem = Problem {
    id: "url-custom-domain",
    title: "A custom domain doesn't accept API tokens",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open Jira itself, not the help center, and look for the address that ends in `.atlassian.net`. A site administrator finds it at admin.atlassian.com.",
        ),
        always("Use that address for the integration; the custom domain can stay for people."),
        always(
            "If your organization runs Jira on its own server, this isn't the cause: say so when asked.",
        ),
    ],
    links: &[
        always(Link::new(
            "AX-649: REST API on custom domains",
            "https://jira.atlassian.com/browse/AX-649",
        )),
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A Cloud site can have a custom domain for people who open it in a browser. Its API doesn't accept tokens there: custom domains work with browser sessions only.",
        ],
        causes: &[
            "The custom domain is the address that people see and share, so it is the one that gets copied. It is meant for the help center, not for programs.",
        ],
        wrong: r#"{"site":"https://support.acme.example","answers":{"deployment":"cloud"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","answers":{"deployment":"cloud"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if facts.site_kind() != Some(SiteKind::SelfHosted) {
        return;
    }
    let why = prose!(
        "This host isn't Atlassian's, and Jira Cloud accepts tokens only at the site's .atlassian.net address."
    );
    // `serverInfo` says where it runs, whatever name it was asked by.
    let told = facts.exchanges.iter().find(|x| {
        let cloud = Some(Deployment::Cloud);
        matches!(&x.body.content, Content::ServerInfo { deployment, .. } if *deployment == cloud)
    });
    if told.is_some() {
        score.reason(weight::PROOF, prose!("Jira Cloud itself answers at this custom domain. It accepts tokens only at the site's .atlassian.net address.")).at(Field::Site);
        return;
    }
    match facts.evidence.answers.deployment {
        // jira-facts.md 7 [AX-649]: the REST API is not supported on custom domains.
        Some(Deployment::Cloud) => {
            score.reason(weight::PROOF, why).at(Field::Site);
        }
        // The token is one of Cloud's: the address is wrong, or the token is. Two hints, so that neither is left out.
        None if facts.secret().is_some_and(is_of_cloud) => {
            score
                .reason(weight::HINT, why)
                .at(Field::Site)
                .reason(
                    weight::HINT,
                    prose!("The token was made on Atlassian Cloud."),
                )
                .at(facts.secret_field());
        }
        _ => {}
    }
}

/// jira-facts.md 1.1 and 1.2: by its prefix, and whole by its checksum.
fn is_of_cloud(token: &Token) -> bool {
    token.kind == TokenKind::ApiToken && token.checksum == Checksum::Intact
}
