//! Lines of headers.

use crate::text::{Signs, cut};

/// Name and value of a line in a list of headers.
pub(super) fn read(line: &str) -> Option<(&str, &str)> {
    let colon = line.bytes().take(64).position(|b| b == b':')?;
    let name = line.get(..colon)?;
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let value = line.get(colon + 1..)?;
    let is_value = value.is_empty()
        || value.starts_with_any(" \t")
        || !value.starts_with("//") && !value.starts_with('\\');
    (is_name && is_value).then(|| (name, value.trim()))
}

/// A header that stands alone among other lines: its name tells that it is one. Quotes around both are gone.
pub(super) fn alone(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim_start_any("\"'- `");
    let colon = bare.bytes().take(64).position(|b| b == b':' || b == b'=')?;
    let name = bare.get(..colon)?.trim_end_any("\"' `");
    if !is_distinctive(name) {
        return None;
    }
    let value = bare.get(colon + 1..)?;
    let value = value.trim_any(" \t\"',`>");
    Some((name, value))
}

/// Whether a name is a header of an answer.
pub(super) fn is_known(name: &str) -> bool {
    const NAMES: [&str; 20] = [
        "date",
        "server",
        "connection",
        "via",
        "vary",
        "allow",
        "content-length",
        "content-type",
        "content-encoding",
        "nel",
        "age",
        "expires",
        "pragma",
        "keep-alive",
        "user-agent",
        "accept",
        "accept-encoding",
        "host",
        "authorization",
        "cookie",
    ];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) || is_distinctive(name)
}

/// Whether a name is a header's and nothing else's.
fn is_distinctive(name: &str) -> bool {
    const NAMES: [&str; 14] = [
        "www-authenticate",
        "set-cookie",
        "location",
        "retry-after",
        "strict-transport-security",
        "cache-control",
        "transfer-encoding",
        "timing-allow-origin",
        "proxy-authenticate",
        "report-to",
        "server-timing",
        "referrer-policy",
        "content-security-policy",
        "cf-ray",
    ];
    const STARTS: [&str; 7] = [
        "x-seraph",
        "x-a",
        "atl-",
        "x-ratelimit",
        "ratelimit-",
        "x-",
        "access-control-allow",
    ];
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    plain
        && (NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
            || name.len() > 4 && STARTS.iter().any(|start| cut::starts_with(name, start)))
}
