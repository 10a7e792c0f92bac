use crate::evidence::{Field, Product};
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::site::{Site, SiteKind};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The address is real and belongs to Atlassian or to another product, but no Jira of yours answers there. Your own site has a host of its own, such as `acme.atlassian.net`.
    ///
    /// ## Why it happens
    /// The address was copied from the page where tokens are made, from the administration, the start page or the documentation, instead of from Jira itself.
    ///
    /// ## How to fix it
    /// 1. Open one of your issues in a browser.
    /// 2. Copy the address up to `.atlassian.net`, without what follows.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "url-wrong-host-kind",
    title: "This host is no Jira site",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://id.atlassian.com/manage-profile/security/api-tokens"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 11 #35: a service of Atlassian's that is no site.
    suspicion.because_known(
        weight::STRONG + weight::HINT,
        facts,
        &[Signature::NoMessageAvailable],
        "A service of Atlassian's answered that is not Jira.",
    );
    let Some(site) = &facts.site else { return };
    if let Some(profile) = facts.gateway_unwanted() {
        let why = " wants the site's own address, such as acme.atlassian.net. This is the gateway, where tokens with scopes work.";
        suspicion.because_of(weight::PROOF, Field::Site, [profile.name.as_str(), why].concat());
        return;
    }
    let is_elsewhere = match site.kind {
        SiteKind::AtlassianHost => true,
        SiteKind::OtherProduct => !is_wanted(site, facts.evidence.answers.product),
        _ => false,
    };
    if !is_elsewhere {
        return;
    }
    let why = match &site.about {
        Some(about) => about.as_str(),
        None => {
            "No Jira of yours answers at this host. Your site has a host of its own, such as acme.atlassian.net."
        }
    };
    // facts.md 7 lists these hosts.
    suspicion
        .because_of(weight::PROOF, Field::Site, why)
        .fix(Fix::of_site(facts));
}

/// Bitbucket lives on another host, and is what some people call.
fn is_wanted(site: &Site, product: Option<Product>) -> bool {
    product == Some(Product::Bitbucket)
        && site
            .host
            .as_deref()
            .is_some_and(|host| host.rsplit('.').nth(1) == Some("bitbucket"))
}
