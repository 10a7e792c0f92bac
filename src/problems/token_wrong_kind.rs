use crate::evidence::Product;
use crate::facts::Facts;
use crate::given::in_words;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;
use crate::read::site::SiteKind;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// The secret is a real one, made for something else: another product, another kind of account, or the other kind of Jira.
    ///
    /// ## Why it happens
    /// Atlassian has a dozen kinds of tokens with similar names. Jira Cloud takes API tokens of a person's account; Jira Data Center takes personal access tokens made in its own profile page. Neither takes the other's, nor Bitbucket's, nor an organisation's admin key.
    ///
    /// ## How to fix it
    /// 1. For Jira Cloud (atlassian.net), create a token on the API tokens page of your Atlassian account.
    /// 2. For Jira Data Center, create a personal access token in your profile on that server.
    /// 3. Revoke the other token if it has now been in a place where it does not belong.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    id: "token-wrong-kind",
    title: "A token of another kind",
    group: Token,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{dc-pat}}"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(secret) = facts.secret() else { return };
    let bitbucket = facts.evidence.answers.product == Some(Product::Bitbucket);
    // An API token made for Jira has none of the scopes that Bitbucket wants (facts.md 10, "Jentic").
    if let Some(sign) = facts.refusal().filter(|_| bitbucket && secret.kind == TokenKind::ApiToken) {
        suspicion.because_sign(weight::HINT * 2, &sign);
        suspicion.message("Bitbucket takes an API token that was made for Bitbucket, with its scopes, and no other.");
        return;
    }
    if weigh_product(facts, secret.kind, suspicion) {
        return;
    }
    if let Some(reason) = foreign(secret.kind).filter(|_| !bitbucket) {
        suspicion.because_of(weight::STRONG, facts.secret_field(), reason);
    } else if facts.is_cloud() {
        weigh_on_cloud(facts, secret.kind, suspicion);
    } else if facts.is_server() {
        weigh_on_server(facts, secret.kind, suspicion);
    }
}

/// The product's vendor says what it takes. Whether it did so is told.
fn weigh_product(facts: &Facts, kind: TokenKind, suspicion: &mut Suspicion) -> bool {
    let Some(profile) = facts.profile.filter(|profile| !profile.takes_token(kind)) else {
        return false;
    };
    let weight = match kind {
        TokenKind::ApiToken | TokenKind::DataCenterPat => weight::PROOF,
        // Told by what it is not, and on Cloud a problem of its own.
        TokenKind::Password if !facts.is_cloud() => weight::STRONG,
        // What is wrong with a service account's token is mostly that it has scopes.
        TokenKind::ServiceAccountToken if profile.token.scoped => weight::PROOF,
        _ => return false,
    };
    let taken: Vec<_> = profile.token.kinds.iter().map(|kind| in_words(*kind)).collect();
    let why = ["This is ", in_words(kind), ". ", &profile.name, " takes ", &taken.join(" or "), "."];
    suspicion.because_of(weight, facts.secret_field(), why.concat());
    true
}

/// Kinds that no Jira takes (facts.md 1.1).
fn foreign(kind: TokenKind) -> Option<&'static str> {
    Some(match kind {
        TokenKind::AdminKey => {
            "This is an organisation's admin key or a Bitbucket access token. Jira takes neither."
        }
        TokenKind::BitbucketAppPassword => {
            "This is a Bitbucket app password. Those were retired in June 2026, and Jira never took them."
        }
        TokenKind::BitbucketDataCenterToken => "This is a Bitbucket Data Center token.",
        TokenKind::Trello => "This has the shape of a Trello key or token.",
        TokenKind::Uuid => {
            "This has the shape of a Cloud id or an Opsgenie key. An API token is much longer."
        }
        _ => return None,
    })
}

/// facts.md 1.1, column "Works in Basic".
fn weigh_on_cloud(facts: &Facts, kind: TokenKind, suspicion: &mut Suspicion) {
    let at_gateway = facts.called_kind() == Some(SiteKind::Gateway);
    let reason = match kind {
        TokenKind::DataCenterPat => {
            "This is a personal access token of a Data Center server, and the address is Jira Cloud's."
        }
        TokenKind::Jwt if !at_gateway => {
            "This is an OAuth or session token. It works at the gateway with Bearer, or not at all; it is no API token."
        }
        _ => return,
    };
    suspicion.because_of(weight::PROOF, facts.secret_field(), reason);
    // facts.md 4.2: one that is not taken gets 401. A 403 comes after it was, so the call went by the gateway after all.
    let read = facts.forbidden().is_some() || facts.hit(Signature::AppNotInstalled).is_some();
    if kind == TokenKind::Jwt && read {
        suspicion.unless(weight::PROOF - weight::HINT);
    }
}

fn weigh_on_server(facts: &Facts, kind: TokenKind, suspicion: &mut Suspicion) {
    if !matches!(kind, TokenKind::ApiToken | TokenKind::ServiceAccountToken) {
        return;
    }
    suspicion.because_of(
        weight::STRONG,
        facts.secret_field(),
        "This is an API token of Jira Cloud. A server of your own takes its own personal access tokens.",
    );
    if facts.deployment.is_none() {
        // The address may as well be a custom domain of a Cloud site.
        suspicion.severity(Severity::Warning);
    }
}
