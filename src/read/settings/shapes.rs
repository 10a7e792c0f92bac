//! Words that tell by their shape what they are: addresses, e-mails, tokens.

use super::found::{Found, rank};
use super::keys::Meaning;
use crate::grammar::{email, jira_key};
use crate::net::{UrlParts, hosts};
use crate::read::token;
use crate::text::Signs;

/// Offers what keys did not name.
pub(super) fn scan(text: &str, found: &mut Found) {
    for word in text.split(is_break) {
        if word.len() < 5 {
            continue;
        }
        let word = word.trim_end_any(".:!?\\");
        if let Some(at) = word.find("://") {
            address_in(word, at, found);
        } else if is_email(word) {
            found.offer(Meaning::Email, rank::SHAPE, word);
        } else if is_token(word) {
            found.offer(Meaning::Token, rank::SHAPE, word);
        } else if is_site(word) {
            found.offer(Meaning::Site, rank::SHAPE + 2, word);
        } else if let Some((user, _)) = word.split_once(':')
            && is_email(user)
        {
            found.offer_pair(rank::SHAPE + 1, word);
        }
    }
}

/// An e-mail among other words. Some signs may stand in an address, and in a text belong to what is around it.
pub(super) fn is_email(word: &str) -> bool {
    !word.has_any("/'{}=$") && email::is_email(word)
}

/// A token among other words: a prefix alone is what manuals say of tokens.
pub(super) fn is_token(word: &str) -> bool {
    word.len() >= 20 && token::is_token(word)
}

/// What stands around words in any language.
fn is_break(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_whitespace() || b"\"'`<>()[]{},;|".contains(&(c as u8))
    } else {
        c.is_whitespace() || "“”‘’「」、。".contains(c)
    }
}

/// A Cloud site without a scheme.
fn is_site(word: &str) -> bool {
    let parts = UrlParts::after_scheme(word, 0);
    let host = parts.host;
    hosts::below_suffix(host).is_some() && parts.user.is_empty() && !host.has_any("=*%")
}

/// An address inside a word: `URL=https://…`.
fn address_in(word: &str, at: usize, found: &mut Found) {
    let before = word.get(..at).unwrap_or_default();
    let scheme = ["https", "http"]
        .iter()
        .find(|scheme| before.ends_with(*scheme));
    let Some(address) = scheme.and_then(|scheme| word.get(at - scheme.len()..)) else {
        return;
    };
    let parts = Address::read(address);
    if parts.is_elsewhere() {
        return;
    }
    let host = parts.host.to_ascii_lowercase();
    let rank = if parts.request.is_some() {
        rank::PLAIN - 3
    } else if hosts::is_cloud(&host) || host.contains("jira") {
        rank::SHAPE + 4
    } else {
        rank::SHAPE - 4
    };
    offer_address(address, rank, found);
}

/// Offers an address: of a request's address the base, and what else it tells.
pub(super) fn offer_address(address: &str, rank: i32, found: &mut Found) {
    let parts = Address::read(address);
    if let Some(user_info) = parts.user_info {
        found.offer_pair(rank::PAIR - 1, &user_info.replace("%40", "@"));
    }
    if let Some((base, path)) = parts.request {
        let site = [parts.scheme, parts.host, base].concat();
        found.offer(Meaning::Site, rank, &site);
        offer_path(path, found);
    } else {
        let site = [parts.scheme, parts.host, parts.rest].concat();
        found.offer(Meaning::Site, rank, &site);
    }
}

/// The issue or project that a request asks for.
fn offer_path(path: &str, found: &mut Found) {
    let mut segments = UrlParts::of_reference(path).path.split('/');
    while let Some(segment) = segments.next() {
        let meaning = match segment {
            "issue" | "browse" => Meaning::Issue,
            "project" | "projects" => Meaning::Project,
            _ => continue,
        };
        if let Some(key) = segments.next().filter(|key| is_key(key, meaning)) {
            found.offer(meaning, rank::SHAPE, key);
        }
    }
}

/// `WEB` or `WEB-1`.
fn is_key(text: &str, meaning: Meaning) -> bool {
    match jira_key::issue(text) {
        Some((project, _)) => meaning == Meaning::Issue && jira_key::is_project(project),
        None => meaning == Meaning::Project && jira_key::is_project(text),
    }
}

/// An address, taken apart as far as finding a site needs it. What is wrong with it tells `read::site`.
struct Address<'t> {
    /// With its `://`.
    scheme: &'t str,
    user_info: Option<&'t str>,
    host: &'t str,
    /// From the path on.
    rest: &'t str,
    /// The context path, and what follows it from `/rest/` on.
    request: Option<(&'t str, &'t str)>,
}

impl<'t> Address<'t> {
    fn read(address: &'t str) -> Self {
        let parts = UrlParts::of(address);
        let rest = parts.tail();
        let scheme = if parts.scheme.is_empty() {
            ""
        } else {
            address.get(..parts.scheme.len() + 3).unwrap_or_default()
        };
        // Without a scheme, what stands before `@` is an e-mail's name.
        let user_info = parts.user_info().filter(|_| !scheme.is_empty());
        let server = scheme.len() + user_info.map_or(0, |user| user.len() + 1);
        let host = parts.origin().get(server..).unwrap_or_default();
        let request = ["/rest/", "/browse/", "/gateway/api/"]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .min()
            .and_then(|at| rest.split_at_checked(at));
        Self {
            scheme,
            user_info,
            host,
            rest,
            request,
        }
    }

    /// Hosts that are no site: pages of help, accounts, schemas.
    fn is_elsewhere(&self) -> bool {
        hosts::is_mentioned(self.host)
            || (hosts::is_gateway(self.host) && !self.rest.starts_with("/ex/"))
    }
}
