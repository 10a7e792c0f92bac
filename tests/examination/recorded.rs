//! A Jira that answers as it was recorded (jira-facts.md 4 and 6), and an examination that is driven with it.

use std::collections::BTreeMap;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{
    Call, Evidence, Examination, Failure, Profile, Response, SentScheme, Step, StepName,
    permissions,
};
use serde_json::{Map, Value, json};

pub(crate) const CLOUD_ID: &str = "1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405";
pub(crate) const NO_PROJECT: &str = "No project could be found with key 'WEB'.";

/// What came of a call.
pub(crate) type Answer = Result<Response, Failure>;

/// What a Jira answers to each step. It fails on those that are not there.
#[derive(Clone)]
pub(crate) struct Jira(BTreeMap<StepName, Answer>);

impl Jira {
    /// A Cloud site whose answers are all good, but for the gateway's, which takes tokens with scopes alone.
    pub(crate) fn cloud() -> Self {
        let info = json!({"baseUrl": "https://acme.atlassian.net", "version": "1001.0.0-SNAPSHOT", "deploymentType": "Cloud"});
        let project = json!({"self": "https://acme.atlassian.net/rest/api/3/project/10000", "id": "10000", "key": "WEB", "projectTypeKey": "software"});
        let issue = json!({"self": "https://acme.atlassian.net/rest/api/3/issue/10001", "id": "10001", "key": "WEB-1", "fields": {"status": {"name": "Done"}}});
        let user = json!({"type": "known", "accountId": "712020:1", "accountType": "atlassian", "email": "jane@acme.example"});
        Self(BTreeMap::from([
            (StepName::ServerInfo, data(200, &info)),
            (StepName::Myself, account(true, "jane@acme.example")),
            (
                StepName::TenantInfo,
                data(200, &json!({"cloudId": CLOUD_ID})),
            ),
            (StepName::GatewayMyself, gateway_refusal("Unauthorized")),
            (StepName::Permissions, held_but(&[])),
            (StepName::ProjectPermissions, held_but(&[])),
            (StepName::Project, data(200, &project)),
            (StepName::Issue, data(200, &issue)),
            (StepName::Confluence, data(200, &user)),
        ]))
    }

    /// A server of one's own, below `/jira`.
    pub(crate) fn server() -> Self {
        let info = json!({"baseUrl": "https://jira.acme.example/jira", "version": "10.3.0", "deploymentType": "Server"});
        let user = json!({"self": "https://jira.acme.example/jira/rest/api/2/user?username=jdoe", "key": "JIRAUSER10100", "name": "jdoe", "emailAddress": "jane@acme.example", "displayName": "Jane Doe", "active": true});
        Self::cloud()
            .with(StepName::ServerInfo, data(200, &info))
            .with(StepName::Myself, data(200, &user))
    }

    /// One that answers everything alike.
    pub(crate) fn everywhere(answer: &Answer) -> Self {
        let all = StepName::ALL.into_iter();
        Self(all.map(|step| (step, answer.clone())).collect())
    }

    pub(crate) fn with(mut self, step: StepName, answer: Answer) -> Self {
        self.0.insert(step, answer);
        self
    }

    fn answer(&self, step: StepName) -> Answer {
        self.0.get(&step).unwrap().clone()
    }
}

#[expect(clippy::unnecessary_wraps, reason = "beside the failures")]
pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Ok(Response {
        status: Some(status),
        headers: headers.iter().map(owned).collect(),
        body: Some(body.to_owned()),
    })
}

pub(crate) fn data(status: u16, body: &Value) -> Answer {
    answer(
        status,
        &[("content-type", "application/json")],
        &body.to_string(),
    )
}

pub(crate) fn page(status: u16, title: &str, text: &str) -> Answer {
    let body = [
        "<!doctype html><html><head><title>",
        title,
        "</title></head><body>",
        text,
        "</body></html>",
    ];
    answer(
        status,
        &[("content-type", "text/html;charset=UTF-8")],
        &body.concat(),
    )
}

pub(crate) fn messages(status: u16, message: &str) -> Answer {
    data(status, &json!({"errorMessages": [message], "errors": {}}))
}

/// jira-facts.md 4.2: Jira Cloud does not take the credential.
pub(crate) fn refusal() -> Answer {
    let headers = [
        ("content-type", "application/json"),
        ("x-seraph-loginreason", "AUTHENTICATED_FAILED"),
        (
            "www-authenticate",
            "OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"",
        ),
    ];
    answer(
        401,
        &headers,
        "Client must be authenticated to access this resource.",
    )
}

pub(crate) fn gateway_refusal(message: &str) -> Answer {
    data(401, &json!({"code": 401, "message": message}))
}

pub(crate) fn account(active: bool, email: &str) -> Answer {
    data(
        200,
        &json!({"self": "https://acme.atlassian.net/rest/api/3/user?accountId=712020:1", "accountId": "712020:1", "accountType": "atlassian", "emailAddress": email, "displayName": "Jane Doe", "active": active}),
    )
}

/// A `mypermissions` answer, each permission held but these.
pub(crate) fn held_but(lacking: &[&str]) -> Answer {
    let mut all = Map::new();
    for known in permissions() {
        let held = !lacking.contains(&known.key);
        let one = json!({"id": "1", "key": known.key, "name": known.name, "havePermission": held});
        all.insert(known.key.to_owned(), one);
    }
    data(200, &json!({"permissions": all}))
}

/// Runs an examination to its end, and shows every step to `watch`.
pub(crate) fn run(
    evidence: Evidence,
    profile: Option<Profile>,
    jira: &Jira,
    mut watch: impl FnMut(&Step),
) -> Examination {
    let mut examination = Examination::new(evidence, profile, url_crate_host);
    let hosts = examination.hosts().to_vec();
    for _ in 0..=StepName::ALL.len() {
        let Some(step) = examination.next() else {
            return examination;
        };
        if step.authorization.is_some() {
            let authority = step.url.split('/').nth(2).unwrap_or_default();
            let is_named = hosts.iter().any(|host| host == authority);
            assert!(is_named, "{}: {hosts:?}", step.url);
        }
        watch(&step);
        examination.tell(jira.answer(step.name));
    }
    panic!("it asks without end");
}

/// The calls as `basic /rest/api/3/myself`, `- gateway/rest/api/3/myself`, their queries left out.
pub(crate) fn calls(calls: &[Call]) -> Vec<String> {
    let gateway = ["https://api.atlassian.com/ex/jira/", CLOUD_ID].concat();
    calls
        .iter()
        .map(|call| {
            assert_eq!(call.request.method.as_deref(), Some("GET"));
            let url = call.request.url.as_deref().unwrap();
            let url = url.split('?').next().unwrap();
            let url = url.replace(&gateway, "gateway");
            let url = url.replace("https://acme.atlassian.net", "");
            let scheme = match call.scheme {
                None => "-",
                Some(SentScheme::Basic) => "basic",
                Some(SentScheme::Bearer) => "bearer",
            };
            [scheme, " ", &url].concat()
        })
        .collect()
}
