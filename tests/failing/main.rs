//! The faults that were seen once: `tests/probes/failing.jsonl` has what was given and what a person should be told.
//!
//! A line's `expected` is read as it stands where it names problems, a part of the site, or words of the answer; what it says
//! in a person's words is demanded in `checks.rs`, by its label.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod checks;
mod given;
#[path = "../examination/recorded.rs"]
#[allow(dead_code, reason = "the examination's own tests use the rest")]
mod recorded;
#[path = "../support/mod.rs"]
mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Diagnosis, Finding, diagnose};
use serde::Deserialize;
use serde_json::Value;

/// One line of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Probe {
    row: Value,
    label: String,
    input: String,
    expected: String,
    /// What was said when the fault was seen.
    #[serde(rename = "got")]
    _got: String,
}

/// What is still told wrongly. A line that is mended must go from here.
const OPEN: &[&str] = &[
    "enc slash",
    "context called browse-ish",
    "key /plugins/servlet/project-config/ABC/permissions",
    "acme.halp.com",
    "custom domain served by Atlassian edge (headers)",
    "authorization trims",
    "AWS AKIA",
    "GitHub ghp_",
    "GitLab glpat",
    "Slack xoxb",
    "&#61;",
    "autocorrected -- to em dash",
    "fix button in the page, en dash in token",
    "swapped neighbours",
    "base64 of token alone",
    "future",
    "pre-2024-12-15",
    "pre-2024-12-15 in the window",
    "pre-2024-12-15 seen before window",
    "weird formats",
    "email john.doe@example.com",
    "site https://example.atlassian.net",
    "token ATATT...",
    "token ATATTxxxxxxxxxxxxxxxx",
    "token ENC[AES256_GCM,data:abc]",
    "token abc123",
    "token dein-token",
    "token op://vault/jira/token",
    "token vault:secret/data/jira#token",
    "CYR_A in email at end (13)",
    "CYR_A in email at middle (6)",
    "CYR_A in site at middle (10)",
    "CYR_A in site at start (0)",
    "ENDASH in email at end (13)",
    "ENDASH in email at start (0)",
    "LSEP in email at middle (6)",
    "LSQUO in email at middle (6)",
    "LSQUO in site at middle (10)",
    "LSQUO in token at middle (50)",
    "NUL in email at middle (6)",
    "RDQUO in email at middle (6)",
    "RDQUO in site at middle (10)",
    "RDQUO in token at middle (50)",
    "TAGSP in site at middle (10)",
    "TAGSP in site at start (0)",
    "TAGSP in token at start (0)",
    "%3D 2",
    "Basic: with colon",
    "C1 control U+0085",
    "airbyte fields",
    "n8n fields",
    "401 with no Seraph header though pair sent -> header lost",
    "DC 401 html",
    "examination: 401 without Seraph header although a pair was sent (header stripped on the way)",
    "AUTHORISATION_FAILED",
    "OUT",
    "CloudFront",
    "/jira/for-you page",
    "curl -L chain drops auth",
    "Retry-After sec",
    "reset ISO",
    "401?: 431",
    "418",
    "451",
    "Okta page",
    "title quoted",
    "GraphQL forbidden",
    "cannot set field reporter",
    "confluence v1 404 data",
    "oauth accessible-resources []",
    "safari page",
    "OkHttp logging",
    "page: 'Could not connect to Jira'",
    "real curl trace-ascii",
    "e-mail on DC warns",
    "worked before 403",
    "proxy html for all",
    "customer account",
    "tenant_info pasted",
    "[at]",
    "html",
    "pasted CSP error",
    "issue without fields",
    "302 cloud",
    "302 with Location private",
];

fn probes() -> Vec<Probe> {
    let lines = include_str!("../probes/failing.jsonl").lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn what_failed_once_is_told_right() {
    let mut wrong = Vec::new();
    let mut mended = Vec::new();
    let probes = probes();
    for probe in &probes {
        let open = OPEN.contains(&probe.label.as_str());
        match (judge(probe), open) {
            (Err(said), false) => {
                wrong.push(format!("{} {}: {said}", probe.row, probe.label));
            }
            (Ok(()), true) => mended.push(probe.label.as_str()),
            _ => {}
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} fail:\n{}",
        wrong.len(),
        probes.len(),
        wrong.join("\n")
    );
    assert!(mended.is_empty(), "no longer open: {mended:?}");
}

fn judge(probe: &Probe) -> Result<(), String> {
    if let Some(verdict) = checks::own(probe) {
        return verdict;
    }
    let diagnosis = diagnose(&given::evidence(probe), None, url_crate_host);
    expect(&probe.expected, &diagnosis)
}

/// What an `expected` demands that a program can read.
fn expect(expected: &str, diagnosis: &Diagnosis) -> Result<(), String> {
    let told = || told(diagnosis);
    if expected.starts_with('{') {
        let wanted: Value = serde_json::from_str(expected).unwrap();
        let site = serde_json::to_value(&diagnosis.site).unwrap();
        return holds(
            wanted
                .as_object()
                .unwrap()
                .iter()
                .all(|(key, value)| site[key] == *value),
            || site.to_string(),
        );
    }
    let (ids, words) = expected.split_once("; ").unwrap_or((expected, ""));
    let first = diagnosis.findings.first();
    let is_first = first.is_some_and(|finding| ids.split('|').any(|id| id == finding.problem));
    let words = words.trim_start_matches('/');
    let words = words.rsplit_once('/').map_or(words, |(words, _)| words);
    let says = |finding: &Finding| {
        let text = self::words(finding);
        words
            .split('|')
            .any(|word| text.contains(&word.to_lowercase()))
    };
    holds(is_first && first.is_some_and(says), told)
}

fn holds(is_so: bool, told: impl Fn() -> String) -> Result<(), String> {
    is_so.then_some(()).ok_or_else(told)
}

/// All that a finding says, in small letters.
fn words(finding: &Finding) -> String {
    serde_json::to_string(finding).unwrap().to_lowercase()
}

/// The diagnosis in a line.
fn told(diagnosis: &Diagnosis) -> String {
    let findings = diagnosis.findings.iter().map(|finding| {
        format!(
            "{}/{:?}[{:?}:{:?}]",
            finding.problem, finding.certainty, finding.field, finding.span
        )
    });
    let findings: Vec<_> = findings.collect();
    format!(
        "{:?}: {} || {}",
        diagnosis.verdict,
        serde_json::to_value(&diagnosis.headline).unwrap(),
        findings.join("; ")
    )
}
