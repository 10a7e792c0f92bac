//! What stands in a header's parts where a value should.

use crate::grammar::placeholder::is_setting_name;
use crate::text::Signs;

/// What a page shows in place of an address that its protection hides; it is in one of the guides (jira-facts.md 8).
pub(super) fn is_hidden_email(text: &str) -> bool {
    text.strip_prefix("[email")
        .map(|rest| rest.trim_start_any(" \u{a0}-_"))
        .is_some_and(|rest| rest.starts_with("protected]"))
}

/// Two words for a manual's reader: `BASE64_ENCODED_STRING`, `base64-encoded-credentials`. No encoded value is like them.
pub(super) fn is_word_for_encoded(text: &str) -> bool {
    let lower = || text.to_ascii_lowercase();
    text.len() < 80 && {
        is_setting_name(text) || lower().contains("base64") || lower().contains("encoded")
    }
}

/// Whether `text` holds a part that a shell, a template or a program should have replaced: `$(…)`, `${…}`, `{{…}}`.
pub(super) fn holds_template(text: &str) -> bool {
    [
        "$(",
        "${",
        "{{",
        "<%",
        "btoa(",
        "Buffer.from(",
        "b64encode(",
    ]
    .iter()
    .any(|mark| text.contains(mark))
}
