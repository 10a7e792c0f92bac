//! What is asked, as far as an answer depends on it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::header::{self, HeaderName};
use hyper::{Method, Request};

/// One request.
pub(crate) struct Ask {
    pub(crate) method: Method,
    /// In lower case, without a port.
    pub(crate) host: String,
    pub(crate) path: String,
    /// What stands behind the `?`.
    pub(crate) query: Option<String>,
    pub(crate) accept: Option<String>,
    /// The whole value of the header.
    pub(crate) authorization: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) has_cookie: bool,
    /// Whether a browser asks whether it may ask.
    pub(crate) is_preflight: bool,
}

impl Ask {
    pub(crate) fn read<B>(request: &Request<B>) -> Self {
        let value = |name: HeaderName| {
            let value = request.headers().get(name)?;
            Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let host = value(header::HOST).unwrap_or_default();
        Self {
            method: request.method().clone(),
            host: host.split(':').next().unwrap_or_default().to_lowercase(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            accept: value(header::ACCEPT),
            authorization: value(header::AUTHORIZATION),
            is_preflight: request.method() == Method::OPTIONS
                && request
                    .headers()
                    .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD),
            origin: value(header::ORIGIN),
            has_cookie: request.headers().contains_key(header::COOKIE),
        }
    }

    /// Whether this is a reading request: nothing but these is served.
    pub(crate) fn reads(&self) -> bool {
        self.method == Method::GET || self.method == Method::HEAD
    }

    /// Whether `Accept` asks for JSON by name.
    pub(crate) fn wants_json(&self) -> bool {
        self.accept
            .as_deref()
            .is_some_and(|accept| accept.contains("application/json"))
    }

    /// A parameter of the query. The values that the examination asks with need no decoding but for the comma.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        self.query.as_deref()?.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key == name).then(|| value.replace("%2C", ",").replace("%2c", ","))
        })
    }

    /// The scheme of the header, as it was written.
    pub(crate) fn scheme(&self) -> Option<&str> {
        self.authorization.as_deref()?.split(' ').next()
    }

    /// User and secret of a `Basic` header; `None` also for one that cannot be read.
    pub(crate) fn basic(&self) -> Option<(String, String)> {
        let (scheme, value) = self.authorization.as_deref()?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let decoded = String::from_utf8(STANDARD.decode(value).ok()?).ok()?;
        let (user, secret) = decoded.split_once(':')?;
        Some((user.to_owned(), secret.to_owned()))
    }

    /// The secret of a `Bearer` header. The scheme is written exactly so, with one blank; anything else is ignored, as
    /// measured.
    pub(crate) fn bearer(&self) -> Option<&str> {
        let secret = self.authorization.as_deref()?.strip_prefix("Bearer ")?;
        (!secret.is_empty() && !secret.starts_with(' ')).then_some(secret)
    }
}
