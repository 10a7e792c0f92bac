//! What servers, proxies and sign-on pages are known by, beside their words, which stand among the known texts.

use super::{Body, Form, Headers};
use crate::read::known_texts;
use crate::read::speaker::{Speaker, Speakers};
use crate::text::{contains_ignoring_case, cut};

/// Where a mark stands.
#[derive(Clone, Copy)]
enum Place {
    /// A header of this name, whatever its value.
    Header,
    /// The value of `Server`.
    ServerHeader,
    /// The value of `Location`.
    Location,
    /// The page's title or first heading.
    Title,
}

/// Who shows a mark, or speaks on a page or in the address that it sends the caller on to.
pub(super) fn find(headers: &Headers, body: &Body, raw: &str) -> Option<Speaker> {
    let location = headers.get("location").unwrap_or_default();
    let server = headers.get("server").unwrap_or_default();
    let title = body.title.as_deref().unwrap_or_default();
    let mut found = Speakers::default();
    for (speaker, place, marks) in MARKS {
        let fits = |mark: &&str| match place {
            Place::Header => headers.get(mark).is_some(),
            Place::ServerHeader => contains_ignoring_case(server, mark),
            Place::Location => contains_ignoring_case(location, mark),
            Place::Title => contains_ignoring_case(title, mark),
        };
        if marks.iter().any(fits) {
            found.add(*speaker);
        }
    }
    // What JSON says of a proxy was not said by a proxy.
    let page = if matches!(body.form, Form::Html | Form::Text) {
        [cut::first(raw, PAGE_HEAD), cut::last(raw, PAGE_TAIL)]
    } else {
        Default::default()
    };
    for text in page.into_iter().chain([location]) {
        found = found.and(known_texts::speakers(text, true));
    }
    found.first()
}

/// How much of a page is searched: its head, and the foot where servers put their names.
const PAGE_HEAD: usize = 16 * 1024;
const PAGE_TAIL: usize = 2 * 1024;

/// Who alone says what a body begins with, in a page, in JSON or in plain text (jira-facts.md 4.2 to 4.4).
pub(super) fn speaker(raw: &str) -> Option<Speaker> {
    known_texts::speakers(cut::first(raw, 600), false).first()
}

#[rustfmt::skip]
static MARKS: &[(Speaker, Place, &[&str])] = &[
    (Speaker::CorporateProxy, Place::Header, &["x-squid-error", "proxy-authenticate", "x-bluecoat-via", "x-netskope-block"]),
    (Speaker::CorporateProxy, Place::ServerHeader, &["zscaler", "squid", "bluecoat", "blue coat", "netskope", "forcepoint",
        "cisco umbrella", "openresty/umbrella", "mcafee"]),
    (Speaker::CorporateProxy, Place::Location, &["zscloud", "goskope.com", ".sse.cisco.com", "fgtauth", "captiveportal",
        "captive-portal"]),
    (Speaker::CorporateProxy, Place::Title, &["web page blocked", "web filter", "web site blocked", "website blocked",
        "site blocked", "url blocked", "internet security", "content blocked", "the requested url could not be retrieved",
        "proxy authentication required"]),
    // Where somebody else signs people in. Atlassian's own login is no such page (jira-facts.md 4.5).
    (Speaker::SignOn, Place::Header, &["x-okta-request-id", "cf-access-domain", "cf-access-aud",
        "x-goog-iap-generated-response"]),
    (Speaker::SignOn, Place::Location, &[".okta-emea.com", ".oktapreview.com", "login.windows.net", "login.microsoft.com",
        "/adfs/", "/cdn-cgi/access/", "accounts.google.com", "siteminder", "pingone.", "/as/authorization.oauth2",
        "/idp/profile/", "/protocol/saml", "onelogin.com", "auth0.com", "duosecurity.com", "/cas/login", "/oauth2/start",
        "/oauth2/sign_in", "/saml"]),
    (Speaker::SignOn, Place::Title, &["sign in to your account", "okta", "cloudflare access", "google accounts",
        "pingfederate", "pingone", "shibboleth", "siteminder", "keycloak", "onelogin", "single sign-on",
        "log in with atlassian account"]),
    (Speaker::Other, Place::Header, &["x-github-request-id", "x-gitlab-meta"]),
    (Speaker::Other, Place::ServerHeader, &["github.com"]),
    // Atlassian's edge, before Jira (jira-facts.md 4.3 and 4.4).
    (Speaker::Edge, Place::Title, &["atlassian cloud notifications", "error: the request could not be satisfied"]),
    (Speaker::Edge, Place::ServerHeader, &["cloudfront", "atlassianedge", "atlassianproxy"]),
    (Speaker::Edge, Place::Header, &["atl-missing-tcs"]),
    (Speaker::DataCenter, Place::ServerHeader, &["apache-coyote"]),
    (Speaker::DataCenter, Place::Title, &["http status ", "unauthorized (401)", "forbidden (403)", "- jira", "- confluence",
        "dead link"]),
    // In front of a server. Their headers tell only of a page of theirs.
    (Speaker::ReverseProxy, Place::Title, &["| cloudflare", "plain http request was sent to https port"]),
];

/// Whether one of the programs that stand in front of servers names itself in `Server`.
pub(super) fn is_reverse_proxy(headers: &Headers) -> bool {
    let server = headers.get("server").unwrap_or_default();
    REVERSE_PROXIES
        .iter()
        .any(|name| contains_ignoring_case(server, name))
}

static REVERSE_PROXIES: &[&str] = &[
    "nginx",
    "apache",
    "openresty",
    "haproxy",
    "bigip",
    "big-ip",
    "microsoft-iis",
    "microsoft-httpapi",
    "awselb",
    "envoy",
    "varnish",
    "cloudflare",
    "traefik",
    "caddy",
    "lighttpd",
    "akamaighost",
    "microsoft-azure-application-gateway",
];
