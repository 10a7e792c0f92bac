//! The wrong and the right example of a problem as a table for people.

use std::fmt::Write;

use anyhow::{Context, Result};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Finding, diagnose};
use serde_json::{Map, Value};

use crate::html::escape;
use crate::support::evidence::evidence;

/// The finding that an example raises of its own problem.
pub(crate) fn finding(problem: &str, example: &str) -> Option<Finding> {
    let diagnosis = diagnose(&evidence(example), None, url_crate_host);
    diagnosis
        .findings
        .into_iter()
        .find(|finding| finding.problem == problem)
}

/// A table with a row for every field: what goes wrong, and the same put right.
pub(crate) fn table(wrong: &str, right: &str) -> Result<String> {
    let (wrong, right) = (rows(wrong)?, rows(right)?);
    let mut html = String::from(
        "<table class=\"example\">\n<thead><tr><th scope=\"col\">Field</th>\
         <th scope=\"col\">Wrong</th><th scope=\"col\">Right</th></tr></thead>\n<tbody>\n",
    );
    let only_right = right
        .iter()
        .filter(|(label, _)| find(&wrong, label).is_none());
    for (label, _) in wrong.iter().chain(only_right) {
        let (before, after) = (find(&wrong, label), find(&right, label));
        let class = if before == after {
            ""
        } else {
            " class=\"changed\""
        };
        writeln!(
            html,
            "<tr{class}><th scope=\"row\">{}</th><td data-label=\"Wrong\">{}</td><td data-label=\"Right\">{}</td></tr>",
            escape(label),
            before.map_or(String::from("<i>not given</i>"), cell),
            after.map_or(String::from("<i>not given</i>"), cell),
        )?;
    }
    html.push_str("</tbody>\n</table>\n");
    Ok(html)
}

fn find<'a>(rows: &'a [(String, String)], label: &str) -> Option<&'a str> {
    let (_, text) = rows.iter().find(|(name, _)| name == label)?;
    Some(text)
}

/// The fields of an evidence that are there, each with its label, in the order in which the page asks for them.
fn rows(evidence: &str) -> Result<Vec<(String, String)>> {
    let evidence: Map<String, Value> =
        serde_json::from_str(evidence).with_context(|| format!("the example {evidence}"))?;
    let mut rows = Vec::new();
    let mut add = |label: &str, value: Option<&Value>| {
        if let Some(value) = value.filter(|value| !value.is_null()) {
            rows.push((label.to_owned(), in_words(label, value)));
        }
    };
    for (key, label) in [
        ("site", "Site address"),
        ("email", "E-mail or user name"),
        ("token", "Token"),
        ("authorization", "Authorization header"),
        ("project", "Project key"),
        ("issue", "Issue key"),
    ] {
        add(label, evidence.get(key));
    }
    let part = |whole: &str, key: &str| evidence.get(whole)?.get(key).cloned();
    add("Method", part("request", "method").as_ref());
    add("Address called", part("request", "url").as_ref());
    add("Status", part("response", "status").as_ref());
    for (name, value) in part("response", "headers")
        .as_ref()
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        add(&format!("Answer's {name}"), Some(value));
    }
    add("Answer", part("response", "body").as_ref());
    add("Pasted text", evidence.get("paste"));
    for (key, label) in [
        ("deployment", "Jira runs on"),
        ("tokenScoped", "Token has scopes"),
        ("tokenCreatedOn", "Token made on"),
        ("workedBefore", "Worked before"),
        ("signIn", "Signs in with"),
        ("client", "Called from"),
        ("product", "Product"),
    ] {
        add(label, part("answers", key).as_ref());
    }
    add("Today", evidence.get("today"));
    Ok(rows)
}

/// A value as a person would say it. Only the answers have values that are not the person's own words.
fn in_words(label: &str, value: &Value) -> String {
    let text = match value {
        Value::Bool(true) => "yes",
        Value::Bool(false) => "no",
        Value::String(text) => text,
        other => return other.to_string(),
    };
    match (label, text) {
        ("Jira runs on", "cloud") => "Atlassian Cloud",
        ("Jira runs on", "data-center") => "Data Center",
        ("Signs in with", "password") => "a password",
        ("Signs in with", "sso") => "single sign-on",
        ("Called from", "browser") => "a web page",
        ("Called from", "server") => "a server",
        ("Called from", "command-line") => "a terminal",
        ("Product", "jira") => "Jira",
        ("Product", "confluence") => "Confluence",
        ("Product", "bitbucket") => "Bitbucket",
        _ => text,
    }
    .to_owned()
}

/// A value as HTML: what cannot be seen is named, and a secret is told in words.
fn cell(text: &str) -> String {
    if text.is_empty() {
        return "<i>left blank</i>".to_owned();
    }
    let ends = [' ', '\n'];
    let from_start = text.trim_start_matches(ends);
    let inner = from_start.trim_end_matches(ends);
    let (start, end) = (
        &text[..text.len() - from_start.len()],
        &from_start[inner.len()..],
    );
    format!(
        "<code>{}{}{}</code>",
        marks(start),
        expanded(inner),
        marks(end)
    )
}

/// Blanks and line ends where nobody would see them.
fn marks(ends: &str) -> String {
    ends.replace(' ', "␣").replace('\n', "↵")
}

/// Tells what the placeholders of `tests/cases/README.md` stand for; the page has no use for a made-up token.
fn expanded(text: &str) -> String {
    let Some((before, rest)) = text.split_once("{{") else {
        return visible(text);
    };
    let told = closing(rest).and_then(|end| Some((told(&rest[..end])?, &rest[end + 2..])));
    match told {
        Some((told, after)) => {
            format!(
                "{}<i class=\"stand-in\">{told}</i>{}",
                visible(before),
                expanded(after)
            )
        }
        None => format!("{}{{{{{}", visible(before), expanded(rest)),
    }
}

/// Where the `}}` stands that closes a placeholder; others may stand inside it.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '}']).map(|offset| at + offset) {
        let rest = &text[found..];
        if rest.starts_with("}}") {
            if depth == 0 {
                return Some(found);
            }
            depth -= 1;
            at = found + 2;
        } else if rest.starts_with("{{") {
            depth += 1;
            at = found + 2;
        } else {
            at = found + 1;
        }
    }
    None
}

fn told(placeholder: &str) -> Option<String> {
    if let Some((name, text)) = placeholder.split_once(':') {
        let text = expanded(text);
        return Some(match name {
            "api-token-cut" => format!("the first {text} characters of an API token"),
            "b64" => format!("the base64 of “{text}”"),
            "b64-newline" => format!("the base64 of “{text}” and a line end"),
            "b64-wrapped" => format!("the base64 of “{text}” in lines of 76 characters"),
            "b64-utf16" => format!("the base64 of “{text}” as UTF-16"),
            _ => return None,
        });
    }
    let words = match placeholder {
        "api-token" => "an API token",
        "api-token-no-tail" => "an API token without its last nine characters",
        "api-token-typo" => "an API token with one wrong character",
        "service-account-token" => "a service account's API token",
        "admin-key" => "an organization's API key",
        "bitbucket-app-password" => "a Bitbucket app password",
        "dc-pat" => "a Data Center personal access token",
        "legacy-token" => "an API token of 24 characters, as made before 2023",
        "jwt" => "an OAuth access token",
        "password" => "a password",
        _ => return None,
    };
    Some(words.to_owned())
}

/// Escaped text, in which a character without a shape is named.
fn visible(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => html.push('\n'),
            '\r' => html.push_str("<span class=\"mark\">CR</span>"),
            '\t' => html.push_str("<span class=\"mark\">tab</span>"),
            c if c.is_control() || is_invisible(c) => {
                html.push_str(&format!(
                    "<span class=\"mark\">U+{:04X}</span>",
                    u32::from(c)
                ));
            }
            c => html.push_str(&escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    html
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_in_words() {
        assert_eq!(
            cell("Basic {{b64:a@b.example:{{api-token}}}}"),
            "<code>Basic <i class=\"stand-in\">the base64 of “a@b.example:<i class=\"stand-in\">an API token</i>”</i></code>"
        );
    }

    #[test]
    fn braces_that_are_no_placeholder_stay() {
        assert_eq!(cell("{{your_token}}"), "<code>{{your_token}}</code>");
        assert_eq!(
            cell(r#"{"a":{"b":1}}"#),
            "<code>{&quot;a&quot;:{&quot;b&quot;:1}}</code>"
        );
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(
            cell("abc\u{200b} "),
            "<code>abc<span class=\"mark\">U+200B</span>␣</code>"
        );
        assert_eq!(cell("\n"), "<code>↵</code>");
        assert_eq!(cell(""), "<i>left blank</i>");
    }

    #[test]
    fn a_field_of_one_side_has_a_row() {
        let table = table(
            r#"{"site":"a"}"#,
            r#"{"site":"a","answers":{"deployment":"cloud"}}"#,
        )
        .unwrap();
        assert!(table.contains("<tr><th scope=\"row\">Site address</th>"));
        assert!(table.contains("<tr class=\"changed\"><th scope=\"row\">Jira runs on</th><td data-label=\"Wrong\"><i>not given</i></td><td data-label=\"Right\"><code>Atlassian Cloud</code>"));
    }
}
