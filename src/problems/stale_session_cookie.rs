use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity};
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "stale-session-cookie",
    title: "An old session cookie decides instead of the header",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Make the program send no cookies. Use a fresh session without a cookie jar, or `credentials: 'omit'` in a browser.",
        ),
        always(
            "Try the same call with curl, which sends no cookie. If that works, the credentials are good.",
        ),
    ],
    links: &[on_server(Link::new(
        "Data Center: Basic authentication",
        "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
    ))],
    rules: &[Rule::new(26, "COOKIE & INVALID|EXPIRED|DENIED|REMOVED")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The request carries good credentials and an old session cookie as well, and the server goes by the cookie.",
        ],
        causes: &[
            "A program keeps the cookies of an earlier answer and sends them with every call, also after the session has ended.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"The request was refused: the session cookie that was sent is no longer valid."}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

// Nothing but words tells of it: the wire shows the refusal of the header alone.
fn weigh(_: &Facts, _: &mut Score) {}
