//! A server on 127.0.0.1 that answers as a test says, one request at a time.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request, as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) authorization: Option<String>,
}

pub(crate) struct Server {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers each request with the bytes that `answer` gives, then closes the connection.
    pub(crate) fn start(answer: impl Fn(&Asked) -> Vec<u8> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Some((stream, request)) = stream.ok().and_then(read) else {
                    continue;
                };
                log.lock().unwrap().push(request.clone());
                let mut stream = stream;
                // A client may hang up on a long answer.
                let _ = stream.write_all(&answer(&request));
            }
        });
        Self { port, asked }
    }

    /// What was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn read(mut stream: TcpStream) -> Option<(TcpStream, Asked)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).ok()? {
            0 => return None,
            length => bytes.extend(piece.get(..length)?),
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let header = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
    };
    let asked = Asked {
        host: header("host")?,
        path: text.split(' ').nth(1)?.to_owned(),
        authorization: header("authorization"),
    };
    Some((stream, asked))
}

/// A whole answer.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
    .into_bytes()
}

/// A whole answer of JSON.
pub(crate) fn json(status: &str, body: &str) -> Vec<u8> {
    answer(
        status,
        "Content-Type: application/json;charset=UTF-8\r\n",
        body,
    )
}
