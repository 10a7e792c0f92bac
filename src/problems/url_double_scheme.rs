use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The address has two schemes, such as `https://https://acme.atlassian.net`. Programs then look for a server named `https`, which does not exist.
    ///
    /// ## Why it happens
    /// The product's form adds `https://` by itself, or the address was pasted behind one that stood in the field already.
    ///
    /// ## How to fix it
    /// 1. Leave one `https://`.
    /// 2. If the form shows `https://` beside the field, type the host alone: `acme.atlassian.net`.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-double-scheme",
    title: "https:// stands twice",
    group: SiteUrl,
    severity: Warning,
    prior: -5,
    wrong: r#"{"site":"https://https://acme.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // The host that a program reads from such an address.
    let is_scheme = |host: &str| matches!(host, "https" | "http");
    if facts.calls().any(|(_, called)| is_scheme(called.host)) {
        suspicion.because(
            weight::PROOF + weight::HINT,
            "The program looked for a host of the name “https”.",
        );
    }
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::DoubleScheme],
        "The program made an address with https:// twice in it.",
    );
    let Some(change) = facts.repaired(&[ChangeKind::DoubledScheme]) else {
        return;
    };
    // No site has such an address; only a client that repairs it gets through, hence the prior.
    suspicion
        .because_changed(weight::PROOF, Field::Site, change)
        .fix(Fix::of_site(facts));
}
