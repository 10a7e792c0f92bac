use crate::evidence::Failure;
use crate::facts::Facts;
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The program expected data and got a web page. Whether the credentials are good cannot be told from that.
    ///
    /// ## Why it happens
    /// Mostly the page is a sign-on page, an error page of a proxy, or Jira's own page because the address has a path too many or too few. The program did not show which.
    ///
    /// ## How to fix it
    /// 1. Run the same call with `curl -i` and look at the page's title and at the line `Location`.
    /// 2. A sign-on page: ask for a way around it for programs. A page of a proxy: see the proxy's settings. A dead link: correct the address.
    /// 3. Paste what curl prints here, to be told more.
    ///
    /// ## References
    /// - [Jira Cloud REST API: Myself](https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/)
    /// - [The Jira Cloud platform REST API](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "html-instead-of-json",
    title: "A web page came back in place of data",
    group: ServerAndClient,
    severity: Error,
    prior: -10,
    wrong: r#"{"paste":"invalid character '<' looking for beginning of value"}"#,
    right: r#"{"request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("This says nothing about the credentials yet: a web page came where data was expected.");
    // facts.md 11 #6 and 4.8. The prior leaves it behind whatever tells which page it was.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::HtmlForJson],
        "The program expected data and met the first sign of a web page.",
    );
    if suspicion.is_empty() {
        suspicion.because_known(
            weight::HINT + weight::FITS,
            facts,
            &[Signature::NotJson],
            "The program expected data and met something else at its first character.",
        );
    }
    if let Some(exchange) = facts.failed(Failure::TooLarge) {
        let why = "The answer is longer than any that Jira gives to this question. Something else answers there, a page or a file.";
        suspicion.because_answered(weight::STRONG, exchange, why);
        if facts.credential_was_taken() {
            suspicion.severity(Severity::Warning).message("The answer to a later question is longer than any of Jira's.");
        } else {
            suspicion.message("This says nothing about the credentials yet: the answer is far longer than any of Jira's.");
        }
    }
    if facts.is_page() && matches!(facts.status(), None | Some(200..=299)) {
        suspicion.because(weight::HINT + weight::FITS, "The answer is a web page.");
    } else if facts.is_page() {
        suspicion.because(weight::HINT, "The answer is a web page.");
    }
}
