use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::site::SiteKind;

problem! {
    /// ## What it means
    /// The address reads like that of an Atlassian site, and the host belongs to somebody else. Whoever runs it would get your e-mail and your token, and could read and change all that you can.
    ///
    /// ## Why it happens
    /// Such addresses are made to deceive: more text behind `.atlassian.net`, a hyphen in place of the dot, or letters of another alphabet that look the same. A slip can produce one too.
    ///
    /// ## How to fix it
    /// 1. Do not send a token there, and do not open the address.
    /// 2. Open Jira from your own bookmark and copy its address: it ends in `.atlassian.net`, followed by nothing or by a slash.
    /// 3. If a token was sent already, revoke it now and make a new one.
    /// 4. Tell your administrator where the address came from.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Revoke user API tokens](https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/)
    id: "url-lookalike",
    title: "This only looks like an Atlassian site",
    group: SiteUrl,
    severity: Error,
    prior: 20,
    wrong: r#"{"site":"https://acme.atlassian.net.evil.example"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(site) = &facts.site else { return };
    if site.kind != SiteKind::LookAlike {
        return;
    }
    let why = match &site.about {
        Some(about) => about.as_str(),
        None => {
            "This host looks like an Atlassian site and belongs to somebody else. Send no token there."
        }
    };
    // facts.md 7: reject. The prior puts it above all else, since here the secret would be lost.
    suspicion
        .because_of(weight::PROOF, Field::Site, why)
        .fix(Fix::of_site(facts));
}
