//! The addresses that manuals show.

use crate::text::Signs;

/// An address that stands in a manual for the reader's own: `you@example.com`, `your-email@…`, `<email>@…`.
/// `me@example.com` and `jane@example.com` may be real ones in tests and in reports.
pub(super) fn is_manuals_address(local: &str, domain: &str) -> bool {
    const LOCALS: [&str; 9] = [
        "you", "your", "user", "username", "name", "email", "mail", "myemail", "example",
    ];
    const DOMAINS: [&str; 10] = [
        "example.com",
        "example.org",
        "example.net",
        "company.com",
        "domain.com",
        "email.com",
        "mycompany.com",
        "yourcompany.com",
        "yourdomain.com",
        "organization.com",
    ];
    const YOURS: [&str; 14] = [
        "email",
        "mail",
        "name",
        "user",
        "login",
        "account",
        "atlassian",
        "jira",
        "work",
        "company",
        "domain",
        "organi",
        "site",
        "team",
    ];
    let plain = |part: &str| {
        part.chars()
            .filter(|c| !matches!(c, '-' | '_'))
            .map(|c| c.to_ascii_lowercase())
            .collect::<String>()
    };
    let is_yours = |part: &str| {
        part.strip_prefix("your").is_some_and(|rest| {
            let rest = rest.trim_start_matches('.');
            YOURS.iter().any(|word| rest.starts_with(word))
        })
    };
    let is_bracketed = |part: &str| part.starts_with_any("<{[") && part.has_any(">}]");
    let (local, domain) = (plain(local), plain(domain));
    is_bracketed(&local)
        || is_bracketed(&domain)
        || is_yours(&local)
        || is_yours(&domain)
        || (LOCALS.contains(&local.as_str()) && DOMAINS.contains(&domain.as_str()))
}
