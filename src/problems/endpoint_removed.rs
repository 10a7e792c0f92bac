use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// It is not about your e-mail or token: the part of the API that the program asks for was taken away. It may have worked for years.
    ///
    /// ## Why it happens
    /// Atlassian removed the old search in 2025 in favour of `/rest/api/3/search/jql`, and years before that the login by session on Cloud. Programs that were not updated still ask for them.
    ///
    /// ## How to fix it
    /// 1. Update the program, or its Jira plug-in.
    /// 2. In a program of your own, call `/rest/api/3/search/jql` in place of `/rest/api/3/search`; it pages by `nextPageToken` and not by `startAt`.
    /// 3. In place of `/rest/auth/1/session`, send the e-mail and the API token with every call.
    /// 4. Leave the token as it is.
    ///
    /// ## References
    /// - [Changelog: CHANGE-2046, removal of the search endpoints](https://developer.atlassian.com/changelog/#CHANGE-2046)
    /// - [Deprecation notice: basic and cookie auth with passwords](https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-basic-auth-and-cookie-based-auth/)
    id: "endpoint-removed",
    title: "The program calls something that Jira no longer has",
    group: Object,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/search?jql=x"},"response":{"status":410,"body":"{\"errorMessages\":[\"The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046\"],\"errors\":{}}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/search/jql?jql=x"},"response":{"status":200,"body":"{\"issues\":[{\"key\":\"ABC-1\"}],\"isLast\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials are not the trouble: the program calls a part of Jira that was removed.");
    // facts.md 4.4 and 11 #47.
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::EndpointRemoved],
        "Jira says that this part of its API was removed.",
    );
    if let Some(gone) = facts.exchanges.iter().find(|x| x.status == Some(410)) {
        suspicion.because_answered(
            weight::PROOF,
            gone,
            "The status 410 means that this was there once and is gone for good.",
        );
    }
    if !facts.is_at_atlassian() || !suspicion.is_empty() {
        return;
    }
    let path = facts.asked_path();
    if facts.asked() == Endpoint::Session || path.contains("/rest/auth/1/session") {
        // facts.md 9, deprecation notice: cookie sessions left Cloud together with passwords.
        suspicion.because_of(
            weight::PROOF,
            Field::Request,
            "Jira Cloud no longer has this login by session; e-mail and token go with every call.",
        );
    } else if facts.asked() == Endpoint::OldSearch && facts.status() != Some(200) {
        // Before the search was removed it could be refused like any other call.
        let refused = matches!(facts.status(), Some(401 | 403));
        suspicion.because_of(
            if refused { weight::HINT } else { weight::STRONG },
            Field::Request,
            "Jira Cloud removed this search; its successor is /rest/api/3/search/jql.",
        );
    } else if path.starts_with("/admin/rest/") || path.contains("/rest/um/1/") {
        suspicion.because_of(
            weight::STRONG,
            Field::Request,
            "This path belonged to the user management of former years, which Cloud no longer has.",
        );
    }
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::LoginFailed],
        "These are the words of the old login by session.",
    );
}
