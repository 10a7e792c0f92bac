use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::account::{Account, AccountFlawKind, AccountKind};
use crate::read::header::HeaderFlawKind;
use crate::read::key;
use crate::read::site::SiteKind;
use crate::grammar::placeholder;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// A field holds the name of a value instead of the value: a variable such as `$JIRA_TOKEN`, or a manual's `<your-email>`. Jira gets that text as it stands, and knows no such account or site.
    ///
    /// ## Why it happens
    /// A variable stays as it is where nothing replaces it: in single quotes, in a settings file that knows none, in another shell's notation, or in a field of a web form.
    ///
    /// `[email protected]` is what some web pages show in place of an address.
    ///
    /// ## How to fix it
    /// 1. Put the value itself into the field.
    /// 2. For a variable, check that it is set where the program runs, and that its notation fits: `$NAME` in a shell, `%NAME%` in cmd, `$env:NAME` in PowerShell.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "placeholder-unexpanded",
    title: "A placeholder stands where a value belongs",
    group: UserName,
    severity: Error,
    prior: 10,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"$JIRA_TOKEN"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 8: a placeholder left in is to be replaced. It reads like nothing else.
    let mut found = |field, why: &'static str| {
        suspicion.because_of(weight::PROOF, field, why);
    };
    if facts.site_kind() == Some(SiteKind::Placeholder) && !facts.site_is_nothing() {
        let why = "The site's field holds a placeholder, not an address.";
        found(Field::Site, why);
    }
    let typed_token = facts.evidence.text(Field::Token).unwrap_or_default();
    match facts.token.as_ref().map(|token| token.kind) {
        // A printed `undefined` is a missing token, which is a problem of its own.
        Some(TokenKind::Placeholder) if !placeholder::is_nothing(typed_token) => {
            let why = "The token's field holds a placeholder, not a token.";
            found(Field::Token, why);
        }
        Some(TokenKind::Masked) => {
            let why = "The token's field holds the stars or dots of a hidden token, not the token itself.";
            found(Field::Token, why);
        }
        Some(TokenKind::Variable) => {
            let why = "The token's field holds a variable that nothing replaced by its value.";
            found(Field::Token, why);
        }
        _ => {}
    }
    let mut header = facts.authorization.iter().flat_map(|header| &header.flaws);
    if header.any(|flaw| flaw.kind == HeaderFlawKind::Placeholder) {
        found(facts.authorization_field, "The header carries a placeholder.");
    }
    for field in [Field::Project, Field::Issue] {
        if facts.evidence.text(field).is_some_and(key::is_placeholder) {
            found(field, "The key's field holds a placeholder, not a key.");
        }
    }
    if let Some(account) = facts
        .account
        .as_ref()
        .filter(|account| is_placeholder(account))
    {
        weigh_account(account, suspicion);
    }
}

fn weigh_account(account: &Account, suspicion: &mut Suspicion) {
    if !may_be_real(account) {
        let why = "The e-mail's field holds a placeholder, not an address.";
        suspicion.because_of(weight::PROOF, Field::Email, why);
        return;
    }
    if suspicion.is_empty() {
        suspicion.severity(Severity::Warning);
    }
    let why = "This e-mail address reads like one from a manual.";
    suspicion.because_of(weight::HINT, Field::Email, why);
}

/// `user@…` may be somebody's address; `you@…`, `<your-email>` and `[email protected]` are nobody's.
fn may_be_real(account: &Account) -> bool {
    account.flaws.is_empty()
        && account.normal.split_once('@').is_some_and(|(local, _)| {
            !local.contains(['<', '{', '[', '$', '%']) && !local.contains("you")
        })
}

fn is_placeholder(account: &Account) -> bool {
    matches!(
        account.kind,
        AccountKind::Placeholder | AccountKind::Variable
    ) || account
        .flaws
        .iter()
        .any(|flaw| flaw.kind == AccountFlawKind::Obfuscated)
}
