//! The one table of known texts. A new error message is one line here.
//!
//! Texts are matched without case, with any run of blanks, line ends and quoting for one blank, in one pass.

use crate::evidence::Field;
use crate::span::Span;

/// A known text, found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub signature: Signature,
    /// The field that holds it.
    pub field: Field,
    /// Where it stands in that field's text; in a response, in its body.
    pub span: Span,
}

macro_rules! signatures {
    ($($(#[doc = $doc:literal])+ $name:ident: $($text:literal),+ $(,)?;)+) => {
        /// What a server, a gateway, a proxy, a client or a product is known to print. The documentation of each says who
        /// prints it and what it means (facts.md 4 and 11, peers.md A.4).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Signature {
            $($(#[doc = $doc])+ $name,)+
        }

        /// Each text with its signature. Lower case, single blanks.
        static TABLE: &[(&str, Signature)] = &[$($(($text, Signature::$name),)+)+];
    };
}

signatures! {
    /// Jira Cloud, 401: no credential was taken (facts.md 4.2).
    ClientMustBeAuthenticated:
        "client must be authenticated to access this resource";
    /// Jira, 401: the operation wants somebody signed in (facts.md 4.2).
    NotAuthenticated:
        "you are not authenticated. authentication required to perform this operation";
    /// Jira Cloud, 401: a password, or a secret that is no token (facts.md 4.2).
    PasswordsDeprecated:
        "basic authentication with passwords is deprecated",
        "basic auth with password is not allowed on this instance";
    /// Gateway, 401: the token was taken and lacks a scope (facts.md 3).
    ScopeMismatch:
        "scope does not match";
    /// Jira Cloud, 403: Bearer with something that is no session token (facts.md 4.3).
    ConnectSessionToken:
        "failed to parse connect session auth token";
}

/// Every known text in `text`, in order.
pub fn find(text: &str, field: Field) -> Vec<Hit> {
    let _ = (text, field, TABLE);
    todo!()
}
