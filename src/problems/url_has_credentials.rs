use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::net::UrlParts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-has-credentials",
    title: "The address includes a user name or password",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Settings),
    prior: 10,
    weigh,
    steps: &[
        always("Take away everything between `//` and `@`, with the `@`."),
        always("Put the e-mail and the token into their own fields."),
        always("If the address contained a token, revoke it and create a new one."),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
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
            "The part of a web address before the `@` is a user name, perhaps with a password or token. Addresses are kept in logs, histories and settings that others can read. Many programs also refuse such an address, or silently drop that part.",
        ],
        causes: &[
            "It is an old way to sign in from a command line or a `git` remote. It is also used to deceive: in `https://acme.atlassian.net@evil.example` the host is the part after the `@`.",
        ],
        wrong: r#"{"site":"https://jane:secret@acme.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_call(facts, score);
    let Some(site) = &facts.site else { return };
    let kind = ChangeKind::Credentials;
    let Some(change) = site.changes.iter().find(|change| change.kind == kind) else {
        return;
    };
    // jira-facts.md 7: strip and warn. The prior is high, since a secret may be on its way into logs.
    score
        .reason(weight::PROOF, change.why.clone())
        .at((Field::Site, change.span));
    if site.url.is_none() {
        score.severity(Severity::Error);
    }
    score.fix(Fix::of_site(facts));
}

/// A call that carries the credentials in its address: Cloud reads none there (jira-facts.md 7).
fn weigh_call(facts: &Facts, score: &mut Score) {
    const NAMES: [&str; 5] = [
        "os_username",
        "os_password",
        "password",
        "api_token",
        "access_token",
    ];
    let carries = |called: &UrlParts| {
        let mut names = called
            .query
            .split(['?', '&'])
            .map(|part| part.split('=').next());
        !called.user.is_empty() || names.any(|name| name.is_some_and(|name| NAMES.contains(&name)))
    };
    if let Some((exchange, _)) = facts.calls().find(|(_, called)| carries(called)) {
        let why = prose!(
            "The call carries credentials in its address. Jira Cloud does not read them there, and every log on the way keeps them."
        );
        score.reason(weight::PROOF, why).at(exchange);
    }
}
