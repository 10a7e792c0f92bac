//! What a script is to ask, read from the evidence: every part is plain, or known to be typed.

use crate::evidence::{Product, SentScheme};
use crate::facts::Facts;
use crate::quoting::Address;
use crate::read::account::AccountKind;
use crate::read::key::{self, KeyKind};
use crate::read::site::{Site, SiteKind};
use crate::read::token::TokenKind;
use crate::steps::StepName;
use crate::steps::ask::{self, Places};
use crate::veil::Veil;

/// What to ask, and as whom.
pub(super) struct Plan {
    /// Where Jira runs, without a slash at the end: `https://acme.atlassian.net`. Plain: see [`plain`].
    pub(super) jira: String,
    /// What `/wiki` stands behind: the site, or the gateway's address for Confluence.
    pub(super) wiki: String,
    /// The gateway to ask where a Cloud site refuses: `https://api.atlassian.com`; empty elsewhere.
    pub(super) gateway: String,
    /// The site's Cloud id, where the typed address carried it. Hexadecimal digits and hyphens.
    pub(super) cloud_id: String,
    /// The version of the API: 3 on Cloud, 2 on a server.
    pub(super) version: &'static str,
    /// The e-mail address or the user name; empty where nobody typed one. Without control characters and colons.
    pub(super) user: String,
    /// How the token is to travel.
    pub(super) travel: Travel,
    /// What to ask behind the proof of the credential: the path below `jira`, for Confluence below `wiki`. Plain.
    pub(super) steps: Vec<(StepName, String)>,
    /// Whether the issue is one of the project: who cannot see that cannot see it.
    pub(super) issue_is_in_project: bool,
}

/// How the token is to travel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Travel {
    /// As its form tells when it is there, to a Cloud site.
    Cloud,
    /// As its form tells when it is there, to the gateway.
    Gateway,
    /// As its form tells when it is there, to a server.
    Server,
    /// As the evidence tells.
    Known(SentScheme),
}

impl Travel {
    /// The word that the scripts know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::Gateway => "gateway",
            Self::Server => "server",
            Self::Known(SentScheme::Basic) => "basic",
            Self::Known(SentScheme::Bearer) => "bearer",
        }
    }
}

impl Plan {
    /// # Errors
    /// A sentence that says why nothing is to be asked.
    pub(super) fn of(facts: &Facts, veil: &Veil) -> Result<Self, String> {
        let places = Places::of(facts).map_err(|why| no_command(&why.to_string()))?;
        let site = facts.typed_site();
        let kind = site.map(|site| site.kind);
        let base = if kind == Some(SiteKind::Gateway) {
            places.gateway("jira")
        } else {
            site.and_then(|site| site.url.clone())
        };
        let jira = plain(&base.unwrap_or_default())?;
        if veil.hides(&jira) {
            return Err(no_command("the address contains a secret."));
        }
        let gateway = site
            .filter(|site| site.kind == SiteKind::Cloud)
            .and_then(Site::gateway_host);
        Ok(Self {
            wiki: if kind == Some(SiteKind::Gateway) {
                places.gateway("confluence").unwrap_or_default()
            } else {
                jira.clone()
            },
            jira,
            gateway: gateway.map_or_else(String::new, |host| ["https://", host].concat()),
            cloud_id: facts.cloud_id().unwrap_or_default().to_owned(),
            version: if places.is_server() { "2" } else { "3" },
            user: user(facts, veil)?,
            travel: travel(facts, kind)?,
            steps: steps(facts, &places, veil),
            issue_is_in_project: issue_is_in_project(facts),
        })
    }

    /// What the scripts that decide for themselves are told, by the names that they know it by.
    pub(super) fn variables(&self) -> [(&'static str, &str); 7] {
        [
            ("jira", &self.jira),
            ("wiki", &self.wiki),
            ("gateway", &self.gateway),
            ("id", &self.cloud_id),
            ("api", self.version),
            ("user", &self.user),
            ("scheme", self.travel.name()),
        ]
    }
}

/// What the page says of a step that is not asked, said of the command.
fn no_command(why: &str) -> String {
    ["There is no command: ", why].concat()
}

/// The typed user. Anything that may be a secret is asked for instead.
fn user(facts: &Facts, veil: &Veil) -> Result<String, String> {
    let account = facts.typed_account();
    let named = account.filter(|account| {
        matches!(
            account.kind,
            AccountKind::Email
                | AccountKind::UserName
                | AccountKind::DisplayName
                | AccountKind::AccountId
        ) && !veil.hides(&account.normal)
    });
    let user = named.map_or("", |account| &account.normal);
    // RFC 7617 section 2.
    if user.contains(|c: char| c == ':' || c.is_control()) {
        return Err(no_command(
            "the user name holds a colon or a control character, which no header carries.",
        ));
    }
    Ok(user.to_owned())
}

/// On Cloud the form of the token tells (jira-facts.md 1.1 and 3). On a server it does not tell all.
fn travel(facts: &Facts, kind: Option<SiteKind>) -> Result<Travel, String> {
    match kind {
        Some(SiteKind::Cloud) => return Ok(Travel::Cloud),
        Some(SiteKind::Gateway) => return Ok(Travel::Gateway),
        _ => {}
    }
    let is_typed = facts
        .token
        .as_ref()
        .is_some_and(|token| token.kind != TokenKind::Empty);
    if !is_typed {
        return Ok(Travel::Server);
    }
    let (scheme, _) =
        ask::credential(facts, ask::is_cloud(facts)).map_err(|why| no_command(&why.to_string()))?;
    Ok(Travel::Known(scheme))
}

/// What is asked once the account is known, in the order of the examination.
fn steps(facts: &Facts, places: &Places, veil: &Veil) -> Vec<(StepName, String)> {
    let api = if places.is_server() {
        "/rest/api/2"
    } else {
        "/rest/api/3"
    };
    let below = |path: &str, rest: &str| [api, path, rest].concat();
    let mut steps = Vec::new();
    let query = ask::permissions_query(facts, None);
    steps.push((StepName::Permissions, below("/mypermissions", &query)));
    if let Some(project) = ask::project(facts) {
        let query = ask::permissions_query(facts, Some(&project));
        steps.push((
            StepName::ProjectPermissions,
            below("/mypermissions", &query),
        ));
        steps.push((StepName::Project, below("/project/", &project.normal)));
    }
    if let Some(issue) = ask::issue(facts) {
        let path = [&issue.normal, "?fields=status"].concat();
        steps.push((StepName::Issue, below("/issue/", &path)));
    }
    let wants_confluence = facts.profile.is_some_and(|profile| profile.confluence)
        || facts.evidence.answers.product == Some(Product::Confluence);
    if wants_confluence && !places.is_server() {
        steps.push((
            StepName::Confluence,
            "/wiki/rest/api/user/current".to_owned(),
        ));
    }
    steps.retain(|(_, path)| !veil.hides(path));
    steps
}

fn issue_is_in_project(facts: &Facts) -> bool {
    let issue = ask::issue(facts).filter(|issue| issue.kind == KeyKind::Issue);
    let both = issue.zip(ask::project(facts));
    both.is_some_and(|(issue, project)| key::project_of(&issue.normal) == project.normal)
}

/// The address with nothing in it that any shell would read.
fn plain(url: &str) -> Result<String, String> {
    Address::of(url)
        .map(Address::into_text)
        .ok_or_else(|| no_command("no program can read this address."))
}
