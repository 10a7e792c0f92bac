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
    /// The permission that the product asks for beyond looking.
    pub(crate) needs: Option<&'static str>,
    /// The problem that an examination is to name first; `None` where it is to find no fault.
    pub(crate) cause: Option<&'static str>,
    /// The same for an examination in a page, where a page is told too little to name that one.
    pub(crate) cause_in_page: Option<&'static str>,
}

/// The project and the issue that every place has.
pub(crate) const PROJECT: &str = "WEB";
pub(crate) const ISSUE: &str = "WEB-1";

pub(crate) static SCENARIOS: [Scenario; 35] = [
    // The credential.
    cloud("good", Credential::Good),
    cloud("wrong", Credential::Wrong).because("token-revoked-or-wrong"),
    cloud("expired", Credential::Expired).because("token-revoked-or-wrong"),
    cloud("other-email", Credential::OtherEmail).because("token-revoked-or-wrong"),
    cloud("scoped", Credential::Scoped).because("token-scoped-needs-gateway"),
    cloud("under-scoped", Credential::UnderScoped).because("token-scope-missing"),
    cloud("service-account", Credential::ServiceAccount).because("token-scoped-needs-gateway"),
    cloud("bearer", Credential::AsBearer).because("auth-scheme-wrong"),
    // What the account may do.
    cloud("unlicensed", Credential::Unlicensed).because("no-product-access"),
    Scenario {
        needs: Some("CREATE_ISSUES"),
        ..cloud("viewer", Credential::Viewer).because("permission-project")
    },
    cloud("outsider", Credential::Outsider).because("permission-project"),
    Scenario {
        project: "NOPE",
        issue: "NOPE-1",
        ..cloud("project-missing", Credential::Good).because("project-not-found")
    },
    Scenario {
        issue: "WEB-404",
        ..cloud("issue-missing", Credential::Good).because("issue-not-found")
    },
    // The site.
    cloud("rate-limited", Credential::Good)
        .with(Fault::RateLimited)
        .because("rate-limited"),
    cloud("suspended", Credential::Good)
        .with(Fault::Suspended)
        .because("site-suspended"),
    NO_SUCH_SITE,
    cloud("redirects-to-login", Credential::Good)
        .with(Fault::RedirectsToLogin)
        .because("redirect-to-login"),
    cloud("ip-allowlist", Credential::Good)
        .with(Fault::IpAllowlist)
        .because("ip-allowlist"),
    cloud("server-error", Credential::Good)
        .with(Fault::ServerError)
        .because("server-error"),
    // What stands in between.
    cloud("html", Credential::Good)
        .with(Fault::Html)
        .because("html-instead-of-json"),
    cloud("lying-type", Credential::Good)
        .with(Fault::LyingType)
        .because("html-instead-of-json"),
    cloud("slow", Credential::Good)
        .with(Fault::Slow)
        .because("timeout"),
    cloud("stalls", Credential::Good)
        .with(Fault::Stalls)
        .because("timeout"),
    cloud("cut-off", Credential::Good)
        .with(Fault::CutOff)
        .because("connection-refused"),
    cloud("too-large", Credential::Good)
        .with(Fault::TooLarge)
        .because("html-instead-of-json"),
    cloud("closes-early", Credential::Good)
        .with(Fault::ClosesEarly)
        .because("connection-refused")
        .in_page("cors-blocked"),
    // Data Center.
    data_center("data-center", Credential::AccessToken),
    data_center("password", Credential::Password),
    data_center("wrong-password", Credential::WrongPassword).because("token-revoked-or-wrong"),
    data_center("token-as-password", Credential::AccessTokenAsPassword)
        .because("auth-scheme-wrong"),
    data_center("captcha", Credential::Password)
        .with(Fault::Captcha)
        .because("captcha-locked"),
    data_center("basic-disabled", Credential::Password)
        .with(Fault::BasicDisabled)
        .because("basic-auth-disabled"),
    data_center("sign-on", Credential::Password)
        .with(Fault::RedirectsToLogin)
        .because("redirect-to-login"),
    data_center("redirects-elsewhere", Credential::Password)
        .with(Fault::RedirectsElsewhere)
        .because("redirect-internal")
        .in_page("redirect-to-login"),
    data_center("redirects-myself", Credential::Password)
        .with(Fault::RedirectsMyself)
        .because("redirect-internal")
        .in_page("redirect-to-login"),
];

const fn cloud(name: &'static str, credential: Credential) -> Scenario {
    Scenario {
        name,
        kind: Kind::Cloud,
        credential,
        fault: None,
        project: PROJECT,
        issue: ISSUE,
        needs: None,
        cause: None,
        cause_in_page: None,
    }
}

const fn data_center(name: &'static str, credential: Credential) -> Scenario {
    Scenario {
        kind: Kind::DataCenter,
        ..cloud(name, credential)
    }
}

/// Where nobody has set up a site.
const NO_SUCH_SITE: Scenario = cloud("no-such-site", Credential::Good)
    .with(Fault::NoSuchSite)
    .because("url-wrong-site");

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
    const fn with(self, fault: Fault) -> Self {
        Self {
            fault: Some(fault),
            ..self
        }
    }

    const fn because(self, cause: &'static str) -> Self {
        Self {
            cause: Some(cause),
            cause_in_page: Some(cause),
            ..self
        }
    }

    /// No page is told where a redirect leads, nor why a call failed.
    const fn in_page(self, cause: &'static str) -> Self {
        Self {
            cause_in_page: Some(cause),
            ..self
        }
    }

    /// The scenario for the tests. `evidence` is what the person has, for `diagnose()`: the address of this place and the
    /// texts of the fields.
    pub(crate) fn told(&self) -> Value {
        let typed = self.credential.typed();
        let mut evidence = json!({
            "site": self.kind.address(self.name), "token": typed.token, "project": self.project, "issue": self.issue,
        });
        if let Some(email) = typed.email {
            evidence["email"] = email.into();
        }
        if let Some(authorization) = typed.authorization {
            evidence["authorization"] = authorization.into();
        }
        json!({
            "name": self.name, "evidence": evidence, "profile": self.needs.map(profile), "cause": self.cause,
            "causeInPage": self.cause_in_page,
        })
    }
}

/// A product that needs a permission.
fn profile(key: &str) -> Value {
    json!({
        "id": "tool", "name": "Tool", "deployments": ["cloud"],
        "site": { "form": "url", "label": "Site" }, "account": { "label": "E-mail" },
        "token": { "label": "API token", "kinds": ["api-token"], "scoped": false },
        "permissions": [{ "key": key, "required": true, "why": "It creates issues." }],
    })
}
