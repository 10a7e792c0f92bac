//! Links to official pages, and what a person does there.

use serde::Serialize;

use crate::veiled::shows_as_it_is;

/// What a person does at a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// They do what helps: make a token, look at the account, see what is down.
    Act,
    /// They read on.
    Read,
}

/// A link to an official page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// What a person does there.
    pub kind: LinkKind,
}

shows_as_it_is!(Link);

impl Link {
    /// A link.
    pub const fn new(title: &'static str, url: &'static str) -> Self {
        let kind = LinkKind::of(url);
        Self { title, url, kind }
    }
}

/// Where Atlassian has people see to tokens, accounts and what is down. Its other hosts are there to be read.
const PLACES: [&str; 3] = [
    "https://id.atlassian.com/",
    "https://admin.atlassian.com/",
    "https://status.atlassian.com/",
];

impl LinkKind {
    /// Known when the link is compiled, so that it costs no search.
    const fn of(url: &str) -> Self {
        let [account, administration, status] = PLACES;
        if is_below(url, account) || is_below(url, administration) || is_below(url, status) {
            Self::Act
        } else {
            Self::Read
        }
    }
}

const fn is_below(url: &str, place: &str) -> bool {
    let (mut url, mut place) = (url.as_bytes(), place.as_bytes());
    loop {
        (url, place) = match (url, place) {
            // An address without a path may end before the slash.
            (_, []) | ([], [b'/']) => return true,
            ([one, url @ ..], [other, place @ ..]) if *one == *other => (url, place),
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_at_a_link_is_known_by_its_place() {
        for (url, kind) in [
            ("https://id.atlassian.com/manage-profile", LinkKind::Act),
            ("https://status.atlassian.com", LinkKind::Act),
            ("https://support.atlassian.com/x", LinkKind::Read),
            ("https://id.atlassian.com.evil.example/", LinkKind::Read),
            ("https://id.atlassian", LinkKind::Read),
        ] {
            assert_eq!(Link::new("", url).kind, kind, "{url}");
        }
    }
}
