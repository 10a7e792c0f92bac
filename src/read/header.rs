//! The `Authorization` header: builds it (RFC 7617, RFC 6750), reads it back, and names each fault of its form.

mod build;
mod decoded;
mod form;
mod header_line;
mod message;
pub(super) mod parts;
mod shape;
#[cfg(test)]
mod tests;
mod trim;

pub(super) use self::decoded::is_readable_pair;

use serde::Serialize;

use super::token::{self, Token};
use crate::input::Note;
use crate::span::Span;
use crate::veiled::{Cleaner, Veiled, shows_as_it_is};

/// What was read from a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The scheme in front.
    pub scheme: Scheme,
    /// The user of a Basic pair, after decoding.
    pub user: Option<String>,
    /// The secret: the password of a Basic pair, or the Bearer token.
    pub secret: Option<Token>,
    /// Whether both stood there encoded, so that nobody wrote them into the header by hand.
    pub is_decoded: bool,
    /// Each fault of its form, with its place in the typed text.
    pub flaws: Vec<Note<HeaderFlawKind>>,
}

/// The scheme of a header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "name", content = "typed")]
pub enum Scheme {
    /// `Basic`
    Basic,
    /// `Bearer`
    Bearer,
    /// Another word.
    Other(String),
    /// None: the value stands alone.
    Missing,
}

impl Veiled for Scheme {
    fn veil(&mut self, clean: Cleaner) {
        if let Self::Other(typed) = self {
            typed.veil(clean);
        }
    }
}

/// The faults that a header's form can have (jira-facts.md 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeaderFlawKind {
    /// `Authorization:` in front of the value, or `-H '…'` around it.
    NameIncluded,
    /// No scheme in front.
    SchemeMissing,
    /// The scheme stands twice: `Basic Basic …`, or `Basic ` inside the encoded text.
    SchemeDoubled,
    /// `bearer`, `BEARER`: Jira reads `Bearer` alone (jira-facts.md 4.1).
    SchemeCase,
    /// More than one blank behind the scheme, another blank than a space, or none.
    SchemeSpacing,
    /// Nothing behind the scheme.
    Empty,
    /// The decoded text, or the user in it, ends with a line end: `echo` without `-n`.
    TrailingNewline,
    /// The decoded text begins with `-n `: `echo` of sh.
    EchoOption,
    /// A line end at the end of the header itself.
    HeaderNewline,
    /// Line ends or blanks inside the encoded value.
    Wrapped,
    /// The decoded text is UTF-16.
    Utf16,
    /// The decoded text begins with a byte order mark.
    ByteOrderMark,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// `-` or `_`: the alphabet for addresses.
    UrlSafeAlphabet,
    /// `=` is missing at the end.
    PaddingMissing,
    /// `=` in excess or inside.
    PaddingWrong,
    /// A character outside the alphabet.
    NotBase64,
    /// A length that no base64 has: something was cut off.
    LengthImpossible,
    /// Bits behind the last byte: something was cut off or changed.
    BitsLeftOver,
    /// Encoded twice.
    DoubleEncoded,
    /// `certutil`'s `-----BEGIN CERTIFICATE-----`.
    PemArmour,
    /// The token stands behind Basic as it is.
    NotEncoded,
    /// `email:token` stands behind Basic as it is.
    PairNotEncoded,
    /// The decoded text has no colon: the token alone.
    NoColon,
    /// Nothing before the colon.
    UserMissing,
    /// Nothing behind the colon.
    SecretMissing,
    /// Token before the colon, e-mail behind it.
    Swapped,
    /// Quotes inside the decoded text, or around the header.
    Quotes,
    /// Blanks or invisible characters in the decoded text.
    Blanks,
    /// The secret behind the colon is itself base64 of a pair or of a token.
    SecretEncoded,
    /// A placeholder or an unexpanded variable.
    Placeholder,
    /// The text of `-u` inside: `-u a:b`.
    CommandOption,
    /// A control character, which no header carries.
    Control,
    /// Longer than any server takes: they stop at 8 to 64 KiB.
    TooLong,
}

shows_as_it_is!(HeaderFlawKind);

/// Why no header can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A sentence that names the character and its place, not the secret.
    pub message: String,
    /// `email` or `token`.
    pub field: crate::evidence::Field,
    /// The character that a header cannot carry.
    pub span: Span,
}

/// What to put before the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials<'a> {
    /// `Basic base64(user:secret)`
    Basic {
        /// E-mail, or a server's user name.
        user: &'a str,
        /// API token or password.
        secret: &'a str,
    },
    /// `Bearer secret`
    Bearer {
        /// Personal access token or OAuth token.
        secret: &'a str,
    },
}

/// Servers stop at 8 to 64 KiB (jira-facts.md 11, row 42), so nothing longer is a header that ever worked.
const LONGEST: usize = 64 * 1024;

/// Reads a header's value, a whole header line, or a value without its scheme. Whatever is wrong with the form, the user and
/// the secret are given where they can be seen. Spans of [`Header::secret`] count in the secret, not in `typed`.
pub fn read(typed: &str) -> Header {
    let parts = parts::read(typed);
    Header {
        scheme: parts.scheme,
        user: parts.user,
        is_decoded: parts.is_decoded,
        secret: parts.secret.map(|secret| token::read(secret.expose())),
        flaws: parts.flaws,
    }
}

/// The header for display: its scheme, dots, and how long the hidden value is. Nothing of the value is shown, for its
/// beginning is the user and its end the secret.
pub fn masked(typed: &str, facts: &Header) -> String {
    let hidden = match header_line::of(typed).1 {
        0 => "(empty)".to_owned(),
        1 => "•••• (1 character)".to_owned(),
        length => format!("•••• ({length} characters)"),
    };
    match &facts.scheme {
        Scheme::Basic => format!("Basic {hidden}"),
        Scheme::Bearer => format!("Bearer {hidden}"),
        Scheme::Other(word) => format!("{word} {hidden}"),
        Scheme::Missing => hidden,
    }
}
