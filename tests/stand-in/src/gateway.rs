//! The gateway, `https://api.atlassian.com/ex/jira/{cloudId}`: for tokens with scopes and for service accounts.
//!
//! What it answers to a token without scopes nobody has measured; here it is not accepted.

use hyper::StatusCode;
use serde_json::json;

use crate::answer::{self, Answer};
use crate::api::Call;
use crate::ask::Ask;
use crate::cloud;
use crate::people::{self, Account, Scopes};
use crate::place::{Kind, Site};

/// Answers for a site; `path` is what the site itself would be asked for.
pub(crate) fn answer(site: Option<&(Site, String)>, ask: &Ask) -> Answer {
    let Some((site, path)) = site else {
        return answer::from_edge(refusal(StatusCode::NOT_FOUND, "Not Found"));
    };
    answer::from_edge(match admit(ask) {
        Ok((_, scopes)) if !scope_of(path).is_none_or(|scope| scopes.contains(&scope)) => refusal(
            StatusCode::UNAUTHORIZED,
            "Unauthorized; scope does not match",
        ),
        Ok((account, _)) if path.starts_with("/wiki/") => cloud::confluence_user(Some(account)),
        Ok((account, _)) => {
            let call = Call {
                ask,
                kind: Kind::Cloud,
                base: site.address(),
                path,
                caller: Some(account),
            };
            let answer = answer::from_jira(call.answer());
            answer::set(answer, "x-aaccountid", account.id)
        }
        Err((status, message)) => refusal(status, message),
    })
}

/// Who the caller is and what the token may do; or the status and the words of the refusal.
fn admit(ask: &Ask) -> Result<(&'static Account, Scopes), (StatusCode, &'static str)> {
    let admitted = match ask.bearer() {
        Some(secret) if people::is_users(secret) => {
            return Err((StatusCode::NOT_FOUND, "Not Found"));
        }
        Some(secret) => people::service_account(secret),
        None => ask
            .basic()
            .and_then(|(email, secret)| people::at_gateway(&email, &secret)),
    };
    admitted.ok_or((StatusCode::UNAUTHORIZED, "Unauthorized"))
}

/// The classic scope that a path wants.
fn scope_of(path: &str) -> Option<&'static str> {
    if path.starts_with("/wiki/") {
        return Some("read:confluence-user");
    }
    match path.rsplit('/').next() {
        Some("serverInfo") => None,
        Some("myself") => Some("read:jira-user"),
        _ => Some("read:jira-work"),
    }
}

fn refusal(status: StatusCode, message: &str) -> Answer {
    let body = json!({ "code": status.as_u16(), "message": message });
    answer::text(status, "application/json", body.to_string())
}
