//! Reads a profile, key by key, and says of what it refuses where it stands and why.

use super::tree::Tree;
use super::{
    AccountNeed, Correction, Guide, GuideStep, Message, PageLink, Part, PermissionNeed, Profile,
    ProfileError, SiteForm, SiteNeed, TokenNeed,
};
use crate::evidence::Deployment;
use crate::permission::permission;
use crate::problems;
use crate::read::token::TokenKind;
use crate::scope::purpose;

type Read<T> = Result<T, ProfileError>;

/// Names, labels and titles are shown beside a field.
const LONGEST_NAME: usize = 100;
/// Sentences.
const LONGEST_TEXT: usize = 1000;
/// Of a value that is refused, so much is shown.
const SHOWN: usize = 40;

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

pub(super) fn profile(tree: Tree) -> Read<Profile> {
    let mut keys = Value {
        path: String::new(),
        tree,
    }
    .object()?;
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
        problem: keys.required("problem", |value| value.known("problem", problems::find))?,
    };
    keys.end()?;
    Ok(read)
}

fn guide(value: Value) -> Read<Guide> {
    let mut keys = value.object()?;
    let read = Guide {
        title: keys.required("title", Value::name)?,
        url: keys.required("url", Value::address)?,
        steps: keys.list("steps", step)?,
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
    let path = value.path.clone();
    let id = value.name()?;
    let is_kebab_case = id.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    if is_kebab_case {
        Ok(id)
    } else {
        Err(error(
            &path,
            "must be small letters and digits, joined by hyphens",
        ))
    }
}

/// A value, and where it stands.
struct Value {
    path: String,
    tree: Tree,
}

impl Value {
    fn object(self) -> Read<Keys> {
        match self.tree {
            Tree::Object(entries) => Ok(Keys {
                path: self.path,
                entries,
            }),
            _ => Err(error(&self.path, "must be an object")),
        }
    }

    fn items(self) -> Read<Vec<Self>> {
        let Tree::List(items) = self.tree else {
            return Err(error(&self.path, "must be a list"));
        };
        let path = |at: usize| [&self.path, "[", &at.to_string(), "]"].concat();
        let placed = items.into_iter().enumerate().map(|(at, tree)| Self {
            path: path(at),
            tree,
        });
        Ok(placed.collect())
    }

    /// A list of at least one value, each of them once.
    fn set<T: PartialEq>(self, read: impl Fn(Self) -> Read<T>) -> Read<Vec<T>> {
        let path = self.path.clone();
        let mut set = Vec::new();
        for item in self.items()? {
            let path = item.path.clone();
            let value = read(item)?;
            if set.contains(&value) {
                return Err(error(&path, "stands in the list twice"));
            }
            set.push(value);
        }
        if set.is_empty() {
            return Err(error(&path, "must name at least one"));
        }
        Ok(set)
    }

    fn name(self) -> Read<String> {
        self.text_of(LONGEST_NAME)
    }

    fn text(self) -> Read<String> {
        self.text_of(LONGEST_TEXT)
    }

    /// A text that says something, of so many characters at most.
    fn text_of(self, longest: usize) -> Read<String> {
        let reason = match self.tree {
            Tree::Text(text) if text.trim().is_empty() => "must not be blank".to_owned(),
            Tree::Text(text) if text.chars().nth(longest).is_some() => [
                "must not be longer than ",
                &longest.to_string(),
                " characters",
            ]
            .concat(),
            Tree::Text(text) => return Ok(text),
            _ => "must be a text".to_owned(),
        };
        Err(error(&self.path, &reason))
    }

    fn address(self) -> Read<String> {
        let path = self.path.clone();
        let text = self.text()?;
        let rest = text.strip_prefix("https://").unwrap_or_default();
        if rest.is_empty() || rest.contains(char::is_whitespace) {
            return Err(error(&path, "must be an address that begins with https://"));
        }
        Ok(text)
    }

    /// The thing of this sort that the text names.
    fn known<T>(self, sort: &str, find: impl Fn(&str) -> Option<T>) -> Read<T> {
        let path = self.path.clone();
        let text = self.name()?;
        find(&text).ok_or_else(|| {
            let reason = ["no ", sort, " is called ", &quoted(&text)];
            error(&path, &reason.concat())
        })
    }

    fn one_of<T: Copy>(self, values: &[(&str, T)]) -> Read<T> {
        let path = self.path.clone();
        let text = self.name()?;
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == text) {
            return Ok(*value);
        }
        let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
        let reason = [
            "must be one of ",
            &names.join(", "),
            "; it is ",
            &quoted(&text),
        ];
        Err(error(&path, &reason.concat()))
    }
}

/// The keys of an object that have not been read yet.
struct Keys {
    path: String,
    entries: Vec<(String, Tree)>,
}

impl Keys {
    fn required<T>(&mut self, key: &str, read: impl FnOnce(Value) -> Read<T>) -> Read<T> {
        match self.optional(key, read)? {
            Some(value) => Ok(value),
            None => Err(error(&self.path_of(key), "this key is missing")),
        }
    }

    fn optional<T>(&mut self, key: &str, read: impl FnOnce(Value) -> Read<T>) -> Read<Option<T>> {
        let mut given = Tree::Nothing;
        // Of a key that stands there twice the last counts, as everywhere in JSON.
        while let Some(at) = self.entries.iter().position(|(name, _)| name == key) {
            given = self.entries.remove(at).1;
        }
        match given {
            Tree::Nothing => Ok(None),
            tree => {
                let path = self.path_of(key);
                read(Value { path, tree }).map(Some)
            }
        }
    }

    /// A list that may be missing.
    fn list<T>(&mut self, key: &str, read: impl Fn(Value) -> Read<T>) -> Read<Vec<T>> {
        let items = self.optional(key, Value::items)?.unwrap_or_default();
        items.into_iter().map(read).collect()
    }

    /// `true`, or `false`, or missing.
    fn flag(&mut self, key: &str) -> Read<bool> {
        let flag = self.optional(key, |value| match value.tree {
            Tree::Flag(flag) => Ok(flag),
            _ => Err(error(&value.path, "must be true or false")),
        })?;
        Ok(flag.unwrap_or_default())
    }

    /// Refuses what is left: keys that no profile has.
    fn end(self) -> Read<()> {
        match self.entries.first() {
            None => Ok(()),
            Some((key, _)) => {
                let key: String = key.chars().take(SHOWN).collect();
                Err(error(&self.path_of(&key), "unknown key"))
            }
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            [&self.path, ".", key].concat()
        }
    }
}

/// The beginning of a text in quotation marks.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(SHOWN).collect();
    ["\"", &shown, "\""].concat()
}

fn error(path: &str, reason: &str) -> ProfileError {
    ProfileError {
        path: path.to_owned(),
        reason: reason.to_owned(),
    }
}
