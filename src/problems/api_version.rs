use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The credentials are not what this is about. Jira was asked in a way that it does not know: a path of another version, or a call put together as another version wants it.
    ///
    /// ## Why it happens
    /// Version 3 of the API exists on Cloud alone; a server of one's own has version 2. Parameters come and go between versions, too, and a program made for one kind of Jira stumbles over the other.
    ///
    /// ## How to fix it
    /// 1. Find out what kind of Jira it is: `/rest/api/2/serverInfo` tells it under `deploymentType`.
    /// 2. Choose that kind in the program's settings, or use `/rest/api/2` on a server and `/rest/api/3` on Cloud.
    /// 3. Update the program, or compare its call with the reference of that version.
    ///
    /// ## References
    /// - [The Jira Cloud platform REST API](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    /// - [Jira Data Center: Basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    id: "api-version",
    title: "The call does not fit this Jira",
    group: Object,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/4/myself"},"response":{"status":404,"headers":{"Content-Type":"application/problem+json"},"body":"{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"No endpoint GET /rest/api/4/myself.\",\"instance\":\"/rest/api/4/myself\"}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    suspicion.message("The credentials are not to blame: this Jira does not know the call as the program makes it.");
    // facts.md 4.4 and 11 #32: the site is right, the path is not. The address or Confluence explain some paths better.
    let path = facts.asked_path();
    let is_explained = facts.doubled_path().is_some() || facts.lacks_confluence_path();
    suspicion.because_known(
        if is_explained { weight::HINT } else { weight::PROOF },
        facts,
        &[Signature::NoEndpoint],
        "Jira has no endpoint of this path.",
    );
    // facts.md 4.4 and 11 #36. On Cloud a path without /wiki says the same.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::NullForUri],
        "Confluence has nothing at this path.",
    );
    let on_server = facts.evidence.answers.deployment == Some(Deployment::DataCenter);
    // facts.md 7: version 3, and with it search/jql, exists on Cloud alone.
    if on_server && (path.contains("/rest/api/3/") || facts.asked() == Endpoint::Search) {
        let is_not_found = matches!(facts.status(), Some(404 | 405));
        suspicion.because_of(
            if is_not_found { weight::PROOF } else { weight::HINT },
            Field::Request,
            "This path is of Cloud's API, and the server is one of your own.",
        );
    }
    // facts.md 4.4 and 11 #41, #43, #44: the request's form, whoever asks.
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::ParameterMissing, Signature::ConvertFailed],
        "Jira misses a parameter, or cannot read one.",
    );
    suspicion.because_known(
        weight::STRONG,
        facts,
        &[Signature::MethodNotSupported],
        "Jira does not take this method here.",
    );
    suspicion.because_known(
        weight::HINT,
        facts,
        &[Signature::WrongDeployment, Signature::UnboundedJql],
        "The program was made for another kind of Jira.",
    );
}
