use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// Jira read the credential and knows none like it. A token that was revoked, one of another account and one with a wrong letter all get this answer.
    ///
    /// ## Why it happens
    /// Somebody revoked the token, perhaps Atlassian, because it was found in a public place. Or the account is deactivated, or the token is only a minute old. On a server of your own, the password was changed or mistyped.
    ///
    /// ## How to fix it
    /// 1. Open the API tokens page, signed in as the account of the e-mail, and look whether the token is listed there.
    /// 2. Create a new token and put it in. On a server, try the password on its login page, or create a personal access token.
    /// 3. Test it with `/rest/api/3/myself`: other addresses answer strangers too.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Revoke user API tokens](https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/)
    id: "token-revoked-or-wrong",
    title: "Jira does not know this credential",
    group: Token,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":401,"body":"Client must be authenticated to access this resource."}}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"accountId\":\"712020:1\",\"emailAddress\":\"jane@acme.example\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let said = facts.any_hit(&[Signature::TokenRevoked, Signature::AccountInactive]);
    if let Some(hit) = said {
        let why = "The message says that the token or the account was switched off.";
        suspicion.because_hit(weight::PROOF, hit, why);
    }
    // facts.md 4.3 and 11 #22: after the missing access.
    if let Some(hit) = facts.hit(Signature::NoConfluenceAccess).filter(|_| !facts.credential_was_taken()) {
        let why = "Confluence says the same where the credential was not taken.";
        suspicion.because_hit(weight::HINT, hit, why).message(message(facts));
    }
    let Some(sign) = facts.refusal() else { return };
    // facts.md 11 #7 and #17: first of the causes that nothing on the wire tells apart.
    suspicion.because_sign(weight::HINT + weight::FITS, &sign);
    suspicion.message(message(facts));
    // A secret that could not be taken in any case, or a call without its user, explains the refusal by itself.
    if facts.is_cloud() && !facts.secret_may_be_good() {
        suspicion.unless(weight::HINT);
    }
    if facts.user_is_unknown() && facts.anonymous_answer().is_some() {
        suspicion.unless(weight::FITS);
    }
}

fn message(facts: &Facts) -> &'static str {
    match facts.secret_kind() {
        Some(TokenKind::DataCenterPat) => {
            "Jira did not take this personal access token. It may be revoked, or not the whole of it."
        }
        Some(TokenKind::Password) if !facts.is_cloud() => {
            "The server did not take this user name and password."
        }
        _ => "Jira did not take this credential. It may be revoked, or another one than you think.",
    }
}
