use crate::advice::always;
use crate::facts::permissions::Lacking;
use crate::facts::{Facts, Sign};
use crate::permission::{BROWSE, Need, Scope};
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "permission-project",
    title: "A project permission is missing",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Sign in to Jira in a browser as the account of the token, and try the same thing there.",
        ),
        always(
            "Ask a project administrator for a role with the permission you need: `BROWSE_PROJECTS`, `CREATE_ISSUES` or `EDIT_ISSUES`; for versions, `ADMINISTER_PROJECTS`.",
        ),
        always(
            "Check it with `/rest/api/3/mypermissions?projectKey=KEY&permissions=BROWSE_PROJECTS`.",
        ),
    ],
    links: &[
        always(Link::new(
            "Managing project permissions",
            "https://confluence.atlassian.com/x/yodKLg",
        )),
        always(Link::new(
            "Permissions overview",
            "https://confluence.atlassian.com/x/FQiiLQ",
        )),
    ],
    rules: &[
        Rule::new(
            24,
            "NOT|DENIED|MISSING & PERMISSION & PROJECT|PAGE|CREATE|EDIT|DELETE|ASSIGN|TRANSITION|COMMENT|LINK|ATTACH|LOG_WORK|BROWSE - GLOBAL|SCOPE|LICENSE|IP",
        ),
        Rule::new(
            22,
            "NOT|DENIED & ALLOW|DENIED & PROJECT|ISSUE|PAGE - GLOBAL|SCOPE|LICENSE|IP|TOKEN|CREDENTIAL|PASSWORD",
        ),
        Rule::new(
            15,
            "NOT|MISSING & PERMISSION - GLOBAL|SCOPE|LICENSE|IP|SITE|ADMIN|FILE",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The account may not do this in this project. Without the permission to browse it, Jira answers as if the project and its issues did not exist.",
        ],
        causes: &[
            "Permissions are given to roles and groups of each project. A new account, or one made for an integration, is in none of them. A token has no permissions of its own: it may do what its account may do.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB","request":{"url":"https://acme.atlassian.net/rest/api/3/mypermissions?projectKey=WEB&permissions=BROWSE_PROJECTS"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"permissions\":{\"BROWSE_PROJECTS\":{\"id\":\"10\",\"key\":\"BROWSE_PROJECTS\",\"type\":\"PROJECT\",\"havePermission\":false}}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB","request":{"url":"https://acme.atlassian.net/rest/api/3/mypermissions?projectKey=WEB&permissions=BROWSE_PROJECTS"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"permissions\":{\"BROWSE_PROJECTS\":{\"id\":\"10\",\"key\":\"BROWSE_PROJECTS\",\"type\":\"PROJECT\",\"havePermission\":true}}}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.any_hit(&[Signature::CreateDenied, Signature::BrowseDenied]) {
        let why = prose!("The answer says that the account may not do this in the project.");
        score.reason(weight::PROOF, why).at(hit);
    }
    // jira-facts.md 6: `mypermissions`, which answers a stranger too, and then everything is false.
    if let Some(lacking) = facts.lacking(Scope::Project) {
        weigh_list(facts, score, lacking);
    }
    if !score.is_empty() {
        return;
    }
    let said = facts.any_hit(&[Signature::PermissionDenied, Signature::BlamesPermission]);
    if let Some(hit) = said.filter(|_| facts.asked() != Endpoint::Admin) {
        let why = prose!("The answer says that a permission is missing.");
        score.reason(weight::HINT + weight::FITS, why).at(hit);
    } else if let Some(sign) = facts.nothing_seen() {
        weigh_missing(facts, score, sign);
    } else if let Some(sign) = facts.forbidden().filter(|_| facts.secret_may_be_good()) {
        // jira-facts.md 11 #23.
        let in_project = matches!(
            facts.asked(),
            Endpoint::Issue
                | Endpoint::Project
                | Endpoint::Projects
                | Endpoint::Agile
                | Endpoint::ServiceDesk
        );
        // A permission is refused in JSON; a page is sign-in's or a gate's.
        if facts.is_page() {
            return;
        }
        score
            .reason(
                if in_project {
                    weight::HINT
                } else {
                    weight::FITS
                },
                sign.text,
            )
            .at(sign.place);
        score.message(if facts.evidence.answers.worked_before == Some(true) {
            prose!("It worked before, so something was changed: perhaps the account's permissions in this project.")
        } else {
            prose!("The account may lack a permission in this project.")
        });
    }
}

fn weigh_list(facts: &Facts, score: &mut Score, lacking: Lacking) {
    let known = facts.credential_was_taken();
    let weight = if known { weight::PROOF } else { weight::STRONG };
    score
        .reason(weight, lacking.sign.text)
        .at(lacking.sign.place);
    // Whoever has no access to Jira at all holds nothing in any project either.
    if facts.has_no_access().is_some() {
        score.against(weight::STRONG);
    }
    if lacking.need == Need::Optional {
        score.severity(Severity::Warning);
    }
    let permissions = lacking.names;
    score.message(match (lacking.need, lacking.is_anywhere) {
        (Need::Required, false) => prose!("The account doesn't have these permissions in the project: {permissions}.", permissions),
        (Need::Required, true) => prose!("The account doesn't have these permissions in any project: {permissions}.", permissions),
        (Need::Optional, false) => prose!("Part of it won't work: the account doesn't have these permissions in the project: {permissions}.", permissions),
        (Need::Optional, true) => prose!("Part of it won't work: the account doesn't have these permissions in any project: {permissions}.", permissions),
    });
}

/// jira-facts.md 11 #30, #31: hidden and missing look the same, to a stranger as well.
fn weigh_missing(facts: &Facts, score: &mut Score, sign: Sign) {
    // Where the project itself was shown, or its permission is held, something else hides what is in it.
    if facts.holds(BROWSE) == Some(true) || facts.sees_project() {
        return;
    }
    let known = facts.credential_was_taken();
    let named = facts.hit(Signature::JqlProjectUnseen).is_some()
        || facts.hit(Signature::NoProjectForVersions).is_some();
    let page = facts.asked() == Endpoint::Confluence;
    score
        .reason(if page { weight::FITS } else { weight::HINT }, sign.text)
        .at(sign.place);
    score.message(prose!(
        "The account may not be allowed to see this project. Jira then says that it doesn't exist."
    ));
    // jira-facts.md 11 #60: the permission before the key and the stranger.
    if let Some(hit) = facts.hit(Signature::NoProjectForVersions) {
        score
            .reason(
                weight::FITS,
                prose!(
                    "Versions take the permission ADMINISTER_PROJECTS, which few accounts hold."
                ),
            )
            .at(hit);
    }
    if known {
        score.reason(
            weight::HINT,
            prose!("Jira knows the account, so the call was signed in."),
        );
    } else if facts.anonymous_answer().is_some() {
        score.against(weight::HINT);
    }
    if named {
        score.reason(
            weight::FITS,
            prose!("A project that is named in a search exists more often than not."),
        );
    }
}
