//! What terminals, logs, mail and other programs do to a text.

use super::*;

/// One exchange with its header and its body, however it was bent on its way.
const PLAIN: &str = "HTTP/2 401\nwww-authenticate: OAuth realm=\"x\"\ncontent-type: application/json\n\n{\"message\":\"Current user not permitted\"}\n";

fn is_read(name: &str, text: &str) {
    let paste = read_text(text);
    let fits = paste.exchanges.iter().any(|x| {
        x.status == Some(401)
            && x.headers
                .get("www-authenticate")
                .is_some_and(|v| v.contains("OAuth"))
            && x.body
                .messages
                .iter()
                .any(|m| m.contains("Current user not permitted"))
    });
    assert!(fits, "{name}:\n{text}\n{:?}", paste.exchanges);
}

fn each_line(before: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for (n, line) in PLAIN.lines().enumerate() {
        text.push_str(&before(n));
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[test]
fn what_stands_in_front_of_each_line_is_passed_over() {
    is_read("plain", PLAIN);
    is_read("mail", &each_line(|_| "> ".into()));
    is_read("mail of mail", &each_line(|_| "> > ".into()));
    is_read("mail without blanks", &each_line(|_| ">> ".into()));
    is_read(
        "ISO times",
        &each_line(|n| format!("2026-11-21T22:55:0{n}.123Z ")),
    );
    is_read(
        "times with zone",
        &each_line(|n| format!("2026-11-21T22:55:0{n}+01:00 ")),
    );
    is_read(
        "times of Python",
        &each_line(|n| format!("2026-11-21 22:55:0{n},123 DEBUG ")),
    );
    is_read(
        "times of Go",
        &each_line(|n| format!("2026/11/21 22:55:0{n} ")),
    );
    is_read(
        "times of curl",
        &each_line(|n| format!("22:55:0{n}.123456 ")),
    );
    is_read("levels", &each_line(|_| "[INFO] ".into()));
    is_read(
        "bracketed times",
        &each_line(|n| format!("[2026-11-21 22:55:0{n}] [ERROR] ")),
    );
    is_read(
        "journald",
        &each_line(|n| format!("Nov 21 22:55:0{n} host app[123]: ")),
    );
    is_read("compose", &each_line(|_| "web-1  | ".into()));
    is_read("line numbers", &each_line(|n| format!("{:>4}  ", n + 1)));
    is_read(
        "numbers and colons",
        &each_line(|n| format!("{}: ", n + 41)),
    );
    is_read("indentation", &each_line(|_| "    ".into()));
}

#[test]
fn what_a_program_made_of_the_characters_is_undone() {
    is_read("CRLF", &PLAIN.replace('\n', "\r\n"));
    is_read("fences", &format!("Look:\n```http\n{PLAIN}```\nthanks"));
    is_read(
        "colours",
        &PLAIN
            .replace(
                "HTTP/2 401",
                "\u{1b}[34mHTTP\u{1b}[39;49;00m/\u{1b}[34m2\u{1b}[0m \u{1b}[1;31m401\u{1b}[0m",
            )
            .replace("www-auth", "\u{1b}[36mwww-auth"),
    );
    is_read("entities", &PLAIN.replace('"', "&quot;"));
    is_read(
        "escapes",
        &format!(
            "{{\"level\":\"error\",\"dump\":\"{}\"}}",
            PLAIN.replace('"', "\\\"").replace('\n', "\\r\\n")
        ),
    );
    is_read(
        "escapes of escapes",
        &format!(
            "\"{}\"",
            PLAIN.replace('"', "\\\\\\\"").replace('\n', "\\\\n")
        ),
    );
    is_read("repr", &format!("b'{}'", PLAIN.replace('\n', "\\r\\n")));
    is_read(
        "percents",
        &PLAIN
            .replace(' ', "%20")
            .replace('\n', "%0A")
            .replace('"', "%22")
            .replace('/', "%2F"),
    );
    is_read("byte order mark", &format!("\u{feff}{PLAIN}"));
}

#[test]
fn a_line_broken_at_eighty_columns_is_one() {
    let line = "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://acme.atlassian.net/rest/api/3/myself";
    let text = format!("{}\n{}", line.get(..80).unwrap(), line.get(80..).unwrap());
    let paste = read_text(&text);
    assert_eq!(
        paste.exchanges[0].sent.url.as_deref(),
        Some("https://acme.atlassian.net/rest/api/3/myself")
    );
}

#[test]
fn spans_count_in_the_pasted_text() {
    let text = "😀 Hello\n> > HTTP/1.1 401 Unauthorized\n> > x-a: b\n> >\n> > Client must be authenticated to access this resource.\n\nbye";
    let paste = read_text(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let shown = |span: Span| String::from_utf16(&units[span.start..span.end]).unwrap();
    let exchange = shown(paste.exchanges[0].span.unwrap());
    assert!(
        exchange.starts_with("HTTP/1.1 401") && exchange.trim_end().ends_with("resource."),
        "{exchange}"
    );
    assert!(
        shown(paste.hits[0].span).starts_with("Client must"),
        "{:?}",
        paste.hits
    );
}

#[test]
fn another_number_is_no_status() {
    for text in [
        "Traceback: File \"models.py\", line 401, in f",
        "listening on port 443",
        "took 403 ms",
        "error after 404 ms",
        "2026-401 is a ticket",
        "connect ETIMEDOUT 104.192.142.19:443",
        "Error: connect ECONNREFUSED 10.0.0.1:443",
        "The endpoint returns HTTP 200 for everybody",
        "exit code 128",
        "process exited with code 137",
        "Error: getaddrinfo ENOTFOUND https://acme.atlassian.net:443",
        "I have 404 issues, and 200 of them failed",
        "Content length 255",
        "room 401",
        "v4.401.2",
        "ABC-404 failed",
        "errno 111: connection refused",
        "Error 11001",
        "failed 3 of 500 times",
        "node:internal/process:400:17",
    ] {
        let paste = read_text(text);
        assert!(
            paste.exchanges.iter().all(|x| x.status.is_none()),
            "{text}: {:?}",
            paste.exchanges
        );
    }
}
