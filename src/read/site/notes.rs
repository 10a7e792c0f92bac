//! The steps that make an address normal, each with its reason.

use super::address::Address;
use super::scheme::Scheme;
use super::steps::shown;
use crate::evidence::Product;
use crate::prose::{Prose, prose};
use crate::read::change::ChangeKind;
use crate::text::cut;

impl Address<'_> {
    /// The scheme as typed.
    pub(super) fn note_front(&mut self) {
        let Some(scheme) = self.front.scheme else {
            if !self.front.exact && self.front.typed.starts_with(':') {
                let why = prose!("The scheme was cut off.");
                self.front_step(ChangeKind::MisspeltScheme, "https://", why);
            }
            return;
        };
        if self.front.count > 1 {
            let why = prose!(
                "The scheme appears more than once. A form that adds it by itself needs the address without it."
            );
            self.front_step(ChangeKind::DoubledScheme, scheme.text(), why);
        } else if !self.front.exact {
            let why = prose!("An address begins with `https://`, with a colon and two slashes.");
            self.front_step(ChangeKind::MisspeltScheme, scheme.text(), why);
        } else if self.front.typed != scheme.text()
            && self.front.typed.eq_ignore_ascii_case(scheme.text())
        {
            let why = prose!("Schemes are written in small letters.");
            self.front_step(ChangeKind::Case, scheme.text(), why);
        }
    }

    fn front_step(&mut self, kind: ChangeKind, after: &str, why: Prose) {
        let front = self.front.typed;
        self.steps.add(
            kind,
            self.mapped.origin_of_slice(front),
            &shown(front),
            after,
            why,
        );
    }

    /// What stands there is never shown, not even as an e-mail address.
    pub(super) fn note_user(&mut self) {
        if !self.parts.user.is_empty() {
            let why = prose!(
                "The address contains a user name or password, and logs and browser histories keep it. Each belongs in its own field."
            );
            let place = self.mapped.origin_of_slice(self.parts.user);
            self.steps
                .add(ChangeKind::Credentials, place, "…@", "", why);
        }
    }

    /// The scheme that was not typed.
    pub(super) fn note_missing_scheme(&mut self) {
        if self.front.scheme.is_none() && !self.front.typed.starts_with(':') {
            let why = prose!("An address begins with `https://`; some programs fail without it.");
            let (before, place) = match self.front.typed {
                "" => ("", self.mapped.origin_of_slice(self.front.rest)),
                slashes => (slashes, self.mapped.origin_of_slice(slashes)),
            };
            let place = if before.is_empty() {
                place.start..place.start
            } else {
                place
            };
            self.steps
                .add(ChangeKind::MissingScheme, place, before, "https://", why);
        }
    }

    /// `http` on a host that answers over `https` alone.
    pub(super) fn note_insecure(&mut self) {
        if self.front.scheme == Some(Scheme::Http) {
            let why = prose!(
                "Atlassian answers over `https` alone and redirects the rest, and a redirect loses what was sent."
            );
            let place = self.mapped.origin_of_slice(self.front.typed);
            self.steps
                .add(ChangeKind::Insecure, place, "http://", "https://", why);
        }
    }

    /// Case and the dot at the end.
    pub(super) fn note_host(&mut self) {
        let host = self.parts.host;
        let (name, dot) = match host.strip_suffix('.') {
            Some(name) => host.split_at_checked(name.len()).unwrap_or((host, "")),
            None => (host, ""),
        };
        let lower = name.to_ascii_lowercase();
        if lower != name {
            let why = prose!("Hosts are written in small letters.");
            let place = self.mapped.origin_of_slice(name);
            self.steps
                .add(ChangeKind::Case, place, &shown(name), &shown(&lower), why);
        }
        let why = prose!("The full stop at the end is no part of the name for most programs.");
        self.steps
            .remove(ChangeKind::TrailingDot, self.mapped, dot, why);
    }

    /// The port, taken away.
    pub(super) fn note_port(&mut self, why: Prose) {
        self.steps
            .remove(ChangeKind::Port, self.mapped, self.parts.port, why);
    }

    /// The port to keep.
    pub(super) fn note_default_port(&mut self, scheme: Scheme) -> String {
        let default = match scheme {
            Scheme::Http => 80,
            Scheme::Https => 443,
        };
        let port = self.parts.port_number().unwrap_or(None);
        let Some(port) = port.filter(|&port| port != default) else {
            self.note_port(prose!(
                "This is the default port, which goes without saying."
            ));
            return String::new();
        };
        let kept = [":", &port.to_string()].concat();
        if kept != self.parts.port {
            let place = self.mapped.origin_of_slice(self.parts.port);
            let why = prose!("Ports are written without zeros in front.");
            self.steps
                .add(ChangeKind::Port, place, &shown(self.parts.port), &kept, why);
        }
        kept
    }

    /// Takes the path off a Cloud site; what stands first in it may name Confluence.
    pub(super) fn note_cloud_path(&mut self) -> Option<Product> {
        let path = self.parts.path;
        let is_below = |start: &str| {
            path.strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        // One step of its own: to a caller who wants Confluence, `/wiki` is right.
        if is_below("/wiki") {
            let (wiki, rest) = path.split_at_checked("/wiki".len())?;
            let why =
                prose!("`/wiki` is the path of Confluence on a site. Jira uses the site's root.");
            self.steps.remove(ChangeKind::Path, self.mapped, wiki, why);
            self.note_path(rest, CLOUD_PATH);
            return Some(Product::Confluence);
        }
        self.note_path(path, CLOUD_PATH);
        is_below("/confluence").then_some(Product::Confluence)
    }

    /// What stands behind the Cloud id.
    pub(super) fn note_gateway_path(&mut self, path: &str, typed_id: &str) {
        let lower = typed_id.to_ascii_lowercase();
        if lower != typed_id {
            let place = self.mapped.origin_of_slice(typed_id);
            let why = prose!("Cloud ids are written in small letters.");
            self.steps
                .add(ChangeKind::Case, place, typed_id, &lower, why);
        }
        let why = prose!("This is an API path. Products add their own path after the cloud ID.");
        self.note_path(cut::tail(path, typed_id), why);
    }

    /// The context path without needless slashes.
    pub(super) fn note_context(&mut self, context: &str, page: &str) -> String {
        let trimmed = context.trim_end_matches('/');
        if page.is_empty() && self.parts.query.is_empty() && self.parts.fragment.is_empty() {
            self.note_slashes(context.get(trimmed.len()..).unwrap_or_default());
        }
        let mut plain = String::new();
        for segment in trimmed.split('/').filter(|segment| !segment.is_empty()) {
            plain.push('/');
            plain.push_str(segment);
        }
        if plain.len() < trimmed.len() {
            let why =
                prose!("Slashes in a row count as a part of the path, and Jira has no such page.");
            let place = self.mapped.origin_of_slice(trimmed);
            self.steps.add(
                ChangeKind::Path,
                place,
                &shown(trimmed),
                &shown(&plain),
                why,
            );
        }
        plain
    }

    /// A path, taken away, and the slashes behind it.
    pub(super) fn note_path(&mut self, path: &str, why: Prose) {
        let trimmed = path.trim_end_matches('/');
        let slashes = path.get(trimmed.len()..).unwrap_or_default();
        self.steps
            .remove(ChangeKind::Path, self.mapped, trimmed, why);
        let at_the_end = self.parts.query.is_empty() && self.parts.fragment.is_empty();
        if at_the_end || trimmed.is_empty() {
            self.note_slashes(slashes);
        }
    }

    /// Slashes at the end.
    pub(super) fn note_slashes(&mut self, slashes: &str) {
        let why = prose!(
            "Products add their own path after the address, and two slashes in a row lead nowhere."
        );
        self.steps
            .remove(ChangeKind::TrailingSlash, self.mapped, slashes, why);
    }

    /// Query and fragment.
    pub(super) fn note_tail(&mut self) {
        let why = prose!("What follows the question mark belongs to one page, not to the site.");
        self.steps
            .remove(ChangeKind::Query, self.mapped, self.parts.query, why);
        let why = prose!("What follows `#` belongs to one page, not to the site.");
        self.steps
            .remove(ChangeKind::Fragment, self.mapped, self.parts.fragment, why);
    }
}

const CLOUD_PATH: Prose = prose!(
    "This is a page of the site or a path of its API. Products add their own path after the site's address."
);
