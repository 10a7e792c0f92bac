//! Atlassian's own services: hosts that are nobody's site.

use crate::prose::{Prose, prose};

/// What people do at one of Atlassian's hosts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// They read there, and texts point at it.
    Reading,
    /// They sign in and look after accounts.
    Account,
    /// They start there on the way to a site.
    Start,
}

/// The hosts below `atlassian.com`.
pub(super) static SERVICES: [(&str, Use, Prose); 30] = [
    (
        "plugins",
        Use::Reading,
        prose!("This is where servers look for apps and their updates."),
    ),
    (
        "maven",
        Use::Reading,
        prose!("This is where Atlassian keeps libraries for developers."),
    ),
    (
        "packages",
        Use::Reading,
        prose!("This is where Atlassian keeps libraries for developers."),
    ),
    (
        "mcp",
        Use::Start,
        prose!("This is Atlassian's server for AI assistants, shared by all sites."),
    ),
    (
        "home",
        Use::Start,
        prose!("This is Atlassian's start page, shared by all sites."),
    ),
    (
        "start",
        Use::Start,
        prose!("This is Atlassian's start page, shared by all sites."),
    ),
    (
        "my",
        Use::Start,
        prose!("This is where Atlassian keeps licenses and bills."),
    ),
    (
        "team",
        Use::Start,
        prose!("This is Atlassian's page of people and teams."),
    ),
    (
        "teams",
        Use::Start,
        prose!("This is Atlassian's page of people and teams."),
    ),
    (
        "admin",
        Use::Account,
        prose!("This is the administration of an organization, which lists its sites."),
    ),
    (
        "id",
        Use::Account,
        prose!("This is where people sign in and make API tokens."),
    ),
    (
        "auth",
        Use::Account,
        prose!("This is where apps ask for permission to act for a person."),
    ),
    (
        "support",
        Use::Reading,
        prose!("This is Atlassian's support and documentation."),
    ),
    (
        "getsupport",
        Use::Reading,
        prose!("This is Atlassian's support."),
    ),
    (
        "developer",
        Use::Reading,
        prose!("This is Atlassian's documentation for developers."),
    ),
    (
        "www",
        Use::Reading,
        prose!("This is Atlassian's own web site."),
    ),
    (
        "status",
        Use::Reading,
        prose!("This is the page that tells whether Atlassian's services run."),
    ),
    (
        "community",
        Use::Reading,
        prose!("This is Atlassian's forum."),
    ),
    (
        "marketplace",
        Use::Reading,
        prose!("This is where apps for Jira are offered."),
    ),
    (
        "university",
        Use::Reading,
        prose!("These are Atlassian's courses."),
    ),
    (
        "training",
        Use::Reading,
        prose!("These are Atlassian's courses."),
    ),
    (
        "trust",
        Use::Reading,
        prose!("This is Atlassian's page on security."),
    ),
    (
        "partnerdirectory",
        Use::Reading,
        prose!("This is Atlassian's list of partners."),
    ),
    (
        "ecosystem",
        Use::Start,
        prose!("This is a Jira of Atlassian for developers of apps, not your site."),
    ),
    (
        "jira",
        Use::Reading,
        prose!(
            "This is Atlassian's own public Jira, a Data Center server where bugs of Jira are tracked. Your account and token do not belong there."
        ),
    ),
    (
        "confluence",
        Use::Reading,
        prose!("This is Atlassian's documentation of its Data Center products."),
    ),
    (
        "documentation",
        Use::Reading,
        prose!("This is Atlassian's documentation."),
    ),
    ("blog", Use::Reading, prose!("This is Atlassian's blog.")),
    (
        "docs",
        Use::Reading,
        prose!("This is Atlassian's documentation."),
    ),
    (
        "community.developer",
        Use::Reading,
        prose!("This is Atlassian's forum for developers."),
    ),
];
