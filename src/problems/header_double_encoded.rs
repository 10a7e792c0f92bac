use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::header::HeaderFlawKind;

problem! {
    /// ## What it means
    /// What stands in the header was encoded twice, wholly or in its second half. Jira decodes it once and finds no user and no token it knows.
    ///
    /// ## Why it happens
    /// The value was encoded by hand and then typed into a program that encodes by itself.
    ///
    /// ## How to fix it
    /// 1. Type e-mail and token as they are wherever the program encodes them.
    /// 2. Where a whole header is wanted, encode once.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "header-double-encoded",
    title: "The header is encoded twice",
    group: AuthorizationHeader,
    severity: Error,
    prior: 10,
    wrong: r#"{"authorization":"Basic {{b64:{{b64:jane@acme.example:{{api-token}}}}}}"}"#,
    right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(header) = &facts.authorization else { return };
    let twice = header.flaws.iter().find(|flaw| {
        matches!(flaw.kind, HeaderFlawKind::DoubleEncoded | HeaderFlawKind::SecretEncoded)
    });
    if let Some(flaw) = twice {
        suspicion.because_at(weight::PROOF, facts.authorization_field, flaw.span, flaw.kind.message());
        if let Some(header) = facts.header_put_right() {
            suspicion.fix(Fix::new("Encode it once").set(Field::Authorization, header));
        }
    }
}
