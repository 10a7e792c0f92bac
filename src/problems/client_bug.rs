use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Form;
use crate::read::known_texts::{Class, Signature};

pub(super) static PROBLEM: Problem = Problem {
    id: "client-bug",
    title: "The problem is in the program",
    group: Group::ServerAndClient,
    severity: Severity::Warning,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Update the program, and look in its list of known issues for the message that you got.",
        ),
        always(
            "Try the same credentials with curl against `/rest/api/3/myself`. If that works, they are right.",
        ),
        always(
            "Report it to who makes the program, with the call and the answer, without the token.",
        ),
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
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "What was typed is right as far as it can be told, and the program made something wrong of it.",
        ],
        causes: &[
            "An old version that does not know today's Jira, a required parameter left out, or a form that refuses a good address.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/user"},"response":{"status":404,"body":"{\"errorMessages\":[\"The 'accountId' query parameter needs to be provided\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "What you typed may well be right: the program puts the call together wrongly."
    ));
    // jira-facts.md 4.4 and 11 #41, #43, #49: Jira complains of the call's form, whoever makes it.
    if let Some(hit) = facts.any_hit(&[
        Signature::ContentTypeNull,
        Signature::BadJson,
        Signature::ParameterMissing,
    ]) {
        let why = prose!(
            "Jira complains of how the call is put together, which only the program can change."
        );
        score.reason(weight::STRONG + weight::FITS, why).at(hit);
    }
    let signed = facts
        .exchange()
        .filter(|x| matches!(x.status, Some(401 | 403)) && facts.asked_path().contains("jwt="));
    if let Some(hit) = facts.hit(Signature::AppTokenRefused) {
        let why = prose!("Atlassian refused a token that an app had signed, and no person's.");
        score.reason(weight::STRONG, why).at(hit);
    } else if let Some(exchange) = signed {
        let why =
            prose!("The call is signed by an app with `jwt`, so no person's credential is in it.");
        score.reason(weight::HINT + weight::FITS, why).at(exchange);
    }
    // jira-facts.md 11 #41: Jira read the call and complains of its data, by the fields' names.
    let complains = facts.exchange().filter(|x| {
        x.status == Some(400) && x.body.form == Form::Json && !x.body.messages.is_empty()
    });
    if let Some(exchange) = complains.filter(|_| facts.hits.is_empty()) {
        let why = prose!(
            "Jira read the call and refuses what it says. That is checked after signing in, or without it."
        );
        score.reason(weight::HINT, why).at(exchange);
    }
    if let Some(hit) = facts.hit(Signature::ProgramCrash) {
        let why = prose!("The program broke off with an error of its own.");
        let is_explained = facts
            .hits
            .iter()
            .any(|hit| hit.signature.class() != Class::Note)
            || matches!(facts.status(), Some(400..));
        let weight = if is_explained {
            weight::FITS
        } else {
            weight::STRONG
        };
        score.reason(weight, why).at(hit);
    }
    // RFC 9110 15.5: they are about the form of the call, whoever makes it.
    if let Some(status) = facts.status().filter(|status| {
        matches!(
            status,
            405 | 406 | 411 | 412 | 414..=418 | 421 | 422 | 426 | 428 | 431
        )
    }) {
        let why = prose!(
            "The status {status} is about how the call is put together, not about who makes it.",
            status = status.to_string()
        );
        score.reason(weight::HINT, why);
    }
    // jira-facts.md 11 #48.
    if facts.status() == Some(413) {
        score.reason(
            weight::STRONG,
            prose!("The program sends more than the server takes."),
        );
    }
    if let Some(hit) = facts.any_hit(&[
        Signature::MethodNotSupported,
        Signature::ConvertFailed,
        Signature::UndefinedInPath,
    ]) {
        let why = prose!("The program asks in a way that Jira does not take.");
        score.reason(weight::HINT, why).at(hit);
    }
}
