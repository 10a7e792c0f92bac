//! What a person gave, raw and trusted in nothing.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// Everything a person could give about one failing set-up. Every part is optional: `None` means unknown, an empty text
/// means that the field was left blank.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
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
    /// Anything else: output of a terminal, a log, an error message.
    pub paste: Option<Secret>,
    /// What the person answered when asked.
    pub answers: Answers,
    /// The day to reckon ages from, as `YYYY-MM-DD`. Without it no age is judged.
    pub today: Option<String>,
    #[doc(hidden)]
    #[serde(flatten)]
    pub unknown: NothingElse,
}

/// The request that failed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Request {
    /// HTTP method.
    pub method: Option<String>,
    /// The whole address.
    pub url: Option<String>,
    #[doc(hidden)]
    #[serde(flatten)]
    pub unknown: NothingElse,
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Response {
    /// HTTP status.
    pub status: Option<u16>,
    /// Headers, names in any case.
    pub headers: BTreeMap<String, String>,
    /// The body, as text.
    pub body: Option<String>,
    #[doc(hidden)]
    #[serde(flatten)]
    pub unknown: NothingElse,
}

/// What a person knows and would answer when asked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
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
    #[doc(hidden)]
    #[serde(flatten)]
    pub unknown: NothingElse,
}

/// Where Jira runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deployment {
    /// Atlassian runs it.
    Cloud,
    /// The organisation runs it: Data Center, formerly Server.
    DataCenter,
}

/// How a person signs in on the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    /// A password that Atlassian, or the server, knows.
    Password,
    /// Somebody else's sign-on page.
    Sso,
}

/// What makes the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// [`Evidence::paste`]
    Paste,
    /// [`Evidence::answers`]
    Answers,
}

impl Field {
    /// Whether what stands in the field may be a secret, and so is never shown.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Token | Self::Authorization | Self::Paste)
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
            Field::Request | Field::Response | Field::Answers => None,
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
            Field::Request | Field::Response | Field::Answers => {}
        }
    }
}

/// Refuses a key that no field took, by its name. `deny_unknown_fields` would say it shorter, but serde-wasm-bindgen does
/// not honour it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(hidden)]
pub struct NothingElse;

impl<'de> Deserialize<'de> for NothingElse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = NothingElse;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("no further key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NothingElse, A::Error> {
                match map.next_key::<String>()? {
                    None => Ok(NothingElse),
                    Some(key) => Err(A::Error::custom(format_args!("unknown key `{key}`"))),
                }
            }
        }
        deserializer.deserialize_map(Keys)
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
    fn null_means_unknown() {
        let evidence: Evidence = serde_json::from_str(r#"{"site":null,"token":""}"#).unwrap();
        assert_eq!(evidence.site, None);
        assert_eq!(evidence.text(Field::Token), Some(""));
    }
}
