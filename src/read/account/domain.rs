//! Domains that are probably mistyped.

use crate::text::edit::one_keystroke;

/// The domain that was probably meant; `None` where nothing is suspicious.
pub(super) fn meant(domain: &str) -> Option<String> {
    let lower = domain.to_ascii_lowercase();
    doubled(&lower)
        .map(str::to_owned)
        .or_else(|| mail_provider(&lower).map(str::to_owned))
        .or_else(|| ending(&lower))
}

/// `acme.exampleacme.example`, `acme.com.com`.
fn doubled(domain: &str) -> Option<&str> {
    let (first, second) = domain.split_at_checked(domain.len() / 2)?;
    if first == second && first.contains('.') && !first.starts_with('.') {
        return Some(first);
    }
    let (rest, last) = domain.rsplit_once('.')?;
    let before = rest.rsplit_once('.')?.1;
    (before == last && NEAR.contains(&last)).then_some(rest)
}

/// Where many people have their mail. Each of these is one keystroke from what people type by mistake.
const PROVIDERS: [&str; 16] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "icloud.com",
    "protonmail.com",
    "fastmail.com",
    "live.com",
    "msn.com",
    "aol.com",
    "gmx.de",
    "gmx.net",
    "gmx.com",
    "web.de",
    "proton.me",
];

/// Real domains that are one keystroke from a provider's.
const NEIGHBOURS: [&str; 12] = [
    "mail.com",
    "email.com",
    "ymail.com",
    "cloud.com",
    "proton.com",
    "gmx.at",
    "gmx.ch",
    "gmx.fr",
    "gmx.us",
    "gmx.eu",
    "outlook.co",
    "yahoo.co",
];

fn mail_provider(domain: &str) -> Option<&'static str> {
    if PROVIDERS.contains(&domain) || NEIGHBOURS.contains(&domain) {
        return None;
    }
    PROVIDERS
        .into_iter()
        .find(|provider| one_keystroke(domain, provider) && is_telling(domain, provider))
}

/// Among names of four letters and fewer, every neighbour is somebody's company (`five.com`, `sol.com`). There only swapped
/// letters tell.
fn is_telling(domain: &str, provider: &str) -> bool {
    let name = |domain: &str| domain.split('.').next().unwrap_or_default().to_owned();
    let (typed, meant) = (name(domain), name(provider));
    let count = |name: &str, letter: char| name.matches(letter).count();
    let same_letters = || {
        typed.len() == meant.len() && typed.chars().all(|c| count(&typed, c) == count(&meant, c))
    };
    meant.len() > 4 || (typed != meant && same_letters())
}

/// Top-level domains that people mistype.
const NEAR: [&str; 7] = ["com", "org", "net", "edu", "gov", "info", "example"];

/// Top-level domains that exist and are common, or near one of the above. All of two letters are taken for a country's.
const KNOWN: [&str; 76] = [
    "com",
    "org",
    "net",
    "edu",
    "gov",
    "mil",
    "int",
    "info",
    "biz",
    "name",
    "pro",
    "coop",
    "aero",
    "museum",
    "jobs",
    "mobi",
    "travel",
    "tel",
    "cat",
    "asia",
    "post",
    "app",
    "dev",
    "page",
    "new",
    "how",
    "cloud",
    "tech",
    "online",
    "site",
    "store",
    "shop",
    "xyz",
    "club",
    "live",
    "life",
    "world",
    "today",
    "email",
    "agency",
    "digital",
    "studio",
    "design",
    "software",
    "systems",
    "solutions",
    "services",
    "support",
    "consulting",
    "company",
    "group",
    "team",
    "work",
    "media",
    "network",
    "global",
    "berlin",
    "hamburg",
    "london",
    "paris",
    "wien",
    "swiss",
    "ngo",
    "ong",
    "bet",
    "pet",
    "vet",
    "cam",
    "dot",
    "bom",
    "ink",
    "local",
    "test",
    "invalid",
    "localhost",
    "internal",
];

fn ending(domain: &str) -> Option<String> {
    let (rest, last) = domain.rsplit_once('.')?;
    if last.len() == 2 || KNOWN.contains(&last) || NEAR.contains(&last) || last.starts_with("xn--")
    {
        return None;
    }
    let meant = NEAR.into_iter().find(|near| one_keystroke(last, near))?;
    Some([rest, ".", meant].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistyped_domains_have_a_better_one() {
        for (typed, expected) in [
            ("gmial.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("outlok.com", "outlook.com"),
            ("hotmial.com", "hotmail.com"),
            ("yaho.com", "yahoo.com"),
            ("iclod.com", "icloud.com"),
            ("alo.com", "aol.com"),
            ("wbe.de", "web.de"),
            ("acme.con", "acme.com"),
            ("acme.cmo", "acme.com"),
            ("acme.comm", "acme.com"),
            ("acme.exmaple", "acme.example"),
            ("acme.exampel", "acme.example"),
            ("acme.ogr", "acme.org"),
            ("acme.nett", "acme.net"),
            ("acme-linux.exampleacme-linux.example", "acme-linux.example"),
            ("acme.com.com", "acme.com"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn real_domains_are_left_alone() {
        for typed in [
            "gmail.com",
            "mail.com",
            "cloud.com",
            "five.com",
            "sol.com",
            "acme.example",
            "acme.co",
            "acme.co.uk",
            "acme.international",
            "acme.technology",
            "acme.cam",
            "mail.acme.io",
            "acme.museum",
            "gmx.at",
            "web.dev",
            "localhost",
            "bücher.example",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
