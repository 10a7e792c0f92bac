use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::grammar::placeholder;
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// There is no token. Jira then treats the caller as a stranger: it refuses, or shows only what is public.
    ///
    /// ## Why it happens
    /// The field was left blank, a variable was not set where the program runs, or a form cleared the field when it was saved again.
    ///
    /// ## How to fix it
    /// 1. Create an API token on the API tokens page of your Atlassian account; on a server of your own, a personal access token in your profile.
    /// 2. Put it into the token field.
    /// 3. If a variable should have filled it, check that it is set for the program itself and not only in your own terminal.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    id: "token-missing",
    title: "There is no token",
    group: Token,
    severity: Error,
    prior: 5,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":""}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let header = facts.authorization.as_ref();
    let header_flaw = header.and_then(|header| {
        header.flaws.iter().find(|flaw| flaw.kind == HeaderFlawKind::SecretMissing)
    });
    if let Some(flaw) = header_flaw {
        suspicion.because_at(
            weight::PROOF,
            facts.authorization_field,
            flaw.span,
            "The header carries a user and no token behind the colon.",
        );
    }
    if let Some(hit) = facts.hit(Signature::TokenNotFound) {
        let why = "The message says that no secret was found under the name that was set.";
        suspicion.because_hit(weight::STRONG, hit, why);
    }
    let sends_a_secret = header.is_some_and(|header| header.secret.is_some()) && header_flaw.is_none();
    if sends_a_secret {
        return;
    }
    let is_empty = facts.token.as_ref().is_some_and(|token| token.kind == TokenKind::Empty);
    let typed = facts.evidence.text(Field::Token).unwrap_or_default();
    if is_empty {
        suspicion.because_of(weight::PROOF, Field::Token, "The token field is blank.");
    } else if let Some(hit) = facts.hit(Signature::Unconfigured).filter(|_| facts.token.is_none()) {
        let why = "The program says that a setting is missing, and no token is named.";
        suspicion.because_hit(weight::HINT, hit, why);
    } else if placeholder::is_nothing(typed) {
        suspicion.because_of(
            weight::PROOF,
            Field::Token,
            "A program printed here that it had no token.",
        );
    }
}
