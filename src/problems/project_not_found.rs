use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::permission::BROWSE;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::key::{self, KeyKind};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "project-not-found",
    title: "There is no project with this key",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Find),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open an issue of the project. The part of its key before the hyphen is the project's key.",
        ),
        always("Type it in capital letters, with nothing around it."),
        always("If it is right, check that the account may see the project."),
    ],
    links: &[
        on_cloud(Link::new(
            "Jira Cloud REST API: introduction",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
        on_server(Link::new(
            "Data Center: changing the project key format",
            "https://confluence.atlassian.com/adminjiraserver/changing-the-project-key-format-938847081.html",
        )),
    ],
    rules: &[
        Rule::new(
            24,
            "PROJECT & NOT_THERE|INVALID - PERMISSION|ISSUE|AUTHENTICATE",
        ),
        Rule::new(15, "PROJECT & NOT_THERE|INVALID & PERMISSION"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira finds a project by its key: a letter, then capital letters and digits, such as `WEB`. With a text that cannot be a key, or a key that no project has, it answers that the project does not exist.",
        ],
        causes: &[
            "The project's name was typed instead of its key, an issue's number was left on, or a variable wasn't set. Jira gives the same answer when the account may not see the project.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","project":"WEB-12"}"#,
        right: r#"{"site":"https://acme.atlassian.net","project":"WEB"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_key(facts, score);
    weigh_answer(facts, score);
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    let nothing = facts.exchange().filter(|x| x.sent.names_nothing("project"));
    if let Some(exchange) = nothing {
        let why = prose!(
            "The called address says `undefined` or `null` where the project's key belongs."
        );
        score
            .reason(weight::PROOF, why)
            .at(exchange.field.unwrap_or(Field::Request));
        return;
    }
    let named = facts.any_hit(&[
        Signature::NoProject,
        Signature::NoProjectForVersions,
        Signature::JqlProjectUnseen,
        Signature::BoardUnseen,
    ]);
    let by_status = || {
        let about = matches!(facts.asked(), Endpoint::Project) || facts.evidence.project.is_some();
        facts
            .nothing_seen()
            .filter(|_| about && facts.evidence.issue.is_none())
    };
    // jira-facts.md 11 #31: one of three causes, and the only one that a known account leaves beside the permission.
    if let Some(hit) = named {
        let why = prose!(
            "The answer says that there is no such project, or none that the account may see."
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
        // jira-facts.md 6: in the whole of Jira a project permission is held where it is held in any project.
        if facts.holds_anywhere(BROWSE) {
            score.reason(
                weight::HINT,
                prose!("The account may browse other projects on this site."),
            );
        }
    } else if facts.anonymous_answer().is_some() {
        score.against(weight::HINT);
    }
}

fn weigh_key(facts: &Facts, score: &mut Score) {
    let Some(typed) = facts.evidence.project.as_deref() else {
        return;
    };
    let key = key::read(typed);
    let project = key::project_of(&key.normal);
    // jira-facts.md 7: the grammar of keys.
    let (severity, weight, why) = match key.kind {
        KeyKind::Empty | KeyKind::Number => return,
        _ if key::is_nothing(typed) => (
            Severity::Error,
            weight::PROOF,
            prose!("A program wrote that it has no value instead of a project key."),
        ),
        // A placeholder is a problem of its own.
        _ if key::is_placeholder(typed) => return,
        KeyKind::Neither => (
            Severity::Error,
            weight::PROOF,
            prose!(
                "This can't be a project key: a key is a letter followed by letters and digits. It may be the project's name."
            ),
        ),
        KeyKind::Issue => (
            Severity::Error,
            weight::PROOF,
            prose!("This is an issue key; the project key is the part before the hyphen."),
        ),
        KeyKind::Project if project.contains('_') && facts.is_cloud() => (
            Severity::Warning,
            weight::STRONG,
            prose!("On Jira Cloud a project's key has only letters and digits, and no underscore."),
        ),
        KeyKind::Project if typed == project => return another_project(facts, project, score),
        // jira-facts.md 7: Cloud finds it all the same.
        KeyKind::Project if typed.eq_ignore_ascii_case(project) => (
            Severity::Info,
            weight::HINT,
            prose!(
                "Project keys are written in capital letters. Jira Cloud also finds them in lower case; a server may not."
            ),
        ),
        KeyKind::Project if typed.trim().eq_ignore_ascii_case(project) => (
            Severity::Warning,
            weight::STRONG,
            prose!("There are spaces around the project key."),
        ),
        KeyKind::Project => (
            Severity::Error,
            weight::PROOF,
            prose!("There is something around the project key that doesn't belong to it."),
        ),
    };
    score
        .severity(severity)
        .reason(weight, why)
        .at(Field::Project);
    if !project.is_empty() && typed != project && !key::is_nothing(typed) {
        score.fix(Fix::new(prose!("Use {value}", value = project)).set(Field::Project, project));
    }
}

/// The address may have been copied from any page, so this is only said.
fn another_project(facts: &Facts, project: &str, score: &mut Score) {
    let harvested = facts.site.as_ref().and_then(|site| site.project.as_deref());
    if let Some(other) = harvested.filter(|other| !other.eq_ignore_ascii_case(project)) {
        let why = prose!(
            "The site's address was copied from another project: {other}.",
            other
        );
        score
            .severity(Severity::Info)
            .reason(weight::HINT, why)
            .at(Field::Project);
    }
}
