use crate::advice::{always, on_cloud, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::site::SiteKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "client-drops-context-path",
    title: "The program drops part of the address",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Look for a setting of the program's own for the path (“context path”, “base path”, “API path”).",
        ),
        always(
            "Update the program; where it is your own, append to the address instead of resolving against it.",
        ),
        always(
            "Otherwise report it to who makes the program, with the address typed and the address called.",
        ),
    ],
    links: &[
        on_server(Link::new(
            "Jira Data Center: Basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address is right, but the program didn't call it: it kept the host and dropped the path after it.",
        ],
        causes: &[
            "Some programs put `/rest/api` directly after the host. That works where Jira runs at the root, and fails where it runs under a path such as `/jira`, or at the gateway, where the path says which site is meant.",
        ],
        wrong: r#"{"site":"https://jira.acme.example/jira","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":404}}"#,
        right: r#"{"site":"https://jira.acme.example/jira","request":{"method":"GET","url":"https://jira.acme.example/jira/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let path = facts.context_path();
    let Some(typed) = facts.typed().filter(|_| !path.is_empty()) else {
        return;
    };
    // The gateway has a path for each product.
    let is_whole =
        |path: &str| facts.site_kind() == Some(SiteKind::Gateway) && path.starts_with("/ex/");
    // jira-facts.md 7: a server's path, and the gateway's, are part of the address.
    let dropped = facts.calls().find(|(_, called)| {
        called.host.eq_ignore_ascii_case(typed.host)
            && !is_whole(called.path)
            && !called
                .path
                .trim_start_matches('/')
                .starts_with(path.trim_start_matches('/'))
    });
    if let Some((exchange, _)) = dropped {
        score
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The program called the same host without the path that the address has."),
            )
            .at(exchange);
    }
}
