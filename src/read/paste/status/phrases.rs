//! The words that servers and clients put behind a status.

use crate::text::cut;

/// Whether the words of the status stand behind it: `401 Unauthorized`, `(401) Unauthorized`, `401 Client Error`.
pub(super) fn has_phrase(status: u16, behind: &str) -> bool {
    let word = behind.trim_start_matches([
        ' ', ')', ']', '-', ':', ',', '"', '\'', '(', '[', '|', '=', '–', '—',
    ]);
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
