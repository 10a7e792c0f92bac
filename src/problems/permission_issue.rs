use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The account may see the project, and not this one issue or page. Jira Cloud then answers as if it did not exist; a server says that the permission is missing.
    ///
    /// ## Why it happens
    /// The issue has a security level, which only some people are in; the page has a restriction; or, in a service project, a request is open only to those who take part in it.
    ///
    /// ## How to fix it
    /// 1. Open the issue in a browser as the account of the token.
    /// 2. Ask somebody who sees it to look at its security level, or at the page's restrictions, and to let the account in.
    /// 3. Try another issue of the same project. If none can be seen, the permission for the project is missing.
    ///
    /// ## References
    /// - [Issue-level security](https://confluence.atlassian.com/x/J4lKLg)
    /// - [Permissions overview](https://confluence.atlassian.com/x/FQiiLQ)
    id: "permission-issue",
    title: "This issue or page is hidden from the account",
    group: SignOnAndAccount,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","issue":"SEC-7","request":{"url":"https://jira.acme.example/rest/api/2/issue/SEC-7"},"response":{"status":403,"body":"{\"errorMessages\":[\"You do not have the permission to see the specified issue.\"],\"errors\":{}}"},"answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","issue":"SEC-7","request":{"url":"https://jira.acme.example/rest/api/2/issue/SEC-7"},"response":{"status":200,"headers":{"X-AUSERNAME":"jdoe"},"body":"{\"id\":\"1\",\"key\":\"SEC-7\"}"},"answers":{"deployment":"data-center"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    if let Some(hit) = facts.hit(Signature::IssueDenied) {
        let why = "The answer says that the account may not see this issue. The issue exists.";
        suspicion.because_hit(weight::PROOF, hit, why);
        return;
    }
    let one = matches!(facts.asked(), Endpoint::Issue | Endpoint::Confluence)
        || facts.evidence.issue.is_some() && facts.asked() != Endpoint::Project;
    if !one || facts.anonymous_answer().is_some() {
        return;
    }
    // facts.md 11 #30: after the project's own permission, and rarer.
    if let Some(sign) = facts.nothing_seen().or_else(|| facts.forbidden()) {
        suspicion.because_sign(weight::FITS, &sign);
        suspicion.message("The issue or page may be hidden from this account by a security level or a restriction.");
        if facts.credential_was_taken() {
            suspicion.because(
                weight::FITS,
                "Jira knows the account, so it is not taken for a stranger.",
            );
        }
    }
}
