//! Answers, and the headers that Jira puts on them.

use std::hash::{BuildHasher, RandomState};

use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::body::Body;

pub(crate) type Answer = Response<Body>;

pub(crate) const JSON: &str = "application/json;charset=UTF-8";
pub(crate) const HTML: &str = "text/html;charset=UTF-8";

/// The text of every 401 of a site: 53 bytes, whatever it is labelled.
pub(crate) const UNAUTHENTICATED: &str = "Client must be authenticated to access this resource.";

/// An answer of this type and nothing else about it.
pub(crate) fn text(status: StatusCode, content_type: &str, body: impl Into<String>) -> Answer {
    let answer = Response::new(Body::whole(body.into()));
    set(answer, "content-type", content_type).status(status)
}

pub(crate) fn json(status: StatusCode, body: &Value) -> Answer {
    text(status, JSON, body.to_string())
}

/// The form of Jira's own refusals.
pub(crate) fn refusal(status: StatusCode, message: &str) -> Answer {
    json(status, &json!({ "errorMessages": [message], "errors": {} }))
}

/// The form of refusals of Spring, which serves the newer half of Jira.
pub(crate) fn problem(status: StatusCode, detail: &str, path: &str) -> Answer {
    let title = status.canonical_reason().unwrap_or_default();
    let body = json!({
        "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail, "instance": path,
    });
    text(
        status,
        "application/problem+json;charset=UTF-8",
        body.to_string(),
    )
}

pub(crate) fn html(status: StatusCode, title: &str, heading: &str) -> Answer {
    let page = format!(
        "<!DOCTYPE html>\n<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{heading}</h1>\n</body>\n</html>\n"
    );
    text(status, HTML, page)
}

/// The 401 of a site: its type follows `Accept`, its text does not.
pub(crate) fn unauthenticated(ask: &Ask) -> Answer {
    let content_type = match &ask.accept {
        None => "text/plain",
        Some(_) if ask.wants_json() => "application/json",
        Some(_) => HTML,
    };
    let realm = format!("OAuth realm=\"https%3A%2F%2F{}\"", ask.host);
    let answer = text(StatusCode::UNAUTHORIZED, content_type, UNAUTHENTICATED);
    let answer = set(answer, "www-authenticate", &realm);
    set(answer, "x-frame-options", "SAMEORIGIN")
}

pub(crate) fn redirect(location: &str) -> Answer {
    let answer = text(StatusCode::FOUND, HTML, "");
    set(answer, "location", location)
}

/// What stands on every answer of Atlassian's edge.
pub(crate) fn from_edge(answer: Answer) -> Answer {
    let id = request_id();
    let trace = id.replace('-', "");
    let answer = set(answer, "server", "AtlassianEdge");
    let answer = set(answer, "atl-request-id", &id);
    set(answer, "atl-traceid", &trace)
}

/// What Jira itself adds; a refusal by the edge or the gateway has none of it.
pub(crate) fn from_jira(answer: Answer) -> Answer {
    let answer = set(answer, "x-arequestid", &request_id().replace('-', ""));
    let answer = set(answer, "timing-allow-origin", "*");
    // Facts name no cookie; Jira sets this one, and what must not carry it on has to be tried.
    set(
        answer,
        "set-cookie",
        "atlassian.xsrf.token=stand-in_lout; Path=/; Secure; SameSite=None",
    )
}

/// The measured headers of the burst limit. They stand only on a served answer to a caller whom Jira knows.
pub(crate) fn rated(answer: Answer, limit: u16) -> Answer {
    let left = limit.saturating_sub(1);
    let answer = set(
        answer,
        "ratelimit",
        &format!("\"jira-burst-based\";r={left};t=1"),
    );
    let answer = set(answer, "ratelimit-policy", "\"jira-burst-based\";q=100;w=1");
    let answer = set(answer, "x-ratelimit-limit", &limit.to_string());
    set(answer, "x-ratelimit-remaining", &left.to_string())
}

/// The answer with one header more, or another value of it.
pub(crate) fn set(mut answer: Answer, name: &'static str, value: &str) -> Answer {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
    answer
}

/// Whether the answer names its length: without it nobody could tell that the rest is missing.
pub(crate) fn declare_length(mut answer: Answer, length: usize) -> Answer {
    answer
        .headers_mut()
        .insert(header::CONTENT_LENGTH, length.into());
    answer
}

trait WithStatus {
    fn status(self, status: StatusCode) -> Self;
}

impl WithStatus for Answer {
    fn status(mut self, status: StatusCode) -> Self {
        *self.status_mut() = status;
        self
    }
}

/// A UUID of version 4 that nobody has seen before.
fn request_id() -> String {
    let high = RandomState::new().hash_one("request");
    let low = RandomState::new().hash_one("id");
    uuid(u128::from(high) << 64 | u128::from(low))
}

/// The UUID of version 4 with these bits, the six that its form fixes aside.
pub(crate) fn uuid(bits: u128) -> String {
    let hex = format!("{bits:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "{}-{}-4{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}
