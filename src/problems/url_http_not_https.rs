use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::read::known_texts::{Class, Signature};
use crate::read::sentences::Rule;
use crate::read::site::{Site, SiteKind};

pub(super) static PROBLEM: Problem = Problem {
    id: "url-http-not-https",
    title: "http is used where https is needed",
    group: Group::SiteUrl,
    severity: Severity::Warning,
    stage: Some(Stage::Front),
    prior: -5,
    weigh,
    steps: &[
        always("Use `https://` instead of `http://`."),
        on_server("On your own server, ask its administrator for the https address and port."),
        always("If the token travelled over http, make a new one."),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_server(Link::new(
            "Data Center: basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
    ],
    rules: &[Rule::new(
        22,
        "HTTPS & PASSWORD|TOKEN|CREDENTIAL|MISSING|NOT",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "With `http://` everything travels readable, the token included. Jira Cloud answers such a call with a redirect to `https://`; on the way a program may drop the header or turn a write into a read.",
            "On your own server, a port speaks either http or https, and the address must say which.",
        ],
        causes: &[
            "The address was typed from memory, or comes from a time before https. On a server, port 8080 usually speaks http, 8443 and 443 https.",
        ],
        wrong: r#"{"site":"http://acme.atlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    let is_said = !score.is_empty();
    if let Some(change) = facts.repaired(&[ChangeKind::Insecure]) {
        // Cloud has nothing but https. A reading call gets through a redirect, hence the prior.
        score
            .message(prose!(
                "The address begins with http://, but Atlassian answers over https:// only."
            ))
            .reason(weight::PROOF, change.why.clone())
            .at((Field::Site, change.span))
            .fix(Fix::of_site(facts));
    } else if facts.site_kind() == Some(SiteKind::SelfHosted) && !is_said {
        weigh_server(facts, score);
    }
}

/// What is said where one side speaks http and the other https.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::HttpToHttpsPort) {
        let why = prose!("This port speaks https, and the program spoke http.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    if let Some(hit) = facts.hit(Signature::HttpsToHttpPort) {
        let why = prose!("This port speaks http, and the program spoke https.");
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    // jira-facts.md 5.
    if let Some(hit) = facts.hit(Signature::MixedContent) {
        let why = prose!(
            "The browser doesn't call an http address from a page that was loaded over https."
        );
        score.reason(weight::PROOF + weight::HINT, why).at(hit);
    }
    // A server that wants https answers so; where to stands in a header that few programs print.
    let moved = facts.exchanges.iter().find(|x| {
        matches!(x.status, Some(301 | 302 | 307 | 308)) && x.headers.get("location").is_none()
    });
    if let (Some(exchange), Some("http")) = (moved, facts.typed().map(|typed| typed.scheme)) {
        score.reason(weight::STRONG + weight::HINT, prose!("The server redirects the http call to another address, which is usually the same one with https.")).at(exchange);
    }
    // `use_ssl = false` beside an https address: the program speaks http to a port that speaks https.
    if facts.is_plain && facts.typed().is_some_and(|site| site.scheme == "https") {
        let why = prose!("The configuration switches https off, and the address says https.");
        score.reason(weight::PROOF, why).at(Field::Paste);
    }
    // jira-facts.md 4.5: following it, a program makes a reading call of a writing one.
    if let Some((exchange, _)) = facts.redirect(Redirect::Secure) {
        score
            .reason(
                weight::PROOF,
                prose!("The server redirects to the same address with https."),
            )
            .at(exchange);
    }
}

/// A server of one's own may speak http. The customary ports only hint at the scheme.
fn weigh_server(facts: &Facts, score: &mut Score) {
    let Some(Site {
        url: Some(url),
        host: Some(host),
        ..
    }) = facts.site.as_deref()
    else {
        return;
    };
    let is_http = url.starts_with("http://");
    // The connection failed as it does where the two sides speak different schemes.
    let failed = facts.hit_of(if is_http {
        &[Class::Connect]
    } else {
        &[Class::Connect, Class::Tls]
    });
    match (is_http, facts.port()) {
        (true, Some("443" | "8443")) => {
            let why = prose!("This port usually speaks https, and the address says http.");
            score.reason(weight::STRONG, why).at(Field::Site);
        }
        (true, _) if failed.is_some() => {
            let why = prose!(
                "The address says http, and no connection came about. Many servers answer on https alone."
            );
            score
                .reason(weight::HINT + weight::FITS, why)
                .at(Field::Site);
        }
        (true, _) if !is_local(host) => {
            let why = prose!("With http, anyone between you and this server can read the token.");
            score
                .severity(Severity::Info)
                .reason(weight::HINT, why)
                .at(Field::Site);
        }
        (false, Some("80" | "8080")) if facts.repaired(&[ChangeKind::MissingScheme]).is_some() => {
            let why = prose!(
                "This port usually speaks http, and a program that gets no scheme takes https."
            );
            score.reason(weight::HINT, why).at(Field::Site);
        }
        (false, Some("80" | "8080" | "8090" | "7990")) => {
            let why = prose!("This port usually speaks http, and the address says https.");
            if failed.is_some() {
                score.reason(weight::STRONG, why).at(Field::Site);
            } else {
                score
                    .severity(Severity::Info)
                    .reason(weight::HINT, why)
                    .at(Field::Site);
            }
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
