//! What a good answer tells. Its shape decides, not its address: people paste bodies without one (jira-facts.md 6).

use super::{Content, Endpoint};
use crate::evidence::Deployment;
use crate::read::data::{Frame, Token, unescape};
use crate::text::cut;

/// More permissions than Jira knows.
const MOST_PERMISSIONS: usize = 1000;

/// What was seen of an answer. Texts are still escaped.
#[derive(Default)]
pub(super) struct Seen<'a> {
    top: Object<'a>,
    /// The first of a list at the top or in `values`.
    first: Object<'a>,
    permissions: Vec<(String, bool)>,
    /// `fields: {…}`, which issues have.
    has_fields: bool,
    issues: Option<usize>,
    /// A list at the top or in `values`.
    list: Option<usize>,
    total: Option<usize>,
}

/// The keys of one object that tell what it is.
#[derive(Default)]
struct Object<'a> {
    account_id: Option<&'a str>,
    account_type: Option<&'a str>,
    active: Option<bool>,
    base_url: Option<&'a str>,
    cloud_id: Option<&'a str>,
    display_name: Option<&'a str>,
    deployment: Option<&'a str>,
    email: Option<&'a str>,
    id: Option<&'a str>,
    key: Option<&'a str>,
    name: Option<&'a str>,
    project_type: Option<&'a str>,
    itself: Option<&'a str>,
    sort: Option<&'a str>,
    user_name: Option<&'a str>,
    version: Option<&'a str>,
}

impl<'a> Seen<'a> {
    /// Looks at one token.
    pub(super) fn take(&mut self, path: &[Frame<'a>], token: Token<'a>) {
        match token {
            Token::Value(key, text) if text.is_literal() => self.word(path, key, text.raw),
            Token::Value(key, text) => {
                if let Some(object) = self.object(path) {
                    object.text(key, text.raw);
                }
            }
            Token::Open(_) => {
                self.has_fields |= matches!(path, [_, fields] if fields.key == "fields");
            }
            Token::Close(frame, _) => {
                if frame.list {
                    self.list(path, frame.key, frame.items);
                }
            }
        }
    }

    /// What it is.
    pub(super) fn finish(self, endpoint: Endpoint) -> Content {
        let top = &self.top;
        if top.sort == Some("anonymous") {
            return Content::Anonymous;
        }
        if let Some(issues) = self.issues {
            return Content::Issues(issues.max(self.total.unwrap_or_default()));
        }
        if let Some(items) = self.list
            && self.lists_projects(endpoint)
        {
            return Content::Projects(items.max(self.total.unwrap_or_default()));
        }
        if !self.permissions.is_empty() {
            return Content::Permissions(self.permissions);
        }
        if let Some(id) = top.account() {
            return Content::Account {
                id: plain(id),
                active: top.active,
                email: top.email.map(plain),
                name: top.display_name.map(plain),
                kind: top.account_type.map(plain),
            };
        }
        if let Some(cloud_id) = top.cloud_id {
            return Content::TenantInfo {
                cloud_id: plain(cloud_id),
            };
        }
        if top.deployment.is_some() || top.base_url.is_some() && top.version.is_some() {
            return Content::ServerInfo {
                deployment: top.deployment.and_then(deployment),
                base_url: top.base_url.map(plain),
            };
        }
        let empty = self.list == Some(0) && top.itself.is_none() && top.id.is_none();
        self.keyed().unwrap_or(if empty {
            Content::EmptyList
        } else {
            Content::Unknown
        })
    }

    /// One issue, or one project.
    fn keyed(&self) -> Option<Content> {
        let key = self.top.key?;
        let is_issue = self.has_fields || self.top.is_at("/issue/");
        if is_issue || is_issue_key(key) && self.top.id.is_some() {
            return Some(Content::Issue(plain(key)));
        }
        self.top.is_project().then(|| Content::Project(plain(key)))
    }

    fn lists_projects(&self, endpoint: Endpoint) -> bool {
        self.first.is_project()
            || self.top.is_at("/project/search")
            // An empty list shows nothing of what it lists.
            || endpoint == Endpoint::Projects && self.first.itself.is_none()
    }

    /// The object that a path leads to, where it matters.
    fn object(&mut self, path: &[Frame<'a>]) -> Option<&mut Object<'a>> {
        let is = |frame: &Frame<'_>, key: &str| frame.key == key;
        match path {
            [top] if !top.list => Some(&mut self.top),
            [list, _] if list.list && list.items == 1 => Some(&mut self.first),
            [_, list, _] if is(list, "values") && list.items == 1 => Some(&mut self.first),
            // GraphQL's answer to `{ me { user { name } } }`.
            [_, data, me, user] if is(data, "data") && is(me, "me") && is(user, "user") => {
                self.top.sort = Some("known");
                Some(&mut self.top)
            }
            _ => None,
        }
    }

    fn word(&mut self, path: &[Frame<'a>], key: &str, word: &str) {
        match (path, key) {
            ([_], "active") => self.top.active = truth(word),
            ([_], "total") => self.total = word.parse().ok(),
            ([_], "id") => self.top.id = Some("number"),
            ([_, all, one], "havePermission") if all.key == "permissions" => {
                if let Some(held) = truth(word)
                    && self.permissions.len() < MOST_PERMISSIONS
                {
                    self.permissions.push((plain(one.key), held));
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, path: &[Frame<'a>], key: &str, items: usize) {
        match (path, key) {
            ([_], "issues") => self.issues = Some(items),
            ([_], "values" | "results") | ([], _) => self.list = Some(items),
            _ => {}
        }
    }
}

impl<'a> Object<'a> {
    fn text(&mut self, key: &str, text: &'a str) {
        let field = match key {
            "accountId" | "account_id" => &mut self.account_id,
            "accountType" => &mut self.account_type,
            "baseUrl" => &mut self.base_url,
            "cloudId" => &mut self.cloud_id,
            "displayName" => &mut self.display_name,
            "deploymentType" => &mut self.deployment,
            "emailAddress" | "email" => &mut self.email,
            "id" => &mut self.id,
            "key" | "userKey" => &mut self.key,
            "name" => &mut self.name,
            "projectTypeKey" => &mut self.project_type,
            "self" => &mut self.itself,
            "type" => &mut self.sort,
            "username" => &mut self.user_name,
            "version" => &mut self.version,
            _ => return,
        };
        *field = Some(text).filter(|text| !text.is_empty());
    }

    /// An account's id: Cloud's, else the name or the key that a server knows it by.
    fn account(&self) -> Option<&'a str> {
        if self.account_id.is_some() {
            return self.account_id;
        }
        let is_user = matches!(self.sort, Some("known" | "user"))
            || self.is_at("/user?")
            || self.is_at("/user/")
            || self.email.is_some();
        let id = self.user_name.or(self.name).or(self.key)?;
        is_user.then_some(id)
    }

    fn is_project(&self) -> bool {
        self.project_type.is_some() || self.is_at("/project/")
    }

    /// Whether its own address has this part. Some programs escape slashes.
    fn is_at(&self, part: &str) -> bool {
        let is_at = |address| unescape(address).contains(part);
        self.itself.is_some_and(is_at)
    }
}

fn truth(word: &str) -> Option<bool> {
    if word.eq_ignore_ascii_case("true") {
        Some(true)
    } else if word.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// jira-facts.md 6: servers say `Server`, `DataCenter` or `Data Center`.
fn deployment(text: &str) -> Option<Deployment> {
    let is = |known: &str| text.eq_ignore_ascii_case(known);
    if is("Cloud") {
        Some(Deployment::Cloud)
    } else if is("Server") || is("DataCenter") || is("Data Center") {
        Some(Deployment::DataCenter)
    } else {
        None
    }
}

fn is_issue_key(key: &str) -> bool {
    let Some((project, number)) = key.rsplit_once('-') else {
        return false;
    };
    project.starts_with(|c: char| c.is_ascii_alphabetic())
        && !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// A name, an id or an address without its escapes.
fn plain(text: &str) -> String {
    unescape(cut::first(text, 512)).into_owned()
}
