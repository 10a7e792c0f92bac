use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-empty",
    title: "The address is empty",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Settings),
    prior: 0,
    weigh,
    steps: &[
        always("Open Jira in a browser and copy the address up to `.atlassian.net`."),
        always("Put it into the field, or into the setting that the program reads."),
        always("Start the program again, so that it reads the setting."),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[Rule::new(
        24,
        "ADDRESS|SITE & EMPTY|NULL|MISSING - PERMISSION|FIELD|HEADER|CERTIFICATE|PASSWORD|TOKEN",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address never reached the request: the field is empty, or a program wrote `undefined` or `null` there. Without it, there is no server to ask.",
        ],
        causes: &[
            "The field was left out, or a setting has another name than the program looks for, or it is not set where the program runs.",
        ],
        wrong: r#"{"site":"undefined","email":"jane@acme.example","token":"{{api-token}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::EmptyHost) {
        let why = prose!("The program called an address without a host.");
        score.reason(weight::PROOF, why).at(hit);
    }
    let is_nothing = |host: &str| matches!(host, "undefined" | "null" | "None" | "nil");
    if facts.calls().any(|(_, called)| is_nothing(called.host)) {
        score.reason(
            weight::PROOF,
            prose!("The program wrote that it has no value instead of the host."),
        );
    }
    if facts.site.is_none() {
        // An address without a scheme may be one without anything.
        if let Some(hit) = facts.hit(Signature::NoScheme) {
            let why = prose!("The program called an address that begins with its path.");
            score.reason(weight::STRONG, why).at(hit);
        }
    }
    // A request without a host goes nowhere.
    if facts.site_is_nothing() {
        score
            .reason(
                weight::PROOF,
                prose!("A program wrote that it has no value instead of an address."),
            )
            .at(Field::Site);
    } else if facts.site_kind() == Some(SiteKind::Empty) {
        score
            .reason(weight::PROOF, prose!("The site's address is empty."))
            .at(Field::Site);
    }
}
