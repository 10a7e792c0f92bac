//! The words that servers and clients put behind a status.

use crate::read::sentences::{self, lexicon};
use crate::text::{Signs, cut};

/// Whether the words of the status stand behind it: `401 Unauthorized`, `(401) Unauthorized`, `401 Client Error`.
pub(super) fn has_phrase(status: u16, behind: &str) -> bool {
    let word = behind.trim_start_any(" )]-:,\"'([|=–—");
    let marks = behind.len() - word.len();
    if marks == 0 || marks > 6 {
        return false;
    }
    let word = word.strip_prefix("message='").unwrap_or(word);
    phrases(status)
        .iter()
        .any(|phrase| cut::starts_with(word, phrase))
        || (status >= 400
            && ["client error", "server error", "error", "response"]
                .iter()
                .any(|phrase| cut::starts_with(word, phrase)))
}

/// Whether the words of the status stand in front of it: `Service Unavailable (503)`.
pub(super) fn ends_with_phrase(status: u16, before: &str) -> bool {
    let front = before.trim_end();
    status >= 400
        && phrases(status)
            .iter()
            .any(|phrase| cut::ends_with(front, phrase))
}

/// Whether the words behind a status mean the same in another language: `401 Nicht autorisiert`, `404 Не найдено`.
pub(super) fn is_translated(status: u16, behind: &str) -> bool {
    /// The longest phrase, and the marks before it.
    const NEAR: usize = 48;
    let said = || sentences::names(cut::first(behind, NEAR));
    match status {
        401 | 403 => said().meets(lexicon::DENIED),
        404 => {
            let said = said();
            said.meets(lexicon::NOT_THERE) || said.meets(lexicon::NOT) && said.meets(lexicon::FIND)
        }
        503 => said().meets(lexicon::UNREACHABLE),
        _ => false,
    }
}

/// What servers and clients call a status.
fn phrases(status: u16) -> &'static [&'static str] {
    match status {
        200 => &["ok"],
        201 => &["created"],
        204 => &["no content"],
        301 => &["moved permanently"],
        302 => &["found", "moved temporarily", "redirect"],
        303 => &["see other"],
        304 => &["not modified"],
        307 => &["temporary redirect"],
        308 => &["permanent redirect"],
        400 => &["bad request", "badrequest"],
        401 => &[
            "unauthorized",
            "unauthorised",
            "authorization required",
            "not authorized",
            "unauthenticated",
        ],
        403 => &["forbidden", "access denied"],
        404 => &["not found", "notfound"],
        405 => &["method not allowed", "not allowed"],
        406 => &["not acceptable"],
        407 => &["proxy auth", "authenticationrequired"],
        408 => &["request timeout", "request time-out"],
        409 => &["conflict"],
        410 => &["gone"],
        411 => &["length required"],
        413 => &[
            "payload too large",
            "request entity too large",
            "content too large",
        ],
        414 => &["uri too long", "request-uri too"],
        415 => &["unsupported media"],
        422 => &["unprocessable"],
        429 => &["too many", "rate limit"],
        431 => &["request header"],
        500 => &["internal"],
        501 => &["not implemented"],
        502 => &["bad gateway", "proxy error"],
        503 => &["service unavailable", "service temporarily"],
        504 => &["gateway time"],
        _ => &[],
    }
}
