use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The caller is an app, and the site does not have it installed. Your own e-mail and token play no part in this.
    ///
    /// ## Why it happens
    /// An administrator removed the app, or its licence ended, or it was never installed on this site but on another. Atlassian says the same where an app was granted too few scopes.
    ///
    /// ## How to fix it
    /// 1. Ask an administrator of the site to look for the app under Apps, and to install or enable it.
    /// 2. Connect the account once more in the program, and grant all that it asks for.
    /// 3. Make sure that you picked the right site, if you have several.
    ///
    /// ## References
    /// - [OAuth 2.0 (3LO) apps](https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/)
    /// - [Scopes for OAuth 2.0 (3LO) and Forge apps](https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/)
    id: "app-not-installed",
    title: "An app is missing on the site",
    group: Object,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555","response":{"status":403,"body":"{\"code\":403,\"message\":\"The app is not installed on this instance\"}"}}"#,
    right: r#"{"site":"https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555","response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("This says nothing against your token: the app is not installed on the site.");
    // facts.md 4.3 and 11 #25.
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::AppNotInstalled],
        "Atlassian says that the app is not installed on this site.",
    );
}
