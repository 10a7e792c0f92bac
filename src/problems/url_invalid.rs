use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-invalid",
    title: "No address can be read from this",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Settings),
    prior: 0,
    weigh,
    steps: &[
        always("Open Jira in a browser and copy the address from there up to `.atlassian.net`."),
        always("Paste it as plain text, without quotes around it."),
        always("Compare it with this form: `https://acme.atlassian.net`."),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[Rule::new(
        20,
        "ADDRESS & INVALID|UNSUPPORTED - CERTIFICATE|TOKEN|PASSWORD|CREDENTIAL|REDIRECT_URI|IP",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The field doesn't hold a web address, or only one that most programs can't repair. They refuse it, or look for a host that doesn't exist.",
        ],
        causes: &[
            "A letter of `https://` is missing or doubled, a dot or a slash is wrong, or quotes, spaces or invisible characters were copied along from a chat, a document or a settings file.",
        ],
        wrong: r#"{"site":"htps://acme.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // An address that lacks only its scheme, or all of it, is a problem of its own.
    if facts.any_hit(&EXPLAINED).is_none()
        && let Some(hit) = facts.hit(Signature::InvalidUrl)
    {
        let why = prose!("The program could not read the address.");
        score.reason(weight::STRONG + weight::FITS, why).at(hit);
    }
    let Some(site) = &facts.site else { return };
    let is_unreadable = match site.kind {
        SiteKind::Invalid => !facts.site_is_nothing(),
        // An e-mail or a token stands in the wrong field, which is a problem of its own.
        SiteKind::NotAnAddress => facts.content(Field::Site) == Content::Other,
        _ => false,
    };
    if is_unreadable {
        let why = match &site.about {
            Some(about) => about.clone(),
            None => prose!("No address can be read from this."),
        };
        score.reason(weight::PROOF, why).at(Field::Site);
    } else if let Some(change) = facts.repaired(&BROKEN) {
        // The site can be told all the same, so it only warns; a program that repairs nothing fails.
        score
            .severity(Severity::Warning)
            .reason(weight::STRONG, change.why.clone())
            .at((Field::Site, change.span));
    } else if let Some(change) = facts.repaired(&[ChangeKind::Blank, ChangeKind::TrailingDot]) {
        // Most programs take these away.
        score
            .severity(Severity::Info)
            .reason(weight::HINT, change.why.clone())
            .at((Field::Site, change.span));
    }
    score.fix(Fix::of_site(facts));
}

/// What a program says of an address when it says more than that it is none.
const EXPLAINED: [Signature; 3] = [
    Signature::NoScheme,
    Signature::EmptyHost,
    Signature::DoubleScheme,
];

/// What no program can be trusted to repair.
const BROKEN: [ChangeKind; 7] = [
    ChangeKind::MisspeltScheme,
    ChangeKind::Backslash,
    ChangeKind::Invisible,
    ChangeKind::Quotes,
    ChangeKind::Wrapping,
    ChangeKind::Label,
    ChangeKind::Width,
];
