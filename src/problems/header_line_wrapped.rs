use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::authorization::HeaderFlawKind;

problem! {
    /// ## What it means
    /// The encoded value is broken into several lines. A header is one line, so the server gets a part of it or refuses the whole request.
    ///
    /// ## Why it happens
    /// On Linux `base64` starts a new line after 76 characters, and an e-mail with a token of today gives four or five lines. The short examples of the guides do not show it.
    ///
    /// ## How to fix it
    /// 1. Encode with `base64 -w0`, or join the lines without a blank between them.
    /// 2. Or copy the header that this page builds.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "header-line-wrapped",
    title: "The header is broken into lines",
    group: AuthorizationHeader,
    severity: Error,
    prior: 10,
    wrong: r#"{"authorization":"Basic {{b64-wrapped:jane@acme.example:{{api-token}}}}"}"#,
    right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(header) = &facts.authorization else { return };
    let wrapped = header.flaws.iter().find(|flaw| flaw.kind == HeaderFlawKind::Wrapped);
    if let Some(flaw) = wrapped {
        suspicion.because_at(weight::PROOF, Field::Authorization, flaw.span, flaw.kind.message());
        if let Some(header) = facts.header_put_right() {
            suspicion.fix(Fix::new("Join the lines").set(Field::Authorization, header));
        }
    }
}
