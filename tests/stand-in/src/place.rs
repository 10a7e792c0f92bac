//! Who is asked: a place, by the `Host` header and, at the gateway, by the cloudId.

use sha2::{Digest, Sha256};

use crate::answer::uuid;
use crate::ask::Ask;
use crate::scenario::{self, EXAMPLES, SCENARIOS, Scenario};

/// Where the scenario plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Cloud,
    DataCenter,
}

impl Kind {
    /// The address of the place of this name.
    pub(crate) fn address(self, name: &str) -> String {
        match self {
            Self::Cloud => format!("https://{name}{CLOUD}"),
            Self::DataCenter => format!("https://{name}{DATA_CENTER}{CONTEXT}"),
        }
    }
}

const CLOUD: &str = ".atlassian.net";
const GATEWAY: &str = "api.atlassian.com";
const DATA_CENTER: &str = ".acme.example";
/// The context path of Data Center.
pub(crate) const CONTEXT: &str = "/jira";

/// Who is asked.
pub(crate) enum Place {
    Site(Site),
    /// The gateway; the site whose cloudId the path names, and the path behind that.
    Gateway(Option<(Site, String)>),
    /// The tests' own questions.
    Control,
    /// A host that has nothing to do with Jira.
    Elsewhere,
}

/// One site of Cloud or one Data Center.
pub(crate) struct Site {
    /// The first label of its host.
    pub(crate) name: String,
    /// What the gateway calls it.
    pub(crate) cloud_id: String,
    pub(crate) scenario: &'static Scenario,
    pub(crate) cors: Cors,
}

/// What pages of other origins may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cors {
    /// Nothing, as at Atlassian.
    Refused,
    /// The answers.
    Allowed,
    /// The answers and the headers that are not read by default.
    Exposed,
}

const VARIANTS: [(&str, Cors); 3] = [
    ("-exposed", Cors::Exposed),
    ("-cors", Cors::Allowed),
    ("", Cors::Refused),
];

impl Place {
    pub(crate) fn of(ask: &Ask) -> Self {
        let host = ask.host.as_str();
        if host == "127.0.0.1" {
            return Self::Control;
        }
        if host == GATEWAY {
            return Self::Gateway(at_gateway(&ask.path));
        }
        let site = |suffix, kind| {
            let site = Site::named(host.strip_suffix(suffix)?, kind);
            (site.scenario.kind == kind).then_some(site)
        };
        site(CLOUD, Kind::Cloud)
            .or_else(|| site(DATA_CENTER, Kind::DataCenter))
            .map_or(Self::Elsewhere, Self::Site)
    }

    /// What pages may read here. A host of nobody's lets them read nothing.
    pub(crate) fn cors(&self) -> Cors {
        match self {
            Self::Site(site) | Self::Gateway(Some((site, _))) => site.cors,
            Self::Gateway(None) | Self::Control | Self::Elsewhere => Cors::Refused,
        }
    }
}

impl Site {
    fn named(name: &str, kind: Kind) -> Self {
        // The empty suffix is the last one, since every name ends with it.
        let (base, suffix, cors) = VARIANTS
            .into_iter()
            .find_map(|(suffix, cors)| Some((name.strip_suffix(suffix)?, suffix, cors)))
            .unwrap_or((name, "", Cors::Refused));
        let scenario = scenario::find(base, kind);
        Self {
            name: name.to_owned(),
            cloud_id: cloud_id(&format!("{}{suffix}", scenario.name)),
            scenario,
            cors,
        }
    }

    /// The address, without a slash at the end.
    pub(crate) fn address(&self) -> String {
        self.scenario.kind.address(&self.name)
    }
}

/// The names of all places of scenarios, with their addresses.
pub(crate) fn all() -> impl Iterator<Item = (String, String)> {
    let scenarios = SCENARIOS
        .iter()
        .map(|scenario| (scenario.name, scenario.kind));
    let examples = EXAMPLES.into_iter().filter_map(|(example, name)| {
        let scenario = SCENARIOS.iter().find(|scenario| scenario.name == name)?;
        Some((example, scenario.kind))
    });
    scenarios.chain(examples).flat_map(|(name, kind)| {
        VARIANTS.into_iter().map(move |(suffix, _)| {
            let name = format!("{name}{suffix}");
            let address = kind.address(&name);
            (name, address)
        })
    })
}

fn at_gateway(path: &str) -> Option<(Site, String)> {
    let below = path.strip_prefix("/ex/")?;
    let (product, below) = below.split_once('/')?;
    let (id, rest) = below.split_once('/')?;
    let (name, _) = all().find(|(name, _)| cloud_id(name) == id)?;
    // The path that the site itself would have.
    let rest = match product {
        "jira" => format!("/{rest}"),
        "confluence" => format!("/wiki/{}", rest.strip_prefix("wiki/").unwrap_or(rest)),
        _ => return None,
    };
    Some((Site::named(&name, Kind::Cloud), rest))
}

fn cloud_id(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let bits = digest
        .iter()
        .take(16)
        .fold(0, |bits: u128, &byte| bits << 8 | u128::from(byte));
    uuid(bits)
}
