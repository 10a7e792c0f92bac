use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The address goes on behind the host, to a page or into the API. A product puts its own path behind what you type, so the two run together, and Jira answers that there is no such page.
    ///
    /// ## Why it happens
    /// The address was copied from the browser while a board, an issue or the dashboard was open, or from a manual that shows a whole API call.
    ///
    /// ## How to fix it
    /// 1. Keep the part up to `.atlassian.net` and take away everything behind it.
    /// 2. For Confluence, keep `/wiki` and nothing more.
    /// 3. On your own server, keep the context path, such as `/jira`, if the start page has one.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-has-path",
    title: "The address carries a path",
    group: SiteUrl,
    severity: Warning,
    prior: -10,
    wrong: r#"{"site":"https://acme.atlassian.net/jira/software/projects/WEB/boards/1"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // Another path in place of Confluence's is a problem of its own.
    if facts.lacks_confluence_path() {
        return;
    }
    weigh_answer(facts, suspicion);
    let kinds = [ChangeKind::Path, ChangeKind::Query, ChangeKind::Fragment];
    let wiki = facts.wiki();
    // facts.md 7: an extra path on Cloud is answered with the dead-link page (row 33 of section 11).
    if let Some(change) = facts.repairs(&kinds).find(|&change| Some(change) != wiki) {
        suspicion.because_changed(weight::PROOF, Field::Site, change);
    } else if let Some(wiki) = wiki.filter(|_| !facts.wants_confluence()) {
        // Where nobody said what is called, it may be Confluence, where it is right.
        if facts.evidence.answers.product.is_none() {
            suspicion
                .severity(Severity::Info)
                .because_changed(weight::HINT, Field::Site, wiki);
        } else {
            suspicion.because_changed(weight::PROOF, Field::Site, wiki);
        }
    }
    if facts.repaired(&kinds).is_some() {
        suspicion.message("The address goes on behind the site, and a product puts its own path there.");
    }
    suspicion.fix(Fix::of_site(facts));
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.4 and 11 #33.
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::DeadLink],
        "Jira answers with its page for dead links: the path that was called has a part too many.",
    );
    // facts.md 11 #32.
    if let Some(exchange) = facts.doubled_path() {
        suspicion.because_answered(
            weight::PROOF + weight::HINT,
            exchange,
            "The program called /rest twice in one path: once from the address, once of its own.",
        );
    }
}
