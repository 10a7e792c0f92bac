use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;
use crate::read::site::SiteKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-wrong-port",
    title: "The Cloud address includes a port",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Connect),
    prior: 0,
    weigh,
    steps: &[
        always("Take the colon and the number away."),
        always("If the form has a separate field for the port, leave it empty or enter 443."),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira Cloud answers only on the standard https port. With another port in the address, the call waits until it times out.",
        ],
        causes: &[
            "Servers of one's own often have a port, such as 8080 or 8443, and it stayed when the address was changed to the Cloud site. Some forms fill one in.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net:8443"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(change) = facts.repaired(&[ChangeKind::Port]) else {
        return;
    };
    // Whoever answers at another port, it is not Jira Cloud.
    let nobody = [
        Signature::TimedOut,
        Signature::ConnectionRefused,
        Signature::ConnectionReset,
        Signature::Unreachable,
    ];
    // A server of one's own may have any port; there the reader only drops the one that https has anyway.
    if facts.site_kind() == Some(SiteKind::SelfHosted) {
        return;
    }
    let silent = facts.any_hit(&nobody);
    let port = change.before.trim_start_matches(':');
    let is_default =
        port == "443" || port == "80" && facts.repaired(&[ChangeKind::Insecure]).is_some();
    if is_default {
        // It says what goes without saying, and few clients mind.
        score
            .severity(Severity::Info)
            .reason(weight::HINT, change.why.clone())
            .at((Field::Site, change.span));
    } else {
        score
            .reason(weight::PROOF, change.why.clone())
            .at((Field::Site, change.span));
        if let Some(hit) = silent {
            let why = prose!("Nobody answered at this port.");
            score.reason(weight::HINT, why).at((hit.field, hit.span));
        }
    }
    score
        .message(prose!(
            "The address has a port, and Jira Cloud is reached without one."
        ))
        .fix(Fix::of_site(facts));
}
