//! Jira's permissions: their keys, the names that its screens have for them, and who can grant them.

use serde::Serialize;

use crate::problem::Link;

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
    pub granted_by: String,
    /// The official page about it.
    pub link: Link,
}
