//! The REST API below `/rest/api/N`, as it answers a caller whom somebody has already judged.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::answer::{self, Answer};
use crate::ask::Ask;
use crate::people::Account;
use crate::permissions::{self, Holds};
use crate::place::Kind;
use crate::scenario::{ISSUE, PROJECT};

/// What a call of the API is about.
pub(crate) struct Call<'a> {
    pub(crate) ask: &'a Ask,
    pub(crate) kind: Kind,
    /// The address that Jira calls itself by.
    pub(crate) base: String,
    /// The path of the site, below its context path.
    pub(crate) path: &'a str,
    /// `None` for anonymous: also a caller whose credential is not good, for Jira makes no difference.
    pub(crate) caller: Option<&'static Account>,
}

/// What an anonymous caller may not ask for.
const MUST_BE_SOMEBODY: [&str; 6] = [
    "myself",
    "applicationrole",
    "mypreferences",
    "label",
    "events",
    "instance/license",
];

const NO_ISSUE: &str = "Issue does not exist or you do not have permission to see it.";
const NO_LICENCE: &str = "Current user not permitted to use Jira";
const REMOVED: &str = "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full \
    migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046";

impl Call<'_> {
    /// The answer of Jira itself.
    pub(crate) fn answer(&self) -> Answer {
        let (version, name) = self.endpoint();
        let versions: &[&str] = match self.kind {
            Kind::Cloud => &["2", "3", "latest"],
            Kind::DataCenter => &["2", "latest"],
        };
        if !versions.contains(&version) {
            return self.no_endpoint();
        }
        if !self.ask.reads() {
            let detail = format!("Method '{}' is not supported.", self.ask.method);
            let answer = answer::problem(StatusCode::METHOD_NOT_ALLOWED, &detail, self.path);
            return answer::set(answer, "allow", "GET");
        }
        if self.caller.is_none() && MUST_BE_SOMEBODY.contains(&name) {
            return self.unauthenticated();
        }
        if name == "serverInfo" {
            return answer::json(StatusCode::OK, &self.server_info());
        }
        if self.caller.is_some_and(|account| !account.is_licensed) {
            let body = json!({ "errorMessages": [NO_LICENCE] });
            return answer::json(StatusCode::FORBIDDEN, &body);
        }
        let answer = self.served(name);
        if self.caller.is_some() && answer.status() == StatusCode::OK && self.kind == Kind::Cloud {
            return answer::rated(answer, limit(name));
        }
        answer
    }

    /// The version and the name of what is asked for.
    pub(crate) fn endpoint(&self) -> (&str, &str) {
        let below = self.path.strip_prefix("/rest/api/").unwrap_or_default();
        below.split_once('/').unwrap_or((below, ""))
    }

    fn served(&self, name: &str) -> Answer {
        let holds = self.holds();
        match name.split('/').collect::<Vec<_>>().as_slice() {
            ["myself"] => self.myself(),
            ["mypermissions"] => self.my_permissions(),
            ["field" | "issueLinkType" | "label" | "events" | "applicationrole"] => {
                answer::json(StatusCode::OK, &json!([]))
            }
            ["project", "search"] => {
                let seen = holds.has("BROWSE_PROJECTS").then(|| self.project());
                let body = json!({ "isLast": true, "values": seen.as_slice() });
                answer::json(StatusCode::OK, &body)
            }
            ["project", key] | ["project", key, "role"] if !self.sees_project(key) => {
                no_project(key)
            }
            ["project", _] => answer::json(StatusCode::OK, &self.project()),
            ["project", _, "role"] => answer::json(StatusCode::OK, &json!({})),
            ["issue", key] if !self.sees_issue(key) => {
                answer::refusal(StatusCode::NOT_FOUND, NO_ISSUE)
            }
            ["issue", _] => answer::json(StatusCode::OK, &self.issue()),
            ["search", "jql"] => {
                let body = json!({ "issues": [], "isLast": true });
                answer::json(StatusCode::OK, &body)
            }
            ["search"] if self.kind == Kind::Cloud => answer::refusal(StatusCode::GONE, REMOVED),
            _ => self.no_endpoint(),
        }
    }

    fn holds(&self) -> Holds {
        self.caller.map_or(Holds::Nothing, |account| account.holds)
    }

    fn sees_project(&self, key: &str) -> bool {
        self.holds().has("BROWSE_PROJECTS") && key.eq_ignore_ascii_case(PROJECT)
    }

    fn sees_issue(&self, key: &str) -> bool {
        self.holds().has("BROWSE_PROJECTS") && key.eq_ignore_ascii_case(ISSUE)
    }

    fn my_permissions(&self) -> Answer {
        if let Some(key) = self.ask.parameter("projectKey")
            && self.caller.is_some()
            && !self.sees_project(&key)
        {
            return no_project(&key);
        }
        if let Some(key) = self.ask.parameter("issueKey")
            && self.caller.is_some()
            && !self.sees_issue(&key)
        {
            return answer::refusal(StatusCode::NOT_FOUND, NO_ISSUE);
        }
        match self.ask.parameter("permissions") {
            Some(keys) => permissions::answer(&keys, self.holds()),
            None => answer::refusal(
                StatusCode::BAD_REQUEST,
                "The 'permissions' query parameter is required.",
            ),
        }
    }

    fn unauthenticated(&self) -> Answer {
        match self.kind {
            Kind::Cloud => answer::unauthenticated(self.ask),
            Kind::DataCenter => {
                let body = json!({ "message": answer::UNAUTHENTICATED, "status-code": 401 });
                answer::json(StatusCode::UNAUTHORIZED, &body)
            }
        }
    }

    fn no_endpoint(&self) -> Answer {
        let detail = format!("No endpoint {} {}.", self.ask.method, self.path);
        answer::problem(StatusCode::NOT_FOUND, &detail, self.path)
    }

    fn server_info(&self) -> Value {
        let base = &self.base;
        let (version, numbers, deployment) = match self.kind {
            Kind::Cloud => ("1001.0.0-SNAPSHOT", json!([1001, 0, 0]), "Cloud"),
            Kind::DataCenter => ("10.3.12", json!([10, 3, 12]), "Server"),
        };
        json!({
            "baseUrl": base, "displayUrl": base, "version": version, "versionNumbers": numbers,
            "deploymentType": deployment, "buildNumber": 100_290, "buildDate": "2026-11-18T08:44:59.000+0000",
            "serverTime": "2026-11-21T09:12:33.123+0000", "scmInfo": "b5a1d4e2c09f", "serverTitle": "Jira",
            "defaultLocale": { "locale": "en_US" }, "serverTimeZone": "Etc/UTC",
        })
    }

    fn myself(&self) -> Answer {
        let Some(account) = self.caller else {
            return self.unauthenticated();
        };
        let base = &self.base;
        let mut body = json!({
            "emailAddress": account.email, "displayName": account.name, "active": true, "timeZone": "Etc/UTC",
            "locale": "en_US", "avatarUrls": { "48x48": format!("{base}/secure/useravatar?size=large") },
            "groups": { "size": 1, "items": [] }, "applicationRoles": { "size": 1, "items": [] },
            "expand": "groups,applicationRoles",
        });
        match self.kind {
            Kind::Cloud => {
                let id = account.id;
                body["self"] = format!("{base}/rest/api/3/user?accountId={id}").into();
                body["accountId"] = id.into();
                body["accountType"] = account.kind.into();
            }
            Kind::DataCenter => {
                let user = account.user;
                body["self"] = format!("{base}/rest/api/2/user?username={user}").into();
                body["key"] = "JIRAUSER10000".into();
                body["name"] = user.into();
            }
        }
        answer::json(StatusCode::OK, &body)
    }

    fn project(&self) -> Value {
        json!({
            "self": format!("{}/rest/api/3/project/10000", self.base), "id": "10000", "key": PROJECT, "name": "Website",
            "projectTypeKey": "software", "simplified": false, "style": "classic", "isPrivate": true,
        })
    }

    fn issue(&self) -> Value {
        json!({
            "self": format!("{}/rest/api/3/issue/10001", self.base), "id": "10001", "key": ISSUE,
            "fields": { "summary": "The first page", "project": self.project() },
        })
    }
}

fn no_project(key: &str) -> Answer {
    let message = format!("No project could be found with key '{key}'.");
    answer::refusal(StatusCode::NOT_FOUND, &message)
}

/// The measured limits: calls a second for each route.
fn limit(name: &str) -> u16 {
    if name.starts_with("issue/") {
        400
    } else if name.ends_with("/role") {
        500
    } else {
        350
    }
}
