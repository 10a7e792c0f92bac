use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-has-path",
    title: "The address includes a page path",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Find),
    prior: -10,
    weigh,
    steps: &[
        always("Keep the part up to `.atlassian.net` and delete everything after it."),
        always("For Confluence, keep `/wiki` and nothing more."),
        on_server(
            "On your own server, keep the context path, such as `/jira`, if the start page has one.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address continues after the host, to a page or into the API. A product adds its own path to what you type, so the two run together, and Jira answers that there is no such page.",
        ],
        causes: &[
            "The address was copied from the browser while a board, an issue or the dashboard was open, or from a manual that shows a whole API call.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net/jira/software/projects/WEB/boards/1"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // Another path in place of Confluence's is a problem of its own.
    if facts.lacks_confluence_path() {
        return;
    }
    weigh_answer(facts, score);
    let kinds = [ChangeKind::Path, ChangeKind::Query, ChangeKind::Fragment];
    let wiki = facts.wiki();
    // jira-facts.md 7: an extra path on Cloud is answered with the dead-link page (row 33 of section 11).
    if let Some(change) = facts.repairs(&kinds).find(|&change| Some(change) != wiki) {
        // The call that failed may have gone right all the same; then it is a flaw, and no cause.
        let weight = if facts.reached_interface() {
            score.severity(Severity::Info);
            weight::HINT
        } else {
            weight::PROOF
        };
        score
            .reason(weight, change.why.clone())
            .at((Field::Site, change.span));
    } else if let Some(wiki) = wiki.filter(|_| !facts.wants_confluence()) {
        // Where nobody said what is called, it may be Confluence, where it is right.
        if facts.evidence.answers.product.is_none() {
            score
                .severity(Severity::Info)
                .reason(weight::HINT, wiki.why.clone())
                .at((Field::Site, wiki.span));
        } else {
            score
                .reason(weight::PROOF, wiki.why.clone())
                .at((Field::Site, wiki.span));
        }
    }
    if facts.repaired(&kinds).is_some() {
        score.message(prose!(
            "The address includes a page path, and the product adds its own path there."
        ));
    }
    score.fix(Fix::of_site(facts));
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.4 and 11 #33.
    if let Some(hit) = facts.hit(Signature::DeadLink) {
        let why = prose!(
            "Jira answers with its page for dead links: the path that was called has a part too many."
        );
        score.reason(weight::PROOF, why).at(hit);
    }
    if let Some(exchange) = facts.called_below_a_page() {
        let why = prose!(
            "A site of Jira Cloud has its API at its root, and the call went to a path below."
        );
        score.reason(weight::PROOF, why).at(exchange);
    }
    // jira-facts.md 11 #32.
    if let Some(exchange) = facts.doubled_path() {
        score.reason(weight::PROOF + weight::HINT, prose!("The program called /rest twice in one path: once from the address, and once that it added itself.")).at(exchange);
    }
}
