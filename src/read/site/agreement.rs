//! Whether the typed text itself leads to the host that was read from it: what a browser or a mail program makes of it may be
//! another one.

use super::host::is_label;
use super::{HostReader, Site, SiteKind, own_host};
use crate::net::UrlParts;
use crate::net::hosts;
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::text::{self, Signs};

/// The site as it was read, or why it is none: the typed text names two hosts.
pub(super) fn checked(site: Site, typed: &str, platform_host: HostReader) -> Site {
    let Some(host) = site.host.as_deref().filter(|_| site.url.is_some()) else {
        return site;
    };
    let is_another = |seen: &String| is_another(seen, host);
    if let Some(other) = as_browsers_read(typed, &site, platform_host).find(is_another) {
        let about = prose!(
            "Two hosts can be read from this address: {host}, and {other}, which is where a browser would go. Type the address again.",
            host,
            other = other.as_str()
        );
        return Site::about(SiteKind::LookAlike, about);
    }
    if let Some(other) = named_in_words(typed, platform_host).find(is_another) {
        let about = prose!(
            "The text names two hosts, {host} and {other}. A link may show one and lead to the other. Type the address alone.",
            host,
            other = other.as_str()
        );
        return Site::about(SiteKind::LookAlike, about);
    }
    site
}

/// The hosts that both parsers see in the text as it was typed. Where a label, quotes or brackets were taken away, the whole of
/// it is no address.
fn as_browsers_read(
    typed: &str,
    site: &Site,
    platform_host: HostReader,
) -> impl Iterator<Item = String> {
    const AROUND: [ChangeKind; 4] = [
        ChangeKind::Label,
        ChangeKind::Quotes,
        ChangeKind::Wrapping,
        ChangeKind::Mailto,
    ];
    let typed = text::trimmed(typed);
    let has_scheme = typed.split_once(':').is_some_and(|(scheme, _)| {
        scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
    });
    let is_address = !site
        .changes
        .iter()
        .any(|change| AROUND.contains(&change.kind));
    let text = if has_scheme {
        typed.to_owned()
    } else {
        ["https://", typed].concat()
    };
    platform_host(&text)
        .into_iter()
        .filter(move |_| has_scheme || is_address)
}

/// The hosts of the addresses between brackets and quotes: of a link's text and of its target. A blank parts nothing, for an
/// address may be broken over lines.
fn named_in_words(typed: &str, platform_host: HostReader) -> impl Iterator<Item = String> {
    let parts = typed.split(|c: char| text::is_quote(c) || "<>()[]|".contains(c));
    let parts = parts.filter(|part| part.len() < typed.len());
    parts.filter_map(move |part| {
        let part = text::trimmed(part).trim_end_any(",;.:!");
        let address = match part.find("://") {
            Some(_) => part
                .split_whitespace()
                .find(|word| word.contains("://"))?
                .to_owned(),
            None if is_host(UrlParts::of(part).host) => ["https://", part].concat(),
            None => return None,
        };
        own_host(&address, platform_host)
    })
}

/// Whether a word by itself is meant as a host: one of Atlassian's, or three names in a row.
fn is_host(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let mut names = lower.rsplit('.');
    let ends_well = names
        .next()
        .is_some_and(|end| end.bytes().all(|b| b.is_ascii_lowercase()));
    hosts::is_atlassian(word) || ends_well && names.clone().count() > 1 && names.all(is_label)
}

/// Whether a host that can exist is another than the one that was read.
fn is_another(seen: &str, host: &str) -> bool {
    let seen = seen.strip_suffix('.').unwrap_or(seen);
    let exists = seen.contains('.')
        && seen
            .split('.')
            .all(|label| is_label(&label.replace('_', "-")))
        || seen.starts_with('[');
    // `acme.atlassian.net.atlassian.net`: the suffix stood twice, and whoever owns it owns both.
    let is_below = hosts::below_suffix(seen).is_some_and(|(names, _)| names == host);
    exists && seen != host && !is_below
}
