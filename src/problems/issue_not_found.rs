use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::key::{self, KeyKind};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Jira finds an issue by its key: the project's key, a hyphen and a number, such as `WEB-12`. With a text that cannot be a key, or a key that no issue has, it answers that the issue does not exist.
    ///
    /// ## Why it happens
    /// The number or the hyphen is missing, the number begins with a zero, or something was copied along. The same answer comes when the issue was moved or deleted, and when the account may not see it.
    ///
    /// ## How to fix it
    /// 1. Open the issue in a browser and copy the key from its address, behind `/browse/`.
    /// 2. Put the key alone into the field.
    /// 3. If it is right, check that the credentials work and that the account may see the issue.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "issue-not-found",
    title: "There is no issue with this key",
    group: Object,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","issue":"WEB-012"}"#,
    right: r#"{"site":"https://acme.atlassian.net","issue":"WEB-12"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_key(facts, suspicion);
    weigh_answer(facts, suspicion);
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let nothing = facts.exchange().filter(|x| x.sent.names_nothing("issue"));
    if let Some(exchange) = nothing {
        let why = "The called address says `undefined` or `null` where the issue's key belongs.";
        suspicion.because_of(weight::PROOF, exchange.field.unwrap_or(Field::Request), why);
        return;
    }
    let by_status = || {
        let about = facts.asked() == Endpoint::Issue || facts.evidence.issue.is_some() && facts.asked() != Endpoint::Project;
        facts.nothing_seen().filter(|_| about)
    };
    // facts.md 11 #30. A server that says so without a word of permission knows it.
    if let Some(hit) = facts.hit(Signature::IssueMissing) {
        let why = "The answer says that the issue does not exist.";
        suspicion.because_hit(weight::STRONG, hit, why);
    } else if let Some(hit) = facts.hit(Signature::IssueUnseen) {
        let why = "The answer says that there is no such issue, or none that the account may see.";
        suspicion.because_hit(weight::HINT, hit, why);
    } else if let Some(sign) = by_status() {
        suspicion.because_sign(weight::HINT, &sign);
    } else {
        return;
    }
    if facts.credential_was_taken() {
        suspicion.because(weight::HINT, "Jira knows the account, so it is not taken for a stranger.");
    } else if facts.anonymous_answer().is_some() {
        suspicion.unless(weight::HINT);
    }
}

fn weigh_key(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(typed) = facts.evidence.issue.as_deref() else {
        return;
    };
    let key = key::read(typed);
    let issue = key.normal.as_str();
    // facts.md 7: the grammar of keys.
    let (severity, weight, why) = match key.kind {
        KeyKind::Empty | KeyKind::Number => return,
        _ if key::is_nothing(typed) => (
            Severity::Error,
            weight::PROOF,
            "A program wrote that it has no issue key, in place of one.",
        ),
        // A placeholder is a problem of its own.
        _ if key::is_placeholder(typed) => return,
        KeyKind::Neither => (
            Severity::Error,
            weight::PROOF,
            "This cannot be an issue's key: a key is the project's key, a hyphen and a number.",
        ),
        KeyKind::Project => (
            Severity::Error,
            weight::PROOF,
            "This is the key of a project; an issue's key has a hyphen and a number behind it.",
        ),
        KeyKind::Issue if typed == issue => return another_project(facts, issue, suspicion),
        // facts.md 7: Cloud finds it all the same.
        KeyKind::Issue if typed.eq_ignore_ascii_case(issue) => (
            Severity::Info,
            weight::HINT,
            "Issue keys are written in capital letters. Jira Cloud finds them in small ones too, a server may not.",
        ),
        KeyKind::Issue if typed.trim().eq_ignore_ascii_case(issue) => (
            Severity::Warning,
            weight::STRONG,
            "Blanks stand around the issue's key.",
        ),
        KeyKind::Issue => (
            Severity::Error,
            weight::PROOF,
            "Something stands in or around the issue's key that does not belong to it.",
        ),
    };
    suspicion
        .severity(severity)
        .because_of(weight, Field::Issue, why);
    if key.kind == KeyKind::Issue && typed != issue {
        suspicion.fix(Fix::new(["Use ", issue].concat()).set(Field::Issue, issue));
    }
}

/// Both may be meant, so this is only said.
fn another_project(facts: &Facts, issue: &str, suspicion: &mut Suspicion) {
    let Some(typed) = facts.evidence.project.as_deref() else {
        return;
    };
    let project = key::read(typed);
    if project.kind == KeyKind::Project && project.normal != key::project_of(issue) {
        suspicion.severity(Severity::Info).because_of(
            weight::HINT,
            Field::Issue,
            "The issue belongs to another project than the one that is named.",
        );
    }
}
