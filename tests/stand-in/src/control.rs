//! What the tests ask the stand-in itself, under the host `127.0.0.1`:
//!
//! - `GET /scenarios`: the scenarios, what their people type, secrets included, and the causes to be found;
//! - `GET /log`: every request since the start, without secrets.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hyper::{Method, StatusCode};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::answer::{self, Answer};
use crate::ask::Ask;
use crate::scenario::{SCENARIOS, Scenario};

/// Every request that came, in order.
#[derive(Default)]
pub(crate) struct Log(Mutex<Vec<Entry>>);

/// One request, without its secret.
#[derive(Clone, Debug, Serialize)]
struct Entry {
    method: String,
    host: String,
    /// With the query.
    path: String,
    authorization: Option<Presented>,
    origin: Option<String>,
    cookie: bool,
}

/// The header that came.
#[derive(Clone, Debug, Serialize)]
struct Presented {
    scheme: String,
    /// Of the whole value, in lower-case hexadecimal digits.
    sha256: String,
}

impl Log {
    pub(crate) fn note(&self, ask: &Ask) {
        let authorization = ask.authorization.as_deref().map(|value| Presented {
            scheme: ask.scheme().unwrap_or_default().to_owned(),
            sha256: hexadecimal(&Sha256::digest(value)),
        });
        let path = match &ask.query {
            Some(query) => format!("{}?{query}", ask.path),
            None => ask.path.clone(),
        };
        self.entries().push(Entry {
            method: ask.method.to_string(),
            host: ask.host.clone(),
            path,
            authorization,
            origin: ask.origin.clone(),
            cookie: ask.has_cookie,
        });
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) fn answer(log: &Log, ask: &Ask) -> Answer {
    let body = match (&ask.method, ask.path.as_str()) {
        (&Method::GET, "/scenarios") => SCENARIOS.iter().map(Scenario::told).collect(),
        (&Method::GET, "/log") => json!(*log.entries()),
        _ => {
            return answer::text(
                StatusCode::NOT_FOUND,
                "text/plain",
                "GET /scenarios or GET /log",
            );
        }
    };
    answer::json(StatusCode::OK, &body)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
