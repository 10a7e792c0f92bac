use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Content;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Jira could not use the credential, dropped it, and answered as it answers a stranger: with 200 and an empty list, or with 404 for something that exists. So the answer says nothing about the project or the issue.
    ///
    /// ## Why it happens
    /// Jira Cloud refuses a wrong or expired token only where nobody may go without signing in. Elsewhere it shows what the public may see, mostly nothing. Its header `X-Seraph-LoginReason: AUTHENTICATED_FAILED` tells, and programs rarely look at it.
    ///
    /// ## How to fix it
    /// 1. Ask for `/rest/api/3/myself` with the same credential. If it answers 401, the credential is at fault.
    /// 2. Then check what can be wrong with it: its last day, the e-mail, whether it was made with scopes.
    /// 3. If `myself` names your account, look at the permissions and the key instead.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Allowing anonymous access to your project](https://confluence.atlassian.com/x/GDxxLg)
    id: "served-as-anonymous",
    title: "Jira took the caller for a stranger",
    group: SignOnAndAccount,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1","request":{"url":"https://acme.atlassian.net/rest/api/3/issue/WEB-1"},"response":{"status":404,"headers":{"X-Seraph-LoginReason":"AUTHENTICATED_FAILED"},"body":"{\"errorMessages\":[\"Issue does not exist or you do not have permission to see it.\"],\"errors\":{}}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1","request":{"url":"https://acme.atlassian.net/rest/api/3/issue/WEB-1"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"id\":\"1\",\"key\":\"WEB-1\"}"}}"#,
}

const MAY_BE_STRANGER: &str = "Jira may have taken the caller for a stranger, who sees nothing here.";

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    if facts.credential_was_taken() {
        return;
    }
    let message = "Jira could not use the credential and answered as it answers a stranger.";
    // facts.md 4.1: the master rule, and the header that shows it on any status.
    if let Some(sign) = facts.anonymous_answer() {
        suspicion
            .because_sign(weight::PROOF, &sign)
            .message(message);
        return;
    }
    // facts.md 4.1 and 11 #5: `mypermissions` answers a stranger, who holds nothing.
    if let Some(sign) = facts.holds_nothing() {
        suspicion.because_sign(weight::STRONG + weight::FITS, &sign).message(MAY_BE_STRANGER);
        return;
    }
    // facts.md 11 #4, #30, #31: one of three causes. The gateway has no strangers (4.1 and 11 #35).
    let Some(sign) = facts.nothing_seen().filter(|_| !facts.is_at_gateway()) else {
        return;
    };
    // facts.md 4.1: "a frequent symptom of bad credentials", so it comes before what else looks the same.
    suspicion.because_sign(weight::HINT + 2, &sign);
    suspicion.message(MAY_BE_STRANGER);
    // facts.md 11 #16: whoever is known sees the settings of a public project, or gets a 403.
    if let Some(hit) = facts.hit(Signature::ProjectConfigDenied) {
        suspicion.because_hit(weight::FITS, hit, "This is what a stranger is told about a public project.");
    }
    // What a program prints after a refusal is its own empty list.
    if facts.refusal().is_some() && facts.exchange().is_some_and(|x| x.status.is_none()) {
        suspicion.unless(weight::HINT);
    }
    let empty = facts.exchange().is_some_and(|x| {
        matches!(
            x.body.content,
            Content::Issues(0) | Content::Projects(0) | Content::EmptyList
        )
    });
    if empty {
        suspicion.because(
            weight::FITS,
            "A list that is empty without an error is what strangers get.",
        );
    }
    if facts.user_is_unknown() {
        suspicion.because(weight::FITS, "No user stands beside the token.");
    }
    if facts.evidence.answers.worked_before == Some(true) {
        suspicion.because(
            weight::FITS,
            "It worked before, so the key is likely to be right.",
        );
    }
}
