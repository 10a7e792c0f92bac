//! Links to official pages.

use serde::Serialize;

/// A link to an official page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

impl Link {
    /// A link.
    pub const fn new(title: &'static str, url: &'static str) -> Self {
        Self { title, url }
    }
}
