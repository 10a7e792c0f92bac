//! Secrets that stand in an element of XML.

use super::names::{Sort, sort_of_name};
use super::scan::Finder;
use super::value::{looks_random, window};
use crate::text::{Signs, cut};

impl Finder<'_> {
    /// `<password>…</password>`, `<password encrypted="no">…`, `<key>token</key><string>…</string>`
    pub(super) fn element(&mut self, at: usize) {
        let head = cut::before(self.text, at, 256);
        let Some((before, tag)) = head.rsplit_once('<') else {
            return;
        };
        let (before, named) = (before.trim_end(), matches!(tag, "string" | "value"));
        let named = before
            .strip_suffix("</key>")
            .or_else(|| before.strip_suffix("</name>"))
            .filter(|_| named);
        let typed = match named {
            Some(before) => before.rsplit('>').next().unwrap_or_default(),
            // `<property name="password"><value>`: the last text in the tag around it.
            None if tag == "value" => before.rsplit('"').nth(1).unwrap_or_default(),
            None => tag.until_any(" \n\t>"),
        };
        let rest = window(self.text, at + 1).unwrap_or_default();
        let tells = |name| sort_of_name(name).is_some_and(|sort| sort != Sort::Weak);
        // `<prop name="password">`; a page says as much of a button.
        let is_secret =
            tells(typed) || tag.ends_with('"') && looks_random(rest) && tag.split('"').any(tells);
        if let (true, Some(length)) = (is_secret, rest.find('<')) {
            let inner = rest.get(..length).unwrap_or_default();
            let start = at + 1 + inner.len() - inner.trim_start().len();
            self.hide(start..start + inner.trim().len(), Sort::Setting);
        }
    }
}
