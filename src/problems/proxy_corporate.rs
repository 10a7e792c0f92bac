use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::{Endpoint, Form, Speaker};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "proxy-corporate",
    title: "A proxy is blocking or changing the call",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Set `HTTPS_PROXY` (or the program's own proxy setting) to the address that your IT department gives you, with its own credentials where it asks for them.",
        ),
        always(
            "Ask them to let the program through to `*.atlassian.net` and `api.atlassian.com`, without opening the connection.",
        ),
        always("Try once from another network, such as a phone's, to see the difference."),
    ],
    links: &[
        always(Link::new(
            "Scope of IP allowlists in Atlassian Cloud",
            "https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808",
        )),
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
    ],
    rules: &[Rule::new(
        24,
        "PROXY & MISSING|FAIL|DENIED|AUTHENTICATE|INVALID|UNREACHABLE",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The answer is not Jira's. A proxy of the company's network stopped the call or wrote the page, and Jira never saw the credentials.",
        ],
        causes: &[
            "Programs need the proxy's address, and often a name and password for it, which browsers get from the system. Some proxies hold back whatever is not a browser, or ask for a sign-on first.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":407,"headers":{"Proxy-Authenticate":"Basic realm=\"Proxy\""}}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Jira did not see the credentials: a proxy on the way answered, or stopped the call."
    ));
    // jira-facts.md 4.7 and 11 #46.
    if let Some(hit) = facts.any_hit(&[
        Signature::ProxyAuth,
        Signature::ProxyRefused,
        Signature::CorporateBlockPage,
    ]) {
        let why = prose!("A proxy of the network wrote this.");
        score.reason(weight::PROOF, why).at(hit);
    }
    if let Some(exchange) = facts.exchanges.iter().find(|x| x.status == Some(407)) {
        score
            .reason(
                weight::PROOF,
                prose!("The status 407 comes from a proxy that needs its own credentials."),
            )
            .at(exchange);
    }
    if let Some(exchange) = facts.exchanges.iter().find(|x| x.status == Some(451)) {
        let why = prose!("The status 451 is a filter's: it withholds what was asked for.");
        score.reason(weight::STRONG, why).at(exchange);
    }
    if let Some(exchange) = facts.answered(Speaker::CorporateProxy) {
        score
            .reason(weight::PROOF, prose!("A proxy answered, and not Jira."))
            .at(exchange);
    }
    if score.is_empty() {
        weigh_signs(facts, score);
    }
}

/// What a proxy leaves behind without naming itself.
fn weigh_signs(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials may never have reached Jira: the network may have a proxy in between."
    ));
    if facts.is_at_atlassian() {
        // Atlassian's own certificates are trusted everywhere, and its hosts answer.
        if let Some(hit) = facts.any_hit(&[
            Signature::TlsUntrusted,
            Signature::TimedOut,
            Signature::ConnectionReset,
            Signature::ConnectionRefused,
            Signature::Unreachable,
        ]) {
            let why = prose!(
                "Atlassian's hosts are open to everyone, so something on the way is in between."
            );
            score.reason(weight::HINT + weight::FITS, why).at(hit);
        }
    }
    if let Some(hit) = facts.refused_inside() {
        score
            .reason(
                weight::HINT,
                prose!("The connection was refused at an inner address, as a proxy has."),
            )
            .at((hit.field, hit.span));
    }
    if let Some(hit) = facts.hit(Signature::TlsUnverified) {
        let why = prose!(
            "Certificate checks are turned off, as people do behind a proxy that opens connections."
        );
        score.reason(weight::HINT, why).at(hit);
    }
    // Endpoints that take no parameters, so that Jira itself has nothing to complain of.
    let is_plain = matches!(facts.asked(), Endpoint::Myself | Endpoint::ServerInfo);
    let says_why = facts
        .exchange()
        .is_some_and(|x| !x.body.messages.is_empty() || x.body.title.is_some());
    if facts.status() == Some(400) && is_plain && !says_why {
        score.reason(weight::HINT, prose!("A bare status 400 doesn't fit a call without parameters; something on the way may have altered it."));
    }
    let is_json = facts.exchange().is_some_and(|x| x.body.form == Form::Json);
    let is_jiras = facts.exchange().is_some_and(|x| {
        matches!(
            x.answered_by,
            Some(Speaker::JiraCloud | Speaker::DataCenter)
        )
    });
    let is_preflight = facts.preflight_refused().is_some();
    if facts.status() == Some(405)
        && !(is_json || is_jiras || is_preflight)
        && facts.hit(Signature::MethodNotSupported).is_none()
    {
        // jira-facts.md 11 #44 and #45: Jira says so in JSON.
        score.reason(weight::HINT + weight::FITS, prose!("The status 405 did not come in Jira's words; a proxy on the way may have refused the method."));
    }
}
