//! Links to official pages.

use serde::Serialize;

use crate::veiled::shows_as_it_is;

/// A link to an official page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

shows_as_it_is!(Link);

impl Link {
    /// A link.
    pub const fn new(title: &'static str, url: &'static str) -> Self {
        Self { title, url }
    }
}
