//! The secrets of the cases: what no diagnosis, no report and no redacted text may tell.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::token::{self, TokenKind};
use jira_doctor::{Field, Secret, sample};
use serde_json::Value;

use super::cases::{self, Case};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

pub(crate) fn all_cases() -> Vec<Case> {
    files(&folder())
        .iter()
        .filter(|file| file.extension().is_some_and(|kind| kind == "jsonl"))
        .flat_map(|file| cases::read(file).unwrap_or_else(|wrong| panic!("{wrong}")))
        .collect()
}

/// Every text of a JSON value, a line each. The serialised form would not do: it escapes what a secret may hold.
pub(crate) fn collect(value: &Value, texts: &mut String) {
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
pub(crate) fn secrets(case: &Case) -> Vec<(String, String)> {
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
pub(crate) fn is_secret(text: &str) -> bool {
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
pub(crate) fn middle((name, secret): &(String, String)) -> Option<(String, String)> {
    let length = secret.chars().count();
    (length >= 40).then(|| {
        let part = secret.chars().skip(length / 2 - 10).take(20).collect();
        (format!("the middle of {name}"), part)
    })
}

/// Every placeholder in a text, those inside others too.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    text.match_indices("{{")
        .filter_map(|(start, _)| text.get(start..start + closing(text.get(start..)?)?))
        .filter(|placeholder| sample::expand(placeholder) != **placeholder)
        .collect()
}

/// The length of the placeholder that a text begins with.
pub(crate) fn closing(text: &str) -> Option<usize> {
    text.match_indices("}}").map(|(at, _)| at + 2).find(|&end| {
        text.get(..end)
            .is_some_and(|part| part.matches("{{").count() == part.matches("}}").count())
    })
}
