use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-double-scheme",
    title: "https:// appears twice",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Name),
    prior: -5,
    weigh,
    steps: &[
        always("Leave one `https://`."),
        always(
            "If the form shows `https://` beside the field, type the host only: `acme.atlassian.net`.",
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
            "The address has two schemes, such as `https://https://acme.atlassian.net`. Programs then look for a server named `https`, which does not exist.",
        ],
        causes: &[
            "The product's form adds `https://` itself, or the address was pasted after one that was already in the field.",
        ],
        wrong: r#"{"site":"https://https://acme.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // The host that a program reads from such an address.
    let is_scheme = |host: &str| matches!(host, "https" | "http");
    if facts.calls().any(|(_, called)| is_scheme(called.host)) {
        score.reason(
            weight::PROOF + weight::HINT,
            prose!("The program looked for a host of the name “https”."),
        );
    }
    if let Some(hit) = facts.hit(Signature::DoubleScheme) {
        let why = prose!("The program made an address with https:// twice in it.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    let Some(change) = facts.repaired(&[ChangeKind::DoubledScheme]) else {
        return;
    };
    // No site has such an address; only a client that repairs it gets through, hence the prior.
    score
        .reason(weight::PROOF, change.why.clone())
        .at((Field::Site, change.span))
        .fix(Fix::of_site(facts));
}
