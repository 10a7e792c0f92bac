//! Tells a server's context path from Jira's own pages behind it.

/// The first segments of Jira's, and Confluence's, own pages and interfaces.
const PAGES: [&str; 16] = [
    "browse",
    "secure",
    "rest",
    "projects",
    "issues",
    "plugins",
    "servicedesk",
    "display",
    "pages",
    "spaces",
    "login",
    "logout",
    "dashboard",
    "dashboards",
    "si",
    "sr",
];

/// What follows `/jira` on Cloud alone: there `/jira` is no context path.
const CLOUD_PAGES: [&str; 8] = [
    "software",
    "core",
    "for-you",
    "your-work",
    "polaris",
    "dashboards",
    "people",
    "ops",
];

/// The context path and the page behind it.
pub(super) fn split(path: &str) -> (&str, &str) {
    let mut at = 0;
    let mut segments = path.split('/').peekable();
    // In front of the first slash stands nothing.
    segments.next();
    while let Some(segment) = segments.next() {
        let is_cloud = at == 0
            && segment == "jira"
            && segments
                .peek()
                .is_some_and(|next| CLOUD_PAGES.contains(next));
        let is_rest_of_slashes = segment.is_empty();
        if is_cloud || is_page(segment) || !(is_plain(segment) || is_rest_of_slashes) {
            break;
        }
        at += 1 + segment.len();
    }
    path.split_at_checked(at).unwrap_or((path, ""))
}

fn is_page(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let (name, end) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    PAGES.contains(&lower.as_str())
        || (!name.is_empty() && matches!(end, "jsp" | "jspa" | "action" | "html" | "htm"))
}

/// A context path is what an administrator types into a server's settings: letters, digits, `-`, `_`, `.`, `~`, `+`, and a space
/// as an address has it.
fn is_plain(segment: &str) -> bool {
    let segment = segment.replace("%20", "+");
    !segment.starts_with('.')
        && !segment.ends_with('.')
        && !segment.is_empty()
        && segment
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.~+".contains(&b))
}

/// Whether the page is one of Confluence's.
pub(super) fn is_confluence(page: &str) -> bool {
    ["/display/", "/pages/", "/spaces/"]
        .iter()
        .any(|start| page.starts_with(start))
}
