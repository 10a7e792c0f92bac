use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::site::{Site, SiteKind};
use crate::facts::network::Redirect;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// With `http://` everything travels readable, the token included. Jira Cloud answers such a call with a redirect to `https://`; on the way a program may drop the header or turn a write into a read.
    ///
    /// On a server of your own, a port speaks either http or https, and the address must say which.
    ///
    /// ## Why it happens
    /// The address was typed from memory, or comes from a time before https. On a server, port 8080 usually speaks http, 8443 and 443 https.
    ///
    /// ## How to fix it
    /// 1. Write `https://` in place of `http://`.
    /// 2. On your own server, ask its administrator for the https address and port.
    /// 3. If the token travelled over http, make a new one.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [Data Center: basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    id: "url-http-not-https",
    title: "http where https is wanted",
    group: SiteUrl,
    severity: Warning,
    prior: -5,
    wrong: r#"{"site":"http://acme.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    let is_said = !suspicion.is_empty();
    if let Some(change) = facts.repaired(&[ChangeKind::Insecure]) {
        // Cloud has nothing but https. A reading call gets through a redirect, hence the prior.
        suspicion
            .message("The address begins with http://, and Atlassian answers over https:// alone.")
            .because_changed(weight::PROOF, Field::Site, change)
            .fix(Fix::of_site(facts));
    } else if facts.site_kind() == Some(SiteKind::SelfHosted) && !is_said {
        weigh_server(facts, suspicion);
    }
}

/// What is said where one side speaks http and the other https.
fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::HttpToHttpsPort],
        "This port speaks https, and the program spoke http.",
    );
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::HttpsToHttpPort],
        "This port speaks http, and the program spoke https.",
    );
    // facts.md 5.
    suspicion.because_known(
        weight::PROOF + weight::HINT,
        facts,
        &[Signature::MixedContent],
        "The browser does not call an http address from a page that came by https.",
    );
    // A server that wants https answers so; where to stands in a header that few programs print.
    let moved = facts.exchanges.iter().find(|x| {
        matches!(x.status, Some(301 | 302 | 307 | 308)) && x.headers.get("location").is_none()
    });
    if let (Some(exchange), Some("http")) = (moved, facts.typed().map(|typed| typed.scheme)) {
        suspicion.because_answered(
            weight::STRONG + weight::HINT,
            exchange,
            "The server sends a call by http on to another address, which most often is the same with https.",
        );
    }
    // facts.md 4.5: following it, a program makes a reading call of a writing one.
    if let Some((exchange, _)) = facts.redirect(Redirect::Secure) {
        suspicion.because_answered(
            weight::PROOF,
            exchange,
            "The server sends the caller on to the same address with https.",
        );
    }
}

/// A server of one's own may speak http. The customary ports only hint at the scheme.
fn weigh_server(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(Site {
        url: Some(url),
        host: Some(host),
        ..
    }) = &facts.site
    else {
        return;
    };
    match (url.starts_with("http://"), facts.port()) {
        (true, Some("443" | "8443")) => {
            let why = "This port usually speaks https, and the address says http.";
            suspicion.because_of(weight::STRONG, Field::Site, why);
        }
        (true, _) if !is_local(host) => {
            let why =
                "With http, the token can be read by whoever stands between you and this server.";
            suspicion
                .severity(Severity::Info)
                .because_of(weight::HINT, Field::Site, why);
        }
        (false, Some("80" | "8080")) if facts.repaired(&[ChangeKind::MissingScheme]).is_some() => {
            let why = "This port usually speaks http, and a program that gets no scheme takes https.";
            suspicion.because_of(weight::HINT, Field::Site, why);
        }
        (false, Some("80" | "8080")) => {
            let why = "This port usually speaks http, and the address says https.";
            suspicion
                .severity(Severity::Info)
                .because_of(weight::HINT, Field::Site, why);
        }
        _ => {}
    }
}

/// A machine on the same desk or in the same building: its name has no dot, or it is an address or a name for that purpose.
fn is_local(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or(host);
    !host.contains('.')
        || ["localhost", "local", "internal", "lan", "corp"].contains(&last)
        || last.bytes().all(|b| b.is_ascii_digit())
}
