//! A site's address: what kind of host it names, its normal form, and every form that a product may ask for.

use serde::Serialize;

use super::change::Change;
use crate::evidence::Product;

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
    pub changes: Vec<Change>,
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
    pub about: Option<String>,
    /// A Cloud sandbox, with its own data and permissions.
    pub sandbox: bool,
    /// All forms to copy. `None` without `url`.
    pub forms: Option<Forms>,
}

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

/// Reads a typed address. `second` is the platform's own parser, which must agree before a host counts as Cloud.
pub fn read(typed: &str, second: HostReader) -> Site {
    let _ = (typed, second);
    todo!()
}

/// The second opinion of a native caller: the `url` crate's. In the browser it is `new URL(…).hostname`.
pub fn url_crate_host(text: &str) -> Option<String> {
    url::Url::parse(text).ok()?.host_str().map(str::to_owned)
}
