//! Every literal of `facts.md` 4 and 11 and of `peers.md` A.4, with the cause that it must rank first.
//!
//! `tests/causes/*.txt` are the tables, one literal a line: `where it is from | first | others | evidence`.
//!
//! * `first`: the cause that must come first, several with `/` where the sheet ranks them as one; `-` where nothing is wrong.
//! * `others`: causes that must be among the first three with it; `-` for none.
//! * `evidence`: as JSON, with the placeholders of `tests/cases/README.md`. A body may be an object instead of its text.
//!   `jane` in front stands for a right site, a right e-mail and an intact API token in the fields.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::fmt::Write;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Diagnosis, Evidence, Finding, Severity, diagnose, problems};
use serde_json::{Value, json};

use support::evidence::expanded;

/// The tables, one for each part of the sheets.
const TABLES: [(&str, &str); 3] = [
    ("facts.md 4", include_str!("causes/wire.txt")),
    ("facts.md 11", include_str!("causes/signals.txt")),
    ("peers.md A.4", include_str!("causes/seen.txt")),
];

/// One line of a table.
struct Row {
    /// Where the literal is from.
    from: String,
    /// The causes of which one must be first; none where nothing is wrong.
    first: Vec<&'static str>,
    /// The causes that must be among the first three.
    others: Vec<&'static str>,
    /// The evidence as JSON.
    given: Value,
}

fn rows() -> Vec<Row> {
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
        let jane = [
            ("site", "https://acme.atlassian.net"),
            ("email", "jane@acme.example"),
            ("token", "{{api-token}}"),
        ];
        for (field, text) in jane {
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

fn evidence(given: &Value) -> Evidence {
    serde_json::from_value(given.clone()).unwrap()
}

fn check(given: &Value) -> Diagnosis {
    diagnose(&evidence(given), url_crate_host)
}

/// What a diagnosis names as trouble, the most likely first.
fn suspects(diagnosis: &Diagnosis) -> Vec<&'static str> {
    let worse = |finding: &&Finding| finding.severity > Severity::Info;
    let found = diagnosis.findings.iter().filter(worse);
    found.map(|finding| finding.problem).collect()
}

/// What is wrong with a diagnosis of a row, if anything.
fn objection(row: &Row, diagnosis: &Diagnosis) -> Option<String> {
    let found = suspects(diagnosis);
    let is_first = match found.first() {
        Some(first) => row.first.contains(first),
        None => row.first.is_empty(),
    };
    let near: Vec<_> = found.iter().take(3).collect();
    let missing = row.others.iter().find(|other| !near.contains(other));
    if is_first {
        return missing.map(|other| format!("{}: no {other} in {near:?}", row.from));
    }
    let wanted = if row.first.is_empty() {
        "nothing".to_owned()
    } else {
        row.first.join("/")
    };
    Some(format!("{}: not {wanted} but {near:?}", row.from))
}

fn assert_none(what: &str, objections: &[String]) {
    assert!(
        objections.is_empty(),
        "{} {what}:\n{}",
        objections.len(),
        objections.join("\n")
    );
}

#[test]
fn the_tables_name_problems_of_the_catalogue() {
    let unknown: Vec<_> = rows()
        .into_iter()
        .flat_map(|row| [row.first, row.others].concat())
        .filter(|id| problems().iter().all(|problem| problem.id != *id))
        .map(str::to_owned)
        .collect();
    assert_none("unknown ids", &unknown);
}

#[test]
fn every_row_of_the_matrix_is_there() {
    let rows = rows();
    let missing: Vec<_> = (1..=62)
        .map(|number| format!("facts.md 11 {number}"))
        .filter(|name| {
            rows.iter().all(|row| {
                row.from
                    .strip_prefix(name.as_str())
                    .is_none_or(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
        })
        .collect();
    assert_none("rows of facts.md 11 without a test", &missing);
}

#[test]
fn every_literal_ranks_its_cause_first() {
    let objections: Vec<_> = rows()
        .iter()
        .filter_map(|row| objection(row, &check(&row.given)))
        .collect();
    assert_none("literals rank another cause", &objections);
}

/// The call and its answer as a terminal shows them, behind what was pasted besides.
fn printed(given: &Value) -> Option<String> {
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
fn with_paste(given: &Value, change: impl Fn(&str) -> String) -> Option<Value> {
    let text = printed(given)?;
    let mut given = given.clone();
    let entries = given.as_object_mut().unwrap();
    entries.remove("request");
    entries.remove("response");
    entries.insert("paste".to_owned(), json!(change(&text)));
    Some(given)
}

/// Every line with a time in front, in colour, ended as on Windows.
fn as_a_windows_log(text: &str) -> String {
    let lines = text.lines();
    let lines = lines.map(|line| format!("2026-11-20T09:12:33.123Z \u{1b}[31m{line}\u{1b}[0m\r\n"));
    lines.collect()
}

/// The whole as one line of a structured log.
fn as_a_json_log(text: &str) -> String {
    let line = json!({"time": "2026-11-20T09:12:33.123Z", "level": "error", "msg": text});
    format!("{line}\n")
}

/// As a mail quotes it: wrapped at blanks to sixty columns, with `> ` in front.
fn as_quoted_mail(text: &str) -> String {
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

fn holds_a_command(given: &Value) -> bool {
    let paste = given["paste"].as_str().unwrap_or_default();
    paste.lines().any(|line| line.starts_with("curl "))
}

fn assert_found_in(noise: impl Fn(&str) -> String) {
    let objections: Vec<_> = rows()
        .iter()
        // A command that is broken over lines, or quoted, is another command.
        .filter(|row| !holds_a_command(&row.given))
        .filter_map(|row| {
            let given = with_paste(&row.given, &noise)?;
            objection(row, &check(&given))
        })
        .collect();
    assert_none("literals rank another cause in noise", &objections);
}

#[test]
fn every_literal_is_found_where_the_answer_is_pasted() {
    assert_found_in(str::to_owned);
}

#[test]
fn every_literal_is_found_in_a_coloured_log_with_times() {
    assert_found_in(as_a_windows_log);
}

#[test]
fn every_literal_is_found_in_a_line_of_a_json_log() {
    assert_found_in(as_a_json_log);
}

#[test]
fn every_literal_is_found_in_a_quoted_and_wrapped_mail() {
    assert_found_in(as_quoted_mail);
}
