//! Jira's permissions: their keys, the names that its screens have for them, who can grant them, and what an integration
//! needs of them against what the account has.

use serde::Serialize;

use crate::link::Link;
use crate::prose::{Prose, prose};
use crate::veiled::{shows_as_it_is, veiled};

/// What a permission is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The whole of Jira.
    Global,
    /// One project.
    Project,
}

/// How much an integration needs a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Nothing works without it.
    Required,
    /// A part works without it.
    Optional,
}

shows_as_it_is!(Scope, Need);

/// One permission: what is needed against what the account has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PermissionRow {
    /// Jira's key: `BROWSE_PROJECTS`.
    pub key: String,
    /// The name in Jira's screens: `Browse projects`.
    pub name: String,
    /// What it is about.
    pub scope: Scope,
    /// Whether the account has it; `None` where no answer tells.
    pub held: Option<bool>,
    /// How much the profile needs it; `None` where it does not.
    pub needed: Option<Need>,
    /// Who can grant it, and where.
    pub granted_by: Prose,
    /// The official page about it.
    pub link: Link,
}

veiled!(PermissionRow {
    key,
    name,
    scope,
    held,
    needed,
    granted_by,
    link
});

/// A permission that Jira has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// Jira's key: `BROWSE_PROJECTS`.
    pub key: &'static str,
    /// The name in Jira's screens: `Browse projects`.
    pub name: &'static str,
    /// What it is about.
    pub scope: Scope,
    /// Whether every Jira has it; the others come with a product, such as Jira Service Management, and Jira answers 400
    /// where it is asked for one that it does not have.
    pub is_everywhere: bool,
}

/// The permission that everything else stands on.
pub(crate) const BROWSE: &str = "BROWSE_PROJECTS";

/// The permission of this key.
pub fn permission(key: &str) -> Option<&'static Permission> {
    PERMISSIONS.iter().find(|permission| permission.key == key)
}

/// Every permission that is known, those of the whole of Jira first.
pub fn permissions() -> &'static [Permission] {
    PERMISSIONS
}

impl Permission {
    /// Who can grant it, and where.
    pub fn granted_by(&self) -> Prose {
        if self.key == "SYSTEM_ADMIN" {
            // jira-facts.md 6.
            return prose!(
                "Atlassian keeps it on Cloud. On a server, a system administrator gives it to a group, under Administration, System, Global permissions."
            );
        }
        self.scope.granted_by()
    }
}

impl Scope {
    /// Who can grant one of it, and where.
    pub(crate) fn granted_by(self) -> Prose {
        match self {
            Self::Global => {
                prose!(
                    "A Jira administrator gives it to a group of the account, under Settings, System, Global permissions."
                )
            }
            Self::Project => {
                prose!(
                    "An administrator of the project gives the account a role that has it, under Project settings, Access (or People). A Jira administrator decides which roles have it, in the permission scheme."
                )
            }
        }
    }

    /// The official page about it (jira-facts.md 9).
    pub(crate) fn link(self) -> Link {
        match self {
            Self::Global => Link::new(
                "Managing global permissions",
                "https://confluence.atlassian.com/x/x4dKLg",
            ),
            Self::Project => Link::new(
                "Managing project permissions",
                "https://confluence.atlassian.com/x/yodKLg",
            ),
        }
    }
}

const fn global(key: &'static str, name: &'static str) -> Permission {
    Permission {
        key,
        name,
        scope: Scope::Global,
        is_everywhere: true,
    }
}

const fn project(key: &'static str, name: &'static str) -> Permission {
    Permission {
        key,
        name,
        scope: Scope::Project,
        is_everywhere: true,
    }
}

const fn added(key: &'static str, name: &'static str) -> Permission {
    Permission {
        is_everywhere: false,
        ..project(key, name)
    }
}

/// jira-facts.md 6: the keys, and their names as “Global permissions” and “Project settings, Permissions” have them.
static PERMISSIONS: &[Permission] = &[
    global("ADMINISTER", "Administer Jira"),
    global("SYSTEM_ADMIN", "Jira System Administrators"),
    global("USER_PICKER", "Browse users and groups"),
    global("CREATE_SHARED_OBJECTS", "Share dashboards and filters"),
    global(
        "MANAGE_GROUP_FILTER_SUBSCRIPTIONS",
        "Manage group filter subscriptions",
    ),
    global("BULK_CHANGE", "Make bulk changes"),
    Permission {
        // A server does not know it.
        is_everywhere: false,
        ..global("CREATE_PROJECT", "Create team-managed projects")
    },
    project(BROWSE, "Browse projects"),
    project("CREATE_ISSUES", "Create issues"),
    project("EDIT_ISSUES", "Edit issues"),
    project("DELETE_ISSUES", "Delete issues"),
    project("ADMINISTER_PROJECTS", "Administer projects"),
    project("TRANSITION_ISSUES", "Transition issues"),
    project("ASSIGN_ISSUES", "Assign issues"),
    project("ASSIGNABLE_USER", "Assignable user"),
    project("RESOLVE_ISSUES", "Resolve issues"),
    project("CLOSE_ISSUES", "Close issues"),
    project("SCHEDULE_ISSUES", "Schedule issues"),
    project("MOVE_ISSUES", "Move issues"),
    project("LINK_ISSUES", "Link issues"),
    project("MODIFY_REPORTER", "Modify reporter"),
    project("SET_ISSUE_SECURITY", "Set issue security"),
    project("ADD_COMMENTS", "Add comments"),
    project("EDIT_ALL_COMMENTS", "Edit all comments"),
    project("EDIT_OWN_COMMENTS", "Edit own comments"),
    project("DELETE_ALL_COMMENTS", "Delete all comments"),
    project("DELETE_OWN_COMMENTS", "Delete own comments"),
    project("CREATE_ATTACHMENTS", "Create attachments"),
    project("DELETE_ALL_ATTACHMENTS", "Delete all attachments"),
    project("DELETE_OWN_ATTACHMENTS", "Delete own attachments"),
    project("WORK_ON_ISSUES", "Work on issues"),
    project("EDIT_ALL_WORKLOGS", "Edit all worklogs"),
    project("EDIT_OWN_WORKLOGS", "Edit own worklogs"),
    project("DELETE_ALL_WORKLOGS", "Delete all worklogs"),
    project("DELETE_OWN_WORKLOGS", "Delete own worklogs"),
    project("MANAGE_WATCHERS", "Manage watchers"),
    project("VIEW_VOTERS_AND_WATCHERS", "View voters and watchers"),
    added("VIEW_DEV_TOOLS", "View development tools"),
    added("VIEW_READONLY_WORKFLOW", "View read-only workflow"),
    added("MANAGE_SPRINTS_PERMISSION", "Manage sprints"),
    added("SERVICEDESK_AGENT", "Service project agent"),
];
