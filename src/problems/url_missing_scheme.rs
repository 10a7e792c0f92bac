use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-missing-scheme",
    title: "https:// is missing",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Settings),
    prior: -35,
    weigh,
    steps: &[
        always("Put `https://` in front."),
        always(
            "If the product's form shows `https://` beside the field already, leave the address as it is.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_cloud(Link::new(
            "Jira Cloud REST API: introduction",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
    ],
    rules: &[Rule::new(
        22,
        "SCHEME & MISSING|NEED|INVALID - AUTHENTICATE|HEADER|CREDENTIAL",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address begins with the host. A browser adds `https://` itself; most programs don't. They refuse the address, or treat it as a file or a path.",
        ],
        causes: &[
            "Browsers hide the scheme, so it is lost when the address is read off and typed. Some manuals show only the host.",
        ],
        wrong: r#"{"site":"acme.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // A bare site name is a form of its own, and some products want no scheme.
    if facts.is_bare_name() || !facts.wants_url() {
        return;
    }
    let lacks_scheme = facts.repaired(&[ChangeKind::MissingScheme]).is_some();
    if lacks_scheme
        && facts.hit(Signature::NoScheme).is_none()
        && let Some(hit) = facts.hit(Signature::InvalidUrl)
    {
        let why = prose!(
            "The program couldn't read the address, because it doesn't begin with https://."
        );
        score.reason(weight::PROOF, why).at(hit);
    }
    // The program says so itself, so it is none that adds the scheme.
    if let Some(hit) = facts.hit(Signature::NoScheme) {
        let why = prose!("The program stopped because the address doesn't begin with https://.");
        score.reason(weight::PROOF + weight::STRONG, why).at(hit);
    }
    let Some(change) = facts.repaired(&[ChangeKind::MissingScheme]) else {
        return;
    };
    // jira-facts.md 7 takes it for https. It is seen for certain, but many clients add it: the prior leaves it
    // likely, behind every strong reason for a refusal.
    score
        .message(prose!(
            "The address begins without https://, and some programs fail without it."
        ))
        .reason(weight::PROOF, change.why.clone())
        .at((Field::Site, change.span));
    // An answer shows that the program added it.
    if facts.has_status() {
        score.against(2 * weight::HINT);
    }
    // These ports usually speak http; which scheme is meant, the person has to say.
    if !matches!(facts.port(), Some("80" | "8080")) {
        score.fix(Fix::of_site(facts));
    }
}
