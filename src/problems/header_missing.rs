use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// No credentials are sent. Jira treats the caller as a stranger: it refuses, or shows only what is public.
    ///
    /// ## Why it happens
    /// The header was left out or left blank, a redirect to another host dropped it, or a proxy took it away.
    ///
    /// ## How to fix it
    /// 1. Send the header `Authorization` with `Basic` and the encoded pair of e-mail and token.
    /// 2. With `wget`, add `--auth-no-challenge`: without it no header is sent to Jira.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "header-missing",
    title: "No header is sent",
    group: AuthorizationHeader,
    severity: Error,
    prior: 5,
    wrong: r#"{"email":"jane@acme.example","token":"{{api-token}}","authorization":""}"#,
    right: r#"{"email":"jane@acme.example","token":"{{api-token}}","authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    let Some(header) = &facts.authorization else { return };
    if !header.flaws.iter().any(|flaw| flaw.kind == HeaderFlawKind::Empty) {
        return;
    }
    suspicion.because_of(weight::PROOF, Field::Authorization, "The header is empty.");
    if let Some(header) = facts.basic_header() {
        suspicion.fix(Fix::new("Build the header").set(Field::Authorization, header));
    }
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.8: wget waits for a challenge that Jira never sends.
    let seen = !facts.printed.is_empty() || facts.hit(Signature::SeraphFailed).is_some();
    if let Some(hit) = facts.hit(Signature::AuthSchemeUnknown).filter(|_| !seen) {
        let why = "The program did not understand the server's challenge and sent no header.";
        suspicion.because_hit(weight::PROOF, hit, why);
        return;
    }
    if facts.credential_was_taken() || facts.authorization.is_some() {
        return;
    }
    if let Some(sign) = facts.bare_request() {
        suspicion.because_sign(weight::STRONG, &sign);
    }
    // facts.md 11 #10.
    if let Some(sign) = facts.nothing_reached_jira() {
        suspicion.because_sign(weight::HINT + weight::FITS, &sign);
    }
    if suspicion.is_empty() {
        return;
    }
    suspicion.message("The request reached Jira without a header that carries credentials.");
}
