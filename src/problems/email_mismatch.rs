use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::input::{Note, Placed};
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::account::{Account, AccountFlawKind, AccountKind};
use crate::read::change::ChangeKind;
use crate::read::sentences::Rule;
use crate::steps;

pub(super) static PROBLEM: Problem = Problem {
    id: "email-mismatch",
    title: "This isn't the account's e-mail address",
    group: Group::UserName,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open `https://id.atlassian.com`, signed in to the account that made the token, and compare the address there letter by letter.",
        ),
        always("Put that address into the field, and nothing around it."),
        always(
            "If it is not the account that the integration should use, make a token in the right one.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
    ],
    rules: &[Rule::new(22, "EMAIL & INVALID|NOT_THERE")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "A token works only with the e-mail address of the account that made it, letter for letter; upper and lower case do not matter. With any other address, Jira refuses it as if it were wrong.",
        ],
        causes: &[
            "The address was mistyped, or something was copied along with it: spaces, a name, `mailto:`. Or the token was created in another account, such as a colleague's or a private one.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@gmial.com","token":"{{api-token}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@gmail.com","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_difference(facts, score);
    let Some(account) = facts.user() else {
        return;
    };
    match account.kind {
        AccountKind::Email | AccountKind::Malformed => {}
        // On Cloud a user name is a problem of its own.
        AccountKind::UserName if !facts.is_cloud() => {}
        _ => return,
    }
    score.severity(Severity::Warning);
    if let Some(change) = telling_change(&account) {
        // A program sends it as it was typed, and then it is not the account's.
        score
            .reason(weight::STRONG, change.why.clone())
            .at(account.part(change.span));
    }
    weigh_flaws(&account, score);
    score.fix(correction(&account));
    weigh_answer(facts, score);
    weigh_named(facts, score);
}

/// The header names another user than the field does: one of them is not the token's owner.
fn weigh_difference(facts: &Facts, score: &mut Score) {
    let (Some(typed), Some(sent)) = (&facts.account, facts.sent_user()) else {
        return;
    };
    let are_names = [typed, &sent]
        .iter()
        .all(|one| matches!(one.kind, AccountKind::Email | AccountKind::UserName));
    if are_names && !sent.normal.eq_ignore_ascii_case(&typed.normal) && sent.is_typed() {
        let why = prose!("The header names another account than the field does.");
        score.reason(weight::STRONG, why).at(sent.place());
    }
}

/// jira-facts.md 11 #2: Jira took the credential and names another address, as it does for an alias. Nothing fails by it.
fn weigh_named(facts: &Facts, score: &mut Score) {
    let found = steps::account(facts).filter(|found| found.as_typed == Some(false));
    let Some(told) = found.and_then(|found| found.email.or(Some(found.id))) else {
        return;
    };
    let why = prose!(
        "Jira names the account {account}, not the one that you typed.",
        account = told
    );
    // It stands beside a sign-in that settles the other doubts about the name.
    score
        .reason(weight::PROOF + weight::PROOF, why.clone())
        .at(Field::Email)
        .message(why);
}

/// jira-facts.md 11 #7: after a revoked and an expired token. What worked before worked with this address.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let Some(sign) = facts
        .refusal()
        .filter(|_| facts.is_cloud() && facts.secret_may_be_good())
    else {
        return;
    };
    let first = score.is_empty();
    score.severity(Severity::Error);
    if facts.evidence.answers.worked_before == Some(true) {
        score.against(weight::FITS);
    }
    // Between the expired token and the one with scopes.
    score.reason(weight::HINT - 2, sign.text).at(sign.place);
    if first {
        score.message(prose!(
            "The token may belong to another account than this e-mail. Jira refuses it then."
        ));
    }
}

fn weigh_flaws(account: &Placed<Account>, score: &mut Score) {
    const NO_ADDRESS: Prose = prose!("This contains an @ but isn't a valid e-mail address.");
    let mut flaws = account.flaws.iter();
    // What a page shows in place of an address is a placeholder, which is a problem of its own.
    let Some(flaw) = flaws.find(|flaw| flaw.kind != AccountFlawKind::Obfuscated) else {
        if account.kind == AccountKind::Malformed && account.flaws.is_empty() {
            score
                .severity(Severity::Error)
                .reason(weight::PROOF, NO_ADDRESS)
                .at(account.place());
        }
        return;
    };
    // Such a domain may exist all the same.
    let weight = if flaw.kind == AccountFlawKind::DomainTypo {
        weight::STRONG
    } else {
        score.severity(Severity::Error);
        weight::PROOF
    };
    score
        .reason(weight, flaw.why.clone())
        .at(account.part(flaw.span));
}

/// jira-facts.md 4.1: upper and lower case do not matter.
fn telling_change(account: &Account) -> Option<&Note<ChangeKind>> {
    let mut changes = account.changes.iter();
    changes.find(|change| change.kind != ChangeKind::Case)
}

fn correction(account: &Account) -> Option<Fix> {
    match &account.suggestion {
        Some(email) if account.kind == AccountKind::Email => {
            Some(Fix::new(prose!("Use {value}", value = email)).set(Field::Email, email.as_str()))
        }
        // What is no address may be a secret, and so is not shown.
        Some(text) => Some(Fix::new(prose!("Correct it")).set_hidden(Field::Email, text.as_str())),
        None if account.kind == AccountKind::Malformed => None,
        None => telling_change(account).map(|_| {
            Fix::new(prose!("Remove what doesn't belong"))
                .set_hidden(Field::Email, account.normal.as_str())
        }),
    }
}
