//! Collects what was found, the better key winning.

use super::keys::Meaning;
use super::{Fields, Stated};
use crate::evidence::SentScheme;
use crate::grammar::placeholder::{self, Placeholder};
use crate::net::{UrlParts, hosts};
use crate::read::header::parts;
use crate::secret::Secret;

/// How good a find is: the higher, the better. The quality of a key's wording comes on top.
pub(super) mod rank {
    /// The key says Jira.
    pub(in crate::read::settings) const JIRA: i32 = 50;
    /// A plain key inside a block that says Jira.
    pub(in crate::read::settings) const JIRA_BLOCK: i32 = 44;
    /// The key says Atlassian.
    pub(in crate::read::settings) const ATLASSIAN: i32 = 38;
    /// Both halves of a pair: `-u a:b`, a header, an address with both.
    pub(in crate::read::settings) const PAIR: i32 = 34;
    /// A plain key.
    pub(in crate::read::settings) const PLAIN: i32 = 28;
    /// The key says Confluence.
    pub(in crate::read::settings) const CONFLUENCE: i32 = 20;
    /// No key: the shape alone.
    pub(in crate::read::settings) const SHAPE: i32 = 8;
    /// What a variable loses against a value.
    pub(super) const VARIABLE: i32 = 15;
    /// Any key, whatever its value; a shape alone is less.
    pub(super) const NAMED: i32 = PLAIN - VARIABLE;
}

/// A find and how good it is.
type Slot = Option<(i32, Secret)>;

/// What was found so far.
#[derive(Default)]
pub(super) struct Found {
    site: Slot,
    email: Slot,
    token: Slot,
    authorization: Slot,
    project: Slot,
    issue: Slot,
    /// How the secret is said to be sent.
    pub(super) scheme: Option<SentScheme>,
    /// https is switched off.
    pub(super) is_plain: bool,
}

impl Found {
    /// Keeps a find if there is none as good.
    pub(super) fn offer(&mut self, meaning: Meaning, rank: i32, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let slot = match meaning {
            Meaning::Site => &mut self.site,
            Meaning::Email => &mut self.email,
            Meaning::Token => &mut self.token,
            Meaning::Authorization => &mut self.authorization,
            Meaning::Project => &mut self.project,
            Meaning::Issue => &mut self.issue,
            Meaning::Pair => return self.offer_pair(rank, value),
            Meaning::Https => {
                self.is_plain |= ["false", "no", "off", "0"].contains(&value);
                return;
            }
        };
        if slot.as_ref().is_some_and(|(known, _)| rank <= *known) {
            return;
        }
        // A real value beats a variable that is set elsewhere in the same text.
        let rank = match placeholder::read(value) {
            Some(Placeholder::Variable) => rank - rank::VARIABLE,
            Some(Placeholder::Nothing) => return,
            _ => rank,
        };
        if slot.as_ref().is_none_or(|(known, _)| rank > *known) {
            *slot = Some((rank, value.into()));
        }
    }

    /// `user:secret`, as `-u` takes it.
    pub(super) fn offer_pair(&mut self, rank: i32, pair: &str) {
        match pair.split_once(':') {
            Some((user, secret)) => {
                self.offer(Meaning::Email, rank, user);
                self.offer(Meaning::Token, rank, secret);
            }
            None => self.offer(Meaning::Email, rank, pair),
        }
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        match meaning {
            Meaning::Site => self.site.is_some(),
            Meaning::Email => self.email.is_some(),
            Meaning::Token => self.token.is_some(),
            Meaning::Authorization => self.authorization.is_some(),
            Meaning::Project => self.project.is_some(),
            Meaning::Issue => self.issue.is_some(),
            Meaning::Pair => self.email.is_some() && self.token.is_some(),
            Meaning::Https => self.is_plain,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.site.is_none()
            && self.email.is_none()
            && self.token.is_none()
            && self.authorization.is_none()
    }

    pub(super) fn into_fields(mut self) -> Fields {
        self.read_header();
        let secret = |slot: Slot| slot.map(|(_, value)| value);
        let shown = |slot: Slot| slot.map(|(_, value)| value.expose().to_owned());
        Fields {
            site: shown(self.site),
            email: shown(self.email),
            token: secret(self.token),
            authorization: secret(self.authorization),
            project: shown(self.project),
            issue: shown(self.issue),
        }
    }

    /// What settings state that are Jira's by their names, or that name a user and a secret together.
    pub(super) fn into_stated(self) -> Stated {
        let reaches = |slot: &Slot, least| slot.as_ref().is_some_and(|(rank, _)| *rank >= least);
        let is_named = |slot| reaches(slot, rank::NAMED);
        let host = |site: &Secret| hosts::is_cloud(UrlParts::of(site.expose()).host);
        let is_cloud = self.site.as_ref().is_some_and(|(_, site)| host(site));
        let with_site = is_cloud && is_named(&self.site);
        // A user and a secret, or a site and a secret, are named together by a set-up alone.
        let are_together = is_named(&self.token) && (is_named(&self.email) || with_site);
        let stated = |slot: Slot, also: bool| {
            let is_stated = also || reaches(&slot, rank::ATLASSIAN);
            slot.filter(|_| is_stated).map(|(_, value)| value)
        };
        Stated {
            scheme: self.scheme.filter(|_| self.token.is_some()),
            is_plain: self.is_plain,
            site: stated(self.site, are_together && with_site),
            account: stated(self.email, are_together),
            secret: stated(self.token, are_together),
        }
    }

    /// A header fills the user and the secret that it carries.
    fn read_header(&mut self) {
        let Some((_, header)) = self.authorization.clone() else {
            return;
        };
        let parts = parts::read(header.expose());
        if let Some(user) = parts.user {
            self.offer(Meaning::Email, rank::PAIR, &user);
        }
        if let Some(secret) = parts.secret {
            self.offer(Meaning::Token, rank::PAIR, secret.expose());
        }
    }
}
