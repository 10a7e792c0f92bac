use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::site::SiteKind;

problem! {
    /// ## What it means
    /// The address is close to that of an Atlassian site, and is none. Cloud sites end in `.atlassian.net`. Whatever is sent to a misspelt address goes to a stranger, or nowhere.
    ///
    /// ## Why it happens
    /// `atlassian` is easily misspelt, and `.com`, where Atlassian's own pages are, comes to mind before `.net`.
    ///
    /// ## How to fix it
    /// 1. Open Jira in a browser, signed in, and copy the address from there up to `.atlassian.net`.
    /// 2. Put it into the field in place of the misspelt one.
    /// 3. If a token was already sent to the misspelt address, revoke it and make a new one.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Revoke user API tokens](https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/)
    id: "url-wrong-site",
    title: "No site can have this address",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.attlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(site) = &facts.site else { return };
    if site.kind != SiteKind::Misspelt {
        return;
    }
    let why = match &site.about {
        Some(about) => about.as_str(),
        None => {
            "The end of this address is misspelt: the sites of Jira Cloud end in .atlassian.net."
        }
    };
    // facts.md 7: the suffix must fit to the letter.
    suspicion
        .because_of(weight::PROOF, Field::Site, why)
        .fix(Fix::of_site(facts));
}
