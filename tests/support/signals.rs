//! Every literal of `jira-facts.md` 4 and 11 and of `peers.md` A.4, with the cause that it must rank first: for `tests/causes.rs`, and
//! for `cargo xtask train`.
//!
//! `tests/causes/*.txt` are the tables, one literal a line: `where it is from | first | others | evidence`.
//!
//! * `first`: the cause that must come first, several with `/` where the sheet ranks them as one; `-` where nothing is wrong.
//! * `others`: causes that must be among the first three with it; `-` for none.
//! * `evidence`: as JSON, with the placeholders of `tests/cases/README.md`. A body may be an object instead of its text.
//!   `jane` in front stands for a right site, a right e-mail and an intact API token in the fields.

use std::fmt::Write;

use serde_json::{Value, json};

use super::evidence::expanded;

/// The tables, one for each part of the sheets.
const TABLES: [(&str, &str); 4] = [
    ("jira-facts.md 4", include_str!("../causes/wire.txt")),
    ("jira-facts.md 11", include_str!("../causes/signals.txt")),
    ("seen in the wild", include_str!("../causes/seen.txt")),
    ("clients", include_str!("../causes/clients.txt")),
];

/// Fields with nothing wrong in them.
pub(crate) const JANE: [(&str, &str); 3] = [
    ("site", "https://acme.atlassian.net"),
    ("email", "jane@acme.example"),
    ("token", "{{api-token}}"),
];

/// One line of a table.
pub(crate) struct Row {
    /// Where the literal is from.
    pub(crate) from: String,
    /// The causes of which one must be first; none where nothing is wrong.
    pub(crate) first: Vec<&'static str>,
    /// The causes that must be among the first three.
    pub(crate) others: Vec<&'static str>,
    /// The evidence as JSON.
    pub(crate) given: Value,
}

pub(crate) fn rows() -> Vec<Row> {
    TABLES
        .iter()
        .flat_map(|&(sheet, table)| {
            let lines = table.lines().filter(|line| !line.is_empty());
            let lines = lines.filter(|line| !line.starts_with('#'));
            lines.map(move |line| row(sheet, line))
        })
        .collect()
}

fn row(sheet: &str, line: &'static str) -> Row {
    let parts: Vec<_> = line.splitn(4, " | ").collect();
    let [from, first, others, given] = parts[..] else {
        panic!("not four parts: {line}")
    };
    let (who, json) = given.split_at(given.find('{').unwrap_or(given.len()));
    let mut given: Value =
        serde_json::from_str(json).unwrap_or_else(|wrong| panic!("{wrong}: {line}"));
    let entries = given.as_object_mut().unwrap();
    entries.insert("today".to_owned(), json!("2026-11-21"));
    if who.trim() == "jane" {
        for (field, text) in JANE {
            entries.entry(field).or_insert_with(|| json!(text));
        }
    }
    if let Some(body) = given.pointer_mut("/response/body")
        && body.is_object()
    {
        *body = json!(body.to_string());
    }
    let list = |part: &'static str, by: char| {
        let ids = part.split(by).map(str::trim);
        ids.filter(|id| !id.is_empty() && *id != "-").collect()
    };
    Row {
        from: format!("{sheet} {from}"),
        first: list(first, '/'),
        others: list(others, ' '),
        given: expanded(&given),
    }
}

impl Row {
    /// A command asks; what is printed for people to read and pass on is its answer.
    pub(crate) fn is_command(&self) -> bool {
        let pasted = self.given["paste"].as_str();
        pasted.is_some_and(|text| text.starts_with("curl "))
    }

    /// Whether the name of a JSON key or a path tells the cause, and so its case matters.
    pub(crate) fn is_told_by_case(&self) -> bool {
        self.given.get("request").is_some()
            || self.given["response"]["status"] == 200
            || self.from.contains("validation")
    }
}

/// The call and its answer as a terminal shows them, behind what was pasted besides.
pub(crate) fn printed(given: &Value) -> Option<String> {
    let mut text = given["paste"].as_str().unwrap_or_default().to_owned();
    let Some(response) = given.get("response") else {
        return (!text.is_empty()).then_some(text);
    };
    if !text.is_empty() {
        text.push('\n');
    }
    if let Some(url) = given["request"]["url"].as_str() {
        let method = given["request"]["method"].as_str().unwrap_or("GET");
        writeln!(text, "$ curl -i -X {method} '{url}'").unwrap();
    }
    if let Some(status) = response.get("status") {
        writeln!(text, "HTTP/1.1 {status}").unwrap();
        for (name, value) in response["headers"].as_object().into_iter().flatten() {
            writeln!(text, "{name}: {}", value.as_str().unwrap()).unwrap();
        }
        text.push('\n');
    }
    text.push_str(response["body"].as_str().unwrap_or_default());
    Some(text)
}

/// The same evidence with its answer pasted, and the pasted text changed.
pub(crate) fn with_paste(given: &Value, change: impl Fn(&str) -> String) -> Option<Value> {
    let text = printed(given)?;
    let mut given = given.clone();
    let entries = given.as_object_mut().unwrap();
    entries.remove("request");
    entries.remove("response");
    entries.insert("paste".to_owned(), json!(change(&text)));
    Some(given)
}

/// Every line with a time in front, in colour, ended as on Windows.
pub(crate) fn as_a_windows_log(text: &str) -> String {
    let lines = text.lines();
    let lines = lines.map(|line| format!("2026-11-20T09:12:33.123Z \u{1b}[31m{line}\u{1b}[0m\r\n"));
    lines.collect()
}

/// The whole as one line of a structured log.
pub(crate) fn as_a_json_log(text: &str) -> String {
    let line = json!({"time": "2026-11-20T09:12:33.123Z", "level": "error", "msg": text});
    format!("{line}\n")
}

/// As a mail quotes it: wrapped at blanks to sixty columns, with `> ` in front.
pub(crate) fn as_quoted_mail(text: &str) -> String {
    let mut quoted = String::new();
    for line in text.lines() {
        let mut column = 0;
        quoted.push_str("> ");
        for word in line.split(' ') {
            if column > 0 && column + word.len() >= 60 {
                quoted.push_str("\n> ");
                column = 0;
            } else if column > 0 {
                quoted.push(' ');
                column += 1;
            }
            quoted.push_str(word);
            column += word.len();
        }
        quoted.push('\n');
    }
    quoted
}
