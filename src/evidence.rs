//! What a person gave, raw and trusted in nothing.

mod call;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

pub use self::call::{Call, Failure, SentScheme};
use crate::secret::Secret;
use crate::span::Span;
use crate::tree::{FromTree, Tree, read_by_key, read_by_name};
use crate::veiled::{shows_as_it_is, veiled};

/// Everything a person could give about one failing set-up. Every part is optional: `None` means unknown, an empty text
/// means that the field was left blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The address of the site, as typed.
    pub site: Option<String>,
    /// The e-mail or user name, as typed.
    pub email: Option<String>,
    /// The secret, as typed.
    pub token: Option<Secret>,
    /// The value of the `Authorization` header, as sent.
    pub authorization: Option<Secret>,
    /// A project key, as typed.
    pub project: Option<String>,
    /// An issue key, as typed.
    pub issue: Option<String>,
    /// The request that failed.
    pub request: Option<Request>,
    /// What came back, as far as it is known.
    pub response: Option<Response>,
    /// The calls of an examination, in their order.
    pub calls: Vec<Call>,
    /// Anything else: output of a terminal, a log, an error message.
    pub paste: Option<Secret>,
    /// What the person answered when asked.
    pub answers: Answers,
    /// The day to reckon ages from, as `YYYY-MM-DD`. Without it no age is judged.
    pub today: Option<String>,
}

/// The request that failed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Request {
    /// HTTP method.
    pub method: Option<String>,
    /// The whole address.
    pub url: Option<String>,
}

veiled!(Request { method, url });

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Response {
    /// HTTP status.
    pub status: Option<u16>,
    /// Headers, names in any case.
    pub headers: BTreeMap<String, String>,
    /// The body, as text.
    pub body: Option<String>,
}

veiled!(Response {
    status,
    headers,
    body
});

/// What a person knows and would answer when asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Cloud, or a server of one's own.
    pub deployment: Option<Deployment>,
    /// Whether the token was made with "Create API token with scopes".
    pub token_scoped: Option<bool>,
    /// The day the token was made, as `YYYY-MM-DD`.
    pub token_created_on: Option<String>,
    /// Whether the same set-up worked before.
    pub worked_before: Option<bool>,
    /// How the person signs in on the web.
    pub sign_in: Option<SignIn>,
    /// What makes the calls.
    pub client: Option<Client>,
    /// Which product is called.
    pub product: Option<Product>,
}

/// Where Jira runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deployment {
    /// Atlassian runs it.
    Cloud,
    /// The organization runs it: Data Center, formerly Server.
    DataCenter,
}

/// How a person signs in on the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    /// A password that Atlassian, or the server, knows.
    Password,
    /// Somebody else's sign-on page.
    Sso,
}

/// What makes the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Client {
    /// A script in a web page.
    Browser,
    /// A server or a service.
    Server,
    /// A program in a terminal.
    CommandLine,
}

/// Which product is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Product {
    /// Jira in all its editions.
    Jira,
    /// Confluence.
    Confluence,
    /// Bitbucket.
    Bitbucket,
}

/// A field of the evidence, by the name it has in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// [`Evidence::site`]
    Site,
    /// [`Evidence::email`]
    Email,
    /// [`Evidence::token`]
    Token,
    /// [`Evidence::authorization`]
    Authorization,
    /// [`Evidence::project`]
    Project,
    /// [`Evidence::issue`]
    Issue,
    /// [`Evidence::request`]
    Request,
    /// [`Evidence::response`]
    Response,
    /// [`Evidence::calls`]
    Calls,
    /// [`Evidence::paste`]
    Paste,
    /// [`Evidence::answers`]
    Answers,
}

shows_as_it_is!(Product, Field);

impl Field {
    /// The fields that hold one text (see [`Evidence::text`]).
    pub const TEXTS: [Self; 7] = [
        Self::Site,
        Self::Email,
        Self::Token,
        Self::Authorization,
        Self::Project,
        Self::Issue,
        Self::Paste,
    ];

    /// Whether a call is made of it: the address, the user, the secret.
    pub(crate) fn makes_a_call(self) -> bool {
        matches!(
            self,
            Self::Site | Self::Email | Self::Token | Self::Authorization
        )
    }

    /// Whether what stands in the field may be a secret, and so is never shown.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Token | Self::Authorization | Self::Paste)
    }
}

/// A place in the evidence: a field, or a part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field; `None` where the evidence as a whole says it.
    pub field: Option<Field>,
    /// The part of the field's text.
    pub span: Option<Span>,
}

impl From<Field> for Place {
    fn from(field: Field) -> Self {
        Self {
            field: Some(field),
            span: None,
        }
    }
}

impl From<(Field, Span)> for Place {
    fn from((field, span): (Field, Span)) -> Self {
        Self {
            field: Some(field),
            span: Some(span),
        }
    }
}

impl Evidence {
    /// What stands in a field that holds one text; `None` for the others.
    pub fn text(&self, field: Field) -> Option<&str> {
        match field {
            Field::Site => self.site.as_deref(),
            Field::Email => self.email.as_deref(),
            Field::Token => self.token.as_ref().map(Secret::expose),
            Field::Authorization => self.authorization.as_ref().map(Secret::expose),
            Field::Project => self.project.as_deref(),
            Field::Issue => self.issue.as_deref(),
            Field::Paste => self.paste.as_ref().map(Secret::expose),
            Field::Request | Field::Response | Field::Calls | Field::Answers => None,
        }
    }

    /// Puts a text into a field that holds one; the others stay as they are.
    pub fn set_text(&mut self, field: Field, text: &Secret) {
        let shown = || Some(text.expose().to_owned());
        match field {
            Field::Site => self.site = shown(),
            Field::Email => self.email = shown(),
            Field::Token => self.token = Some(text.clone()),
            Field::Authorization => self.authorization = Some(text.clone()),
            Field::Project => self.project = shown(),
            Field::Issue => self.issue = shown(),
            Field::Paste => self.paste = Some(text.clone()),
            Field::Request | Field::Response | Field::Calls | Field::Answers => {}
        }
    }
}

read_by_key!(Evidence {
    "site": site,
    "email": email,
    "token": token,
    "authorization": authorization,
    "project": project,
    "issue": issue,
    "request": request,
    "response": response,
    "calls": calls,
    "paste": paste,
    "answers": answers,
    "today": today,
});
read_by_key!(Request { "method": method, "url": url });
read_by_key!(Response { "status": status, "headers": headers, "body": body });
read_by_key!(Answers {
    "deployment": deployment,
    "tokenScoped": token_scoped,
    "tokenCreatedOn": token_created_on,
    "workedBefore": worked_before,
    "signIn": sign_in,
    "client": client,
    "product": product,
});

read_by_name!(Deployment { "cloud": Cloud, "data-center": DataCenter });
read_by_name!(SignIn { "password": Password, "sso": Sso });
read_by_name!(Client { "browser": Browser, "server": Server, "command-line": CommandLine });
read_by_name!(Product { "jira": Jira, "confluence": Confluence, "bitbucket": Bitbucket });

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_tree(Tree::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> String {
        serde_json::from_str::<Evidence>(json)
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn every_part_is_optional() {
        assert_eq!(
            serde_json::from_str::<Evidence>("{}").unwrap(),
            Evidence::default()
        );
    }

    #[test]
    fn unknown_keys_are_refused_by_name() {
        assert!(error(r#"{"tokn":"x"}"#).contains("unknown key `tokn`"));
        assert!(error(r#"{"answers":{"scoped":true}}"#).contains("unknown key `scoped`"));
        assert!(error(r#"{"response":{"code":401}}"#).contains("unknown key `code`"));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_refused_by_its_key() {
        assert!(error(r#"{"site":5}"#).starts_with("site: invalid type"));
        assert!(error(r#"{"answers":{"client":"toaster"}}"#).starts_with("answers: client: "));
        assert!(error(r#"{"calls":[{"failure":"eaten"}]}"#).starts_with("calls: failure: "));
    }

    #[test]
    fn null_means_unknown() {
        let evidence: Evidence = serde_json::from_str(r#"{"site":null,"token":""}"#).unwrap();
        assert_eq!(evidence.site, None);
        assert_eq!(evidence.text(Field::Token), Some(""));
    }
}
