use crate::advice::{always, on_cloud};
use crate::evidence::{Field, Place};
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::site::SiteKind;
use crate::span::Span;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-lookalike",
    title: "This only looks like an Atlassian site",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 20,
    weigh,
    steps: &[
        always("Do not send a token there, and do not open the address."),
        always(
            "Open Jira from your own bookmark and copy its address: it ends in `.atlassian.net`, followed by nothing or by a slash.",
        ),
        always("If a token was sent already, revoke it now and make a new one."),
        always("Tell your administrator where the address came from."),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Revoke user API tokens",
            "https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address reads like that of an Atlassian site, and the host belongs to somebody else. Whoever runs it would get your e-mail and your token, and could read and change all that you can.",
        ],
        causes: &[
            "Such addresses are made to deceive: more text after `.atlassian.net`, a hyphen instead of the dot, or letters from another alphabet that look the same. A typing mistake can produce one too.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net.evil.example"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(site) = &facts.site else { return };
    if site.kind != SiteKind::LookAlike {
        return;
    }
    let why = match &site.about {
        Some(about) => about.clone(),
        None => {
            prose!(
                "This host looks like an Atlassian site and belongs to somebody else. Send no token there."
            )
        }
    };
    // The first letter of another alphabet, where there is one.
    let typed = facts.evidence.text(Field::Site).unwrap_or_default();
    let odd = typed.char_indices().find(|(_, c)| !c.is_ascii());
    let span = odd.map(|(at, c)| Span::of(typed, at..at + c.len_utf8()));
    let field = Some(Field::Site);
    // jira-facts.md 7: reject. The prior puts it above all else, since here the secret would be lost.
    score
        .reason(weight::PROOF, why)
        .at(Place { field, span })
        .fix(Fix::of_site(facts));
}
