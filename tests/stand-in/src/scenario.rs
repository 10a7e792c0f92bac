//! The scenarios: what a person types, and what is wrong with the place that they ask.

use serde_json::{Value, json};

use crate::fault::Fault;
use crate::people::Credential;
use crate::place::Kind;

/// One scenario. Its name is that of its place: `wrong` is asked at `https://wrong.atlassian.net`.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) credential: Credential,
    /// What the place does instead of answering as Jira does.
    pub(crate) fault: Option<Fault>,
    pub(crate) project: &'static str,
    pub(crate) issue: &'static str,
}

/// The project and the issue that every place has.
pub(crate) const PROJECT: &str = "WEB";
pub(crate) const ISSUE: &str = "WEB-1";

pub(crate) static SCENARIOS: [Scenario; 34] = [
    // The credential.
    cloud("good", Credential::Good),
    cloud("wrong", Credential::Wrong),
    cloud("expired", Credential::Expired),
    cloud("other-email", Credential::OtherEmail),
    cloud("scoped", Credential::Scoped),
    cloud("under-scoped", Credential::UnderScoped),
    cloud("service-account", Credential::ServiceAccount),
    cloud("bearer", Credential::AsBearer),
    // What the account may do.
    cloud("unlicensed", Credential::Unlicensed),
    cloud("viewer", Credential::Viewer),
    cloud("outsider", Credential::Outsider),
    Scenario {
        project: "NOPE",
        ..cloud("project-missing", Credential::Good)
    },
    Scenario {
        issue: "WEB-404",
        ..cloud("issue-missing", Credential::Good)
    },
    // The site.
    faulty("rate-limited", Fault::RateLimited),
    faulty("suspended", Fault::Suspended),
    faulty("no-such-site", Fault::NoSuchSite),
    faulty("redirects-to-login", Fault::RedirectsToLogin),
    faulty("redirects-elsewhere", Fault::RedirectsElsewhere),
    faulty("ip-allowlist", Fault::IpAllowlist),
    faulty("server-error", Fault::ServerError),
    // What stands in between.
    faulty("html", Fault::Html),
    faulty("lying-type", Fault::LyingType),
    faulty("slow", Fault::Slow),
    faulty("stalls", Fault::Stalls),
    faulty("cut-off", Fault::CutOff),
    faulty("too-large", Fault::TooLarge),
    faulty("closes-early", Fault::ClosesEarly),
    // Data Center.
    data_center("data-center", Credential::AccessToken),
    data_center("password", Credential::Password),
    data_center("wrong-password", Credential::WrongPassword),
    data_center("token-as-password", Credential::AccessTokenAsPassword),
    Scenario {
        fault: Some(Fault::Captcha),
        ..data_center("captcha", Credential::Password)
    },
    Scenario {
        fault: Some(Fault::BasicDisabled),
        ..data_center("basic-disabled", Credential::Password)
    },
    Scenario {
        fault: Some(Fault::RedirectsToLogin),
        ..data_center("sign-on", Credential::Password)
    },
];

const fn cloud(name: &'static str, credential: Credential) -> Scenario {
    Scenario {
        name,
        kind: Kind::Cloud,
        credential,
        fault: None,
        project: PROJECT,
        issue: ISSUE,
    }
}

const fn faulty(name: &'static str, fault: Fault) -> Scenario {
    Scenario {
        fault: Some(fault),
        ..cloud(name, Credential::Good)
    }
}

const fn data_center(name: &'static str, credential: Credential) -> Scenario {
    Scenario {
        kind: Kind::DataCenter,
        ..cloud(name, credential)
    }
}

/// Where nobody has set up a site.
static NO_SUCH_SITE: Scenario = faulty("no-such-site", Fault::NoSuchSite);

/// The names of the README's examples, and the scenarios that play there.
pub(crate) const EXAMPLES: [(&str, &str); 2] = [("acme", "good"), ("jira", "data-center")];

/// The scenario that plays at a place of this name.
pub(crate) fn find(name: &str, kind: Kind) -> &'static Scenario {
    let name = EXAMPLES
        .iter()
        .find(|(example, _)| *example == name)
        .map_or(name, |(_, name)| name);
    SCENARIOS
        .iter()
        .find(|scenario| scenario.name == name && scenario.kind == kind)
        .unwrap_or(&NO_SUCH_SITE)
}

impl Scenario {
    /// What the person has, as evidence for `diagnose()`: the address of this place and the texts of the fields.
    pub(crate) fn evidence(&self, name: &str) -> Value {
        let typed = self.credential.typed();
        let mut evidence = json!({
            "site": self.kind.address(name), "token": typed.token, "project": self.project, "issue": self.issue,
        });
        if let Some(email) = typed.email {
            evidence["email"] = email.into();
        }
        if let Some(authorization) = typed.authorization {
            evidence["authorization"] = authorization.into();
        }
        evidence
    }
}
