use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::permission::BROWSE;
use crate::read::exchange::Endpoint;
use crate::read::key::{self, KeyKind};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Jira finds a project by its key: a letter, then capital letters and digits, such as `WEB`. With a text that cannot be a key, or a key that no project has, it answers that the project does not exist.
    ///
    /// ## Why it happens
    /// The name of the project was typed in place of its key, the number of an issue was left on, or a variable was not set. The same answer comes when the account may not see the project.
    ///
    /// ## How to fix it
    /// 1. Open an issue of the project. The part of its key before the hyphen is the project's key.
    /// 2. Type it in capital letters, with nothing around it.
    /// 3. If it is right, check that the account may see the project.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    /// - [Data Center: changing the project key format](https://confluence.atlassian.com/adminjiraserver/changing-the-project-key-format-938847081.html)
    id: "project-not-found",
    title: "There is no project with this key",
    group: Object,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","project":"WEB-12"}"#,
    right: r#"{"site":"https://acme.atlassian.net","project":"WEB"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_key(facts, suspicion);
    weigh_answer(facts, suspicion);
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    let nothing = facts.exchange().filter(|x| x.sent.names_nothing("project"));
    if let Some(exchange) = nothing {
        let why = "The called address says `undefined` or `null` where the project's key belongs.";
        suspicion.because_of(weight::PROOF, exchange.field.unwrap_or(Field::Request), why);
        return;
    }
    let named = facts.any_hit(&[
        Signature::NoProject,
        Signature::NoProjectForVersions,
        Signature::JqlValueMissing,
        Signature::BoardUnseen,
    ]);
    let by_status = || {
        let about = matches!(facts.asked(), Endpoint::Project) || facts.evidence.project.is_some();
        facts.nothing_seen().filter(|_| about && facts.evidence.issue.is_none())
    };
    // facts.md 11 #31: one of three causes, and the only one that a known account leaves beside the permission.
    if let Some(hit) = named {
        let why = "The answer says that there is no such project, or none that the account may see.";
        suspicion.because_hit(weight::HINT, hit, why);
    } else if let Some(sign) = by_status() {
        suspicion.because_sign(weight::HINT, &sign);
    } else {
        return;
    }
    if facts.credential_was_taken() {
        suspicion.because(weight::HINT, "Jira knows the account, so it is not taken for a stranger.");
        // facts.md 6: in the whole of Jira a project permission is held where it is held in any project.
        if facts.holds_anywhere(BROWSE) {
            suspicion.because(weight::HINT, "The account may browse other projects on this site.");
        }
    } else if facts.anonymous_answer().is_some() {
        suspicion.unless(weight::HINT);
    }
}

fn weigh_key(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(typed) = facts.evidence.project.as_deref() else {
        return;
    };
    let key = key::read(typed);
    let project = key::project_of(&key.normal);
    // facts.md 7: the grammar of keys.
    let (severity, weight, why) = match key.kind {
        KeyKind::Empty | KeyKind::Number => return,
        _ if key::is_nothing(typed) => (
            Severity::Error,
            weight::PROOF,
            "A program wrote that it has no project key, in place of one.",
        ),
        // A placeholder is a problem of its own.
        _ if key::is_placeholder(typed) => return,
        KeyKind::Neither => (
            Severity::Error,
            weight::PROOF,
            "This cannot be a project's key: a key is a letter followed by letters and digits. Perhaps it is the project's name.",
        ),
        KeyKind::Issue => (
            Severity::Error,
            weight::PROOF,
            "This is the key of an issue; the project's key is the part before the hyphen.",
        ),
        KeyKind::Project if project.contains('_') && facts.is_cloud() => (
            Severity::Warning,
            weight::STRONG,
            "On Jira Cloud a project's key has only letters and digits, and no underscore.",
        ),
        KeyKind::Project if typed == project => return another_project(facts, project, suspicion),
        // facts.md 7: Cloud finds it all the same.
        KeyKind::Project if typed.eq_ignore_ascii_case(project) => (
            Severity::Info,
            weight::HINT,
            "Project keys are written in capital letters. Jira Cloud finds them in small ones too, a server may not.",
        ),
        KeyKind::Project if typed.trim().eq_ignore_ascii_case(project) => (
            Severity::Warning,
            weight::STRONG,
            "Blanks stand around the project's key.",
        ),
        KeyKind::Project => (
            Severity::Error,
            weight::PROOF,
            "Something stands around the project's key that does not belong to it.",
        ),
    };
    suspicion
        .severity(severity)
        .because_of(weight, Field::Project, why);
    if !project.is_empty() && typed != project && !key::is_nothing(typed) {
        suspicion.fix(Fix::new(["Use ", project].concat()).set(Field::Project, project));
    }
}

/// The address may have been copied from any page, so this is only said.
fn another_project(facts: &Facts, project: &str, suspicion: &mut Suspicion) {
    let harvested = facts.site.as_ref().and_then(|site| site.project.as_deref());
    if let Some(other) = harvested.filter(|other| !other.eq_ignore_ascii_case(project)) {
        let why = [
            "The site's address was copied from another project: ",
            other,
            ".",
        ]
        .concat();
        suspicion
            .severity(Severity::Info)
            .because_of(weight::HINT, Field::Project, why);
    }
}
