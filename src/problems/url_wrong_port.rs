use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::site::SiteKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// Jira Cloud answers on the ordinary port of https alone. With another one in the address the call waits until it is given up.
    ///
    /// ## Why it happens
    /// Servers of one's own often have a port, such as 8080 or 8443, and it stayed when the address was changed to the Cloud site. Some forms fill one in.
    ///
    /// ## How to fix it
    /// 1. Take the colon and the number away.
    /// 2. If the form has a field of its own for the port, leave it blank or put 443 there.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-wrong-port",
    title: "A port stands in a Cloud address",
    group: SiteUrl,
    severity: Warning,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net:8443"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(change) = facts.repaired(&[ChangeKind::Port]) else {
        return;
    };
    // Whoever answers at another port, it is not Jira Cloud.
    let nobody = [
        Signature::TimedOut,
        Signature::ConnectionRefused,
        Signature::ConnectionReset,
        Signature::Unreachable,
    ];
    // A server of one's own may have any port; there the reader only drops the one that https has anyway.
    if facts.site_kind() == Some(SiteKind::SelfHosted) {
        return;
    }
    let silent = facts.any_hit(&nobody);
    let port = change.before.trim_start_matches(':');
    let is_default =
        port == "443" || port == "80" && facts.repaired(&[ChangeKind::Insecure]).is_some();
    if is_default {
        // It says what goes without saying, and few clients mind.
        suspicion
            .severity(Severity::Info)
            .because_changed(weight::HINT, Field::Site, change);
    } else {
        suspicion.because_changed(weight::PROOF, Field::Site, change);
        if let Some(hit) = silent {
            let why = "Nobody answered at this port.";
            suspicion.because_at(weight::HINT, hit.field, hit.span, why);
        }
    }
    suspicion
        .message("The address has a port, and Jira Cloud is reached without one.")
        .fix(Fix::of_site(facts));
}
