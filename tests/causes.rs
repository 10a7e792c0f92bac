//! Every literal of `jira-facts.md` 4 and 11 and of `peers.md` A.4, with the cause that it must rank first. The tables are read by
//! `support/signals.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{
    Certainty, Diagnosis, Evidence, Finding, Group, Secret, Severity, Verdict, diagnose, problems,
};
use serde_json::{Value, json};

use support::evidence::expanded;
use support::signals::{
    JANE, Row, as_a_json_log, as_a_windows_log, as_quoted_mail, rows, with_paste,
};

fn evidence(given: &Value) -> Evidence {
    serde_json::from_value(given.clone()).unwrap()
}

fn check(given: &Value) -> Diagnosis {
    diagnose(&evidence(given), None, url_crate_host)
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
    let wanted = match row.first.as_slice() {
        [] => "nothing".to_owned(),
        first => first.join("/"),
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
        .map(|number| format!("jira-facts.md 11 {number}"))
        .filter(|name| {
            rows.iter().all(|row| {
                row.from
                    .strip_prefix(name.as_str())
                    .is_none_or(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
        })
        .collect();
    assert_none("rows of jira-facts.md 11 without a test", &missing);
}

#[test]
fn every_literal_ranks_its_cause_first() {
    let objections: Vec<_> = rows()
        .iter()
        .filter_map(|row| objection(row, &check(&row.given)))
        .collect();
    assert_none("literals rank another cause", &objections);
}

fn assert_found_in(noise: impl Fn(&str) -> String, rows: impl IntoIterator<Item = Row>) {
    let objections: Vec<_> = rows
        .into_iter()
        .filter_map(|row| {
            let given = with_paste(&row.given, &noise)?;
            objection(&row, &check(&given))
        })
        .collect();
    assert_none("literals rank another cause in noise", &objections);
}

/// The rows whose literal is printed by somebody.
fn printed_rows() -> impl Iterator<Item = Row> {
    rows().into_iter().filter(|row| !row.is_command())
}

#[test]
fn every_literal_is_found_where_the_answer_is_pasted() {
    assert_found_in(str::to_owned, rows());
}

#[test]
fn every_literal_is_found_in_a_coloured_log_with_times() {
    assert_found_in(as_a_windows_log, printed_rows());
}

#[test]
fn every_literal_is_found_in_a_line_of_a_json_log() {
    assert_found_in(as_a_json_log, printed_rows());
}

#[test]
fn every_literal_is_found_in_a_quoted_and_wrapped_mail() {
    assert_found_in(as_quoted_mail, printed_rows());
}

#[test]
fn every_literal_is_found_in_capitals() {
    let rows = printed_rows().filter(|row| !row.is_told_by_case());
    assert_found_in(str::to_uppercase, rows);
}

/// Causes for which no credential is at fault.
const ELSEWHERE: [&str; 12] = [
    "connection-refused",
    "cors-blocked",
    "dns",
    "endpoint-removed",
    "ip-allowlist",
    "proxy-corporate",
    "rate-limited",
    "server-error",
    "site-suspended",
    "site-unavailable",
    "timeout",
    "tls-certificate",
];

/// What programs print where nobody answers in time; the sheets have no literal of it.
const TIMEOUTS: [&str; 3] = [
    "curl: (28) Operation timed out after 30001 milliseconds with 0 bytes received",
    "Error: connect ETIMEDOUT 192.0.2.10:443",
    "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='acme.atlassian.net', port=443): Read timed out. (read timeout=10)",
];

/// The rows for which no credential is at fault, each with a right site, e-mail and token beside it.
fn cleared_rows() -> Vec<Row> {
    let is_elsewhere =
        |row: &Row| !row.first.is_empty() && row.first.iter().all(|id| ELSEWHERE.contains(id));
    let timeouts = TIMEOUTS.map(|text| Row {
        from: text.to_owned(),
        first: vec!["timeout"],
        others: Vec::new(),
        given: json!({ "paste": text }),
    });
    let rows = rows().into_iter().filter(is_elsewhere).chain(timeouts);
    rows.map(|mut row| {
        let entries = row.given.as_object_mut().unwrap();
        // A server of one's own takes another secret.
        if !entries.contains_key("site") {
            let jane = JANE.map(|(field, text)| (field.to_owned(), expanded(&json!(text))));
            entries.extend(jane);
        }
        row
    })
    .collect()
}

#[test]
fn the_headline_clears_the_credentials_where_something_else_is_at_fault() {
    let rows = cleared_rows();
    assert!(rows.len() > 40, "only {} rows", rows.len());
    let objections: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let headline = check(&row.given).headline.to_string();
            let first = headline.split(". ").next().unwrap_or_default();
            let is_clear = first.contains("credentials") && !first.contains("did not take");
            (!is_clear).then(|| format!("{}: {headline}", row.from))
        })
        .collect();
    assert_none("headlines do not clear the credentials", &objections);
}

#[test]
fn no_credential_is_accused_where_something_else_is_at_fault() {
    let is_about_credentials = |finding: &Finding| {
        let problem = problems()
            .iter()
            .find(|problem| problem.id == finding.problem);
        problem.is_some_and(|problem| matches!(problem.group, Group::Token | Group::UserName))
    };
    let objections: Vec<_> = cleared_rows()
        .iter()
        .flat_map(|row| {
            let findings = check(&row.given).findings.into_iter();
            let accused =
                findings.filter(|f| f.severity > Severity::Info && is_about_credentials(f));
            accused
                .map(|f| format!("{}: {} ({})", row.from, f.problem, f.message))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none("findings accuse a credential", &objections);
}

/// What a person may paste by mistake, or from somewhere else.
fn strangers() -> Vec<(&'static str, String)> {
    // Any bytes: the high ones of a linear congruential generator.
    let random = (0_u32..4000).scan(7_u32, |state, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(state.to_be_bytes()[0])
    });
    let picture: Vec<u8> = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
        .iter()
        .copied()
        .chain(random)
        .collect();
    let texts = [
        ("a novel", include_str!("causes/novel.txt")),
        (
            "AWS",
            "HTTP/1.1 403 Forbidden\nx-amz-request-id: 4442587FB7D0A2F9\nContent-Type: application/xml\nServer: AmazonS3\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>",
        ),
        (
            "AWS, the body alone",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
        ),
        (
            "Postgres",
            "psql: error: connection to server at \"db.acme.example\" (192.0.2.7), port 5432 failed: FATAL:  password authentication failed for user \"jane\"",
        ),
        (
            "Postgres, a relation",
            "ERROR:  relation \"issues\" does not exist\nLINE 1: SELECT * FROM issues;",
        ),
        (
            "GitHub",
            "HTTP/2 401\nserver: github.com\nx-github-request-id: C0DE:1A2B\ncontent-type: application/json; charset=utf-8\n\n{\"message\":\"Bad credentials\",\"documentation_url\":\"https://docs.github.com/rest\",\"status\":\"401\"}",
        ),
        (
            "GitHub, the body alone",
            "{\"message\":\"Bad credentials\",\"documentation_url\":\"https://docs.github.com/rest\",\"status\":\"401\"}",
        ),
        (
            "Kubernetes",
            "Error from server (Forbidden): pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" in the namespace \"default\"",
        ),
        (
            "Kubernetes, JSON",
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\"pods is forbidden: User \\\"jane\\\" cannot list resource \\\"pods\\\"\",\"reason\":\"Forbidden\",\"code\":403}",
        ),
        (
            "half a HAR",
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"WebInspector\",\"version\":\"537.36\"},\"pages\":[],\"entries\":[{\"startedDateTime\":\"2026-11-20T09:12:33.123Z\",\"request\":{\"method\":\"GET\",\"url\":\"https://acme.atla",
        ),
        ("empty braces", "{}"),
        ("an open brace", "{"),
        ("brackets", "[]"),
        ("blanks", " \t\r\n "),
    ];
    let picture = ("a picture", String::from_utf8_lossy(&picture).into_owned());
    let texts = texts.map(|(name, text)| (name, text.to_owned()));
    texts.into_iter().chain([picture]).collect()
}

fn pasted(text: String) -> Diagnosis {
    let paste = Some(Secret::from(text));
    let evidence = Evidence {
        paste,
        ..Evidence::default()
    };
    diagnose(&evidence, None, url_crate_host)
}

#[test]
fn what_is_not_known_is_not_called_certain() {
    let objections: Vec<_> = strangers()
        .into_iter()
        .flat_map(|(name, text)| {
            let findings = pasted(text).findings.into_iter();
            let sure = findings
                .filter(|f| f.severity > Severity::Info && f.certainty == Certainty::Certain);
            sure.map(|f| format!("{name}: {}", f.problem))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none("certain causes of something unknown", &objections);
}

#[test]
fn where_nothing_is_known_the_diagnosis_says_so() {
    const UNKNOWN: [&str; 7] = [
        "a novel",
        "a picture",
        "AWS, the body alone",
        "Postgres, a relation",
        "half a HAR",
        "empty braces",
        "an open brace",
    ];
    for (name, text) in strangers() {
        let diagnosis = pasted(text);
        assert!(diagnosis.site.is_none());
        if UNKNOWN.contains(&name) {
            assert_eq!(diagnosis.verdict, Verdict::NothingKnown, "{name}");
            assert_eq!(suspects(&diagnosis), [""; 0], "{name}");
        }
    }
}

#[test]
fn another_products_answer_is_not_taken_for_jiras() {
    let others = strangers();
    for (_, text) in others
        .into_iter()
        .filter(|(name, _)| ["GitHub", "Kubernetes"].contains(name))
    {
        let diagnosis = pasted(text);
        assert_eq!(suspects(&diagnosis), ["another-service-refused"]);
    }
}
