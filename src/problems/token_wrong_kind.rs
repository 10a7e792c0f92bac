use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Product;
use crate::facts::Facts;
use crate::given::in_words;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::known_texts::Signature;
use crate::read::site::SiteKind;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-wrong-kind",
    title: "This is the wrong kind of token",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        on_cloud(
            "For Jira Cloud (atlassian.net), create a token on the API tokens page of your Atlassian account.",
        ),
        on_server(
            "For Jira Data Center, create a personal access token in your profile on that server.",
        ),
        always("Revoke the other token if it has now been in a place where it does not belong."),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The secret is a real one, made for something else: another product, another kind of account, or the other kind of Jira.",
        ],
        causes: &[
            "Atlassian has a dozen kinds of tokens with similar names. Jira Cloud takes API tokens of a person's account; Jira Data Center takes personal access tokens made in its own profile page. Neither takes the other's, nor Bitbucket's, nor an organization's admin key.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{dc-pat}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::AppsOnly) {
        let why = prose!("Jira keeps this for apps. An API token is a person's.");
        score.reason(weight::STRONG, why).at(hit);
    }
    let Some(secret) = facts.secret() else { return };
    let bitbucket = facts.evidence.answers.product == Some(Product::Bitbucket);
    // An API token made for Jira has none of the scopes that Bitbucket wants (jira-facts.md 10, "Jentic").
    if let Some(sign) = facts
        .refusal()
        .filter(|_| bitbucket && secret.kind == TokenKind::ApiToken)
    {
        score.reason(weight::HINT * 2, sign.text).at(sign.place);
        score.message(prose!(
            "Bitbucket accepts only an API token that was created for Bitbucket, with its scopes."
        ));
        return;
    }
    if weigh_product(facts, secret.kind, score) || weigh_app(facts, score) {
        return;
    }
    if let Some(maker) = facts.maker() {
        let why = prose!(
            "This is a token of {maker}. Jira takes none of another maker's.",
            maker
        );
        score.reason(weight::PROOF, why).at(facts.secret_field());
    } else if let Some(reason) = foreign(secret.kind).filter(|_| !bitbucket) {
        score
            .reason(weight::STRONG, reason)
            .at(facts.secret_field());
    } else if facts.is_cloud() {
        weigh_on_cloud(facts, secret.kind, score);
    } else if facts.is_server() {
        weigh_on_server(facts, secret.kind, score);
    }
}

/// An app with an API at its vendor's host has keys of its own, whoever is signed in to Jira.
fn weigh_app(facts: &Facts, score: &mut Score) -> bool {
    let refused = facts
        .exchange()
        .filter(|x| matches!(x.status, Some(401 | 403)));
    let Some((exchange, app)) = refused.zip(facts.called_app()) else {
        return false;
    };
    let why = prose!(
        "{app} answered at its own host. It takes keys that are made in {app}, and neither Jira's tokens nor passwords.",
        app
    );
    score
        .reason(weight::STRONG + weight::HINT, why)
        .at(exchange);
    true
}

/// The product's vendor says what it takes. Whether it did so is told.
fn weigh_product(facts: &Facts, kind: TokenKind, score: &mut Score) -> bool {
    let Some(profile) = facts
        .profile
        .filter(|profile| crate::READS_ANSWERS && !profile.takes_token(kind))
    else {
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
    let kinds = profile.token.kinds.iter().map(|&kind| in_words(kind));
    let Some(taken) = kinds.reduce(|list, next| prose!("{list} or {next}", list, next)) else {
        return false;
    };
    let why = prose!(
        "This is {kind}. {product} takes {taken}.",
        kind = in_words(kind),
        product = &profile.name,
        taken
    );
    score.reason(weight, why).at(facts.secret_field());
    true
}

/// Kinds that no Jira takes (jira-facts.md 1.1).
fn foreign(kind: TokenKind) -> Option<Prose> {
    Some(match kind {
        TokenKind::AdminKey => {
            prose!(
                "This is an organization's admin key or a Bitbucket access token. Jira takes neither."
            )
        }
        TokenKind::BitbucketAppPassword => {
            prose!(
                "This is a Bitbucket app password. Those were retired in June 2026, and Jira never accepted them."
            )
        }
        TokenKind::BitbucketDataCenterToken => prose!("This is a Bitbucket Data Center token."),
        TokenKind::Trello => prose!("This has the shape of a Trello key or token."),
        TokenKind::Uuid => {
            prose!(
                "This has the shape of a Cloud id or an Opsgenie key. An API token is much longer."
            )
        }
        _ => return None,
    })
}

/// jira-facts.md 1.1, column "Works in Basic".
fn weigh_on_cloud(facts: &Facts, kind: TokenKind, score: &mut Score) {
    let at_gateway = facts.called_kind() == Some(SiteKind::Gateway);
    let reason = match kind {
        TokenKind::DataCenterPat => {
            prose!("This is a Data Center personal access token, but the address is Jira Cloud's.")
        }
        TokenKind::Jwt if !at_gateway => {
            prose!(
                "This is an OAuth or session token. It works at the gateway with Bearer, or not at all; it isn't an API token."
            )
        }
        _ => return,
    };
    score.reason(weight::PROOF, reason).at(facts.secret_field());
    // jira-facts.md 4.2: one that is not taken gets 401. A 403 comes after it was, so the call went by the gateway after all.
    let read = facts.forbidden().is_some() || facts.hit(Signature::AppNotInstalled).is_some();
    if kind == TokenKind::Jwt && read {
        score.against(weight::PROOF - weight::HINT);
    }
}

fn weigh_on_server(facts: &Facts, kind: TokenKind, score: &mut Score) {
    if !matches!(kind, TokenKind::ApiToken | TokenKind::ServiceAccountToken) {
        return;
    }
    score.reason(weight::STRONG, prose!("This is a Jira Cloud API token. Data Center accepts its own personal access tokens.")).at(facts.secret_field());
    if facts.deployment.is_none() {
        // The address may as well be a custom domain of a Cloud site.
        score.severity(Severity::Warning);
    }
}
