use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The organisation does not let this account use API tokens. The token itself may be right, and no other token of the account will do better.
    ///
    /// ## Why it happens
    /// With Atlassian Guard, administrators decide who may use API tokens: they can block them for guests, or keep accounts of their own from making any. Then the button “Create API token” is missing, or a token that worked is refused.
    ///
    /// ## How to fix it
    /// 1. Ask an administrator of the organisation which policy holds for your account, and whether it can be lifted for this use.
    /// 2. Or ask for a service account: it has tokens of its own, which work at the gateway.
    /// 3. Or connect the product with OAuth, where it offers that.
    ///
    /// ## References
    /// - [Block user API token access](https://support.atlassian.com/security-and-access-policies/docs/set-api-token-access)
    /// - [Manage API tokens for service accounts](https://support.atlassian.com/user-management/docs/manage-api-tokens-for-service-accounts)
    id: "api-token-blocked-by-policy",
    title: "The organisation blocks API tokens",
    group: Token,
    severity: Error,
    prior: 5,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","paste":"403: API token access is blocked by your organization's policy. Contact your admin."}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.7: "we let them know an admin blocked the token".
    if let Some(hit) = facts.hit(Signature::TokenBlockedByPolicy) {
        let why = "The message says that an administrator blocked API tokens for this account.";
        suspicion.because_hit(weight::PROOF, hit, why);
    }
}
