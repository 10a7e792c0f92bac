//! What a step asks: the address, and what goes with it.

use crate::evidence::{Deployment, SentScheme};
use crate::facts::Facts;
use crate::permission::{self, BROWSE, Scope};
use crate::prose::{Prose, prose};
use crate::read::header::Credentials;
use crate::read::key::{self, Key, KeyKind};
use crate::read::site::{Site, SiteKind};
use crate::read::token::TokenKind;
use crate::secret::Secret;

/// What a step asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ask {
    /// The whole address.
    pub(crate) url: String,
    /// What is sent along; `None` for a call without a credential.
    pub(crate) scheme: Option<SentScheme>,
}

impl Ask {
    /// A call without a credential.
    pub(super) fn public(url: String) -> Self {
        Self { url, scheme: None }
    }
}

/// The parts of the addresses, as far as they are known before anything is asked.
pub(crate) struct Places<'f> {
    facts: &'f Facts<'f>,
    site: &'f Site,
    /// The site's own address, or the server's.
    base: &'f str,
}

impl<'f> Places<'f> {
    /// The places of the typed site, or why nothing is sent there.
    pub(crate) fn of(facts: &'f Facts<'f>) -> Result<Self, Prose> {
        let site = facts.typed_site().ok_or(NO_SITE)?;
        let base = site.url.as_deref().ok_or_else(|| refusal(site.kind))?;
        match site.kind {
            SiteKind::Cloud | SiteKind::Gateway | SiteKind::SelfHosted => {}
            kind => return Err(refusal(kind)),
        }
        if !base.starts_with("https://") {
            return Err(prose!(
                "over http://, anyone on the way could read the credentials."
            ));
        }
        Ok(Self { facts, site, base })
    }

    pub(crate) fn is_gateway(&self) -> bool {
        self.site.kind == SiteKind::Gateway
    }

    /// A Cloud site's own address.
    pub(crate) fn is_cloud_site(&self) -> bool {
        self.site.kind == SiteKind::Cloud
    }

    pub(crate) fn is_server(&self) -> bool {
        self.site.kind == SiteKind::SelfHosted
    }

    pub(crate) fn server_info(&self) -> String {
        [self.base, self.version(), "/serverInfo"].concat()
    }

    pub(crate) fn myself(&self) -> String {
        [self.base, self.version(), "/myself"].concat()
    }

    pub(crate) fn tenant_info(&self) -> Option<String> {
        self.site.forms.as_ref()?.tenant_info.clone()
    }

    /// Whether a gateway is known that serves this site.
    pub(crate) fn has_gateway(&self) -> bool {
        self.is_gateway() || self.is_cloud_site() && self.site.gateway_host().is_some()
    }

    /// The gateway's address of a product on this site, once the Cloud id is known.
    pub(crate) fn gateway(&self, product: &str) -> Option<String> {
        let host = match self.site.kind {
            SiteKind::Gateway => self.site.host.as_deref(),
            SiteKind::Cloud => self.site.gateway_host(),
            _ => None,
        };
        Some(
            [
                "https://",
                host?,
                "/ex/",
                product,
                "/",
                self.facts.cloud_id()?,
            ]
            .concat(),
        )
    }

    /// The address of Jira's interface where the rest is asked: the gateway's, once it took the token, else the site's.
    pub(crate) fn interface(&self, at_gateway: bool) -> Option<String> {
        if at_gateway {
            return Some([&self.gateway("jira")?, "/rest/api/3"].concat());
        }
        Some([self.base, self.version()].concat())
    }

    /// Confluence's own word for who is calling. A server's Confluence has an address of its own.
    pub(crate) fn confluence(&self, at_gateway: bool) -> Option<String> {
        let base = if at_gateway {
            self.gateway("confluence")?
        } else {
            self.base.to_owned()
        };
        (!self.is_server()).then(|| [&base, "/wiki/rest/api/user/current"].concat())
    }

    /// jira-facts.md 7: the third version is Cloud's alone.
    fn version(&self) -> &'static str {
        if self.is_server() {
            "/rest/api/2"
        } else {
            "/rest/api/3"
        }
    }

    /// The hosts that a header may be sent to.
    pub(crate) fn hosts(&self) -> Vec<String> {
        let mut hosts = Vec::new();
        if credential(self.facts, is_cloud(self.facts)).is_err() {
            return hosts;
        }
        let typed = self.site.forms.as_ref().map(|forms| forms.host.clone());
        hosts.extend(typed.filter(|_| !straight_to_gateway(self.facts) || !self.is_cloud_site()));
        if self.is_cloud_site() {
            hosts.extend(self.site.gateway_host().map(str::to_owned));
        }
        hosts
    }
}

const NO_SITE: Prose = prose!("no site address was given.");

fn refusal(kind: SiteKind) -> Prose {
    match kind {
        SiteKind::Empty => NO_SITE,
        SiteKind::LookAlike => {
            prose!(
                "this host only looks like an Atlassian site, and whoever runs it would get the credentials."
            )
        }
        SiteKind::Misspelt => prose!("the address is misspelled, and is nobody's Jira."),
        SiteKind::AtlassianHost => prose!("this is an Atlassian host but not a site."),
        SiteKind::OtherProduct => prose!("this is another product's host."),
        SiteKind::Placeholder => prose!("the address is a placeholder."),
        _ => prose!("no address can be read from what was typed."),
    }
}

/// Tokens that no site takes, but the gateway alone (jira-facts.md 1.1 and 3).
pub(crate) fn straight_to_gateway(facts: &Facts) -> bool {
    let kind = facts.typed_token().map(|token| token.kind);
    matches!(kind, Some(TokenKind::ServiceAccountToken | TokenKind::Jwt))
}

/// The scheme and the value of the header, or why there is none. Copying's flaws are taken away first: they are told beside
/// the fields, and would hide all else here.
pub(crate) fn credential(facts: &Facts, is_cloud: bool) -> Result<(SentScheme, Secret), Prose> {
    let Some(token) = facts.typed_token() else {
        return Err(prose!("no token was typed."));
    };
    match token.kind {
        TokenKind::Empty => return Err(prose!("no token was typed.")),
        kind if !kind.is_secret() => {
            return Err(prose!("the token's field doesn't hold a token."));
        }
        _ => {}
    }
    let typed = facts
        .typed_account()
        .map_or("", |account| account.normal.as_str());
    let (user, secret) = match &token.pair {
        Some((user, secret)) => (if typed.is_empty() { user } else { typed }, secret),
        None => (typed, &token.clean),
    };
    let secret = secret.expose();
    let bearer = straight_to_gateway(facts)
        || !is_cloud && (token.kind == TokenKind::DataCenterPat || user.is_empty());
    let (scheme, credentials) = if bearer {
        (SentScheme::Bearer, Credentials::Bearer { secret })
    } else {
        (SentScheme::Basic, Credentials::Basic { user, secret })
    };
    match credentials.header() {
        Ok(header) => Ok((scheme, header)),
        Err(refusal) => Err(prose!("{why}", why = &refusal.message)),
    }
}

/// Whether the credential is one of Cloud's: by the address, else by who answered there.
pub(crate) fn is_cloud(facts: &Facts) -> bool {
    match facts.typed_site().map(|site| site.kind) {
        Some(SiteKind::Cloud | SiteKind::Gateway) => true,
        _ => facts.deployment == Some(Deployment::Cloud),
    }
}

/// `?permissions=…`: what the profile needs, else all that every Jira has; always the one that everything stands on.
pub(crate) fn permissions_query(facts: &Facts, project: Option<&Key>) -> String {
    let mut keys = vec![BROWSE];
    let mut add = |key| {
        let is_new = !keys.contains(&key);
        let is_asked = project.is_none()
            || permission::permission(key).is_none_or(|known| known.scope == Scope::Project);
        if is_new && is_asked {
            keys.push(key);
        }
    };
    if let Some(profile) = facts.profile.filter(|_| crate::READS_ANSWERS) {
        // What stands in an address must be plain.
        let is_plain = |key: &str| {
            !key.is_empty()
                && key
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b))
        };
        let named = profile.permissions.iter().map(|need| need.key.as_str());
        named.filter(|key| is_plain(key)).for_each(&mut add);
    } else {
        let all = permission::permissions().iter();
        all.filter(|known| known.is_everywhere)
            .map(|known| known.key)
            .for_each(&mut add);
    }
    let mut query = ["?permissions=", &keys.join(",")].concat();
    if let Some(project) = project {
        let name = if project.kind == KeyKind::Number {
            "&projectId="
        } else {
            "&projectKey="
        };
        query.push_str(&[name, &project.normal].concat());
    }
    query
}

/// The project to ask for: the typed one, else the one of the typed issue.
pub(crate) fn project(facts: &Facts) -> Option<Key> {
    let typed = key::read(facts.evidence.project.as_deref().unwrap_or_default());
    if matches!(typed.kind, KeyKind::Project | KeyKind::Number) {
        return Some(typed);
    }
    let issue = issue(facts).filter(|issue| issue.kind == KeyKind::Issue)?;
    Some(Key {
        kind: KeyKind::Project,
        normal: key::project_of(&issue.normal).to_owned(),
    })
}

/// The issue to ask for.
pub(crate) fn issue(facts: &Facts) -> Option<Key> {
    let typed = key::read(facts.evidence.issue.as_deref().unwrap_or_default());
    matches!(typed.kind, KeyKind::Issue | KeyKind::Number).then_some(typed)
}
