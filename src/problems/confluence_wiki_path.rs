use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "confluence-wiki-path",
    title: "The Confluence address needs /wiki",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Find),
    prior: -35,
    weigh,
    steps: &[
        always("End the address with `/wiki`: `https://acme.atlassian.net/wiki`."),
        always(
            "If the product then calls `/wiki/wiki`, it adds the path itself: take it away again.",
        ),
        always(
            "With a scoped token, use `https://api.atlassian.com/ex/confluence/` and the Cloud id instead.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "On a Cloud site Jira and Confluence share a host, and Confluence begins at `/wiki`. Without it, the call reaches Jira, which does not know the page. Some products add `/wiki` themselves, others leave it to you.",
        ],
        causes: &[
            "The address was copied from Jira, or `/confluence` was kept from a server of one's own.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","answers":{"product":"confluence"}}"#,
        right: r#"{"site":"https://acme.atlassian.net/wiki","answers":{"product":"confluence"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    // A form that takes the bare name adds the rest.
    if !facts.lacks_confluence_path() || facts.repaired(&[ChangeKind::BareName]).is_some() {
        return;
    }
    // jira-facts.md 3 and 7: `/wiki` on the site, `/ex/confluence` on the gateway. Some clients add it: the
    // prior leaves it likely, behind every strong reason for a refusal.
    match facts.status() {
        // Confluence answered, so the program had added it. Whoever is refused came to something, too.
        Some(200..=299) => return,
        Some(401 | 403) => {
            score.against(2 * weight::HINT);
        }
        _ => {}
    }
    if !facts.is_cloud_site() {
        let why =
            prose!("This is Jira's address on the gateway; Confluence has /ex/confluence there.");
        score.reason(weight::PROOF, why).at(Field::Site);
    } else if let Some(path) = facts.repaired(&[ChangeKind::Path]) {
        let why = prose!("The address has another path than /wiki, where Confluence Cloud begins.");
        score
            .reason(weight::PROOF, why)
            .at((Field::Site, path.span));
    } else {
        let why = prose!("The address lacks /wiki, where Confluence Cloud begins.");
        score.reason(weight::PROOF, why).at(Field::Site);
    }
    score.fix(Fix::of_site(facts));
}

/// The answers to Confluence's paths where `/wiki` is missing (jira-facts.md 4.4 and 11 #32, #33, #36). They outweigh the prior.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    if !facts.is_cloud_site() {
        return weigh_extra(facts, score);
    }
    if let Some(hit) = facts.hit(Signature::NullForUri) {
        let why = prose!("Confluence says that it has no page at this path.");
        score.reason(weight::PROOF + weight::STRONG, why).at(hit);
    }
    let astray = facts.calls().find(|(x, called)| {
        x.sent.endpoint == Endpoint::Confluence
            && !called.path.starts_with("/wiki")
            && x.status == Some(404)
    });
    if let Some((exchange, _)) = astray {
        score.reason(weight::PROOF + weight::STRONG, prose!("The program asked for Confluence without /wiki in front, and it is not found there.")).at(exchange);
    } else if facts.lacks_confluence_path()
        && let Some(hit) = facts.any_hit(&[Signature::DeadLink, Signature::NoEndpoint])
    {
        let why = prose!("Jira answers that it does not know this path of Confluence's.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
}

/// A server of one's own has Confluence below its own path, which nobody calls `/wiki` without saying so (jira-facts.md 7).
fn weigh_extra(facts: &Facts, score: &mut Score) {
    let extra = facts.calls().find(|(x, called)| {
        facts.is_server()
            && called.path.starts_with("/wiki/rest/")
            && matches!(x.status, Some(401 | 404))
    });
    if let Some((exchange, _)) = extra.filter(|_| !facts.context_path().starts_with("/wiki")) {
        let why = prose!(
            "The program put /wiki in front, where Confluence Cloud begins. A server has its own path."
        );
        score
            .reason(weight::STRONG + weight::HINT, why)
            .at(exchange);
    }
}
