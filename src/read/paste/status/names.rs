//! A status that is written as a name alone: `Net::HTTPUnauthorized`, `status: FORBIDDEN`, `HttpStatusCode.NotFound`,
//! `Reason: Forbidden`, `Unauthorized (JIRA::HTTPError)`.

use super::Found;
use crate::text::{Signs, cut};

/// The reason phrases of failures, and that of success (RFC 9110 15, RFC 6585), by their letters alone: libraries make names of them in every
/// way of joining words.
static NAMES: [(&str, u16); 37] = [
    ("ok", 200),
    ("movedpermanently", 301),
    ("badrequest", 400),
    ("unauthorized", 401),
    ("paymentrequired", 402),
    ("forbidden", 403),
    ("notfound", 404),
    ("methodnotallowed", 405),
    ("notacceptable", 406),
    ("proxyauthenticationrequired", 407),
    ("requesttimeout", 408),
    ("conflict", 409),
    ("gone", 410),
    ("lengthrequired", 411),
    ("preconditionfailed", 412),
    ("payloadtoolarge", 413),
    ("contenttoolarge", 413),
    ("requestentitytoolarge", 413),
    ("uritoolong", 414),
    ("requesturitoolong", 414),
    ("unsupportedmediatype", 415),
    ("expectationfailed", 417),
    ("misdirectedrequest", 421),
    ("unprocessablecontent", 422),
    ("unprocessableentity", 422),
    ("locked", 423),
    ("toomanyrequests", 429),
    ("requestheaderfieldstoolarge", 431),
    ("unavailableforlegalreasons", 451),
    ("internalservererror", 500),
    ("notimplemented", 501),
    ("badgateway", 502),
    ("serviceunavailable", 503),
    ("gatewaytimeout", 504),
    ("httpversionnotsupported", 505),
    ("insufficientstorage", 507),
    ("networkauthenticationrequired", 511),
];

/// How much of a line is looked at.
const NEAR: usize = 2000;

/// The status that the first such name of a line tells, where its surroundings say that it is one.
pub(in crate::read::paste) fn by_name(line: &str) -> Option<Found> {
    let near = cut::first(line, NEAR);
    // java.net.HttpURLConnection throws it for a 404 and a 410, with the address in place of a file's name.
    if near.contains("FileNotFoundException: http") {
        return Some(Found { status: 404 });
    }
    let bytes = near.as_bytes();
    (0..near.len())
        .filter(|at| begins_name(bytes, *at))
        .find_map(|at| {
            let (status, end) = name_at(bytes, at)?;
            let (before, behind) = (near.get(..at)?, near.get(end..)?);
            is_meant(status, before, behind).then_some(Found { status })
        })
}

/// A capital letter that does not stand inside a word of capitals.
fn begins_name(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| bytes.get(at));
    bytes.get(at).is_some_and(u8::is_ascii_uppercase)
        && (!before.is_some_and(u8::is_ascii_uppercase) || near_http(bytes, at))
}

/// `HTTPUnauthorized`
fn near_http(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(4).and_then(|from| bytes.get(from..at));
    before.is_some_and(|word| word.eq_ignore_ascii_case(b"http"))
}

/// The status whose name begins at `at`, and where the name ends.
fn name_at(bytes: &[u8], at: usize) -> Option<(u16, usize)> {
    NAMES.iter().find_map(|&(name, status)| {
        let mut end = at;
        for wanted in name.bytes() {
            if matches!(bytes.get(end), Some(b' ' | b'_' | b'-')) && end > at {
                end += 1;
            }
            if !bytes.get(end)?.eq_ignore_ascii_case(&wanted) {
                return None;
            }
            end += 1;
        }
        let is_whole = !bytes.get(end).is_some_and(u8::is_ascii_lowercase);
        is_whole.then_some((status, end))
    })
}

/// Whether a name says which status came, by what stands around it.
fn is_meant(status: u16, before: &str, behind: &str) -> bool {
    const CLASSES: [&str; 5] = [
        "http",
        "httpstatuscode.",
        "httpstatus.",
        "httpclienterrorexception$",
        "httpclienterrorexception.",
    ];
    /// Behind these the value may go on.
    const STATUS_KEYS: [&str; 7] = [
        "status",
        "statuscode",
        "status_code",
        "statusdescription",
        "statustext",
        "response",
        "returned",
    ];
    /// Behind these the name is the whole value.
    const CAUSE_KEYS: [&str; 5] = ["reason", "error", "message", "cause", "reasonphrase"];
    let front = before.trim_end_any(" :=\"'\\");
    let has_key = front.len() < before.len();
    let is_whole_value =
        behind.trim_start_any("\"'. \\").is_empty() || behind.starts_with_any("\"',}\\");
    let ends = |words: &[&str]| words.iter().any(|word| cut::ends_with(front, word));
    CLASSES.iter().any(|class| cut::ends_with(before, class))
        || has_key && ends(&STATUS_KEYS)
        || status >= 300 && has_key && before.has_any(":=") && is_whole_value && ends(&CAUSE_KEYS)
        // Nobody says it of anything else.
        || status == 407
        || is_thrown(behind)
}

/// The class of the error behind its message, as Ruby prints it: `Unauthorized (JIRA::HTTPError)`.
fn is_thrown(behind: &str) -> bool {
    let class = behind
        .strip_prefix(" (")
        .and_then(|rest| Some(rest.split_once(')')?.0));
    class.is_some_and(|class| class.ends_with("Error"))
}
