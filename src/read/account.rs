//! The account: the e-mail address that Cloud wants, or the user name of a server.

use serde::Serialize;

use super::change::Change;
use crate::span::Span;

/// What was read from the account field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the text is.
    pub kind: AccountKind,
    /// The text after all changes: an address, or a user name. Empty where nothing is left.
    pub normal: String,
    /// Every step from the typed text to `normal`.
    pub changes: Vec<Change>,
    /// What is doubtful about it, with its place in the typed text.
    pub flaws: Vec<AccountFlaw>,
}

/// What stands in the account field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// Nothing.
    Empty,
    /// An e-mail address, as HTML and mail systems accept it.
    Email,
    /// One word without `@`.
    UserName,
    /// Several words: `Jane Doe`.
    DisplayName,
    /// An Atlassian account id: 24 hexadecimal digits, or `712020:` and a UUID.
    AccountId,
    /// `<your-email>`, `you@example.com` of a manual, `[email protected]`.
    Placeholder,
    /// `$JIRA_EMAIL`, `${…}`, `%…%`, `{{…}}`.
    Variable,
    /// A token or another secret.
    Secret,
    /// `email:token` in one, plain or encoded.
    Pair,
    /// The address of a site.
    Address,
    /// It has an `@` but is no address.
    Malformed,
}

/// One doubt about the account, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFlaw {
    /// What it is.
    pub kind: AccountFlawKind,
    /// Where, in the typed text.
    pub span: Span,
    /// The whole address as it was probably meant.
    pub suggestion: Option<String>,
}

/// What may be doubtful about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountFlawKind {
    /// A well-known domain, one keystroke off: `gmial.com`, `acme.con`.
    DomainTypo,
    /// A colon, which ends the user-id of a Basic pair (RFC 7617 section 2).
    Colon,
    /// A control character, which RFC 7617 section 2 forbids.
    Control,
    /// `[email protected]`, which a page shows in place of an address.
    Obfuscated,
    /// No dot in the domain, two dots in a row, a blank, two `@`: see the span.
    Form,
}

/// Reads the account field.
pub fn read(typed: &str) -> Account {
    let _ = typed;
    todo!()
}
