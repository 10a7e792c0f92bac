use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// A line end was encoded along with the token, or hangs at the end of the header. Jira takes it for a part of the token.
    ///
    /// ## Why it happens
    /// `echo` adds a line end unless it is told not to; a value read from a file keeps the file's last line end.
    ///
    /// ## How to fix it
    /// 1. Encode with `printf %s 'e-mail:token' | base64 -w0`; on macOS leave out `-w0`.
    /// 2. Or copy the header that this page builds.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "header-trailing-newline",
    title: "A line end inside the header",
    group: AuthorizationHeader,
    severity: Error,
    prior: 5,
    wrong: r#"{"authorization":"Basic {{b64-newline:jane@acme.example:{{api-token}}}}"}"#,
    right: r#"{"authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    let Some(header) = &facts.authorization else { return };
    // facts.md 8: told by decoding, since the tail's look depends on the length.
    for flaw in &header.flaws {
        if matches!(flaw.kind, HeaderFlawKind::TrailingNewline | HeaderFlawKind::HeaderNewline) {
            suspicion.because_at(weight::PROOF, facts.authorization_field, flaw.span, flaw.kind.message());
            if let Some(header) = facts.header_put_right() {
                suspicion.fix(Fix::new("Take the line end away").set(Field::Authorization, header));
            }
        }
    }
}

/// facts.md 4.8: clients refuse such a value, each in its own words.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let said = facts.any_hit(&[Signature::HeaderInvalid, Signature::Http2ProtocolError]);
    if let Some(hit) = said {
        let why = "The program says that the header cannot be sent. A line end at its end does that.";
        suspicion.because_hit(weight::FITS, hit, why);
    } else if let Some(exchange) = facts.unreadable_request() {
        let why = "The web server could not read the request. A line end at the header's end does that.";
        suspicion.because_answered(weight::HINT, exchange, why);
    }
}
