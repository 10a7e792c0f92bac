//! The tables of known hosts (facts.md 7).

/// What a Cloud site's host ends in.
pub(super) struct Suffix {
    /// With the dot in front.
    pub(super) text: &'static str,
    /// The gateway that serves these sites, where it is known.
    pub(super) gateway: Option<&'static str>,
}

/// The suffixes of Cloud sites: commercial, its older alias, Government, and Atlassian's own staging.
pub(super) const SUFFIXES: [Suffix; 5] = [
    Suffix {
        text: ".atlassian.net",
        gateway: Some(GATEWAY),
    },
    Suffix {
        text: ".jira.com",
        gateway: Some(GATEWAY),
    },
    Suffix {
        text: ".atlassian-us-gov-mod.net",
        gateway: Some(GOVERNMENT_GATEWAY),
    },
    Suffix {
        text: ".atlassian-us-gov.net",
        gateway: None,
    },
    Suffix {
        text: ".jira-dev.com",
        gateway: None,
    },
];

/// The host of the gateway.
pub(super) const GATEWAY: &str = "api.atlassian.com";

/// The host of Government Cloud's gateway.
pub(super) const GOVERNMENT_GATEWAY: &str = "api.atlassian-us-gov-mod.com";

/// Names in front of a Cloud suffix that are Atlassian's own and no customer's site.
pub(super) const RESERVED: [&str; 5] = ["www", "id", "api", "auth", "admin"];

/// Where a site's address is to be found.
pub(super) const FIND: &str =
    " Open Jira in the browser: the part of the address up to `.atlassian.net` is the site.";

/// The hosts below `atlassian.com`, and what each is.
pub(super) const SERVICES: [(&str, &str); 24] = [
    (
        "home",
        "This is Atlassian's start page, shared by all sites.",
    ),
    (
        "start",
        "This is Atlassian's start page, shared by all sites.",
    ),
    ("my", "This is where Atlassian keeps licences and bills."),
    ("team", "This is Atlassian's page of people and teams."),
    ("teams", "This is Atlassian's page of people and teams."),
    (
        "admin",
        "This is the administration of an organisation, which lists its sites.",
    ),
    ("id", "This is where people sign in and make API tokens."),
    (
        "auth",
        "This is where apps ask for permission to act for a person.",
    ),
    ("support", "This is Atlassian's support and documentation."),
    ("getsupport", "This is Atlassian's support."),
    (
        "developer",
        "This is Atlassian's documentation for developers.",
    ),
    ("www", "This is Atlassian's own web site."),
    (
        "status",
        "This is the page that tells whether Atlassian's services run.",
    ),
    ("community", "This is Atlassian's forum."),
    ("marketplace", "This is where apps for Jira are offered."),
    ("university", "These are Atlassian's courses."),
    ("training", "These are Atlassian's courses."),
    ("trust", "This is Atlassian's page on security."),
    ("partnerdirectory", "This is Atlassian's list of partners."),
    (
        "ecosystem",
        "This is a Jira of Atlassian for developers of apps, not your site.",
    ),
    (
        "jira",
        "This is Atlassian's own public Jira, a Data Center server where bugs of Jira are tracked. Your account and token do not belong there.",
    ),
    (
        "confluence",
        "This is Atlassian's documentation of its Data Center products.",
    ),
    ("documentation", "This is Atlassian's documentation."),
    ("blog", "This is Atlassian's blog."),
];

/// Hosts of other products: what the host ends in, and the product's name.
pub(super) const PRODUCTS: [(&str, &str); 26] = [
    ("bitbucket.org", "Bitbucket"),
    ("trello.com", "Trello"),
    ("opsgenie.com", "Opsgenie"),
    ("statuspage.io", "Statuspage"),
    ("loom.com", "Loom"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("linear.app", "Linear"),
    ("monday.com", "monday.com"),
    ("asana.com", "Asana"),
    ("clickup.com", "ClickUp"),
    ("notion.so", "Notion"),
    ("notion.com", "Notion"),
    ("slack.com", "Slack"),
    ("zendesk.com", "Zendesk"),
    ("freshdesk.com", "Freshdesk"),
    ("service-now.com", "ServiceNow"),
    ("dev.azure.com", "Azure DevOps"),
    ("visualstudio.com", "Azure DevOps"),
    ("youtrack.cloud", "YouTrack"),
    ("myjetbrains.com", "YouTrack"),
    ("shortcut.com", "Shortcut"),
    ("basecamp.com", "Basecamp"),
    ("wrike.com", "Wrike"),
    ("aha.io", "Aha!"),
    ("bolddesk.com", "BoldDesk"),
];
