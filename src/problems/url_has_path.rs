use crate::evidence::{Field, Product};
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::{Change, ChangeKind};
use crate::read::site::SiteKind;

problem! {
    /// ## What it means
    /// The address goes on behind the host, to a page or into the API. A product puts its own path behind what you type, so the two run together, and Jira answers that there is no such page.
    ///
    /// ## Why it happens
    /// The address was copied from the browser while a board, an issue or the dashboard was open, or from a manual that shows a whole API call.
    ///
    /// ## How to fix it
    /// 1. Keep the part up to `.atlassian.net` and take away everything behind it.
    /// 2. For Confluence, keep `/wiki` and nothing more.
    /// 3. On your own server, keep the context path, such as `/jira`, if the start page has one.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-has-path",
    title: "The address carries a path",
    group: SiteUrl,
    severity: Warning,
    prior: -10,
    wrong: r#"{"site":"https://acme.atlassian.net/jira/software/projects/WEB/boards/1"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let kinds = [ChangeKind::Path, ChangeKind::Query, ChangeKind::Fragment];
    let Some(change) = facts.repaired(&kinds) else {
        return;
    };
    let only_wiki = is_wiki(change) && facts.site_kind() == Some(SiteKind::Cloud);
    match facts.evidence.answers.product {
        // Below `/wiki` Confluence is at home; another path of a Cloud site lacks it, which is a problem of its own.
        Some(Product::Confluence) if only_wiki || lacks_wiki(facts) => return,
        // Confluence may be what is called.
        None if only_wiki => suspicion.severity(Severity::Info),
        _ => suspicion,
    }
    // facts.md 7: an extra path on Cloud is answered with the dead-link page (row 33 of section 11).
    .because_changed(weight::PROOF, Field::Site, change)
    .fix(Fix::of_site(facts));
}

fn is_wiki(path: &Change) -> bool {
    path.before.trim_matches('/') == "wiki"
}

fn lacks_wiki(facts: &Facts) -> bool {
    facts.site.as_ref().is_some_and(|site| {
        site.kind != SiteKind::SelfHosted && site.product != Some(Product::Confluence)
    })
}
