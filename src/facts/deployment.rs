//! Where Jira runs.

use super::product;
use crate::evidence::{Deployment, Evidence};
use crate::profile::Profile;
use crate::read::exchange::{Content, Exchange, Speaker};
use crate::read::site::{Site, SiteKind};

/// Where Jira runs: what the person said, else what the address shows, else who answered; while no address is given, what the
/// product can talk to.
pub(super) fn deployment(
    evidence: &Evidence,
    profile: Option<&Profile>,
    site: Option<&Site>,
    exchanges: &[Exchange],
) -> Option<Deployment> {
    let of_site = |site: &Site| match site.kind {
        // A slip of the keyboard in Atlassian's own domain does not make a server of it.
        SiteKind::Cloud | SiteKind::Gateway | SiteKind::Misspelt => Some(Deployment::Cloud),
        _ => None,
    };
    let of_answer = |x: &Exchange| match (&x.body.content, x.answered_by) {
        (Content::ServerInfo { deployment, .. }, _) if deployment.is_some() => *deployment,
        (_, Some(Speaker::DataCenter)) => Some(Deployment::DataCenter),
        // Atlassian's edge answers at a custom domain too.
        (_, Some(Speaker::JiraCloud | Speaker::Gateway)) => Some(Deployment::Cloud),
        _ => x.sent.site.as_ref().and_then(of_site),
    };
    let said = evidence.answers.deployment;
    said.or_else(|| site.and_then(of_site))
        .or_else(|| exchanges.iter().rev().find_map(of_answer))
        .or_else(|| {
            let is_open = site.is_none_or(|site| site.kind == SiteKind::Empty);
            product::deployment(profile.filter(|_| is_open))
        })
}
