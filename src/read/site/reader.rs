//! The way from the typed text to a site, step by step.

use super::address::Address;
use super::clean::{self, Trouble};
use super::steps::Steps;
use super::unwrap::{Inner, unwrap};
use super::{HostReader, Site, SiteKind, host, keys, other, scheme};
use crate::grammar::email::is_email;
use crate::net::UrlParts;
use crate::net::hosts::GATEWAY;
use crate::prose::prose;
use crate::text;
use crate::text::{MappedText, Signs};

/// A longer text is no address; Jira's own longest, with a query, are shorter.
pub(super) const LONGEST: usize = 8 * 1024;

/// Reads what was typed, and notes every step.
pub(super) fn read(typed: &str, platform_host: HostReader, steps: &mut Steps) -> Site {
    let core = text::trim(typed);
    if core.is_empty() {
        return Site::of(SiteKind::Empty);
    }
    if core.len() > LONGEST {
        let about = prose!(
            "This text is far longer than any address. Paste the address of the site alone."
        );
        return Site::about(SiteKind::Invalid, about);
    }
    let visible = match clean::visible(typed, core, steps) {
        Ok(visible) => visible,
        Err(trouble) => return troubled(&trouble),
    };
    match unwrap(&visible, steps) {
        Inner::Placeholder => Site::placeholder(),
        Inner::Secret => Site::about(
            SiteKind::NotAnAddress,
            prose!(
                "This looks like a token or another secret, not like an address. It belongs in the token's field."
            ),
        ),
        Inner::Address(part) => not_an_address(part)
            .unwrap_or_else(|| read_line(typed, &visible, part, platform_host, steps)),
    }
}

fn troubled(trouble: &Trouble) -> Site {
    let about = match trouble {
        Trouble::Control => {
            prose!(
                "The text holds a control character, which no address has. Copy the address again."
            )
        }
        Trouble::Lines => prose!("These are several lines. Give the address of the site alone."),
        Trouble::Blank => {
            prose!("There is a space between two words. Give only the address of the site.")
        }
    };
    Site::about(SiteKind::Invalid, about)
}

/// What is recognised before it is taken apart.
fn not_an_address(part: &str) -> Option<Site> {
    if part.is_empty() {
        let about =
            prose!("Nothing is left of the address when quotes and brackets are taken away.");
        return Some(Site::about(SiteKind::Invalid, about));
    }
    if other::holds_placeholder(host_part(part)) {
        return Some(Site::placeholder());
    }
    if let Some(cloud_id) = keys::uuid(part) {
        let about = prose!(
            "This looks like a Cloud id. It is a part of the gateway's address, and not the address of a site."
        );
        let gateway = ["https://", GATEWAY, "/ex/jira/", &cloud_id].concat();
        let mut site = Site::about(SiteKind::NotAnAddress, about).suggesting(Some(gateway));
        site.cloud_id = Some(cloud_id);
        return Some(site);
    }
    let before_at = part.split('@').next().unwrap_or_default();
    let email = part.strip_prefix("mailto:").unwrap_or(part);
    if is_email(email) && !host::names_atlassian(before_at) {
        let about = prose!(
            "This is an e-mail address. The address of the site looks like `https://acme.atlassian.net`."
        );
        let (_, domain) = part.rsplit_once('@')?;
        return Some(
            Site::about(SiteKind::NotAnAddress, about).suggesting(host::site_inside(domain)),
        );
    }
    None
}

/// Roughly the host of a text that was not cleaned yet.
fn host_part(part: &str) -> &str {
    let behind = part.split_once("//").map_or(part, |(_, rest)| rest);
    let authority = behind.until_any("/?#\\");
    authority.rsplit('@').next().unwrap_or(authority)
}

/// Takes the address apart.
fn read_line(
    typed: &str,
    visible: &MappedText,
    part: &str,
    platform_host: HostReader,
    steps: &mut Steps,
) -> Site {
    let joined = match clean::joined(visible, part, steps) {
        Ok(joined) => joined,
        Err(trouble) => return troubled(&trouble),
    };
    let mapped = clean::slashed(&joined, steps);
    let front = scheme::read(mapped.text());
    let mut address = Address {
        typed,
        mapped: &mapped,
        parts: UrlParts::after_scheme(mapped.text(), front.typed.len()),
        front,
        platform_host,
        steps,
    };
    address.note_front();
    address.note_user();
    let hidden = joined
        .text()
        .get(address.front.typed.len()..)
        .is_some_and(hides_host);
    let mut site = if hidden {
        let about = prose!(
            "The host is followed by a backslash and another host. Browsers and other programs read different hosts from this address."
        );
        Site::about(SiteKind::LookAlike, about).suggesting(host::site_inside(address.parts.host))
    } else {
        address.judge()
    };
    site.host = site.host.or_else(|| address.plain_host());
    let keys = address.keys();
    site.project = keys.project;
    site.issue = keys.issue;
    site.cloud_id = site.cloud_id.or(keys.cloud_id);
    site
}

/// `acme.atlassian.net\@evil.example`: a browser ends the host at the backslash, other programs at the `@`.
fn hides_host(rest: &str) -> bool {
    let authority = rest.until_any("/?#");
    authority
        .split_once('\\')
        .is_some_and(|(_, behind)| behind.contains('@') || behind.starts_with_any(".:"))
}
