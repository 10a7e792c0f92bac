//! An address in parts, and the verdict on it.

use super::host::{self, Host};
use super::keys::{self, Keys};
use super::scheme::Front;
use super::steps::Steps;
use super::{HostReader, Site, SiteKind, confusable, other};
use crate::evidence::Product;
use crate::net::UrlParts;
use crate::prose::{Prose, prose};
use crate::text;
use crate::text::{MappedText, Signs};

pub(super) const LETTERS: Prose = prose!(
    "The address is written with letters that only look like those of an Atlassian site. They lead to another host, or to none."
);

/// An address in parts, on its way.
pub(super) struct Address<'a> {
    /// The text as typed.
    pub(super) typed: &'a str,
    /// The text that front and parts are slices of.
    pub(super) mapped: &'a MappedText,
    /// Scheme and slashes.
    pub(super) front: Front<'a>,
    /// What stands behind them.
    pub(super) parts: UrlParts<'a>,
    /// The platform's own parser.
    pub(super) platform_host: HostReader,
    /// The way so far.
    pub(super) steps: &'a mut Steps,
}

impl Address<'_> {
    /// What the address is.
    pub(super) fn judge(&mut self) -> Site {
        if self.front.foreign {
            let about =
                prose!("Jira is reached by `https://`; the address begins with something else.");
            return Site::about(SiteKind::Invalid, about);
        }
        if self.is_path_alone() {
            let about = prose!(
                "This is a path without a host. The site's address in front of it is missing; if a program filled it in, a setting was empty."
            );
            return Site::about(SiteKind::Invalid, about);
        }
        if other::is_placeholder(self.parts.host)
            && (self.front.count > 0 || self.parts.host.contains('_'))
        {
            return Site::placeholder();
        }
        let host = self.host_as_typed();
        let verdict = host::classify(&host);
        if host.is_ascii() && self.has_wide_signs() {
            let about = prose!(
                "The signs around the host are full-width characters, which no program reads as an address."
            );
            return Site::about(SiteKind::Invalid, about).suggesting(verdict.meant());
        }
        if self.parts.port_number().is_err() {
            let about = prose!(
                "What follows the colon isn't a port. A port is a number up to 65535; a Cloud site needs none."
            );
            return Site::about(SiteKind::Invalid, about).suggesting(verdict.meant());
        }
        self.judge_host(&host, verdict)
    }

    fn judge_host(&mut self, host: &str, verdict: Host) -> Site {
        if let Some(site) = self.judge_user(host, &verdict) {
            return site;
        }
        match verdict {
            Host::Cloud {
                name,
                suffix,
                doubled,
            } => self.cloud(host, &name, suffix, doubled),
            Host::Gateway => self.gateway(host),
            Host::Atlassian(about) => {
                Site::about(SiteKind::AtlassianHost, about).suggesting(self.site_in_link())
            }
            Host::Product(about) => Site {
                product: host
                    .ends_with("bitbucket.org")
                    .then_some(Product::Bitbucket),
                ..Site::about(SiteKind::OtherProduct, about)
            },
            Host::Misspelt(meant) => {
                let about = prose!(
                    "A Cloud site's address is one name and `.atlassian.net`, spelt with one `t` and two `s`. This one is close to that and leads elsewhere."
                );
                Site::about(SiteKind::Misspelt, about).suggesting(meant)
            }
            Host::LookAlike(meant) => {
                let about = if host.is_ascii() && !host.contains("xn--") {
                    prose!(
                        "This host only looks like an Atlassian site. A Cloud site ends in `.atlassian.net`, with the dot before it and nothing after it; whoever owns this host would get the token."
                    )
                } else {
                    LETTERS
                };
                Site::about(SiteKind::LookAlike, about).suggesting(meant)
            }
            Host::Placeholder => Site::placeholder(),
            Host::Invalid(about) => Site::about(SiteKind::Invalid, about),
            Host::Own => self.own(host),
        }
    }

    /// User info that passes for the host: `acme.atlassian.net@evil.example`.
    fn judge_user(&self, host: &str, verdict: &Host) -> Option<Site> {
        if !host::names_atlassian(self.parts.user) {
            return None;
        }
        let is_atlassian = matches!(verdict, Host::Cloud { .. } | Host::Gateway);
        let user = self.parts.user.until_any(":@");
        let is_host = host::names_atlassian(user) && !user.eq_ignore_ascii_case(host);
        if is_atlassian && !is_host {
            return None;
        }
        let about = prose!(
            "What comes before the `@` looks like the host but is only a user name: the address leads to the host after the `@`."
        );
        Some(Site::about(SiteKind::LookAlike, about).suggesting(host::site_inside(user)))
    }

    fn is_path_alone(&self) -> bool {
        let no_host =
            self.parts.host.is_empty() && self.front.count == 0 && self.parts.path.starts_with('/');
        // `https:///rest/api/3`: the host was an empty setting.
        let slashes = self.front.typed.ends_with("///") && self.parts.host == "rest";
        no_host || slashes
    }

    /// The host as it was typed but for invisible characters, in small letters and without the dot at its end.
    fn host_as_typed(&self) -> String {
        let typed = self.typed_part(self.parts.host);
        let visible = typed.chars().filter(|&c| !text::is_whitespace(c));
        let lower: String = visible.map(in_small).collect();
        lower.strip_suffix('.').unwrap_or(&lower).to_owned()
    }

    /// Whether a sign that parts an address, or any sign of the host, is a full-width one. To a browser it may part nothing, or
    /// something else.
    fn has_wide_signs(&self) -> bool {
        let parts_address = |c: &char| {
            !c.is_ascii() && confusable::plain(*c).is_some_and(|c| "/\\?#@:".contains(c))
        };
        let behind = self.typed_part(self.parts.tail());
        behind.chars().any(|c| parts_address(&c))
            || [
                self.front.typed,
                self.parts.user,
                self.parts.host,
                self.parts.port,
            ]
            .iter()
            .any(|part| {
                self.typed_part(part)
                    .chars()
                    .any(|c| confusable::narrow(c).is_some())
            })
    }

    fn typed_part(&self, part: &str) -> &str {
        self.typed
            .get(self.mapped.origin_of_slice(part))
            .unwrap_or_default()
    }

    /// The host to show, where it is one.
    pub(super) fn plain_host(&self) -> Option<String> {
        let host = self.host_as_typed();
        let is_plain = host.len() <= 253
            && host.contains('.')
            && host
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
        is_plain.then_some(host)
    }

    /// The keys that it carries.
    pub(super) fn keys(&self) -> Keys {
        keys::harvest(self.parts.path, self.parts.query, self.parts.fragment)
    }

    /// The site that a link of Atlassian's leads back to: `?continue=https%3A%2F%2Facme.atlassian.net`.
    fn site_in_link(&self) -> Option<String> {
        host::site_inside(&keys::percent_decoded(self.parts.path))
            .or_else(|| host::site_inside(&keys::percent_decoded(self.parts.query)))
    }
}

/// The small letter of a capital one in the scripts that look-alikes come from. The whole of Unicode would be 5 kB of tables.
fn in_small(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => {
            32
        }
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}
