//! A typed project or issue key.

use crate::grammar::jira_key;
pub(crate) use crate::grammar::jira_key::project_of;
use crate::grammar::placeholder::{self, Placeholder};
use crate::text::{self, Signs};

/// A typed key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// What it is.
    pub(crate) kind: KeyKind,
    /// The key as Jira writes it, free of what stood around it. Empty where `kind` is `Neither`.
    pub(crate) normal: String,
}

/// What a typed key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyKind {
    /// Nothing.
    Empty,
    /// `WEB`
    Project,
    /// `WEB-12`
    Issue,
    /// `10001`: Jira's own number, which its API takes in place of a key.
    Number,
    /// No key.
    Neither,
}

/// No key and no address of a page is longer.
const LONGEST: usize = 8 * 1024;

/// Reads a typed project or issue key; a page's address gives the issue that it shows.
pub(crate) fn read(typed: &str) -> Key {
    if typed.len() > LONGEST {
        return Key {
            kind: KeyKind::Neither,
            normal: String::new(),
        };
    }
    let quoted = typed.get(text::trim(typed)).unwrap_or_default();
    let plain = quoted.trim_any("\"'`[](),.");
    let upper: String = plain
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ => c.to_ascii_uppercase(),
        })
        .collect();
    let parts = || upper.split(['/', '?', '&', '=', '#']);
    let (kind, normal) = if upper.is_empty() {
        (KeyKind::Empty, upper)
    } else if let Some(issue) = parts().find_map(issue) {
        (KeyKind::Issue, issue)
    } else if upper.bytes().all(|b| b.is_ascii_digit()) {
        (KeyKind::Number, upper)
    } else if let Some(project) = parts()
        .skip_while(|&part| part != "PROJECTS")
        .nth(1)
        .or_else(|| upper.trim_end_matches('-').into())
        .filter(|text| jira_key::is_project(text))
    {
        (KeyKind::Project, project.to_owned())
    } else {
        (KeyKind::Neither, String::new())
    };
    Key { kind, normal }
}

/// Whether a variable or a manual's words stand in the key's place. A project may well be called KEY.
pub(crate) fn is_placeholder(typed: &str) -> bool {
    let key = read(typed);
    let is_key = matches!(key.kind, KeyKind::Project | KeyKind::Issue)
        && (typed == key.normal || !typed.contains('_'));
    !is_key
        && typed.len() <= placeholder::LONGEST
        && matches!(
            placeholder::read(typed.trim()),
            Some(Placeholder::Variable | Placeholder::Example)
        )
}

/// Whether a program wrote that it has no key, in place of one.
pub(crate) fn is_nothing(typed: &str) -> bool {
    placeholder::is_nothing(typed) && typed != read(typed).normal
}

/// `WEB-12`, without zeros in front of the number: Jira Cloud finds no issue by `WEB-012`.
fn issue(text: &str) -> Option<String> {
    let (project, digits) = jira_key::issue(text)?;
    let number = digits.trim_start_matches('0');
    (!number.is_empty()).then(|| [project, "-", number].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_keys() {
        use KeyKind::{Empty, Issue, Neither, Number, Project};
        let expected = [
            ("WEB", Project, "WEB"),
            (" web2\n", Project, "WEB2"),
            ("WEB-", Project, "WEB"),
            ("https://acme.atlassian.net/projects/WEB", Project, "WEB"),
            ("WEB-12", Issue, "WEB-12"),
            ("[web-012]", Issue, "WEB-12"),
            ("WEB\u{2013}12", Issue, "WEB-12"),
            (
                "https://acme.atlassian.net/browse/WEB-12?focused=1",
                Issue,
                "WEB-12",
            ),
            ("10001", Number, "10001"),
            (" ", Empty, ""),
            ("W", Neither, ""),
            ("WEB-0", Neither, ""),
            ("Web site", Neither, ""),
            ("2WEB", Neither, ""),
            ("\u{c9}WEB", Neither, ""),
        ];
        for (typed, kind, normal) in expected {
            let normal = normal.to_owned();
            assert_eq!(read(typed), Key { kind, normal }, "{typed}");
        }
    }
}
