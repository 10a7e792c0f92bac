use crate::evidence::Product;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// An account password stands where Jira Cloud wants an API token. Cloud takes no password from a program, not even the right one.
    ///
    /// ## Why it happens
    /// The form says “password”, or the guide is from before 2019, when passwords still worked.
    ///
    /// ## How to fix it
    /// 1. Open the API tokens page of your Atlassian account.
    /// 2. Choose “Create API token” (not “with scopes”, unless the product asks for scopes), give it a name and an expiry day.
    /// 3. Copy it at once, since it is shown only once, and put it where the password stands.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Deprecation notice: basic and cookie auth with passwords](https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-basic-auth-and-cookie-based-auth/)
    id: "token-is-password",
    title: "A password instead of an API token",
    group: Token,
    severity: Error,
    prior: 5,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{password}}"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    let is_password = facts
        .secret()
        .is_some_and(|secret| secret.kind == TokenKind::Password);
    if !is_password || facts.evidence.answers.product == Some(Product::Bitbucket) {
        return;
    }
    // facts.md 1.1: every secret of Atlassian's has a shape of its own; 4.2: Cloud refuses passwords.
    if facts.is_cloud() {
        suspicion.because_of(
            weight::STRONG,
            facts.secret_field(),
            "This has the shape of a password. Jira Cloud takes an API token here, and no password.",
        );
    } else if facts.deployment.is_none() && facts.site.is_none() {
        suspicion
            .because_of(
                weight::HINT,
                facts.secret_field(),
                "This has the shape of a password. If your Jira is at atlassian.net, it takes an API token instead.",
            )
            .severity(Severity::Info);
    }
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let kind = facts.secret_kind();
    let said = facts.any_hit(&[Signature::PasswordsDeprecated, Signature::BitbucketPassword]);
    if let Some(hit) = said {
        // facts.md 4.2: a token that matches nothing has got this answer too.
        let weight = match kind {
            None | Some(TokenKind::Password) => weight::PROOF,
            _ => weight::HINT,
        };
        let why = "The answer says that passwords no longer sign in. It wants an API token.";
        suspicion.because_hit(weight, hit, why);
    }
    // facts.md 11 #9. On Cloud a password fails whatever else is wrong.
    let refused = facts.refusal().or_else(|| facts.forbidden());
    if let Some(sign) = refused.filter(|_| kind == Some(TokenKind::Password) && facts.is_cloud()) {
        suspicion.because_sign(weight::HINT, &sign);
        suspicion.message("This has the shape of a password. Jira Cloud takes an API token here, and no password.");
    }
}
