//! The account: the e-mail address that Cloud wants, or the user name of a server.

mod clean;
mod domain;
mod doubt;
mod manual;

use std::ops::Range;

use serde::Serialize;

use self::doubt::{percent_encoded, spelt_out};
use self::manual::is_manuals_address;
use super::change::ChangeKind;
use super::token::{self, TokenKind};
use crate::grammar::email::{self, is_email};
use crate::grammar::placeholder::{self, Placeholder};
use crate::grammar::token_shape;
use crate::grammar::uuid::is_uuid;
use crate::input::{Note, Notes};
use crate::redact::redact;
use crate::text;
use crate::text::numbers::is_hex;

/// What was read from the account field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the text is.
    pub kind: AccountKind,
    /// The text after all changes: an address, or a user name. Empty where nothing is left.
    pub normal: String,
    /// Every step from the typed text to `normal`.
    pub changes: Vec<Note<ChangeKind>>,
    /// What is doubtful about it.
    pub flaws: Vec<Note<AccountFlawKind>>,
    /// The whole address as it was probably meant.
    pub suggestion: Option<String>,
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
    let mut account = PartialAccount {
        typed,
        changes: Notes::new(),
        flaws: Notes::new(),
        suggestion: None,
    };
    if typed.len() > LONGEST {
        account.doubt(AccountFlawKind::Form, 0..typed.len());
        return account.into_account(AccountKind::Malformed, String::new());
    }
    if let Some((kind, user)) = secret(typed) {
        account.doubt_colon_behind(&user);
        return account.into_account(kind, user);
    }
    if let Some(place) = obfuscated(typed) {
        account.doubt(AccountFlawKind::Obfuscated, place);
        let text = account.trim();
        return account.into_account(AccountKind::Placeholder, text.text().to_owned());
    }
    let text = account.clean();
    // What looks like its signs may have hidden it.
    if let Some((kind, user)) = secret(text.text()) {
        return account.into_account(kind, user);
    }
    let kind = classify(text.text());
    account.doubt_text(&text, kind);
    let text = text.text();
    let normal = match kind {
        // Both may carry a password, and `normal` is shown.
        AccountKind::Malformed | AccountKind::Address => redact(text),
        AccountKind::Pair => text.split(':').next().unwrap_or_default().to_owned(),
        _ => text.to_owned(),
    };
    account.into_account(kind, normal)
}

/// No address and no name is longer; what is, was pasted by mistake.
const LONGEST: usize = 8 * 1024;

/// What was noticed so far.
struct PartialAccount<'t> {
    typed: &'t str,
    changes: Notes<ChangeKind>,
    flaws: Notes<AccountFlawKind>,
    suggestion: Option<String>,
}

impl PartialAccount<'_> {
    fn into_account(self, kind: AccountKind, normal: String) -> Account {
        Account {
            kind,
            normal,
            changes: self.changes.in_the_order_made(self.typed),
            flaws: self.flaws.into_vec(self.typed),
            suggestion: self.suggestion,
        }
    }
}

/// A secret in the account's place, alone or with the user in front. Nothing of a secret is kept.
fn secret(typed: &str) -> Option<(AccountKind, String)> {
    match token::read(typed) {
        token if token.kind == TokenKind::Encoded => Some(match token.pair {
            Some((user, _)) if secret(&user).is_none() => (AccountKind::Pair, user),
            Some(_) => (AccountKind::Pair, String::new()),
            None => (AccountKind::Secret, String::new()),
        }),
        token if is_secret(token.kind) => Some((AccountKind::Secret, String::new())),
        _ => among_words(typed),
    }
}

/// A token between other words: `jane@acme.example / …`.
fn among_words(typed: &str) -> Option<(AccountKind, String)> {
    let words = || typed.split(|c: char| text::is_whitespace(c) || matches!(c, ',' | ';' | '|'));
    words().find(|word| token_shape::is_token(word))?;
    Some(match words().find(|word| is_email(word)) {
        Some(address) => (AccountKind::Pair, address.to_owned()),
        None => (AccountKind::Secret, String::new()),
    })
}

/// Only what no user name looks like: a UUID, 24 or 32 letters and digits may be one.
fn is_secret(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::ApiToken
            | TokenKind::ServiceAccountToken
            | TokenKind::AdminKey
            | TokenKind::BitbucketAppPassword
            | TokenKind::BitbucketDataCenterToken
            | TokenKind::DataCenterPat
            | TokenKind::Jwt
    )
}

/// What Cloudflare shows in place of an address (jira-facts.md 8), copied with the page.
fn obfuscated(typed: &str) -> Option<Range<usize>> {
    let lower = typed.to_ascii_lowercase();
    let known = OBFUSCATED
        .iter()
        .find_map(|known| lower.find(known).map(|at| at..at + known.len()));
    known.or_else(|| {
        let whole = text::trim(&lower);
        let text = lower.get(whole.clone())?;
        matches!(text, "email-protected" | "email protected").then_some(whole)
    })
}

const OBFUSCATED: [&str; 6] = [
    "[email protected]",
    "[email\u{a0}protected]",
    "[email&#160;protected]",
    "[email&#xa0;protected]",
    "[email&nbsp;protected]",
    "/cdn-cgi/l/email-protection",
];

fn classify(text: &str) -> AccountKind {
    if text.is_empty() {
        return AccountKind::Empty;
    }
    match placeholder::read(text) {
        Some(Placeholder::Variable) => return AccountKind::Variable,
        // `user@domain.example` is made of a manual's words and may be somebody's; `is_manuals_address` knows better.
        Some(Placeholder::Example) if text.contains('@') => {}
        Some(_) => return AccountKind::Placeholder,
        None => {}
    }
    if is_account_id(text) {
        AccountKind::AccountId
    } else if token_shape::is_site(text) {
        AccountKind::Address
    } else if let Some((local, domain)) = text.split_once('@') {
        with_at_sign(text, local, domain)
    } else if text.contains(text::is_whitespace) {
        match spelt_out(text) {
            Some(_) => AccountKind::Malformed,
            None => AccountKind::DisplayName,
        }
    } else if text
        .split_once(':')
        .is_some_and(|(user, secret)| !user.is_empty() && !secret.is_empty())
    {
        AccountKind::Pair
    } else if percent_encoded(text).is_some() {
        AccountKind::Malformed
    } else {
        AccountKind::UserName
    }
}

fn with_at_sign(text: &str, local: &str, domain: &str) -> AccountKind {
    if placeholder::read(local) == Some(Placeholder::Variable) {
        return AccountKind::Variable;
    }
    if is_manuals_address(local, domain) {
        return AccountKind::Placeholder;
    }
    let chars: Vec<char> = text.chars().collect();
    match email::fault(&chars) {
        Some(fault) if !fault.is_mild => AccountKind::Malformed,
        _ => AccountKind::Email,
    }
}

/// 24 hexadecimal digits; or a short id, a colon and a UUID.
fn is_account_id(text: &str) -> bool {
    let old = text.len() == 24 && is_hex(text) && text.bytes().any(|b| b.is_ascii_digit());
    let new = text.split_once(':').is_some_and(|(head, uuid)| {
        (1..=24).contains(&head.len())
            && head.bytes().all(|b| b.is_ascii_alphanumeric())
            && is_uuid(uuid)
    });
    old || new
}

#[cfg(test)]
mod tests;
