//! The addresses that were called, beside the one that was typed.

use super::{Facts, network};
use crate::READS_ANSWERS;
use crate::evidence::{Evidence, Field, Place};
use crate::input::Placed;
use crate::net::hosts;
use crate::read::change::ChangeKind;
use crate::read::exchange::Exchange;
use crate::read::known_texts::{Hit, Signature};
use crate::read::site::{self, HostReader, Site, SiteKind};
use crate::span::Span;

impl Facts<'_> {
    /// Every address that was called, as the typed one is read, and those that a program could not find.
    pub(crate) fn called_sites(&self) -> impl Iterator<Item = (Place, &Site)> {
        let calls = self.exchanges.iter().filter(|_| READS_ANSWERS);
        let calls = calls.filter_map(|x| Some((x.into(), x.sent.site.as_ref()?)));
        calls.chain(self.unfound.iter().map(|one| (one.place(), &one.value)))
    }

    /// The first call whose address has this fault.
    pub(crate) fn called_with(&self, fault: ChangeKind) -> Option<Place> {
        let has = |site: &Site| site.changes.iter().any(|change| change.kind == fault);
        let (place, _) = self.called_sites().find(|(_, site)| has(site))?;
        Some(place)
    }

    /// A call of a Cloud site's interface below another path than its own, which leads to no interface (jira-facts.md 7).
    pub(crate) fn called_below_a_page(&self) -> Option<&Exchange> {
        let is_missed = |x: &Exchange| x.status == Some(404) || network::is_page(x);
        let (exchange, _) = self.calls().find(|(exchange, called)| {
            let front = called
                .path
                .split_once("/rest/")
                .map_or("", |(front, _)| front);
            let is_extra = !matches!(front.trim_end_matches('/'), "" | "/wiki")
                && !front.starts_with("/gateway/");
            hosts::is_cloud(called.host) && is_extra && is_missed(exchange)
        })?;
        Some(exchange)
    }

    /// Whether the failing call asked Jira's interface itself, or Jira answered as it does there: whatever the typed address has
    /// beside the site, the call did not suffer from it.
    pub(crate) fn reached_interface(&self) -> bool {
        let Some(exchange) = self
            .exchange()
            .filter(|x| matches!(x.status, Some(401 | 403)))
        else {
            return false;
        };
        let path = exchange.sent.path.as_deref();
        path.is_some_and(|path| path.starts_with("/rest/") || path.starts_with("/wiki/rest/"))
            || path.is_none() && !self.is_page()
    }
}

/// The hosts that a program says it could not find: the words beside that, which read as the host of a site.
pub(super) fn unfound(
    evidence: &Evidence,
    hits: &[Hit],
    platform_host: HostReader,
) -> Vec<Placed<Site>> {
    /// More of them than a paste has hosts.
    const MOST: usize = 4;
    let text = evidence.text(Field::Paste).unwrap_or_default();
    let failed = hits
        .iter()
        .filter(|hit| hit.signature == Signature::DnsFailed && hit.field == Field::Paste);
    let found = failed
        .take(MOST)
        .filter_map(|hit| host_beside(text, hit.span, platform_host));
    found.collect()
}

/// The host in the line around a place, read as a site's address is.
fn host_beside(text: &str, span: Span, platform_host: HostReader) -> Option<Placed<Site>> {
    const NEAR: usize = 256;
    let units: Vec<u16> = text
        .encode_utf16()
        .skip(span.start.saturating_sub(NEAR))
        .take(span.end - span.start + 2 * NEAR)
        .collect();
    let before = span.start.min(NEAR);
    let near = String::from_utf16_lossy(&units);
    let is_break = |c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c));
    let mut at = 0;
    let mut best: Option<(usize, Placed<Site>)> = None;
    for word in near.split(is_break) {
        let start = near
            .get(..at)
            .map_or(0, |front| front.encode_utf16().count());
        at += word.len();
        at += near
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let host = word.trim_end_matches('.');
        if !host.contains('.') || host.len() > 253 {
            continue;
        }
        let site = site::read(host, platform_host);
        if !matches!(
            site.kind,
            SiteKind::Cloud | SiteKind::Misspelt | SiteKind::LookAlike
        ) {
            continue;
        }
        let distance = start.abs_diff(before);
        if best.as_ref().is_none_or(|(known, _)| distance < *known) {
            let from = (span.start + start).saturating_sub(before);
            let span = Span {
                start: from,
                end: from + host.len(),
            };
            best = Some((distance, Placed::pasted(site, span)));
        }
    }
    best.map(|(_, site)| site)
}
