use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Jira is deactivated on this site. No credential helps while it is; yours may well be right.
    ///
    /// ## Why it happens
    /// A bill was not paid, a trial ended, an administrator removed the product, or nobody used a free site for long. Atlassian keeps the data for a while.
    ///
    /// ## How to fix it
    /// 1. Open the site in a browser; it says the same.
    /// 2. Ask an administrator of the organisation to look under Billing at admin.atlassian.com, and to reactivate the site.
    /// 3. Try again some minutes after that, with the same token.
    ///
    /// ## References
    /// - [Atlassian status](https://status.atlassian.com)
    /// - [Application access](https://confluence.atlassian.com/x/3YxjL)
    id: "site-suspended",
    title: "The site is switched off",
    group: ServerAndClient,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":503,"headers":{"Content-Type":"text/html"},"body":"<title>Atlassian Cloud Notifications - Product Unavailable</title><h1>Jira has been deactivated</h1>"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("No credentials help here, good or bad: Jira is switched off on this site.");
    // facts.md 4.4 and 11 #56.
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::ProductUnavailable, Signature::JiraDeactivated],
        "Atlassian says that Jira is switched off on this site.",
    );
}
