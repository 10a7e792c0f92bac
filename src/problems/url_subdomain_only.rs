use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::profile::SiteForm;
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Some products ask for the name of the site alone (`acme`) and add `.atlassian.net` themselves. Others ask for the host or the whole address. The wrong one of these leads to a host that does not exist.
    ///
    /// ## Why it happens
    /// The field is named `site`, `domain`, `subdomain`, `instance` or `host`, and each product means something else by it.
    ///
    /// ## How to fix it
    /// 1. Look at the example beside the field, or at what stands before and behind it.
    /// 2. If it wants the name alone, type `acme`.
    /// 3. Otherwise type the whole address: `https://acme.atlassian.net`.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-subdomain-only",
    title: "Site name and whole address are mixed up",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 7: a form that adds the suffix made two of it, and nothing answers there.
    if let Some(change) = facts.repaired(&[ChangeKind::DoubledSuffix]) {
        suspicion.because_changed(weight::PROOF, Field::Site, change);
    } else if let Some(profile) = facts.other_form_wanted() {
        let wanted = match profile.site.form {
            SiteForm::Subdomain => " wants the site's name alone and adds .atlassian.net itself.",
            SiteForm::Host => " wants the site's host, without https:// in front.",
            SiteForm::Url => " wants the site's whole address.",
        };
        suspicion.because_of(weight::PROOF, Field::Site, [profile.name.as_str(), wanted].concat());
    } else if let Some(change) = facts.repaired(&[ChangeKind::BareName]).filter(|_| facts.profile.is_none()) {
        // The bare name is what some forms want, so this is only said, never held against anyone.
        suspicion
            .severity(Severity::Info)
            .because_changed(weight::HINT, Field::Site, change);
    }
    let doubled = facts
        .calls()
        .find(|(_, called)| called.host.ends_with(".atlassian.net.atlassian.net"));
    if let Some((exchange, _)) = doubled {
        suspicion.severity(Severity::Error).because_answered(
            weight::PROOF + weight::HINT,
            exchange,
            "The program put .atlassian.net behind what was typed, which had it already.",
        );
    }
    if facts.forms_differ() {
        suspicion.severity(Severity::Error).because_known(
            weight::STRONG,
            facts,
            &[Signature::SubdomainOnly],
            "The program asks for the name of the site alone, and the field holds a whole address.",
        );
    }
    suspicion.fix(Fix::of_site(facts));
}
