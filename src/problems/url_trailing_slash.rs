use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-trailing-slash",
    title: "The address ends with a slash",
    group: Group::SiteUrl,
    severity: Severity::Info,
    stage: Some(Stage::Find),
    prior: -50,
    weigh,
    steps: &[always("Take the slash at the end away.")],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address ends with a slash. Most products take it away. One that does not calls `//rest/api`, which some servers do not find.",
        ],
        causes: &["Browsers put the slash there when an address is copied."],
        wrong: r#"{"site":"https://acme.atlassian.net/"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 7: only some clients mind. This one does.
    let doubled = facts
        .calls()
        .find(|(_, called)| called.path.starts_with("//") || is_doubled_below(facts, called.path));
    if let Some((exchange, _)) =
        doubled.filter(|(x, _)| matches!(x.status, None | Some(300..=400 | 404 | 405)))
    {
        score
            .severity(Severity::Error)
            .reason(
                weight::PROOF + weight::STRONG,
                prose!("The address that was called has two slashes in a row."),
            )
            .at(exchange);
    }
    // A path takes its slash along.
    if facts.repaired(&[ChangeKind::Path]).is_some() {
        return;
    }
    let Some(change) = facts.repaired(&[ChangeKind::TrailingSlash]) else {
        return;
    };
    // jira-facts.md 7 counts it as harmless; only some clients mind. The prior leaves it possible.
    score
        .message(prose!(
            "The address ends with a slash, which some programs double."
        ))
        .reason(weight::PROOF, change.why.clone())
        .at((Field::Site, change.span))
        .fix(Fix::of_site(facts));
}

/// Two slashes behind the path of a server.
fn is_doubled_below(facts: &Facts, path: &str) -> bool {
    let context = facts.context_path();
    let below = path.strip_prefix(context).unwrap_or_default();
    !context.is_empty() && below.starts_with("//")
}
