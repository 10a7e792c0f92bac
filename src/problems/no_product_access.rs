use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::{Content, Endpoint};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The account exists and the credential is right, and yet the account may not use this product on this site. Somebody has to give it access.
    ///
    /// ## Why it happens
    /// The account has no licence for the product, was never invited to this site, or is in a group without application access. An account for an integration is often made without any.
    ///
    /// ## How to fix it
    /// 1. Sign in to the site in a browser as this account. If Jira does not open there, it will not for a program.
    /// 2. Ask an administrator to give the account access to the product, at `https://admin.atlassian.com`; on a server, to put it into a group with application access.
    /// 3. Or make the token in an account that already has access.
    ///
    /// ## References
    /// - [Application access](https://confluence.atlassian.com/x/3YxjL)
    /// - [Permissions overview](https://confluence.atlassian.com/x/FQiiLQ)
    id: "no-product-access",
    title: "The account has no access to the product",
    group: SignOnAndAccount,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","response":{"status":403,"headers":{"x-aaccountid":"712020:1"},"body":"{\"errorMessages\":[\"Current user not permitted to use Jira\"]}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"accountId\":\"712020:1\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let said = facts.any_hit(&[Signature::NoJiraAccess, Signature::AuthorisationFailed]);
    if let Some(hit) = said {
        let why = "The answer says that this account may not use Jira.";
        suspicion.because_hit(weight::PROOF, hit, why);
        return;
    }
    // facts.md 4.3: Confluence says the same to a credential that failed.
    if let Some(hit) = facts.hit(Signature::NoConfluenceAccess) {
        let taken = facts.credential_was_taken();
        let weight = if taken {
            weight::PROOF
        } else {
            weight::HINT + weight::FITS
        };
        let why =
            "The answer says that the caller may not use Confluence. It says so to a stranger too.";
        suspicion.because_hit(weight, hit, why);
        if taken {
            suspicion.message("The account may not use Confluence on this site.");
        }
        return;
    }
    // facts.md 6 and 4.7: `active` of an account that somebody switched off.
    let inactive = facts.account_exchange().filter(|x| matches!(x.body.content, Content::Account { active: Some(false), .. }));
    if let Some(exchange) = inactive {
        suspicion.because_answered(weight::PROOF, exchange, "Jira knows the account and says that it is not active.");
        suspicion.message("The account is switched off. An administrator can switch it on again.");
        return;
    }
    if let Some(sign) = facts.has_no_access() {
        suspicion.because_sign(weight::PROOF, &sign);
        suspicion.message("The account holds no permission at all: it has no access to Jira on this site.");
        return;
    }
    // facts.md 11 #5: after the stranger, who holds nothing either.
    if let Some(sign) = facts.holds_nothing() {
        suspicion.because_sign(weight::STRONG + 2, &sign);
        suspicion.message("The account may have no access to this product on this site.");
        return;
    }
    // facts.md 4.1: `myself` is open to everyone who is signed in and has access.
    let myself = facts.asked() == Endpoint::Myself;
    if let Some(sign) = facts.forbidden().filter(|_| facts.is_cloud()) {
        if myself && facts.credential_was_taken() {
            suspicion.because_sign(weight::STRONG, &sign);
        } else if facts.secret_may_be_good() {
            // After the permissions, which are missing more often.
            suspicion.because_sign(weight::FITS - 2, &sign);
        }
        suspicion.message("The account may have no access to this product on this site.");
    }
}
