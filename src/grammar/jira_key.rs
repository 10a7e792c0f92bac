//! Project and issue keys (jira-facts.md 7).

/// Ten characters are usual; an administrator of a server may allow more.
const LONGEST: usize = 32;

/// `WEB`, as Jira writes it: a capital letter, then capitals and digits, on a server underscores too.
pub(crate) fn is_project(text: &str) -> bool {
    is_project_of_any_case(text) && !text.bytes().any(|b| b.is_ascii_lowercase())
}

/// The project and the number of `WEB-12`, in either case, since Jira finds an issue by `web-12` too.
pub(crate) fn issue(text: &str) -> Option<(&str, &str)> {
    let (project, number) = text.split_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && is_project_of_any_case(project)).then_some((project, number))
}

/// The project's part of an issue key.
pub(crate) fn project_of(issue: &str) -> &str {
    issue.split_once('-').map_or(issue, |(project, _)| project)
}

fn is_project_of_any_case(text: &str) -> bool {
    (2..=LONGEST).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_begins_with_a_capital() {
        for key in ["WEB", "W2", "WEB_SITE"] {
            assert!(is_project(key), "{key}");
        }
        for text in [
            "",
            "W",
            "web",
            "2WEB",
            "_WEB",
            "WEB-1",
            "W\u{c9}B",
            &"W".repeat(33),
        ] {
            assert!(!is_project(text), "{text}");
        }
    }

    #[test]
    fn an_issue_is_a_project_and_a_number() {
        assert_eq!(issue("WEB-12"), Some(("WEB", "12")));
        assert_eq!(issue("web-012"), Some(("web", "012")));
        for text in ["", "WEB", "WEB-", "WEB-x", "WEB-1-2", "W-1", "-1"] {
            assert_eq!(issue(text), None, "{text}");
        }
    }
}
