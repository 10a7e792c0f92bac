//! What a path asks for.

use super::Endpoint;
use crate::net::{UrlParts, hosts};

impl Endpoint {
    /// Tells what a path asks for, whatever stands in front of its `/rest/` and behind its `?`.
    pub(crate) fn of(path: &str, host: Option<&str>) -> Self {
        let path = UrlParts::of_reference(path).path;
        let mut segments = Segments(path);
        if path.is_empty() {
            return Self::Unknown;
        }
        let gateway = host.is_some_and(hosts::is_gateway);
        let (mut confluence, mut before) = (false, "");
        let mut first = true;
        while let Some(segment) = segments.next() {
            let is = |word: &str| segment.eq_ignore_ascii_case(word);
            if is("rest") {
                return below_rest(segments, confluence);
            }
            if first && (is("login.jsp") || !gateway && names_a_page(segment)) {
                // `/jira/…` is a page on Cloud and a context path on a server: what follows decides.
                if !has_rest(segments) {
                    return Self::Page;
                }
            }
            if is("tenant_info") {
                return Self::TenantInfo;
            }
            if first && gateway && is("admin") {
                return Self::Admin;
            }
            if confluence && is("api") {
                return Self::Confluence;
            }
            // `/wiki/…` on a site, `/ex/confluence/{cloudId}/…` on the gateway.
            confluence |= is("wiki") || before.eq_ignore_ascii_case("ex") && is("confluence");
            (before, first) = (segment, false);
        }
        if first || confluence && !gateway {
            return Self::Page;
        }
        Self::Unknown
    }

    /// Whether every Jira has it, whoever asks: what is not found there is Jira itself (jira-facts.md 6).
    pub(crate) fn is_in_every_jira(self) -> bool {
        matches!(
            self,
            Self::Myself | Self::ServerInfo | Self::MyPermissions | Self::Lists | Self::Projects
        )
    }
}

/// The segments of a path, empty ones left out: `//rest//api` asks for the same.
#[derive(Clone, Copy)]
struct Segments<'a>(&'a str);

impl<'a> Segments<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let path = self.0.trim_start_matches('/');
        let (segment, rest) = path.split_once('/').unwrap_or((path, ""));
        self.0 = rest;
        (!segment.is_empty()).then_some(segment)
    }
}

fn has_rest(mut segments: Segments<'_>) -> bool {
    while let Some(segment) = segments.next() {
        if segment.eq_ignore_ascii_case("rest") {
            return true;
        }
    }
    false
}

/// The first segment of the pages for people (jira-facts.md 7).
fn names_a_page(segment: &str) -> bool {
    is_any(
        segment,
        &[
            "login",
            "browse",
            "jira",
            "projects",
            "issues",
            "secure",
            "servicedesk",
            "dashboard",
            "dashboards",
            "people",
            "plugins",
            "login.action",
            "pages",
            "display",
        ],
    )
}

fn below_rest(mut segments: Segments<'_>, confluence: bool) -> Endpoint {
    let family = segments.next().unwrap_or_default();
    let is = |word: &str| family.eq_ignore_ascii_case(word);
    if is("api") {
        return if confluence {
            Endpoint::Confluence
        } else {
            below_api(segments)
        };
    }
    if is("agile") || is("greenhopper") {
        return Endpoint::Agile;
    }
    if is("servicedeskapi") {
        return Endpoint::ServiceDesk;
    }
    if is("auth") {
        let _version = segments.next();
        let what = segments.next().unwrap_or_default();
        if what.eq_ignore_ascii_case("session") {
            return Endpoint::Session;
        }
    }
    if confluence || family.is_empty() || is_any(family, OWN_FAMILIES) {
        return Endpoint::OtherRest;
    }
    Endpoint::App
}

/// The interfaces below `/rest/` that Jira brings along, beside those that have an endpoint of their own.
static OWN_FAMILIES: &[&str] = &[
    "activities",
    "activity-stream",
    "api-explorer",
    "applinks",
    "assets",
    "atlassian-connect",
    "auth",
    "capabilities",
    "collectors",
    "config",
    "dev-status",
    "devinfo",
    "builds",
    "deployments",
    "forge",
    "gadget",
    "helptips",
    "insight",
    "internal",
    "issueNav",
    "mobile",
    "nativemobile",
    "pat",
    "plugins",
    "projectconfig",
    "projects",
    "prototype",
    "quickedit",
    "scheduler",
    "security",
    "servicedesk",
    "software",
    "tinymce",
    "troubleshooting",
    "um",
    "webhooks",
    "webResources",
    "workflowDesigner",
];

fn below_api(mut segments: Segments<'_>) -> Endpoint {
    let version = segments.next().unwrap_or_default();
    // Confluence's first interface has no version in its path: on a server `/rest/api/content`, and on Cloud when its
    // `/wiki` was forgotten.
    if is_any(
        version,
        &["content", "space", "user", "search", "group", "longtask"],
    ) {
        return Endpoint::Confluence;
    }
    if !is_any(version, &["2", "3", "latest"]) {
        return Endpoint::OtherRest;
    }
    let what = segments.next().unwrap_or_default();
    let item = segments.next();
    let is = |word: &str| what.eq_ignore_ascii_case(word);
    if is("project") {
        return match item {
            None => Endpoint::Projects,
            Some(item) if is_any(item, &["search", "recent"]) => Endpoint::Projects,
            Some(item) if is_any(item, &["type", "bulk"]) => Endpoint::OtherRest,
            Some(_) => Endpoint::Project,
        };
    }
    if is("issue") {
        return match item {
            Some(item) if !is_any(item, &["createmeta", "bulk", "bulkfetch", "picker"]) => {
                Endpoint::Issue
            }
            _ => Endpoint::OtherRest,
        };
    }
    if is("search") {
        return match item {
            None => Endpoint::OldSearch,
            Some(item) if is_any(item, &["jql", "approximate-count"]) => Endpoint::Search,
            Some(_) => Endpoint::OtherRest,
        };
    }
    one_word(what)
}

fn one_word(what: &str) -> Endpoint {
    let is = |word: &str| what.eq_ignore_ascii_case(word);
    if is("myself") {
        Endpoint::Myself
    } else if is("serverinfo") {
        Endpoint::ServerInfo
    } else if is("mypermissions") {
        Endpoint::MyPermissions
    } else if is("user") || is("users") {
        Endpoint::User
    } else if is_any(what, ADMIN) {
        Endpoint::Admin
    } else if is_any(what, LISTS) {
        Endpoint::Lists
    } else {
        Endpoint::OtherRest
    }
}

/// What every Jira lists, to whoever asks.
static LISTS: &[&str] = &[
    "field",
    "issuetype",
    "priority",
    "resolution",
    "status",
    "statuscategory",
    "issuelinktype",
];

/// What wants a Jira administrator (jira-facts.md 4.1 and 6).
static ADMIN: &[&str] = &[
    "applicationrole",
    "application-properties",
    "permissions",
    "permissionscheme",
    "auditing",
    "instance",
    "license",
    "notificationscheme",
    "issuesecurityschemes",
    "screens",
    "screenscheme",
    "workflow",
    "workflowscheme",
    "role",
];

fn is_any(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_tell_what_was_asked_for() {
        use Endpoint::*;
        let table = [
            ("/rest/api/3/myself", Myself),
            ("//rest/api/2/myself/", Myself),
            ("/jira/rest/api/latest/myself?expand=groups", Myself),
            (
                "/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405/rest/api/3/myself",
                Myself,
            ),
            ("/rest/api/3/serverInfo", ServerInfo),
            ("/rest/api/3/mypermissions?permissions=A", MyPermissions),
            ("/_edge/tenant_info", TenantInfo),
            ("/rest/api/3/project", Projects),
            ("/rest/api/3/project/search?maxResults=1", Projects),
            ("/rest/api/3/project/OPS", Project),
            ("/rest/api/3/project/OPS/role", Project),
            (
                "/api/proxy/jira/api/rest/api/latest/project/undefined",
                Project,
            ),
            ("/rest/api/3/issue/OPS-1", Issue),
            ("/rest/api/2/issue/SE-1577/transitions", Issue),
            ("/rest/api/3/issue", OtherRest),
            ("/rest/api/3/issue/createmeta", OtherRest),
            ("/rest/api/3/search?jql=x", OldSearch),
            ("/rest/api/3/search/jql?jql=x", Search),
            ("/rest/api/3/user/search?query=x", User),
            ("/rest/api/2/field", Lists),
            ("/rest/api/3/applicationrole", Admin),
            ("/rest/api/2/permissions", Admin),
            ("/rest/agile/1.0/board", Agile),
            ("/rest/auth/1/session", Session),
            ("/rest/servicedeskapi/servicedesk", ServiceDesk),
            ("/rest/api/4/myself", OtherRest),
            ("/rest/api/2/rest/api/2/issue/ABC-1", OtherRest),
            ("/rest/", OtherRest),
            ("/wiki/rest/api/user/current", Confluence),
            ("/wiki/api/v2/pages/1", Confluence),
            ("/wiki/rest/other/1", OtherRest),
            ("/rest/tempo-teams/1/team", App),
            ("/rest/dev-status/1.0/issue", OtherRest),
            ("/ex/confluence/1f5e2a90/wiki/rest/api/space", Confluence),
            ("/rest/api/content", Confluence),
            ("/rest/api/user/current", Confluence),
            ("/wiki/spaces/A", Page),
            ("/login.jsp?os_destination=%2Frest%2Fapi", Page),
            ("/browse/OPS-1", Page),
            ("/jira/for-you", Page),
            ("/", Page),
            ("", Unknown),
            ("/issue/createmeta", Unknown),
        ];
        for (path, expected) in table {
            assert_eq!(Endpoint::of(path, None), expected, "{path}");
        }
        let gateway = Some("api.atlassian.com");
        assert_eq!(Endpoint::of("/admin/v1/orgs", gateway), Admin);
        assert_eq!(
            Endpoint::of("/ex/jira/1f5e/rest/api/3/myself", gateway),
            Myself
        );
        assert_eq!(
            Endpoint::of("/oauth/token/accessible-resources", gateway),
            Unknown
        );
    }
}
