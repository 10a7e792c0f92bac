//! The secret: its kind by shape, its checksum, and what copying did to it. It is opaque to everyone but Atlassian, so all of
//! this warns and nothing refuses (facts.md 1).

use serde::Serialize;

use crate::secret::Secret;
use crate::span::Span;

/// What was read from the token field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is by its shape.
    pub kind: TokenKind,
    /// What its last eight digits say, for the kinds that have them.
    pub checksum: Checksum,
    /// What copying did to it, each with its place in the typed text.
    pub flaws: Vec<TokenFlaw>,
    /// The text without its flaws, as far as they can be taken away.
    pub clean: Secret,
    /// The user name or e-mail and the secret, where the text carries both: a Basic value, `email:token`.
    pub pair: Option<(String, Secret)>,
}

/// What a secret is, by its shape (facts.md 1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenKind {
    /// Nothing.
    Empty,
    /// `ATATT3…`: an account's API token, with or without scopes.
    ApiToken,
    /// `ATSTT3…`: a service account's API token.
    ServiceAccountToken,
    /// `ATCTT3…`: an organisation's admin key or a Bitbucket access token.
    AdminKey,
    /// `ATBB…`: a Bitbucket app password, retired.
    BitbucketAppPassword,
    /// `BBDC-…`: a Bitbucket Data Center token.
    BitbucketDataCenterToken,
    /// 44 characters of base64, digits and a colon inside: a personal access token of Data Center.
    DataCenterPat,
    /// 24 letters and digits: an API token from before 2023.
    LegacyToken,
    /// Three parts joined by dots: OAuth, Connect, or a session.
    Jwt,
    /// 8-4-4-4-12: a Cloud id or an Opsgenie key.
    Uuid,
    /// 32 hexadecimal or 64 characters, or `ATTA…`: a Trello key or token.
    Trello,
    /// An e-mail address.
    Email,
    /// The address of a site.
    Address,
    /// A Basic value or a whole header, or `email:token`.
    Encoded,
    /// Only stars or dots: the field showed a mask.
    Masked,
    /// `your_api_token`, `<token>`.
    Placeholder,
    /// `$JIRA_TOKEN`, `${…}`, `%…%`, `{{…}}`.
    Variable,
    /// Anything else: probably a password.
    Password,
}

/// What the last eight digits of a token say (facts.md 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Checksum {
    /// This kind has none.
    None,
    /// It fits: the token is whole.
    Intact,
    /// The tail with the checksum is missing.
    CutOff,
    /// It does not fit. `at` is the one character that, put right, would make it fit (UTF-16 units in the typed text).
    Damaged {
        /// Where, if one place alone explains it.
        at: Option<usize>,
    },
}

/// What copying did to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenFlaw {
    /// What it is.
    pub kind: TokenFlawKind,
    /// Where, in the typed text.
    pub span: Span,
}

/// The ways in which copying changes a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenFlawKind {
    /// Blanks or tabs around it.
    Blank,
    /// Blanks inside it.
    InnerBlank,
    /// A line end behind or inside it.
    Newline,
    /// A character that cannot be seen.
    Invisible,
    /// Quotes or backticks around it.
    Quotes,
    /// `<…>`, a comma or a semicolon behind.
    Wrapping,
    /// `%3D` for `=`, `%2B` for `+`.
    PercentEncoded,
    /// A backslash in front of a character: `\=`.
    Backslash,
    /// `TOKEN=` or `token:` in front.
    Label,
    /// `Bearer ` or `Basic ` in front of a plain token.
    Scheme,
    /// A character that no token has.
    Foreign,
}

/// Reads the token field.
pub fn read(typed: &str) -> Token {
    let _ = typed;
    todo!()
}

/// CRC-32/ISO-HDLC, as in zlib. Bit by bit: a table would cost more download than the time it saves.
pub fn crc32(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    });
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crc32_has_the_published_check_value() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
