//! Secrets to look for: every form in which a text may carry one, and every text that JavaScript can be told.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Format, Shell, SnippetForm, diagnose, report, script, snippet};
use serde_json::Value;

use super::secrets::collect;

/// A secret in every form in which a text may carry it.
pub(crate) fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![
        secret.to_owned(),
        secret.trim_matches('\'').to_owned(),
        each(secret, percent),
        each(secret, |b| format!("%{b:02X}")),
        each(secret, |b| format!("\\u{b:04x}")),
        each(secret, |b| format!("&#{b};")),
    ];
    // Of a few letters, encoded, any text may hold as many.
    if secret.len() < 6 {
        return forms;
    }
    forms.push(each(secret, |b| format!("{b:02x}")));
    forms.push(each(secret, |b| format!("{b:02X}")));
    for (prefix, first) in [("", 0), ("a", 2), ("ab", 3)] {
        let encoded = STANDARD.encode([prefix, secret].concat());
        let whole = (prefix.len() + secret.len()) * 8 / 6;
        forms.extend(encoded.get(first..whole).map(str::to_owned));
    }
    if secret.len() > 40 {
        forms.extend(secret.get(20..40).map(str::to_owned));
    }
    forms
}

/// Every text that JavaScript can be told of this evidence, by the result that it is from.
pub(crate) fn told(evidence: &Evidence) -> Vec<(String, String)> {
    let diagnosis = diagnose(evidence, None, url_crate_host);
    let mut told = Vec::new();
    let mut add = |from: String, value: &Value| {
        let mut texts = String::new();
        collect(value, &mut texts);
        told.push((from, texts));
    };
    add(
        "diagnosis".to_owned(),
        &serde_json::to_value(&diagnosis).unwrap(),
    );
    for format in [Format::Markdown, Format::Json] {
        add(format!("{format:?}"), &report(&diagnosis, format).into());
    }
    for shell in Shell::ALL {
        let text = script(evidence, shell, None, url_crate_host);
        add(format!("{shell:?}"), &text.unwrap_or_else(|why| why).into());
    }
    for form in SnippetForm::ALL {
        add(
            format!("{form:?}"),
            &snippet(evidence, form, url_crate_host).into(),
        );
    }
    told
}

pub(crate) fn leaks(secret: &str, told: &[(String, String)]) -> Vec<String> {
    let forms = forms(secret);
    let mut leaks = Vec::new();
    for (from, texts) in told {
        for line in texts.lines() {
            if let Some(form) = forms.iter().find(|form| line.contains(form.as_str())) {
                leaks.push(format!("{from} has {form}: {line}"));
            }
        }
    }
    leaks
}

pub(crate) fn each(secret: &str, write: impl Fn(u8) -> String) -> String {
    secret.bytes().map(write).collect()
}

pub(crate) fn percent(b: u8) -> String {
    if b.is_ascii_alphanumeric() {
        char::from(b).to_string()
    } else {
        format!("%{b:02X}")
    }
}
