use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Form;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "captcha-locked",
    title: "The account is locked until someone solves a CAPTCHA",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always("Stop the programs that use the wrong password, or the lock comes back."),
        always(
            "Sign in to Jira in a browser with the same user name, and solve the CAPTCHA. An administrator can also reset the failed logins.",
        ),
        always(
            "Put the right password into the product or, better, a personal access token: it never meets a CAPTCHA.",
        ),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: basic authentication",
            "https://developer.atlassian.com/server/jira/platform/basic-authentication/",
        )),
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[
        Rule::new(
            24,
            "CAPTCHA & MISSING|FAIL|DENIED|AUTHENTICATE|LOCKED|TOO_MANY",
        ),
        Rule::new(22, "USER & LOCKED - LICENSE"),
        Rule::new(20, "TOO_MANY & AUTHENTICATE|PASSWORD & FAIL|INVALID"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "After several failed attempts the server asks for a CAPTCHA. Until someone solves it in a browser, it refuses this account in every program, even with the right password.",
        ],
        causes: &[
            "A program kept trying with an old or mistyped password, perhaps not the program that you are setting up. The answer is 403 with the header `X-Authentication-Denied-Reason`.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":403,"headers":{"X-Seraph-LoginReason":"AUTHENTICATION_DENIED","X-Authentication-Denied-Reason":"CAPTCHA_CHALLENGE; login-url=https://jira.acme.example/login.jsp"}},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":200,"headers":{"X-AUSERNAME":"jdoe"}},"answers":{"deployment":"data-center"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.3: the header names the CAPTCHA; Seraph's word alone may mean another lock.
    if let Some((captcha, sign)) = facts.denied() {
        let weight = if captcha {
            weight::PROOF
        } else {
            weight::STRONG
        };
        score.reason(weight, sign.text).at(sign.place);
        return;
    }
    if !matches!(facts.secret_kind(), Some(TokenKind::Password) | None) {
        return;
    }
    // jira-facts.md 11 #26: a password's 403 on a server, as a page and not as JSON, is sign-in's.
    let page = facts.hit(Signature::ForbiddenPage).is_some()
        || facts.exchange().is_some_and(|x| x.body.form == Form::Html);
    if let Some(sign) = facts.forbidden().filter(|_| page && facts.is_server()) {
        score.reason(weight::HINT, sign.text).at(sign.place);
        score.message(prose!(
            "The server refuses to check the password. Usually a CAPTCHA must be solved first."
        ));
    // A password that worked and is refused may have met a lock.
    } else if let Some(sign) = facts.refusal() {
        let password = facts.secret_kind() == Some(TokenKind::Password);
        if password && facts.evidence.answers.worked_before == Some(true) {
            score.reason(weight::FITS, sign.text).at(sign.place);
            score.message(prose!("The account may be locked after failed attempts."));
        }
    }
}
