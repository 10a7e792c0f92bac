use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::profile::SiteForm;
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-subdomain-only",
    title: "The site name and the whole address are mixed up",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Name),
    prior: 0,
    weigh,
    steps: &[
        always("Look at the example beside the field, or at what is printed before and after it."),
        always("If it asks for the name only, type `acme`."),
        always("Otherwise type the whole address: `https://acme.atlassian.net`."),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Some products ask for the site's name only (`acme`) and add `.atlassian.net` themselves. Others ask for the host or the whole address. The wrong form leads to a host that doesn't exist.",
        ],
        causes: &[
            "The field is named `site`, `domain`, `subdomain`, `instance` or `host`, and each product means something else by it.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 7: a form that adds the suffix made two of it, and nothing answers there.
    if let Some(change) = facts.repaired(&[ChangeKind::DoubledSuffix]) {
        score
            .reason(weight::PROOF, change.why.clone())
            .at((Field::Site, change.span));
    } else if let Some(profile) = facts.other_form_wanted() {
        let product = &profile.name;
        let why = match profile.site.form {
            SiteForm::Subdomain => prose!(
                "{product} needs only the site's name and adds .atlassian.net itself.",
                product
            ),
            SiteForm::Host => prose!(
                "{product} needs the site's host, without https:// in front.",
                product
            ),
            SiteForm::Url => prose!("{product} needs the site's whole address.", product),
        };
        score.reason(weight::PROOF, why).at(Field::Site);
    } else if let Some(change) = facts
        .repaired(&[ChangeKind::BareName])
        .filter(|_| facts.profile.is_none())
    {
        // The bare name is what some forms want, so this is only said, never held against anyone.
        score
            .severity(Severity::Info)
            .reason(weight::HINT, change.why.clone())
            .at((Field::Site, change.span));
    }
    if let Some(place) = facts.called_with(ChangeKind::DoubledSuffix) {
        score
            .severity(Severity::Error)
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The program added .atlassian.net to what was typed, which already had it."),
            )
            .at(place);
    }
    if facts.forms_differ()
        && let Some(hit) = facts.hit(Signature::SubdomainOnly)
    {
        let why = prose!(
            "The program asks for the site's name only, but the field holds a whole address."
        );
        score.reason(weight::STRONG, why).at(hit);
    }
    score.fix(Fix::of_site(facts));
}
