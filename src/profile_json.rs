//! Reads a profile, key by key, and says of what it refuses where it stands and why.

mod value;

use serde::{Deserialize, Deserializer};

use self::value::{Read, Value, error};
use crate::evidence::Deployment;
use crate::permission::permission;
use crate::problems;
use crate::profile::{
    AccountNeed, Correction, Guide, GuideStep, Message, PageLink, Part, PermissionNeed, Profile,
    SiteForm, SiteNeed, TokenNeed,
};
use crate::read::token::TokenKind;
use crate::scope::purpose;
use crate::tree::{FromTree, Tree};

const DEPLOYMENTS: &[(&str, Deployment)] = &[
    ("cloud", Deployment::Cloud),
    ("data-center", Deployment::DataCenter),
];

const FORMS: &[(&str, SiteForm)] = &[
    ("subdomain", SiteForm::Subdomain),
    ("host", SiteForm::Host),
    ("url", SiteForm::Url),
];

const KINDS: &[(&str, TokenKind)] = &[
    ("api-token", TokenKind::ApiToken),
    ("service-account-token", TokenKind::ServiceAccountToken),
    ("data-center-pat", TokenKind::DataCenterPat),
    ("password", TokenKind::Password),
];

const PARTS: &[(&str, Part)] = &[
    ("site", Part::Site),
    ("email", Part::Email),
    ("token", Part::Token),
    ("project", Part::Project),
    ("issue", Part::Issue),
    ("scopes", Part::Scopes),
    ("ask", Part::Ask),
    ("permissions", Part::Permissions),
    ("setup", Part::Setup),
];

/// Refuses what is no profile, by path and reason: see [`ProfileError`](crate::ProfileError).
impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_tree(Tree::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl FromTree for Profile {
    fn from_tree(tree: Tree) -> Result<Self, String> {
        profile(tree).map_err(|error| error.to_string())
    }
}

fn profile(tree: Tree) -> Read<Profile> {
    let mut keys = Value::whole(tree).object()?;
    // Where editors find the schema.
    keys.optional("$schema", Value::text)?;
    let read = Profile {
        id: keys.required("id", id)?,
        name: keys.required("name", Value::name)?,
        deployments: keys.required("deployments", |value| {
            value.set(|value| value.one_of(DEPLOYMENTS))
        })?,
        site: keys.required("site", site)?,
        account: keys.required("account", account)?,
        token: keys.required("token", token)?,
        permissions: keys.list("permissions", permission_need)?,
        purposes: keys
            .optional("purposes", |value| {
                value.set(|value| value.known("purpose", purpose))
            })?
            .unwrap_or_default(),
        needs_project: keys.flag("needsProject")?,
        needs_issue: keys.flag("needsIssue")?,
        confluence: keys.flag("confluence")?,
        messages: keys.list("messages", message)?,
        guide: keys.optional("guide", guide)?,
    };
    keys.end()?;
    agree(&read)?;
    Ok(read)
}

/// What no single key tells.
fn agree(read: &Profile) -> Read<()> {
    let is_server_too = read.deployments.contains(&Deployment::DataCenter);
    if is_server_too && read.site.form == SiteForm::Subdomain {
        let reason = "a server of one's own has no subdomain of Atlassian's, and `deployments` names \"data-center\"";
        return Err(error("site.form", reason));
    }
    for (at, need) in read.permissions.iter().enumerate() {
        if read
            .permissions
            .iter()
            .take(at)
            .any(|before| before.key == need.key)
        {
            let path = ["permissions[", &at.to_string(), "].key"].concat();
            let reason = [&need.key, " is named twice"].concat();
            return Err(error(&path, &reason));
        }
    }
    Ok(())
}

fn site(value: Value) -> Read<SiteNeed> {
    let mut keys = value.object()?;
    let read = SiteNeed {
        form: keys.required("form", |value| value.one_of(FORMS))?,
        label: keys.required("label", Value::name)?,
    };
    keys.end()?;
    Ok(read)
}

fn account(value: Value) -> Read<AccountNeed> {
    let mut keys = value.object()?;
    let read = AccountNeed {
        label: keys.required("label", Value::name)?,
    };
    keys.end()?;
    Ok(read)
}

fn token(value: Value) -> Read<TokenNeed> {
    let mut keys = value.object()?;
    let read = TokenNeed {
        label: keys.required("label", Value::name)?,
        kinds: keys.required("kinds", |value| value.set(|value| value.one_of(KINDS)))?,
        scoped: keys.flag("scoped")?,
    };
    keys.end()?;
    Ok(read)
}

fn permission_need(value: Value) -> Read<PermissionNeed> {
    let mut keys = value.object()?;
    let read = PermissionNeed {
        key: keys.required("key", |value| {
            let known = |key: &str| permission(key).map(|_| key.to_owned());
            value.known("permission", known)
        })?,
        required: keys.flag("required")?,
        why: keys.optional("why", Value::text)?,
    };
    keys.end()?;
    Ok(read)
}

fn message(value: Value) -> Read<Message> {
    let mut keys = value.object()?;
    let read = Message {
        text: keys.required("text", Value::text)?,
        problem: keys.required("problem", |value| value.known("problem", id_of))?,
    };
    keys.end()?;
    Ok(read)
}

/// The id, where there is such a problem.
fn id_of(problem: &str) -> Option<&'static str> {
    Some(problems::find(problem)?.id)
}

fn guide(value: Value) -> Read<Guide> {
    let mut keys = value.object()?;
    let read = Guide {
        title: keys.required("title", Value::name)?,
        url: keys.required("url", Value::address)?,
        steps: keys.required("steps", |value| {
            value.items()?.into_iter().map(step).collect()
        })?,
        corrections: keys.list("corrections", correction)?,
    };
    keys.end()?;
    Ok(read)
}

fn step(value: Value) -> Read<GuideStep> {
    let mut keys = value.object()?;
    let read = GuideStep {
        text: keys.required("text", Value::text)?,
        link: keys.optional("link", link)?,
        part: keys.optional("part", |value| value.one_of(PARTS))?,
    };
    keys.end()?;
    Ok(read)
}

fn correction(value: Value) -> Read<Correction> {
    let mut keys = value.object()?;
    let read = Correction {
        says: keys.required("says", Value::text)?,
        holds: keys.required("holds", Value::text)?,
        why: keys.required("why", Value::text)?,
        link: keys.optional("link", link)?,
    };
    keys.end()?;
    Ok(read)
}

fn link(value: Value) -> Read<PageLink> {
    let mut keys = value.object()?;
    let read = PageLink {
        title: keys.required("title", Value::name)?,
        url: keys.required("url", Value::address)?,
    };
    keys.end()?;
    Ok(read)
}

fn id(value: Value) -> Read<String> {
    let is_word = |part: &str| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    let is_kebab_case = |text: &str| text.split('-').all(is_word);
    value.checked(
        is_kebab_case,
        "must be small letters and digits, joined by hyphens",
    )
}
