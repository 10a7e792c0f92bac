//! The steps of the examination: what each asks, and what came of it.

mod account;
pub(crate) mod ask;
mod course;
mod outcome;

use serde::Serialize;

pub(crate) use self::account::account;
pub(crate) use self::ask::Ask;
pub(crate) use self::course::Course;
use crate::facts::Facts;
use crate::facts::permissions::is_narrow;
use crate::prose::Prose;
use crate::read::exchange::{Endpoint, Exchange};
use crate::read::site::SiteKind;
use crate::secret::Secret;
use crate::veiled::{shows_as_it_is, veiled};

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

/// The value of the header that the steps send.
pub(crate) fn header(facts: &Facts) -> Option<Secret> {
    let (_, header) = ask::credential(facts, ask::is_cloud(facts)).ok()?;
    Some(header)
}

impl StepName {
    /// The name that JSON and the script's marks have for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::ServerInfo => "server-info",
            Self::Myself => "myself",
            Self::TenantInfo => "tenant-info",
            Self::GatewayMyself => "gateway-myself",
            Self::Permissions => "permissions",
            Self::ProjectPermissions => "project-permissions",
            Self::Project => "project",
            Self::Issue => "issue",
            Self::Confluence => "confluence",
        }
    }

    /// Whether the step is asked without a credential.
    pub(crate) fn is_public(self) -> bool {
        matches!(self, Self::ServerInfo | Self::TenantInfo)
    }

    /// Every step, in the order in which they are asked.
    pub const ALL: [Self; 9] = [
        Self::ServerInfo,
        Self::Myself,
        Self::TenantInfo,
        Self::GatewayMyself,
        Self::Permissions,
        Self::ProjectPermissions,
        Self::Project,
        Self::Issue,
        Self::Confluence,
    ];

    /// The step that an exchange was, whoever made it.
    pub(crate) fn of(exchange: &Exchange) -> Option<Self> {
        let sent = &exchange.sent;
        if !matches!(sent.method.as_deref(), None | Some("GET")) {
            return None;
        }
        let site = sent.site.as_ref();
        let at_gateway = site.is_some_and(|site| site.kind == SiteKind::Gateway);
        Some(match sent.endpoint {
            Endpoint::ServerInfo => Self::ServerInfo,
            Endpoint::Myself if at_gateway => Self::GatewayMyself,
            Endpoint::Myself => Self::Myself,
            Endpoint::TenantInfo => Self::TenantInfo,
            Endpoint::MyPermissions if is_narrow(exchange) => Self::ProjectPermissions,
            Endpoint::MyPermissions => Self::Permissions,
            Endpoint::Project => Self::Project,
            Endpoint::Issue => Self::Issue,
            Endpoint::Confluence => Self::Confluence,
            _ => return None,
        })
    }
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
    pub text: Prose,
}

veiled!(StepResult {
    step,
    url,
    outcome,
    text
});

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

shows_as_it_is!(StepName, Outcome);

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

veiled!(FoundAccount {
    id,
    name,
    email,
    active,
    kind,
    as_typed
});
