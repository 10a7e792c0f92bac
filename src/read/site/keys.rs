//! Project keys, issue keys and Cloud ids inside an address.

use crate::grammar::jira_key;
use crate::grammar::uuid::is_uuid;
use crate::text::Signs;

/// What was found.
#[derive(Default)]
pub(super) struct Keys {
    /// A project key.
    pub(super) project: Option<String>,
    /// An issue key.
    pub(super) issue: Option<String>,
    /// A Cloud id, in lower case.
    pub(super) cloud_id: Option<String>,
}

/// Looks through path, query and fragment.
pub(super) fn harvest(path: &str, query: &str, fragment: &str) -> Keys {
    let mut keys = Keys::default();
    keys.look_in_path(path);
    keys.look_in_pairs(query);
    // Older pages keep their own path and query behind `#`.
    let fragment = fragment.trim_start_any("#!");
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, fragment));
    keys.look_in_path(path);
    keys.look_in_pairs(query);
    if keys.project.is_none() {
        keys.project = keys
            .issue
            .as_deref()
            .map(|issue| jira_key::project_of(issue).to_owned());
    }
    keys
}

impl Keys {
    fn look_in_path(&mut self, path: &str) {
        let mut last = "";
        for segment in path.split('/') {
            let segment = percent_decoded(segment);
            match last {
                "browse" | "issues" | "issue" => {
                    self.issue(&segment);
                    self.project(&segment);
                }
                "projects" | "project" => self.project(&segment),
                // Service-project pages name the request last: `/servicedesk/customer/portal/1/SD-12`.
                _ if segment.bytes().any(|b| b.is_ascii_uppercase()) => self.issue(&segment),
                _ => {}
            }
            last = match segment.as_str() {
                "browse" => "browse",
                "issues" => "issues",
                "issue" => "issue",
                "projects" => "projects",
                "project" => "project",
                _ => "",
            };
        }
    }

    fn look_in_pairs(&mut self, query: &str) {
        for pair in query.trim_start_matches('?').split('&') {
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            let value = percent_decoded(value);
            match name.to_ascii_lowercase().as_str() {
                "selectedissue" | "issuekey" | "issue" | "issueidorkey" => self.issue(&value),
                "projectkey" | "project" | "projectidorkey" => self.project(&value),
                "jql" => self.look_in_jql(&value),
                "cloudid" => self.cloud_id = self.cloud_id.take().or_else(|| uuid(&value)),
                _ => {}
            }
        }
    }

    fn look_in_jql(&mut self, jql: &str) {
        let words: Vec<&str> = jql
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
            .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("in"))
            .collect();
        for pair in words.windows(2) {
            let [name, value] = pair else { continue };
            match name.to_ascii_lowercase().as_str() {
                "project" => self.project(value),
                "key" | "issue" | "issuekey" => self.issue(value),
                _ => {}
            }
        }
    }

    fn issue(&mut self, text: &str) {
        if self.issue.is_none() {
            self.issue = issue_key(text);
        }
    }

    fn project(&mut self, text: &str) {
        // A word in small letters is a page: `/projects/archived`.
        if self.project.is_none() && jira_key::is_project(text) {
            self.project = Some(text.to_owned());
        }
    }
}

/// An issue's key in capitals. A number that begins with a zero, or is far too long, is no issue's.
fn issue_key(text: &str) -> Option<String> {
    let (_, number) = jira_key::issue(text)?;
    (number.len() <= 10 && !number.starts_with('0')).then(|| text.to_ascii_uppercase())
}

/// The UUID in lower case, where the text is one.
pub(super) fn uuid(text: &str) -> Option<String> {
    is_uuid(text).then(|| text.to_ascii_lowercase())
}

/// The text with `%20` and the like decoded; `+` counts as a blank.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        let decoded = match (first, behind) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match decoded {
            Some((high, low)) => {
                bytes.push(high * 16 + low);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => bytes.push(if first == b'+' { b' ' } else { first }),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}
