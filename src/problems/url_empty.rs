use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::site::SiteKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// No address reached the place where it is needed: the field is blank, or a program wrote `undefined` or `null` there. Without it there is no server to ask.
    ///
    /// ## Why it happens
    /// The field was left out, or a setting has another name than the program looks for, or it is not set where the program runs.
    ///
    /// ## How to fix it
    /// 1. Open Jira in a browser and copy the address up to `.atlassian.net`.
    /// 2. Put it into the field, or into the setting that the program reads.
    /// 3. Start the program again, so that it reads the setting.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-empty",
    title: "The address is empty",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"undefined","email":"jane@acme.example","token":"{{api-token}}"}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::EmptyHost],
        "The program called an address without a host.",
    );
    let is_nothing = |host: &str| matches!(host, "undefined" | "null" | "None" | "nil");
    if facts.calls().any(|(_, called)| is_nothing(called.host)) {
        suspicion.because(
            weight::PROOF,
            "The program wrote that it has no value, in place of the host.",
        );
    }
    if facts.site.is_none() {
        // An address without a scheme may be one without anything.
        suspicion.because_known(
            weight::STRONG,
            facts,
            &[Signature::NoScheme],
            "The program called an address that begins with its path.",
        );
    }
    // A request without a host goes nowhere.
    if facts.site_is_nothing() {
        suspicion.because_of(
            weight::PROOF,
            Field::Site,
            "A program wrote that it has no address, in place of one.",
        );
    } else if facts.site_kind() == Some(SiteKind::Empty) {
        suspicion.because_of(weight::PROOF, Field::Site, "The site's address is blank.");
    }
}
