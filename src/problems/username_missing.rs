use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::account::AccountKind;
use crate::read::header::HeaderFlawKind;
use crate::read::site::SiteKind;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// An API token alone does not say whose it is. Jira Cloud wants it together with the e-mail address of its account, joined as `email:token`. Without the e-mail the call is treated as if nobody had signed in.
    ///
    /// ## Why it happens
    /// The field was left blank, or the product has one field for the token alone, which wants both, or a setting for the user is not set where the program runs.
    ///
    /// ## How to fix it
    /// 1. Put the e-mail address of the account that made the token into the field.
    /// 2. If there is one field only, look whether the product wants `email:token` there.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "username-missing",
    title: "The user name is missing",
    group: UserName,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"","token":"{{api-token}}"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    if let Some(header) = &facts.authorization {
        // facts.md 4.1 and 8: without a user before the colon the call is served as anonymous.
        let flaw = header
            .flaws
            .iter()
            .find(|flaw| flaw.kind == HeaderFlawKind::UserMissing);
        if let Some(flaw) = flaw {
            let why = "Nothing stands before the colon in the header, where the user belongs.";
            suspicion.because_at(weight::PROOF, facts.authorization_field, flaw.span, why);
        }
        return;
    }
    let (Some(account), Some(token)) = (&facts.account, &facts.token) else {
        return;
    };
    if account.kind != AccountKind::Empty || facts.needs_no_user() {
        return;
    }
    // facts.md 3 and 8: an API token needs its e-mail on the site and on the gateway.
    let api_token = token.kind == TokenKind::ApiToken && facts.site.is_none();
    let blank_form = token.kind == TokenKind::Empty && facts.site_kind() == Some(SiteKind::Empty);
    if facts.is_cloud() || api_token || blank_form {
        suspicion.because_of(
            weight::PROOF,
            Field::Email,
            "The e-mail is blank. Jira Cloud takes an API token only together with its account's e-mail address.",
        );
    // A server takes a personal access token alone, and this may be an unusual one.
    } else if facts.is_server() && token.kind == TokenKind::Password {
        suspicion.because_of(
            weight::STRONG,
            Field::Email,
            "The user name is blank, and a password needs one.",
        );
    }
}

/// An API token is all that was named, and something was answered: perhaps it went alone. facts.md 11 #10: then the answer
/// lacks the header that a pair gets.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let alone = facts.account.is_none() && facts.authorization.is_none();
    let api_token = facts.secret_kind() == Some(TokenKind::ApiToken);
    if !(alone && api_token && facts.is_cloud()) || facts.credential_was_taken() {
        return;
    }
    let refused = facts.refusal().or_else(|| facts.nothing_seen()).or_else(|| facts.forbidden());
    // What a program printed may say nothing that is known.
    let unread = facts.evidence.paste.is_some() && !facts.has_answer();
    if refused.is_some() || unread {
        let why = "No e-mail is named anywhere, and an API token does not work alone.";
        suspicion.because_of(weight::FITS, Field::Email, why);
    }
    if let Some(sign) = facts.nothing_reached_jira() {
        suspicion.because_sign(weight::HINT, &sign);
    }
}
