//! The diagnosis for a ticket: Markdown for people, JSON for programs.
//!
//! Neither holds the pasted text, and every text in either is redacted once more: a reason may quote what a person gave.

mod markdown;

use crate::diagnosis::Diagnosis;
use crate::json;
use crate::redact::redact;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a ticket or a chat: headings, lists, links.
    Markdown,
    /// For a program: the keys of the JavaScript API.
    Json,
}

impl Format {
    /// The format by its name: `markdown` or `json`.
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "markdown" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// The diagnosis as a text that can be given away: it holds no secret, and not the pasted text.
///
/// ```
/// use jira_doctor::{Evidence, Format, diagnose, read::site::url_crate_host, report};
///
/// let evidence = Evidence { site: Some("acme.atlassian.net/jira".into()), ..Evidence::default() };
/// let text = report(&diagnose(&evidence, None, url_crate_host), Format::Markdown);
/// assert!(text.contains("- Site: https://acme.atlassian.net"));
/// ```
pub fn report(diagnosis: &Diagnosis, format: Format) -> String {
    writer(format)(diagnosis)
}

/// The same of a diagnosis that may be shown, and so may be shown too. Only JavaScript asks for it.
#[cfg(all(feature = "answers", target_arch = "wasm32"))]
pub(crate) fn shown(
    diagnosis: &crate::veil::Shown<Diagnosis>,
    format: Format,
) -> crate::veil::Shown<String> {
    diagnosis.retold(writer(format))
}

fn writer(format: Format) -> fn(&Diagnosis) -> String {
    match format {
        Format::Markdown => markdown::write,
        Format::Json => |diagnosis| json::for_people(diagnosis, redact),
    }
}
