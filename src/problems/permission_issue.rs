use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "permission-issue",
    title: "This issue or page is hidden from the account",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always("Open the issue in a browser as the account of the token."),
        always(
            "Ask somebody who sees it to look at its security level, or at the page's restrictions, and to let the account in.",
        ),
        always(
            "Try another issue of the same project. If none can be seen, the permission for the project is missing.",
        ),
    ],
    links: &[
        always(Link::new(
            "Issue-level security",
            "https://confluence.atlassian.com/x/J4lKLg",
        )),
        always(Link::new(
            "Permissions overview",
            "https://confluence.atlassian.com/x/FQiiLQ",
        )),
    ],
    rules: &[
        Rule::new(
            22,
            "NOT|DENIED|MISSING & PERMISSION & ISSUE - PROJECT|GLOBAL|SCOPE|CREATE",
        ),
        Rule::new(
            22,
            "NOT|DENIED & ALLOW & ISSUE - PROJECT|GLOBAL|SCOPE|CREATE",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The account may see the project, and not this one issue or page. Jira Cloud then answers as if it did not exist; a server says that the permission is missing.",
        ],
        causes: &[
            "The issue has a security level, which only some people are in; the page has a restriction; or, in a service project, a request is open only to those who take part in it.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","issue":"SEC-7","request":{"url":"https://jira.acme.example/rest/api/2/issue/SEC-7"},"response":{"status":403,"body":"{\"errorMessages\":[\"You do not have the permission to see the specified issue.\"],\"errors\":{}}"},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","issue":"SEC-7","request":{"url":"https://jira.acme.example/rest/api/2/issue/SEC-7"},"response":{"status":200,"headers":{"X-AUSERNAME":"jdoe"},"body":"{\"id\":\"1\",\"key\":\"SEC-7\"}"},"answers":{"deployment":"data-center"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::IssueDenied) {
        let why =
            prose!("The answer says that the account may not see this issue. The issue exists.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    let one = matches!(facts.asked(), Endpoint::Issue | Endpoint::Confluence)
        || facts.evidence.issue.is_some() && facts.asked() != Endpoint::Project;
    if !one || facts.anonymous_answer().is_some() {
        return;
    }
    // jira-facts.md 11 #30: after the project's own permission, and rarer.
    if let Some(sign) = facts.nothing_seen().or_else(|| facts.forbidden()) {
        score.reason(weight::FITS, sign.text).at(sign.place);
        score.message(prose!("The issue or page may be hidden from this account by a security level or a restriction."));
        if facts.credential_was_taken() {
            score.reason(
                weight::FITS,
                prose!("Jira knows the account, so the call was signed in."),
            );
        }
    }
}
