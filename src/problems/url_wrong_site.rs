use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::site::SiteKind;

problem! {
    /// ## What it means
    /// The address is close to that of an Atlassian site, and is none. Cloud sites end in `.atlassian.net`. Whatever is sent to a misspelt address goes to a stranger, or nowhere.
    ///
    /// ## Why it happens
    /// `atlassian` is easily misspelt, and `.com`, where Atlassian's own pages are, comes to mind before `.net`.
    ///
    /// ## How to fix it
    /// 1. Open Jira in a browser, signed in, and copy the address from there up to `.atlassian.net`.
    /// 2. Put it into the field in place of the misspelt one.
    /// 3. If a token was already sent to the misspelt address, revoke it and make a new one.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Revoke user API tokens](https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/)
    id: "url-wrong-site",
    title: "No site can have this address",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.attlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    weigh_answer(facts, suspicion);
    let Some(site) = &facts.site else { return };
    if site.kind != SiteKind::Misspelt {
        return;
    }
    let why = match &site.about {
        Some(about) => about.as_str(),
        None => {
            "The end of this address is misspelt: the sites of Jira Cloud end in .atlassian.net."
        }
    };
    // facts.md 7: the suffix must fit to the letter.
    suspicion
        .because_of(weight::PROOF, Field::Site, why)
        .fix(Fix::of_site(facts));
}

fn weigh_answer(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.4 and 11 #34: every name ends at Atlassian's edge, which answers so where no site has it.
    let known = suspicion.because_known(
        weight::PROOF,
        facts,
        &[
            Signature::PageUnavailable,
            Signature::SiteTemporarilyUnavailable,
        ],
        "Atlassian answers that no site of this name is there.",
    );
    let missing = facts
        .exchanges
        .iter()
        .find(|x| x.headers.get("atl-missing-tcs").is_some());
    if let Some(exchange) = missing.filter(|_| !known) {
        suspicion.because_answered(
            weight::PROOF,
            exchange,
            "Atlassian's edge knows no site of this name.",
        );
    }
    // peers.md A.4.
    let why = "Atlascode says so where the answer is “not found”, whatever the credentials are.";
    suspicion.because_known(weight::HINT + weight::FITS, facts, &[Signature::AtlascodeNotFound], why);
    // facts.md 11 #35.
    let explained = [Signature::DeadLink, Signature::NoEndpoint, Signature::NullForUri, Signature::IssueUnseen, Signature::NoProject];
    let at_gateway = facts.called_kind() == Some(SiteKind::Gateway) && facts.any_hit(&explained).is_none();
    if let Some(exchange) = facts.exchange().filter(|x| x.status == Some(404) && at_gateway) {
        let why = "The gateway finds no site of this Cloud id, or no such product on it.";
        suspicion.because_answered(weight::HINT + weight::FITS, exchange, why);
    }
    if !facts.is_cloud_site() || !suspicion.is_empty() {
        return;
    }
    let is_everywhere = matches!(facts.asked(), Endpoint::Myself | Endpoint::ServerInfo);
    let explained = [Signature::DeadLink, Signature::NoEndpoint, Signature::NullForUri];
    let is_explained = facts.any_hit(&explained).is_some() || facts.doubled_path().is_some();
    if facts.status() == Some(404) && is_everywhere && !is_explained {
        // facts.md 4.1: with bad credentials this endpoint answers 401 or 200.
        suspicion.because(
            weight::STRONG + weight::FITS,
            "Every site of Jira Cloud has the endpoint that was called, and here it is not found.",
        );
    }
    // facts.md 7: the certificate of an old name is for *.atlassian.net.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::TlsHostname],
        "The certificate is for other names than this one.",
    );
}
