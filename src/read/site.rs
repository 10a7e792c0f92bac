//! A site's address: what kind of host it names, its normal form, and every form that a product may ask for.

mod address;
mod agreement;
mod clean;
pub(crate) mod confusable;
mod host;
mod keys;
mod notes;
mod other;
mod pages;
mod reader;
mod scheme;
mod steps;
mod unwrap;
mod usable;

use serde::Serialize;
use url::Url;

use self::steps::Steps;
use super::change::ChangeKind;
use crate::evidence::Product;
use crate::input::Note;
use crate::net::UrlParts;
use crate::net::hosts::{self, HostKind};
use crate::prose::{Prose, prose};
use crate::text::{self, OddKind};
use crate::veiled::{shows_as_it_is, veiled};

/// Tells the host that the platform's own parser sees in an address, or `None` where it sees none.
pub type HostReader = fn(&str) -> Option<String>;

/// What was read from a typed address.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// What the host is.
    pub kind: SiteKind,
    /// The normal form, without a slash at the end. `None` where none can be given safely.
    pub url: Option<String>,
    /// The host in lower case, without port.
    pub host: Option<String>,
    /// Every step from the typed text to `url`, in the order of the text.
    pub changes: Vec<Note<ChangeKind>>,
    /// A project key that the address carried.
    pub project: Option<String>,
    /// An issue key that the address carried.
    pub issue: Option<String>,
    /// The Cloud id that the address carried.
    pub cloud_id: Option<String>,
    /// The product that the address names: `/wiki` or `/ex/confluence` say Confluence.
    pub product: Option<Product>,
    /// The address that was probably meant, where `kind` is none of a usable site.
    pub suggestion: Option<String>,
    /// What the host is and where to find the site, for hosts that are known and are no site; or why nothing can be read.
    pub about: Option<Prose>,
    /// A Cloud sandbox, with its own data and permissions.
    pub sandbox: bool,
    /// Whether the host is one that only its own network knows.
    pub internal: bool,
    /// All forms to copy. `None` without `url`.
    pub forms: Option<Forms>,
}

veiled!(Site {
    kind,
    url,
    host,
    changes,
    project,
    issue,
    cloud_id,
    product,
    suggestion,
    about,
    sandbox,
    internal,
    forms
});

/// What the host of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteKind {
    /// Nothing was typed.
    Empty,
    /// An Atlassian Cloud site: `*.atlassian.net`, `*.jira.com`, Government Cloud.
    Cloud,
    /// `api.atlassian.com/ex/{jira,confluence}/{cloudId}`.
    Gateway,
    /// A host of one's own: Data Center, or a custom domain of a Cloud site; the address alone cannot tell.
    SelfHosted,
    /// A host of Atlassian that is no site (`id.atlassian.com`, the bare gateway).
    AtlassianHost,
    /// Another product's host (`bitbucket.org`, `github.com`).
    OtherProduct,
    /// A misspelt Atlassian suffix that nobody can serve a trap from by intent alone: `attlassian.net`, `acme.atlassian.com`.
    Misspelt,
    /// Made, or fit, to be taken for an Atlassian site: `acme.atlassian.net.evil.example`, Cyrillic letters, `acme-atlassian.net`.
    LookAlike,
    /// A placeholder or an unexpanded variable: `https://your-domain.atlassian.net`, `$JIRA_URL`.
    Placeholder,
    /// Something else: an e-mail address, a token.
    NotAnAddress,
    /// No address can be read from it.
    Invalid,
}

shows_as_it_is!(SiteKind);

/// The site in every form that a product may ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forms {
    /// `acme`; Cloud sites alone.
    pub subdomain: Option<String>,
    /// `acme.atlassian.net`, with the port where there is one.
    pub host: String,
    /// `https://acme.atlassian.net`, with the context path of a server.
    pub url: String,
    /// `https://acme.atlassian.net/rest/api/2`
    pub rest_v2: String,
    /// `https://acme.atlassian.net/rest/api/3`; Cloud alone.
    pub rest_v3: Option<String>,
    /// `https://acme.atlassian.net/wiki`, on the gateway `…/ex/confluence/{cloudId}`; Cloud alone.
    pub confluence: Option<String>,
    /// `https://api.atlassian.com/ex/jira/{cloudId}` where the Cloud id is known.
    pub gateway: Option<String>,
    /// `https://acme.atlassian.net/_edge/tenant_info`, the page that tells the Cloud id; Cloud sites alone.
    pub tenant_info: Option<String>,
}

veiled!(Forms {
    subdomain,
    host,
    url,
    rest_v2,
    rest_v3,
    confluence,
    gateway,
    tenant_info
});

/// Reads a typed address. `platform_host` is the platform's own parser, which must agree before a host counts as Cloud.
pub fn read(typed: &str, platform_host: HostReader) -> Site {
    let site = read_once(typed, platform_host);
    let mut site = agreement::checked(site, typed, platform_host);
    if site.kind == SiteKind::Invalid && site.suggestion.is_none() {
        site.suggestion = only_address_in(typed, platform_host);
    }
    site.internal = site.host.as_deref().is_some_and(hosts::is_private);
    site
}

/// The host that the `url` crate sees: the platform's parser for a program without a browser.
pub fn url_crate_host(text: &str) -> Option<String> {
    // A host has no case; `idna_adapter` expects that it was put into small letters.
    let lower = text.to_ascii_lowercase();
    Url::parse(&lower).ok()?.host_str().map(str::to_owned)
}

/// What the platform sees where the host is written in letters of `a` to `z`, as it is: the hosts that Jira is at.
fn own_host(text: &str, platform_host: HostReader) -> Option<String> {
    let typed = UrlParts::of_reference(text).host;
    let is_encoded = |host: &str| host.to_ascii_lowercase().contains("xn--");
    // Other letters, percent-encoded, become such a name too.
    let is_as_typed = |host: &str| is_encoded(typed) || !is_encoded(host);
    let takes = |host: &String| typed.is_ascii() && !host.is_empty() && is_as_typed(host);
    platform_host(text).filter(takes)
}

fn read_once(typed: &str, platform_host: HostReader) -> Site {
    let mut steps = Steps::new();
    let mut site = reader::read(typed, platform_host, &mut steps);
    site.changes = steps.into_notes(typed);
    site
}

/// The one Atlassian address among other words.
fn only_address_in(typed: &str, platform_host: HostReader) -> Option<String> {
    let text = typed
        .get(text::trim(typed))
        .filter(|text| text.len() <= reader::LONGEST)?;
    // What stands behind a NUL is hidden from some programs and seen by others.
    if text::odd(text).any(|odd| odd.kind == OddKind::Control) {
        return None;
    }
    let ends_word = |c| text::describe(c).is_some() || "<>()=|".contains(c);
    let mut addresses = text.split(ends_word).filter(|word| {
        word.len() < text.len() && (word.contains(".atlassian.") || word.contains("://"))
    });
    let (first, second_one) = (addresses.next()?, addresses.next());
    if second_one.is_some() {
        return None;
    }
    let site = read_once(first, platform_host);
    // A server's host may be one of the two halves that a blank parts.
    match site.kind {
        SiteKind::SelfHosted => None,
        _ => site.url.or(site.suggestion),
    }
}

impl Site {
    /// The host of the gateway that serves this Cloud site, where it is known.
    pub(crate) fn gateway_host(&self) -> Option<&'static str> {
        let host = self.host.as_deref()?;
        match hosts::kind(host) {
            HostKind::Cloud(suffix) => suffix.gateway,
            _ => None,
        }
    }

    /// Nothing but a kind.
    fn of(kind: SiteKind) -> Self {
        Self {
            kind,
            url: None,
            host: None,
            changes: Vec::new(),
            project: None,
            issue: None,
            cloud_id: None,
            product: None,
            suggestion: None,
            about: None,
            sandbox: false,
            internal: false,
            forms: None,
        }
    }

    /// A kind, and a word about it.
    fn about(kind: SiteKind, about: Prose) -> Self {
        Self {
            about: Some(about),
            ..Self::of(kind)
        }
    }

    /// A placeholder where the site belongs.
    fn placeholder() -> Self {
        let about = prose!(
            "There is a placeholder or a variable where the site's name belongs. Put your own site there."
        );
        Self::about(SiteKind::Placeholder, about)
    }

    fn suggesting(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }
}
