use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Form;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// What was typed is right as far as it can be told, and the program made something wrong of it.
    ///
    /// ## Why it happens
    /// An old version that does not know today's Jira, a required parameter left out, or a form that refuses a good address.
    ///
    /// ## How to fix it
    /// 1. Update the program, and look in its list of known issues for the message that you got.
    /// 2. Try the same credentials with curl against `/rest/api/3/myself`. If that works, they are right.
    /// 3. Report it to who makes the program, with the call and the answer, without the token.
    ///
    /// ## References
    /// - [Jira Cloud REST API: Myself](https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/)
    /// - [The Jira Cloud platform REST API](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "client-bug",
    title: "The program is at fault",
    group: ServerAndClient,
    severity: Warning,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/user"},"response":{"status":404,"body":"{\"errorMessages\":[\"The 'accountId' query parameter needs to be provided\"],\"errors\":{}}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("What you typed may well be right: the program puts the call together wrongly.");
    // facts.md 4.4 and 11 #41, #43, #49: Jira complains of the call's form, whoever makes it.
    suspicion.because_known(
        weight::STRONG + weight::FITS,
        facts,
        &[
            Signature::ContentTypeNull,
            Signature::BadJson,
            Signature::ParameterMissing,
        ],
        "Jira complains of how the call is put together, which only the program can change.",
    );
    // facts.md 11 #41: Jira read the call and complains of its data, by the fields' names.
    let complains = facts.exchange().filter(|x| x.status == Some(400) && x.body.form == Form::Json && !x.body.messages.is_empty());
    if let Some(exchange) = complains.filter(|_| facts.hits.is_empty()) {
        let why = "Jira read the call and refuses what it says. That is checked after signing in, or without it.";
        suspicion.because_answered(weight::HINT, exchange, why);
    }
    // facts.md 11 #48.
    if facts.status() == Some(413) {
        suspicion.because(weight::STRONG, "The program sends more than the server takes.");
    }
    suspicion.because_known(
        weight::HINT,
        facts,
        &[
            Signature::MethodNotSupported,
            Signature::ConvertFailed,
            Signature::UndefinedInPath,
        ],
        "The program asks in a way that Jira does not take.",
    );
}
