//! The calls of an examination, as they went.

use serde::Serialize;

use super::{Request, Response};
use crate::tree::{read_by_key, read_by_name};
use crate::veiled::{shows_as_it_is, veiled};

/// One call of the examination, as it went.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Call {
    /// What was asked. The address is always the one at Jira itself, also where a relay carried the call.
    pub request: Request,
    /// The scheme of the header that was sent; `None` for a call without a credential.
    pub scheme: Option<SentScheme>,
    /// What came back.
    pub response: Option<Response>,
    /// Why nothing whole came back.
    pub failure: Option<Failure>,
}

veiled!(Call {
    request,
    scheme,
    response,
    failure
});

/// The scheme of a header that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentScheme {
    /// User and token, in base64.
    Basic,
    /// The token alone.
    Bearer,
}

/// Why no whole answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// Nothing came. A browser does not say why.
    Unreachable,
    /// Nothing came in time.
    Timeout,
    /// The answer leads elsewhere, and was not followed. A browser does not say where to.
    Redirected,
    /// The answer is longer than is read.
    TooLarge,
    /// The answer ended in the middle.
    CutOff,
    /// The person stopped it.
    Cancelled,
}

shows_as_it_is!(SentScheme, Failure);

read_by_key!(Call { "request": request, "scheme": scheme, "response": response, "failure": failure });
read_by_name!(SentScheme { "basic": Basic, "bearer": Bearer });
read_by_name!(Failure {
    "unreachable": Unreachable,
    "timeout": Timeout,
    "redirected": Redirected,
    "too-large": TooLarge,
    "cut-off": CutOff,
    "cancelled": Cancelled,
});
