mod families;
mod form;

use std::fmt::Write;

use super::*;
use crate::read::site::url_crate_host;
use crate::sample::expand;

fn read_text(text: &str) -> Paste {
    read(text, url_crate_host)
}

/// What a test wants of an exchange; `""`, 0 for what does not matter.
struct Want {
    method: &'static str,
    url: &'static str,
    status: u16,
    /// A header and a part of its value: `name: value`.
    header: &'static str,
    /// A part of a message, the title, or `form text`.
    body: &'static str,
    /// User or scheme of the header that was sent.
    authorization: &'static str,
}

impl Want {
    fn missing(&self, x: &Exchange) -> Option<String> {
        let url = x.sent.url.as_deref().unwrap_or_default();
        let method = x.sent.method.as_deref().unwrap_or_default();
        let header = self.header.split_once(": ").is_none_or(|(name, value)| {
            x.headers
                .get(name)
                .is_some_and(|found| found.contains(value))
        });
        let said = format!(
            "{:?} {:?} {:?} {:?}",
            x.body.messages, x.body.title, x.body.content, x.body.form
        );
        let sent = x.sent.authorization.as_ref();
        let sent = sent.map_or(String::new(), |a| {
            format!("{:?} {}", a.scheme, a.user.as_deref().unwrap_or_default())
        });
        let fits = method.starts_with(self.method)
            && url.ends_with(self.url)
            && (self.status == 0 || x.status == Some(self.status))
            && header
            && said.contains(self.body)
            && sent.contains(self.authorization);
        (!fits).then(|| {
            format!(
                "{method} {url} {:?} {:?} {said} sent {sent}",
                x.status, x.headers
            )
        })
    }
}

/// Prints what was found in the pasted texts of all case files, to be looked at by eye.
#[test]
#[ignore = "for people: writes target/pastes.txt"]
fn shows_what_the_case_files_give() {
    let mut shown = String::new();
    for (id, text) in pastes() {
        let head: String = text.chars().take(120).collect();
        writeln!(shown, "## {id} {head:?}").unwrap();
        for x in &read_text(&text).exchanges {
            let sent = x.sent.authorization.as_ref().map(|a| (&a.scheme, &a.user));
            writeln!(
                shown,
                "   {:?} {:?} {:?} {} headers {:?} {sent:?}",
                x.sent.method,
                x.sent.url,
                x.status,
                x.headers.0.len(),
                x.body
            )
            .unwrap();
        }
    }
    std::fs::write("target/pastes.txt", shown).unwrap();
}

/// Every pasted text of the case files.
fn pastes() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for file in ["cases", "transcripts"] {
        let path = format!("{}/tests/cases/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            if let Some(text) = case["given"]["paste"].as_str() {
                all.push((case["id"].to_string(), expand(text)));
            }
        }
    }
    all
}

#[test]
fn a_status_that_a_case_file_shows_is_found() {
    let mut wrong = Vec::new();
    for (id, text) in pastes() {
        for status in [401_u16, 403, 404, 405, 407, 410, 429, 500, 502, 503, 504] {
            let shown = text
                .split(|c: char| !c.is_ascii_alphanumeric() && !":-.".contains(c))
                .any(|word| word == status.to_string());
            // A line number in a stack is no status.
            let stack = text.contains(&format!("line {status}"));
            let found = read_text(&text)
                .exchanges
                .iter()
                .any(|x| x.status == Some(status));
            if shown && !stack && !found {
                wrong.push(format!("{id} {status}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_case_file_gives_no_status_that_it_does_not_show() {
    for (id, text) in pastes() {
        for x in &read_text(&text).exchanges {
            if let Some(status) = x.status.filter(|status| ![401, 403, 407].contains(status)) {
                assert!(text.contains(&status.to_string()), "{id} {status}");
            }
        }
    }
}

#[test]
fn spans_lie_in_the_text_and_come_in_order() {
    for (id, text) in pastes() {
        let units = text.encode_utf16().count();
        let paste = read_text(&text);
        let mut last = 0;
        for span in paste.exchanges.iter().filter_map(|x| x.span) {
            assert!(
                last <= span.start && span.start <= span.end && span.end <= units,
                "{id} {span:?}"
            );
            last = span.start;
        }
        for hit in &paste.hits {
            assert!(
                hit.span.start < hit.span.end && hit.span.end <= units,
                "{id} {hit:?}"
            );
        }
    }
}

#[test]
fn a_text_cut_anywhere_is_read() {
    let texts = pastes();
    let long = texts
        .iter()
        .filter(|(_, text)| text.len() > 600 && text.len() < 2200);
    for (_, text) in long.step_by(8).take(10) {
        for (at, _) in text.char_indices() {
            let cut = text.get(..at).unwrap();
            let units = cut.encode_utf16().count();
            let behind = text.get(at..).unwrap();
            let _ = read_text(behind);
            for x in read_text(cut).exchanges {
                assert!(x.span.is_none_or(|span| span.end <= units));
            }
        }
    }
}

#[test]
fn garbage_is_read() {
    let mut state: u64 = 7;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let pieces = [
        "HTTP/1.1 401",
        "\n",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        "\\n",
        "$ curl -u a:b https://x.example/rest/api/2/myself",
        ":",
        "[",
        "]",
        "> ",
        "< ",
        "\u{1b}[31m",
        "é😀",
        " 403 ",
        "status",
        "://",
        "/rest/",
        "<html>",
        "</html>",
        "&lt;",
        "%20",
        "Authorization: Basic ",
        "headers",
        "=",
        "map[",
        "response",
        "\r\n",
        "* ",
        "401",
        "`",
        "GET ",
        "\\u003c",
        "2026-11-21T22:55:04Z ",
        "1: ",
        "$(",
        "@{",
        "\"name\":\"Server\",\"value\":",
    ];
    for _ in 0..2500 {
        let text: String = (0..next(60)).map(|_| pieces[next(pieces.len())]).collect();
        let units = text.encode_utf16().count();
        let paste = read_text(&text);
        for span in paste
            .exchanges
            .iter()
            .filter_map(|x| x.span)
            .chain(paste.hits.iter().map(|hit| hit.span))
        {
            assert!(span.start <= span.end && span.end <= units, "{text:?}");
        }
    }
}

#[test]
fn a_picture_is_no_text() {
    let bytes: String = (0..4000_u32)
        .filter_map(|n| char::from_u32(n * 7919 % 256))
        .collect();
    let paste = read_text(&format!("\u{fffd}PNG\r\n\u{1a}\0\0\0\rIHDR{bytes}"));
    assert!(paste.binary && paste.exchanges.is_empty());
}

#[test]
fn of_a_very_long_text_the_end_is_read_too() {
    let noise = "2026-11-21 22:55:04 INFO nothing happened here at all\n".repeat(170_000);
    let paste = read_text(&format!(
        "HTTP/1.1 403 Forbidden\n\n{noise}HTTP/2 401\nserver: AtlassianEdge\n"
    ));
    assert_eq!(paste.read, Some(8 * 1024 * 1024));
    let statuses: Vec<_> = paste.exchanges.iter().map(|x| x.status).collect();
    assert_eq!(statuses, [Some(403), Some(401)]);
}
