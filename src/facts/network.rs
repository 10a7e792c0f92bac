//! What stands between the caller and Jira, as far as the evidence tells: where the call went, where it was sent on to, and
//! whether anything but Jira answered.

use super::Facts;
use crate::READS_ANSWERS;
use crate::evidence::Client;
use crate::net::{UrlParts, hosts};
use crate::read::exchange::{Exchange, Form, Speaker};
use crate::read::known_texts::{Class, Hit, Signature};
use crate::read::site::SiteKind;

/// Where an answer sent the caller on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// A page where people sign in.
    Login,
    /// Another Cloud site.
    OtherSite,
    /// The same host, with a path put in front.
    ContextPath,
    /// The same host, a page for people.
    Page,
    /// The same host, over https.
    Secure,
    /// A host that only its own network knows.
    Internal,
    /// Another host.
    Elsewhere,
}

impl Facts<'_> {
    /// The address that an exchange called: its own, else the typed one.
    pub(crate) fn called<'a>(&'a self, exchange: &'a Exchange) -> Option<UrlParts<'a>> {
        let sent = exchange.sent.url.as_deref().map(UrlParts::of_reference);
        let sent = sent.filter(|sent| !sent.host.is_empty());
        sent.or_else(|| self.typed())
    }

    /// The typed address in its normal form.
    pub(crate) fn typed(&self) -> Option<UrlParts<'_>> {
        self.site
            .as_ref()?
            .url
            .as_deref()
            .map(UrlParts::of_reference)
    }

    /// Where a connection was refused, where the program printed that: a private address, at another port than the typed
    /// one's.
    pub(crate) fn refused_inside(&self) -> Option<&Hit> {
        let hit = self.hit(Signature::ConnectionRefused)?;
        let typed = self
            .typed()
            .filter(|typed| !hosts::is_private(typed.host))?;
        let usual = if typed.scheme == "http" { "80" } else { "443" };
        let text = self.evidence.text(hit.field)?;
        let (_, behind) = text.split_once("ECONNREFUSED ")?;
        let (host, port) = behind.split_whitespace().next()?.split_once(':')?;
        let elsewhere =
            hosts::is_private(host) && port != typed.port.strip_prefix(':').unwrap_or(usual);
        elsewhere.then_some(hit)
    }

    /// The path below which the typed address says that Jira runs; empty at the root.
    pub(crate) fn context_path(&self) -> &str {
        self.typed()
            .map_or("", |typed| typed.path.trim_end_matches('/'))
    }

    /// Every address that was called, as printed.
    pub(crate) fn calls(&self) -> impl Iterator<Item = (&Exchange, UrlParts<'_>)> {
        self.exchanges
            .iter()
            .filter(|_| READS_ANSWERS)
            .filter_map(|x| Some((x, UrlParts::of_reference(x.sent.url.as_deref()?))))
    }

    /// The answer to explain, where somebody else than Jira refused.
    #[cfg(feature = "answers")]
    pub(crate) fn refused_elsewhere(&self) -> Option<&Exchange> {
        self.exchange()
            .filter(|x| matches!(x.status, Some(400..)) && self.went_elsewhere(x))
    }

    /// The app whose own API gave the answer to explain.
    pub(crate) fn called_app(&self) -> Option<&'static str> {
        if !READS_ANSWERS {
            return None;
        }
        hosts::app(self.called(self.exchange()?)?.host)
    }

    /// Whether a call went to somebody else than Jira: to a host that is neither the typed one nor Atlassian's, for a path
    /// that Jira does not have. Where no site was typed, the host itself must show it.
    pub(crate) fn went_elsewhere(&self, exchange: &Exchange) -> bool {
        let Some(called) = exchange.sent.url.as_deref().map(UrlParts::of_reference) else {
            return false;
        };
        let typed = self.typed();
        let is_jira = called.host.is_empty()
            || typed.is_some_and(|typed| called.host.eq_ignore_ascii_case(typed.host))
            || hosts::is_atlassian(called.host) && !hosts::is_reference(called.host)
            || has_jira_path(called.path);
        let is_told = hosts::is_foreign(called.host)
            || hosts::is_reference(called.host)
            || called.path.len() > 1 && (typed.is_some() || hosts::is_private(called.host));
        !is_jira && is_told && !hosts::is_sign_on(called.host)
    }

    /// The first answer that sends the caller on in this way, and where to.
    pub(crate) fn redirect(&self, wanted: Redirect) -> Option<(&Exchange, UrlParts<'_>)> {
        if !READS_ANSWERS {
            return None;
        }
        self.exchanges.iter().find_map(|x| {
            let target = target(x)?;
            (self.way(x, target) == Some(wanted)).then_some((x, target))
        })
    }

    /// The last answer of a Cloud site where another one was typed, and that one sent on at most.
    #[cfg(feature = "answers")]
    pub(crate) fn answered_by_another_site(&self) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        let typed = self.typed().filter(|typed| hosts::is_cloud(typed.host))?;
        let answered = |(x, _): &(&Exchange, UrlParts)| x.status.is_some();
        let (exchange, called) = self.calls().filter(answered).last()?;
        let is_typed = |(x, called): (&Exchange, UrlParts)| {
            called.host.eq_ignore_ascii_case(typed.host) && !matches!(x.status, Some(300..=399))
        };
        let is_other =
            hosts::is_cloud(called.host) && !called.host.eq_ignore_ascii_case(typed.host);
        (is_other && !self.calls().any(is_typed)).then_some(exchange)
    }

    fn way(&self, exchange: &Exchange, target: UrlParts<'_>) -> Option<Redirect> {
        if is_login(target) {
            return Some(Redirect::Login);
        }
        let called = self.called(exchange);
        let from = called.map_or("", |called| called.host);
        if target.host.is_empty() || target.host.eq_ignore_ascii_case(from) {
            let is_prefixed = !target.path.starts_with("/rest/") && target.path.contains("rest/");
            let scheme = called.map_or("", |called| called.scheme);
            return match (scheme, target.scheme) {
                _ if is_prefixed => Some(Redirect::ContextPath),
                ("http", "https") => Some(Redirect::Secure),
                _ if PAGES.iter().any(|page| target.path.starts_with(page)) => Some(Redirect::Page),
                _ => None,
            };
        }
        Some(
            match (hosts::is_cloud(from), hosts::is_cloud(target.host)) {
                (true, true) => Redirect::OtherSite,
                _ if hosts::is_private(target.host) && !hosts::is_private(from) => {
                    Redirect::Internal
                }
                _ => Redirect::Elsewhere,
            },
        )
    }

    /// Whether the call to explain wants to change something.
    pub(crate) fn writes(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        let method = self.exchange().and_then(|x| x.sent.method.as_deref());
        matches!(method, Some("POST" | "PUT" | "DELETE" | "PATCH"))
    }

    /// The question that a browser asks before a page's call, where it was refused (Fetch Standard, CORS-preflight fetch).
    pub(crate) fn preflight_refused(&self) -> Option<&Exchange> {
        self.exchange().filter(|x| {
            READS_ANSWERS
                && x.sent.method.as_deref() == Some("OPTIONS")
                && matches!(x.status, Some(400..))
        })
    }

    /// The path of the call to explain, with its query.
    pub(crate) fn asked_path(&self) -> &str {
        if !READS_ANSWERS {
            return "";
        }
        let Some(exchange) = self.exchange() else {
            return "";
        };
        let url = exchange
            .sent
            .url
            .as_deref()
            .map_or("", |url| UrlParts::of_reference(url).target());
        exchange.sent.path.as_deref().unwrap_or(url)
    }

    /// A call whose path says something twice, mostly the API's path: once from the typed address, once from the program.
    pub(crate) fn doubled_path(&self) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        let is_doubled =
            |path: &str| path.matches("/rest/").nth(1).is_some() || repeats_a_segment(path);
        let (exchange, _) = self.calls().find(|(_, called)| is_doubled(called.path))?;
        Some(exchange)
    }

    /// Whether more than the bare name of a Cloud site was typed.
    pub(crate) fn forms_differ(&self) -> bool {
        let name = self
            .site
            .as_ref()
            .and_then(|site| site.forms.as_ref()?.subdomain.as_deref());
        let typed = self.evidence.site.as_deref().map(str::trim);
        name.is_some() && name != typed
    }

    /// Whether anybody answered with a status.
    pub(crate) fn has_status(&self) -> bool {
        self.exchanges.iter().any(|x| x.status.is_some())
    }

    /// Whether the answer to explain is a web page.
    pub(crate) fn is_page(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        self.exchange().is_some_and(is_page)
    }

    /// The page with which a web server refuses what it cannot read, before any program behind it (jira-facts.md 11 #42). A
    /// header that can be seen tells by itself.
    pub(crate) fn unreadable_request(&self) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        let exchange = self.exchange().filter(|x| x.status == Some(400))?;
        let front = matches!(
            exchange.answered_by,
            Some(Speaker::ReverseProxy | Speaker::DataCenter)
        );
        let unseen =
            self.authorization.is_none() && self.hit_of(&[Class::Gate, Class::Tls]).is_none();
        (front && unseen && is_page(exchange)).then_some(exchange)
    }

    /// Whether a proxy of a company's, and not Jira, wrote an answer or a page.
    #[cfg(feature = "answers")]
    pub(crate) fn is_proxy_page(&self) -> bool {
        self.hit(Signature::CorporateBlockPage).is_some()
            || self.answered(Speaker::CorporateProxy).is_some()
    }

    /// The exchange that this kind of server answered.
    pub(crate) fn answered(&self, by: Speaker) -> Option<&Exchange> {
        self.exchanges.iter().find(|x| x.answered_by == Some(by))
    }

    /// Whether the call was made by a script in a web page.
    pub(crate) fn is_in_browser(&self) -> bool {
        self.evidence.answers.client == Some(Client::Browser)
    }

    /// An address of Atlassian Cloud, a site's or the gateway's.
    pub(crate) fn is_at_atlassian(&self) -> bool {
        matches!(self.site_kind(), Some(SiteKind::Cloud | SiteKind::Gateway))
    }

    /// Whether Jira may run on a server of one's own: nobody said Cloud, and no address shows it.
    pub(crate) fn may_be_server(&self) -> bool {
        !self.is_cloud() && !self.calls().any(|(_, called)| hosts::is_cloud(called.host))
    }
}

/// Whether a word stands in a path twice in a row: `/projects/projects/`. Keys and numbers may.
fn repeats_a_segment(path: &str) -> bool {
    let mut before = "";
    path.split('/').any(|segment| {
        let is_word = segment.len() > 3 && segment.bytes().all(|b| b.is_ascii_lowercase());
        std::mem::replace(&mut before, segment) == segment && is_word
    })
}

/// Whether a path is one of Jira's or Confluence's, at the root or below a context path.
fn has_jira_path(path: &str) -> bool {
    const FIRST: [&str; 12] = [
        "rest",
        "wiki",
        "ex",
        "browse",
        "secure",
        "plugins",
        "rpc",
        "jira",
        "confluence",
        "login.jsp",
        "display",
        "s",
    ];
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    segments.take(2).any(|segment| FIRST.contains(&segment))
}

/// Whether an answer is a web page, by its form or by what its headers say.
pub(crate) fn is_page(exchange: &Exchange) -> bool {
    exchange.body.form == Form::Html
        || exchange.body.form == Form::Unknown
            && exchange
                .headers
                .get("content-type")
                .is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("text/html"))
}

/// Where an answer sends the caller on to.
fn target(exchange: &Exchange) -> Option<UrlParts<'_>> {
    let status = exchange.status.unwrap_or(302);
    let location = exchange.headers.get("location")?.trim();
    matches!(status, 301 | 302 | 303 | 307 | 308).then(|| UrlParts::of_reference(location))
}

/// Where Jira's and Confluence's pages for people begin.
const PAGES: [&str; 6] = [
    "/jira/",
    "/secure/",
    "/browse/",
    "/projects/",
    "/wiki/home",
    "/wiki/spaces",
];

/// jira-facts.md 4.5: the pages of Atlassian and of identity providers where people sign in.
fn is_login(target: UrlParts<'_>) -> bool {
    const PATHS: [&str; 9] = [
        "login",
        "logon",
        "signin",
        "sign-in",
        "sso",
        "saml",
        "adfs",
        "oauth2/authorize",
        "cdn-cgi/access",
    ];
    let path = target.path.to_ascii_lowercase();
    hosts::is_sign_on(target.host) || PATHS.iter().any(|known| path.contains(known))
}
