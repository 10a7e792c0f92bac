//! How far a call gets.

use serde::Serialize;

/// What a call passes on its way, in order. It stops at one of these, or arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What was typed or set, before anything is sent.
    Settings,
    /// The host's name.
    Name,
    /// The connection.
    Connect,
    /// TLS.
    Secure,
    /// What stands before Jira: a proxy, the edge, a firewall, a sign-on page, another service.
    Front,
    /// The credential.
    SignIn,
    /// Licence, permission, scope.
    Allow,
    /// The path, the project, the issue.
    Find,
    /// What was asked for.
    Use,
}
