use crate::evidence::Field;
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Fix, Suspicion, problem, weight};
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The site was renamed. Its old address sends every caller on to the new one, and a program loses its credentials on the way.
    ///
    /// ## Why it happens
    /// A redirect to another host drops the `Authorization` header, and turns a writing call into a reading one. A browser does not show it, because there the person is signed in at both.
    ///
    /// ## How to fix it
    /// 1. Open the old address in a browser and copy the one that it ends at, up to `.atlassian.net`.
    /// 2. Put that into the field in place of the old one.
    /// 3. The token stays as it is: it belongs to your account and not to the site.
    ///
    /// ## References
    /// - [Basic auth for REST APIs](https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/)
    /// - [The Jira Cloud platform REST API](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-site-renamed",
    title: "The site has another name now",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme-old.atlassian.net","request":{"method":"GET","url":"https://acme-old.atlassian.net/rest/api/3/myself"},"response":{"status":301,"headers":{"Location":"https://acme.atlassian.net/rest/api/3/myself"}}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.5: a redirect to another host drops the header.
    if let Some((exchange, target)) = facts.redirect(Redirect::OtherSite) {
        let typed = facts.typed().map_or("", |typed| typed.host);
        // The new name is typed already.
        if typed.eq_ignore_ascii_case(target.host) {
            return;
        }
        let url = ["https://", target.host].concat();
        suspicion
            .because_answered(
                weight::PROOF + weight::HINT,
                exchange,
                "The site sends the caller on to another site of Atlassian's, and the credentials are lost on the way.",
            )
            .fix(Fix::new(["Use ", &url].concat()).set(Field::Site, url));
    } else if let Some(exchange) = facts.answered_by_another_site() {
        // A client that follows a redirect prints the address that it ended at.
        suspicion.because_answered(
            weight::STRONG,
            exchange,
            "Another site of Atlassian's answered than the one that was typed.",
        );
    } else if facts.evidence.answers.worked_before == Some(true) {
        // facts.md 4.4 and 11 #34: renamed away, deleted or never there look the same.
        suspicion.because_known(
            weight::HINT,
            facts,
            &[
                Signature::PageUnavailable,
                Signature::SiteTemporarilyUnavailable,
            ],
            "It worked before, and there is no site of this name now.",
        );
    }
}
