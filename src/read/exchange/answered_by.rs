//! Who answered. Headers prove most, then pages, then the host that was asked (jira-facts.md 4.1, 4.3, 11).

use super::marks;
use super::{Body, Content, Form, Headers, Speaker};
use crate::net::hosts::{self, HostKind};
use crate::text::{contains_ignoring_case, cut};

impl Speaker {
    /// Tells who answered; `None` where nothing shows it. `raw` is the body's text.
    pub(crate) fn of(
        host: Option<&str>,
        status: Option<u16>,
        headers: &Headers,
        body: &Body,
        raw: &str,
    ) -> Option<Self> {
        let answer = Answer {
            home: host.map(Home::of),
            status,
            headers,
            body,
            raw,
        };
        answer.server()
    }
}

/// Whose host was asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    /// A Cloud site.
    Site,
    Gateway,
    /// Bitbucket, GitHub …
    Other,
    /// A host of one's own.
    Own,
}

impl Home {
    fn of(host: &str) -> Self {
        match hosts::kind(host) {
            HostKind::Cloud(_) => Self::Site,
            HostKind::Gateway => Self::Gateway,
            HostKind::Product(_) => Self::Other,
            // Atlassian's public Jira is a server.
            HostKind::Atlassian | HostKind::Unknown => Self::Own,
        }
    }
}

struct Answer<'a> {
    home: Option<Home>,
    status: Option<u16>,
    headers: &'a Headers,
    body: &'a Body,
    raw: &'a str,
}

impl Answer<'_> {
    fn server(&self) -> Option<Speaker> {
        if self.status == Some(407) {
            return Some(Speaker::CorporateProxy);
        }
        if self.has("atl-traceid") || self.has("atl-request-id") {
            return Some(self.atlassian());
        }
        let marked = marks::find(self.headers, self.body, self.raw);
        // Others answer in the place of Jira, whatever host was asked and whatever Jira's headers say of a redirect.
        if let Some(Speaker::CorporateProxy | Speaker::SignOn | Speaker::Other) = marked {
            return marked;
        }
        if self.has_server_headers() {
            return Some(Speaker::DataCenter);
        }
        match marks::speaker(self.raw) {
            // A server's Confluence refuses in the same words as Cloud's.
            Some(Speaker::JiraCloud) if self.home == Some(Home::Own) => {
                return Some(Speaker::DataCenter);
            }
            None => {}
            speaker => return speaker,
        }
        if self.has_jira_headers() {
            return self.jira_somewhere();
        }
        if self.is_refused_by_gateway() {
            return Some(Speaker::Gateway);
        }
        if self.product_speaks() {
            return self.jira_somewhere().or(marked);
        }
        self.by_mark(marked)
            .or_else(|| self.by_front())
            .or_else(|| self.by_host())
    }

    /// Atlassian's network gives each request an id. Jira adds its own, where it saw the request.
    fn atlassian(&self) -> Speaker {
        let jira = [
            "x-arequestid",
            "timing-allow-origin",
            "x-confluence-request-time",
        ];
        if jira.iter().any(|name| self.has(name)) || self.product_speaks() {
            return Speaker::JiraCloud;
        }
        if self.home == Some(Home::Gateway) || self.is_refused_by_gateway() {
            return Speaker::Gateway;
        }
        Speaker::Edge
    }

    /// What only a server of one's own sends. Cloud's request id is hexadecimal, a server's reads `554x48213x1`.
    fn has_server_headers(&self) -> bool {
        let id = self.headers.get("x-arequestid").unwrap_or_default();
        let names = [
            "x-asessionid",
            "x-ausername",
            "x-anodeid",
            "x-ratelimit-fillrate",
        ];
        id.contains('x')
            || names.iter().any(|name| self.has(name))
            || self.has("x-authentication-denied-reason") && self.home != Some(Home::Site)
    }

    fn has_jira_headers(&self) -> bool {
        let names = ["x-arequestid", "x-seraph-loginreason", "x-aaccountid"];
        let challenge = self.headers.get("www-authenticate").unwrap_or_default();
        names.iter().any(|name| self.has(name)) || contains_ignoring_case(challenge, "oauth realm=")
    }

    /// Jira's own words, but whose Jira? The host tells, or the realm that the answer names.
    fn jira_somewhere(&self) -> Option<Speaker> {
        let challenge = self.headers.get("www-authenticate").unwrap_or_default();
        match self.home {
            Some(Home::Site | Home::Gateway) => Some(Speaker::JiraCloud),
            Some(Home::Own) => Some(Speaker::DataCenter),
            Some(Home::Other) => Some(Speaker::Other),
            None if contains_ignoring_case(challenge, ".atlassian.net") => Some(Speaker::JiraCloud),
            None if contains_ignoring_case(challenge, "oauth realm=") || self.is_of_server() => {
                Some(Speaker::DataCenter)
            }
            None if self.has("x-aaccountid") || self.is_of_cloud() => Some(Speaker::JiraCloud),
            None => None,
        }
    }

    /// A program in front of a server passed it on: on Cloud there is none that shows itself.
    fn is_of_server(&self) -> bool {
        marks::is_reverse_proxy(self.headers)
            || contains_ignoring_case(
                self.headers.get("server").unwrap_or_default(),
                "apache-coyote",
            )
    }

    fn is_of_cloud(&self) -> bool {
        let server = self.headers.get("server").unwrap_or_default();
        // Plain text on Cloud alone: servers put the same words into JSON or a page (jira-facts.md 4.2).
        let plain = self.body.form == Form::Text;
        let words = cut::first(self.raw, 200);
        contains_ignoring_case(server, "atlassianedge")
            || contains_ignoring_case(server, "atlassianproxy")
            || plain && contains_ignoring_case(words, "client must be authenticated to access")
            || matches!(&self.body.content, Content::Account { kind: Some(_), .. })
            || matches!(self.body.content, Content::TenantInfo { .. })
    }

    /// `{"code":401,"message":"Unauthorized…"}`: the shape of the gateway's refusals (jira-facts.md 4.2 and 4.3).
    fn is_refused_by_gateway(&self) -> bool {
        let words = cut::first(self.raw, 400);
        let says = |word: &str| {
            self.body
                .messages
                .iter()
                .any(|text| contains_ignoring_case(text, word))
        };
        self.body.form == Form::Json
            && ["\"code", "'code'", " code:", "{code:"]
                .iter()
                .any(|key| contains_ignoring_case(words, key))
            && (says("unauthorized") || says("the app is not installed on this instance"))
            && self.home != Some(Home::Other)
    }

    /// Whether Jira or Confluence itself can be heard: an answer of theirs, or an error in their shape.
    fn product_speaks(&self) -> bool {
        let words = cut::first(self.raw, 400);
        let says = |word: &str| contains_ignoring_case(words, word);
        match self.body.form {
            Form::Text => {
                says("client must be authenticated")
                    || says("xsrf check failed")
                    || says("with passwords is deprecated")
            }
            Form::Json if self.body.content != Content::Unknown => {
                !matches!(self.body.content, Content::TenantInfo { .. })
            }
            Form::Json => {
                !says("ip address has been rejected")
                    && (says("errormessages")
                        || says("status-code")
                        || says("confluence")
                        || says("no endpoint "))
            }
            Form::Xml => says("<status-code>"),
            Form::Unknown | Form::Empty | Form::Html => false,
        }
    }

    /// What a mark means at the host that was asked.
    fn by_mark(&self, marked: Option<Speaker>) -> Option<Speaker> {
        let cloud = matches!(self.home, Some(Home::Site | Home::Gateway));
        match marked? {
            // Cloud serves the pages of Jira and of Confluence's Tomcat as well.
            Speaker::DataCenter if cloud => Some(Speaker::JiraCloud),
            // A dead link reads the same on both; it is Cloud that people hit it on (jira-facts.md 4.4).
            Speaker::DataCenter if self.home.is_none() && self.is_dead_link() => {
                Some(Speaker::JiraCloud)
            }
            // nginx answers for odd verbs on Cloud (jira-facts.md 4.4).
            Speaker::ReverseProxy if cloud => Some(Speaker::Edge),
            server => Some(server),
        }
    }

    fn is_dead_link(&self) -> bool {
        let title = self.body.title.as_deref();
        title.is_some_and(|title| contains_ignoring_case(title, "dead link"))
    }

    /// A program in front of a server, where the answer is not the server's: its own page, or nothing.
    fn by_front(&self) -> Option<Speaker> {
        let failed = self.status.is_none_or(|status| status >= 400);
        let own = !matches!(self.body.form, Form::Json | Form::Xml);
        (failed && own && marks::is_reverse_proxy(self.headers)).then_some(Speaker::ReverseProxy)
    }

    /// A host that belongs to one program alone.
    fn by_host(&self) -> Option<Speaker> {
        match self.home? {
            Home::Gateway => self.status.map(|_| Speaker::Gateway),
            Home::Other => self.status.map(|_| Speaker::Other),
            Home::Site | Home::Own => None,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.headers.get(name).is_some()
    }
}
