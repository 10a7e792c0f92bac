//! What the stand-in's tests share: a client that shows exactly what comes.

#![allow(dead_code, reason = "each of them uses its part")]

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::LazyLock;
use std::time::Duration;

use jira_doctor::Failure;
use serde_json::Value;
use stand_in::StandIn;

static STAND_IN: LazyLock<StandIn> = LazyLock::new(|| StandIn::start().unwrap());

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        Some(Self {
            status: lines.next()?.split(' ').nth(1)?.parse().ok()?,
            headers: lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        })
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

/// Everything that a request brings, as text: what came until the connection ended, or nothing more did.
pub(crate) fn exchange(request: &str) -> String {
    try_exchange(request).0
}

/// The same, and whether the connection ended.
fn try_exchange(request: &str) -> (String, bool) {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, STAND_IN.port())).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(2)))
        .unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    let has_ended = match stream.read_to_end(&mut bytes) {
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => false,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}");
            true
        }
        Ok(_) => true,
    };
    (String::from_utf8(bytes).unwrap(), has_ended)
}

/// One request, and its answer as far as it came.
pub(crate) fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    let text = exchange(&request(method, address, headers));
    Answer::read(&text).unwrap_or_else(|| panic!("{address}: `{text}`"))
}

/// One request, and its answer if it came whole.
pub(crate) fn try_ask(
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
) -> Result<Answer, Failure> {
    let (text, has_ended) = try_exchange(&request(method, address, headers));
    let answer = match Answer::read(&text) {
        Some(answer) if has_ended => answer,
        None if has_ended => return Err(Failure::Unreachable),
        _ => return Err(Failure::Timeout),
    };
    let length = answer.header("content-length").map(str::parse);
    match length {
        Some(Ok(length)) if answer.body.len() < length => Err(Failure::CutOff),
        _ => Ok(answer),
    }
}

fn request(method: &str, address: &str, headers: &[(&str, &str)]) -> String {
    let below = address.strip_prefix("https://").unwrap();
    let (host, path) = below.split_at(below.find('/').unwrap());
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n")
}
