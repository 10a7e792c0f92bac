use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::header::HeaderFlawKind;

problem! {
    /// ## What it means
    /// The header does not have the form that Jira reads: `Basic`, one blank, and the base64 of e-mail, colon and token; or `Bearer`, one blank, and the token. What it cannot read it ignores, and the caller is a stranger.
    ///
    /// ## Why it happens
    /// The header was put together by hand, or by a script that dropped, added or encoded a piece too much.
    ///
    /// ## How to fix it
    /// 1. Type site, e-mail and token into the fields of this page and copy the header that it builds.
    /// 2. In a script, let the program encode: `curl --user`, `auth=(…)` in Python requests.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "header-malformed",
    title: "The header is malformed",
    group: AuthorizationHeader,
    severity: Error,
    prior: 0,
    wrong: r#"{"authorization":"Basic {{api-token}}","email":"jane@acme.example"}"#,
    right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}","email":"jane@acme.example"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.1, 4.2 and 11 #18: a pair that can be read and fails gets 403 from Confluence.
    if let Some(sign) = facts.unreadable_to_confluence() {
        suspicion.because_sign(weight::STRONG + weight::HINT, &sign);
        suspicion.message("Confluence could not read the header: a part of it is empty, a second colon stands in it, or it is no base64.");
    }
    let Some(header) = &facts.authorization else { return };
    let faults = header.flaws.iter().filter(|flaw| is_of_form(flaw.kind));
    let mut harmless = true;
    for flaw in faults {
        harmless &= flaw.kind == HeaderFlawKind::NameIncluded;
        suspicion.because_at(weight::PROOF, facts.authorization_field, flaw.span, flaw.kind.message());
        if let Some(header) = facts.header_put_right() {
            suspicion.fix(Fix::new("Build the header again").set(Field::Authorization, header));
        }
    }
    if harmless && facts.unreadable_to_confluence().is_none() {
        // `Authorization:` copied along is right in a terminal and wrong in a field for the value.
        suspicion.severity(Severity::Info);
    }
}

/// The faults that have no problem of their own.
fn is_of_form(kind: HeaderFlawKind) -> bool {
    !matches!(
        kind,
        HeaderFlawKind::TrailingNewline
            | HeaderFlawKind::HeaderNewline
            | HeaderFlawKind::Wrapped
            | HeaderFlawKind::DoubleEncoded
            | HeaderFlawKind::SecretEncoded
            | HeaderFlawKind::SecretMissing
            | HeaderFlawKind::Empty
            | HeaderFlawKind::Placeholder
    )
}
