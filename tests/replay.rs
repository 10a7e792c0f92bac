//! The cases of `tests/cases` are what they should be, and no diagnosis of one tells its secrets.

// A test may panic: that is how it fails. Clippy knows it of test functions, not of their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::site::url_crate_host;
use jira_doctor::read::token::{self, TokenKind};
use jira_doctor::{Field, Secret, diagnose, sample};
use serde_json::Value;

use support::cases::{self, Case};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn all_cases() -> Vec<Case> {
    files(&folder())
        .iter()
        .filter(|file| file.extension().is_some_and(|kind| kind == "jsonl"))
        .flat_map(|file| cases::read(file).unwrap_or_else(|wrong| panic!("{wrong}")))
        .collect()
}

#[test]
fn every_case_can_be_read_and_has_its_own_id() {
    let mut seen = BTreeMap::new();
    for case in all_cases() {
        *seen.entry(case.id).or_insert(0) += 1;
    }
    assert!(!seen.is_empty());
    seen.retain(|_, count| *count > 1);
    assert!(seen.is_empty(), "ids used more than once: {seen:?}");
}

/// The cases come from a folder that several projects share. Where it lies beside the checkout, ours are its copies.
#[test]
fn the_cases_are_those_of_the_shared_folder() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    if !shared.is_dir() {
        return;
    }
    for file in files(&shared) {
        let copy = folder().join(file.file_name().unwrap());
        assert!(
            fs::read(&file).unwrap() == fs::read(&copy).unwrap_or_default(),
            "{} is not what the shared folder has: copy it again",
            copy.display()
        );
    }
}

#[test]
fn no_diagnosis_tells_a_secret() {
    let mut told = Vec::new();
    for case in all_cases() {
        let diagnosis = serde_json::to_value(diagnose(&case.evidence, url_crate_host)).unwrap();
        let mut texts = String::new();
        collect(&diagnosis, &mut texts);
        for (name, secret) in secrets(&case) {
            if texts.contains(&secret) {
                told.push(format!("{}: {name}", case.id));
            }
        }
    }
    assert!(told.is_empty(), "told:\n{}", told.join("\n"));
}

/// Every text of a JSON value, a line each. The serialised form would not do: it escapes what a secret may hold.
fn collect(value: &Value, texts: &mut String) {
    match value {
        Value::String(text) => {
            texts.push_str(text);
            texts.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(entries) => entries.values().for_each(|item| collect(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The texts that must not be told, each with a name for the report.
fn secrets(case: &Case) -> Vec<(String, String)> {
    let mut secrets = Vec::new();
    let mut raw = String::new();
    collect(&case.raw, &mut raw);
    for placeholder in placeholders(&raw) {
        secrets.push((placeholder.to_owned(), sample::expand(placeholder)));
    }
    let evidence = &case.evidence;
    let token = evidence.token.as_ref().map_or("", Secret::expose);
    if is_secret(token) {
        let email = evidence.text(Field::Email).unwrap_or_default();
        secrets.extend([
            ("the token".to_owned(), token.to_owned()),
            ("the token's base64".to_owned(), STANDARD.encode(token)),
            (
                "the pair's base64".to_owned(),
                STANDARD.encode(format!("{email}:{token}")),
            ),
        ]);
    }
    let header = evidence.text(Field::Authorization).unwrap_or_default();
    if let Some((_, payload)) = header.trim().split_once(' ')
        && is_secret(payload)
    {
        secrets.push(("the header's payload".to_owned(), payload.to_owned()));
    }
    let parts: Vec<_> = secrets.iter().filter_map(middle).collect();
    secrets.extend(parts);
    secrets
        .into_iter()
        .map(|(name, secret)| (name, secret.trim().to_owned()))
        // Shorter ones occur by chance; and the first twelve characters only tell the kind of a token.
        .filter(|(_, secret)| secret.len() >= 8 && secret != "ATATT3xFfGF0")
        .collect()
}

/// What a token field may hold beside a secret is told to the person: a stand-in, an address.
fn is_secret(text: &str) -> bool {
    !matches!(
        token::read(text).kind,
        TokenKind::Empty
            | TokenKind::Email
            | TokenKind::Address
            | TokenKind::Masked
            | TokenKind::Placeholder
            | TokenKind::Variable
    )
}

/// Twenty characters from the middle of a long secret: a text cut short for show tells it as well.
fn middle((name, secret): &(String, String)) -> Option<(String, String)> {
    let length = secret.chars().count();
    (length >= 40).then(|| {
        let part = secret.chars().skip(length / 2 - 10).take(20).collect();
        (format!("the middle of {name}"), part)
    })
}

/// Every placeholder in a text, those inside others too.
fn placeholders(text: &str) -> Vec<&str> {
    text.match_indices("{{")
        .filter_map(|(start, _)| text.get(start..start + closing(text.get(start..)?)?))
        .filter(|placeholder| sample::expand(placeholder) != **placeholder)
        .collect()
}

/// The length of the placeholder that a text begins with.
fn closing(text: &str) -> Option<usize> {
    text.match_indices("}}").map(|(at, _)| at + 2).find(|&end| {
        text.get(..end)
            .is_some_and(|part| part.matches("{{").count() == part.matches("}}").count())
    })
}

#[test]
fn nested_placeholders_are_found() {
    assert_eq!(
        placeholders("Basic {{b64:a:{{password}}}} {{x"),
        ["{{b64:a:{{password}}}}", "{{password}}"]
    );
}
