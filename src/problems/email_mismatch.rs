use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::account::{Account, AccountFlawKind, AccountKind};
use crate::read::change::{Change, ChangeKind};
use crate::steps;

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
    match account.kind {
        AccountKind::Email | AccountKind::Malformed => {}
        // On Cloud a user name is a problem of its own.
        AccountKind::UserName if !facts.is_cloud() => {}
        _ => return,
    }
    suspicion.severity(Severity::Warning);
    weigh_flaws(account, suspicion);
    if let Some(change) = telling_change(account) {
        // A program sends it as it was typed, and then it is not the account's.
        suspicion.because_changed(weight::STRONG, Field::Email, change);
    }
    suspicion.fix(correction(account));
    weigh_answer(facts, suspicion);
    weigh_named(facts, suspicion);
}

/// facts.md 11 #2: Jira took the credential and names another address, as it does for an alias. Nothing fails by it.
fn weigh_named(facts: &Facts, suspicion: &mut Suspicion) {
    let found = steps::account(facts).filter(|found| found.as_typed == Some(false));
    let Some(told) = found.and_then(|found| found.email.or(Some(found.id))) else {
        return;
    };
    let why = ["Jira names the account ", &told, ", and not the one that was typed."].concat();
    // It stands beside a sign-in that settles the other doubts about the name.
    suspicion.because_of(weight::PROOF + weight::PROOF, Field::Email, why.as_str()).message(why);
}

/// facts.md 11 #7: after a revoked and an expired token. What worked before worked with this address.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(sign) = facts.refusal().filter(|_| facts.is_cloud() && facts.secret_may_be_good()) else {
        return;
    };
    let first = suspicion.is_empty();
    suspicion.severity(Severity::Error);
    if facts.evidence.answers.worked_before == Some(true) {
        suspicion.unless(weight::FITS);
    }
    // Between the expired token and the one with scopes.
    suspicion.because_sign(weight::HINT - 2, &sign);
    if first {
        suspicion.message("The token may belong to another account than this e-mail. Jira refuses it then.");
    }
}

fn weigh_flaws(account: &Account, suspicion: &mut Suspicion) {
    const NO_ADDRESS: &str = "This has an @ and is no e-mail address.";
    let mut flaws = account.flaws.iter();
    // What a page shows in place of an address is a placeholder, which is a problem of its own.
    let Some(flaw) = flaws.find(|flaw| flaw.kind != AccountFlawKind::Obfuscated) else {
        if account.kind == AccountKind::Malformed && account.flaws.is_empty() {
            suspicion
                .severity(Severity::Error)
                .because_of(weight::PROOF, Field::Email, NO_ADDRESS);
        }
        return;
    };
    let why = match flaw.kind {
        // Such a domain may exist all the same.
        AccountFlawKind::DomainTypo => {
            let why = match &flaw.suggestion {
                Some(email) if account.kind == AccountKind::Email => [
                    "The part behind the @ looks mistyped. Perhaps ",
                    email,
                    " is meant.",
                ]
                .concat(),
                _ => "The part behind the @ looks mistyped.".to_owned(),
            };
            suspicion.because_at(weight::STRONG, Field::Email, flaw.span, why);
            return;
        }
        // RFC 7617 section 2 (facts.md 8).
        AccountFlawKind::Colon => {
            "A colon stands in the user name, and Jira would take what follows for the password."
        }
        AccountFlawKind::Control => {
            "A control character stands in the user name, and no header may carry one."
        }
        AccountFlawKind::Form | AccountFlawKind::Obfuscated => NO_ADDRESS,
    };
    suspicion
        .severity(Severity::Error)
        .because_at(weight::PROOF, Field::Email, flaw.span, why);
}

/// facts.md 4.1: upper and lower case do not matter.
fn telling_change(account: &Account) -> Option<&Change> {
    let mut changes = account.changes.iter();
    changes.find(|change| change.kind != ChangeKind::Case)
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
