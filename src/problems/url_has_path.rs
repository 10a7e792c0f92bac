use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::change::ChangeKind;

problem! {
    /// ## What it means
    /// The address carries a page or an API path behind the host. A product puts its own path behind what you type, so the two run together and Jira has no such page.
    ///
    /// ## Why it happens
    /// The address was copied from the browser while a board, an issue or the dashboard was open, or from a manual that shows a whole API call.
    ///
    /// ## How to fix it
    /// 1. Keep the part up to `.atlassian.net` and take away everything behind it.
    /// 2. On your own server, keep a context path such as `/jira` if the start page has one.
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
    let Some(site) = &facts.site else { return };
    let Some(change) = site.changes.iter().find(|change| change.kind == ChangeKind::Path) else {
        return;
    };
    // facts.md 7: an extra path on Cloud is answered with the dead-link 404 (section 4.4).
    suspicion.because_at(weight::PROOF, Field::Site, change.span, change.why.clone());
    if let Some(url) = &site.url {
        suspicion.fix(Fix::new(format!("Use {url}")).set(Field::Site, url.as_str()));
    }
}
