//! Texts of products that have nothing to do with Jira.

use crate::read::known_texts::{Hit, Signature};

/// The names of which one stands in any text about a call to Jira: of a product, of a host, of a path.
const ATLASSIAN: [&str; 6] = [
    "jira",
    "atlassian",
    "confluence",
    "bitbucket",
    "/rest/",
    "seraph",
];

/// Whether another product printed `text`: it has that product's words, and Atlassian is not named in it.
pub(super) fn wrote(text: &str, hits: &[Hit]) -> bool {
    let is_marked = hits
        .iter()
        .any(|hit| hit.signature == Signature::AnotherProduct);
    // Only a marked text is worth the copy.
    is_marked && {
        let text = text.to_ascii_lowercase();
        !ATLASSIAN.iter().any(|name| text.contains(name))
    }
}
