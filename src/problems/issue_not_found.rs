use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::key::{self, KeyKind};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "issue-not-found",
    title: "There is no issue with this key",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always("Open the issue in a browser and copy the key from its address, after `/browse/`."),
        always("Enter only the key."),
        always(
            "If it is right, check that the credentials work and that the account may see the issue.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "Jira Cloud REST API: introduction",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[
        Rule::new(24, "ISSUE & NOT_THERE - PERMISSION|AUTHENTICATE"),
        Rule::new(18, "ISSUE & NOT_THERE & PERMISSION"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira finds an issue by its key: the project's key, a hyphen and a number, such as `WEB-12`. With a text that cannot be a key, or a key that no issue has, it answers that the issue does not exist.",
        ],
        causes: &[
            "The number or the hyphen is missing, the number begins with a zero, or something was copied along. The same answer comes when the issue was moved or deleted, and when the account may not see it.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","issue":"WEB-012"}"#,
        right: r#"{"site":"https://acme.atlassian.net","issue":"WEB-12"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_key(facts, score);
    weigh_answer(facts, score);
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    let nothing = facts.exchange().filter(|x| x.sent.names_nothing("issue"));
    if let Some(exchange) = nothing {
        let why =
            prose!("The called address says `undefined` or `null` where the issue's key belongs.");
        score
            .reason(weight::PROOF, why)
            .at(exchange.field.unwrap_or(Field::Request));
        return;
    }
    let by_status = || {
        let about = facts.asked() == Endpoint::Issue
            || facts.evidence.issue.is_some() && facts.asked() != Endpoint::Project;
        facts.nothing_seen().filter(|_| about)
    };
    // jira-facts.md 11 #30. A server that says so without a word of permission knows it.
    if let Some(hit) = facts.hit(Signature::IssueMissing) {
        let why = prose!("The answer says that the issue does not exist.");
        score.reason(weight::STRONG, why).at(hit);
    } else if let Some(hit) = facts.hit(Signature::IssueUnseen) {
        let why = prose!(
            "The answer says that there is no such issue, or none that the account may see."
        );
        score.reason(weight::HINT, why).at(hit);
    } else if let Some(sign) = by_status() {
        score.reason(weight::HINT, sign.text).at(sign.place);
    } else {
        return;
    }
    if facts.credential_was_taken() {
        score.reason(
            weight::HINT,
            prose!("Jira knows the account, so the call was signed in."),
        );
    } else if facts.anonymous_answer().is_some() {
        score.against(weight::HINT);
    }
}

fn weigh_key(facts: &Facts, score: &mut Score) {
    let Some(typed) = facts.evidence.issue.as_deref() else {
        return;
    };
    let key = key::read(typed);
    let issue = key.normal.as_str();
    // jira-facts.md 7: the grammar of keys.
    let (severity, weight, why) = match key.kind {
        KeyKind::Empty | KeyKind::Number => return,
        _ if key::is_nothing(typed) => (
            Severity::Error,
            weight::PROOF,
            prose!("A program wrote that it has no value instead of an issue key."),
        ),
        // A placeholder is a problem of its own.
        _ if key::is_placeholder(typed) => return,
        KeyKind::Neither => (
            Severity::Error,
            weight::PROOF,
            prose!("This can't be an issue key: it is the project key, a hyphen and a number."),
        ),
        KeyKind::Project => (
            Severity::Error,
            weight::PROOF,
            prose!("This is a project key; an issue key continues with a hyphen and a number."),
        ),
        KeyKind::Issue if typed == issue => return another_project(facts, issue, score),
        // jira-facts.md 7: Cloud finds it all the same.
        KeyKind::Issue if typed.eq_ignore_ascii_case(issue) => (
            Severity::Info,
            weight::HINT,
            prose!(
                "Issue keys are written in capital letters. Jira Cloud also finds them in lower case; a server may not."
            ),
        ),
        KeyKind::Issue if typed.trim().eq_ignore_ascii_case(issue) => (
            Severity::Warning,
            weight::STRONG,
            prose!("There are spaces around the issue key."),
        ),
        KeyKind::Issue => (
            Severity::Error,
            weight::PROOF,
            prose!("There is something in or around the issue key that doesn't belong to it."),
        ),
    };
    score
        .severity(severity)
        .reason(weight, why)
        .at(Field::Issue);
    if key.kind == KeyKind::Issue && typed != issue {
        score.fix(Fix::new(prose!("Use {value}", value = issue)).set(Field::Issue, issue));
    }
}

/// Both may be meant, so this is only said.
fn another_project(facts: &Facts, issue: &str, score: &mut Score) {
    let Some(typed) = facts.evidence.project.as_deref() else {
        return;
    };
    let project = key::read(typed);
    if project.kind == KeyKind::Project && project.normal != key::project_of(issue) {
        score
            .severity(Severity::Info)
            .reason(
                weight::HINT,
                prose!("The issue belongs to another project than the one that is named."),
            )
            .at(Field::Issue);
    }
}
