//! The permissions that Jira knows, and the answer of `mypermissions`.

use hyper::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::{self, Answer};

/// What a caller may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Everything that a customer of Cloud can be granted.
    AllButSystemAdmin,
    /// Looks at projects.
    Browse,
    /// Has access to Jira and to no project.
    NoProject,
    /// An anonymous caller.
    Nothing,
}

impl Holds {
    pub(crate) fn has(self, key: &str) -> bool {
        // Jira's own defaults give these to whoever has access.
        const EVERYBODYS: [&str; 3] = [
            "USER_PICKER",
            "CREATE_SHARED_OBJECTS",
            "MANAGE_GROUP_FILTER_SUBSCRIPTIONS",
        ];
        match self {
            Self::AllButSystemAdmin => key != "SYSTEM_ADMIN",
            Self::Browse => key == "BROWSE_PROJECTS" || EVERYBODYS.contains(&key),
            Self::NoProject => EVERYBODYS.contains(&key),
            Self::Nothing => false,
        }
    }
}

/// The keys of jira-facts.md 6, and their names on Jira's screens.
const GLOBAL: [(&str, &str); 7] = [
    ("ADMINISTER", "Administer Jira"),
    ("SYSTEM_ADMIN", "Jira System Administrators"),
    ("USER_PICKER", "Browse users and groups"),
    ("CREATE_SHARED_OBJECTS", "Share dashboards and filters"),
    (
        "MANAGE_GROUP_FILTER_SUBSCRIPTIONS",
        "Manage group filter subscriptions",
    ),
    ("BULK_CHANGE", "Make bulk changes"),
    ("CREATE_PROJECT", "Create team-managed projects"),
];
const PROJECT: [(&str, &str); 35] = [
    ("BROWSE_PROJECTS", "Browse Projects"),
    ("CREATE_ISSUES", "Create Issues"),
    ("EDIT_ISSUES", "Edit Issues"),
    ("DELETE_ISSUES", "Delete Issues"),
    ("ADMINISTER_PROJECTS", "Administer Projects"),
    ("TRANSITION_ISSUES", "Transition Issues"),
    ("ASSIGN_ISSUES", "Assign Issues"),
    ("ASSIGNABLE_USER", "Assignable User"),
    ("RESOLVE_ISSUES", "Resolve Issues"),
    ("CLOSE_ISSUES", "Close Issues"),
    ("SCHEDULE_ISSUES", "Schedule Issues"),
    ("MOVE_ISSUES", "Move Issues"),
    ("LINK_ISSUES", "Link Issues"),
    ("MODIFY_REPORTER", "Modify Reporter"),
    ("SET_ISSUE_SECURITY", "Set Issue Security"),
    ("ADD_COMMENTS", "Add Comments"),
    ("EDIT_ALL_COMMENTS", "Edit All Comments"),
    ("EDIT_OWN_COMMENTS", "Edit Own Comments"),
    ("DELETE_ALL_COMMENTS", "Delete All Comments"),
    ("DELETE_OWN_COMMENTS", "Delete Own Comments"),
    ("CREATE_ATTACHMENTS", "Create Attachments"),
    ("DELETE_ALL_ATTACHMENTS", "Delete All Attachments"),
    ("DELETE_OWN_ATTACHMENTS", "Delete Own Attachments"),
    ("WORK_ON_ISSUES", "Work On Issues"),
    ("EDIT_ALL_WORKLOGS", "Edit All Worklogs"),
    ("EDIT_OWN_WORKLOGS", "Edit Own Worklogs"),
    ("DELETE_ALL_WORKLOGS", "Delete All Worklogs"),
    ("DELETE_OWN_WORKLOGS", "Delete Own Worklogs"),
    ("MANAGE_WATCHERS", "Manage Watchers"),
    ("VIEW_VOTERS_AND_WATCHERS", "View Voters and Watchers"),
    ("VIEW_DEV_TOOLS", "View Development Tools"),
    ("VIEW_READONLY_WORKFLOW", "View Read-Only Workflow"),
    ("MANAGE_SPRINTS_PERMISSION", "Manage Sprints"),
    ("SERVICEDESK_AGENT", "Service Desk Agent"),
    ("VIEW_AGGREGATED_DATA", "View Aggregated Data"),
];

/// The answer for these keys, as they stand in the query. An anonymous caller holds nothing.
pub(crate) fn answer(keys: &str, holds: Holds) -> Answer {
    let mut permissions = Map::new();
    for key in keys.split(',') {
        let Some((id, name, kind)) = find(key) else {
            // The facts know the status; the words are ours.
            return answer::refusal(
                StatusCode::BAD_REQUEST,
                &format!("Unrecognized permission: {key}"),
            );
        };
        let entry = json!({
            "id": id.to_string(), "key": key, "name": name, "type": kind,
            "description": format!("{name}."), "havePermission": holds.has(key),
        });
        permissions.insert(key.to_owned(), entry);
    }
    let body = json!({ "permissions": Value::Object(permissions) });
    answer::json(StatusCode::OK, &body)
}

fn find(key: &str) -> Option<(usize, &'static str, &'static str)> {
    let kinds = [
        (GLOBAL.as_slice(), "GLOBAL"),
        (PROJECT.as_slice(), "PROJECT"),
    ];
    let mut known = kinds
        .into_iter()
        .flat_map(|(table, kind)| table.iter().map(move |&(key, name)| (key, name, kind)));
    let id = known.clone().position(|(known, ..)| known == key)?;
    let (_, name, kind) = known.nth(id)?;
    Some((id, name, kind))
}
