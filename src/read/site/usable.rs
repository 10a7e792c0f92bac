//! The normal form of a usable address, once every parser agrees on its host.

use super::address::{Address, LETTERS};
use super::host::{self, Host};
use super::keys::{self, Keys};
use super::scheme::Scheme;
use super::steps::shown;
use super::{Forms, HostReader, Site, SiteKind, other, own_host, pages};
use crate::evidence::Product;
use crate::net::hosts::Suffix;
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::text::Signs;

impl Address<'_> {
    /// A Cloud site.
    pub(super) fn cloud(&mut self, host: &str, name: &str, suffix: &Suffix, doubled: bool) -> Site {
        let normal = [name, suffix.text].concat();
        let url = ["https://", &normal].concat();
        if let Some(site) = self.disagreement(host, &normal, &url) {
            return site;
        }
        self.note_missing_scheme();
        self.note_insecure();
        self.note_host();
        if doubled {
            let extra = self.parts.host.get(normal.len()..).unwrap_or_default();
            let extra = extra.strip_suffix('.').unwrap_or(extra);
            let why = prose!(
                "The domain appears twice. A form that adds it by itself needs only the site's name."
            );
            self.steps
                .remove(ChangeKind::DoubledSuffix, self.mapped, extra, why);
        }
        self.note_port(prose!("A Cloud site is reached without a port."));
        let product = self.note_cloud_path();
        self.note_tail();
        cloud_site(name, suffix, normal, url, self.keys(), product)
    }

    /// A site's name alone.
    fn bare(&mut self, name: &str) -> Site {
        let host = [name, ".atlassian.net"].concat();
        let full = ["https://", &host].concat();
        let Host::Cloud { name, suffix, .. } = host::classify(&host) else {
            return match host::classify(&host) {
                Host::Atlassian(about) => Site::about(SiteKind::AtlassianHost, about),
                Host::Placeholder => Site::placeholder(),
                Host::LookAlike(meant) => {
                    Site::about(SiteKind::LookAlike, LETTERS).suggesting(meant)
                }
                _ => Site::about(
                    SiteKind::Invalid,
                    prose!("This is no name that a site can have."),
                ),
            };
        };
        if let Some(site) = disagreement(&full, &host, self.platform_host) {
            return site;
        }
        self.note_host();
        let why = prose!("This is the site's name alone; most forms want its whole address.");
        let before = shown(self.parts.host);
        self.steps.add(
            ChangeKind::BareName,
            self.mapped.origin_of_slice(self.parts.host),
            &before,
            &full,
            why,
        );
        self.note_slashes(self.parts.path);
        cloud_site(&name, suffix, host, full, self.keys(), None)
    }

    /// The gateway, with product and Cloud id.
    pub(super) fn gateway(&mut self, host: &str) -> Site {
        let path = self.parts.path;
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let (product, name) = match (segments.next(), segments.next()) {
            (Some("ex"), Some("jira")) => (Product::Jira, "jira"),
            (Some("ex"), Some("confluence")) => (Product::Confluence, "confluence"),
            _ => return self.gateway_without_product(),
        };
        let typed_id = segments.next().unwrap_or_default();
        let Some(cloud_id) = keys::uuid(typed_id) else {
            if other::holds_placeholder(typed_id) || other::is_placeholder(typed_id) {
                return Site::placeholder();
            }
            let about = prose!(
                "This is Atlassian's gateway, but there is no Cloud id after `/ex/jira/` or `/ex/confluence/`: 32 hexadecimal digits in five groups. The page `/_edge/tenant_info` of your site shows it."
            );
            return Site::about(SiteKind::AtlassianHost, about);
        };
        let base = ["https://", host, "/ex/"].concat();
        let url = [&base, name, "/", &cloud_id].concat();
        if let Some(site) = self.disagreement(host, host, &url) {
            return site;
        }
        self.note_missing_scheme();
        self.note_insecure();
        self.note_host();
        self.note_port(prose!("The gateway is reached without a port."));
        self.note_gateway_path(path, typed_id);
        self.note_tail();
        let jira = [&base, "jira/", &cloud_id].concat();
        Site {
            url: Some(url.clone()),
            host: Some(host.to_owned()),
            product: Some(product),
            forms: Some(Forms {
                subdomain: None,
                host: host.to_owned(),
                url,
                rest_v2: [&jira, "/rest/api/2"].concat(),
                rest_v3: Some([&jira, "/rest/api/3"].concat()),
                confluence: Some([&base, "confluence/", &cloud_id].concat()),
                gateway: Some(jira),
                tenant_info: None,
            }),
            cloud_id: Some(cloud_id),
            ..Site::of(SiteKind::Gateway)
        }
    }

    fn gateway_without_product(&self) -> Site {
        let about = prose!(
            "This is Atlassian's gateway. Its address goes on with `/ex/jira/` or `/ex/confluence/` and the Cloud id, which the page `/_edge/tenant_info` of your site shows."
        );
        let mut site = Site::about(SiteKind::AtlassianHost, about);
        site.cloud_id = self.parts.path.split('/').find_map(keys::uuid);
        site
    }

    /// A host of one's own.
    pub(super) fn own(&mut self, host: &str) -> Site {
        if self.is_bare_name() {
            return if host::is_label(host) {
                self.bare(host)
            } else {
                let about = prose!(
                    "A site's name holds only letters, digits and hyphens. An address has a full stop in it, or `http://` in front."
                );
                Site::about(SiteKind::Invalid, about)
            };
        }
        // `xxx` and `your` are names too; who masks a site's name masks that of a Cloud site.
        let is_name = |name: &&str| name.trim_matches('x').is_empty() || *name == "your";
        if host
            .split('.')
            .filter(|name| !is_name(name))
            .any(other::is_placeholder_name)
        {
            return Site::placeholder();
        }
        let behind_host = [self.parts.path, self.parts.query, self.parts.fragment];
        if !host.contains('.') && behind_host.iter().any(|part| part.contains('@')) {
            let about = prose!(
                "There is an `@` after a `/`, `?` or `#`. If the address contains a password, take it out: it belongs in its own field."
            );
            return Site::about(SiteKind::Invalid, about);
        }
        if host::names_atlassian(self.parts.path) {
            let about = prose!(
                "The Atlassian address is only in the path, after another host. The address leads to that other host."
            );
            return Site::about(SiteKind::LookAlike, about)
                .suggesting(host::site_inside(&keys::percent_decoded(self.parts.path)));
        }
        let scheme = self.front.scheme.unwrap_or(Scheme::Https);
        match parsed_host(scheme, host, self.platform_host) {
            Some(parsed) if parsed == host || host.starts_with('[') => {
                let url = [scheme.text(), &parsed].concat();
                self.disagreement(&parsed, &parsed, &url)
                    .unwrap_or_else(|| self.server(scheme, parsed))
            }
            Some(parsed) => {
                let about = prose!(
                    "The host is a number in an unusual notation. Write it in its usual form."
                );
                Site::about(SiteKind::Invalid, about)
                    .suggesting(Some([scheme.text(), &parsed].concat()))
            }
            None => Site::about(SiteKind::Invalid, prose!("No program can read this host.")),
        }
    }

    /// jira-facts.md 7: context path and port stay.
    fn server(&mut self, scheme: Scheme, host: String) -> Site {
        self.note_missing_scheme();
        self.note_host();
        let port = self.note_default_port(scheme);
        let (context, page) = pages::split(self.parts.path);
        let context = self.note_context(context, page);
        let why = prose!(
            "This is a page or an API path after the server's address. Products add their own path after what you type."
        );
        self.note_path(page, why);
        self.note_tail();
        let host_port = [host.as_str(), &port].concat();
        let url = [scheme.text(), &host_port, &context].concat();
        Site {
            url: Some(url.clone()),
            host: Some(host),
            product: pages::is_confluence(page).then_some(Product::Confluence),
            forms: Some(Forms {
                subdomain: None,
                host: host_port,
                rest_v2: [&url, "/rest/api/2"].concat(),
                url,
                rest_v3: None,
                confluence: None,
                gateway: None,
                tenant_info: None,
            }),
            ..Site::of(SiteKind::SelfHosted)
        }
    }

    /// `acme`, without anything that only an address has.
    fn is_bare_name(&self) -> bool {
        let parts = &self.parts;
        let nothing_else = [
            self.front.typed,
            parts.user,
            parts.port,
            parts.query,
            parts.fragment,
        ]
        .iter()
        .all(|part| part.is_empty());
        nothing_else
            && parts.path.trim_end_matches('/').is_empty()
            && !parts.host.trim_end_matches('.').has_any(".[")
            && !parts.host.eq_ignore_ascii_case("localhost")
    }

    /// No host is taken for the site's where parsers see different hosts: in the address as typed, or in its normal form.
    fn disagreement(&self, host: &str, normal: &str, url: &str) -> Option<Site> {
        let scheme = self.front.scheme.unwrap_or(Scheme::Https);
        let full = [scheme.text(), self.front.rest].concat();
        disagreement(&full, host, self.platform_host)
            .or_else(|| disagreement(url, normal, self.platform_host))
    }
}

fn disagreement(full: &str, host: &str, platform_host: HostReader) -> Option<Site> {
    let (ours, theirs) = (own_host(full, platform_host), platform_host(full));
    let agrees = |seen: &Option<String>| {
        seen.as_deref()
            .is_some_and(|seen| seen.strip_suffix('.').unwrap_or(seen) == host)
    };
    if agrees(&ours) && agrees(&theirs) {
        return None;
    }
    Some(if ours.is_some() && theirs.is_some() {
        let about = prose!("Programs read different hosts from this address. Type it again.");
        Site::about(SiteKind::LookAlike, about)
    } else {
        let about = prose!("Not every program can read this address. Type it again.");
        Site::about(SiteKind::Invalid, about)
    })
}

fn parsed_host(scheme: Scheme, host: &str, platform_host: HostReader) -> Option<String> {
    own_host(&[scheme.text(), host].concat(), platform_host)
}

fn cloud_site(
    name: &str,
    suffix: &Suffix,
    host: String,
    url: String,
    keys: Keys,
    product: Option<Product>,
) -> Site {
    let gateway = suffix
        .gateway
        .zip(keys.cloud_id.as_deref())
        .map(|(gateway, id)| ["https://", gateway, "/ex/jira/", id].concat());
    Site {
        url: Some(url.clone()),
        host: Some(host.clone()),
        cloud_id: keys.cloud_id,
        product,
        sandbox: is_sandbox(name),
        forms: Some(Forms {
            subdomain: Some(name.to_owned()),
            host,
            rest_v2: [&url, "/rest/api/2"].concat(),
            rest_v3: Some([&url, "/rest/api/3"].concat()),
            confluence: Some([&url, "/wiki"].concat()),
            gateway,
            tenant_info: Some([&url, "/_edge/tenant_info"].concat()),
            url,
        }),
        ..Site::of(SiteKind::Cloud)
    }
}

/// jira-facts.md 7: `x-sandbox`, `x-sandbox-123`.
fn is_sandbox(name: &str) -> bool {
    let name = match name.rsplit_once('-') {
        Some((front, digits)) if digits.bytes().all(|b| b.is_ascii_digit()) => front,
        _ => name,
    };
    name.ends_with("-sandbox")
}
