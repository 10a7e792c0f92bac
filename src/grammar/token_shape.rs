//! The kind of a secret by its shape alone (jira-facts.md 1.1).

use serde::Serialize;

use super::email::is_email;
use super::uuid::is_uuid;
use crate::net::{UrlParts, hosts};
use crate::text::cut;
use crate::text::edit::one_keystroke;
use crate::text::numbers::is_hex;
use crate::text::{Signs, base64};
use crate::veiled::shows_as_it_is;

/// What a secret is, by its shape (jira-facts.md 1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenKind {
    /// Nothing.
    Empty,
    /// `ATATT3…`: an account's API token, with or without scopes.
    ApiToken,
    /// `ATSTT3…`: a service account's API token.
    ServiceAccountToken,
    /// `ATCTT3…`: an organization's admin key or a Bitbucket access token.
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

shows_as_it_is!(TokenKind);

impl TokenKind {
    /// Whether it is a secret, and not what stands in the place of one or belongs into another field.
    pub(crate) fn is_secret(self) -> bool {
        !self.is_placeholder() && !matches!(self, Self::Email | Self::Address)
    }

    /// Whether it only stands where a secret belongs.
    pub(crate) fn is_placeholder(self) -> bool {
        matches!(
            self,
            Self::Empty | Self::Masked | Self::Placeholder | Self::Variable
        )
    }
}

/// The kinds whose shape nobody types by accident, so that blanks inside and labels in front may be taken away to find them.
pub(crate) fn strong(text: &str) -> Option<TokenKind> {
    prefixed(text)
        .or_else(|| is_jwt(text).then_some(TokenKind::Jwt))
        .or_else(|| is_pat(text).then_some(TokenKind::DataCenterPat))
}

/// What begins the tokens of other makers, and who they are.
const MAKERS: &[(&str, &str)] = &[
    ("ghp_", "GitHub"),
    ("gho_", "GitHub"),
    ("ghs_", "GitHub"),
    ("ghu_", "GitHub"),
    ("github_pat_", "GitHub"),
    ("glpat-", "GitLab"),
    ("xoxb-", "Slack"),
    ("xoxp-", "Slack"),
    ("xapp-", "Slack"),
    ("sk-ant-", "Anthropic"),
    ("sk-proj-", "OpenAI"),
    ("AKIA", "AWS"),
    ("dckr_pat_", "Docker"),
    ("hvs.", "HashiCorp Vault"),
    ("rk_live_", "Stripe"),
    ("sk_live_", "Stripe"),
    ("pat-na1-", "HubSpot"),
    ("pat-eu1-", "HubSpot"),
    ("npm_", "npm"),
    ("pypi-", "PyPI"),
];

/// Who made a token that is not Atlassian's.
pub(crate) fn maker(text: &str) -> Option<&'static str> {
    let begins =
        |(prefix, _): &&(&str, &str)| text.len() > prefix.len() && text.starts_with(prefix);
    MAKERS.iter().find(begins).map(|(_, maker)| *maker)
}

/// Whether a text is a token beyond doubt.
pub(crate) fn is_token(text: &str) -> bool {
    strong(text).is_some()
}

/// How many characters the tokens have that have no prefix: one of the time before 2023, and one of Data Center.
pub(crate) const LENGTHS: [usize; 2] = [LEGACY, 44];
const LEGACY: usize = 24;

/// The kinds that a password might resemble.
pub(crate) fn weak(text: &str) -> Option<TokenKind> {
    if is_uuid(text) {
        Some(TokenKind::Uuid)
    } else if is_trello(text) {
        Some(TokenKind::Trello)
    } else if is_legacy(text) {
        Some(TokenKind::LegacyToken)
    } else if is_site(text) {
        Some(TokenKind::Address)
    } else if is_email(text) {
        Some(TokenKind::Email)
    } else {
        None
    }
}

const API_TOKENS: [(&str, TokenKind); 3] = [
    ("ATATT3", TokenKind::ApiToken),
    ("ATSTT3", TokenKind::ServiceAccountToken),
    ("ATCTT3", TokenKind::AdminKey),
];

/// The kinds that a prefix names. A cut end and another case change nothing about it.
pub(crate) fn prefixed(text: &str) -> Option<TokenKind> {
    let begins = |prefix: &str| cut::starts_with(text, prefix);
    if let Some((_, kind)) = API_TOKENS.into_iter().find(|(prefix, _)| begins(prefix)) {
        Some(kind)
    } else if begins("ATBB") && is_app_password(text) {
        Some(TokenKind::BitbucketAppPassword)
    } else if text.starts_with("BBDC-") && text.len() >= 12 && !text.contains(' ') {
        Some(TokenKind::BitbucketDataCenterToken)
    } else {
        with_damaged_prefix(text)
    }
}

/// `ATBB` and 32 letters and digits; or most of them, where the end was cut off.
fn is_app_password(text: &str) -> bool {
    let same_case = text.starts_with("ATBB");
    let odd = text.chars().filter(|c| !c.is_ascii_alphanumeric()).count();
    match text.chars().take(61).count() {
        36 => odd == 0 && is_hex(text.get(28..).unwrap_or_default()) || (same_case && odd <= 1),
        20..=60 => same_case && odd == 0,
        _ => false,
    }
}

/// An API token whose own prefix was hit: a long body and `=XXXXXXXX` at its end are its alone.
fn with_damaged_prefix(text: &str) -> Option<TokenKind> {
    let (body, tail) = text.rsplit_once('=')?;
    let is_tail = tail.len() == 8 && is_hex(tail);
    if !is_tail || body.len() < 50 || body.contains(|c: char| c.is_ascii_whitespace() || c == ':') {
        return None;
    }
    let head = |length| body.chars().take(length).collect::<String>();
    let near = |prefix: &str| (5..=7).any(|length| one_keystroke(&head(length), prefix));
    if let Some((_, kind)) = API_TOKENS.into_iter().find(|(prefix, _)| near(prefix)) {
        return Some(kind);
    }
    // What follows the prefix in every known token, with the prefix cut away.
    let head = head(12);
    if head.contains("FfGF0") {
        Some(TokenKind::ApiToken)
    } else if head.contains("FfGN0") {
        Some(TokenKind::AdminKey)
    } else {
        None
    }
}

/// Whether a character can stand in a token of this kind.
pub(crate) fn alphabet(kind: TokenKind, c: char) -> bool {
    c.is_ascii_alphanumeric()
        || match kind {
            TokenKind::BitbucketAppPassword => false,
            TokenKind::BitbucketDataCenterToken => matches!(c, '+' | '/' | '=' | '-'),
            _ => matches!(c, '-' | '_' | '='),
        }
}

/// Three parts (five, where it is encrypted), the first of which decodes to a JSON object.
pub(crate) fn is_jwt(text: &str) -> bool {
    let is_part = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b == b'=')
    };
    let first = text.split('.').next().unwrap_or_default();
    // `{"` is `eyJ`; blanks behind the brace give `ey`, `ew` or `e` and a digit.
    first.starts_with('e')
        && matches!(text.split('.').count(), 3 | 5)
        && text.split('.').all(is_part)
        && base64::text(first).is_some_and(|json| json.starts_with('{'))
}

/// Digits, a colon and 20 bytes in base64, 44 characters long with its padding.
pub(crate) fn is_pat(text: &str) -> bool {
    let length = text.len();
    if !(40..=46).contains(&length) || !text.starts_with_any("MNO") {
        return false;
    }
    base64::bytes(text).is_some_and(|bytes| {
        let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        (9..=14).contains(&digits)
            && bytes.get(digits) == Some(&b':')
            && bytes.len() == digits + 1 + 20
    })
}

fn is_trello(text: &str) -> bool {
    let lower_hex = || {
        text.bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    match text.len() {
        32 => lower_hex() && is_mixed(text),
        64 => is_mixed(text),
        40..=100 => text.starts_with("ATTA") && is_mixed(text),
        _ => false,
    }
}

fn is_legacy(text: &str) -> bool {
    text.len() == LEGACY && is_mixed(text)
}

/// Letters and digits, some of each: a phrase of words has no digit, a number no letter.
fn is_mixed(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_digit())
        && text.bytes().any(|b| b.is_ascii_alphabetic())
}

/// A web address, or a host of Atlassian's without a scheme.
pub(crate) fn is_site(text: &str) -> bool {
    let begins = |scheme| cut::after_prefix(text, scheme).is_some_and(|rest| !rest.is_empty());
    let parts = UrlParts::after_scheme(text, 0);
    let host = parts.host.strip_suffix('.').unwrap_or(parts.host);
    begins("http://")
        || begins("https://")
        || (parts.user.is_empty() && !host.contains(' ') && hosts::is_atlassian(host))
}

/// A token as a manual or a settings page shows it: its beginning, then stars or an ellipsis.
pub(crate) fn shortened(text: &str) -> Option<TokenKind> {
    if text.contains("***") || text.contains("•••") {
        return Some(TokenKind::Masked);
    }
    let body = text.get(6..).unwrap_or_default();
    let only_x = body.len() >= 4 && body.bytes().all(|b| b.eq_ignore_ascii_case(&b'x'));
    (only_x || text.contains("...") || text.contains('…')).then_some(TokenKind::Placeholder)
}
