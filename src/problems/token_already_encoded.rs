use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// The finished header, or its base64 value, stands in the token field. The program encodes what you type, so it is encoded twice.
    ///
    /// ## Why it happens
    /// Guides show how to make the header by hand with `base64`, and forms ask for the token alone.
    ///
    /// ## How to fix it
    /// 1. Put only the token itself into the token field, and the e-mail into its own.
    /// 2. Keep the encoded value for the places that ask for a whole `Authorization` header.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "token-already-encoded",
    title: "The token is already encoded",
    group: Token,
    severity: Error,
    prior: 5,
    wrong: r#"{"email":"jane@acme.example","token":"{{b64:jane@acme.example:{{api-token}}}}"}"#,
    right: r#"{"email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(token) = facts.token.as_ref().filter(|token| token.kind == TokenKind::Encoded) else {
        return;
    };
    let reason = match token.pair {
        Some(_) => "This carries the e-mail and the token in one. Only the token belongs here.",
        None => "This is the token in base64. The token itself belongs here.",
    };
    suspicion.because_of(weight::PROOF, Field::Token, reason);
    if let Some((user, secret)) = &token.pair {
        suspicion.fix(
            Fix::new("Take e-mail and token apart")
                .set_hidden(Field::Email, user.as_str())
                .set(Field::Token, secret.clone()),
        );
    }
}
