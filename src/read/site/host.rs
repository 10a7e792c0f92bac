//! Tells what a host is by its name alone.

use super::confusable;
use super::{keys, other};
use crate::net::hosts::{self, HostKind, Suffix};
use crate::prose::{Prose, prose};
use crate::text::Signs;
use crate::text::edit::{one_keystroke, single_letters};

/// What a host is, and where the site's address is to be found.
fn find(what: Prose) -> Host {
    Host::Atlassian(what.then(prose!(
        "Open Jira in the browser: the part of the address up to `.atlassian.net` is the site."
    )))
}

/// What a host's name says.
pub(super) enum Host {
    /// A Cloud site.
    Cloud {
        /// The one label before the suffix.
        name: String,
        /// The suffix.
        suffix: &'static Suffix,
        /// Whether the suffix stood twice.
        doubled: bool,
    },
    /// The gateway.
    Gateway,
    /// A host of Atlassian that is no site.
    Atlassian(Prose),
    /// Another product's host.
    Product(Prose),
    /// A slip in the suffix, and what was meant.
    Misspelt(Option<String>),
    /// Fit to be taken for a site, and what was meant.
    LookAlike(Option<String>),
    /// A stand-in in the name's place.
    Placeholder,
    /// No host, and why.
    Invalid(Prose),
    /// None of these: a host of one's own.
    Own,
}

/// Classifies a host in small letters, without port and without a dot at the end.
pub(super) fn classify(host: &str) -> Host {
    if host.is_empty() {
        return Host::Invalid(prose!(
            "The address has no host. If a program filled it in, a setting was empty."
        ));
    }
    if !host.is_ascii() {
        return foreign_letters(host);
    }
    cloud(host)
        .or_else(|| known(host))
        .or_else(|| encoded(host))
        .or_else(|| near(host).filter(|_| !host.ends_with('.')))
        .unwrap_or_else(|| match flaw(host) {
            Some(why) => Host::Invalid(why),
            None => Host::Own,
        })
}

/// A name below a Cloud suffix. jira-facts.md 7: exactly one label, by the rule of DNS.
fn cloud(host: &str) -> Option<Host> {
    let (mut rest, mut suffix) = hosts::below_suffix(host)?;
    let mut doubled = false;
    while let Some((inner, inner_suffix)) = hosts::below_suffix(rest) {
        (rest, suffix, doubled) = (inner, inner_suffix, true);
    }
    Some(if hosts::RESERVED.contains(&rest) {
        find(prose!(
            "This name belongs to Atlassian's own services and is no customer's site."
        ))
    } else if other::is_placeholder_name(rest) {
        Host::Placeholder
    } else if rest.starts_with("xn--") {
        Host::LookAlike(
            confusable::decode_host(rest).and_then(|name| site_of(&confusable::fold(&name)?)),
        )
    } else if rest.contains('.') {
        several_names(rest)
    } else if is_label(rest) {
        Host::Cloud {
            name: rest.to_owned(),
            suffix,
            doubled,
        }
    } else {
        Host::Invalid(flaw(host).unwrap_or_else(|| prose!("A site's name holds only letters, digits and hyphens, and neither begins nor ends with a hyphen.")))
    })
}

/// `www.acme`, `acme.jira`: a word too many. More than that is no site.
fn several_names(names: &str) -> Host {
    const EXTRA: [&str; 6] = ["www", "jira", "confluence", "wiki", "http", "https"];
    let mut left = names.split('.').filter(|name| !EXTRA.contains(name));
    match (left.next(), left.next()) {
        (Some(name), None) if is_label(name) => Host::Misspelt(site_of(name)),
        _ => Host::Invalid(flaw(names).unwrap_or_else(|| prose!("A Cloud site has exactly one name in front of `.atlassian.net`; this one has several."))),
    }
}

/// Hosts in the tables. Those below a Cloud suffix were read before.
fn known(host: &str) -> Option<Host> {
    let own_service = || prose!("This is a host of Atlassian's own services, not a site.");
    Some(match hosts::kind(host) {
        HostKind::Gateway => Host::Gateway,
        HostKind::Cloud(_) => find(prose!(
            "The name of your site is missing in front of the domain."
        )),
        HostKind::Atlassian => match host.strip_suffix(".atlassian.com") {
            None => find(own_service()),
            Some(name) => match hosts::service(name) {
                Some(what) => find(what.clone()),
                None if is_label(name) => Host::Misspelt(site_of(name)),
                None => find(own_service()),
            },
        },
        HostKind::Product(product) => Host::Product(prose!(
            "This is the address of {product}, which has accounts and tokens of its own. A Jira Cloud site ends in `.atlassian.net`.",
            product
        )),
        HostKind::Unknown => return None,
    })
}

/// `xn--` labels that decode to something like an Atlassian host.
fn encoded(host: &str) -> Option<Host> {
    match foreign_letters(&confusable::decode_host(host)?) {
        Host::LookAlike(meant) => Some(Host::LookAlike(meant)),
        _ => None,
    }
}

/// A host with letters outside ASCII, which no Atlassian host has.
fn foreign_letters(host: &str) -> Host {
    let why = prose!(
        "The host holds letters outside a to z. A Jira Cloud site has none; on your own server, use the form that begins with `xn--`."
    );
    let Some(plain) = confusable::fold(host) else {
        let touches = host.contains("atlassian") || host.contains("jira.com");
        return if touches {
            Host::LookAlike(None)
        } else {
            Host::Invalid(why)
        };
    };
    let verdict = cloud(&plain)
        .or_else(|| known(&plain))
        .or_else(|| near(&plain));
    match verdict {
        None | Some(Host::Product(_)) => Host::Invalid(why),
        Some(verdict) => Host::LookAlike(verdict.meant()),
    }
}

impl Host {
    /// The address that was probably meant, where the host's name shows it.
    pub(super) fn meant(&self) -> Option<String> {
        match self {
            Self::Cloud { name, suffix, .. } => Some(["https://", name, suffix.text].concat()),
            Self::Misspelt(meant) | Self::LookAlike(meant) => meant.clone(),
            _ => None,
        }
    }
}

/// Slips in the domain, and names made to be taken for it.
fn near(host: &str) -> Option<Host> {
    let parts: Vec<&str> = host.split('.').collect();
    let slip = (1..=3).find_map(|count| {
        let (name, domain) = parts.split_at_checked(parts.len().checked_sub(count)?)?;
        let domain_cut = !name.is_empty() && domain == ["atlassian"];
        (domain_cut || is_slip(&domain.join("."))).then_some((name, domain))
    });
    match slip {
        // `at1assian.net`: a digit for a letter is no slip of the finger.
        Some((name, domain)) => {
            let meant = match name {
                [name] | ["www", name] => site_of(name),
                _ => None,
            };
            let digits = domain.iter().any(|part| part.has_any("015"));
            let glued = name.is_empty() && host.ends_with("atlassian.net");
            Some(if digits || glued {
                Host::LookAlike(meant.or_else(|| named_in(host)))
            } else {
                Host::Misspelt(meant)
            })
        }
        None => imitates(host, &parts).then(|| Host::LookAlike(named_in(host))),
    }
}

/// Whether a domain is one slip from `atlassian.net`.
fn is_slip(domain: &str) -> bool {
    const OTHER_ENDS: [&str; 9] = ["com", "org", "io", "co", "cloud", "us", "eu", "de", "nett"];
    if one_keystroke(domain, "atlassian.net") {
        return true;
    }
    let Some((name, end)) = domain.split_once('.') else {
        return false;
    };
    let exact = name == "atlassian";
    let slipped = one_keystroke(name, "atlassian");
    // Two keystrokes count where one is a letter doubled or halved: `attlasian`, `altasian`.
    let single = single_letters(name);
    let twice = single == "atlasian" || one_keystroke(&single, "atlasian");
    (end == "net" && twice)
        || (OTHER_ENDS.contains(&end) && (exact || slipped))
        || (exact && one_keystroke(end, "net"))
}

/// Whether Atlassian's name stands where a reader would look for it, and the host is another's.
fn imitates(host: &str, parts: &[&str]) -> bool {
    let has_suffix = [
        "atlassian.net",
        "atlassian.com",
        "atlassian-net",
        "atlassiannet",
        "atlassian-us-gov",
    ]
    .iter()
    .any(|suffix| host.contains(suffix));
    let domain = parts.len().checked_sub(2).and_then(|at| parts.get(at));
    // `acme-atlassian.com`, but not `atlassianpartner.com`.
    let has_domain = domain.is_some_and(|domain| domain.split('-').any(|word| word == "atlassian"));
    // `acme.jira.com.evil.example`, but not `jira.com.br`.
    let has_alias = host
        .split_once(".jira.com.")
        .is_some_and(|(_, rest)| rest.contains('.'));
    has_suffix || has_domain || has_alias || is_near_government(parts)
}

/// Whether a part is Government Cloud's domain but for one keystroke.
fn is_near_government(parts: &[&str]) -> bool {
    let mut names = hosts::SUFFIXES
        .iter()
        .filter_map(|suffix| suffix.text.trim_matches('.').strip_suffix(".net"))
        .filter(|name| name.contains("-us-gov"));
    names.any(|name| parts.iter().any(|part| one_keystroke(part, name)))
}

/// Whether one of Atlassian's domains stands anywhere in the text.
pub(super) fn names_atlassian(text: &str) -> bool {
    let text = keys::percent_decoded(text).to_ascii_lowercase();
    ["atlassian.net", "atlassian.com", ".jira.com"]
        .iter()
        .any(|name| text.contains(name))
}

/// The site that stands whole in a text: `acme` of `?continue=https://acme.atlassian.net/`.
pub(super) fn site_inside(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (before, _) = lower.split_once(".atlassian.net")?;
    last_name(before)
}

/// The site that a text names somewhere: `acme` of `acme.atlassian.net.evil.example` and of `acme-atlassian.net`.
pub(super) fn named_in(text: &str) -> Option<String> {
    let (before, _) = text.split_once("atlassian")?;
    last_name(before.trim_end_any(".-"))
}

fn last_name(before: &str) -> Option<String> {
    let start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '-')
        .map_or(0, |at| at + 1);
    // `%2e` in front is no part of the name.
    let escaped = start > 0 && before.get(start - 1..start) == Some("%");
    site_of(before.get(start..).filter(|_| !escaped)?)
}

/// The address of the commercial site of that name.
pub(super) fn site_of(name: &str) -> Option<String> {
    let usable = is_label(name)
        && !hosts::RESERVED.contains(&name)
        && !name.starts_with("xn--")
        && !other::is_placeholder_name(name);
    usable.then(|| ["https://", name, ".atlassian.net"].concat())
}

/// jira-facts.md 7: the rule of DNS for a label, in small letters.
pub(super) fn is_label(name: &str) -> bool {
    (1..=63).contains(&name.len())
        && !name.starts_with('-')
        && !name.ends_with('-')
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What keeps a text from being a host.
fn flaw(host: &str) -> Option<Prose> {
    let is_legal = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    if host.starts_with('[') {
        return None;
    }
    if !host.bytes().all(is_legal) {
        return Some(prose!(
            "The host holds a character that no host may have. Letters, digits, hyphens and full stops are allowed."
        ));
    }
    if host.len() > 253 {
        return Some(prose!(
            "The host is longer than the 253 characters that a host may have."
        ));
    }
    host.split('.').find_map(|label| match label {
        "" => Some(prose!("A name is missing: the host begins with a dot, or has two in a row. If a program filled it in, a setting was empty.")),
        _ if label.len() > 63 => Some(prose!("A part of the host is longer than the 63 characters that it may have.")),
        _ if label.starts_with('-') || label.ends_with('-') => {
            Some(prose!("A part of the host begins or ends with a hyphen, which no host does."))
        }
        _ => None,
    })
}
