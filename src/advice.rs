//! What a problem's page advises, and whom.

use crate::evidence::Deployment;

/// A step or a link, and the Jira that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice<T> {
    /// The step's template, or the link.
    pub what: T,
    /// The one deployment that it fits; `None` where it fits both.
    pub on: Option<Deployment>,
}

/// Fits every Jira.
pub(crate) const fn always<T: Copy>(what: T) -> Advice<T> {
    Advice { what, on: None }
}

/// Fits Jira Cloud alone.
pub(crate) const fn on_cloud<T: Copy>(what: T) -> Advice<T> {
    Advice {
        what,
        on: Some(Deployment::Cloud),
    }
}

/// Fits a server of one's own alone.
pub(crate) const fn on_server<T: Copy>(what: T) -> Advice<T> {
    Advice {
        what,
        on: Some(Deployment::DataCenter),
    }
}
