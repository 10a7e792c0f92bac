//! What one integration needs.

use crate::evidence::{Deployment, read_by_key};

/// What one integration needs of Jira.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The id: `bolddesk`.
    pub id: String,
    /// The product's name: `BoldDesk`.
    pub name: String,
    /// Which deployments it can talk to; none named means both.
    pub deployments: Vec<Deployment>,
    /// The permissions that it needs.
    pub permissions: Vec<PermissionNeed>,
    /// Whether it works in one project.
    pub needs_project: bool,
    /// Whether an issue is needed to test it.
    pub needs_issue: bool,
    /// Whether it calls Confluence too.
    pub confluence: bool,
}

/// A permission that an integration needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PermissionNeed {
    /// Jira's key: `BROWSE_PROJECTS`.
    pub key: String,
    /// Whether nothing works without it.
    pub required: bool,
    /// What it is needed for.
    pub why: Option<String>,
}

read_by_key!(Profile {
    "id": id,
    "name": name,
    "deployments": deployments,
    "permissions": permissions,
    "needsProject": needs_project,
    "needsIssue": needs_issue,
    "confluence": confluence,
});
read_by_key!(PermissionNeed { "key": key, "required": required, "why": why });
