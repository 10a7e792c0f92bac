use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::account::{Account, AccountFlawKind, AccountKind};
use crate::read::change::{Change, ChangeKind};

problem! {
    /// ## What it means
    /// A token works only with the e-mail address of the account that made it, letter for letter; upper and lower case do not matter. With any other address, Jira refuses it as if it were wrong.
    ///
    /// ## Why it happens
    /// The address was mistyped, or something came along when it was copied: blanks, a name, `mailto:`. Or the token was made in another account, such as a colleague's or a private one.
    ///
    /// ## How to fix it
    /// 1. Open `https://id.atlassian.com`, signed in to the account that made the token, and compare the address there letter by letter.
    /// 2. Put that address into the field, and nothing around it.
    /// 3. If it is not the account that the integration should use, make a token in the right one.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "email-mismatch",
    title: "This is not the account's e-mail address",
    group: UserName,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@gmial.com","token":"{{api-token}}"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@gmail.com","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(account) = &facts.account else {
        return;
    };
    let is_readable = match account.kind {
        AccountKind::Email | AccountKind::Malformed => true,
        // On Cloud a user name is a problem of its own.
        AccountKind::UserName => facts.deployment != Some(Deployment::Cloud),
        _ => false,
    };
    if !is_readable {
        return;
    }
    let mut severity = Severity::Warning;
    if let Some(flaw) = account
        .flaws
        .iter()
        .find(|flaw| flaw.kind != AccountFlawKind::Obfuscated)
    {
        let (weight, why) = match flaw.kind {
            AccountFlawKind::DomainTypo => (
                weight::STRONG,
                "The part behind the @ is one letter off a well-known one.",
            ),
            // RFC 7617 section 2 (facts.md 8).
            AccountFlawKind::Colon => (
                weight::PROOF,
                "A colon stands in the user name, and Jira would take what follows for the password.",
            ),
            AccountFlawKind::Control => (
                weight::PROOF,
                "A control character stands in the user name, and no header may carry one.",
            ),
            AccountFlawKind::Form | AccountFlawKind::Obfuscated => {
                (weight::PROOF, "This has an @ and is no e-mail address.")
            }
        };
        if weight == weight::PROOF {
            severity = Severity::Error;
        }
        suspicion.because_at(weight, Field::Email, flaw.span, why);
    } else if account.kind == AccountKind::Malformed {
        severity = Severity::Error;
        suspicion.because_of(
            weight::PROOF,
            Field::Email,
            "This has an @ and is no e-mail address.",
        );
    }
    if let Some(change) = telling_change(account) {
        let weight = if change.kind == ChangeKind::DoubledDomain {
            severity = Severity::Error;
            weight::PROOF
        } else {
            // A program sends it as it was typed, and then it is not the account's.
            weight::STRONG
        };
        suspicion.because_changed(weight, Field::Email, change);
    }
    suspicion.severity(severity).fix(correction(account));
}

/// facts.md 4.1: upper and lower case do not matter.
fn telling_change(account: &Account) -> Option<&Change> {
    let mut changes = account
        .changes
        .iter()
        .filter(|change| change.kind != ChangeKind::Case);
    let first = changes.clone().next();
    changes
        .find(|change| change.kind == ChangeKind::DoubledDomain)
        .or(first)
}

fn correction(account: &Account) -> Option<Fix> {
    let suggestion = account
        .flaws
        .iter()
        .find_map(|flaw| flaw.suggestion.as_ref());
    match suggestion {
        Some(email) if account.kind == AccountKind::Email => {
            Some(Fix::new(["Use ", email].concat()).set(Field::Email, email.as_str()))
        }
        // What is no address may be a secret, and so is not shown.
        Some(text) => Some(Fix::new("Put it right").set_hidden(Field::Email, text.as_str())),
        None if account.kind == AccountKind::Malformed => None,
        None => telling_change(account).map(|_| {
            Fix::new("Take away what does not belong")
                .set_hidden(Field::Email, account.normal.as_str())
        }),
    }
}
