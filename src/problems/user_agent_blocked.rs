use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::{Exchange, Speaker};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "user-agent-blocked",
    title: "A filter blocks this program",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Try the same call from the same machine with another program, such as curl. If one passes, it is the filter.",
        ),
        always("Set another `User-Agent` in the program, if it has such a setting."),
        always(
            "Ask who runs the server's firewall to let the program through, and give them the time and the request id of the page.",
        ),
    ],
    links: &[on_server(Link::new(
        "Data Center: Using personal access tokens",
        "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Something in front of Jira turned the call away because of the program that made it. Jira never looked at the credentials.",
        ],
        causes: &[
            "A web application firewall lets known browsers through and stops what calls itself `python-requests`, `curl` or nothing at all. So the same token works in one program and fails in another.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","authorization":"Bearer {{dc-pat}}","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":403,"headers":{"Content-Type":"text/html"},"body":"<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890</body></html>"},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","authorization":"Bearer {{dc-pat}}","answers":{"deployment":"data-center"},"request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Jira has not seen the credentials: a filter in front of it turned the program away."
    ));
    if let Some(hit) = facts.hit(Signature::UserAgentBlocked) {
        let why = prose!("The refusal names the program itself.");
        score.reason(weight::PROOF, why).at(hit);
    }
    // jira-facts.md 4.3 and 11 #29: a filter's page. It may also mind the address or the path.
    if let Some(hit) = facts.hit(Signature::WafBlocked) {
        let why = prose!("A filter in front of the server wrote this refusal, and not Jira.");
        score.reason(weight::STRONG + weight::HINT, why).at(hit);
    }
    if score.is_empty() && is_bare_refusal(facts) {
        // jira-facts.md 11 #17: a server answers 401 to a token that it does not take.
        score
            .message(prose!("Perhaps Jira has not seen the credentials: a filter in front of it may have turned the program away."));
        score.reason(weight::HINT + weight::FITS, prose!("A server answers 401 to a wrong token. A bare 403 comes rather from a filter in front of it, which minds the program."));
    }
}

/// A personal access token, sent as it should be, and a 403 that nobody explains.
fn is_bare_refusal(facts: &Facts) -> bool {
    let by_jira = |x: &Exchange| {
        matches!(
            x.answered_by,
            Some(Speaker::DataCenter | Speaker::JiraCloud)
        ) || !x.body.messages.is_empty()
    };
    facts.may_be_server()
        && facts.status() == Some(403)
        && facts.secret_kind() == Some(TokenKind::DataCenterPat)
        && facts.account.is_none()
        && !facts.writes()
        && !facts.exchange().is_some_and(by_jira)
}
