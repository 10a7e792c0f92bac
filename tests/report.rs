//! A report says what the diagnosis says, in a form that nothing pasted can break, and holds no secret.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Diagnosis, Evidence, Format, diagnose, problems, redact, report};
use serde_json::Value;

use support::evidence::evidence;
use support::secrets::{all_cases, secrets};

fn check(evidence: &Evidence) -> Diagnosis {
    diagnose(evidence, None, url_crate_host)
}

/// The examples of the problems: evidence of every kind, their findings clean.
fn examples() -> impl Iterator<Item = Diagnosis> {
    problems()
        .iter()
        .flat_map(|problem| [problem.page.wrong, problem.page.right])
        .map(|json| check(&evidence(json)))
}

#[test]
fn no_secret_of_a_case_survives() {
    let mut told = Vec::new();
    for case in all_cases() {
        let diagnosis = check(&case.evidence);
        for format in [Format::Markdown, Format::Json] {
            let text = report(&diagnosis, format);
            for (name, secret) in secrets(&case) {
                if text.contains(&secret) {
                    told.push(format!("{} {format:?}: {name}", case.id));
                }
            }
        }
    }
    assert!(told.is_empty(), "told:\n{}", told.join("\n"));
}

#[test]
fn json_has_the_keys_and_values_of_the_api() {
    for diagnosis in examples() {
        let read: Value = serde_json::from_str(&report(&diagnosis, Format::Json)).unwrap();
        // Redaction changes nothing in what is clean.
        assert_eq!(read, serde_json::to_value(&diagnosis).unwrap());
    }
}

#[test]
fn json_of_every_case_reads_back() {
    for case in all_cases() {
        let text = report(&check(&case.evidence), Format::Json);
        assert!(serde_json::from_str::<Value>(&text).is_ok(), "{}", case.id);
    }
}

#[test]
fn a_report_is_clean_already() {
    for diagnosis in examples() {
        for format in [Format::Markdown, Format::Json] {
            let text = report(&diagnosis, format);
            assert_eq!(redact(&text), text);
        }
    }
}

#[test]
fn markdown_says_what_the_diagnosis_says() {
    let evidence = evidence(
        r#"{"site":"http://acme.atlassian.net/jira","email":"jane@acme.example","token":"{{api-token}}",
            "response":{"status":401,"headers":{},"body":"Client must be authenticated to access this resource."}}"#,
    );
    let diagnosis = check(&evidence);
    let text = report(&diagnosis, Format::Markdown);
    assert!(text.starts_with("## Jira access: "), "{text}");
    for part in [
        "- Site: https://acme.atlassian.net (Atlassian Cloud)",
        "- Kind of secret: an API token",
        "- Answered: 401",
        "### Causes, the most likely first",
        "### What this can't tell",
        "(<https://",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    for question in &diagnosis.questions {
        assert!(
            text.contains(&question.text.to_string()),
            "{} in\n{text}",
            question.text
        );
    }
    for finding in &diagnosis.findings {
        assert!(!finding.steps.is_empty());
        assert!(
            text.contains(&finding.title.to_string()),
            "{} in\n{text}",
            finding.title
        );
    }
}

#[test]
fn a_command_to_run_stands_there_as_it_is() {
    let command = "`curl -sS -i -H \"Authorization: Bearer $JIRA_TOKEN\" https://";
    let told = examples().any(|diagnosis| report(&diagnosis, Format::Markdown).contains(command));
    assert!(told);
}

#[test]
fn what_was_pasted_is_not_in_the_report() {
    let given = Evidence {
        paste: Some("HTTP/1.1 401 Unauthorized\n\nA line of nobody else's business".into()),
        ..Evidence::default()
    };
    for format in [Format::Markdown, Format::Json] {
        let text = report(&check(&given), format);
        assert!(!text.contains("nobody else"), "{text}");
        assert!(text.contains("401"), "{text}");
    }
}

#[test]
fn nothing_typed_breaks_the_markdown() {
    let nasty = "# x\n\n1. [a](javascript:b) <img src=x> ```\n| a |\n- @team ![i](j) https://a.example/_b_*c*";
    for field in ["site", "email", "project", "issue"] {
        let json = serde_json::json!({ field: nasty, "token": "x" }).to_string();
        let text = report(&check(&evidence(&json)), Format::Markdown);
        for breach in [
            "\n# x",
            "<img",
            "](javascript",
            "\n```",
            "\n|",
            "\n- @team",
            "![i",
        ] {
            assert!(!text.contains(breach), "{field}: {breach:?} in\n{text}");
        }
    }
}

#[test]
fn markdown_says_how_far_the_call_got() {
    let paste = "HTTP/1.1 401 Unauthorized\natl-traceid: 4f\nx-arequestid: 4e\n";
    let text = report(
        &check(&Evidence {
            paste: Some(paste.into()),
            ..Evidence::default()
        }),
        Format::Markdown,
    );
    let passed = "- TLS: passed\n- Proxy or firewall: passed\n- Sign-in: stopped here\n";
    assert!(text.contains(passed), "{text}");
    assert!(!text.contains("Permission: "), "{text}");
}
