//! What a place lets pages of other origins read. Atlassian's let them read nothing; a Data Center may, by its allowlist.

use hyper::StatusCode;

use crate::answer::{self, Answer};
use crate::ask::Ask;
use crate::place::{Cors, Place};

/// The headers of an answer that tell something and that pages do not see by default.
const TELLING: &str = "X-Seraph-LoginReason, X-Authentication-Denied-Reason, X-AAccountId, WWW-Authenticate, \
    Retry-After, RateLimit-Reason, ATL-TraceId, ATL-Missing-TCS";

/// Adds what the place allows, and answers the browser's question beforehand.
pub(crate) fn allow(answer: Answer, place: &Place, ask: &Ask) -> Answer {
    let cors = place.cors();
    let Some(origin) = ask.origin.as_deref().filter(|_| cors != Cors::Refused) else {
        return answer;
    };
    let answer = if ask.is_preflight {
        let answer = answer::text(StatusCode::NO_CONTENT, "text/plain", "");
        let answer = answer::set(answer, "access-control-allow-methods", "GET");
        answer::set(
            answer,
            "access-control-allow-headers",
            "Authorization, Accept",
        )
    } else {
        answer
    };
    let answer = answer::set(answer, "access-control-allow-origin", origin);
    let answer = answer::set(answer, "vary", "Origin");
    match cors {
        Cors::Exposed => answer::set(answer, "access-control-expose-headers", TELLING),
        Cors::Allowed | Cors::Refused => answer,
    }
}
