use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::grammar::placeholder;
use crate::input::Placed;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::account::{Account, AccountFlawKind, AccountKind};
use crate::read::header::HeaderFlawKind;
use crate::read::key;
use crate::read::site::SiteKind;
use crate::read::token::{Token, TokenKind};
use crate::text::Signs;

pub(super) static PROBLEM: Problem = Problem {
    id: "placeholder-unexpanded",
    title: "A placeholder was left in a field",
    group: Group::UserName,
    severity: Severity::Error,
    stage: Some(Stage::Settings),
    prior: 10,
    weigh,
    steps: &[
        always("Put the value itself into the field."),
        always(
            "For a variable, check that it is set where the program runs, and that its notation fits: `$NAME` in a shell, `%NAME%` in cmd, `$env:NAME` in PowerShell.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A field holds the name of a value instead of the value: a variable such as `$JIRA_TOKEN`, or `<your-email>` from a manual. Jira receives that text as it is and finds no such account or site.",
        ],
        causes: &[
            "A variable stays as it is where nothing replaces it: in single quotes, in a settings file that knows none, in another shell's notation, or in a field of a web form.",
            "`[email protected]` is what some web pages show instead of an address.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"$JIRA_TOKEN"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 8: a placeholder left in is to be replaced. It reads like nothing else.
    if facts.site_kind() == Some(SiteKind::Placeholder) && !facts.site_is_nothing() {
        let why = prose!("The site's field holds a placeholder, not an address.");
        score.reason(weight::PROOF, why).at(Field::Site);
    }
    let sent = facts.sent_secret();
    for token in facts.token.iter().chain(&sent) {
        if let Some(why) = of_token(token) {
            let is_variable = token.kind == TokenKind::Variable;
            let weight = weight_at(facts, token.field, is_variable);
            score.reason(weight, why).at(token.place());
        }
    }
    let mut header = facts.authorization.iter().flat_map(|header| &header.flaws);
    if header.any(|flaw| flaw.kind == HeaderFlawKind::Placeholder) {
        let why = prose!("The header contains a placeholder.");
        score.reason(weight::PROOF, why).at(Field::Authorization);
    }
    for field in [Field::Project, Field::Issue] {
        if facts.evidence.text(field).is_some_and(key::is_placeholder) {
            let why = prose!("The key's field holds a placeholder, not a key.");
            score.reason(weight::PROOF, why).at(field);
        }
    }
    if let Some(account) = facts.user().filter(|account| is_placeholder(account)) {
        weigh_account(facts, &account, score);
    }
    if score.is_empty() && !facts.has_answer() {
        weigh_examples(facts, score);
    }
}

/// Names that manuals show and that may be somebody's: where nothing was answered yet, they are to be looked at.
fn weigh_examples(facts: &Facts, score: &mut Score) {
    // RFC 2606 keeps them for examples.
    const DOMAINS: [&str; 3] = ["example.com", "example.org", "example.net"];
    let site = facts
        .typed_site()
        .and_then(|site| site.forms.as_ref()?.subdomain.as_deref());
    if site == Some("example") {
        let why = prose!("The address reads like the example of a manual.");
        score
            .severity(Severity::Warning)
            .reason(weight::HINT, why)
            .at(Field::Site);
    }
    let domain = facts
        .typed_account()
        .and_then(|account| account.normal.split_once('@'));
    if domain.is_some_and(|(_, domain)| DOMAINS.contains(&domain)) {
        let why = prose!("This domain is kept for examples, and nobody has an address there.");
        score
            .severity(Severity::Warning)
            .reason(weight::HINT, why)
            .at(Field::Email);
    }
}

/// Why a secret is none.
fn of_token(token: &Placed<Token>) -> Option<Prose> {
    let is_sent = token.field != Field::Token;
    Some(match token.kind {
        // A printed `undefined` is a missing token, which is a problem of its own.
        TokenKind::Placeholder if !placeholder::is_nothing(token.clean.expose()) => {
            if is_sent {
                prose!("A placeholder was sent in the token's place.")
            } else {
                prose!("The token's field holds a placeholder, not a token.")
            }
        }
        TokenKind::Masked => prose!(
            "The token's field holds the stars or dots of a hidden token, not the token itself."
        ),
        TokenKind::Variable if is_sent => {
            prose!("The name of a variable was sent in the token's place: nothing replaced it.")
        }
        TokenKind::Variable => {
            prose!("The token's field holds a variable that nothing replaced by its value.")
        }
        _ => return None,
    })
}

/// What a placeholder at this place says. Before people show a call and what came of it, they put such words in the place of what
/// is nobody's business; a variable's name they leave.
fn weight_at(facts: &Facts, field: Field, is_variable: bool) -> i32 {
    if field == Field::Paste && !is_variable && facts.has_answer() {
        weight::FITS
    } else {
        weight::PROOF
    }
}

fn weigh_account(facts: &Facts, account: &Placed<Account>, score: &mut Score) {
    if !may_be_real(account) {
        let why = prose!("The e-mail's field holds a placeholder, not an address.");
        let is_variable = account.kind == AccountKind::Variable;
        let weight = weight_at(facts, account.field, is_variable);
        score.reason(weight, why).at(account.place());
        return;
    }
    if score.is_empty() {
        score.severity(Severity::Warning);
    }
    let why = prose!("This e-mail address reads like one from a manual.");
    score.reason(weight::HINT, why).at(account.place());
}

/// `user@…` may be somebody's address; `you@…`, `<your-email>` and `[email protected]` are nobody's.
fn may_be_real(account: &Account) -> bool {
    account.flaws.is_empty()
        && account
            .normal
            .split_once('@')
            .is_some_and(|(local, _)| !local.has_any("<{[$%") && !local.contains("you"))
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
