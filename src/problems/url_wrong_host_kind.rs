use crate::advice::{always, on_cloud};
use crate::evidence::{Field, Product};
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::site::{Site, SiteKind};

pub(super) static PROBLEM: Problem = Problem {
    id: "url-wrong-host-kind",
    title: "This host isn't a Jira site",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always("Open one of your issues in a browser."),
        always("Copy the address up to `.atlassian.net`, without what follows."),
    ],
    links: &[
        on_cloud(Link::new(
            "Jira Cloud REST API: introduction",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address is real and belongs to Atlassian or to another product, but no Jira of yours answers there. Your own site has a host of its own, such as `acme.atlassian.net`.",
        ],
        causes: &[
            "The address was copied from the page where tokens are made, from the administration, the start page or the documentation, instead of from Jira itself.",
        ],
        wrong: r#"{"site":"https://id.atlassian.com/manage-profile/security/api-tokens"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 11 #35: a service of Atlassian's that is no site.
    if let Some(hit) = facts.hit(Signature::NoMessageAvailable) {
        let why = prose!("A service of Atlassian's answered that is not Jira.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
    let Some(site) = &facts.site else { return };
    if let Some(profile) = facts.gateway_unwanted() {
        let why = prose!(
            "{product} needs the site's own address, such as acme.atlassian.net. This is the gateway, where tokens with scopes work.",
            product = &profile.name
        );
        score.reason(weight::PROOF, why).at(Field::Site);
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
        Some(about) => about.clone(),
        None => {
            prose!(
                "Your Jira isn't at this host. Your site has its own host, such as acme.atlassian.net."
            )
        }
    };
    // jira-facts.md 7 lists these hosts.
    score
        .reason(weight::PROOF, why)
        .at(Field::Site)
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
