use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "site-suspended",
    title: "The site is suspended",
    group: Group::ServerAndClient,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always("Open the site in a browser; it says the same."),
        always(
            "Ask an administrator of the organization to look under Billing at admin.atlassian.com, and to reactivate the site.",
        ),
        always("Try again some minutes after that, with the same token."),
    ],
    links: &[
        always(Link::new(
            "Atlassian status",
            "https://status.atlassian.com",
        )),
        always(Link::new(
            "Application access",
            "https://confluence.atlassian.com/x/3YxjL",
        )),
    ],
    rules: &[Rule::new(24, "SITE & INACTIVE|DISABLED|BLOCKED")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira is deactivated on this site. No credential helps while it is; yours may well be right.",
        ],
        causes: &[
            "A bill was not paid, a trial ended, an administrator removed the product, or nobody used a free site for long. Atlassian keeps the data for a while.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":503,"headers":{"Content-Type":"text/html"},"body":"<title>Atlassian Cloud Notifications - Product Unavailable</title><h1>Jira has been deactivated</h1>"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "No credentials help here, good or bad: Jira is switched off on this site."
    ));
    // jira-facts.md 4.4 and 11 #56.
    if let Some(hit) = facts.any_hit(&[Signature::ProductUnavailable, Signature::JiraDeactivated]) {
        let why = prose!("Atlassian says that Jira is switched off on this site.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
}
