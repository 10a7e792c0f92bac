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
    "swapped neighbours",
    "CYR_A in site at start (0)",
    "LSQUO in site at middle (10)",
    "RDQUO in site at middle (10)",
    "%3D 2",
    "Basic: with colon",
    "airbyte fields",
    "n8n fields",
    "CloudFront",
    "curl -L chain drops auth",
    "GraphQL forbidden",
    "cannot set field reporter",
    "confluence v1 404 data",
    "oauth accessible-resources []",
    "safari page",
    "OkHttp logging",
    "real curl trace-ascii",
    "proxy html for all",
    "issue without fields",
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
