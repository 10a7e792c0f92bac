//! The steps of the examination: what each asks, and what came of it.

use serde::Serialize;

/// A step of the examination: one read-only GET.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepName {
    /// `serverInfo`, without a credential: does Jira live here, and which?
    ServerInfo,
    /// `myself`: the only proof of a credential.
    Myself,
    /// `/_edge/tenant_info`, without a credential: the Cloud id, for the gateway's address.
    TenantInfo,
    /// `myself` at the gateway, where tokens with scopes work.
    GatewayMyself,
    /// `mypermissions` in the whole of Jira.
    Permissions,
    /// `mypermissions` in the project.
    ProjectPermissions,
    /// The project.
    Project,
    /// The issue.
    Issue,
    /// The user as Confluence knows it.
    Confluence,
}

/// A step and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepResult {
    /// The step.
    pub step: StepName,
    /// The address that was asked, or would be; `None` where it is not known.
    pub url: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// The same in one plain sentence.
    pub text: String,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Jira did what was asked.
    Passed,
    /// Jira, or who stands before it, refused.
    Failed,
    /// The answer cannot tell.
    Unclear,
    /// It was not asked.
    NotAsked,
}

/// The account that a credential belongs to, as Jira tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundAccount {
    /// `accountId`; on a server the name or the key.
    pub id: String,
    /// The name that people see.
    pub name: Option<String>,
    /// The e-mail address; `None` where the account hides it.
    pub email: Option<String>,
    /// Whether the account is active.
    pub active: Option<bool>,
    /// `accountType`: `atlassian`, `app`, `customer`.
    pub kind: Option<String>,
    /// Whether the account is the typed one; `None` where nobody can tell.
    pub as_typed: Option<bool>,
}
