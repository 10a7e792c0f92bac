use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::site::SiteKind;

problem! {
    /// ## What it means
    /// The address is right, and the program did not call it: it kept the host and dropped the path behind it.
    ///
    /// ## Why it happens
    /// Some programs put `/rest/api` directly behind the host. That is harmless where Jira runs at the root, and fails behind a path such as `/jira`, or at the gateway, where the path tells which site is meant.
    ///
    /// ## How to fix it
    /// 1. Look for a setting of the program's own for the path (“context path”, “base path”, “API path”).
    /// 2. Update the program; where it is your own, append to the address instead of resolving against it.
    /// 3. Otherwise report it to who makes the program, with the address typed and the address called.
    ///
    /// ## References
    /// - [Jira Data Center: Basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "client-drops-context-path",
    title: "The program leaves out a part of the address",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example/jira","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":404}}"#,
    right: r#"{"site":"https://jira.acme.example/jira","request":{"method":"GET","url":"https://jira.acme.example/jira/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let path = facts.context_path();
    let Some(typed) = facts.typed().filter(|_| !path.is_empty()) else {
        return;
    };
    // The gateway has a path for each product.
    let is_whole = |path: &str| facts.site_kind() == Some(SiteKind::Gateway) && path.starts_with("/ex/");
    // facts.md 7: a server's path, and the gateway's, are part of the address.
    let dropped = facts.calls().find(|(_, called)| {
        called.host.eq_ignore_ascii_case(typed.host)
            && !is_whole(called.path)
            && !called.path.trim_start_matches('/').starts_with(path.trim_start_matches('/'))
    });
    if let Some((exchange, _)) = dropped {
        suspicion.because_answered(
            weight::PROOF + weight::HINT,
            exchange,
            "The program called the same host without the path that the address has.",
        );
    }
}
