//! Jira Data Center below a context path.

use hyper::{Method, StatusCode};

use crate::answer::{self, Answer};
use crate::api::Call;
use crate::ask::Ask;
use crate::people;
use crate::place::{CONTEXT, Kind, Site};

pub(crate) fn answer(site: &Site, ask: &Ask) -> Answer {
    let Some(path) = ask
        .path
        .strip_prefix(CONTEXT)
        .filter(|path| path.starts_with("/rest/api/"))
    else {
        let title = "HTTP Status 404 \u{2013} Not Found";
        return answer::html(StatusCode::NOT_FOUND, title, title);
    };
    if ask.method == Method::OPTIONS {
        return answer::set(
            answer::text(StatusCode::OK, "text/plain", ""),
            "allow",
            "GET,HEAD,OPTIONS",
        );
    }
    let caller = if let Some((user, secret)) = ask.basic() {
        match people::with_password(&user, &secret) {
            Some(account) => Some(account),
            None => return refused(),
        }
    } else if let Some(secret) = ask.bearer() {
        match people::with_access_token(secret) {
            Some(account) => Some(account),
            None => return refused(),
        }
    } else {
        None
    };
    let call = Call {
        ask,
        kind: Kind::DataCenter,
        base: site.address(),
        path,
        caller,
    };
    let answer = answer::from_jira(call.answer());
    match caller {
        Some(account) => {
            let answer = answer::set(answer, "x-ausername", account.user);
            answer::set(answer, "x-seraph-loginreason", "OK")
        }
        None => answer,
    }
}

/// Unlike Cloud, a server refuses a bad credential at once, whatever is asked for.
fn refused() -> Answer {
    let heading = "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED";
    let page = answer::html(StatusCode::UNAUTHORIZED, "Unauthorized (401)", heading);
    answer::set(page, "x-seraph-loginreason", "AUTHENTICATED_FAILED")
}
