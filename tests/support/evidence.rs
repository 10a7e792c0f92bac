//! Evidence from JSON, its `{{…}}` expanded.

use jira_doctor::{Evidence, Failure, sample};
use serde_json::Value;

/// What can come of a call in place of an answer.
pub(crate) const FAILURES: [Failure; 6] = [
    Failure::Unreachable,
    Failure::Timeout,
    Failure::Redirected,
    Failure::TooLarge,
    Failure::CutOff,
    Failure::Cancelled,
];

/// The value with the placeholders of all its texts expanded. Only whole texts are: in JSON itself an expanded quote or
/// newline would break it.
pub(crate) fn expanded(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(sample::expand(text)),
        Value::Array(items) => items.iter().map(expanded).collect(),
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.clone(), expanded(value)))
            .collect(),
        other => other.clone(),
    }
}

/// The evidence that a problem's example, or a test, writes as JSON.
pub(crate) fn evidence(json: &str) -> Evidence {
    let value = serde_json::from_str(json).unwrap();
    serde_json::from_value(expanded(&value)).unwrap()
}
