use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-site-renamed",
    title: "The site was renamed",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open the old address in a browser and copy the one that it ends at, up to `.atlassian.net`.",
        ),
        always("Enter that instead of the old one."),
        always("The token stays as it is: it belongs to your account and not to the site."),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_cloud(Link::new(
            "The Jira Cloud platform REST API",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The site was renamed. Its old address sends every caller on to the new one, and a program loses its credentials on the way.",
        ],
        causes: &[
            "A redirect to another host drops the `Authorization` header, and turns a writing call into a reading one. A browser does not show it, because there the person is signed in at both.",
        ],
        wrong: r#"{"site":"https://acme-old.atlassian.net","request":{"method":"GET","url":"https://acme-old.atlassian.net/rest/api/3/myself"},"response":{"status":301,"headers":{"Location":"https://acme.atlassian.net/rest/api/3/myself"}}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.5: a redirect to another host drops the header.
    if let Some((exchange, target)) = facts.redirect(Redirect::OtherSite) {
        let typed = facts.typed().map_or("", |typed| typed.host);
        // The new name is typed already.
        if typed.eq_ignore_ascii_case(target.host) {
            return;
        }
        let url = ["https://", target.host].concat();
        score
            .reason(weight::PROOF + weight::HINT, prose!("The site redirects to another Atlassian site, and the credentials are lost on the way.")).at(exchange)
            .fix(Fix::new(prose!("Use {value}", value = &url)).set(Field::Site, url));
    } else if let Some(exchange) = facts.answered_by_another_site() {
        // A client that follows a redirect prints the address that it ended at.
        score
            .reason(
                weight::STRONG,
                prose!("Another site of Atlassian's answered than the one that was typed."),
            )
            .at(exchange);
    } else if facts.evidence.answers.worked_before == Some(true) {
        // jira-facts.md 4.4 and 11 #34: renamed away, deleted or never there look the same.
        if let Some(hit) = facts.any_hit(&[
            Signature::PageUnavailable,
            Signature::SiteTemporarilyUnavailable,
        ]) {
            let why = prose!("It worked before, and now there is no site with this name.");
            score.reason(weight::HINT, why).at(hit);
        }
    }
}
