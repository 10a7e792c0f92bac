use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::{Prose, prose};
use crate::read::exchange::Content;
use crate::read::known_texts::Signature;

pub(super) static PROBLEM: Problem = Problem {
    id: "served-as-anonymous",
    title: "Jira answered as if nobody was signed in",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: None,
    prior: 0,
    weigh,
    steps: &[
        always(
            "Call `/rest/api/3/myself` with the same credentials. If it answers 401, the credentials are wrong.",
        ),
        always(
            "Then check what can be wrong with it: its last day, the e-mail, whether it was made with scopes.",
        ),
        always("If `myself` names your account, look at the permissions and the key instead."),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        always(Link::new(
            "Allowing anonymous access to your project",
            "https://confluence.atlassian.com/x/GDxxLg",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira couldn't use the credentials, ignored them, and answered as if nobody was signed in: with 200 and an empty list, or with 404 for something that exists. So the answer says nothing about the project or the issue.",
        ],
        causes: &[
            "Jira Cloud refuses a wrong or expired token only where nobody may go without signing in. Elsewhere it shows what the public may see, mostly nothing. Its header `X-Seraph-LoginReason: AUTHENTICATED_FAILED` tells, and programs rarely look at it.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1","request":{"url":"https://acme.atlassian.net/rest/api/3/issue/WEB-1"},"response":{"status":404,"headers":{"X-Seraph-LoginReason":"AUTHENTICATED_FAILED"},"body":"{\"errorMessages\":[\"Issue does not exist or you do not have permission to see it.\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1","request":{"url":"https://acme.atlassian.net/rest/api/3/issue/WEB-1"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"id\":\"1\",\"key\":\"WEB-1\"}"}}"#,
    },
};

const MAY_BE_STRANGER: Prose = prose!("Jira may have answered as if nobody was signed in.");

fn weigh(facts: &Facts, score: &mut Score) {
    if facts.credential_was_taken() {
        return;
    }
    let message =
        prose!("Jira couldn't use the credentials and answered as if nobody was signed in.");
    // jira-facts.md 4.1: the master rule, and the header that shows it on any status.
    if let Some(sign) = facts.anonymous_answer() {
        score
            .reason(weight::PROOF, sign.text)
            .at(sign.place)
            .message(message);
        return;
    }
    // jira-facts.md 4.1 and 11 #5: `mypermissions` answers a stranger, who holds nothing.
    if let Some(sign) = facts.holds_nothing() {
        score
            .reason(weight::STRONG + weight::FITS, sign.text)
            .at(sign.place)
            .message(MAY_BE_STRANGER);
        return;
    }
    // jira-facts.md 11 #4, #30, #31: one of three causes. The gateway has no strangers (4.1 and 11 #35).
    let Some(sign) = facts.nothing_seen().filter(|_| !facts.is_at_gateway()) else {
        return;
    };
    // jira-facts.md 4.1: "a frequent symptom of bad credentials", so it comes before what else looks the same.
    score.reason(weight::HINT + 2, sign.text).at(sign.place);
    score.message(MAY_BE_STRANGER);
    // jira-facts.md 11 #16: whoever is known sees the settings of a public project, or gets a 403.
    if let Some(hit) = facts.hit(Signature::ProjectConfigDenied) {
        score
            .reason(
                weight::FITS,
                prose!(
                    "This is what Jira says about a public project to anyone who isn't signed in."
                ),
            )
            .at(hit);
    }
    // What a program prints after a refusal is its own empty list.
    if facts.refusal().is_some() && facts.exchange().is_some_and(|x| x.status.is_none()) {
        score.against(weight::HINT);
    }
    let empty = facts.exchange().is_some_and(|x| {
        matches!(
            x.body.content,
            Content::Issues(0) | Content::Projects(0) | Content::EmptyList
        )
    });
    if empty {
        score.reason(
            weight::FITS,
            prose!(
                "An empty list without an error is what Jira gives to anyone who isn't signed in."
            ),
        );
    }
    if facts.user_is_unknown() {
        score.reason(weight::FITS, prose!("No user is given with the token."));
    }
    if facts.evidence.answers.worked_before == Some(true) {
        score.reason(
            weight::FITS,
            prose!("It worked before, so the key is likely to be right."),
        );
    }
}
