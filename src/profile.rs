//! What one integration needs of Jira, as its vendor or whoever embeds the checker writes it down: a small JSON.
//!
//! `www/profiles/profile.schema.json` says the same for editors; a test holds the two together.

use std::fmt;

use serde::Serialize;

use crate::evidence::Deployment;
use crate::read::site::{Forms, Site};
use crate::read::token::TokenKind;
use crate::scope::Purpose;
use crate::veiled::shows_as_it_is;

/// What one integration needs of Jira.
///
/// ```
/// let error = serde_json::from_str::<jira_doctor::Profile>(r#"{"id":"acme-sync","name":"Acme Sync","sites":{}}"#);
/// assert_eq!(error.unwrap_err().to_string(), "deployments: this key is missing");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The id, in kebab case: `bolddesk`.
    pub id: String,
    /// The product's name: `BoldDesk`.
    pub name: String,
    /// Which deployments it can talk to; none named means both.
    pub deployments: Vec<Deployment>,
    /// What its field for the site wants.
    pub site: SiteNeed,
    /// What its field for the account is called.
    pub account: AccountNeed,
    /// What its field for the secret wants.
    pub token: TokenNeed,
    /// The permissions that it needs.
    pub permissions: Vec<PermissionNeed>,
    /// What it does with Jira, for the scopes to tick.
    pub purposes: Vec<&'static Purpose>,
    /// Whether it works in one project.
    pub needs_project: bool,
    /// Whether an issue is needed to test it.
    pub needs_issue: bool,
    /// Whether it calls Confluence too.
    pub confluence: bool,
    /// Its own error messages.
    pub messages: Vec<Message>,
    /// Its guide.
    pub guide: Option<Guide>,
}

/// What a product's field for the site wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteNeed {
    /// The form of the address.
    pub form: SiteForm,
    /// The field's label.
    pub label: String,
}

/// The forms of a site's address that products ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SiteForm {
    /// `acme`
    Subdomain,
    /// `acme.atlassian.net`
    Host,
    /// `https://acme.atlassian.net`
    #[default]
    Url,
}

/// What a product's field for the account is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountNeed {
    /// The field's label.
    pub label: String,
}

/// What a product's field for the secret wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenNeed {
    /// The field's label.
    pub label: String,
    /// The kinds that it takes; none named means any.
    pub kinds: Vec<TokenKind>,
    /// Whether it may be a token with scopes: only where the product calls the gateway.
    pub scoped: bool,
}

/// A permission that an integration needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermissionNeed {
    /// Jira's key: `BROWSE_PROJECTS`.
    pub key: String,
    /// Whether nothing works without it.
    pub required: bool,
    /// What it is needed for.
    pub why: Option<String>,
}

/// One of a product's own error messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The part of it that is always the same.
    pub text: String,
    /// The id of the problem that it speaks for.
    pub problem: &'static str,
}

/// A product's guide, told so that it can be followed on the page of the checker alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The title of the vendor's own page.
    pub title: String,
    /// Its address.
    pub url: String,
    /// What to do, in order.
    pub steps: Vec<GuideStep>,
    /// Where the vendor's page is out of date.
    pub corrections: Vec<Correction>,
}

/// One step of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideStep {
    /// What to do.
    pub text: String,
    /// The page where it is done, where that is another one.
    pub link: Option<PageLink>,
    /// The part of the checker where it is done.
    pub part: Option<Part>,
}

/// The parts of the checker in which a step of a guide can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The field of the site.
    Site,
    /// The field of the account.
    Email,
    /// The field of the secret.
    Token,
    /// The field of the project.
    Project,
    /// The field of the issue.
    Issue,
    /// The scopes to tick.
    Scopes,
    /// Asking Jira: the command, the box for its output, the button.
    Ask,
    /// The table of permissions.
    Permissions,
    /// The values to take over into the product.
    Setup,
}

shows_as_it_is!(Part);

/// A link to another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// The page's title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A place where a vendor's guide is out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the guide says.
    pub says: String,
    /// What holds today.
    pub holds: String,
    /// Why.
    pub why: String,
    /// Where it is written.
    pub link: Option<PageLink>,
}

/// Why a profile is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileError {
    /// Where: `permissions[2].key`. Empty for the profile as a whole.
    pub path: String,
    /// What is wrong there.
    pub reason: String,
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for ProfileError {}

impl Profile {
    /// Whether the product can talk to this deployment.
    pub fn takes(&self, deployment: Deployment) -> bool {
        self.deployments.is_empty() || self.deployments.contains(&deployment)
    }

    /// Whether the product's field for the secret may hold this kind.
    pub fn takes_token(&self, kind: TokenKind) -> bool {
        self.token.kinds.is_empty() || self.token.kinds.contains(&kind)
    }

    /// The site in the form that the product's field wants; `None` where it has no such form.
    pub fn site_value<'s>(&self, site: &'s Site) -> Option<&'s str> {
        self.site.form.of(site.forms.as_ref()?)
    }
}

impl SiteForm {
    /// The address in this form.
    pub fn of(self, forms: &Forms) -> Option<&str> {
        match self {
            Self::Subdomain => forms.subdomain.as_deref(),
            Self::Host => Some(&forms.host),
            Self::Url => Some(&forms.url),
        }
    }
}
