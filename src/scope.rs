//! Which scopes a token needs for what it is wanted for.
//!
//! The scopes are those that Atlassian's `OpenAPI` descriptions of Jira and Confluence name for each call; for boards, those
//! that tokens were seen to need (jira-facts.md 3 and 6).

use serde::Serialize;

use crate::prose::{Prose, prose};
use crate::veiled::{shows_as_it_is, veiled};

/// Something that a token may be wanted for.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Purpose {
    /// Its name, in kebab case: `read-issues`.
    pub id: &'static str,
    /// Its name for people.
    pub title: Prose,
    /// What to know beside the scopes.
    pub note: Option<Prose>,
    #[serde(skip)]
    calls: &'static [ScopedCall],
}

/// One call of the API and the scopes that let it pass: the reason for each of them.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ScopedCall {
    /// Method and path: `GET /rest/api/3/myself`.
    pub call: &'static str,
    /// What it is for.
    pub why: Prose,
    /// The classic scopes that it takes; a granular one where no classic scope covers it.
    #[serde(serialize_with = "as_list")]
    pub classic: &'static str,
    /// The granular scopes that it takes, all of them together.
    #[serde(serialize_with = "as_list")]
    pub granular: &'static str,
}

/// The scopes to tick for some purposes. One of the two lists is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scopes {
    /// The purposes, each once, without the test of the connection, which belongs to all.
    pub purposes: Vec<&'static Purpose>,
    /// The short list, which Atlassian recommends: classic scopes, and granular ones where no classic scope covers a call.
    pub classic: Vec<&'static str>,
    /// The long list. With one of them missing, the call that needs it is refused.
    pub granular: Vec<&'static str>,
    /// The calls behind them, in the order of the purposes.
    pub calls: Vec<&'static ScopedCall>,
}

veiled!(Scopes {
    purposes,
    classic,
    granular,
    calls
});

shows_as_it_is!(&'static Purpose, &'static ScopedCall);

/// Every purpose, the simplest first.
pub fn purposes() -> &'static [Purpose] {
    PURPOSES
}

/// The purpose of this name.
pub fn purpose(id: &str) -> Option<&'static Purpose> {
    PURPOSES.iter().find(|purpose| purpose.id == id)
}

/// The scopes for some purposes together. What tests the connection is always among them: without it nobody can tell
/// whether the token works.
pub fn scopes(wanted: impl IntoIterator<Item = &'static Purpose>) -> Scopes {
    let mut scopes = Scopes::default();
    for purpose in PURPOSES.first().into_iter().chain(wanted) {
        if scopes.purposes.contains(&purpose) {
            continue;
        }
        scopes.purposes.push(purpose);
        for call in purpose.calls {
            add_words(call.classic, &mut scopes.classic);
            add_words(call.granular, &mut scopes.granular);
            scopes.calls.push(call);
        }
    }
    scopes
}

fn add_words(words: &'static str, list: &mut Vec<&'static str>) {
    for word in words.split_whitespace() {
        if !list.contains(&word) {
            list.push(word);
        }
    }
}

fn as_list<S: serde::Serializer>(words: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(words.split_whitespace())
}

/// jira-facts.md 3 and 6.
static PURPOSES: &[Purpose] = &[
    Purpose {
        id: "test-connection",
        title: prose!("Test the connection"),
        note: None,
        calls: &[
            ScopedCall {
                call: "GET /rest/api/3/myself",
                why: prose!("Says whose token it is: the one proof that Jira takes it."),
                classic: "read:jira-user",
                granular: "read:application-role:jira read:group:jira read:user:jira read:avatar:jira",
            },
            ScopedCall {
                call: "GET /rest/api/3/mypermissions",
                why: prose!("Says what the account may do."),
                classic: "read:jira-work",
                granular: "read:permission:jira",
            },
        ],
    },
    Purpose {
        id: "read-projects",
        title: prose!("List and read projects"),
        note: None,
        calls: &[ScopedCall {
            call: "GET /rest/api/3/project/{key}",
            why: prose!("Reads a project; the list of projects takes the same scopes."),
            classic: "read:jira-work",
            granular: PROJECT,
        }],
    },
    Purpose {
        id: "read-issues",
        title: prose!("Read and search issues"),
        note: None,
        calls: &[
            ScopedCall {
                call: "GET /rest/api/3/issue/{key}",
                why: prose!("Reads an issue."),
                classic: "read:jira-work",
                granular: "read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira",
            },
            ScopedCall {
                call: "GET /rest/api/3/search/jql",
                why: prose!("Searches issues."),
                classic: "read:jira-work",
                granular: "read:issue-details:jira read:audit-log:jira read:avatar:jira read:field-configuration:jira read:issue-meta:jira",
            },
            ScopedCall {
                call: "POST /rest/api/3/search/jql",
                why: prose!(
                    "Searches issues with a long query; it takes other scopes than the same search by GET."
                ),
                classic: "read:jira-work",
                granular: "read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira",
            },
        ],
    },
    Purpose {
        id: "write-issues",
        title: prose!("Create and edit issues"),
        note: None,
        calls: &[
            ScopedCall {
                call: "GET /rest/api/3/issue/createmeta/{project}/issuetypes",
                why: prose!("Says which fields a new issue has."),
                classic: "read:jira-work",
                granular: "read:issue-meta:jira read:avatar:jira read:field-configuration:jira",
            },
            ScopedCall {
                call: "POST /rest/api/3/issue",
                why: prose!("Creates an issue."),
                classic: "write:jira-work",
                granular: "write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira",
            },
            ScopedCall {
                call: "PUT /rest/api/3/issue/{key}",
                why: prose!("Edits an issue."),
                classic: "write:jira-work",
                granular: "write:issue:jira",
            },
            ScopedCall {
                call: "GET /rest/api/3/issue/{key}/transitions",
                why: prose!("Says to which statuses an issue can go."),
                classic: "read:jira-work",
                granular: "read:issue.transition:jira read:status:jira read:field-configuration:jira",
            },
            ScopedCall {
                call: "POST /rest/api/3/issue/{key}/transitions",
                why: prose!("Moves an issue to another status."),
                classic: "write:jira-work",
                granular: "write:issue:jira write:issue.property:jira",
            },
            ScopedCall {
                call: "POST /rest/api/3/issue/{key}/comment",
                why: prose!("Comments on an issue."),
                classic: "write:jira-work",
                granular: "read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira",
            },
        ],
    },
    Purpose {
        id: "delete-issues",
        title: prose!("Delete issues"),
        note: None,
        calls: &[ScopedCall {
            call: "DELETE /rest/api/3/issue/{key}",
            why: prose!("Deletes an issue."),
            classic: "write:jira-work",
            granular: "delete:issue:jira",
        }],
    },
    Purpose {
        id: "manage-versions",
        title: prose!("Create and edit versions"),
        note: Some(prose!(
            "The account must administer the project as well: a scope allows no more than the account may do."
        )),
        calls: &[
            ScopedCall {
                call: "GET /rest/api/3/project/{key}/version",
                why: prose!("Lists the versions of a project."),
                classic: "read:jira-work",
                granular: "read:project-version:jira",
            },
            ScopedCall {
                call: "POST /rest/api/3/version",
                why: prose!("Creates a version; editing one takes the same scopes."),
                classic: "manage:jira-project",
                granular: "write:project-version:jira read:project-version:jira",
            },
        ],
    },
    Purpose {
        id: "boards",
        title: prose!("Read boards and sprints"),
        note: Some(prose!(
            "No classic scope covers boards, so both lists have the granular ones."
        )),
        calls: &[
            ScopedCall {
                call: "GET /rest/agile/1.0/board",
                why: prose!("Lists the boards."),
                classic: "read:board-scope:jira-software read:project:jira",
                granular: "read:board-scope:jira-software read:project:jira",
            },
            ScopedCall {
                call: "GET /rest/agile/1.0/board/{id}/sprint",
                why: prose!("Lists the sprints of a board."),
                classic: "read:sprint:jira-software",
                granular: "read:sprint:jira-software",
            },
            ScopedCall {
                call: "GET /rest/agile/1.0/board/{id}/issue",
                why: prose!("Lists the issues of a board."),
                classic: "read:board-scope:jira-software read:issue-details:jira",
                granular: "read:board-scope:jira-software read:issue-details:jira",
            },
        ],
    },
    Purpose {
        id: "read-confluence",
        title: prose!("Read Confluence"),
        note: Some(prose!(
            "A token with scopes is created for one product. Confluence needs its own, at https://api.atlassian.com/ex/confluence/ followed by the Cloud ID."
        )),
        calls: &[
            ScopedCall {
                call: "GET /wiki/rest/api/user/current",
                why: prose!("Says whose token it is."),
                classic: "read:confluence-user",
                granular: "read:content-details:confluence",
            },
            ScopedCall {
                call: "GET /wiki/rest/api/content/{id}",
                why: prose!("Reads a page."),
                classic: "read:confluence-content.summary",
                granular: "read:content-details:confluence",
            },
            ScopedCall {
                call: "GET /wiki/rest/api/space",
                why: prose!("Lists the spaces."),
                classic: "read:confluence-space.summary",
                granular: "read:content-details:confluence",
            },
            ScopedCall {
                call: "GET /wiki/rest/api/search",
                why: prose!("Searches Confluence."),
                classic: "search:confluence",
                granular: "read:content-details:confluence",
            },
        ],
    },
];

const PROJECT: &str = "read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira";

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> Scopes {
        scopes(purpose(id))
    }

    #[test]
    fn names_are_unique_and_found() {
        for entry in purposes() {
            assert_eq!(purpose(entry.id), Some(entry), "{}", entry.id);
        }
        assert_eq!(purpose("no-such-purpose"), None);
    }

    #[test]
    fn every_purpose_can_be_tested_and_no_scope_stands_twice() {
        for entry in purposes() {
            let found = of(entry.id);
            assert!(found.classic.contains(&"read:jira-user"), "{}", entry.id);
            for list in [&found.classic, &found.granular] {
                let mut sorted = list.clone();
                sorted.sort_unstable();
                sorted.dedup();
                assert_eq!(sorted.len(), list.len(), "{}", entry.id);
            }
        }
    }

    #[test]
    fn the_short_lists_are_those_of_the_documentation() {
        assert_eq!(
            of("test-connection").classic,
            ["read:jira-user", "read:jira-work"]
        );
        assert_eq!(
            of("write-issues").classic,
            ["read:jira-user", "read:jira-work", "write:jira-work"]
        );
        assert!(
            of("manage-versions")
                .classic
                .contains(&"manage:jira-project")
        );
        // jira-facts.md 3: `read:jira-work` does not cover boards.
        assert!(
            of("boards")
                .classic
                .contains(&"read:board-scope:jira-software")
        );
    }

    #[test]
    fn purposes_add_up() {
        let both = scopes(
            [
                purpose("read-issues"),
                purpose("manage-versions"),
                purpose("read-issues"),
            ]
            .into_iter()
            .flatten(),
        );
        let ids: Vec<_> = both.purposes.iter().map(|purpose| purpose.id).collect();
        assert_eq!(ids, ["test-connection", "read-issues", "manage-versions"]);
        assert_eq!(
            both.classic,
            ["read:jira-user", "read:jira-work", "manage:jira-project"]
        );
    }
}
