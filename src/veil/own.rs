//! The secrets that a person gave, in whichever field they are.

use super::Veil;
use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::grammar::uuid::is_uuid;
use crate::read::account::AccountKind;
use crate::read::header::Header;
use crate::read::site::SiteKind;
use crate::read::token::{self, Token};
use crate::text::Signs;

impl Veil {
    /// The veil over everything that is told of this evidence.
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut veil = Self::default();
        let text = |field| facts.evidence.text(field).unwrap_or_default();
        if facts.content(Field::Token) == Content::Secret {
            veil.add_typed(text(Field::Token), facts);
        }
        for field in [Field::Email, Field::Site, Field::Project, Field::Issue] {
            if is_misplaced_secret(field, text(field), facts) {
                veil.add_typed(text(field), facts);
            }
        }
        veil.add_value_of_header(text(Field::Authorization));
        if let Some(token) = facts.token.as_ref() {
            veil.add_read(token, facts);
        }
        let sent = facts
            .exchanges
            .iter()
            .filter_map(|x| x.sent.authorization.as_ref());
        for header in facts.authorization.iter().chain(&facts.printed).chain(sent) {
            veil.add_header(header, facts);
        }
        veil.sorted()
    }

    /// What was typed, in its parts too: of `jane@acme.example:secret` what is after the colon.
    fn add_typed(&mut self, typed: &str, facts: &Facts) {
        let typed = typed.trim();
        if !is_in_the_address(typed, facts) {
            self.add(typed);
            self.add(typed.trim_any("\"'`<>(),;"));
        }
        if let Some((before, after)) = typed.split_once(':')
            && before.contains('@')
        {
            self.add(after);
        }
    }

    fn add_read(&mut self, token: &Token, facts: &Facts) {
        let clean = token.clean.expose();
        if token.kind.is_secret() && !is_in_the_address(clean, facts) {
            self.add(clean);
        }
        if let Some((_, secret)) = &token.pair {
            self.add(secret.expose());
        }
    }

    fn add_header(&mut self, header: &Header, facts: &Facts) {
        if let Some(token) = &header.secret {
            self.add_read(token, facts);
        }
    }

    /// The value after the scheme. A word that is no scheme's name may be a secret itself.
    fn add_value_of_header(&mut self, typed: &str) {
        let words = typed.split_whitespace().map(|word| word.trim_any("\"'`,"));
        for word in words {
            let is_name = word
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b':');
            if !is_name || word.len() > LONGEST_NAME {
                self.add(word);
            }
        }
    }
}

/// No scheme and no header has a longer name.
const LONGEST_NAME: usize = 20;

/// Whether a field that holds no secret holds one now: by its own form, or because what belongs here is in the token's field.
fn is_misplaced_secret(field: Field, text: &str, facts: &Facts) -> bool {
    if text.is_empty() {
        return false;
    }
    if token::is_token(text.trim()) || facts.content(field) == Content::Secret {
        return true;
    }
    let takes_its_place = matches!(
        facts.content(Field::Token),
        Content::Email | Content::Address
    );
    match field {
        Field::Email => {
            let kind = facts.typed_account().map(|account| account.kind);
            takes_its_place
                && matches!(
                    kind,
                    Some(AccountKind::UserName | AccountKind::DisplayName | AccountKind::Malformed)
                )
        }
        // One word: a site's name, or a password.
        Field::Site => takes_its_place && !text.has_any("./"),
        _ => false,
    }
}

/// Whether a secret is what the site's address shows to everybody: the Cloud id, or a word that somebody typed to try this out.
fn is_in_the_address(secret: &str, facts: &Facts) -> bool {
    let Some(site) = facts.typed_site() else {
        return false;
    };
    if is_uuid(secret) {
        return site.cloud_id.as_deref() == Some(secret);
    }
    let typed = facts.evidence.text(Field::Site).unwrap_or_default();
    let is_word = secret.len() < token_length()
        && secret.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    let names_a_host =
        !matches!(site.kind, SiteKind::NotAnAddress | SiteKind::Invalid) && typed.contains('.');
    is_word && names_a_host && site.url.as_deref().is_some_and(|url| url.contains(secret))
}

/// No token is shorter.
const fn token_length() -> usize {
    16
}
