//! The one list of hosts that are known by name: Atlassian's, other products', sign-on providers', pages that texts point at,
//! and those that only their own network knows (jira-facts.md 4.5, 7).

mod services;

use self::services::{SERVICES, Use};
use crate::prose::Prose;

/// What a host's name says.
#[derive(Clone, Copy)]
pub(crate) enum HostKind {
    /// A Cloud site, or the suffix of all of them without a name in front.
    Cloud(&'static Suffix),
    /// The gateway: the commercial one, or Government Cloud's.
    Gateway,
    /// Another host of Atlassian.
    Atlassian,
    /// A host of another product, by its name.
    Product(&'static str),
    /// None of these.
    Unknown,
}

/// What a Cloud site's host ends in.
pub(crate) struct Suffix {
    /// With the dot in front.
    pub(crate) text: &'static str,
    /// The gateway that serves these sites, where it is known.
    pub(crate) gateway: Option<&'static str>,
}

/// The suffixes of Cloud sites: commercial, its older alias, Government, and Atlassian's own staging.
pub(crate) static SUFFIXES: [Suffix; 5] = [
    Suffix {
        text: ".atlassian.net",
        gateway: Some(GATEWAY),
    },
    Suffix {
        text: ".jira.com",
        gateway: Some(GATEWAY),
    },
    Suffix {
        text: ".atlassian-us-gov-mod.net",
        gateway: Some(GOVERNMENT_GATEWAY),
    },
    Suffix {
        text: ".atlassian-us-gov.net",
        gateway: None,
    },
    Suffix {
        text: ".jira-dev.com",
        gateway: None,
    },
];

/// The host of the gateway.
pub(crate) const GATEWAY: &str = "api.atlassian.com";

/// The host of Government Cloud's gateway.
const GOVERNMENT_GATEWAY: &str = "api.atlassian-us-gov-mod.com";

/// Names in front of a Cloud suffix that are Atlassian's own and no customer's site.
pub(crate) const RESERVED: [&str; 5] = ["www", "id", "api", "auth", "admin"];

/// The domains of Atlassian's own services.
const SERVICE_DOMAINS: [&str; 3] = ["atlassian.com", "atlassian-us-gov-mod.com", "bb-inf.net"];

/// Hosts of other products: what the host ends in, and the product's name.
const PRODUCTS: [(&str, &str); 34] = [
    ("bitbucket.org", "Bitbucket"),
    ("trello.com", "Trello"),
    ("opsgenie.com", "Opsgenie"),
    ("statuspage.io", "Statuspage"),
    ("loom.com", "Loom"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("linear.app", "Linear"),
    ("monday.com", "monday.com"),
    ("asana.com", "Asana"),
    ("clickup.com", "ClickUp"),
    ("notion.so", "Notion"),
    ("notion.com", "Notion"),
    ("slack.com", "Slack"),
    ("zendesk.com", "Zendesk"),
    ("freshdesk.com", "Freshdesk"),
    ("service-now.com", "ServiceNow"),
    ("dev.azure.com", "Azure DevOps"),
    ("visualstudio.com", "Azure DevOps"),
    ("youtrack.cloud", "YouTrack"),
    ("myjetbrains.com", "YouTrack"),
    ("shortcut.com", "Shortcut"),
    ("basecamp.com", "Basecamp"),
    ("wrike.com", "Wrike"),
    ("aha.io", "Aha!"),
    ("bolddesk.com", "BoldDesk"),
    ("circleci.com", "CircleCI"),
    ("sentry.io", "Sentry"),
    ("zapier.com", "Zapier"),
    ("make.com", "Make"),
    ("getxray.app", "Xray"),
    ("smartbear.com", "Zephyr"),
    ("zephyr4jiracloud.com", "Zephyr"),
    ("tempo.io", "Tempo"),
];

/// Products of Atlassian's own, or at hosts that take its accounts.
const FAMILY: [&str; 5] = ["Bitbucket", "Trello", "Opsgenie", "Statuspage", "Loom"];

/// Apps for Jira whose API is at their vendor's host, with keys of its own.
const APPS: [&str; 3] = ["Xray", "Zephyr", "Tempo"];

/// Where identity providers sign people in. Atlassian's own login is none of them.
const SIGN_ON: [&str; 14] = [
    "okta.com",
    "okta-emea.com",
    "oktapreview.com",
    "login.microsoftonline.com",
    "login.microsoft.com",
    "login.windows.net",
    "onelogin.com",
    "accounts.google.com",
    "cloudflareaccess.com",
    "pingone.com",
    "pingone.eu",
    "jumpcloud.com",
    "duosecurity.com",
    "auth0.com",
];

/// Documentation, specifications and forums that texts point at.
const REFERENCES: [&str; 13] = [
    "www.w3.org",
    "json-schema.org",
    "curl.se",
    "curl.haxx.se",
    "github.com",
    "raw.githubusercontent.com",
    "docs.github.com",
    "httpstatuses.com",
    "developer.mozilla.org",
    "stackoverflow.com",
    "go.microsoft.com",
    "urllib3.readthedocs.io",
    "cloudfront.net",
];

/// Tells a host by its name, in either case.
pub(crate) fn kind(host: &str) -> HostKind {
    if let Some(suffix) = SUFFIXES
        .iter()
        .find(|suffix| is_below(host, suffix.text.trim_start_matches('.')))
    {
        HostKind::Cloud(suffix)
    } else if is_gateway(host) {
        HostKind::Gateway
    } else if SERVICE_DOMAINS.iter().any(|domain| is_below(host, domain)) {
        HostKind::Atlassian
    } else {
        let product = PRODUCTS.iter().find(|(domain, _)| is_below(host, domain));
        product.map_or(HostKind::Unknown, |(_, name)| HostKind::Product(name))
    }
}

/// A Cloud site's host, in either case.
pub(crate) fn is_cloud(host: &str) -> bool {
    matches!(kind(host), HostKind::Cloud(_))
}

/// The gateway's host, in either case.
pub(crate) fn is_gateway(host: &str) -> bool {
    host.eq_ignore_ascii_case(GATEWAY) || host.eq_ignore_ascii_case(GOVERNMENT_GATEWAY)
}

/// A host of Atlassian's, whatever is there.
pub(crate) fn is_atlassian(host: &str) -> bool {
    matches!(
        kind(host),
        HostKind::Cloud(_) | HostKind::Gateway | HostKind::Atlassian
    )
}

/// A host of a product that no account of Atlassian's opens.
pub(crate) fn is_foreign(host: &str) -> bool {
    matches!(kind(host), HostKind::Product(name) if !FAMILY.contains(&name))
}

/// The app whose API is at this host.
pub(crate) fn app(host: &str) -> Option<&'static str> {
    match kind(host) {
        HostKind::Product(name) if APPS.contains(&name) => Some(name),
        _ => None,
    }
}

/// What stands below `domain`'s dot, and the suffix: `acme` of `acme.atlassian.net`. `host` is in small letters.
pub(crate) fn below_suffix(host: &str) -> Option<(&str, &'static Suffix)> {
    SUFFIXES
        .iter()
        .find_map(|suffix| Some((host.strip_suffix(suffix.text)?, suffix)))
}

/// What Atlassian's host of this name below `atlassian.com` is, as a sentence.
pub(crate) fn service(name: &str) -> Option<&'static Prose> {
    let (_, _, what) = SERVICES.iter().find(|(service, ..)| *service == name)?;
    Some(what)
}

/// Whether Atlassian or an identity provider signs people in there.
pub(crate) fn is_sign_on(host: &str) -> bool {
    let is_atlassians = ["id.atlassian.com", "auth.atlassian.com"]
        .iter()
        .any(|known| host.eq_ignore_ascii_case(known));
    is_atlassians || SIGN_ON.iter().any(|domain| is_below(host, domain))
}

/// Whether texts point at a host to have people read there.
pub(crate) fn is_reference(host: &str) -> bool {
    is_used_for(host, &[Use::Reading]) || REFERENCES.iter().any(|known| is_below(host, known))
}

/// Whether a text may name a host without meaning a site: to read there, or to look after an account.
pub(crate) fn is_mentioned(host: &str) -> bool {
    is_reference(host) || is_used_for(host, &[Use::Account])
}

fn is_used_for(host: &str, uses: &[Use]) -> bool {
    let name = host
        .len()
        .checked_sub(".atlassian.com".len())
        .and_then(|at| host.split_at_checked(at))
        .filter(|(_, domain)| domain.eq_ignore_ascii_case(".atlassian.com"))
        .map_or("", |(name, _)| name);
    SERVICES
        .iter()
        .any(|(service, used, _)| uses.contains(used) && service.eq_ignore_ascii_case(name))
}

/// A host that only its own network knows: by its number (RFC 1918), or by its name.
pub(crate) fn is_private(host: &str) -> bool {
    // What a program made of a doubled scheme or of nothing is no host at all.
    const NO_HOSTS: [&str; 9] = [
        "",
        "http",
        "https",
        "[http",
        "[https",
        "undefined",
        "null",
        "none",
        "rest",
    ];
    let mut numbers = [None; 4];
    for (number, part) in numbers.iter_mut().zip(host.split('.')) {
        *number = part.parse::<u8>().ok();
    }
    match numbers {
        [Some(first), Some(second), Some(_), Some(_)] if host.split('.').count() == 4 => {
            matches!((first, second), (10 | 127, _) | (192, 168) | (172, 16..=31))
        }
        _ => {
            let is = |words: &[&str], text: &str| {
                words.iter().any(|word| text.eq_ignore_ascii_case(word))
            };
            let last = host.rsplit('.').next().unwrap_or(host);
            !is(&NO_HOSTS, host)
                && (last.len() == host.len()
                    || is(&["local", "internal", "lan", "corp", "intranet"], last))
        }
    }
}

/// Whether a host is a domain or stands below it, in either case.
pub(crate) fn is_below(host: &str, domain: &str) -> bool {
    host.len()
        .checked_sub(domain.len())
        .and_then(|at| host.split_at_checked(at))
        .is_some_and(|(front, end)| {
            end.eq_ignore_ascii_case(domain) && (front.is_empty() || front.ends_with('.'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_by_their_end() {
        for host in [
            "acme.atlassian.net",
            "ACME.Jira.com",
            "a.atlassian-us-gov.net",
        ] {
            assert!(is_cloud(host) && is_atlassian(host), "{host}");
        }
        for host in ["api.atlassian.com", "api.atlassian-us-gov-mod.com"] {
            assert!(is_gateway(host) && !is_cloud(host), "{host}");
        }
        for host in ["id.atlassian.com", "x.bb-inf.net"] {
            assert!(matches!(kind(host), HostKind::Atlassian), "{host}");
        }
        assert!(matches!(
            kind("acme.zendesk.com"),
            HostKind::Product("Zendesk")
        ));
        for host in ["", "net", "myatlassian.net", "atlassian.net.evil.example"] {
            assert!(matches!(kind(host), HostKind::Unknown), "{host}");
        }
    }

    #[test]
    fn hosts_to_read_at_are_no_sites() {
        for host in ["developer.atlassian.com", "GitHub.com", "d1.cloudfront.net"] {
            assert!(is_reference(host), "{host}");
        }
        for host in ["id.atlassian.com", "admin.atlassian.com"] {
            assert!(is_mentioned(host) && !is_reference(host), "{host}");
        }
        for host in [
            "start.atlassian.com",
            "acme.atlassian.com",
            "acme.atlassian.net",
        ] {
            assert!(!is_mentioned(host), "{host}");
        }
    }

    #[test]
    fn people_sign_in_at_providers() {
        for host in [
            "id.atlassian.com",
            "acme.okta.com",
            "login.microsoftonline.com",
        ] {
            assert!(is_sign_on(host), "{host}");
        }
        for host in ["acme.atlassian.net", "okta.com.evil.example", "google.com"] {
            assert!(!is_sign_on(host), "{host}");
        }
    }

    #[test]
    fn private_hosts_are_told_by_number_and_name() {
        for host in [
            "10.20.0.15",
            "192.168.1.1",
            "172.31.0.10",
            "jira-node1",
            "jira.corp",
        ] {
            assert!(is_private(host), "{host}");
        }
        for host in [
            "172.32.0.1",
            "104.192.142.19",
            "jira.acme.example",
            "10.0.0",
            "",
        ] {
            assert!(!is_private(host), "{host}");
        }
    }
}
