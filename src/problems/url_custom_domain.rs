use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Content;
use crate::read::site::SiteKind;
use crate::read::token::{Checksum, Token, TokenKind};

problem! {
    /// ## What it means
    /// A Cloud site can have a domain of your own for people who open it in a browser. Its API does not answer there with a token: custom domains know browser sessions only.
    ///
    /// ## Why it happens
    /// The custom domain is the address that people see and share, so it is the one that gets copied. It is meant for the help centre, not for programs.
    ///
    /// ## How to fix it
    /// 1. Open Jira itself, not the help centre, and look for the address that ends in `.atlassian.net`. A site administrator finds it at admin.atlassian.com.
    /// 2. Use that address for the integration; the custom domain can stay for people.
    /// 3. If your organisation runs Jira on a server of its own, this is not the cause: say so when asked.
    ///
    /// ## References
    /// - [AX-649: REST API on custom domains](https://jira.atlassian.com/browse/AX-649)
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    id: "url-custom-domain",
    title: "A custom domain takes no tokens",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://support.acme.example","answers":{"deployment":"cloud"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","answers":{"deployment":"cloud"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    if facts.site_kind() != Some(SiteKind::SelfHosted) {
        return;
    }
    let why = "This host is none of Atlassian's, and Jira Cloud takes tokens at the site's .atlassian.net address alone.";
    // `serverInfo` says where it runs, whatever name it was asked by.
    let told = facts.exchanges.iter().find(|x| {
        let cloud = Some(Deployment::Cloud);
        matches!(&x.body.content, Content::ServerInfo { deployment, .. } if *deployment == cloud)
    });
    if told.is_some() {
        suspicion.because_of(weight::PROOF, Field::Site, "Jira Cloud itself answers at this host, which is none of Atlassian's. It takes tokens at the site's .atlassian.net address alone.");
        return;
    }
    match facts.evidence.answers.deployment {
        // facts.md 7 [AX-649]: the REST API is not supported on custom domains.
        Some(Deployment::Cloud) => {
            suspicion.because_of(weight::PROOF, Field::Site, why);
        }
        // The token is one of Cloud's: the address is wrong, or the token is. Two hints, so that neither is left out.
        None if facts.secret().is_some_and(is_of_cloud) => {
            suspicion
                .because_of(weight::HINT, Field::Site, why)
                .because_of(
                    weight::HINT,
                    facts.secret_field(),
                    "The token was made on Atlassian Cloud.",
                );
        }
        _ => {}
    }
}

/// facts.md 1.1 and 1.2: by its prefix, and whole by its checksum.
fn is_of_cloud(token: &Token) -> bool {
    token.kind == TokenKind::ApiToken && token.checksum == Checksum::Intact
}
