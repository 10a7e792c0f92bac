//! What servers, proxies and sign-on pages are known by. A new one is one line here.

use super::{Body, Form, Headers, Server};

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
    /// The text of a page or a plain text, at its start or its end.
    Text,
}

/// Who shows one of the known marks; the first line of the table that fits.
pub(super) fn find(headers: &Headers, body: &Body, raw: &str) -> Option<Server> {
    let location = headers.get("location").unwrap_or_default();
    let server = headers.get("server").unwrap_or_default();
    let title = body.title.as_deref().unwrap_or_default();
    // What JSON says of a proxy was not said by a proxy.
    let is_page = matches!(body.form, Form::Html | Form::Text);
    let (start, end) = if is_page {
        (head(raw, PAGE_HEAD), tail(raw, PAGE_TAIL))
    } else {
        ("", "")
    };
    let fits = |place: Place, mark: &str| match place {
        Place::Header => headers.get(mark).is_some(),
        Place::ServerHeader => contains(server, mark),
        Place::Location => contains(location, mark),
        Place::Title => contains(title, mark),
        Place::Text => contains(start, mark) || contains(end, mark),
    };
    let (_, _, server) = MARKS.iter().find(|(place, mark, _)| fits(*place, mark))?;
    Some(*server)
}

/// How much of a page is searched: its head, and the foot where servers put their names.
const PAGE_HEAD: usize = 16 * 1024;
const PAGE_TAIL: usize = 2 * 1024;

static MARKS: &[(Place, &str, Server)] = &[
    // Between the caller and the world.
    (Place::Header, "x-squid-error", Server::CorporateProxy),
    (Place::Header, "proxy-authenticate", Server::CorporateProxy),
    (Place::Header, "x-bluecoat-via", Server::CorporateProxy),
    (Place::Header, "x-netskope-block", Server::CorporateProxy),
    (Place::ServerHeader, "zscaler", Server::CorporateProxy),
    (Place::ServerHeader, "squid", Server::CorporateProxy),
    (Place::ServerHeader, "bluecoat", Server::CorporateProxy),
    (Place::ServerHeader, "blue coat", Server::CorporateProxy),
    (Place::ServerHeader, "netskope", Server::CorporateProxy),
    (Place::ServerHeader, "forcepoint", Server::CorporateProxy),
    (
        Place::ServerHeader,
        "cisco umbrella",
        Server::CorporateProxy,
    ),
    (
        Place::ServerHeader,
        "openresty/umbrella",
        Server::CorporateProxy,
    ),
    (Place::ServerHeader, "mcafee", Server::CorporateProxy),
    (Place::Location, "zscaler", Server::CorporateProxy),
    (Place::Location, "zscloud", Server::CorporateProxy),
    (Place::Location, "goskope.com", Server::CorporateProxy),
    (Place::Location, "netskope", Server::CorporateProxy),
    (Place::Location, "block.opendns.com", Server::CorporateProxy),
    (Place::Location, ".sse.cisco.com", Server::CorporateProxy),
    (Place::Location, "fgtauth", Server::CorporateProxy),
    (Place::Location, "captiveportal", Server::CorporateProxy),
    (Place::Location, "captive-portal", Server::CorporateProxy),
    (Place::Title, "web page blocked", Server::CorporateProxy),
    (Place::Title, "web filter", Server::CorporateProxy),
    (Place::Title, "web site blocked", Server::CorporateProxy),
    (Place::Title, "website blocked", Server::CorporateProxy),
    (Place::Title, "site blocked", Server::CorporateProxy),
    (Place::Title, "url blocked", Server::CorporateProxy),
    (Place::Title, "internet security", Server::CorporateProxy),
    (Place::Title, "content blocked", Server::CorporateProxy),
    (
        Place::Title,
        "the requested url could not be retrieved",
        Server::CorporateProxy,
    ),
    (
        Place::Title,
        "proxy authentication required",
        Server::CorporateProxy,
    ),
    (Place::Text, "zscaler", Server::CorporateProxy),
    (Place::Text, "netskope", Server::CorporateProxy),
    (Place::Text, "blue coat", Server::CorporateProxy),
    (Place::Text, "bluecoat", Server::CorporateProxy),
    (Place::Text, "proxysg", Server::CorporateProxy),
    (Place::Text, "symantec web", Server::CorporateProxy),
    (Place::Text, "fortigate", Server::CorporateProxy),
    (Place::Text, "fortiguard", Server::CorporateProxy),
    (Place::Text, "fortinet", Server::CorporateProxy),
    (Place::Text, "forcepoint", Server::CorporateProxy),
    (Place::Text, "websense", Server::CorporateProxy),
    (Place::Text, "palo alto networks", Server::CorporateProxy),
    (Place::Text, "cisco umbrella", Server::CorporateProxy),
    (Place::Text, "opendns", Server::CorporateProxy),
    (Place::Text, "mcafee web gateway", Server::CorporateProxy),
    (Place::Text, "skyhigh security", Server::CorporateProxy),
    (Place::Text, "sophos", Server::CorporateProxy),
    (Place::Text, "check point usercheck", Server::CorporateProxy),
    (Place::Text, "barracuda", Server::CorporateProxy),
    (Place::Text, "sonicwall", Server::CorporateProxy),
    (Place::Text, "watchguard", Server::CorporateProxy),
    (Place::Text, "(squid/", Server::CorporateProxy),
    // Where somebody else signs people in. Atlassian's own login is no such page (facts.md 4.5).
    (Place::Header, "x-okta-request-id", Server::SignOn),
    (Place::Header, "cf-access-domain", Server::SignOn),
    (Place::Header, "cf-access-aud", Server::SignOn),
    (
        Place::Header,
        "x-goog-iap-generated-response",
        Server::SignOn,
    ),
    (Place::Location, ".okta.com", Server::SignOn),
    (Place::Location, ".okta-emea.com", Server::SignOn),
    (Place::Location, ".oktapreview.com", Server::SignOn),
    (Place::Location, "login.microsoftonline.", Server::SignOn),
    (Place::Location, "login.windows.net", Server::SignOn),
    (Place::Location, "login.microsoft.com", Server::SignOn),
    (Place::Location, "/adfs/", Server::SignOn),
    (Place::Location, "cloudflareaccess.com", Server::SignOn),
    (Place::Location, "/cdn-cgi/access/", Server::SignOn),
    (Place::Location, "accounts.google.com", Server::SignOn),
    (Place::Location, "/my.policy", Server::SignOn),
    (Place::Location, "siteminder", Server::SignOn),
    (Place::Location, "smauthreason=", Server::SignOn),
    (Place::Location, "pingone.", Server::SignOn),
    (Place::Location, "/idp/startsso.ping", Server::SignOn),
    (Place::Location, "/as/authorization.oauth2", Server::SignOn),
    (Place::Location, "shibboleth", Server::SignOn),
    (Place::Location, "/idp/profile/", Server::SignOn),
    (Place::Location, "/protocol/openid-connect/", Server::SignOn),
    (Place::Location, "/protocol/saml", Server::SignOn),
    (Place::Location, "onelogin.com", Server::SignOn),
    (Place::Location, "auth0.com", Server::SignOn),
    (Place::Location, "duosecurity.com", Server::SignOn),
    (Place::Location, "/cas/login", Server::SignOn),
    (Place::Location, "/oauth2/start", Server::SignOn),
    (Place::Location, "/oauth2/sign_in", Server::SignOn),
    (Place::Location, "samlrequest=", Server::SignOn),
    (Place::Location, "/saml", Server::SignOn),
    (Place::Title, "sign in to your account", Server::SignOn),
    (Place::Title, "okta", Server::SignOn),
    (Place::Title, "cloudflare access", Server::SignOn),
    (Place::Title, "google accounts", Server::SignOn),
    (Place::Title, "pingfederate", Server::SignOn),
    (Place::Title, "pingone", Server::SignOn),
    (Place::Title, "shibboleth", Server::SignOn),
    (Place::Title, "siteminder", Server::SignOn),
    (Place::Title, "keycloak", Server::SignOn),
    (Place::Title, "onelogin", Server::SignOn),
    (Place::Title, "single sign-on", Server::SignOn),
    (
        Place::Title,
        "log in with atlassian account",
        Server::SignOn,
    ),
    (Place::Text, "samlrequest", Server::SignOn),
    (Place::Text, "login.microsoftonline.", Server::SignOn),
    (Place::Text, ".okta.com", Server::SignOn),
    (Place::Text, "/adfs/ls", Server::SignOn),
    (Place::Text, "cloudflareaccess.com", Server::SignOn),
    (Place::Text, "/my.policy", Server::SignOn),
    (Place::Text, "/protocol/openid-connect/", Server::SignOn),
    (Place::Text, "/login-actions/authenticate", Server::SignOn),
    (Place::Text, "siteminderagent", Server::SignOn),
    (Place::Text, "smauthreason", Server::SignOn),
    (Place::Text, "idp/startsso.ping", Server::SignOn),
    (Place::Text, "shibboleth", Server::SignOn),
    // Other products.
    (Place::Header, "x-github-request-id", Server::Other),
    (Place::Header, "x-gitlab-meta", Server::Other),
    (Place::ServerHeader, "github.com", Server::Other),
    // Atlassian's edge, before Jira (facts.md 4.3 and 4.4).
    (Place::Title, "atlassian cloud notifications", Server::Edge),
    (
        Place::Title,
        "error: the request could not be satisfied",
        Server::Edge,
    ),
    (Place::Text, "generated by cloudfront", Server::Edge),
    (Place::ServerHeader, "cloudfront", Server::Edge),
    (Place::ServerHeader, "atlassianedge", Server::Edge),
    (Place::ServerHeader, "atlassianproxy", Server::Edge),
    (Place::Header, "atl-missing-tcs", Server::Edge),
    // A server of one's own.
    (Place::ServerHeader, "apache-coyote", Server::DataCenter),
    (Place::Title, "http status ", Server::DataCenter),
    (Place::Text, "apache tomcat/", Server::DataCenter),
    (Place::Text, "id=\"jira\"", Server::DataCenter),
    (Place::Text, "content=\"jira\"", Server::DataCenter),
    (Place::Text, "/secure/myjirahome.jspa", Server::DataCenter),
    (
        Place::Text,
        "basic authentication failure - reason",
        Server::DataCenter,
    ),
    (Place::Title, "unauthorized (401)", Server::DataCenter),
    (Place::Title, "forbidden (403)", Server::DataCenter),
    (Place::Title, "- jira", Server::DataCenter),
    (Place::Title, "- confluence", Server::DataCenter),
    (Place::Title, "dead link", Server::DataCenter),
    // In front of a server. Their pages name them; their headers tell only of a page of theirs.
    (Place::Text, "<center>nginx", Server::ReverseProxy),
    (Place::Text, "<center>openresty", Server::ReverseProxy),
    (Place::Text, "<center>cloudflare", Server::ReverseProxy),
    (Place::Text, "<address>apache", Server::ReverseProxy),
    (
        Place::Text,
        "no server is available to handle this request",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "your browser sent an invalid request",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "the requested url was rejected. please consult",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "internet information services",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "access is denied due to invalid credentials",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "upstream connect error or disconnect",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "microsoft-azure-application-gateway",
        Server::ReverseProxy,
    ),
    (
        Place::Text,
        "our services aren't available right now",
        Server::ReverseProxy,
    ),
    (Place::Text, "incapsula", Server::ReverseProxy),
    (Place::Title, "| cloudflare", Server::ReverseProxy),
    (
        Place::Title,
        "plain http request was sent to https port",
        Server::ReverseProxy,
    ),
];

/// Who alone says such words, in a page, in JSON or in plain text (facts.md 4.2 to 4.4).
pub(super) fn speaker(raw: &str) -> Option<Server> {
    let words = head(raw, 600);
    let (_, server) = WORDS.iter().find(|(known, _)| contains(words, known))?;
    Some(*server)
}

#[rustfmt::skip]
static WORDS: &[(&str, Server)] = &[
    ("failed to parse connect session auth token", Server::Edge),
    ("ip address has been rejected because it is not on the allowed", Server::Edge),
    ("site temporarily unavailable", Server::Edge),
    ("tenant is restricted: suspended", Server::Edge),
    ("unauthorized; scope does not match", Server::Gateway),
    ("with passwords is deprecated", Server::Jira),
    ("#change-2046", Server::Jira),
    ("not permitted to use confluence", Server::Jira),
    ("caller cannot access confluence", Server::Jira),
    ("basic authentication has been disabled on this instance", Server::DataCenter),
];

/// Whether one of the programs that stand in front of servers names itself in `Server`.
pub(super) fn is_reverse_proxy(headers: &Headers) -> bool {
    let server = headers.get("server").unwrap_or_default();
    REVERSE_PROXIES.iter().any(|name| contains(server, name))
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

/// Whether a text holds another one, whatever its case. `part` is in lower case.
pub(super) fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first() else {
        return true;
    };
    text.windows(part.len()).any(|window| {
        window
            .first()
            .is_some_and(|b| b.eq_ignore_ascii_case(first))
            && window.eq_ignore_ascii_case(part)
    })
}

/// The first bytes of a text, up to a whole character.
pub(super) fn head(text: &str, most: usize) -> &str {
    super::messages::cut(text, most)
}

/// The last bytes of a text, from a whole character on.
fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or(text)
}
