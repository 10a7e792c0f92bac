use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;

problem! {
    /// ## What it means
    /// Before the `@` in a web address stands a user name, perhaps with a password or token. Addresses are kept in logs, histories and settings that others can read. Many programs also refuse them, or drop that part without a word.
    ///
    /// ## Why it happens
    /// It is an old way to sign in from a command line or a `git` remote. It is also used to deceive: in `https://acme.atlassian.net@evil.example` the host is the part behind the `@`.
    ///
    /// ## How to fix it
    /// 1. Take away everything between `//` and `@`, with the `@`.
    /// 2. Put the e-mail and the token into their own fields.
    /// 3. If a token stood in the address, revoke it and make a new one.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "url-has-credentials",
    title: "The address carries a user name or password",
    group: SiteUrl,
    severity: Warning,
    prior: 10,
    wrong: r#"{"site":"https://jane:secret@acme.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(site) = &facts.site else { return };
    let kind = ChangeKind::Credentials;
    let Some(change) = site.changes.iter().find(|change| change.kind == kind) else {
        return;
    };
    // facts.md 7: strip and warn. The prior is high, since a secret may be on its way into logs.
    suspicion.because_changed(weight::PROOF, Field::Site, change);
    if site.url.is_none() {
        suspicion.severity(Severity::Error);
    }
    suspicion.fix(Fix::of_site(facts));
}
