//! A site of Jira Cloud.
//!
//! A bad credential makes a stranger of the caller and nothing more: jira-facts.md 4.1.

use hyper::{Method, StatusCode};
use serde_json::json;

use crate::answer::{self, Answer};
use crate::api::Call;
use crate::ask::Ask;
use crate::people::{self, Account};
use crate::place::{Kind, Site};

/// Whom Jira takes the caller for.
enum Caller {
    Known(&'static Account),
    /// Nobody presented anything that Jira reads.
    Stranger,
    /// A user was named and the secret does not fit.
    Failed,
    /// `Bearer` and a text of one piece: what Connect apps send.
    ConnectApp,
}

pub(crate) fn answer(site: &Site, ask: &Ask) -> Answer {
    answer::from_edge(match ask.path.as_str() {
        "/_edge/tenant_info" if ask.reads() => {
            let body = json!({ "cloudId": site.cloud_id });
            answer::text(StatusCode::OK, "application/json", body.to_string())
        }
        path if path.starts_with("/wiki/") => confluence(ask),
        _ => jira(site, ask),
    })
}

fn jira(site: &Site, ask: &Ask) -> Answer {
    if ask.method == Method::OPTIONS {
        return answer::from_jira(answer::unauthenticated(ask));
    }
    let caller = caller(ask);
    if matches!(caller, Caller::ConnectApp) {
        let body = json!({ "error": "Failed to parse Connect Session Auth Token" });
        return answer::text(StatusCode::FORBIDDEN, "application/json", body.to_string());
    }
    let account = match caller {
        Caller::Known(account) => Some(account),
        _ => None,
    };
    let answer = if ask.path.starts_with("/rest/api/") {
        Call {
            ask,
            kind: Kind::Cloud,
            base: site.address(),
            path: &ask.path,
            caller: account,
        }
        .answer()
    } else if ask.path == "/" {
        home(site, account)
    } else {
        let heading = "Oops, you've found a dead link.";
        let page = answer::html(StatusCode::NOT_FOUND, heading, heading);
        answer::set(page, "content-type", "text/html;charset=utf-8")
    };
    let answer = answer::from_jira(answer);
    match caller {
        Caller::Known(account) => answer::set(answer, "x-aaccountid", account.id),
        Caller::Failed => answer::set(answer, "x-seraph-loginreason", "AUTHENTICATED_FAILED"),
        Caller::Stranger | Caller::ConnectApp => answer,
    }
}

fn home(site: &Site, account: Option<&Account>) -> Answer {
    let base = site.address();
    match account {
        Some(_) => answer::redirect("/jira/for-you"),
        None => answer::redirect(&format!("{base}/login.jsp?os_destination={base}/")),
    }
}

fn caller(ask: &Ask) -> Caller {
    if let Some(secret) = ask.bearer() {
        // What has the shape of a JWT is tried as one, and fails as quietly as anything else.
        let is_jwt = secret.matches('.').count() == 2;
        return if is_jwt {
            Caller::Stranger
        } else {
            Caller::ConnectApp
        };
    }
    match ask.basic() {
        Some((user, _)) if user.is_empty() => Caller::Stranger,
        Some((user, secret)) => {
            people::on_site(&user, &secret).map_or(Caller::Failed, Caller::Known)
        }
        None => Caller::Stranger,
    }
}

/// Confluence never says why in a header, and has no anonymous callers.
fn confluence(ask: &Ask) -> Answer {
    let path = ask.path.as_str();
    if ask.method == Method::OPTIONS || !path.starts_with("/wiki/rest/api/") {
        let body = json!({ "message": format!("null for uri: https://{}{path}", ask.host), "status-code": 404 });
        return answer::text(StatusCode::NOT_FOUND, "application/json", body.to_string());
    }
    if is_unreadable(ask) {
        let title = "HTTP Status 401 - Unauthorized";
        let realm = format!("OAuth realm=\"https%3A%2F%2F{}%2Fwiki\"", ask.host);
        let page = answer::html(StatusCode::UNAUTHORIZED, title, title);
        return answer::set(page, "www-authenticate", &realm);
    }
    let account = ask
        .basic()
        .and_then(|(user, secret)| people::on_site(&user, &secret));
    confluence_user(account)
}

/// `Basic` with an empty part, no colon, a second colon, or no base64.
fn is_unreadable(ask: &Ask) -> bool {
    let is_basic = ask.scheme().is_some_and(|scheme| scheme == "Basic");
    is_basic
        && !ask.basic().is_some_and(|(user, secret)| {
            !user.is_empty() && !secret.is_empty() && !secret.contains(':')
        })
}

/// Confluence's `user/current`, on the site and behind the gateway.
pub(crate) fn confluence_user(account: Option<&Account>) -> Answer {
    let (status, body) = if let Some(account) = account {
        let body = json!({
            "type": "known", "accountId": account.id, "accountType": account.kind, "email": account.email,
            "publicName": account.name, "displayName": account.name,
        });
        (StatusCode::OK, body)
    } else {
        let message = "com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: \
            403 FORBIDDEN \"Request rejected because caller cannot access Confluence\"";
        (
            StatusCode::FORBIDDEN,
            json!({ "statusCode": 403, "message": message }),
        )
    };
    answer::text(status, "application/json", body.to_string())
}
