use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// On a Cloud site Jira and Confluence share a host, and Confluence begins at `/wiki`. Without it, the call reaches Jira, which does not know the page. Some products add `/wiki` themselves, others leave it to you.
    ///
    /// ## Why it happens
    /// The address was copied from Jira, or `/confluence` was kept from a server of one's own.
    ///
    /// ## How to fix it
    /// 1. End the address with `/wiki`: `https://acme.atlassian.net/wiki`.
    /// 2. If the product then calls `/wiki/wiki`, it adds the path itself: take it away again.
    /// 3. With a scoped token, use `https://api.atlassian.com/ex/confluence/` and the Cloud id instead.
    ///
    /// ## References
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "confluence-wiki-path",
    title: "Confluence stands below /wiki",
    group: SiteUrl,
    severity: Warning,
    prior: -35,
    wrong: r#"{"site":"https://acme.atlassian.net","answers":{"product":"confluence"}}"#,
    right: r#"{"site":"https://acme.atlassian.net/wiki","answers":{"product":"confluence"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    // A form that takes the bare name adds the rest.
    if !facts.lacks_confluence_path() || facts.repaired(&[ChangeKind::BareName]).is_some() {
        return;
    }
    // facts.md 3 and 7: `/wiki` on the site, `/ex/confluence` on the gateway. Some clients add it: the
    // prior leaves it likely, behind every strong reason for a refusal.
    match facts.status() {
        // Confluence answered, so the program had added it. Whoever is refused came to something, too.
        Some(200..=299) => return,
        Some(401 | 403) => {
            suspicion.unless(2 * weight::HINT);
        }
        _ => {}
    }
    if !facts.is_cloud_site() {
        let why = "This is Jira's address on the gateway; Confluence has /ex/confluence there.";
        suspicion.because_of(weight::PROOF, Field::Site, why);
    } else if let Some(path) = facts.repaired(&[ChangeKind::Path]) {
        let why = "The address has another path than /wiki, where Confluence Cloud begins.";
        suspicion.because_at(weight::PROOF, Field::Site, path.span, why);
    } else {
        let why = "The address lacks /wiki, where Confluence Cloud begins.";
        suspicion.because_of(weight::PROOF, Field::Site, why);
    }
    suspicion.fix(Fix::of_site(facts));
}

/// The answers to Confluence's paths where `/wiki` is missing (facts.md 4.4 and 11 #32, #33, #36). They outweigh the prior.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    if !facts.is_cloud_site() {
        return;
    }
    suspicion.because_known(
        weight::PROOF + weight::STRONG,
        facts,
        &[Signature::NullForUri],
        "Confluence says that it has no page of this path.",
    );
    let astray = facts.calls().find(|(x, called)| {
        x.sent.endpoint == Endpoint::Confluence
            && !called.path.starts_with("/wiki")
            && x.status == Some(404)
    });
    if let Some((exchange, _)) = astray {
        suspicion.because_answered(
            weight::PROOF + weight::STRONG,
            exchange,
            "The program asked for Confluence without /wiki in front, and it is not found there.",
        );
    } else if facts.lacks_confluence_path() {
        suspicion.because_known(
            weight::STRONG + weight::HINT,
            facts,
            &[Signature::DeadLink, Signature::NoEndpoint],
            "Jira answers that it does not know this path of Confluence's.",
        );
    }
}
