use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;

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
    let mut flaws = facts.authorization.iter().flat_map(|header| &header.flaws);
    let wrapped = flaws.find(|flaw| flaw.kind == HeaderFlawKind::Wrapped);
    if let Some(flaw) = wrapped {
        suspicion.because_at(weight::PROOF, facts.authorization_field, flaw.span, flaw.kind.message());
        if let Some(header) = facts.header_put_right() {
            suspicion.fix(Fix::new("Join the lines").set(Field::Authorization, header));
        }
    }
    weigh_answer(facts, suspicion);
}

/// facts.md 4.4 and 4.8: clients refuse such a value, each in its own words. With a token of today the usual line end is
/// that of `base64`, which wraps; the one of `echo` comes second.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let said = facts.any_hit(&[Signature::HeaderInvalid, Signature::Http2ProtocolError]);
    if let Some(hit) = said {
        let why = "The program says that the header cannot be sent. A line end inside it does that.";
        suspicion.because_hit(weight::HINT + weight::FITS, hit, why);
    } else if let Some(hit) = facts.hit(Signature::HeaderTooLarge).filter(|_| facts.status() == Some(400)) {
        let why = "The server could not read the request's headers. A line end inside one does that.";
        suspicion.because_hit(weight::FITS, hit, why);
    } else if let Some(exchange) = facts.unreadable_request() {
        let why = "The web server could not read the request. A line end inside the header does that.";
        suspicion.because_answered(weight::HINT, exchange, why);
    }
}
