use crate::facts::Facts;
use crate::facts::permissions::Lacking;
use crate::permission::{BROWSE, Need, Scope};
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The account may not do this in this project. Without the permission to browse it, Jira answers as if the project and its issues did not exist.
    ///
    /// ## Why it happens
    /// Permissions are given to roles and groups of each project. A new account, or one made for an integration, is in none of them. A token has no permissions of its own: it may do what its account may do.
    ///
    /// ## How to fix it
    /// 1. Sign in to Jira in a browser as the account of the token, and try the same thing there.
    /// 2. Ask an administrator of the project for the role that has what is wanted: `BROWSE_PROJECTS`, `CREATE_ISSUES`, `EDIT_ISSUES`; for versions `ADMINISTER_PROJECTS`.
    /// 3. Check it with `/rest/api/3/mypermissions?projectKey=KEY&permissions=BROWSE_PROJECTS`.
    ///
    /// ## References
    /// - [Managing project permissions](https://confluence.atlassian.com/x/yodKLg)
    /// - [Permissions overview](https://confluence.atlassian.com/x/FQiiLQ)
    id: "permission-project",
    title: "A permission in the project is missing",
    group: SignOnAndAccount,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB","request":{"url":"https://acme.atlassian.net/rest/api/3/mypermissions?projectKey=WEB&permissions=BROWSE_PROJECTS"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"permissions\":{\"BROWSE_PROJECTS\":{\"id\":\"10\",\"key\":\"BROWSE_PROJECTS\",\"type\":\"PROJECT\",\"havePermission\":false}}}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB","request":{"url":"https://acme.atlassian.net/rest/api/3/mypermissions?projectKey=WEB&permissions=BROWSE_PROJECTS"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"permissions\":{\"BROWSE_PROJECTS\":{\"id\":\"10\",\"key\":\"BROWSE_PROJECTS\",\"type\":\"PROJECT\",\"havePermission\":true}}}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    if let Some(hit) = facts.any_hit(&[Signature::CreateDenied, Signature::BrowseDenied]) {
        let why = "The answer says that the account may not do this in the project.";
        suspicion.because_hit(weight::PROOF, hit, why);
    }
    // facts.md 6: `mypermissions`, which answers a stranger too, and then everything is false.
    if let Some(lacking) = facts.lacking(Scope::Project) {
        weigh_list(facts, suspicion, &lacking);
    }
    if !suspicion.is_empty() {
        return;
    }
    let said = facts.any_hit(&[Signature::PermissionDenied, Signature::BlamesPermission]);
    if let Some(hit) = said.filter(|_| facts.asked() != Endpoint::Admin) {
        let why = "The answer says that a permission is missing.";
        suspicion.because_hit(weight::HINT + weight::FITS, hit, why);
    } else if let Some(sign) = facts.nothing_seen() {
        weigh_missing(facts, suspicion, &sign);
    } else if let Some(sign) = facts.forbidden().filter(|_| facts.secret_may_be_good()) {
        // facts.md 11 #23.
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
        suspicion.because_sign(
            if in_project {
                weight::HINT
            } else {
                weight::FITS
            },
            &sign,
        );
        suspicion.message("The account may lack a permission in this project.");
    }
}

fn weigh_list(facts: &Facts, suspicion: &mut Suspicion, lacking: &Lacking) {
    let known = facts.credential_was_taken();
    let weight = if known { weight::PROOF } else { weight::STRONG };
    suspicion.because_sign(weight, &lacking.sign);
    // Whoever has no access to Jira at all holds nothing in any project either.
    if facts.has_no_access().is_some() {
        suspicion.unless(weight::STRONG);
    }
    if lacking.need == Need::Optional {
        suspicion.severity(Severity::Warning);
    }
    let which = match (lacking.need, lacking.is_anywhere) {
        (Need::Required, false) => "The account does not hold these permissions of the project: ",
        (Need::Required, true) => "The account does not hold these permissions in any project: ",
        (Need::Optional, false) => "A part will not work, for the account does not hold these permissions of the project: ",
        (Need::Optional, true) => "A part will not work, for the account does not hold these permissions in any project: ",
    };
    suspicion.message([which, &lacking.names, "."].concat());
}

/// facts.md 11 #30, #31: hidden and missing look the same, to a stranger as well.
fn weigh_missing(facts: &Facts, suspicion: &mut Suspicion, sign: &crate::facts::Sign) {
    // Where the project itself was shown, or its permission is held, something else hides what is in it.
    if facts.holds(BROWSE) == Some(true) || facts.sees_project() {
        return;
    }
    let known = facts.credential_was_taken();
    let named = facts.hit(Signature::JqlValueMissing).is_some()
        || facts.hit(Signature::NoProjectForVersions).is_some();
    let page = facts.asked() == Endpoint::Confluence;
    suspicion.because_sign(if page { weight::FITS } else { weight::HINT }, sign);
    suspicion.message("The account may not be allowed to see this project. Jira then says that there is none.");
    // facts.md 11 #60: the permission before the key and the stranger.
    if let Some(hit) = facts.hit(Signature::NoProjectForVersions) {
        suspicion.because_hit(weight::FITS, hit, "Versions take the permission ADMINISTER_PROJECTS, which few accounts hold.");
    }
    if known {
        suspicion.because(
            weight::HINT,
            "Jira knows the account, so it is not taken for a stranger.",
        );
    } else if facts.anonymous_answer().is_some() {
        suspicion.unless(weight::HINT);
    }
    if named {
        suspicion.because(
            weight::FITS,
            "A project that is named in a search exists more often than not.",
        );
    }
}
