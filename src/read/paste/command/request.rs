//! What the words of a command say of its request.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::net::{UrlParts, hosts};
use crate::read::paste::address::METHODS;
use crate::read::paste::partial::{Data, PartialExchange};
use crate::secret::Secret;
use crate::shell::options::{Program, Takes};
use crate::shell::words::{self, Word};
use crate::text::{Signs, cut};

/// What the words of a command say.
#[derive(Default)]
pub(super) struct Request {
    method: Option<String>,
    url: Option<String>,
    authorization: Option<Secret>,
    user: Option<(Secret, bool)>,
    bearer: bool,
    data: Data,
    /// `-o file`
    elsewhere: bool,
}

impl Request {
    /// An option and its value.
    pub(super) fn option(&mut self, takes: Takes, value: &str, expands: bool) {
        match takes {
            Takes::User => self.user = Some((value.into(), expands)),
            Takes::UserKind => self.bearer = value == "bearer",
            Takes::Bearer if !expands => {
                self.authorization = Some(format!("Bearer {value}").into());
            }
            Takes::Header => self.header(value, expands),
            Takes::Method => self.method = Some(value.to_owned()),
            Takes::Address => self.address(value, expands),
            Takes::Output => self.elsewhere = value != "-",
            Takes::Body if self.data == Data::None => self.data = Data::Body,
            // All data go into the address, wherever they stand in the command.
            Takes::Get => {
                self.method = Some("GET".to_owned());
                self.data = Data::Query;
            }
            Takes::Head => self.method = Some("HEAD".to_owned()),
            _ => {}
        }
    }

    pub(super) fn bare(&mut self, program: Program, word: &Word) {
        let text = word.text.as_str();
        if program == Program::Httpie {
            if METHODS.contains(&text) {
                self.method = Some(text.to_owned());
                return;
            }
            if cut::starts_with(text, "authorization:") {
                return self.header(text, word.expands);
            }
        }
        let address = text.contains("://") || text.contains("/rest/") || hosts::is_cloud(text);
        let host = self.url.is_none()
            && text.contains('.')
            && !text.has_any("=@: ")
            && !text.starts_with('.');
        if address || host && program != Program::Curl {
            self.address(text, word.expands);
        }
    }

    fn header(&mut self, header: &str, expands: bool) {
        let Some((name, value)) = header.split_once(':') else {
            return;
        };
        if !name.trim().eq_ignore_ascii_case("authorization") {
            return;
        }
        let value = value.strip_prefix(' ').unwrap_or(value);
        self.authorization = if expands {
            substituted(value)
        } else {
            Some(value.into())
        };
    }

    /// Of an address with a variable for its host, the path alone is known.
    fn address(&mut self, url: &str, expands: bool) {
        let parts = UrlParts::of(url);
        let known = if expands && parts.origin().contains('$') {
            parts.tail()
        } else {
            url
        };
        if !known.is_empty() {
            self.url = Some(known.to_owned());
        }
    }

    pub(super) fn into_draft<'v>(self) -> Option<PartialExchange<'v>> {
        let authorization = self.authorization.or_else(|| {
            let (user, expands) = self.user.as_ref()?;
            let pair = user.expose();
            if *expands || !pair.contains(':') && !self.bearer {
                return None;
            }
            Some(
                if self.bearer {
                    format!("Bearer {pair}")
                } else {
                    format!("Basic {}", STANDARD.encode(pair))
                }
                .into(),
            )
        });
        let method = self.method.unwrap_or_else(|| {
            if self.data == Data::Body {
                "POST"
            } else {
                "GET"
            }
            .to_owned()
        });
        Some(PartialExchange {
            method: Some(Cow::Owned(method)),
            url: Some(Cow::Owned(self.url?)),
            authorization,
            asked: true,
            data: self.data,
            bodiless: self.elsewhere,
            ..PartialExchange::default()
        })
    }
}

/// `Basic $(echo -n 'jane@acme.example:token' | base64)`: the value that a shell makes of it. Where `base64` breaks lines is
/// another matter: it differs between systems, and an answer tells.
fn substituted(value: &str) -> Option<Secret> {
    let (front, rest) = value.split_once("$(")?;
    let inner = rest.strip_suffix(')')?;
    if front.contains('$') {
        return None;
    }
    let echo = words::read(inner, 0);
    let mut encode = inner.get(echo.end..)?.trim_start_any("| ");
    encode = encode.until_any(" )");
    if encode != "base64" || echo.words.iter().any(|word| word.expands) {
        return None;
    }
    let texts: Vec<&str> = echo.words.iter().map(|word| word.text.as_str()).collect();
    let pair = match texts.as_slice() {
        ["echo", "-n", pair] | ["printf", "%s" | "%b", pair] | ["printf", pair] => {
            (*pair).to_owned()
        }
        ["echo", pair] => format!("{pair}\n"),
        _ => return None,
    };
    Some(format!("{front}{}", STANDARD.encode(pair)).into())
}
