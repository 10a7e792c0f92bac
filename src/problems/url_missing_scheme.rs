use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The address begins with the host. A browser puts `https://` in front by itself; most programs do not. They refuse the address, or take it for a file or a path.
    ///
    /// ## Why it happens
    /// Browsers hide the scheme, so it is lost when the address is read off and typed. Some manuals show only the host.
    ///
    /// ## How to fix it
    /// 1. Put `https://` in front.
    /// 2. If the product's form shows `https://` beside the field already, leave the address as it is.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-missing-scheme",
    title: "https:// is missing",
    group: SiteUrl,
    severity: Warning,
    prior: -35,
    wrong: r#"{"site":"acme.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // A bare site name is a form of its own, and some products want no scheme.
    if facts.is_bare_name() || !facts.wants_url() {
        return;
    }
    let lacks_scheme = facts.repaired(&[ChangeKind::MissingScheme]).is_some();
    if lacks_scheme && facts.hit(Signature::NoScheme).is_none() {
        suspicion.because_known(
            weight::PROOF,
            facts,
            &[Signature::InvalidUrl],
            "The program could not read the address, which has no https:// in front.",
        );
    }
    // The program says so itself, so it is none that adds the scheme.
    suspicion.because_known(
        weight::PROOF + weight::STRONG,
        facts,
        &[Signature::NoScheme],
        "The program stopped because the address has no https:// in front.",
    );
    let Some(change) = facts.repaired(&[ChangeKind::MissingScheme]) else {
        return;
    };
    // facts.md 7 takes it for https. It is seen for certain, but many clients add it: the prior leaves it
    // likely, behind every strong reason for a refusal.
    suspicion
        .message("The address begins without https://, and some programs fail without it.")
        .because_changed(weight::PROOF, Field::Site, change);
    // An answer shows that the program added it.
    if facts.has_status() {
        suspicion.unless(2 * weight::HINT);
    }
    // These ports usually speak http; which scheme is meant, the person has to say.
    if !matches!(facts.port(), Some("80" | "8080")) {
        suspicion.fix(Fix::of_site(facts));
    }
}
