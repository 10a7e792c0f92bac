use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::{Exchange, Speaker};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// Something in front of Jira turned the call away because of the program that made it. Jira never looked at the credentials.
    ///
    /// ## Why it happens
    /// A web application firewall lets known browsers through and stops what calls itself `python-requests`, `curl` or nothing at all. So the same token works in one program and fails in another.
    ///
    /// ## How to fix it
    /// 1. Try the same call from the same machine with another program, such as curl. If one passes, it is the filter.
    /// 2. Set another `User-Agent` in the program, if it has such a setting.
    /// 3. Ask who runs the server's firewall to let the program through, and give them the time and the request id of the page.
    ///
    /// ## References
    /// - [Data Center: Using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    id: "user-agent-blocked",
    title: "A filter refuses the program itself",
    group: NetworkAndGateway,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://jira.acme.example","authorization":"Bearer {{dc-pat}}","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":403,"headers":{"Content-Type":"text/html"},"body":"<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890</body></html>"},"answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","authorization":"Bearer {{dc-pat}}","answers":{"deployment":"data-center"},"request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("Jira has not seen the credentials: a filter in front of it turned the program away.");
    suspicion.because_known(
        weight::PROOF,
        facts,
        &[Signature::UserAgentBlocked],
        "The refusal names the program itself.",
    );
    // facts.md 4.3 and 11 #29: a filter's page. It may also mind the address or the path.
    suspicion.because_known(
        weight::STRONG + weight::HINT,
        facts,
        &[Signature::WafBlocked],
        "A filter in front of the server wrote this refusal, and not Jira.",
    );
    if suspicion.is_empty() && is_bare_refusal(facts) {
        // facts.md 11 #17: a server answers 401 to a token that it does not take.
        suspicion
            .message("Perhaps Jira has not seen the credentials: a filter in front of it may have turned the program away.");
        suspicion.because(
            weight::HINT + weight::FITS,
            "A server answers 401 to a wrong token. A bare 403 comes rather from a filter in front of it, which minds the program.",
        );
    }
}

/// A personal access token, sent as it should be, and a 403 that nobody explains.
fn is_bare_refusal(facts: &Facts) -> bool {
    let by_jira = |x: &Exchange| {
        matches!(x.answered_by, Some(Speaker::DataCenter | Speaker::JiraCloud))
            || !x.body.messages.is_empty()
    };
    facts.may_be_server()
        && facts.status() == Some(403)
        && facts.secret_kind() == Some(TokenKind::DataCenterPat)
        && facts.account.is_none()
        && !facts.writes()
        && !facts.exchange().is_some_and(by_jira)
}
