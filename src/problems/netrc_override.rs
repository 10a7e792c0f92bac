use crate::advice::{always, on_cloud};
use crate::evidence::{Client, Field};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::{Header, Scheme};
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "netrc-override",
    title: "A .netrc file replaces the credentials",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Look into `~/.netrc` (on Windows `_netrc`) for the host, and take the entry out or bring it up to date.",
        ),
        always(
            "In Python, hand the credentials over with `auth=(…)`, or set `session.trust_env = False`.",
        ),
        always(
            "To try it once, set the variable `NETRC` to an empty file and run the program again.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The program sends other credentials than the ones it was given. A file `.netrc` in the home folder names the same host, and its entry takes their place.",
        ],
        causes: &[
            "Python's `requests` reads `.netrc` on its own and lets it replace a header that the program set. The entry is often years old and holds a password. `curl --netrc` and some other tools do the same.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}","paste":"> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n> Authorization: Basic {{b64:jane.old@acme.example:{{password}}}}\n>\n< HTTP/1.1 401 Unauthorized\n"}"#,
        right: r#"{"site":"https://acme.atlassian.net","authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}","paste":"> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n> Authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\n>\n< HTTP/1.1 401 Unauthorized\n"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::NetrcUsed) {
        let why = prose!("The program says that it takes the credentials from a .netrc file.");
        score.reason(weight::STRONG, why).at(hit);
    }
    let typed = facts.authorization.as_ref();
    if typed.is_some_and(|typed| facts.printed.iter().any(|sent| replaces(sent, typed))) {
        let why =
            prose!("The request has a different user and secret from the header that was set.");
        score.reason(weight::PROOF, why).at(Field::Paste);
    }
    let fields = (facts.account.as_ref(), facts.token.as_ref());
    if let (true, (Some(account), Some(token))) = (score.is_empty(), fields) {
        let other = facts.printed.iter().any(|sent| {
            let secret = sent.secret.as_ref().map(|secret| secret.clean.expose());
            let user = sent.user.as_deref();
            user.is_some_and(|user| !user.eq_ignore_ascii_case(&account.normal))
                && secret.is_some_and(|secret| secret != token.clean.expose())
        });
        if other {
            let why =
                prose!("The request has a different user and secret from those in the fields.");
            score.reason(weight::STRONG, why).at(Field::Paste);
        }
    }
    // jira-facts.md 4.8: a token that goes alone, so that any user in the request comes from elsewhere. A mere possibility.
    let alone = facts.secret_kind() == Some(TokenKind::DataCenterPat) && facts.user_is_unknown();
    let in_terminal = facts.evidence.answers.client == Some(Client::CommandLine);
    if score.is_empty()
        && alone
        && in_terminal
        && facts.is_server()
        && let Some(sign) = facts.refusal()
    {
        score.reason(weight::FITS, sign.text).at(sign.place);
        score.message(prose!(
            "A .netrc file may replace this token with another user's password."
        ));
    }
}

/// Whether a whole pair was sent that is not the typed one.
fn replaces(sent: &Header, typed: &Header) -> bool {
    let secret = |header: &Header| header.secret.as_ref().map(|s| s.clean.clone());
    let (Some(sent_secret), Some(typed_secret)) = (secret(sent), secret(typed)) else {
        return false;
    };
    sent.scheme == Scheme::Basic
        && sent.user.is_some()
        && sent.user != typed.user
        && sent_secret.expose() != typed_secret.expose()
}
