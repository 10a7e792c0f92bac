use crate::advice::{always, on_cloud};
use crate::evidence::Failure;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::redact::redact;

pub(super) static PROBLEM: Problem = Problem {
    id: "html-instead-of-json",
    title: "A web page came back instead of data",
    group: Group::ServerAndClient,
    severity: Severity::Error,
    stage: None,
    prior: -10,
    weigh,
    steps: &[
        always(
            "Run the same call with `curl -i` and look at the page's title and at the line `Location`.",
        ),
        always(
            "A sign-on page: ask for a way around it for programs. A page of a proxy: see the proxy's settings. A dead link: correct the address.",
        ),
        always("Paste what curl prints here, to be told more."),
    ],
    links: &[
        on_cloud(Link::new(
            "Jira Cloud REST API: Myself",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/",
        )),
        on_cloud(Link::new(
            "The Jira Cloud platform REST API",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
    ],
    rules: &[Rule::new(
        16,
        "PARSE & FAIL - QUERY|CERTIFICATE|TOKEN|FIELD|ADDRESS|FILE|PERMISSION",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The program expected data and got a web page. Whether the credentials are good cannot be told from that.",
        ],
        causes: &[
            "Mostly the page is a sign-on page, an error page of a proxy, or Jira's own page because the address has a path too many or too few. The program did not show which.",
        ],
        wrong: r#"{"paste":"invalid character '<' looking for beginning of value"}"#,
        right: r#"{"request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "This says nothing about the credentials yet: a web page came where data was expected."
    ));
    // jira-facts.md 11 #6 and 4.8. The prior leaves it behind whatever tells which page it was.
    if let Some(hit) = facts.hit(Signature::HtmlForJson) {
        let why = prose!("The program expected data and met the first sign of a web page.");
        score.reason(weight::STRONG, why).at(hit);
    }
    if score.is_empty()
        && let Some(hit) = facts.hit(Signature::NotJson)
    {
        let why =
            prose!("The program expected data and met something else at its first character.");
        score.reason(weight::HINT + weight::FITS, why).at(hit);
    }
    if let Some(exchange) = facts.failed(Failure::TooLarge) {
        let why = prose!(
            "The answer is longer than any that Jira gives to this question. Something else answers there, a page or a file."
        );
        score.reason(weight::STRONG, why).at(exchange);
        if facts.credential_was_taken() {
            score.severity(Severity::Warning).message(prose!(
                "The answer to a later question is longer than any of Jira's."
            ));
        } else {
            score.message(prose!("This says nothing about the credentials yet: the answer is far longer than any of Jira's."));
        }
    }
    let title = facts.exchange().and_then(|x| x.body.title.as_deref());
    if let Some(title) = title.filter(|title| facts.is_page() && (1..=80).contains(&title.len())) {
        score.message(prose!("This says nothing about the credentials yet: a web page came where data was expected, with the title “{title}”.", title = redact(title)));
    }
    if let Some((exchange, _)) = facts.redirect(Redirect::Page) {
        let why = prose!(
            "The site sends the caller on to a page for people, so a page was called and not the interface."
        );
        score.reason(weight::STRONG, why).at(exchange);
    }
    if facts.is_page() && matches!(facts.status(), None | Some(200..=299)) {
        score.reason(
            weight::HINT + weight::FITS,
            prose!("The answer is a web page."),
        );
    } else if facts.is_page() {
        score.reason(weight::HINT, prose!("The answer is a web page."));
    }
}
