use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;

problem! {
    /// ## What it means
    /// The address ends with a slash. Most products take it away. One that does not calls `//rest/api`, which some servers do not find.
    ///
    /// ## Why it happens
    /// Browsers put the slash there when an address is copied.
    ///
    /// ## How to fix it
    /// 1. Take the slash at the end away.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-trailing-slash",
    title: "A slash stands at the end",
    group: SiteUrl,
    severity: Info,
    prior: -50,
    wrong: r#"{"site":"https://acme.atlassian.net/"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 7: only some clients mind. This one does.
    let doubled = facts
        .calls()
        .find(|(_, called)| called.path.starts_with("//") || is_doubled_below(facts, called.path));
    if let Some((exchange, _)) = doubled.filter(|(x, _)| matches!(x.status, None | Some(300..=400 | 404 | 405))) {
        suspicion.severity(Severity::Error).because_answered(
            weight::PROOF + weight::STRONG,
            exchange,
            "The address that was called has two slashes in a row.",
        );
    }
    // A path takes its slash along.
    if facts.repaired(&[ChangeKind::Path]).is_some() {
        return;
    }
    let Some(change) = facts.repaired(&[ChangeKind::TrailingSlash]) else {
        return;
    };
    // facts.md 7 counts it as harmless; only some clients mind. The prior leaves it possible.
    suspicion
        .message("The address ends with a slash, which some programs double.")
        .because_changed(weight::PROOF, Field::Site, change)
        .fix(Fix::of_site(facts));
}

/// Two slashes behind the path of a server.
fn is_doubled_below(facts: &Facts, path: &str) -> bool {
    let context = facts.context_path();
    let below = path.strip_prefix(context).unwrap_or_default();
    !context.is_empty() && below.starts_with("//")
}
