//! Everything read from one [`Evidence`], once: what problems see.

use crate::evidence::{Deployment, Evidence};
use crate::read::account::{self, Account};
use crate::read::authorization::{self, Authorization};
use crate::read::site::{self, Site, SiteKind};
use crate::read::token::{self, Token};

pub use crate::read::site::HostReader;

/// What can be read from the evidence without judgement.
#[derive(Clone, Debug)]
pub struct Facts<'e> {
    /// The evidence itself.
    pub evidence: &'e Evidence,
    /// The site; `None` where the evidence has no such field.
    pub site: Option<Site>,
    /// The account.
    pub account: Option<Account>,
    /// The secret.
    pub token: Option<Token>,
    /// The header.
    pub authorization: Option<Authorization>,
    /// Where Jira runs: what the person said, else what the address shows for certain.
    pub deployment: Option<Deployment>,
}

impl<'e> Facts<'e> {
    /// Reads the evidence. `second` is the platform's own address parser, which must agree before a host counts as Cloud.
    pub fn read(evidence: &'e Evidence, second: HostReader) -> Self {
        let site = evidence
            .site
            .as_deref()
            .map(|typed| site::read(typed, second));
        let deployment = evidence
            .answers
            .deployment
            .or_else(|| match site.as_ref()?.kind {
                SiteKind::Cloud | SiteKind::Gateway => Some(Deployment::Cloud),
                _ => None,
            });
        Self {
            evidence,
            account: evidence.email.as_deref().map(account::read),
            token: evidence.token.as_ref().map(|t| token::read(t.expose())),
            authorization: evidence
                .authorization
                .as_ref()
                .map(|header| authorization::read(header.expose())),
            deployment,
            site,
        }
    }

    /// What the address is, where one was typed.
    pub fn site_kind(&self) -> Option<SiteKind> {
        self.site.as_ref().map(|site| site.kind)
    }

    /// A Cloud site's own address, where tokens without scopes work.
    pub fn is_cloud_site(&self) -> bool {
        self.site_kind() == Some(SiteKind::Cloud)
    }

    /// A host of one's own that nobody said to be Cloud.
    pub fn is_server(&self) -> bool {
        match self.deployment {
            Some(deployment) => {
                deployment == Deployment::DataCenter
                    && self
                        .site_kind()
                        .is_none_or(|kind| kind == SiteKind::SelfHosted)
            }
            None => self.site_kind() == Some(SiteKind::SelfHosted),
        }
    }
}
