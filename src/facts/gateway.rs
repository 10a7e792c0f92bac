//! What the gateway said, beside what the site said.

use super::Facts;
use super::answers::login_reason;
use crate::READS_ANSWERS;
use crate::read::exchange::{Content, Exchange, Speaker};
use crate::read::known_texts::Signature;
use crate::read::site::SiteKind;

impl Facts<'_> {
    /// What the gateway made of the credential, where it was asked: `Some(true)` where it knew it.
    pub(crate) fn gateway_knew_it(&self) -> Option<bool> {
        if !READS_ANSWERS {
            return None;
        }
        if self.hit(Signature::ScopeMismatch).is_some() {
            return Some(true);
        }
        let mut asked = self.exchanges.iter().filter(|x| is_gateway(x));
        asked.find_map(|x| match x.status? {
            200..300 => Some(true),
            401 => Some(false),
            _ => None,
        })
    }

    /// Whether the call to explain went to the gateway.
    pub(crate) fn is_at_gateway(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        self.exchange().is_some_and(is_gateway)
    }

    /// Whether the program says that it calls the gateway, whatever address was typed.
    pub(crate) fn uses_gateway(&self) -> bool {
        self.mentions.gateway
    }

    /// Whether the gateway knew the credential that the site refused: a token with scopes (jira-facts.md 3).
    pub(crate) fn works_at_gateway_alone(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        let mut at_site = self.exchanges.iter().filter(|x| !is_gateway(x));
        let refuses =
            |x: &Exchange| x.status == Some(401) || login_reason(x) == Some("AUTHENTICATED_FAILED");
        self.gateway_knew_it() == Some(true) && at_site.any(refuses)
    }

    /// The gateway's address of the typed site, where its Cloud id is known.
    pub(crate) fn gateway_url(&self) -> Option<String> {
        let site = self
            .typed_site()
            .filter(|site| site.kind == SiteKind::Cloud)?;
        let host = site.gateway_host()?;
        Some(["https://", host, "/ex/jira/", self.cloud_id()?].concat())
    }

    /// The site's Cloud id, from an address or from `tenant_info`. A UUID, and so fit for a shell.
    pub(crate) fn cloud_id(&self) -> Option<&str> {
        let typed = self.site.as_ref().and_then(|site| site.cloud_id.as_deref());
        let told = || {
            self.exchanges.iter().find_map(|x| match &x.body.content {
                Content::TenantInfo { cloud_id } => Some(cloud_id.as_str()),
                _ => x.sent.site.as_ref()?.cloud_id.as_deref(),
            })
        };
        let is_plain = |id: &&str| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        typed.or_else(told).filter(is_plain)
    }
}

fn is_gateway(exchange: &Exchange) -> bool {
    let site = exchange.sent.site.as_ref();
    exchange.answered_by == Some(Speaker::Gateway)
        || site.is_some_and(|site| site.kind == SiteKind::Gateway)
}
